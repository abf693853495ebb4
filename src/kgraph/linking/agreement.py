"""Facts in, contradictions out: pairs of facts on one subject that cannot both hold, from sources of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Literal

from kgraph.linking.copies import origin_of
from kgraph.linking.counts import Counts, reach
from kgraph.linking.deeds import ONCE
from kgraph.linking.denials import DESCRIBED, EVENT_TYPE, Tellings, belied, is_denial_of
from kgraph.linking.natures import disowned
from kgraph.linking.setting import Setting
from kgraph.linking.stakes import STAKES, at_odds, is_reversed
from kgraph.linking.times import overlap
from kgraph.model import Fact, Value
from kgraph.schema import Schema

UNKNOWN = Setting()

ONE_PLACE = ("schema:birthPlace", "schema:deathPlace", "schema:foundingLocation")
INSTIGATED, CAUSED = "kg:instigatedBy", "kg:causedBy"
# what says of what kind an event was: the kind itself, that somebody was behind it, or what it was about
ASPECTS: Mapping[str, str] = MappingProxyType({INSTIGATED: "instigated", CAUSED: "grievance"})
AFFIRMED = ("", "probable")
OWN_DATES = ("schema:foundingDate", "schema:deathDate")
DECADE = re.compile(r"\d0['’]?s\b")  # of no event's day: "a star of the 1950s died"

Reason = Literal["", "polarity", "number", "date", "place", "kind", "value"]
Words = Mapping[str, Mapping[str, Sequence[str]]]


def contradictions(
    facts: Sequence[Fact],
    copies: Iterable[tuple[str, str]],
    *,
    schema: Schema,
    setting: Setting = UNKNOWN,
) -> tuple[tuple[str, str], ...]:
    """Pairs of fact ids, the smaller first: another value where there is only one, or the same said and denied."""
    origins = origin_of(copies)
    tellings = Tellings.of(facts)
    counts = Counts.of(facts, tellings, setting)
    apart = (
        *at_odds(facts, schema.words, setting),
        *disowned(facts, tellings, schema.words, setting),
        *belied(facts, tellings, schema.words, setting),
    )
    pairs = {(min(a.id, b.id), max(a.id, b.id)) for a, b in apart if _independent(a, b, origins)}
    for one, two in _comparable(facts, schema.one_valued):
        if not _independent(one, two, origins):
            continue
        why = reason(one, two, schema.words)
        excused = (
            (why == "polarity" and not is_denial_of(one, two, tellings, schema.words, setting))
            or (why == "number" and not counts.is_same(one, two))
            or (why == "place" and not _apart(one.object.value, two.object.value, setting.places))
        )
        if why and not excused:
            pairs.add((min(one.id, two.id), max(one.id, two.id)))
    return tuple(sorted(_by_origin(pairs, {f.id: f for f in facts}, origins)))


Pair = tuple[str, str]


def _by_origin(pairs: Iterable[Pair], facts: Mapping[str, Fact], origins: Mapping[str, str]) -> Iterator[Pair]:
    """The pairs without those in which a copy only repeats what stands against the same fact in its original."""
    both = [pair for one, two in pairs for pair in ((one, two), (two, one))]
    first = {(_gist(facts[one]), facts[one].article, two) for one, two in both}
    told: set[Pair] = {
        (one, two)
        for one, two in both
        if (origin := origins.get(facts[one].article, facts[one].article)) != facts[one].article
        and (_gist(facts[one]), origin, two) in first
    }
    yield from (pair for pair in pairs if not {pair, pair[::-1]} & told)


def _gist(fact: Fact) -> tuple[str, str, bool, str]:
    """What a copy repeats, if in other words."""
    value = "" if fact.object.kind in ("text", "concept") else fact.object.value
    return fact.subject, fact.property, fact.factuality == "negative", value


def reason(a: Fact, b: Fact, words: Words) -> Reason:
    """Why two facts on one subject cannot both hold, "" if they can; `words` are the word lists of the schema.

    One is said and denied; an event is of two kinds that exclude each other; or a property that has one value has
    two: numbers beyond what their hedges allow, dates that differ at the coarser precision, places, or other things.
    """
    if not overlap((a.start, a.end), (b.start, b.end)):
        return ""
    both = {a.property, b.property}
    if both <= set(STAKES):
        return _reversed(a, b)
    if both == {DESCRIBED, EVENT_TYPE}:
        return "polarity"
    if both <= {DESCRIBED, *ASPECTS}:
        return _otherwise_described(a, b, words.get("kinds", {}))
    if (a.factuality == "negative") != (b.factuality == "negative"):
        return "polarity" if a.property == EVENT_TYPE or a.object.value == b.object.value else ""
    return "" if a.factuality or b.factuality or a.object.kind != b.object.kind else _differs(a, b, words)


def _differs(a: Fact, b: Fact, words: Words) -> Reason:
    if a.object.kind == "number":
        return _counted_otherwise(a, b, words.get("bounds", {}))
    otherwise = _valued_otherwise(a.object, b.object)
    return "place" if otherwise and a.property in ONE_PLACE else otherwise


def _reversed(a: Fact, b: Fact) -> Reason:
    if not is_reversed(a, b):
        return ""
    return "polarity" if a.property == b.property else "kind"


def _otherwise_described(a: Fact, b: Fact, kinds: Mapping[str, Sequence[str]]) -> Reason:
    """Whether one gives an event a kind that the other denies, or one that excludes the other's."""
    one, two = (ASPECTS.get(f.property, f.object.value) for f in (a, b))
    signs = {a.factuality, b.factuality}
    if "negative" in signs:
        same = one == two and (a.property == DESCRIBED or a.object.value == b.object.value)
        return "polarity" if same and signs & set(AFFIRMED) else ""
    excluding = {frozenset(pair.split("|")) for pair in kinds.get("opposed", ())}
    return "kind" if signs <= set(AFFIRMED) and frozenset((one, two)) in excluding else ""


