"""Which counts are of the same, on an invented storm and a march."""

from __future__ import annotations

from kgraph.linking.agreement import contradictions
from kgraph.linking.setting import Setting
from kgraph.model import Evidence, Fact, Value
from linking.paper import SCHEMA


def toll(article: str, sentence: str, *values: int, place: str = "") -> tuple[Fact, ...]:
    """What a sentence says of how many the storm killed, and where."""
    said = Evidence(article, 0, len(sentence), sentence)
    counted = [Value("number", str(v)) for v in values]
    found = [Fact(f"{article}{n}", article, "storm", "kg:killed", v, said) for n, v in enumerate(counted)]
    if place:
        found.append(Fact(f"{article}p", article, "storm", "schema:location", Value("node", place), said))
    return tuple(found)


def against(*facts: Fact, setting: Setting | None = None) -> int:
    return len(contradictions(facts, (), schema=SCHEMA, setting=setting or Setting()))


def test_a_sentence_that_counts_men_and_women_gives_no_whole() -> None:
    assert against(*toll("a", "It killed 12.", 12), *toll("b", "It killed nine.", 9)) == 1
    assert against(*toll("a", "It killed 12.", 12), *toll("b", "It killed nine men and three women.", 9, 3)) == 0


def test_the_dead_of_two_towns_are_not_the_same_but_those_of_a_town_and_its_state_may_be() -> None:
    inside = Setting(places={"selm": frozenset(("narvia",))})
    here = toll("a", "It killed 12 in Selm.", 12, place="selm")

    assert against(*here, *toll("b", "It killed nine in Orrin.", 9, place="orrin"), setting=inside) == 0
    assert against(*here, *toll("b", "It killed nine in Narvia.", 9, place="narvia"), setting=inside) == 1


def test_the_dead_of_two_days_are_not_the_same() -> None:
    assert against(*toll("a", "It killed 12 on Monday.", 12), *toll("b", "It killed nine on Sunday.", 9)) == 0
    assert against(*toll("a", "It killed 12 on Monday.", 12), *toll("b", "On Monday, it killed nine.", 9)) == 1


def test_an_older_disaster_that_a_report_calls_to_mind_is_another() -> None:
    new, old = toll("a", "It killed 12.", 12), toll("b", "In 2003 it killed 900.", 900)
    when = Fact("bd", "b", "storm", "schema:startDate", Value("date", "2003"), old[0].evidence)
    days = Setting(published={"a": "2031-05-02", "b": "2031-05-02"})

    assert against(*new, *old, setting=days) == 1
    assert against(*new, *old, when, setting=days) == 0
