"""The command that serves a graph: serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import Graph, app, err, open_graph


@app.command()
def serve(
    graph: Graph = Path("output"),
    host: Annotated[str, typer.Option("--host", help="Where to listen; 127.0.0.1 is this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535)] = 8000,
    update: Annotated[bool, typer.Option("--update", help="Let those who can ask change the graph too.")] = False,
    cors: Annotated[bool, typer.Option("--cors", help="Let pages of any other site ask.")] = False,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that an answer may take.")] = 30.0,
    max_rows: Annotated[int, typer.Option("--max-rows", min=1, help="Most rows or triples of an answer.")] = 100_000,
    max_body: Annotated[int, typer.Option("--max-body", min=1, help="Most bytes of a request.")] = 1_000_000,
) -> None:
    """Serve the graph: a page to ask on, a SPARQL 1.1 endpoint (/sparql), the whole graph (/store?default).

    Example:  kgraph serve -g output --port 8000
    """
    import uvicorn

    from kgraph.errors import StoreError
    from kgraph.server import Settings, application

    open_graph(graph).close()  # says at once what is wrong with it
    if update and not graph.is_dir():
        raise StoreError(f"{graph}: --update needs a build folder; a file is only read")
    settings = Settings(
        graph, host=host, update=update, cors=cors, timeout=timeout, max_rows=max_rows, max_body=max_body
    )
    place = f"[{host}]" if ":" in host else host
    if port:
        err.print(f"http://{place}:{port}/   SPARQL: http://{place}:{port}/sparql   (Ctrl-C ends it)", highlight=False)
    uvicorn.run(application(settings), host=host, port=port, log_level="warning", server_header=False)
