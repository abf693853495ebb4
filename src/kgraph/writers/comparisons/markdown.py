"""A comparison in, Markdown out: tables whose cells lead to the sentences at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kgraph.comparison import Cell, Chain, Comparison, Contradiction, Row
from kgraph.graph import Passage
from kgraph.writers.comparisons.wording import (
    SIGNS,
    TITLES,
    chain,
    detail,
    heading,
    notes,
    number,
    reach,
    repeated,
    restating,
    sentence,
    shared,
    source,
    spread,
    stance,
    verdict,
)

SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


class Notes:
    """The sentences that are referred to, numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[Passage, int] = {}

    def link(self, text: str, passages: Sequence[Passage]) -> str:
        """The text as a link to the first of the passages, the others as numbers after it."""
        if not passages:
            return text
        numbers = [self.numbers.setdefault(p, len(self.numbers) + 1) for p in passages]
        more = "".join(f" [{n}](#s{n})" for n in numbers[1:])
        return f"[{text}](#s{numbers[0]}){more}"


def text(comparison: Comparison, chains: Sequence[Chain] = ()) -> str:
    """The whole comparison as one Markdown document."""
    marks = Notes()
    parts = [
        "# The sources compared",
        "\n".join(_outlets(comparison)),
        *_section("agreement", _matrix(comparison, marks)),
        *_section("contradictions", (line for c in comparison.contradictions for line in _contradiction(c))),
        *_section("figures", _figures(comparison, marks)),
        *_section("alone", _of_outlets(comparison, comparison.alone)),
        *_section("left-out", _of_outlets(comparison, comparison.left_out)),
        *(_section("chains", _chains(chains)) if chains else ()),
        "## Sentences",
        "\n".join(_sentence(p, n) for p, n in marks.numbers.items()),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text on one line, nothing in it read as markup."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    title, note = TITLES[name]
    yield f"## {title}"
    yield f"*{note}*"
    yield "\n".join(lines) or "Nothing found."


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield "|" + " --- |" * len(header)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _outlets(comparison: Comparison) -> Iterator[str]:
    for column in comparison.columns:
        titles = "; ".join(f"{a.title or a.path}{f', {a.date}' if a.date else ''}" for a in column.articles)
        yield f"- **{escaped(restating(column))}**: {escaped(titles)}"


def _matrix(comparison: Comparison, marks: Notes) -> Iterator[str]:
    found = shared(comparison.rows)
    names = [escaped(c.name) for c in comparison.columns]
    pairs = zip(found, (None, *found), strict=False)
    rows = ([_fact(r, before), *(_cell(c, marks) for c in r.cells)] for r, before in pairs)
    return _table(["Fact", *names], rows) if found else iter(())


def _fact(row: Row, before: Row | None) -> str:
    inside = detail(row, before)
    label = f"↳ {escaped(inside)}" if inside else escaped(row.label)
    return f"**disputed:** {label}" if row.disputed else label


def _cell(cell: Cell, marks: Notes) -> str:
    if not cell.passages:
        return SIGNS["silent"]
    return marks.link(f"{escaped(SIGNS[cell.stance])} {escaped(stance(cell))}", cell.passages)


def _contradiction(found: Contradiction) -> Iterator[str]:
    yield f"### {escaped(heading(found))}"
    yield ""
    yield f"{found.why[:1].upper()}{found.why[1:]}."
    yield ""
    for head, side, copies in zip(found.sides, (found.one, found.two), found.copies, strict=True):
        yield f"- **{escaped(head)}**"
        yield from (f"    - {_quoted(p)}" for p in side)
        yield from (f"    - *{escaped(line)}*" for line in (repeated(copies),) if line)
    yield ""


def _quoted(passage: Passage) -> str:
    limits = notes(passage)
    return f"“{escaped(sentence(passage))}” — {escaped(source(passage))}" + (f" ({escaped(limits)})" if limits else "")


def _figures(comparison: Comparison, marks: Notes) -> Iterator[str]:
    header = ["Quantity", "Outlet", "Date", "According to", "As written", "Means", "Spread"]
    rows = []
    for q in comparison.quantities:
        apart = f", **{verdict(q)}**" if verdict(q) else ""
        for n, f in enumerate(q.figures):
            p = f.passage
            written = marks.link(escaped(" ".join(x for x in (p.hedge, number(f.value)) if x)), (p,))
            what = f"{escaped(q.subject)}: {escaped(q.name)}"
            ends = ["", ""] if n else [what, f"{spread(q)}{apart}"]
            rows.append([ends[0], escaped(f.column), p.date, escaped(p.speaker), written, reach(f), ends[1]])
    return _table(header, rows) if rows else iter(())


def _of_outlets(comparison: Comparison, found: Sequence[Sequence[Row]]) -> Iterator[str]:
    for column, rows in zip(comparison.columns, found, strict=True):
        if rows:
            yield f"\n### {escaped(restating(column))}\n"
        for row in rows:
            first = next(c.passages[0] for c in row.cells if c.passages)
            yield f"- {escaped(row.label)}: {_quoted(first)}"


def _chains(chains: Sequence[Chain]) -> Iterator[str]:
    rows = ([escaped(c.fact), escaped(chain(c)), "yes" if c.only else "", _quoted(c.passage)] for c in chains)
    return _table(["Fact", "Came through", "Only source", "Sentence"], rows)


def _sentence(passage: Passage, n: int) -> str:
    return f'- <a id="s{n}"></a>{n}. {_quoted(passage)}'
