"""A comparison in, CSV out: one table a file, every passage with its offsets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from kgraph.comparison import Chain, Comparison, Row, name, stance_of
from kgraph.graph import Passage
from kgraph.writers.comparisons.wording import chain, sentence, stance

Line = Sequence[object]

PLACE = ("outlet", "date", "file", "start", "end", "sentence")
SIDE = ("says", "value", "speaker", *PLACE, "repeated by")


def csv_files(comparison: Comparison, chains: tuple[Chain, ...]) -> dict[str, str]:
    """The tables as CSV: the matrix under "", the others under "-figures" and so on; chains only if there are any."""
    names = [c.name for c in comparison.columns]
    files = {
        "": _csv(("fact", "disputed", "origins", "support", *names), _matrix(comparison.rows)),
        "-sentences": _csv(("fact", "stance", "speaker", *PLACE), _sentences(comparison.rows)),
        "-contradictions": _csv(
            ("subject", "relation", "reason", *(f"{part} {n}" for n in (1, 2) for part in SIDE)),
            _contradictions(comparison),
        ),
        "-figures": _csv(("subject", "quantity", "agree", "value", "least", "most", "hedge", "speaker", *PLACE),
                         _figures(comparison)),
        "-alone": _csv(("outlet", "fact", "sentence"), _of_outlets(names, comparison.alone)),
        "-left-out": _csv(("outlet", "fact", "said by", "sentence"), _left_out(names, comparison.left_out)),
    }  # fmt: skip
    if chains:
        files["-chains"] = _csv(("fact", "chain", "source", "unnamed", "only source", *PLACE), _chains(chains))
    return files


def _csv(header: Line, lines: Iterable[Line]) -> str:
    """The table with a byte order mark, by which spreadsheets know UTF-8."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([_cell(x) for x in header])
    table.writerows([_cell(x) for x in line] for line in lines)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    """The value as text; what a spreadsheet would run as a formula gets an apostrophe in front."""
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _place(p: Passage) -> Line:
    return name(p), p.date, p.path, p.start, p.end, sentence(p)


def _matrix(rows: Sequence[Row]) -> Iterator[Line]:
    for row in rows:
        yield row.label, row.disputed, row.told_by, row.support, *(stance(c) for c in row.cells)


def _sentences(rows: Sequence[Row]) -> Iterator[Line]:
    for row in rows:
        for cell in row.cells:
            for p in cell.passages:
                yield row.label, stance_of(p), p.speaker, *_place(p)


def _contradictions(comparison: Comparison) -> Iterator[Line]:
    for c in comparison.contradictions:
        for n in range(max(len(c.one), len(c.two))):
            one, two = c.one[min(n, len(c.one) - 1)], c.two[min(n, len(c.two) - 1)]
            sides = (
                (says, p.object, p.speaker, *_place(p), "; ".join(copies))
                for says, p, copies in zip(c.sides, (one, two), c.copies, strict=True)
            )
            yield c.subject, c.name, c.why, *(cell for side in sides for cell in side)


def _figures(comparison: Comparison) -> Iterator[Line]:
    for q in comparison.quantities:
        for f in q.figures:
            p = f.passage
            bounds = (x if abs(x) != float("inf") else "" for x in (f.least, f.most))
            yield q.subject, q.name, q.agree, f.value, *bounds, p.hedge, p.speaker, *_place(p)


def _of_outlets(names: Sequence[str], found: Sequence[Sequence[Row]]) -> Iterator[Line]:
    for n, rows in enumerate(found):
        for row in rows:
            yield names[n], row.label, sentence(row.cells[n].passages[0])


def _left_out(names: Sequence[str], found: Sequence[Sequence[Row]]) -> Iterator[Line]:
    for n, rows in enumerate(found):
        for row in rows:
            said = [(who, c.passages[0]) for who, c in zip(names, row.cells, strict=True) if c.passages]
            yield names[n], row.label, "; ".join(who for who, _ in said), sentence(said[0][1])


def _chains(chains: Sequence[Chain]) -> Iterator[Line]:
    for c in chains:
        yield c.fact, chain(c), c.source.name, c.source.unnamed, c.only, *_place(c.passage)
