"""The world according to one outlet or one speaker: a smaller graph in the same layout."""

import pytest
import toy

from kgraph.checks import check
from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.graph.layers import according_to
from kgraph.views import picture


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


def statements(graph: KnowledgeGraph) -> list[str]:
    return sorted(str(x).rpartition("-")[2] for (x,) in graph.rows("SELECT ?st { ?st a rdf:Statement }"))


def test_the_world_of_an_outlet_is_what_it_says_in_its_own_voice(graph: KnowledgeGraph) -> None:
    assert statements(according_to(graph, "courier")) == ["bb01", "bb02"]


def test_the_world_of_a_speaker_is_what_is_attributed_to_them(graph: KnowledgeGraph) -> None:
    moreau = according_to(graph, "Ada Moreau")

    assert statements(moreau) == ["aa10", "aa11"]
    assert len(moreau.rows("SELECT ?c { ?c a schema:Claim }")) == 2


def test_a_triple_stays_only_where_its_own_outlet_asserts_it(graph: KnowledgeGraph) -> None:
    founded = "SELECT ?d { id:harbour-league schema:foundingDate ?d }"

    assert list(according_to(graph, "Courier").rows(founded)) == [("1974",)]
    assert list(according_to(graph, "Selm Herald").rows(founded)) == [("1971",)]
    assert list(according_to(graph, "Jon Tell").rows(founded)) == []


@pytest.mark.parametrize("name", ["Courier", "Selm Herald", "Ada Moreau", "Jon Tell", "the union"])
def test_a_layer_keeps_the_rules_of_the_layout(graph: KnowledgeGraph, name: str) -> None:
    assert check(according_to(graph, name)) == ()


def test_a_layer_can_be_drawn(graph: KnowledgeGraph) -> None:
    drawn = picture(according_to(graph, "Jon Tell"))

    assert [e.label for e in drawn.edges] == ["is done by"]
    assert {n.label for n in drawn.nodes} >= {"Moreau resigns", "Ada Moreau", "Jon Tell"}
    assert "Selm" not in {n.label for n in drawn.nodes}


def test_a_layer_of_nobody_says_what_would_do(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="nothing in the graph is called 'Nobody'"):
        according_to(graph, "Nobody")
    with pytest.raises(QueryError, match="'Selm' is no outlet"):
        according_to(graph, "Selm")
