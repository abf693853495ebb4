"""The commands that keep a graph in order and take it elsewhere: export, check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import SOME_SKIPPED, Graph, app, err, open_graph, out


@app.command()
def export(
    target: Annotated[
        Path, typer.Argument(help="File to write; its ending says how: .ttl .trig .nq .nt .jsonld .rdf .html")
    ],
    graph: Graph = Path("output"),
) -> None:
    """Write the graph as another format.

    Example:  kgraph export graph.jsonld
    """
    from kgraph.writers import write

    with open_graph(graph) as opened:
        write(opened, target)
    err.print(f"wrote {target}", highlight=False)


@app.command()
def check(
    graph: Graph = Path("output"),
    shacl: Annotated[
        bool, typer.Option("--shacl/--no-shacl", help="Also validate against ontology/shapes.ttl.")
    ] = True,
) -> None:
    """Check the graph against the rules of its layout, and against the SHACL shapes.

    Exit code 0: nothing found; 1: violations, listed.
    """
    from kgraph import checks

    with open_graph(graph) as opened:
        found = [str(v) for v in checks.check(opened)]
        report = checks.shacl(opened) if shacl else None
    for line in found:
        out.print(line, markup=False, highlight=False)
    if report is not None and not report.conforms:
        out.print(report.text, markup=False, highlight=False)
    if found or (report is not None and not report.conforms):
        raise typer.Exit(SOME_SKIPPED)
    out.print("[green]ok[/] the layout holds" + (", SHACL conforms" if shacl else ""), highlight=False)
