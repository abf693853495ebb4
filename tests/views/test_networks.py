"""Networks: weights by independent support, ways, neighbours, communities."""

import pytest
import toy

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.views import centrality, communities, neighbourhood, network, part, path, picture, related, things, ties

ID = "https://kgraph.example/id/"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


def test_a_tie_weighs_as_many_as_support_it(graph: KnowledgeGraph) -> None:
    net = ties(graph)

    assert net[ID + toy.REQUEST][ID + "ada-moreau"]["weight"] == 2
    assert net[ID + toy.REQUEST][ID + "harbour-league"]["weight"] == 1
    assert not net.has_edge(ID + toy.BEATING, ID + "police")


def test_to_networkx_is_the_network_of_the_graph(graph: KnowledgeGraph) -> None:
    assert graph.to_networkx().edges == network(graph).edges
    assert graph.to_networkx(asserted=False).number_of_edges() > network(graph).number_of_edges()


@pytest.mark.parametrize("measure", ["degree", "betweenness", "closeness", "pagerank"])
def test_the_premier_is_central_by_every_measure(graph: KnowledgeGraph, measure: str) -> None:
    ranks = centrality(graph, measure)  # type: ignore[arg-type]

    assert ID + "ada-moreau" in list(ranks)[:2]
    assert list(ranks.values()) == sorted(ranks.values(), reverse=True)


def test_page_ranks_add_up_to_one(graph: KnowledgeGraph) -> None:
    assert sum(centrality(graph, "pagerank").values()) == pytest.approx(1)


def test_an_unknown_measure_is_refused_with_those_there_are(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="degree, betweenness, closeness, pagerank"):
        centrality(graph, "fame")  # type: ignore[arg-type]


def test_communities_hang_together_and_leave_the_unlinked_out(graph: KnowledgeGraph) -> None:
    groups = communities(graph)

    assert [len(g) for g in groups] == [4, 2]
    assert groups[1] == (ID + "dockers", ID + toy.STRIKE)


def test_a_neighbourhood_is_a_picture_of_what_is_near(graph: KnowledgeGraph) -> None:
    near = {n.id.removeprefix(ID) for n in neighbourhood(graph, "Orvania", steps=2).nodes}

    assert near == {"orvania", "ada-moreau", toy.REQUEST, toy.RESIGNING}


def test_a_way_leads_over_an_event_with_its_sentences(graph: KnowledgeGraph) -> None:
    way = path(graph, "Orvania", "Harbour League")

    assert way is not None
    assert [n.label for n in way.nodes][::3] == ["Orvania", "Harbour League"]
    assert [step[0].property for step in way.steps] == ["schema:worksFor", "schema:agent", "schema:recipient"]
    assert way.support == 1
    assert all(edge.evidence for step in way.steps for edge in step)


def test_what_is_only_denied_links_nothing_unless_asked_for(graph: KnowledgeGraph) -> None:
    event = f"id:{toy.BEATING}"

    assert path(graph, event, "police") is None
    assert path(graph, event, "police", asserted=False) is not None


def test_related_ranks_what_shares_events_and_facts(graph: KnowledgeGraph) -> None:
    found = related(graph, "Moreau")

    assert [n.node.label for n in found] == ["Harbour League", "Orvania"]
    assert [e.label for e in found[0].events] == ["Moreau asks the Harbour League for help, 3 March 1998"]


def test_a_part_of_a_picture_keeps_its_edges_and_the_articles_behind_them(graph: KnowledgeGraph) -> None:
    some = part(picture(graph), {ID + "ada-moreau", ID + "orvania"})

    assert [e.property for e in some.edges] == ["schema:worksFor"]
    assert {c.speaker for c in some.claims} == {ID + "ada-moreau"}


def test_the_things_of_an_answer_are_found_by_iri_and_by_label(graph: KnowledgeGraph) -> None:
    assert things(graph, graph.rows("SELECT ?x ?l { ?x schema:worksFor/rdfs:label ?l }")) == {
        ID + "ada-moreau",
        ID + "orvania",
    }
    with pytest.raises(QueryError, match="nothing to draw"):
        things(graph, graph.rows("SELECT (1 AS ?x) {}"))
