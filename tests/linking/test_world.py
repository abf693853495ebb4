"""Pairs from the politics of many countries, with the names data as shipped: one node, or two."""

from __future__ import annotations

import pytest

from kgraph.linking import link
from kgraph.model import Corpus
from kgraph.schema import Schema
from linking.paper import BODY, CITY, COUNTRY, GROUP, PERSON, PLACE, Paper

SCHEMA = Schema.load()
STATE = "schema:AdministrativeArea"
Given = tuple[str, ...]

ONE: list[tuple[Given, Given]] = [
    ((CITY, "Kiev"), (CITY, "Kyiv")),
    ((CITY, "Nur-Sultan"), (CITY, "Astana")),
    ((CITY, "Rangoon"), (CITY, "Yangon")),
    ((COUNTRY, "Burma"), (COUNTRY, "Myanmar")),
    ((COUNTRY, "Swaziland"), (COUNTRY, "Eswatini")),
    ((COUNTRY, "Ivory Coast"), (COUNTRY, "Côte d'Ivoire")),
    ((COUNTRY, "United Kingdom"), (BODY, "Downing Street")),
    ((COUNTRY, "US"), (COUNTRY, "United States of America")),
    ((BODY, "Economic Community of West African States"), (BODY, "ECOWAS")),
    ((BODY, "Organisation of American States"), (BODY, "Organization of American States")),
    ((PERSON, "Volodymyr Zelenskyy"), (PERSON, "Volodymyr Zelensky")),
    ((PERSON, "Yevgeny Prigozhin"), (PERSON, "Evgeny Prigozhin")),
]
TWO: list[tuple[Given, Given]] = [
    ((COUNTRY, "Niger"), (COUNTRY, "Nigeria")),
    ((COUNTRY, "Guinea"), (COUNTRY, "Guinea-Bissau")),
    ((COUNTRY, "Republic of the Congo"), (COUNTRY, "Democratic Republic of the Congo")),
    ((COUNTRY, "North Korea"), (COUNTRY, "South Korea")),
    ((COUNTRY, "Russia"), (COUNTRY, "Russian Empire")),
    ((COUNTRY, "Japan"), (COUNTRY, "Empire of Japan")),
    ((COUNTRY, "Ukraine"), (CITY, "Kyiv")),
    ((COUNTRY, "Thailand"), (GROUP, "Thais")),
    ((PERSON, "Lula da Silva"), (PERSON, "Marina Silva")),
    ((PERSON, "Benazir Bhutto"), (PERSON, "Bilawal Bhutto")),
    ((PERSON, "Robert Kennedy"), (PERSON, "John Kennedy")),
    ((BODY, "Slovak National Party"), (BODY, "Scottish National Party")),
]


def together(*given: Given) -> Corpus:
    """A corpus in which each article names one thing, (class, name, further names)."""
    papers = []
    for n, (kind, *forms) in enumerate(given):
        papers.append(Paper(f"Report {n}: {', '.join(forms)}.", f"{n}.txt"))
        papers[-1].entity(kind, *forms)
    return link([p.article for p in papers], [p.extraction for p in papers], schema=SCHEMA)


@pytest.mark.parametrize("pair", ONE, ids=lambda p: f"{p[0][1]} = {p[1][1]}")
def test_two_names_of_one_thing_in_the_world_are_one_node(pair: tuple[Given, Given]) -> None:
    assert [e.name for e in together(*pair).entities][1:] == []


@pytest.mark.parametrize("pair", TWO, ids=lambda p: f"{p[0][1]} != {p[1][1]}")
def test_two_things_in_the_world_are_two_nodes(pair: tuple[Given, Given]) -> None:
    assert len(together(*pair).entities) == 2


def test_two_councils_of_one_country_that_an_article_tells_apart_stay_two() -> None:
    paper = Paper("Peru's National Security Council met. The security council of Peru's congress did not.")
    state = paper.entity(COUNTRY, "Peru")
    for council in ("National Security Council", "security council"):
        paper.relation("schema:parentOrganization", paper.entity(BODY, council), state, "met")

    found = link([paper.article], [paper.extraction], schema=SCHEMA)

    assert len(found.entities) == 3


def test_a_capital_in_an_actors_place_leaves_the_city_its_own_node() -> None:
    found = together((COUNTRY, "Kazakhstan"), (CITY, "Nur-Sultan"), (PLACE, "Kazakhstan"))

    assert sorted(e.types[0] for e in found.entities) == ["schema:City", "schema:Country"]


def test_a_nationality_word_is_no_name_of_its_state() -> None:
    (node,) = together((COUNTRY, "Peru", "Peruvian")).entities

    assert node.aliases == ()
