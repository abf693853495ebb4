"""What is doubtful about finished nodes, and the line that decides it; invented people and bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.linking.suspects import Called, suspects
from linking.paper import BODY, COUNTRY, OUTLET, PERSON, PLACE, SCHEMA

HEADS = replace(SCHEMA, words={**SCHEMA.words, "entity-heads": {"schema:Organization": ("foundation",)}})


def node(id: str, kind: str, name: str, *aliases: str) -> Called:
    return Called(id, SCHEMA.up(kind), name, aliases)


def doubts(*nodes: Called) -> list[str]:
    return [s.judgement for s in suspects(nodes, HEADS)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (node("ida", PERSON, "Ida Sorensen"), node("sorensen", PERSON, "Sorensen")),
        (node("nurlan", PERSON, "Nurlan Abdykadyrov"), node("nurlan2", PERSON, "Nurlan Abdikadyrov")),
        (node("salt", BODY, "Royal Salt Board"), node("salt2", BODY, "Salt Board")),
        (node("ports", BODY, "Pacific Ports Authority"), node("ppa", BODY, "PPA")),
        (node("wharf", BODY, "Arran Wharf Company"), node("wharf2", BODY, "Aran Wharf Company")),
        (node("selm", PLACE, "Selm"), node("selm2", BODY, "Selm")),
        (node("kharo", BODY, "Kharo Security Council"), node("national", BODY, "National Security Council")),
    ],
    ids=lambda n: n.name,
)
def test_like_names_are_a_doubt_with_the_line_that_makes_them_one(one: Called, two: Called) -> None:
    first, second = sorted((one.id, two.id))

    assert doubts(one, two) == [f"same: id:{first} = id:{second}"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (node("ida", PERSON, "Ida Sorensen"), node("nils", PERSON, "Nils Sorensen")),
        (node("tin", BODY, "Tin Board"), node("salt", BODY, "Salt Board")),
        (node("a", BODY, "Finnish Fish Ministry"), node("b", BODY, "Georgian Fish Ministry")),
        (node("fi", COUNTRY, "Finland"), node("ge", COUNTRY, "Georgia")),
    ],
    ids=lambda n: n.name,
)
def test_names_that_tell_two_things_apart_are_no_doubt(one: Called, two: Called) -> None:
    assert doubts(one, two) == []


def test_names_with_little_in_common_on_one_node_are_a_doubt() -> None:
    assert doubts(node("ida", PERSON, "Ida Sorensen", "Sorensen", "Marta Quell")) == [
        "different: Ida Sorensen | Marta Quell"
    ]


def test_what_the_names_data_calls_one_thing_is_no_doubt() -> None:
    assert doubts(node("fi", COUNTRY, "Finland", "Arkadia Hill")) == []


def test_a_person_with_the_name_of_a_body_is_a_doubt() -> None:
    assert doubts(node("quell", PERSON, "Quell Foundation")) == ["retype: id:quell -> Organization"]


def test_a_name_without_a_capital_is_a_doubt_unless_an_outlet_writes_itself_so() -> None:
    assert doubts(node("more", BODY, "read more"), node("blot", OUTLET, "blot")) == ["reject: id:more"]


def test_the_likeliest_doubt_comes_first() -> None:
    assert doubts(node("more", BODY, "read more"), node("s", PLACE, "Selm"), node("t", BODY, "Selm"))[0].startswith(
        "same"
    )
