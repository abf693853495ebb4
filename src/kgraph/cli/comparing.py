"""The command that holds the sources against each other: compare."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import Graph, app, err, open_graph, out


@app.command()
def compare(
    graph: Graph = Path("output"),
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write it instead: .md, .html, or .csv (a file for each table)."),
    ] = None,
    about: Annotated[
        str, typer.Option("--about", "-a", help="Only facts with these words, with their sentences.")
    ] = "",
    chains: Annotated[bool, typer.Option("--chains", help="Also through whom each word came.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Rows of each table on the terminal.")] = 20,
) -> None:
    """Who asserts what, who denies it, who gives it to somebody else's word, and who leaves it out?

    Examples:

      kgraph compare

      kgraph compare --about Tokayev --chains

      kgraph compare -o comparison.html
    """
    from kgraph import comparison
    from kgraph.cli.comparisons import tables
    from kgraph.writers.comparisons import write_comparison

    with open_graph(graph) as opened:
        found = comparison.compare(opened)
        through = comparison.chains(opened) if chains else ()
    if about:
        found, through = (
            comparison.only_about(found, about),
            tuple(c for c in through if about.casefold() in c.fact.casefold()),
        )
    if output is None:
        for part in tables(found, through, limit=limit, sentences=bool(about)):
            out.print(part)
        return
    for path in write_comparison(found, output, chains=through):
        err.print(f"wrote {path}", highlight=False)
