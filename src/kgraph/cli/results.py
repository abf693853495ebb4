"""An answer in, text for the terminal or a pipe out."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import Graph, Literal, URIRef
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kgraph.errors import QueryError
from kgraph.graph.ask import ROW_FORMATS, Rows, Term

GRAPH_FORMATS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "pretty-xml"}


def render(answer: Rows | bool | Graph, form: str, *, console: Console, prefixes: Mapping[str, str]) -> str:
    """The answer in one format; rows can be a table or csv, tsv, json, xml, a graph ttl, nt, jsonld or rdfxml."""
    if isinstance(answer, Rows):
        return _table(answer, console, prefixes) if form == "table" else answer.serialize(form)
    if isinstance(answer, Graph):
        return _graph(answer, "ttl" if form == "table" else form)
    if form in ("json", "xml"):
        return _boolean(answer, form)
    return "yes\n" if answer else "no\n"


def _table(rows: Rows, console: Console, prefixes: Mapping[str, str]) -> str:
    if not rows.variables:
        return "(no columns)\n"
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in rows.variables:
        table.add_column(name, overflow="fold")
    for row in rows.terms:
        table.add_row(*(Text(_short(t, prefixes), style=_style(t)) for t in row))
    with console.capture() as captured:
        console.print(table)
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    lines = [line.rstrip() for line in captured.get().splitlines()]
    return "\n".join([*lines, count, ""])


def _short(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    text = str(term)
    if isinstance(term, URIRef):
        for prefix, namespace in prefixes.items():
            if text.startswith(namespace):
                return f"{prefix}:{text.removeprefix(namespace)}"
    return " ".join(text.split()) if isinstance(term, Literal) else text


def _style(term: Term | None) -> str:
    return "cyan" if isinstance(term, URIRef) else ""


def _graph(graph: Graph, form: str) -> str:
    if form not in GRAPH_FORMATS:
        raise QueryError(f"a graph cannot be written as {form!r}; one of {', '.join(GRAPH_FORMATS)} can")
    return str(graph.serialize(format=GRAPH_FORMATS[form]))


def _boolean(answer: bool, form: str) -> str:
    word = str(answer).lower()
    if form == "json":
        return f'{{"head": {{}}, "boolean": {word}}}\n'
    namespace = "http://www.w3.org/2005/sparql-results#"
    return f'<?xml version="1.0"?>\n<sparql xmlns="{namespace}"><head/><boolean>{word}</boolean></sparql>\n'


__all__ = ["GRAPH_FORMATS", "ROW_FORMATS", "render"]
