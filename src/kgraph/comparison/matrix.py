"""What is told in, the agreement matrix out: each fact against each outlet, and how the outlet stands to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kgraph.comparison.outlets import Column, origins
from kgraph.comparison.tellings import EVENT_TYPE, Told, Triple
from kgraph.graph import Passage

Stance = Literal["asserts", "denies", "attributes", "hedges", "silent"]
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
FOUNDED = "schema:foundingDate"
STANCES: tuple[Stance, ...] = ("asserts", "denies", "attributes", "hedges")


@dataclass(frozen=True, slots=True)
class Cell:
    """How one outlet stands to one fact: its clearest stance, what else it says, whose word it gives, and where.

    `also` are further stances of the same outlet; `voices` are the speakers that it gives the fact (or its denial) to.
    """

    stance: Stance = "silent"
    also: tuple[Stance, ...] = ()
    voices: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One fact against all outlets: `cells` stand in the order of the columns.

    `told_by` counts the origins that speak of it, `support` those that state it as true; a copy adds to neither.
    `disputed` says that some voice denies what another affirms, or that kg:contradicts stands between them and
    another value. `event` is true where the fact is that the event took place at all.
    """

    triple: Triple
    label: str
    event: bool
    cells: tuple[Cell, ...]
    told_by: int
    support: int
    disputed: bool


def stance_of(passage: Passage) -> Stance:
    """How a passage stands to its fact, the outlet's own voice told from others'."""
    if passage.factuality == "negative":
        return "denies"
    if passage.factuality:
        return "hedges"
    return "attributes" if passage.speaker else "asserts"


def rows(told: Told, columns: Sequence[Column]) -> tuple[Row, ...]:
    """All facts worth a row, what is disputed first, then what most origins speak of; what is told of an event
    stands under it.
    """
    found = dict(_gathered(told))
    places = {a.id: n for n, column in enumerate(columns) for a in column.articles}
    whole = {t[0]: (t, found[t]) for t in found if t[1] == EVENT_TYPE}
    kept = [t for t in found if not (_says_nothing_new(t, found, whole.get(t[0]), told) or _is_said_again(t, found))]
    made = [_row(t, found[t], told, places) for t in kept]
    first: dict[str, tuple[object, ...]] = {}
    for row in made:
        first[row.triple[0]] = min(first.get(row.triple[0], _order(row)), _order(row))
    return tuple(sorted(made, key=lambda r: (*_rank(r, first, told), not r.event, *_order(r))))


def _rank(row: Row, first: Mapping[str, tuple[object, ...]], told: Told) -> tuple[object, ...]:
    """Where a row stands: an event and what is told of it where the foremost of these rows does."""
    return (first[row.triple[0]], row.triple[0]) if row.triple[0] in told.events else (_order(row), row.triple[0])


def _is_said_again(triple: Triple, found: Mapping[Triple, tuple[Passage, ...]]) -> bool:
    """Whether it only says in other words what another row says: where it happens whom it is directed at, or when
    it happens when a body was founded.
    """
    subject, name, value = triple
    here = {(p.article, p.start, p.end) for p in found[triple]}
    if name == "schema:location":
        rivals = [found.get((subject, other, value), ()) for other in ("schema:recipient", "schema:object")]
    elif name == "schema:startDate":
        rivals = [passages for (_, other, when), passages in found.items() if (other, when) == (FOUNDED, value)]
    else:
        return False
    return any(here <= {(p.article, p.start, p.end) for p in passages} for passages in rivals)


def _gathered(told: Told) -> Iterator[tuple[Triple, tuple[Passage, ...]]]:
    """Triples with their passages; a type with its mode and the type alone are one fact, the event as such."""
    found: dict[Triple, list[Passage]] = {}
    for telling in told.tellings:
        subject, _, value = telling.triple
        name = telling.passage.property
        found.setdefault((subject, name, "" if name == EVENT_TYPE else value), []).append(telling.passage)
    return ((t, tuple(p)) for t, p in sorted(found.items()))


