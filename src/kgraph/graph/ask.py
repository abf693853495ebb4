"""A SPARQL text in, an answer out: rows, yes or no, or a graph; never a request to any network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from threading import Event, Thread
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.graph.rows import Rows, Solution, to_rdflib

if TYPE_CHECKING:
    from rdflib import Graph

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


def ask(
    store: ox.Store,
    sparql: str,
    prefixes: Mapping[str, str],
    *,
    timeout: float | None = None,
    limit: int | None = None,
) -> Rows | bool | Graph:
    """The answer of a query: Rows for SELECT, a bool for ASK, an rdflib Graph for CONSTRUCT and DESCRIBE.

    `prefixes` hold where the query does not declare its own. `timeout` is in seconds; `limit` cuts rows or triples.
    Raises QueryError with the line where it went wrong, and when the time is up.
    """
    refuse_network(sparql)
    late = Event()

    def answer() -> Rows | bool | Graph:
        found = store.query(sparql, prefixes=dict(prefixes))
        if isinstance(found, ox.QuerySolutions):
            return _rows(found, late, limit)
        return bool(found) if isinstance(found, ox.QueryBoolean) else _graph(found, prefixes, late, limit)

    try:
        return answer() if timeout is None else _in_time(answer, timeout, late)
    except SyntaxError as error:
        raise QueryError(explain_error(sparql, str(error), prefixes)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query could not be answered: {error}") from error


def _in_time(answer: Callable[[], Rows | bool | Graph], timeout: float, late: Event) -> Rows | bool | Graph:
    """The answer, if it comes in time; one that does not is given up at its next row, in the background."""
    found: list[Rows | bool | Graph] = []
    wrong: list[Exception] = []

    def work() -> None:
        try:
            found.append(answer())
        except Exception as error:  # whatever it is, the caller raises it
            wrong.append(error)

    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(timeout)
    if wrong:
        raise wrong[0]
    if not found:
        late.set()
        raise QueryError(f"no answer within {timeout:g} s; ask for less, with a LIMIT or a narrower pattern")
    return found[0]


def _rows(found: ox.QuerySolutions, late: Event, limit: int | None) -> Rows:
    names = tuple(v.value for v in found.variables)
    rows: list[tuple[Solution | None, ...]] = []
    for row in found:
        if late.is_set() or (limit is not None and len(rows) >= limit):
            return Rows(names, tuple(rows), complete=False)
        rows.append(tuple(row))
    return Rows(names, tuple(rows))


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
    used = [m["prefix"] for m in tokens(sparql) if m["prefix"]]
    unknown = next((p for p in used if p not in declared and p not in prefixes), None)
    if unknown:
        close = get_close_matches(unknown, sorted(prefixes), n=1, cutoff=0.5)
        hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(sorted(prefixes))}"
        return f"{where}unknown prefix {unknown!r}; {hint}"
    if not place:
        return message
    lines = [*sparql.split("\n"), ""]  # a query that breaks off is wrong behind its last line
    line = lines[min(int(place["line"]), len(lines)) - 1].rstrip("\r")
    return f"{where}this is no SPARQL from here on\n    {line}\n    {'^':>{place['column']}}"


def tokens(sparql: str) -> Iterator[re.Match[str]]:
    """The words of a query: variables, prefixed names, keywords; what is quoted or a comment is one of them."""
    return _TOKEN.finditer(sparql)


def _graph(found: ox.QueryTriples, prefixes: Mapping[str, str], late: Event, limit: int | None) -> Graph:
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    for triple in found:
        if late.is_set() or (limit is not None and len(graph) >= limit):
            break
        subject, predicate, value = (to_rdflib(t) for t in (triple.subject, triple.predicate, triple.object))
        if subject is not None and predicate is not None and value is not None:
            graph.add((subject, predicate, value))
    return graph
