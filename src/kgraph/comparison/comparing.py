"""A graph in, a comparison out: the matrix, the ledger, the contradictions, and what each outlet adds or omits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kgraph.comparison.conflicts import Contradiction, contradictions
from kgraph.comparison.figures import Quantity, quantities
from kgraph.comparison.matrix import Row, rows
from kgraph.comparison.outlets import Column, columns, origins
from kgraph.comparison.tellings import Told, told
from kgraph.graph import KnowledgeGraph

SILENT_AGAINST = 2  # origins that must speak of a fact before an outlet's silence on it says something


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sources of a graph held against each other; each table in the order to read it.

    `alone` and `left_out` have an entry for each column, in their order: the facts that no other origin speaks of,
    and those that two or more others speak of but this outlet does not, though it mentions what they are about.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    quantities: tuple[Quantity, ...]
    contradictions: tuple[Contradiction, ...]
    alone: tuple[tuple[Row, ...], ...]
    left_out: tuple[tuple[Row, ...], ...]


def compare(graph: KnowledgeGraph) -> Comparison:
    """Who says what in a graph, and where its sources agree, differ or keep silent."""
    known = told(graph)
    outlets = columns(known.sources)
    matrix = rows(known, outlets)
    numbers = range(len(outlets))
    matters = _matters(known)
    return Comparison(
        columns=outlets,
        rows=matrix,
        quantities=quantities(known, outlets),
        contradictions=contradictions(known),
        alone=tuple(tuple(_alone(n, matrix, outlets)) for n in numbers),
        left_out=tuple(tuple(_left_out(outlets[n], matrix, matters, known)) for n in numbers),
    )


def only_about(comparison: Comparison, words: str) -> Comparison:
    """The part of a comparison whose facts have these words in them, case ignored."""
    wanted = words.casefold()

    def keep(rows: Sequence[Row]) -> tuple[Row, ...]:
        return tuple(r for r in rows if wanted in r.label.casefold())

    return replace(
        comparison,
        rows=keep(comparison.rows),
        quantities=tuple(q for q in comparison.quantities if wanted in f"{q.subject} {q.name}".casefold()),
        contradictions=tuple(c for c in comparison.contradictions if wanted in c.subject.casefold()),
        alone=tuple(map(keep, comparison.alone)),
        left_out=tuple(map(keep, comparison.left_out)),
    )


def _alone(number: int, matrix: Sequence[Row], outlets: Sequence[Column]) -> Iterator[Row]:
    """What only this outlet says; what a copy repeats is its original's alone."""
    for row in matrix:
        speaking = [n for n, cell in enumerate(row.cells) if cell.passages]
        firsts = [n for n in speaking if not {outlets[m].name for m in speaking} & {*outlets[n].copy_of}]
        if firsts == [number]:
            yield row


def _left_out(
    outlet: Column, matrix: Sequence[Row], matters: Mapping[str, frozenset[str]], known: Told
) -> Iterator[Row]:
    own = {a.id for a in outlet.articles}
    mine = origins(own, known.sources)
    mentions = frozenset(x for article, x in known.mentioned if article in own)
    valued = {(t.triple[0], t.passage.property) for t in known.tellings if t.passage.article in own}
    for row in matrix:
        telling = {p.article for cell in row.cells for p in cell.passages}
        about = frozenset[str]().union(*(matters.get(x, ()) for x in (row.triple[0], row.triple[2])))
        if 2 * len(about & mentions) < max(len(about), 1):
            continue  # silence on what is another story says nothing
        if row.triple[:2] in valued and known.kinds.get(row.triple[1]) in ("date", "number"):
            continue  # it gives another value
        if not telling & own and len(origins(telling, known.sources) - mine) >= SILENT_AGAINST:
            yield row


def _matters(known: Told) -> dict[str, frozenset[str]]:
    """Named thing → itself; event → the named things that take part in it."""
    things = {x for _, x in known.mentioned} - known.events
    found: dict[str, set[str]] = {x: {x} for x in things}
    for subject, _, value in (t.triple for t in known.tellings):
        if subject in known.events and value in things:
            found.setdefault(subject, set()).add(value)
    return {x: frozenset(about) for x, about in found.items()}