def _says_nothing_new(
    triple: Triple,
    found: Mapping[Triple, tuple[Passage, ...]],
    event: tuple[Triple, tuple[Passage, ...]] | None,
    told: Told,
) -> bool:
    """Whether a role or date of an event is told by just those who tell of the event, in just the same way."""
    if event is None or triple == event[0] or told.kinds.get(triple[1]) == "number":
        return False
    if any(p.contradicted for p in found[triple]):
        return False
    return _profile(found[triple]) == _profile(event[1])


def _profile(passages: Iterable[Passage]) -> frozenset[tuple[str, Stance, str]]:
    return frozenset((p.article, stance_of(p), p.speaker) for p in passages)


def _row(triple: Triple, passages: Sequence[Passage], told: Told, places: Mapping[str, int]) -> Row:
    return Row(
        triple=triple,
        label=label(triple, passages, told),
        event=triple[1] == EVENT_TYPE,
        cells=_cells(passages, places),
        told_by=len(origins({p.article for p in passages}, told.sources)),
        support=len(origins({p.article for p in passages if p.asserted}, told.sources)),
        # of an event much can be denied that nobody affirms: whether a denial is of the same was judged in linking
        disputed=any(p.contradicted for p in passages) or (triple[0] not in told.events and _denied(passages, told)),
    )


def _denied(passages: Iterable[Passage], told: Told) -> bool:
    """Whether one voice denies what another affirms; what one voice does both of are likely two things."""
    voices: dict[Stance, set[tuple[frozenset[str], str]]] = {}
    for p in passages:
        voices.setdefault(stance_of(p), set()).add((origins((p.article,), told.sources), p.speaker))
    affirming = voices.get("asserts", set()) | voices.get("attributes", set())
    return any(one != two for one in voices.get("denies", ()) for two in affirming)


def label(triple: Triple, passages: Sequence[Passage], told: Told) -> str:
    """The fact as a line to read."""
    first = passages[0]
    if triple[1] == EVENT_TYPE:
        return first.subject
    role = next((p.role for p in passages if p.role), "")
    name = told.labels.get(triple[1], triple[1].partition(":")[2])
    value = written(triple[2], told.kinds.get(triple[1], "")) or first.object
    if triple[0] in told.events:
        return f"{first.subject} · {name}: {value}"
    return f"{first.subject} {name} {value}" + (f" ({role})" if role else "")


def written(value: str, kind: str) -> str:
    """A number or a date as one reads it ("2,500", "6 January 2022", "June 1987"); "" for everything else."""
    if kind == "number":
        return f"{float(value):,.10g}"
    if kind != "date" or not DATE.fullmatch(value):
        return ""
    year, month, day = (*value.split("-"), "", "")[:3]
    return " ".join(x for x in (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year) if x)


def _cells(passages: Iterable[Passage], places: Mapping[str, int]) -> tuple[Cell, ...]:
    """A cell for each column; `places` are the numbers of the articles' columns."""
    said: dict[int, list[Passage]] = {}
    for p in passages:
        said.setdefault(places[p.article], []).append(p)
    silent = Cell()
    return tuple(_cell(said[n]) if n in said else silent for n in range(max(places.values()) + 1))


def _cell(said: Sequence[Passage]) -> Cell:
    stances = {stance_of(p) for p in said}
    ranked = [s for s in STANCES if s in stances]
    voices = dict.fromkeys(p.speaker for p in said if p.speaker and stance_of(p) == ranked[0])
    first = sorted(said, key=lambda p: STANCES.index(stance_of(p)))
    return Cell(ranked[0], tuple(ranked[1:]), tuple(voices), tuple(first))


def _order(row: Row) -> tuple[bool, int, int, str, Triple]:
    return not row.disputed, -row.told_by, -row.support, row.label, row.triple
