"""A graph in, a comparison out: the matrix, the ledger, the contradictions, and what each outlet adds or omits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.comparison.columns import Column, columns, origins
from kgraph.comparison.contradictions import Contradiction, contradictions
from kgraph.comparison.figures import Quantity, quantities
from kgraph.comparison.matrix import Row, rows
from kgraph.comparison.told import Told, told
from kgraph.graph import KnowledgeGraph

SILENT_AGAINST = 2  # origins that must speak of a fact before an outlet's silence on it says something


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sources of a graph held against each other; each table in the order to read it.

    `alone` and `left_out` have an entry for each column, in their order: the facts that no other origin speaks of,
    and those that two or more others speak of but this outlet does not.
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
    return Comparison(
        columns=outlets,
        rows=matrix,
        quantities=quantities(known, outlets),
        contradictions=contradictions(known),
        alone=tuple(tuple(_alone(n, matrix, outlets)) for n in numbers),
        left_out=tuple(tuple(_left_out(n, matrix, outlets, known)) for n in numbers),
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


def _left_out(number: int, matrix: Sequence[Row], outlets: Sequence[Column], known: Told) -> Iterator[Row]:
    own = {a.id for a in outlets[number].articles}
    mine = origins(own, known.sources)
    for row in matrix:
        telling = {p.article for cell in row.cells for p in cell.passages}
        if not telling & own and len(origins(telling, known.sources) - mine) >= SILENT_AGAINST:
            yield row
