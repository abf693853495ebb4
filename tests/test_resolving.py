"""Names: a part of one is enough if only one thing has it, everywhere that a name can be given."""

from dataclasses import replace

import pytest
import toy

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.model import Entity
from kgraph.queries import named_query

PEOPLE = (
    Entity("vera-stone", ("schema:Person",), "Vera Stone"),
    Entity("karl-stone", ("schema:Person",), "Karl Stone"),
    Entity("stone-quarry", ("schema:Organization",), "Old Stone Quarry"),
)


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(replace(toy.CORPUS, entities=(*toy.ENTITIES, *PEOPLE)))


@pytest.mark.parametrize("name", ["Jon Tell", "jon  tell", "Tell", "tell", "id:jon-tell", "jon-tell", "Jon"])
def test_a_thing_is_found_by_name_part_of_a_name_or_iri(graph: KnowledgeGraph, name: str) -> None:
    assert graph.resolve(name) == ("https://kgraph.example/id/jon-tell",)


def test_a_part_of_several_names_is_refused_with_the_candidates(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="'Karl Stone', 'Vera Stone'; give more"):
        graph.resolve("Stone")


def test_half_a_word_is_no_name(graph: KnowledgeGraph) -> None:
    assert graph.resolve("Tel") == ()


def test_the_whole_name_of_one_thing_wins_over_a_part_of_others(graph: KnowledgeGraph) -> None:
    assert graph.resolve("Moreau") == ("https://kgraph.example/id/ada-moreau",)


@pytest.mark.parametrize(
    ("given", "found"), [("tell", "Jon Tell"), ("Moreau", "Moreau"), ("nobody at all", "nobody at all")]
)
def test_the_best_name_is_one_that_queries_find(graph: KnowledgeGraph, given: str, found: str) -> None:
    assert graph.best_name(given) == found


def test_a_named_query_takes_part_of_a_name(graph: KnowledgeGraph) -> None:
    rows = graph.rows(named_query("said").fill_names(graph, who="tell"))

    assert [r[1] for r in rows] == ["Moreau might resign"]


def test_a_date_in_a_named_query_is_no_name(graph: KnowledgeGraph) -> None:
    sparql = named_query("between").fill_names(graph, **{"from": "1998-03", "to": "1999"})

    assert '"1998-03"' in sparql


def test_explain_shows_events_that_two_things_share(graph: KnowledgeGraph) -> None:
    found = graph.explain("Moreau", "schema:agent")
    shared = graph.explain("Moreau", None, "Harbour League")

    assert found
    assert {(p.property, p.object) for p in shared} == {
        ("schema:agent", "Ada Moreau"),
        ("schema:recipient", "Harbour League"),
    }


def test_explain_shows_what_one_says_about_the_other(graph: KnowledgeGraph) -> None:
    (passage,) = [p for p in graph.explain("Jon Tell", None, "Moreau") if p.property == "schema:about"]

    assert (passage.subject, passage.role) == ("Jon Tell", "said … about")
    assert passage.quote.startswith("Union leader Jon Tell said")


def test_explain_with_a_property_shows_that_property_only(graph: KnowledgeGraph) -> None:
    assert {p.property for p in graph.explain("Moreau", "worksFor", "Orvania")} == {"schema:worksFor"}
