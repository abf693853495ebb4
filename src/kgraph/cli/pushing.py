"""The command that sends a graph to another store: push."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import Graph, app, err, open_graph


@app.command()
def push(
    store: Annotated[str, typer.Option("--store", help="Address of an endpoint that takes SPARQL updates.")],
    graph: Graph = Path("output"),
    named: Annotated[str, typer.Option("--named", help="IRI of the named graph there; else its default graph.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Empty that graph first.")] = False,
    graph_store: Annotated[
        bool, typer.Option("--graph-store", help="The address is one of the Graph Store Protocol: one request for all.")
    ] = False,
) -> None:
    """Send the graph to any SPARQL 1.1 store; `kgraph query --store` asks it there.

    Examples:

      kgraph push --store http://localhost:7878/update

      kgraph push --store http://dba:PASSWORD@localhost:8890/sparql-auth --named urn:news --replace
    """
    from kgraph.graph.remote import Remote

    there = Remote(store, named)
    with open_graph(graph) as opened:
        count = there.put(opened, replace=replace) if graph_store else there.push(opened, replace=replace)
    err.print(f"sent {count:,} triples", highlight=False)
