"""A comparison in, tables for the terminal out: narrow columns under letters, a sign for each stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgraph.comparison import Cell, Chain, Comparison, Contradiction, Quantity, Row, Stance
from kgraph.graph import Passage
from kgraph.writers.comparisons.wording import (
    MEANINGS,
    SIGNS,
    TITLES,
    chain,
    detail,
    notes,
    number,
    repeated,
    restating,
    sentence,
    shared,
    source,
    spread,
    verdict,
)

STYLES: dict[Stance, str] = {
    "asserts": "green", "denies": "red", "attributes": "blue", "hedges": "yellow", "silent": "dim",
}  # fmt: skip


def tables(
    comparison: Comparison, chains: Sequence[Chain] = (), *, limit: int = 20, sentences: bool = False
) -> Iterator[RenderableType]:
    """The parts of a comparison, each with its title; `limit` rows of each, with their sentences if wanted."""
    letters = _letters(len(comparison.columns))
    yield _outlets(comparison, letters)
    matrix = comparison.rows if sentences else shared(comparison.rows)
    yield from _part("agreement", _matrix(matrix[:limit], letters, sentences=sentences), len(matrix), limit)
    found = comparison.contradictions
    yield from _part("contradictions", Group(*map(_contradiction, found[:limit])), len(found), limit)
    figures = [q for q in comparison.quantities if len(q.figures) > 1]
    yield from _part("figures", Group(*map(_quantity, figures[:limit])), len(figures), limit)
    for name, rows in (("alone", comparison.alone), ("left-out", comparison.left_out)):
        lists = Group(*_of_outlets(comparison, rows, limit))
        yield from _part(name, lists, sum(map(len, rows)), sum(map(len, rows)))
    if chains:
        yield from _part("chains", Group(*map(_chain, chains[:limit])), len(chains), limit)


def _letters(count: int) -> list[str]:
    return [(ascii_uppercase[n // 26 - 1] if n >= 26 else "") + ascii_uppercase[n % 26] for n in range(count)]


def _part(name: str, inside: RenderableType, count: int, limit: int) -> Iterator[RenderableType]:
    title, note = TITLES[name]
    yield Text.assemble("\n", (title, "bold underline"), (f"  {note}", "dim"))
    yield inside if count else Text("nothing found", style="dim")
    if count > limit:
        yield Text(f"… and {count - limit} more; --limit {count} shows all", style="dim")


def _outlets(comparison: Comparison, letters: Sequence[str]) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(style="bold")
    table.add_column(max_width=48)
    table.add_column(style="dim", overflow="ellipsis", no_wrap=True, ratio=1)
    for letter, column in zip(letters, comparison.columns, strict=True):
        first = column.articles[0]
        more = f" and {len(column.articles) - 1} more" if len(column.articles) > 1 else ""
        table.add_row(letter, Text(restating(column)), Text(f"{first.title or first.path}{more}"))
    key = Text("  ").join(Text.assemble((SIGNS[s], STYLES[s]), f" {s}") for s in MEANINGS)
    return Group(table, key)


def _matrix(rows: Sequence[Row], letters: Sequence[str], *, sentences: bool) -> RenderableType:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("", width=1)
    table.add_column("fact", overflow="fold")
    for letter in letters:
        table.add_column(letter, justify="center", no_wrap=True, min_width=1)
    table.add_column("true for", justify="right", no_wrap=True)
    for row, before in zip(rows, (None, *rows), strict=False):
        inside = detail(row, before)
        fact = Text.assemble(f"  {inside}" if inside else row.label, *_voices(row, letters))
        if sentences:
            fact = Text("\n").join([fact, *_sentences(row, letters)])
        signs = (Text(SIGNS[c.stance], style=STYLES[c.stance]) for c in row.cells)
        mark = Text("!" if row.disputed else "", style="bold red")
        table.add_row(mark, fact, *signs, Text(f"{row.support} of {row.told_by}", style="dim"))
    return table


def _voices(row: Row, letters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Whose word each outlet gives: " (B: Michael McFaul)"."""
    found = [f"{x}: {', '.join(c.voices)}" for x, c in zip(letters, row.cells, strict=True) if c.voices]
    if found:
        yield f" ({'; '.join(found)})", "dim"


def _sentences(row: Row, letters: Sequence[str]) -> Iterator[Text]:
    for letter, cell in zip(letters, row.cells, strict=True):
        for passage in _once(cell):
            yield Text.assemble((f"  {letter} {SIGNS[cell.stance]} ", STYLES[cell.stance]), _quote(passage))


def _once(cell: Cell) -> Iterator[Passage]:
    yield from {(p.article, p.start, p.end): p for p in reversed(cell.passages)}.values()


def _quote(passage: Passage) -> Text:
    limits = notes(passage)
    text = Text.assemble(f"“{sentence(passage)}” ", (f"({source(passage)})", "dim"))
    return text.append(f" [{limits}]", style="yellow") if limits else text


def _contradiction(found: Contradiction) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(*(Text(head, style="bold") for head in found.sides))
    table.add_row(*(Text("\n").join(map(_quote, side)) for side in (found.one, found.two)))
    if any(found.copies):
        table.add_row(*(Text(repeated(copies), style="dim") for copies in found.copies))
    relation = f" {found.name}: " if found.name else ": "
    title = Text.assemble((found.subject, "bold"), relation, (found.why, "red"))
    return Group(title, Padding(table, (0, 0, 1, 2)))


def _quantity(quantity: Quantity) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for f in quantity.figures:
        p = f.passage
        voice = f", says {p.speaker}" if p.speaker else ""
        written = " ".join(x for x in (p.hedge, number(f.value)) if x)
        table.add_row(Text(written, style="bold"), Text(f"{f.column}{f', {p.date}' if p.date else ''}{voice}"))
    apart = (f"  {verdict(quantity)}" if verdict(quantity) else "", "yellow" if quantity.rises else "red")
    title = Text.assemble((quantity.subject, "bold"), f" {quantity.name}: {spread(quantity)}", apart)
    return Group(title, Padding(table, (0, 0, 0, 2)))


def _of_outlets(comparison: Comparison, found: Sequence[Sequence[Row]], limit: int) -> Iterator[RenderableType]:
    for column, rows in zip(comparison.columns, found, strict=True):
        if rows:
            yield Text.assemble((restating(column), "bold"), (f"  {len(rows)}", "dim"))
        yield from (Padding(Text(f"· {row.label}"), (0, 0, 0, 2)) for row in rows[:limit])
        if len(rows) > limit:
            yield Padding(Text(f"… and {len(rows) - limit} more", style="dim"), (0, 0, 0, 2))


def _chain(found: Chain) -> RenderableType:
    only = ("  only source", "red") if found.only else ("", "")
    return Group(
        Text.assemble((found.fact, "bold"), f"  {chain(found)}", only), Padding(_quote(found.passage), (0, 0, 0, 2))
    )
