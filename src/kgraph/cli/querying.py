"""The commands that answer in SPARQL: query, queries."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import Graph, app, open_graph, out
from kgraph.errors import QueryError


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def query(
    context: typer.Context,
    sparql: Annotated[str, typer.Argument(help="SPARQL text, a .rq file, or the name of a query (`kgraph queries`).")],
    graph: Graph = Path("output"),
    form: Annotated[
        str, typer.Option("--format", "-f", help="table, csv, tsv, json, xml; for CONSTRUCT ttl, nt, jsonld or rdfxml.")
    ] = "table",
) -> None:
    """Ask the graph: in SPARQL, or by the name of a query.

    Examples:

      kgraph query "SELECT ?who { ?who schema:worksFor id:kazakhstan }"

      kgraph query said --who Tokayev

      kgraph query contradictions -f csv
    """
    from kgraph.cli.results import render

    text = _sparql(sparql, _parameters(context.args))
    with open_graph(graph) as opened:
        sys.stdout.write(render(opened.query(text), form, console=out, prefixes=opened.prefixes))


@app.command()
def queries() -> None:
    """List the named queries: what each answers, and what it takes."""
    from kgraph.cli.tables import queries_table
    from kgraph.queries import named_queries

    out.print(queries_table(named_queries().values()))


def _sparql(text: str, values: dict[str, str]) -> str:
    from kgraph.queries import named_queries, named_query

    if text in named_queries() or not (set(text) & set(" {\n") or text.endswith(".rq")):
        return named_query(text).fill(**values)
    if values:
        raise QueryError(f"--{next(iter(values))}: only named queries take values; see `kgraph queries`")
    path = Path(text)
    if text.endswith(".rq"):
        try:
            return path.read_text(encoding="utf-8")
        except OSError as error:
            raise QueryError(f"{path}: {error.strerror}") from error
    return text


def _parameters(args: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    rest = list(args)
    while rest:
        name = rest.pop(0)
        if not name.startswith("--") or not ("=" in name or rest):
            raise QueryError(f"{name!r} is not understood; give values as --who Tokayev")
        key, equals, value = name[2:].partition("=")
        found[key] = value if equals else rest.pop(0)
    return found
