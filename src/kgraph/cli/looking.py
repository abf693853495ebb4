"""The commands that show what the graph knows: show, explain."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import Graph, app, open_graph, out
from kgraph.errors import QueryError, StoreError


@app.command()
def show(
    graph: Annotated[Path, typer.Argument(help="A build folder.")] = Path("output"),
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it, or only say where it is.")] = True,
) -> None:
    """Open the interactive graph in a web browser.

    Example:  kgraph show output
    """
    page = (graph / "graph.html" if graph.is_dir() else graph).resolve()
    if page.suffix != ".html" or not page.is_file():
        raise StoreError(f"{page}: there is no graph to show; build one first: kgraph build seeds -o {graph}")
    typer.echo(str(page))
    if browser:
        webbrowser.open(page.as_uri())


@app.command()
def explain(
    subject: Annotated[str, typer.Argument(help="Who or what: a name, an alias or an IRI.")],
    other: Annotated[str | None, typer.Argument(help="Only what links it to this one.")] = None,
    graph: Graph = Path("output"),
    relation: Annotated[
        str | None, typer.Option("--property", "-p", help="Only this property: schema:worksFor")
    ] = None,
) -> None:
    """Why does the graph say this? The sentences behind it, with outlet and date.

    Examples:

      kgraph explain Tokayev

      kgraph explain "Margarita Simonyan" RT -p schema:worksFor
    """
    from kgraph.cli.tables import passages

    with open_graph(graph) as opened:
        rows = opened.explain(subject, relation, other)
    if not rows:
        raise QueryError(
            f"nothing in the graph links {subject!r} to {other!r}" if other else f"no facts about {subject!r}"
        )
    for line in passages(rows):
        out.print(line)
