"""What a landing on an invented island amounts to, according to those who say so and those who say that it is none."""

from __future__ import annotations

import pytest

from kgraph.linking.agreement import contradictions
from kgraph.linking.setting import Setting
from kgraph.model import Evidence, Fact, Factuality, Value
from kgraph.schema import Schema

SCHEMA = Schema.load()
CAST = frozenset(("norway", "skagen", "bergen", "ida-sorensen"))
STORY = Setting(cast={"a1": CAST, "a2": CAST}, places={"bergen": frozenset(("norway",))})


def node(name: str) -> Value:
    return Value("node", name)


def called(kind: str, *, by: str = "norway", factuality: Factuality = "probable") -> tuple[Fact, ...]:
    """A landing on Skagen that is seen as something."""
    place = Evidence("a1", 0, 9, "The landing is seen as one.")
    said = Fact("called", "a1", "landing", "kg:describedAs", Value("text", kind), place, factuality)
    return (
        said,
        Fact("doer", "a1", "landing", "schema:agent", node(by), place),
        Fact("goal", "a1", "landing", "schema:recipient", node("skagen"), place),
    )


def denied(sentence: str, word: str, *, whom: str = "skagen") -> tuple[Fact, ...]:
    """The denial of a deed by Norway."""
    place = Evidence("a2", 0, len(sentence), sentence)
    return (
        Fact("denied", "a2", "invasion", "sem:eventType", Value("concept", "ASSAULT", word), place, "negative"),
        Fact("who", "a2", "invasion", "schema:agent", node("norway"), place, "negative"),
        Fact("whom", "a2", "invasion", "schema:object", node(whom), place, "negative"),
    )


def against(*facts: Fact, setting: Setting = STORY) -> bool:
    return ("called", "denied") in contradictions(facts, (), schema=SCHEMA, setting=setting)


@pytest.mark.parametrize("kind", ["invasion", "intervention"])
def test_what_is_seen_as_an_invasion_stands_against_the_denial_that_anybody_invaded(kind: str) -> None:
    assert against(*called(kind), *denied("Norway has not invaded Skagen.", "invaded"))


def test_what_is_called_something_else_or_is_not_called_so_stands_against_nothing() -> None:
    denial = denied("Norway has not invaded Skagen.", "invaded")

    assert not against(*called("peaceful"), *denial)
    assert not against(*called("invasion", factuality="possible"), *denial)


def test_denials_of_others_elsewhere_at_other_times_and_of_what_was_prevented_are_of_something_else() -> None:
    assert not against(*called("invasion", by="ida-sorensen"), *denied("Norway has not invaded Skagen.", "invaded"))
    assert not against(*called("invasion"), *denied("Norway has not invaded Bergen.", "invaded", whom="bergen"))
    assert not against(*called("invasion"), *denied("Norway had never before invaded Skagen.", "invaded"))
    assert not against(*called("invasion"), *denied("A storm prevented an invasion of Skagen.", "invasion"))


def test_articles_on_other_stories_do_not_contradict_each_other() -> None:
    alone = Setting(cast={"a1": CAST, "a2": frozenset(("norway", "skagen"))})

    assert not against(*called("invasion"), *denied("Norway has not invaded Skagen.", "invaded"), setting=alone)
