"""Which facts contradict each other, on an invented league and a strike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.linking.agreement import contradictions, reason
from kgraph.linking.copies import origin_of
from kgraph.linking.counts import reach
from kgraph.linking.setting import Setting
from kgraph.model import Evidence, Fact, Factuality, Value
from kgraph.schema import Schema
from linking.paper import SCHEMA

EVIDENCE = Evidence("a", 0, 1, "x")


def fact(number: int, value: Value, *, article: str = "", name: str = "schema:foundingDate", speaker: str = "",
         factuality: Factuality = "", hedge: str = "", start: str = "", end: str = "") -> Fact:  # fmt: skip
    article = article or f"article{number}"
    return Fact(
        f"f{number}", article, "league", name, value, EVIDENCE, factuality, hedge, speaker, start=start, end=end
    )


def date(value: str) -> Value:
    return Value("date", value)


def count(value: int) -> Value:
    return Value("number", str(value))


def against(*facts: Fact, copied: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[str, str], ...]:
    return contradictions(facts, copied, schema=SCHEMA)


def test_two_founding_years_contradict_each_other() -> None:
    assert against(fact(2, date("1974")), fact(1, date("1971"))) == (("f1", "f2"),)


def test_a_year_and_a_day_in_it_agree() -> None:
    assert against(fact(1, date("1971")), fact(2, date("1971-03-02"))) == ()


def test_a_copy_does_not_contradict_its_original_but_both_contradict_a_third() -> None:
    facts = (fact(1, date("1971")), fact(2, date("1972")), fact(3, date("1974")))

    assert against(*facts, copied=(("article2", "article1"),)) == (("f1", "f3"), ("f2", "f3"))


def test_what_a_copy_repeats_stands_against_a_third_once_and_by_its_original() -> None:
    facts = (fact(1, date("1971")), fact(2, date("1971")), fact(3, date("1974")))

    assert against(*facts, copied=(("article2", "article1"),)) == (("f1", "f3"),)


def test_one_article_contradicts_itself_only_by_another_voice() -> None:
    assert against(fact(1, date("1971"), article="a"), fact(2, date("1974"), article="a")) == ()
    assert against(fact(1, date("1971"), article="a"), fact(2, date("1974"), article="a", speaker="virta"))


@pytest.mark.parametrize(
    ("hedge", "other", "contradict"),
    [("about", 2700, False), ("about", 3000, True), ("more than", 3000, False), ("more than", 2000, True),
     ("up to", 2000, False), ("up to", 3000, True), ("", 2600, True), ("", 2500, False)],
)  # fmt: skip
def test_a_number_contradicts_another_beyond_what_its_hedge_allows(hedge: str, other: int, contradict: bool) -> None:
    one, two = fact(1, count(2500), name="kg:size", hedge=hedge), fact(2, count(other), name="kg:size")

    assert bool(against(one, two)) == contradict


def test_the_wording_of_a_number_counts_as_its_hedge() -> None:
    rounded = fact(1, Value("number", "2500", "nearly 2,500 dockers"), name="kg:size")

    assert reach(rounded, SCHEMA.words["bounds"]) == (2250, 2750)


def test_the_same_triple_affirmed_and_denied_contradicts() -> None:
    member = Value("node", "selm")
    said, denied = (
        fact(1, member, name="schema:memberOf"),
        fact(2, member, name="schema:memberOf", factuality="negative"),
    )

    assert against(said, denied) == (("f1", "f2"),)
    assert against(said, fact(3, Value("node", "orva"), name="schema:memberOf", factuality="negative")) == ()


def test_an_event_is_denied_once_and_not_in_each_role() -> None:
    kind, agent = Value("concept", "ASSAULT"), Value("node", "virta")
    facts = (
        fact(1, kind, name="sem:eventType", article="a"),
        fact(2, agent, name="schema:agent", article="a"),
        fact(3, kind, name="sem:eventType", article="b", factuality="negative"),
        fact(4, agent, name="schema:agent", article="b", factuality="negative"),
    )

    assert against(*facts) == (("f1", "f3"),)


def test_a_denial_of_something_else_about_an_event_contradicts_nothing() -> None:
    kind, agent = Value("concept", "ASSAULT"), Value("node", "virta")
    facts = (
        fact(1, kind, name="sem:eventType", article="a"),
        fact(2, agent, name="schema:agent", article="a"),
        fact(3, kind, name="sem:eventType", article="b", factuality="negative"),
        fact(4, agent, name="schema:object", article="b", factuality="negative"),
    )

    assert against(*facts) == ()


def test_a_toll_that_rises_from_day_to_day_contradicts_nothing() -> None:
    first, second = (fact(n, count(c), name="kg:killed") for n, c in ((1, 12), (2, 30)))
    days = {"article1": "2031-05-02", "article2": "2031-05-04"}

    assert contradictions((first, second), (), schema=SCHEMA, setting=Setting(published=days)) == ()
    assert contradictions(
        (first, second), (), schema=SCHEMA, setting=Setting(published={**days, "article2": "2031-05-01"})
    )
    assert contradictions((first, second), (), schema=SCHEMA, setting=Setting(published={}))


def test_two_named_people_who_give_two_tolls_contradict_each_other_on_whatever_days() -> None:
    tolls = [
        fact(n, count(c), name="kg:killed", speaker=who)
        for n, c, who in ((1, 12, "ida-sorensen"), (2, 30, "aino-virta"))
    ]
    days = {"article1": "2031-05-02", "article2": "2031-05-03"}
    people = frozenset(("ida-sorensen", "aino-virta"))

    assert contradictions(tolls, (), schema=SCHEMA, setting=Setting(published=days, people=people))
    assert (
        contradictions(tolls, (), schema=SCHEMA, setting=Setting(published=days, people=frozenset(("ida-sorensen",))))
        == ()
    )


def test_two_birthplaces_contradict_each_other_where_they_are_known_to_lie_apart() -> None:
    facts = [
        fact(n, Value("node", v), name="schema:birthPlace") for n, v in enumerate(("tarn", "selm", "orvania", "pier"))
    ]
    places = {"tarn": frozenset(("velmark",)), "selm": frozenset(("orvania",))}

    assert contradictions(facts, (), schema=SCHEMA, setting=Setting(places=places)) == (("f0", "f1"),)


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        (fact(1, date("1971")), fact(2, date("1974")), "date"),
        (fact(1, date("1971")), fact(2, date("1971-03")), ""),
        (fact(1, date("1971")), fact(2, date("1971"), factuality="negative"), "polarity"),
        (fact(1, date("1971")), fact(2, date("1974"), factuality="negative"), ""),
        (fact(1, count(5), name="kg:size"), fact(2, count(9), name="kg:size"), "number"),
        (fact(1, Value("node", "tarn")), fact(2, Value("node", "selm")), "value"),
        (fact(1, date("1971"), start="1980", end="1990"), fact(2, date("1974"), start="2001"), ""),
    ],
)
def test_a_contradiction_has_a_reason(one: Fact, two: Fact, why: str) -> None:
    assert reason(one, two, SCHEMA.words) == why
    assert reason(two, one, SCHEMA.words) == why


def test_what_is_only_possible_contradicts_nothing() -> None:
    assert against(fact(1, date("1971")), fact(2, date("1974"), factuality="possible")) == ()


def test_a_type_with_its_mode_and_without_agree() -> None:
    types = [Value("concept", t) for t in ("REQUEST", "REQUEST-assist")]

    assert against(*(fact(n, t, name="sem:eventType") for n, t in enumerate(types))) == ()


def test_facts_of_different_times_agree() -> None:
    member = Value("node", "selm")
    before = fact(1, member, name="schema:memberOf", start="1990", end="1995")
    after = fact(2, member, name="schema:memberOf", start="2001", factuality="negative")

    assert against(before, after) == ()


def test_a_copy_of_a_copy_goes_back_to_the_first() -> None:
    assert origin_of([("c", "b"), ("b", "a")]) == {"c": "a", "b": "a", "a": "a"}


def kind(number: int, value: str, *, name: str = "kg:describedAs", factuality: Factuality = "", **rest: str) -> Fact:
    object_ = Value("node" if name == "kg:instigatedBy" else "text", value)
    return fact(number, object_, name=name, factuality=factuality, **rest)


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        (kind(1, "spontaneous"), kind(2, "organised"), "kind"),
        (kind(1, "spontaneous"), kind(2, "organised", factuality="probable"), "kind"),
        (kind(1, "spontaneous"), kind(2, "organised", factuality="possible"), ""),
        (kind(1, "spontaneous"), kind(2, "peaceful"), ""),
        (kind(1, "spontaneous"), kind(2, "spontaneous", factuality="negative"), "polarity"),
        (kind(1, "spontaneous"), kind(2, "organised", factuality="negative"), ""),
        (kind(1, "spontaneous"), kind(2, "virta", name="kg:instigatedBy"), "kind"),
        (kind(1, "bread prices", name="kg:causedBy"), kind(2, "virta", name="kg:instigatedBy"), "kind"),
        (kind(1, "bread prices", name="kg:causedBy"), kind(2, "a new tax", name="kg:causedBy"), ""),
        (kind(1, "virta", name="kg:instigatedBy"), kind(2, "virta", name="kg:instigatedBy"), ""),
    ],
)
def test_an_event_is_not_of_two_kinds_that_exclude_each_other(one: Fact, two: Fact, why: str) -> None:
    assert reason(one, two, SCHEMA.words) == reason(two, one, SCHEMA.words) == why
    assert bool(against(one, two)) == bool(why)


def strike(denied_roles: tuple[str, ...], quote: str = "x") -> tuple[Fact, ...]:
    """One article tells of an attack of Virta on Selm, another denies one with these roles."""
    said = [("sem:eventType", Value("concept", "ASSAULT")), ("schema:agent", Value("node", "virta"))]
    said.append(("schema:object", Value("node", "selm")))
    evidence = Evidence("b", 0, len(quote), quote)
    told = [fact(n, value, name=name, article="a") for n, (name, value) in enumerate(said)]
    denied = [
        replace(fact(n + 5, value, name=name, article="b", factuality="negative"), evidence=evidence)
        for n, (name, value) in enumerate(said)
        if name in ("sem:eventType", *denied_roles)
    ]
    return (*told, *denied)


def test_who_denies_a_deed_with_fewer_circumstances_denies_it_with_more() -> None:
    assert against(*strike(("schema:object",))) == (("f0", "f5"),)
    assert against(*strike(())) == ()


def test_a_denial_of_other_times_contradicts_nothing() -> None:
    assert against(*strike(("schema:object",), "Selm has never been attacked before.")) == ()


def deed(number: int, sentence: str, word: str, factuality: Factuality = "", *, day: str = "") -> tuple[Fact, ...]:
    """A telling of the blockade of Selm by Narvia, dated or not."""
    place = Evidence(f"article{number}", 0, len(sentence), sentence)
    told = [("sem:eventType", Value("concept", "ASSAULT", word)), ("schema:agent", Value("node", "narvia"))]
    told += [("schema:object", Value("node", "selm")), *([("schema:startDate", Value("date", day))] if day else [])]
    return tuple(
        Fact(f"f{number}{n}", place.article, "blockade", name, value, place, factuality)
        for n, (name, value) in enumerate(told)
    )


def test_a_deed_that_was_foiled_or_refused_is_not_denied() -> None:
    told = deed(1, "Narvia attacked Selm.", "attacked")

    assert against(*told, *deed(2, "Narvia did not attack Selm.", "attack", "negative"))
    assert not against(*told, *deed(2, "Guards thwarted an attack on Selm by Narvia.", "attack", "negative"))
    assert not against(*told, *deed(2, "Narvia refused to attack Selm.", "attack", "negative"))


def test_a_denial_of_other_days_or_with_other_names_is_of_another_deed() -> None:
    told = deed(1, "Narvia banned Selm from the Polar Games.", "banned", day="2031-05-03")

    assert not against(*told, *deed(2, "Narvia did not ban Selm in 2028.", "ban", "negative", day="2028"))
    assert not against(*told, *deed(2, "Narvia did not ban Selm.", "ban", "negative", day="2028-05"))
    assert not against(
        deed(1, "Narvia was banned from Games.", "banned")[0],
        *deed(2, "Narvia was never banned from Eurovision.", "banned", "negative"),
    )
    assert against(*told, *deed(2, "Narvia did not ban Selm.", "ban", "negative", day="2031-05"))


def test_a_resignation_and_its_denial_stand_against_each_other_though_they_are_two_events() -> None:
    def resigns(event: str, article: str, factuality: Factuality = "") -> tuple[Fact, Fact]:
        place = Evidence(article, 0, 1, "Holm resigned.")
        kind = Value("concept", "RETREAT-resign", "resigned")
        return (
            Fact(f"{event}1", article, event, "sem:eventType", kind, place, factuality),
            Fact(f"{event}2", article, event, "schema:agent", Value("node", "holm"), place, factuality),
        )

    cast = frozenset(("holm", "selm", "harbour"))
    story = Setting(cast={"a": cast, "b": cast}, people=frozenset(("holm",)))
    facts = (*resigns("left", "a"), *resigns("stayed", "b", "negative"))

    assert contradictions(facts, (), schema=Schema.load(), setting=story) == (("left1", "stayed1"),)
    assert contradictions(facts, (), schema=Schema.load(), setting=Setting(people=story.people)) == ()


def test_a_decade_beside_a_death_is_not_its_day() -> None:
    def died(number: int, when: Value) -> tuple[Fact, Fact]:
        kind = fact(number, Value("concept", "DIE"), name="sem:eventType")
        return replace(kind, id=f"k{number}"), fact(number, when, name="schema:startDate")

    day = died(1, date("2013-06-06"))

    assert against(*day, *died(2, Value("date", "1950", "the 1950s"))) == ()
    assert against(*day, *died(2, Value("date", "1950", "in 1950"))) == (("f1", "f2"),)
