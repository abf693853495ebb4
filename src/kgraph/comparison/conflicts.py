"""What is told in, contradictions out: two sides that cannot both hold, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.comparison.matrix import written
from kgraph.comparison.outlets import name, roots
from kgraph.comparison.tellings import EVENT_TYPE, Telling, Told, Triple, as_fact, told
from kgraph.graph import KnowledgeGraph, Passage
from kgraph.linking.agreement import Reason, Words, reason
from kgraph.linking.stakes import STAKES
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
Side = tuple[Triple, bool]  # what is said, and whether it is denied
Pair = tuple[Telling, Telling]
Gist = tuple[str, str, bool, str]  # subject, property, whether it is denied, value
Copied = tuple[Gist, str]  # what an article says, and the article
WORDS = ("text", "concept")  # kinds of object that a copy may put in other words


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides with all passages on each, oldest first; `reason` is a word, `why` and `sides` are lines to read.

    `name` is the relation that is disputed, "" where the sides speak of different ones; `node` is the subject's IRI.
    `copies` are the outlets that on each side only repeat what an original says.
    """

    subject: str
    name: str
    reason: Reason
    one: tuple[Passage, ...]
    two: tuple[Passage, ...]
    sides: tuple[str, str] = ("", "")
    copies: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    node: str = ""

    @property
    def why(self) -> str:
        """Why both cannot hold."""
        return WHY[self.reason]


def disputes(graph: KnowledgeGraph) -> tuple[Contradiction, ...]:
    """The contradictions of a graph."""
    return contradictions(told(graph))


def contradictions(known: Told) -> tuple[Contradiction, ...]:
    """The contradictions of the graph, each dispute once, however many passages are on its sides."""
    by_fact = {t.passage.fact: t for t in known.tellings}
    found: dict[tuple[Side, Side], list[Pair]] = {}
    for a, b in known.against:
        if a in by_fact and b in by_fact:
            one, two = sorted((by_fact[a], by_fact[b]), key=lambda t: (_is_denied(t), _side(t)))
            found.setdefault((_side(one), _side(two)), []).append((one, two))
    words, copied = Schema.load().words, _copied(known) if found else {}
    made = (_contradiction(pairs, known, words, copied) for pairs in _disputes(found))
    return tuple(sorted(made, key=lambda c: (c.subject, c.name, c.one[0].start)))


def _side(telling: Telling) -> Side:
    return telling.triple, _is_denied(telling)


def _is_denied(telling: Telling) -> bool:
    return telling.passage.factuality == "negative"


def _disputes(found: Mapping[tuple[Side, Side], Sequence[Pair]]) -> Iterator[list[Pair]]:
    """The pairs by dispute: all that stands against one side of a subject is one dispute, with that side last."""
    left = {key: list(found[key]) for key in sorted(found)}
    while left:
        rivals: dict[Side, int] = {}
        for one, two in left:
            if one[0][0] == two[0][0]:
                rivals.update({side: rivals.get(side, 0) + 1 for side in (one, two)})
        hub = max(sorted(rivals), key=lambda side: rivals[side], default=None)
        if hub is None or rivals[hub] == 1:
            yield from left.values()
            return
        mine = [key for key in left if hub in key and key[0][0][0] == key[1][0][0]]
        yield [pair if key[1] == hub else pair[::-1] for key in mine for pair in left.pop(key)]


def _contradiction(
    pairs: Sequence[Pair], known: Told, words: Words, copied: Mapping[Copied, Sequence[str]]
) -> Contradiction:
    a, b = pairs[0]
    names = {t.passage.property for pair in pairs for t in pair}
    one, two = ([pair[n] for pair in pairs] for n in (0, 1))
    about = b if b.passage.property == EVENT_TYPE else a
    return Contradiction(
        subject=about.passage.subject,
        name=known.labels.get(a.passage.property, a.passage.property) if len(names) == 1 else "",
        reason=reason(as_fact(a, known.kinds), as_fact(b, known.kinds), words),
        one=_passages(one, known),
        two=_passages(two, known),
        sides=(_says(pairs, known), _says([(y, x) for x, y in pairs], known)),
        copies=(_copies(one, copied, known), _copies(two, copied, known)),
        node=about.triple[0],
    )


def _says(pairs: Iterable[Pair], known: Told) -> str:
    """What the first side of the pairs says, in short."""
    lines: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        label, value = _line(one, other, known)
        lines.setdefault(label, {})[value] = None
    return "; ".join(f"{label} {', '.join(values)}".strip() for label, values in lines.items())


def _line(one: Telling, other: Telling, known: Told) -> tuple[str, str]:
    """What one telling says: the relation, if the other side speaks of another one, and the value."""
    said = one.passage
    if said.property == EVENT_TYPE:
        return "", "it did not take place" if _is_denied(one) else "it took place"
    value = written(one.triple[2], known.kinds.get(said.property, "")) or said.object
    label = known.labels.get(said.property, said.property)
    if said.property in STAKES and one.triple[2] != other.triple[2]:
        value = f"“{value}”"
    if said.property == other.passage.property:
        return "", f"not {value}" if _is_denied(one) else value
    about = label if one.triple[0] == other.triple[0] else f"{said.subject} {label}"
    return f"not {about}" if _is_denied(one) else about, value


def _passages(tellings: Iterable[Telling], known: Told) -> tuple[Passage, ...]:
    """The passages of one side, without those of copies where their originals are on it too."""
    once: dict[tuple[str, int, int, str], Passage] = {}
    for p in (t.passage for t in tellings):
        once.setdefault((p.article, p.start, p.end, p.speaker), p)
    here = {p.article for p in once.values()}
    kept = [p for p in once.values() if not (roots(p.article, known.sources) - {p.article}) & here]
    return tuple(sorted(kept, key=lambda p: (p.date or "9999", p.path, p.start, p.fact)))


def _copies(tellings: Sequence[Telling], copied: Mapping[Copied, Sequence[str]], known: Told) -> tuple[str, ...]:
    """The outlets whose articles repeat what those of a side say, and restate these."""
    found = {x for t in tellings for x in copied.get((_gist(t, known), t.passage.article), ())}
    return tuple(sorted(found))


def _copied(known: Told) -> dict[Copied, list[str]]:
    """What copies repeat of which article → their outlets."""
    found: dict[Copied, list[str]] = {}
    for t in known.tellings:
        for original in roots(t.passage.article, known.sources) - {t.passage.article}:
            found.setdefault((_gist(t, known), original), []).append(name(known.sources[t.passage.article]))
    return found


def _gist(telling: Telling, known: Told) -> Gist:
    subject, _, value = telling.triple
    loose = telling.passage.property == EVENT_TYPE or known.kinds.get(telling.passage.property) in WORDS
    return subject, telling.passage.property, _is_denied(telling), "" if loose else value
