"""Two counts of one event in, out whether they count the same, and what each can mean: tolls rise, parts are parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgraph.linking.denials import Tellings
from kgraph.linking.harm import SIZE, limits
from kgraph.linking.setting import Setting
from kgraph.linking.times import same_news
from kgraph.model import Evidence, Fact

TAKING_PART = ("schema:agent", "schema:object", "schema:participant")
TOLLS = ("kg:killed", "kg:injured", "kg:detained")  # counts that rise from day to day
LOCATION = "schema:location"
Key = tuple[str, str, str, Evidence]  # event, property, article, sentence
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Counts:
    """What counts are compared with; `parts` are sentences that give several counts of one kind: of men, of women."""

    tellings: Tellings
    setting: Setting
    parts: frozenset[Key]

    @classmethod
    def of(cls, facts: Sequence[Fact], tellings: Tellings, setting: Setting) -> Counts:
        """The counts of a corpus."""
        told: dict[Key, set[str]] = defaultdict(set)
        for f in facts:
            if f.object.kind == "number":
                told[_key(f)].add(f.object.value)
        return cls(tellings, setting, frozenset(key for key, values in told.items() if len(values) > 1))

    def is_same(self, a: Fact, b: Fact) -> bool:
        """Whether both count the same people of one event, at one place and time."""
        if {_key(a), _key(b)} & self.parts or _of_others(a, b, self.tellings) or self._is_elsewhere(a, b):
            return False
        if _of_other_days(a, b) or self._is_of_another_time(a, b):
            return False
        return not _risen(a, b, self.setting.published) or _disputed(a, b, self.setting.people)

    def _is_of_another_time(self, a: Fact, b: Fact) -> bool:
        """Whether one toll has a date, and the other none and no article of those days: an older disaster, called to
        mind.
        """
        days = [self.tellings.date(f) for f in (a, b)]
        if a.property not in TOLLS or bool(days[0]) == bool(days[1]):
            return False
        bare = b if days[0] else a
        published = self.setting.published.get(bare.article, "")
        return not (published and same_news(days[0] or days[1], published))

    def _is_elsewhere(self, a: Fact, b: Fact) -> bool:
        """Whether their sentences name places of which none lies in another."""
        ours, theirs = (self.tellings.fillers(f, LOCATION) for f in (a, b))
        return bool(ours and theirs) and not (ours & self._around(theirs) or theirs & self._around(ours))

    def _around(self, places: frozenset[str]) -> frozenset[str]:
        return places.union(*(self.setting.places.get(p, frozenset()) for p in places))


def _key(fact: Fact) -> Key:
    return fact.subject, fact.property, fact.article, fact.evidence


def _of_other_days(a: Fact, b: Fact) -> bool:
    """Whether the sentences name days of the week, and no day in common."""
    ours, theirs = (set(WEEKDAY.findall(f.evidence.quote)) for f in (a, b))
    return bool(ours and theirs) and not ours & theirs


def _disputed(a: Fact, b: Fact, people: frozenset[str]) -> bool:
    """Whether two persons with a name each answer for their number."""
    return a.speaker != b.speaker and {a.speaker, b.speaker} <= people


def _risen(a: Fact, b: Fact, published: Mapping[str, str]) -> bool:
    """Whether the higher toll is simply the later one."""
    first, second = sorted((a, b), key=lambda f: float(f.object.value))
    earlier, later = (published.get(f.article, "") for f in (first, second))
    return a.property in TOLLS and bool(earlier) and earlier < later


def _of_others(a: Fact, b: Fact, tellings: Tellings) -> bool:
    """Whether two sizes are those of two groups: of the whole force, and of those whom one state sent."""
    ours, theirs = (tellings.fillers(f, *TAKING_PART) for f in (a, b))
    return a.property == SIZE and bool(ours and theirs) and not ours & theirs


def reach(fact: Fact, bounds: Mapping[str, Sequence[str]]) -> tuple[float, float]:
    """The least and the most that a count can mean, given the words that hedge it."""
    return limits(float(fact.object.value), f"{fact.hedge} {fact.object.text}", bounds)
