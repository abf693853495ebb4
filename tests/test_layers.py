"""The world according to one outlet or one speaker: a smaller graph in the same layout."""

from dataclasses import replace

import pytest
import toy

from kgraph.checks import check
from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.graph.layers import according_to
from kgraph.queries import named_query
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


def test_the_query_tells_the_same_world_as_the_layer(graph: KnowledgeGraph) -> None:
    rows = graph.rows(named_query("according-to").fill(who="Courier"))

    assert [row[:3] for row in rows] == [
        ("Harbour League", "was founded in", "1974"),
        ("Moreau asks the Harbour League for help, 3 March 1998", "is done by", "Ada Moreau"),
    ]


def test_what_rests_on_one_unnamed_source_is_a_question_with_a_name(graph: KnowledgeGraph) -> None:
    rows = graph.rows(named_query("rests-on").sparql)

    assert [row[:4] for row in rows] == [("the union", "Dockers strike in Selm", "size", "400")]


def test_a_claim_inside_a_claim_is_second_hand() -> None:
    inner = replace(toy.CLAIMS[0], parent="c2")
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, statements=(inner, *toy.CLAIMS[1:])))
    rows = list(graph.rows(named_query("second-hand").sparql))

    assert ("Ada Moreau", "the union", "About 400 dockers walked out", "Port of Selm closed by strike") in rows
    assert (None, "Courier", "Moreau turns to the league", "Moreau turns to league") in rows
