"""Facts about who gains, loses or decides in, pairs of them out that cannot both be so, whatever words they use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kgraph.linking.setting import Setting
from kgraph.linking.triggers import alike
from kgraph.model import Fact

GAINS, LOSES, DECIDED = "kg:gainsFrom", "kg:losesFrom", "kg:decided"
STAKES = (GAINS, LOSES, DECIDED)
EXPECTED = ("", "probable", "future")
CLAIMED = (*EXPECTED, "possible")
MEANING = 4  # letters of a word from which on it says what is meant
NAME = re.compile(r"[A-ZÀ-Þ]|\d")  # how names and years begin
WORD = re.compile(r"[\w-]+")

Words = Mapping[str, Mapping[str, Sequence[str]]]


def at_odds(facts: Sequence[Fact], words: Words, setting: Setting) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts of which one gives an actor a gain, a loss or a decision, and the other denies or reverses it."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for f in facts:
        if f.property in STAKES:
            sort = DECIDED if f.property == DECIDED else GAINS
            for actor in {f.subject} | (setting.places.get(f.subject, frozenset()) if sort == DECIDED else frozenset()):
                groups[actor, sort].append(f)
    for _, members in sorted(groups.items()):
        for one, two in _opposed(members):
            if _is_one_matter(one, two, words):
                beside = frozenset((one.subject, two.subject))
                if setting.same_story(one.article, two.article, beside=beside):
                    yield one, two


def _opposed(members: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The pairs that are reversed; denials are few, so that not all pairs have to be looked at."""
    denied = [f for f in members if f.factuality == "negative"]
    lost = [f for f in members if f.property == LOSES and f.factuality in EXPECTED]
    for first in (denied, lost):
        rest = [f for f in members if f.factuality != "negative" and (first is denied or f.property == GAINS)]
        yield from ((one, two) for one in first for two in rest if is_reversed(one, two))


def is_reversed(a: Fact, b: Fact) -> bool:
    """Whether one is the opposite of the other: said and denied, or gained and lost."""
    signs = {a.factuality, b.factuality}
    if a.property == b.property:
        return "negative" in signs and bool(signs & set(CLAIMED))
    return {a.property, b.property} == {GAINS, LOSES} and signs <= set(EXPECTED)


def _is_one_matter(a: Fact, b: Fact, words: Words) -> bool:
    """Whether the phrases can mean one thing: heads of one family or sense, beside which they do not say what
    is different, and no "next" or "another".
    """
    one, two = (_head(f) for f in (a, b))
    table = words.get("stakes", {})
    if not (alike(one, two) or any({one, two} <= set(row.split("|")) for row in table.get("same", ()))):
        return False
    others = set(table.get("others", ()))
    ours, theirs = (_beside(f) - {*table.get("between", ())} for f in (a, b))
    if ours & others != theirs & others:
        return False
    named = [{w for w in WORD.findall(f.object.value) if NAME.match(w)} for f in (a, b)]
    return not (_differ(ours - others, theirs - others) or _differ(*named))


def _differ(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _beside(fact: Fact) -> set[str]:
    """What the phrase says beside its head: "peace mission", "tariffs on steel"."""
    words = {w for w in WORD.findall(fact.object.value.lower()) if len(w) >= MEANING}
    return {w for w in words if not alike(w, _head(fact))}


def _head(fact: Fact) -> str:
    return (fact.object.text or fact.object.value.split()[-1]).lower()
