"""Forty checks of the SPARQL 1.1 Protocol and the Graph Store Protocol, by plain HTTP requests."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from serving import Served, build, serving

from kgraph.server import Settings

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
QUERY, UPDATE, FORM = "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded"
NAMES = "SELECT ?name { id:ada-moreau rdfs:label ?name }"
LABELS = "CONSTRUCT { ?x rdfs:label ?l } { ?x a schema:Person ; rdfs:label ?l }"
RDF = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
SD = "http://www.w3.org/ns/sparql-service-description#"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    with serving(Settings(folder, max_rows=50, max_body=2000)) as running:
        yield running


def values(body: bytes) -> list[str]:
    return [b["name"]["value"] for b in json.loads(body)["results"]["bindings"]]


def test_a_query_comes_in_the_address(served: Served) -> None:
    found = served.ask(NAMES)

    assert (found.status, found.type, values(found.body)) == (200, JSON, ["Ada Moreau"])


def test_a_query_comes_as_a_form(served: Served) -> None:
    found = served.post(urlencode({"query": NAMES}), FORM)

    assert (found.status, values(found.body)) == (200, ["Ada Moreau"])


def test_a_query_comes_as_it_is(served: Served) -> None:
    found = served.post(NAMES, QUERY)

    assert (found.status, values(found.body)) == (200, ["Ada Moreau"])


@pytest.mark.parametrize("media", [f"{QUERY}; charset=UTF-8", f"{FORM};charset=utf-8", QUERY.upper()])
def test_a_content_type_may_have_a_charset_and_any_case(served: Served, media: str) -> None:
    content = urlencode({"query": NAMES}) if FORM in media else NAMES

    assert served.post(content, media).status == 200


def test_letters_beyond_ascii_arrive_and_return(served: Served) -> None:
    found = served.post('SELECT ("Владимир 🦭 é" AS ?name) {}', QUERY)

    assert values(found.body) == ["Владимир 🦭 é"]


def test_rows_come_as_xml(served: Served) -> None:
    found = served.ask(NAMES, XML)

    assert found.type == XML
    assert [e.text for e in ElementTree.fromstring(found.body).iter() if e.tag.endswith("literal")] == ["Ada Moreau"]


def test_rows_come_as_csv(served: Served) -> None:
    found = served.ask(NAMES, "text/csv")

    assert found.type == "text/csv"
    assert list(csv.reader(StringIO(found.text))) == [["name"], ["Ada Moreau"]]


def test_rows_come_as_tsv(served: Served) -> None:
    assert served.ask(NAMES, "text/tab-separated-values").text == '?name\n"Ada Moreau"\n'


@pytest.mark.parametrize(("accept", "wanted"), [(JSON, b'"boolean": true'), (XML, b"<boolean>true</boolean>")])
def test_a_yes_comes_as_json_and_xml(served: Served, accept: str, wanted: bytes) -> None:
    assert wanted in served.ask("ASK { id:ada-moreau a schema:Person }", accept).body


@pytest.mark.parametrize("accept", RDF)
def test_a_graph_comes_in_each_format_and_every_one_says_the_same(served: Served, accept: str) -> None:
    found = served.ask(LABELS, accept)

    assert found.type == accept
    assert len({q.triple for q in ox.parse(found.body, format=RDF[accept])}) == 6


def test_describe_gives_a_graph(served: Served) -> None:
    found = served.ask("DESCRIBE id:ada-moreau", "text/turtle")

    assert b"Ada Moreau" in found.body


def test_the_better_liked_format_is_taken(served: Served) -> None:
    assert served.ask(NAMES, f"text/csv;q=0.3, {XML};q=0.9, text/html").type == XML


def test_a_format_of_weight_nought_is_not_taken(served: Served) -> None:
    assert served.ask(NAMES, f"{JSON};q=0, */*;q=0.1").type != JSON


@pytest.mark.parametrize("accept", ["", "*/*", "application/*"])
def test_who_does_not_mind_gets_json(served: Served, accept: str) -> None:
    assert served.ask(NAMES, accept).type == JSON


def test_no_format_that_is_wanted_is_406(served: Served) -> None:
    assert served.ask(NAMES, "image/png").status == 406


def test_the_answer_says_that_it_varies_by_format_and_is_not_to_be_kept(served: Served) -> None:
    headers = served.ask(NAMES).headers

    assert (headers["vary"], headers["cache-control"]) == ("Accept", "no-cache")


def test_a_query_that_is_no_sparql_is_400_with_the_line(served: Served) -> None:
    found = served.ask("SELECT ?x {\n?x ?y\n}")

    assert (found.status, found.type) == (400, "text/plain")
    assert "line 3" in found.text


def test_two_queries_are_400(served: Served) -> None:
    assert served.get(f"/sparql?query={quote(NAMES)}&query={quote(NAMES)}").status == 400


def test_a_form_without_a_query_is_400(served: Served) -> None:
    assert served.post("x=1", FORM).status == 400


def test_an_empty_query_is_400(served: Served) -> None:
    assert served.get("/sparql?query=").status == 400


@pytest.mark.parametrize("media", ["text/plain", "", "application/json"])
def test_a_body_of_another_type_is_415(served: Served, media: str) -> None:
    assert served.post(NAMES, media).status == 415


def test_another_charset_is_415(served: Served) -> None:
    assert served.post(NAMES.encode("utf-16"), f"{QUERY}; charset=utf-16").status == 415


def test_bytes_that_are_no_utf8_are_400(served: Served) -> None:
    assert served.post(b"SELECT ('\xff' AS ?x) {}", QUERY).status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_another_method_is_405_and_says_which_there_are(served: Served, method: str) -> None:
    found = served.get("/sparql", method=method)

    assert found.status == 405
    assert {"GET", "POST"} <= {m.strip() for m in found.headers["allow"].split(",")}


def test_head_has_the_headers_and_no_body(served: Served) -> None:
    found = served.get("/sparql", JSON, "HEAD", params={"query": NAMES})

    assert (found.status, found.type, found.body) == (200, JSON, b"")
    assert int(found.headers["content-length"]) > 0


def test_options_says_which_methods_there_are(served: Served) -> None:
    found = served.get("/sparql", method="OPTIONS")

    assert found.status == 204
    assert {"GET", "POST", "OPTIONS"} <= {m.strip() for m in found.headers["allow"].split(",")}


def test_an_update_is_403_without_the_flag(served: Served) -> None:
    assert served.post("INSERT DATA { id:x a schema:Thing }", UPDATE).status == 403


def test_an_update_in_the_address_is_400(served: Served) -> None:
    assert served.get("/sparql", params={"update": "CLEAR ALL"}).status == 400


def test_an_update_sent_as_a_query_is_400(served: Served) -> None:
    assert served.post("INSERT DATA { id:x a schema:Thing }", QUERY).status == 400


def test_a_graph_that_is_not_there_is_400(served: Served) -> None:
    found = served.get("/sparql", params={"query": NAMES, "default-graph-uri": "urn:x:none"})

    assert (found.status, "urn:x:none" in found.text) == (400, True)


def test_a_clause_that_asks_the_network_is_400(served: Served) -> None:
    assert served.ask("SELECT * { SERVICE <http://192.0.2.1/> { ?s ?p ?o } }").status == 400


def test_no_query_gives_the_description_of_the_service(served: Served) -> None:
    found = served.get("/sparql", "text/turtle")

    about = {(q.predicate.value, str(q.object)) for q in ox.parse(found.body, format=ox.RdfFormat.TURTLE)}
    assert (f"{SD}endpoint", f"<{served.address}/sparql>") in about
    assert (f"{SD}supportedLanguage", f"<{SD}SPARQL11Query>") in about
    assert (f"{SD}supportedLanguage", f"<{SD}SPARQL11Update>") not in about


def test_a_browser_without_a_query_is_led_to_the_page(served: Served) -> None:
    found = served.get("/sparql", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")

    assert (found.status, found.headers["location"]) == (303, f"{served.address}/")


def test_rows_beyond_the_limit_are_cut_and_it_is_said(served: Served) -> None:
    found = served.ask("SELECT * { ?s ?p ?o }")

    assert len(json.loads(found.body)["results"]["bindings"]) == 50
    assert found.headers["kgraph-complete"] == "false"


def test_a_body_beyond_the_limit_is_413(served: Served) -> None:
    assert served.post("#" * 2001, QUERY).status == 413


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(folder: Path) -> None:
    with serving(Settings(folder, timeout=2, workers=1)) as hasty:
        found = hasty.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
        later = (hasty.ask(NAMES).status for _ in range(30))  # on a busy machine the new process may be late too

        assert found.status == 503
        assert "retry-after" in found.headers
        assert 200 in later


@pytest.mark.parametrize("accept", RDF)
def test_the_whole_graph_is_read_by_the_graph_store_protocol(served: Served, accept: str) -> None:
    found = served.get("/store?default", accept)

    assert (found.status, found.type) == (200, accept)
    assert len(list(ox.parse(found.body, format=RDF[accept]))) > 500


def test_a_named_graph_that_is_not_there_is_404(served: Served) -> None:
    assert served.get("/store", params={"graph": "urn:x:none"}).status == 404


@pytest.mark.parametrize("address", ["/store", "/store?default&graph=urn:x", "/store?graph=nothing"])
def test_no_graph_or_two_are_400(served: Served, address: str) -> None:
    assert served.get(address).status == 400


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_the_graph_store_is_only_read(served: Served, method: str) -> None:
    found = served.get("/store?default", method=method)

    assert (found.status, "GET" in found.headers["allow"]) == (405, True)


def test_another_address_is_404(served: Served) -> None:
    assert served.get("/nowhere").status == 404
