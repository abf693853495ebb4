"""What is told in, the figures ledger out: each quantity with every value that any outlet gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgraph.comparison.outlets import Column
from kgraph.comparison.tellings import Telling, Told, as_fact
from kgraph.graph import Passage
from kgraph.linking.counts import reach
from kgraph.schema import Schema


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a quantity: which outlet gives it, and the least and most that its hedge allows."""

    column: str
    value: float
    least: float
    most: float
    passage: Passage


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity with its values, the smallest first; `agree` if one number satisfies all that is stated.

    `rises` if the values differ but each higher one was published later, as with a toll.
    """

    subject: str
    name: str
    figures: tuple[Figure, ...]
    agree: bool
    rises: bool = False

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest value."""
        return self.figures[0].value, self.figures[-1].value

    @property
    def columns(self) -> tuple[str, ...]:
        """The outlets that give a value."""
        return tuple(sorted({f.column for f in self.figures}))


def quantities(told: Told, columns: Sequence[Column]) -> tuple[Quantity, ...]:
    """All quantities, those on which outlets differ first, then those with the most outlets."""
    by_article = {a.id: c.name for c in columns for a in c.articles}
    bounds = Schema.load().words.get("bounds", {})
    found: dict[tuple[str, str], list[Telling]] = {}
    for telling in told.tellings:
        if told.kinds.get(telling.passage.property) == "number":
            found.setdefault((telling.triple[0], telling.passage.property), []).append(telling)
    made = []
    for (_, name), tellings in sorted(found.items()):
        figures = sorted((_figure(t, by_article, bounds, told) for t in tellings), key=_by_value)
        made.append(_quantity(told.labels.get(name, name), figures))
    return tuple(sorted(made, key=_order))


def _figure(telling: Telling, columns: Mapping[str, str], bounds: Mapping[str, Sequence[str]], told: Told) -> Figure:
    least, most = reach(as_fact(telling, told.kinds), bounds)
    said = telling.passage
    return Figure(columns.get(said.article, said.article), float(telling.triple[2]), least, most, said)


def _quantity(name: str, figures: Sequence[Figure]) -> Quantity:
    stated = [f for f in figures if not f.passage.factuality]
    agree = not stated or max(f.least for f in stated) <= min(f.most for f in stated)
    return Quantity(figures[0].passage.subject, name, tuple(figures), agree, not agree and _rises(stated))


def _rises(figures: Sequence[Figure]) -> bool:
    days = [f.passage.date for f in figures]
    steps = pairwise(figures)
    return all(days) and all(a.passage.date < b.passage.date or a.value == b.value for a, b in steps)


def _by_value(figure: Figure) -> tuple[float, str, str, int, str]:
    said = figure.passage
    return figure.value, said.date or "9999", figure.column, said.start, said.fact


def _order(quantity: Quantity) -> tuple[bool, int, str, str]:
    return quantity.agree, -len(quantity.columns), quantity.subject, quantity.name