def _valued_otherwise(a: Value, b: Value) -> Reason:
    if a.kind == "date":
        return "" if overlap((a.value,) * 2, (b.value,) * 2) else "date"
    if a.kind == "concept" or a.value == b.value:
        return ""  # a type with its mode and the type alone say the same
    return "value"


def _counted_otherwise(a: Fact, b: Fact, bounds: Mapping[str, Sequence[str]]) -> Reason:
    (low, high), (least, most) = reach(a, bounds), reach(b, bounds)
    return "number" if high < least or most < low else ""


def _apart(a: str, b: str, places: Mapping[str, frozenset[str]]) -> bool:
    """Whether two places lie in different parts of the world, for certain: each is in some place, none in both."""
    ours, theirs = places.get(a, frozenset()), places.get(b, frozenset())
    return bool(ours and theirs) and not ({a} | ours) & ({b} | theirs)


def _comparable(facts: Sequence[Fact], one_valued: frozenset[str]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts that speak of one triple, or of the value of one subject's one-valued property."""
    once = {f.subject for f in facts if f.property == EVENT_TYPE and f.object.value in ONCE}
    # the date of a founding or a death is compared as the body's or person's own, and not again as the event's
    dated = {f.evidence for f in facts if f.property in OWN_DATES}
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for f in facts:
        if f.property in STAKES:
            continue
        if f.property in (DESCRIBED, *ASPECTS):
            groups[f.subject, DESCRIBED].append(f)
            continue
        again = f.property == "schema:startDate" and (f.evidence in dated or DECADE.search(f.object.text))
        if again or f.factuality not in ("", "negative", "probable"):
            continue
        if f.factuality == "" and _has_one_value(f, one_valued, once):
            groups[f.subject, f.property].append(f)
        # an event that did not happen is denied once, as an event, and not again in each of its roles
        groups[f.subject, f.property, "" if f.property == EVENT_TYPE else f.object.value].append(f)
    events = {f.subject for f in facts if f.property == EVENT_TYPE}
    for (subject, name, *value), members in sorted(groups.items()):
        if not (value and subject in events and name != EVENT_TYPE):
            yield from combinations(members, 2)


def _has_one_value(f: Fact, one_valued: frozenset[str], once: set[str]) -> bool:
    dated_once = f.property == "schema:startDate" and f.subject in once
    return dated_once or f.property in one_valued or f.property in ONE_PLACE or f.object.kind == "number"


def _independent(a: Fact, b: Fact, origins: Mapping[str, str]) -> bool:
    """Whether the two come from different origins, or from different voices in one article.

    A count that an article gives itself is seldom of the same as one that it has from somebody: these must be two's.
    """
    if a.article == b.article:
        counted = a.object.kind == b.object.kind == "number"
        return a.speaker != b.speaker and (not counted or bool(a.speaker and b.speaker))
    return origins.get(a.article, a.article) != origins.get(b.article, b.article)
