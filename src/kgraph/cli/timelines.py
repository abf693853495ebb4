"""The command that puts the events in their order: timeline."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.app import Graph, app, err, open_graph, out
from kgraph.errors import QueryError

if TYPE_CHECKING:
    from rich.table import Table

    from kgraph.views.timelines import Moment


@app.command()
def timeline(
    graph: Graph = Path("output"),
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it instead: .csv, .md or .html.")] = None,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv, md or html.")] = "table",
    about: Annotated[str, typer.Option("--about", "-a", help="Only events with these words in label or type.")] = "",
) -> None:
    """What happened when? Events in the order of their time, with the time and the sentence of the report.

    Events without a date come last; those that no article states as true say what they are.

    Examples:

      kgraph timeline

      kgraph timeline --about Tokayev -f csv

      kgraph timeline -o timeline.html
    """
    from kgraph.views.timelines import timeline as moments_of
    from kgraph.writers.timelines import FORMATS, write_timeline

    if form != "table" and form not in FORMATS:
        raise QueryError(f"a timeline cannot be written as {form!r}; there are table, {', '.join(FORMATS)}")
    with open_graph(graph) as opened:
        words = about.casefold()
        moments = [m for m in moments_of(opened) if words in f"{m.label} {m.type}".casefold()]
    if output is not None:
        err.print(f"wrote {write_timeline(moments, output)}", highlight=False)
    elif form == "table":
        out.print(_table(moments))
    else:
        sys.stdout.write(FORMATS[form](moments))


def _table(moments: Sequence[Moment]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from kgraph.writers.timelines import UNDATED, best

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name, width in (("when", 10), ("what", 0), ("reported", 10)):
        table.add_column(name, min_width=width, overflow="fold")
    table.add_column("by", max_width=28, overflow="fold")
    for m in moments:
        what = Text(m.what, style="bold")
        what.append("" if m.stated else f" [{m.standing}]", style="yellow")
        what.append(f"\n“{best(m)}”" if m.passages else "", style="dim not bold")
        by = "\n".join((*m.outlets, f"{m.support} independent" if len(m.outlets) > 1 else "")).strip()
        table.add_row(m.when or UNDATED, what, m.published, Text(by, style="dim"))
    return table
