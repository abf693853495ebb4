"""A denial and what somebody affirms in, whether the one denies the other out: of one event much can be denied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kgraph.linking.setting import Setting
from kgraph.linking.times import overlap, same_news
from kgraph.model import Evidence, Fact

EVENT_TYPE, DESCRIBED = "sem:eventType", "kg:describedAs"
START, END = "schema:startDate", "schema:endDate"
DOERS = ("schema:agent", "schema:object")
NEAR = 6  # words before an event word in which it is said to have been prevented
# what an event word goes with: "nominated for an Oscar", "banned from the Games"
BEHIND = re.compile(r"\s+(for|from|of|as|with|to|on|against)\s+(?:the\s+|an?\s+)?([A-ZÀ-Þ][\w’'-]+)")
WORD = re.compile(r"[a-z]+")

Words = Mapping[str, Mapping[str, Sequence[str]]]
Key = tuple[str, str, Evidence]  # event, article, sentence


@dataclass(frozen=True, slots=True)
class Tellings:
    """What each sentence says of each event, who and what takes part and when it was, and all that is said of it."""

    roles: Mapping[Key, frozenset[tuple[str, str]]]
    dates: Mapping[Key, tuple[str, str]]
    whole: Mapping[str, frozenset[tuple[str, str]]]

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> Tellings:
        """The tellings of a corpus."""
        roles: dict[Key, set[tuple[str, str]]] = defaultdict(set)
        days: dict[Key, dict[str, str]] = defaultdict(dict)
        for f in facts:
            if f.object.kind == "node":
                roles[_key(f)].add((f.property, f.object.value))
            if f.property in (START, END):
                days[_key(f)][f.property] = f.object.value
        whole: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for (event, _, _), those in roles.items():
            whole[event] |= those
        dates = {k: (d.get(START, ""), d.get(END, d.get(START, ""))) for k, d in days.items()}
        return cls(_frozen(roles), dates, _frozen(whole))

    def date(self, fact: Fact) -> str:
        """When the sentence of a fact says that its event began, "" if it does not."""
        return self.dates.get(_key(fact), ("", ""))[0]

    def fillers(self, fact: Fact, *properties: str) -> frozenset[str]:
        """Who or what the sentence of a fact gives its event in these roles."""
        return frozenset(node for name, node in self.roles.get(_key(fact), ()) if name in properties)

    def fillers_of(self, event: str, *properties: str) -> frozenset[str]:
        """Who or what any sentence gives an event in these roles."""
        return frozenset(node for name, node in self.whole.get(event, ()) if name in properties)


T = TypeVar("T")


def _frozen(found: Mapping[T, set[tuple[str, str]]]) -> Mapping[T, frozenset[tuple[str, str]]]:
    return {k: frozenset(r) for k, r in found.items()}


def _key(fact: Fact) -> Key:
    return fact.subject, fact.article, fact.evidence


def is_denial_of(a: Fact, b: Fact, tellings: Tellings, words: Words, setting: Setting) -> bool:
    """Whether of two facts with opposite signs the denial means what the other affirms.

    Who denies the deed with fewer circumstances denies it with more: "no attack on Selm" is none on Monday either.
    """
    if a.article == b.article and a.evidence == b.evidence:  # a sentence that says and denies the same was misread
        return False
    if a.property != EVENT_TYPE:
        return True
    denied, told = (a, b) if a.factuality == "negative" else (b, a)
    if not _is_of_that_deed(denied, told, tellings, words, setting):
        return False
    ours, theirs = (_known(f, tellings, setting) for f in (told, denied))
    return len(ours & theirs) > 1 or (a.article != b.article and bool(theirs) and theirs <= ours)


def _is_of_that_deed(denied: Fact, told: Fact, tellings: Tellings, words: Words, setting: Setting) -> bool:
    """Whether neither the words nor the times say that it is another one."""
    if is_of_other_times(denied, words) or is_prevented(denied, words) or _goes_with_others(denied, told):
        return False
    return _is_of_those_days(denied, told, tellings, setting)


def belied(facts: Sequence[Fact], tellings: Tellings, words: Words, setting: Setting) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of deeds that were not found to be one, since so little takes part in them: a resignation, and its denial.

    They are of what somebody does alone and seldom twice, by the same person, in articles on one story.
    """
    alone = tuple(words.get("denials", {}).get("alone", ()))
    done: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for f in facts:
        if f.property == EVENT_TYPE and f.object.text.lower().startswith(alone):
            for name, node in sorted(_known(f, tellings, setting)):
                if name in DOERS and node in setting.people:
                    done[f.object.value, node].append(f)
    for (_, node), those in sorted(done.items()):
        denied = [f for f in those if f.factuality == "negative"]
        for one in denied:
            for two in (f for f in those if f.factuality in ("", "probable") and f.subject != one.subject):
                told = setting.same_story(one.article, two.article, beside=frozenset((node,)))
                if told and _is_of_that_deed(one, two, tellings, words, setting):
                    yield one, two


def _known(fact: Fact, tellings: Tellings, setting: Setting) -> frozenset[tuple[str, str]]:
    """Who takes part by name, if anybody does: who has none ("police") may be the same in two articles."""
    those = tellings.roles.get(_key(fact), frozenset())
    cast = setting.cast.get(fact.article)
    named = those if cast is None else frozenset((role, node) for role, node in those if node in cast)
    return named or those


def is_of_other_times(denied: Fact, words: Words) -> bool:
    """Whether a denial says that it is of other times than the news: "has never before sent troops"."""
    text = f" {' '.join(WORD.findall(denied.evidence.quote.lower()))} "
    return any(f" {word} " in text for word in words.get("denials", {}).get("other_times", ()))


def is_prevented(denied: Fact, words: Words) -> bool:
    """Whether it did not come about as somebody saw to that, or would not yet: who foils one attack denies no other."""
    before = WORD.findall(_around(denied)[0].lower())[-NEAR:]
    return any(w.startswith(stem) for w in before for stem in words.get("denials", {}).get("prevented", ()))


def _goes_with_others(denied: Fact, told: Fact) -> bool:
    """Whether the two words go with other names: "never nominated for an Oscar", "nominated for a Golden Globe"."""
    one, two = (BEHIND.match(_around(f)[1]) for f in (denied, told))
    return bool(one and two and one[1] == two[1] and one[2] != two[2])


def _around(fact: Fact) -> tuple[str, str]:
    """The sentence before the event word, and behind it."""
    if not fact.object.text:
        return "", ""
    before, word, behind = fact.evidence.quote.partition(fact.object.text)
    return (before, behind) if word else ("", "")


def _is_of_those_days(denied: Fact, told: Fact, tellings: Tellings, setting: Setting) -> bool:
    """Whether the denial is of the days of the deed; what has no date is of those on which the article appeared."""
    ours, theirs = (tellings.dates.get(_key(f), ("", "")) for f in (told, denied))
    if any(ours) and any(theirs):
        return overlap(ours, theirs)
    days = (setting.published.get(f.article, "") for f in (told, denied))
    one, two = (span[0] or day for span, day in zip((ours, theirs), days, strict=True))
    return not any(theirs) or same_news(one, two)
