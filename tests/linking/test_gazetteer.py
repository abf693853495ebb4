"""Identifiers from a user's table and from the standard of country codes: certain ones only."""

from __future__ import annotations

import pytest

from kgraph.errors import JudgementError
from kgraph.linking import Guidance, link
from kgraph.linking.gazetteer import Entry, parse
from linking.paper import BODY, COUNTRY, PERSON, PLACE, SCHEMA, Paper

HEAD = "id,name,aliases,type\n"


def table(text: str) -> tuple[Entry, ...]:
    return parse(text, path="known.csv", schema=SCHEMA)


def identifiers(text: str, *given: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Name → identifiers in a corpus where each article names one thing, (class, name, further names)."""
    papers = []
    for n, (kind, *forms) in enumerate(given):
        papers.append(Paper(f"Report {n}: {', '.join(forms)}.", f"{n}.txt"))
        papers[-1].entity(kind, *forms)
    guidance = Guidance(gazetteer=table(text))
    found = link([p.article for p in papers], [p.extraction for p in papers], schema=SCHEMA, guidance=guidance)
    return {e.name: e.same_as for e in found.entities}


def test_an_alias_that_is_matched_exactly_gives_the_identifier() -> None:
    found = identifiers(f"{HEAD}Q77,Royal Salt Board,Salt Board;RSB,Organization\n", (BODY, "the Salt Board"))

    assert found == {"the Salt Board": ("http://www.wikidata.org/entity/Q77",)}


@pytest.mark.parametrize(
    ("id", "iri"),
    [
        ("Q5", "http://www.wikidata.org/entity/Q5"),
        ("2658434", "https://sws.geonames.org/2658434/"),
        ("https://who.example/x", "https://who.example/x"),
    ],
)
def test_numbers_and_iris_are_identifiers(id: str, iri: str) -> None:
    assert table(f"{HEAD}{id},Selm,,\n")[0].iri == iri


def test_a_like_name_is_not_matched() -> None:
    assert identifiers(f"{HEAD}Q77,Salt Boards,,\n", (BODY, "Salt Board")) == {"Salt Board": ()}


def test_two_entries_of_one_name_leave_it_open() -> None:
    assert identifiers(f"{HEAD}Q1,Selm,,\nQ2,Selm,,\n", (PLACE, "Selm")) == {"Selm": ()}


def test_an_entry_of_another_class_is_another_thing() -> None:
    assert identifiers(f"{HEAD}Q1,Selm,,Person\nQ2,Selm,,Place\n", (PLACE, "Selm")) == {
        "Selm": ("http://www.wikidata.org/entity/Q2",)
    }


def test_an_entry_that_two_nodes_could_be_is_neither() -> None:
    found = identifiers(f"{HEAD}Q1,Selm,Old Selm,\n", (PLACE, "Selm"), (PLACE, "Old Selm"))

    assert set(found.values()) == {()}


def test_a_surname_alone_is_nobody_in_particular() -> None:
    assert identifiers(f"{HEAD}Q1,Sorensen,,Person\n", (PERSON, "Sorensen")) == {"Sorensen": ()}


def test_a_country_has_the_code_of_the_standard() -> None:
    assert identifiers(HEAD, (COUNTRY, "Finland")) == {"Finland": ("https://www.iso.org/obp/ui/#iso:code:3166:FI",)}


def test_a_former_state_has_no_code() -> None:
    assert identifiers(HEAD, (COUNTRY, "Old Finland")) == {"Old Finland": ()}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("name,type\nSelm,Place\n", "known.csv:1: the first line must name the columns"),
        (f"{HEAD}Q1,Selm,,\nno id,Oslo,,\n", "known.csv:3: 'no id' is no id"),
        (f"{HEAD}Q1,,,\n", "known.csv:2: 'Q1' has no name"),
        (f"{HEAD}Q1,Selm,,Plac\n", "known.csv:2: 'Plac' is not a class; did you mean 'schema:Place'"),
        (f'{HEAD}Q1,"Selm"x,,\n', "known.csv:2: no CSV"),
    ],
)
def test_what_cannot_be_read_is_answered_with_its_line(text: str, answer: str) -> None:
    with pytest.raises(JudgementError, match="^" + answer.replace("(", r"\(")):
        table(text)
