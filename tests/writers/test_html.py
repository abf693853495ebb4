"""The page as a file: the same bytes for the same graph, nothing fetched, nothing in the data that is markup."""

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
import toy

from kgraph.graph import KnowledgeGraph
from kgraph.views import Edge, Node, Passage, Picture, Source, picture
from kgraph.writers import write
from kgraph.writers.dossier import core, dossier
from kgraph.writers.html import as_json, page
from kgraph.writers.positions import CELL, positions


class Tags(HTMLParser):
    """All tags of a page with their attributes, and the text of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def drawn() -> Picture:
    return picture(KnowledgeGraph.from_corpus(toy.CORPUS))


@pytest.fixture(scope="module")
def html(drawn: Picture) -> str:
    return page(drawn)


def block(html: str, name: str) -> object:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def star(leaves: int) -> Picture:
    evidence = (Passage("f", "d", "Hub", "schema:memberOf", "Leaf", "A quote.", 0, 8),)
    nodes = [Node(id=f"n{i}", label=f"Node {i}", types=(), kind="person") for i in range(leaves + 1)]
    edges = [
        Edge(f"n{i}", "n0", "schema:memberOf", "is a member of", True, False, False, False, 1, evidence)
        for i in range(1, leaves + 1)
    ]
    return Picture(tuple(nodes), tuple(edges), (Source("d", "Title"),))


def test_a_page_is_written_by_its_ending(tmp_path: Path) -> None:
    write(KnowledgeGraph.from_corpus(toy.CORPUS), tmp_path / "graph.html")

    assert (tmp_path / "graph.html").read_text(encoding="utf-8").startswith("<!doctype html>\n<html lang=")


@pytest.mark.slow
def test_the_bytes_do_not_depend_on_the_hash_seed(html: str) -> None:
    code = (
        "import hashlib, toy; from kgraph.graph import KnowledgeGraph; from kgraph.views import picture;"
        "from kgraph.writers.html import page;"
        "print(hashlib.sha256(page(picture(KnowledgeGraph.from_corpus(toy.CORPUS))).encode()).hexdigest())"
    )
    other = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    place = {**os.environ, "PYTHONHASHSEED": other, "PYTHONPATH": str(Path(toy.__file__).parent)}
    found = subprocess.check_output([sys.executable, "-c", code], env=place, text=True)

    assert found.strip() == sha256(html.encode()).hexdigest()


def test_no_tag_asks_for_anything_outside_the_file(html: str) -> None:
    asked = [a[k] for _, a in Tags(html).tags for k in ("src", "href", "srcset", "data", "action") if a.get(k)]

    assert asked == ["data:,"]
    assert "@import" not in html
    assert not re.search(r"url\(\s*['\"]?(?!data:)", html.split("<script", 1)[0])


def test_no_tag_has_a_handler(html: str) -> None:
    names = {name for _, attributes in Tags(html).tags for name in attributes}

    assert not [n for n in names if n.startswith("on")]


def test_the_policy_lets_only_the_scripts_of_the_page_run(html: str) -> None:
    policy = next(a["content"] for _, a in Tags(html).tags if a.get("http-equiv") == "Content-Security-Policy")

    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "script-src 'sha256-" in policy
    assert "unsafe" not in policy.split("style-src")[0]


def test_data_cannot_end_their_script_element() -> None:
    text = as_json({"a": "</script><!--<script>&amp;\u2028\u2029"})

    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"a": "</script><!--<script>&amp;\u2028\u2029"}


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    assert json.loads(as_json("a\ud800b")) == "a?b"


def test_names_that_look_like_places_in_the_template_stay_names() -> None:
    nodes = (Node(id="n", label="%BOOK% %POLICY% {{ nodes }} {% raw %}", types=(), kind="person"),)
    html = page(Picture(nodes, (), ()))

    drawn = block(html, "nodes")

    assert isinstance(drawn, list)
    assert drawn[0]["label"] == "%BOOK% %POLICY% {{ nodes }} {% raw %}"


def test_every_quote_stands_once_in_the_page(drawn: Picture) -> None:
    book = dossier(drawn)

    assert len(book["quotes"]) == len(set(book["quotes"]))
    assert {p.quote for e in drawn.edges for p in e.evidence} <= set(book["quotes"])


def test_each_edge_leads_to_its_sentences(drawn: Picture) -> None:
    book = dossier(drawn)
    for edge, row in zip(drawn.edges, book["edges"], strict=True):
        passages = [book["passages"][i] for i in row["passages"]]

        assert [(book["quotes"][p["quote"]], p["start"]) for p in passages] == [
            (p.quote, p.start) for p in edge.evidence
        ]


@pytest.mark.parametrize(
    ("asserted", "attributed", "denied", "contradicted", "line"),
    [
        (True, False, False, False, "stated"),
        (True, True, True, False, "stated"),
        (False, True, False, False, "attributed"),
        (False, True, True, False, "denied"),
        (True, False, False, True, "contradicted"),
        (False, False, False, False, "uncertain"),
    ],
)
def test_a_line_says_how_sure_the_sources_are(
    asserted: bool, attributed: bool, denied: bool, contradicted: bool, line: str
) -> None:
    nodes = tuple(Node(id=i, label=i, types=(), kind="person") for i in "ab")
    edge = Edge("a", "b", "schema:spouse", "is married to", asserted, attributed, denied, contradicted, 1, ())

    edges = block(page(Picture(nodes, (edge,), ())), "edges")

    assert isinstance(edges, list)
    assert edges[0]["line"] == line


def test_a_graph_without_anything_is_a_page_too() -> None:
    assert block(page(Picture((), (), ())), "nodes") == []


def test_the_strongest_come_first_and_hang_together() -> None:
    first = core(star(300), size=20)

    assert first[0] == "n0"
    assert len(first) == 20


def test_no_two_nodes_share_a_place() -> None:
    drawn = star(120)
    links = [(e.source, e.target) for e in drawn.edges]
    places = list(positions([n.id for n in drawn.nodes], links, core(drawn, size=60)).values())
    near = [
        (a, b)
        for i, a in enumerate(places)
        for b in places[:i]
        if abs(a[0] - b[0]) < CELL[0] / 2 and abs(a[1] - b[1]) < CELL[1] / 2
    ]

    assert near == []


def test_nodes_without_any_link_stand_below_the_rest() -> None:
    drawn = star(10)
    links = [(e.source, e.target) for e in drawn.edges]
    places = positions([*(n.id for n in drawn.nodes), "alone"], links, core(drawn))

    assert places["alone"][1] > max(y for name, (_, y) in places.items() if name != "alone")
