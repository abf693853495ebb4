"""What is told in, contradictions out: two sides that cannot both hold, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.comparison.matrix import written
from kgraph.comparison.tellings import EVENT_TYPE, Telling, Told, Triple, as_fact
from kgraph.graph import Passage
from kgraph.linking.agreement import Reason, Words, reason
from kgraph.schema import Schema

WHY: Mapping[Reason, str] = {
    "polarity": "one side says it, the other denies it",
    "number": "the numbers differ by more than their hedges allow",
    "date": "the dates differ even at the coarser precision",
    "place": "it can have been in one place only",
    "kind": "they call it things that exclude each other",
    "value": "there can be only one",
    "": "they cannot both hold",
}
Side = tuple[Triple, bool]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides with all passages on each, oldest first; `reason` is a word, `why` and `sides` are lines to read."""

    subject: str
    name: str
    reason: Reason
    one: tuple[Passage, ...]
    two: tuple[Passage, ...]
    sides: tuple[str, str] = ("", "")

    @property
    def why(self) -> str:
        """Why both cannot hold."""
        return WHY[self.reason]


def contradictions(told: Told) -> tuple[Contradiction, ...]:
    """The contradictions of the graph, each pair of sides once, however many passages are on them."""
    by_fact = {t.passage.fact: t for t in told.tellings}
    found: dict[tuple[Side, Side], list[tuple[Telling, Telling]]] = {}
    for a, b in told.against:
        if a in by_fact and b in by_fact:
            one, two = sorted((by_fact[a], by_fact[b]), key=_side)
            found.setdefault((_side(one), _side(two)), []).append((one, two))
    words = Schema.load().words
    made = (_contradiction(pairs, told, words) for _, pairs in sorted(found.items()))
    return tuple(sorted(made, key=lambda c: (c.subject, c.name, c.one[0].start)))


def _side(telling: Telling) -> Side:
    return telling.triple, telling.passage.factuality == "negative"


def _contradiction(pairs: Sequence[tuple[Telling, Telling]], told: Told, words: Words) -> Contradiction:
    a, b = pairs[0]
    name = a.passage.property
    return Contradiction(
        subject=a.passage.subject,
        name=told.labels.get(name, name),
        reason=reason(as_fact(a, told.kinds), as_fact(b, told.kinds), words),
        one=_passages(one for one, _ in pairs),
        two=_passages(two for _, two in pairs),
        sides=(_says(a, b, told), _says(b, a, told)),
    )


def _says(one: Telling, other: Telling, told: Told) -> str:
    """What a side says, in short: the value; with the relation, where the other side speaks of another one."""
    said = one.passage
    if said.property == EVENT_TYPE:
        return "it did not take place" if said.factuality == "negative" else "it took place"
    value = written(one.triple[2], told.kinds.get(said.property, "")) or said.object
    name = told.labels.get(said.property, said.property)
    line = value if said.property == other.passage.property else f"{name} {value}"
    return f"not {line}" if said.factuality == "negative" else line


def _passages(tellings: Iterable[Telling]) -> tuple[Passage, ...]:
    once = {t.passage.fact: t.passage for t in tellings}
    return tuple(sorted(once.values(), key=lambda p: (p.date or "9999", p.path, p.start, p.fact)))
