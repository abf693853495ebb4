"""The rules of the layout: the toy graph keeps them all, and each deliberate fault is found."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
import toy

from kgraph.checks import RULES, check, shacl
from kgraph.graph import KnowledgeGraph
from kgraph.graph.terms import named


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS, texts=True)


def thing(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"https://kgraph.example/id/{name}")


def part(article: str, fragment: str) -> ox.NamedNode:
    return ox.NamedNode(f"https://kgraph.example/doc/{toy.TEXTS[article].id}#{fragment}")


def broken(graph: KnowledgeGraph) -> set[str]:
    return {v.rule for v in check(graph)}


def test_a_sound_graph_breaks_no_rule(graph: KnowledgeGraph) -> None:
    assert check(graph, articles=toy.ARTICLES) == ()


def test_a_sound_graph_conforms_to_the_shapes(graph: KnowledgeGraph) -> None:
    report = shacl(graph)

    assert report.conforms, report.text


@pytest.mark.slow
def test_a_sound_graph_conforms_to_the_sparql_constraints_of_the_shapes(graph: KnowledgeGraph) -> None:
    report = shacl(graph, sparql=True)

    assert report.conforms, report.text


FAULTS = [
    ("R1-stated", "remove", thing("ada-moreau"), "schema:worksFor", thing("orvania")),
    ("R1-triple", "add", thing("assault-police"), "schema:agent", thing("police")),
    ("R2-event", "add", thing("assault-police"), "rdf:type", named("schema:Event")),
    ("R2-event", "remove", thing(toy.STRIKE), "rdf:type", named("schema:Event")),
    ("R3-mention", "remove", part("herald", "").value[:-1], "schema:mentions", thing("selm")),
    ("quote-text", "add", part("herald", "").value[:-1], "nif:isString", ox.Literal("something else")),
    ("contradicts", "remove", part("courier", "fact-bb02"), "kg:contradicts", part("herald", "fact-aa06")),
    ("attribution", "remove", part("herald", "claim-c3"), "kg:content", part("herald", "fact-aa11")),
    ("bookkeeping", "add", part("herald", "fact-aa01"), "schema:startDate", ox.Literal("1998")),
    ("nameless", "add", part("herald", "claim-c2"), "schema:audience", thing("nobody-at-all")),
]


@pytest.mark.parametrize(
    ("rule", "how", "subject", "predicate", "value"), FAULTS, ids=[f"{f[0]}-{f[1]}" for f in FAULTS]
)
def test_a_fault_is_found(
    graph: KnowledgeGraph, rule: str, how: str, subject: ox.NamedNode | str, predicate: str, value: ox.NamedNode
) -> None:
    node = ox.NamedNode(subject) if isinstance(subject, str) else subject
    quad = ox.Quad(node, named(predicate), value)
    if how == "remove":
        assert quad in graph.store
        graph.store.remove(quad)
    else:
        graph.store.add(quad)

    assert rule in broken(graph)


def test_a_quote_of_the_wrong_length_is_found() -> None:
    wrong = replace(toy.MENTIONS[0], evidence=replace(toy.MENTIONS[0].evidence, quote="Ada"))
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, mentions=(wrong,)))

    assert broken(graph) == {"quote-length"}


def test_a_quote_that_the_article_does_not_have_is_found_with_the_articles_at_hand() -> None:
    wrong = replace(toy.MENTIONS[0], evidence=replace(toy.MENTIONS[0].evidence, quote="Eva Moreau"))
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, mentions=(wrong,)))

    assert check(graph) == ()
    assert [v.rule for v in check(graph, articles=toy.ARTICLES)] == ["quote-text"]


def test_a_violation_says_which_rule_which_node_and_what() -> None:
    graph = KnowledgeGraph.from_corpus(toy.CORPUS)
    graph.store.add(ox.Quad(thing("assault-police"), named("schema:agent"), thing("police")))

    (violation,) = check(graph)

    assert RULES["R1-triple"][0] in str(violation)
    assert "id/assault-police" in str(violation)


def test_a_shape_violation_is_reported() -> None:
    graph = KnowledgeGraph.from_corpus(toy.CORPUS)
    graph.store.add(ox.Quad(thing("ada-moreau"), named("schema:parent"), thing("selm")))

    assert not shacl(graph).conforms
