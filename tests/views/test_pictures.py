"""What is drawn of a graph: nodes, edges and claims, each with the passages behind it."""

from dataclasses import replace

import pytest
import toy

from kgraph.graph import KnowledgeGraph
from kgraph.views import network, picture


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


def test_support_counts_a_copy_with_its_original(graph: KnowledgeGraph) -> None:
    edge = next(e for e in picture(graph).edges if e.property == "schema:agent" and e.source.endswith(toy.REQUEST))

    assert len(edge.evidence) == 3
    assert edge.support == 2
    assert edge.asserted
    assert not (edge.denied or edge.attributed or edge.contradicted)


def test_denied_edges_are_drawn_as_denied(graph: KnowledgeGraph) -> None:
    edge = next(e for e in picture(graph).edges if e.source.endswith(toy.BEATING))

    assert (edge.asserted, edge.denied, edge.attributed, edge.support) == (False, True, True, 0)


def test_literals_are_attributes_of_their_node(graph: KnowledgeGraph) -> None:
    nodes = {n.id.rpartition("/")[2]: n for n in picture(graph).nodes}
    league, strike = nodes["harbour-league"], nodes[toy.STRIKE]

    assert [(a.property, a.value, a.contradicted) for a in league.attributes] == [
        ("schema:foundingDate", "1971", True),
        ("schema:foundingDate", "1974", True),
    ]
    assert (strike.kind, strike.event_type, strike.asserted) == ("event", "PROTEST-strike", True)
    assert [(a.property, a.value, a.asserted) for a in strike.attributes][-1] == ("kg:size", "400", False)


def test_nodes_know_their_kind_names_and_articles(graph: KnowledgeGraph) -> None:
    nodes = {n.id.rpartition("/")[2]: n for n in picture(graph).nodes}

    assert nodes["ada-moreau"].aliases == ("Moreau", "the premier")
    assert (nodes["ada-moreau"].kind, nodes["orvania"].kind, nodes["dockers"].kind) == ("person", "country", "group")
    assert (nodes["ada-moreau"].mentions, len(nodes["ada-moreau"].articles)) == (5, 3)


def test_claims_are_drawn_with_speaker_and_words(graph: KnowledgeGraph) -> None:
    claim = next(c for c in picture(graph).claims if c.direct)

    assert (claim.speaker.rpartition("/")[2], claim.cue) == ("ada-moreau", "told")
    assert claim.quote == toy.HERALD[claim.start : claim.end]
    assert [a.rpartition("/")[2] for a in claim.audience] == ["reporters"]


def test_the_network_has_what_is_stated_as_true(graph: KnowledgeGraph) -> None:
    stated, spoken_of = network(graph), network(graph, asserted=False)

    base = "https://kgraph.example/id/"
    assert stated.has_edge(base + "ada-moreau", base + "orvania", key="schema:worksFor")
    assert not stated.has_edge(base + toy.BEATING, base + "police")
    assert spoken_of.has_edge(base + toy.BEATING, base + "police")
    assert stated.nodes[base + "ada-moreau"]["label"] == "Ada Moreau"


def test_a_statement_that_nobody_links_stays_out_of_the_way() -> None:
    lonely = replace(toy.CLAIMS[1], about=("selm", "selm"))
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, statements=(*toy.CLAIMS[2:], lonely, toy.CLAIMS[0])))

    assert next(c for c in picture(graph).claims if c.direct).about == ("https://kgraph.example/id/selm",)
