"""A SPARQL text in, an answer out: rows, yes or no, or a graph; never a request to any network."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.query import Result
from rdflib.term import Variable

from kgraph.errors import QueryError

Term = URIRef | BNode | Literal
Plain = str | int | float | bool | None
ROW_FORMATS = ("csv", "tsv", "json", "xml")

_TOKEN = re.compile(
    r"""(?P<quoted>\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<iri><[^<>"{}|^`\\\s]*>)
    | (?P<comment>\#[^\n]*)
    | (?P<variable>[?$]\w+)
    | (?P<prefix>[A-Za-z][\w.-]*)?:(?:[\w.:%-]|\\.)*
    | (?P<word>[A-Za-z]+)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile(r"\bSERVICE\s+(?:SILENT\s+)?(?:<[^<>\s]*>|[?$]\w+|[\w.-]*:\S*)\s*\{", re.IGNORECASE)
_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+)")
_NUMBERS = ("integer", "int", "long", "nonNegativeInteger")


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT: `terms` has a tuple of RDF terms per row, None where a variable has no value.

    Iterating gives the same rows as plain values: numbers and booleans as such, all else as text. A date stays text,
    because a year is not a day.
    """

    variables: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[tuple[Plain, ...]]:
        return (tuple(plain(t) for t in row) for row in self.terms)

    def dicts(self) -> Iterator[dict[str, Plain]]:
        """The rows as dictionaries by variable name, without the variables that have no value."""
        for row in self:
            yield {k: v for k, v in zip(self.variables, row, strict=True) if v is not None}

    def serialize(self, form: str) -> str:
        """The rows in one of the W3C's formats: csv, tsv, json or xml."""
        if form not in ROW_FORMATS:
            raise QueryError(f"rows cannot be written as {form!r}; one of {', '.join(ROW_FORMATS)} can")
        if form in ("csv", "tsv"):
            return self._table(form)
        result = Result("SELECT")
        result.vars = [Variable(v) for v in self.variables]
        result.bindings = [{k: t for k, t in zip(result.vars, row, strict=True) if t is not None} for row in self.terms]
        written = result.serialize(format=form)
        return written.decode() if written else ""

    def _table(self, form: str) -> str:
        out = StringIO()
        if form == "csv":
            table = csv.writer(out, lineterminator="\r\n")
            table.writerow(self.variables)
            table.writerows(["" if t is None else str(t) for t in row] for row in self.terms)
            return out.getvalue()
        lines = [[f"?{v}" for v in self.variables], *([("" if t is None else _tsv(t)) for t in r] for r in self.terms)]
        return "".join("\t".join(line) + "\n" for line in lines)


def ask(store: ox.Store, sparql: str, prefixes: Mapping[str, str]) -> Rows | bool | Graph:
    """The answer of a query: Rows for SELECT, a bool for ASK, an rdflib Graph for CONSTRUCT and DESCRIBE.

    `prefixes` hold where the query does not declare its own. Raises QueryError with the line where it went wrong.
    """
    refuse_network(sparql)
    try:
        found = store.query(sparql, prefixes=dict(prefixes))
        if isinstance(found, ox.QuerySolutions):
            names = tuple(v.value for v in found.variables)
            return Rows(names, tuple(tuple(to_rdflib(t) for t in row) for row in found))
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        return _graph(found, prefixes)
    except SyntaxError as error:
        raise QueryError(explain_error(sparql, str(error), prefixes)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query could not be answered: {error}") from error


def refuse_network(sparql: str) -> None:
    """Raises QueryError if a query wants data from elsewhere; escapes are read as an engine would read them."""
    spelt_out = _ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), sparql)
    words = {m["word"].upper() for q in (sparql, spelt_out) for m in _TOKEN.finditer(q) if m["word"]}
    if "SERVICE" in words or _SERVICE.search(spelt_out):
        raise QueryError("SERVICE asks another server; kgraph answers from its own graph and asks no network")
    if "FROM" in words:
        raise QueryError("FROM names another data set; the graph is one default graph, so leave the clause out")
    if words & {"LOAD", "INSERT", "DELETE", "CLEAR", "DROP"} and not words & {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}:
        raise QueryError("an update; a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE")


def explain_error(sparql: str, message: str, prefixes: Mapping[str, str]) -> str:
    """What is wrong with a query, where, and what would have worked."""
    place = _PLACE.search(message)
    where = f"line {place['line']}, column {place['column']}: " if place else ""
    declared = {m[1] for m in re.finditer(r"(?i)\bPREFIX\s+([\w.-]*):", sparql)} | {""}
    used = [m["prefix"] for m in _TOKEN.finditer(sparql) if m["prefix"]]
    unknown = next((p for p in used if p not in declared and p not in prefixes), None)
    if unknown:
        close = get_close_matches(unknown, sorted(prefixes), n=1, cutoff=0.5)
        hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(sorted(prefixes))}"
        return f"{where}unknown prefix {unknown!r}; {hint}"
    if not place:
        return message
    line = (sparql.splitlines() or [""])[int(place["line"]) - 1]
    return f"{where}this is no SPARQL from here on\n    {line}\n    {'^':>{place['column']}}"


def plain(term: Term | None) -> Plain:
    """An RDF term as a Python value: int, float or bool where it is one, else its text."""
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    kind = str(term.datatype or "").rpartition("#")[2]
    try:
        if kind in _NUMBERS:
            return int(term)
        if kind in ("decimal", "double", "float"):
            return float(term)
    except ValueError:
        return str(term)
    return str(term) in ("true", "1") if kind == "boolean" else str(term)


def to_rdflib(term: object) -> Term | None:
    """An Oxigraph term as an rdflib term, its spelling kept; a quoted triple, which rdflib lacks, as text."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        return Literal(str(term))
    if term.language:
        return Literal(term.value, lang=term.language)
    kind = term.datatype.value
    is_text = kind.endswith("XMLSchema#string")
    return Literal(term.value, datatype=None if is_text else URIRef(kind), normalize=False)


def _graph(found: ox.QueryTriples, prefixes: Mapping[str, str]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    for triple in found:
        subject, predicate, value = (to_rdflib(t) for t in (triple.subject, triple.predicate, triple.object))
        if subject is not None and predicate is not None and value is not None:
            graph.add((subject, predicate, value))
    return graph


def _tsv(term: Term) -> str:
    if not isinstance(term, Literal):
        return term.n3()
    value = str(term)
    for raw, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        value = value.replace(raw, escaped)
    kind = f"@{term.language}" if term.language else f"^^<{term.datatype}>" if term.datatype else ""
    return f'"{value}"{kind}'
