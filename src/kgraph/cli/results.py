"""An answer in, text for the terminal or a pipe out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.graph.results import YES_OR_NO
from kgraph.graph.rows import ROW_FORMATS, Rows, short

if TYPE_CHECKING:
    from rdflib import Graph
    from rich.console import Console

NARROWEST = 16  # characters of a column; in less, a sentence is a column of words, so each row becomes a block of lines
GRAPH_FORMATS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "pretty-xml"}


def render(answer: Rows | bool | Graph, form: str, *, console: Console, prefixes: Mapping[str, str]) -> str:
    """The answer in one format; rows can be a table or one of ROW_FORMATS, a graph one of GRAPH_FORMATS."""
    if isinstance(answer, Rows):
        return _table(answer, console, prefixes) if form == "table" else answer.serialize(form)
    if not isinstance(answer, bool):
        return _graph(answer, "ttl" if form == "table" else form)
    return YES_OR_NO[form](answer) if form in ("json", "xml") else "yes\n" if answer else "no\n"


def _table(rows: Rows, console: Console, prefixes: Mapping[str, str]) -> str:
    from rich.table import Table
    from rich.text import Text

    if not rows.variables:
        return "(no columns)\n"
    narrow = len(rows.variables) * NARROWEST > console.width
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", show_header=not narrow)
    for name in ("", "") if narrow else rows.variables:
        table.add_column(name, overflow="fold")
    for row in rows.solutions:
        cells = [Text(words, style="cyan" if node else "") for words, node in short(row, prefixes)]
        if not narrow:
            table.add_row(*cells)
            continue
        for name, cell in zip(rows.variables, cells, strict=True):
            table.add_row(Text(name, style="bold"), cell)
        table.add_row()
    with console.capture() as captured:
        console.print(table)
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    lines = [line.rstrip() for line in captured.get().splitlines()]
    return "\n".join([*lines, count if rows.complete else f"the first {count}; there are more", ""])


def _graph(graph: Graph, form: str) -> str:
    if form not in GRAPH_FORMATS:
        raise QueryError(f"a graph cannot be written as {form!r}; one of {', '.join(GRAPH_FORMATS)} can")
    return str(graph.serialize(format=GRAPH_FORMATS[form]))


__all__ = ["GRAPH_FORMATS", "ROW_FORMATS", "render"]
