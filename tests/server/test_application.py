"""What the server keeps from whom, what it serves beside the endpoint, and what an update or a new build changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Served, build, serving
from toy import CORPUS

from kgraph.graph import KnowledgeGraph
from kgraph.server import Settings

UPDATE = "application/sparql-update"
COUNT = "SELECT ?x { ?x a schema:Boat }"
ADD = "INSERT DATA { id:boat a schema:Boat }"
DIRTY = "ASK { { ?x a schema:Boat } UNION { GRAPH <urn:x:boats> { ?x ?y ?z } } }"
CLEAN = "DELETE WHERE { ?x a schema:Boat } ; DROP SILENT GRAPH <urn:x:boats>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    with serving(Settings(folder, workers=1)) as running:
        yield running


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(Settings(build(tmp_path_factory.mktemp("changing")), update=True, workers=2)) as running:
        yield running


@pytest.fixture
def changeable(changing: Served) -> Iterator[Served]:
    yield changing
    if b"true" in changing.ask(DIRTY).body:
        assert changing.post(CLEAN, UPDATE).status == 204


def boats(served: Served) -> int:
    return len(json.loads(served.ask(COUNT).body)["results"]["bindings"])


def test_another_name_of_this_machine_is_not_answered(served: Served) -> None:
    assert served.get("/sparql", headers={"Host": "news.example"}).status == 400


def test_a_page_of_another_site_gets_no_leave_to_read(served: Served) -> None:
    found = served.get("/sparql", headers={"Origin": "https://news.example"})

    assert "access-control-allow-origin" not in found.headers
    assert found.headers["cross-origin-resource-policy"] == "same-origin"


def test_with_cors_a_page_of_another_site_may_ask(folder: Path) -> None:
    with serving(Settings(folder, cors=True, workers=1)) as running:
        asked = {"Origin": "https://news.example", "Access-Control-Request-Method": "POST"}
        before = running.get("/sparql", method="OPTIONS", headers=asked)
        found = running.get("/sparql", headers={"Origin": "https://news.example"})

    assert before.status == 200
    assert found.headers["access-control-allow-origin"] == "*"


def test_an_update_is_seen_by_the_next_query_and_survives(changeable: Served) -> None:
    assert boats(changeable) == 0
    assert changeable.post(ADD, UPDATE).status == 204
    assert [boats(changeable) for _ in range(4)] == [1] * 4

    assert (
        changeable.post("update=DELETE+WHERE+%7B%3Fx+a+schema%3ABoat%7D", "application/x-www-form-urlencoded").status
        == 204
    )
    assert boats(changeable) == 0


def test_an_update_that_is_wrong_is_400_with_the_line(changeable: Served) -> None:
    found = changeable.post("INSERT DATA {\n id:x a }", UPDATE)

    assert (found.status, "line 2" in found.text) == (400, True)


def test_an_update_fetches_nothing(changeable: Served) -> None:
    assert changeable.post("LOAD <http://192.0.2.1/x.ttl>", UPDATE).status == 400


def test_a_page_of_another_site_may_not_change_the_graph(changeable: Served) -> None:
    assert changeable.post(ADD, UPDATE, Origin="https://news.example").status == 403
    assert changeable.post(ADD, UPDATE, Origin=changeable.address).status == 204


def test_a_named_graph_of_an_update_is_asked_by_its_name(changeable: Served) -> None:
    changeable.post("INSERT DATA { GRAPH <urn:x:boats> { id:boat a schema:Boat } }", UPDATE)
    found = changeable.get("/sparql", params={"query": COUNT, "default-graph-uri": "urn:x:boats"})

    assert boats(changeable) == 0
    assert len(json.loads(found.body)["results"]["bindings"]) == 1
    assert b"Boat" in changeable.get("/store", params={"graph": "urn:x:boats"}).body


def test_a_new_build_is_served_at_once(tmp_path: Path) -> None:
    build(tmp_path)
    with serving(Settings(tmp_path, workers=1)) as running:
        before = json.loads(running.get("/queries.json").body)["size"]
        KnowledgeGraph.from_corpus(CORPUS, path=tmp_path / "store", texts=True).close()
        after = json.loads(running.get("/queries.json").body)["size"]

    assert after > before


def test_a_dossier_leads_to_each_sentence_in_the_graph(served: Served) -> None:
    found = served.get("/entity", params={"name": "moreau"})

    assert (found.status, found.type) == (200, "text/html")
    assert 'href="graph#text=' in found.text


def test_nobody_of_that_name_is_404_with_who_was_meant(served: Served) -> None:
    found = served.get("/entity", params={"name": "Ada Moreaux"})

    assert (found.status, "Ada Moreau" in found.text) == (404, True)


def test_the_graph_and_the_comparison_are_pages(served: Served) -> None:
    assert [served.get(path).type for path in ("/graph", "/compare")] == ["text/html"] * 2


def test_a_named_query_is_filled_with_names_as_people_write_them(served: Served) -> None:
    assert '"Ada Moreau"' in served.get("/queries/said", params={"who": "moreau"}).text
    assert served.get("/queries/nothing").status == 404
    assert served.get("/queries/said", params={"whom": "moreau"}).status == 400


def test_an_empty_answer_is_explained(served: Served) -> None:
    found = served.send("POST", "/advice", {}, b"SELECT ?x { ?x schema:wrksFor ?y }")

    assert "schema:worksFor" in " ".join(json.loads(found.body))


def test_the_page_runs_no_script_but_its_own_and_asks_no_other_site(served: Served) -> None:
    policy = served.get("/").headers["content-security-policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_nothing_but_the_files_of_the_page_is_handed_out(served: Served) -> None:
    assert served.get("/page/query.css").status == 200
    assert {served.get(path).status for path in ("/page/../jobs.py", "/page/%2e%2e/jobs.py", "/page/")} == {404}


def test_a_file_is_served_too(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    path.write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "a" .\n', encoding="utf-8")
    with serving(Settings(path, workers=1)) as running:
        assert b'"a"' in running.ask("SELECT ?l { ?s rdfs:label ?l }", "text/tab-separated-values").body


def test_a_query_that_breaks_off_is_400_too(served: Served) -> None:
    assert served.ask("SELECT * {\n").status == 400


def test_a_load_that_may_fail_in_silence_is_left_out(changeable: Served) -> None:
    found = changeable.post(f"LOAD SILENT <http://192.0.2.1/x.ttl> INTO GRAPH <urn:x> ;\n{ADD}", UPDATE)

    assert (found.status, boats(changeable)) == (204, 1)
