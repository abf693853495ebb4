"""The commands that answer in SPARQL: query, queries."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.app import SOME_SKIPPED, Graph, Model, app, err, open_graph, out
from kgraph.errors import QueryError

if TYPE_CHECKING:
    from rdflib import Graph as RdfGraph

    from kgraph.graph import KnowledgeGraph, Rows
    from kgraph.graph.remote import Remote

FORMATS = "table, csv, tsv, json, xml, markdown; for CONSTRUCT ttl, nt, jsonld or rdfxml."


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def query(
    context: typer.Context,
    sparql: Annotated[str, typer.Argument(help="SPARQL text, a .rq file, or the name of a query (`kgraph queries`).")],
    graph: Graph = Path("output"),
    form: Annotated[str, typer.Option("--format", "-f", help=FORMATS)] = "table",
    timeout: Annotated[float | None, typer.Option("--timeout", help="Give up after so many seconds.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", help="Show at most so many rows.")] = None,
    html: Annotated[Path | None, typer.Option("--html", help="Draw the things of the answer as a page.")] = None,
    store: Annotated[str, typer.Option("--store", help="Ask the SPARQL endpoint at this address instead.")] = "",
    named: Annotated[str, typer.Option("--named", help="IRI of the named graph to ask there.")] = "",
) -> None:
    """Ask the graph: in SPARQL, or by the name of a query.

    Examples:

      kgraph query "SELECT ?who { ?who schema:worksFor id:kazakhstan }"

      kgraph query said --who Tokayev

      kgraph query contradictions -f csv

      kgraph query said --who Tokayev --store http://localhost:7878/query
    """
    from kgraph.cli.results import render
    from kgraph.graph import KnowledgeGraph

    if store and html is not None:
        raise QueryError("--html draws from a graph on this machine; leave --store out")
    with _opened(graph, store, named) as opened:
        text = _sparql(opened, sparql, _parameters(context.args))
        answer = opened.query(text, timeout=timeout, limit=limit)
        sys.stdout.write(render(answer, form, console=out, prefixes=opened.prefixes))
        advise(opened, text, answer)
        if html is not None and isinstance(opened, KnowledgeGraph):
            _draw(opened, answer, html)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question in plain English.")],
    graph: Graph = Path("output"),
    form: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
    model: Model = None,
) -> None:
    """Ask in plain English: kgraph shows the SPARQL that it makes of the question, and says so when it cannot.

    It knows who, what, where, when, which, how many and whether; of offices, families, events, words, articles.

    Examples:

      kgraph ask "Who asked the CSTO for help?"

      kgraph ask "When was the CSTO founded, according to spiked?"

      kgraph ask "Which outlets deny that Russia invaded Kazakhstan?"

      kgraph ask "Where do the sources disagree?"

    Exit code 0: answered; 1: not answered.
    """
    from kgraph.asking import answer
    from kgraph.cli.lookups import answer_lines, as_json

    if form not in ("text", "json"):
        raise QueryError(f"an answer cannot be written as {form!r}; there are text, json")
    with open_graph(graph) as opened:
        found = answer(opened, question, model=model)
    if form == "json":
        sys.stdout.write(as_json(found))
    else:
        if found.sparql:
            err.print(found.sparql, style="dim", markup=False, highlight=False, soft_wrap=True)
        for line in answer_lines(found):
            out.print(line)
    if found.refused:
        raise typer.Exit(SOME_SKIPPED)


def advise(graph: KnowledgeGraph | Remote, sparql: str, answer: object) -> None:
    """Says on stderr why an answer is empty, or which of the query's terms the graph does not have."""
    if isinstance(answer, bool) or not hasattr(answer, "__len__") or len(answer) > 0:
        return
    for line in graph.advice(sparql):
        err.print(line, style="yellow", markup=False, highlight=False, soft_wrap=True)


def _opened(graph: Path, store: str, named: str) -> KnowledgeGraph | Remote:
    if not store:
        return open_graph(graph)
    from kgraph.graph.remote import Remote

    return Remote(store, named)


def _draw(graph: KnowledgeGraph, answer: Rows | bool | RdfGraph, page: Path) -> None:
    from kgraph.views import part, picture, things
    from kgraph.writers import write_picture

    write_picture(part(picture(graph), things(graph, answer)), page)
    err.print(f"wrote {page}", highlight=False)


@app.command()
def queries() -> None:
    """List the named queries: what each answers, and what it takes."""
    from kgraph.cli.tables import queries_table
    from kgraph.queries import named_queries

    out.print(queries_table(named_queries().values()))


def _sparql(graph: KnowledgeGraph | Remote, text: str, values: dict[str, str]) -> str:
    from kgraph.queries import named_queries, named_query

    if text in named_queries() or not (set(text) & set(" {\n") or text.endswith(".rq")):
        return named_query(text).fill_names(graph, **values)
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
