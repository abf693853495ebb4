"""A query in, its answer as bytes in one of the W3C's formats out, the way a server sends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.graph.ask import explain_error, refuse_network, tokens
from kgraph.graph.knowledge_graph import KnowledgeGraph
from kgraph.graph.results import YES_OR_NO
from kgraph.graph.rows import Rows

ROW_FORMS = ("json", "xml", "csv", "tsv")
GRAPH_FORMS = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
Graphs = list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]
# what fails in silence has been done, so that such a LOAD is left out; a literal or comment is passed over
_SILENT_LOAD = re.compile(
    r"""(?P<kept>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|\#[^\n]*)
    | \bLOAD\s+SILENT\s+(?:<[^<>\s]*>|[\w.-]*:\S*)(?:\s+INTO\s+GRAPH\s+(?:<[^<>\s]*>|[\w.-]*:\S*))?\s*;?""",
    re.IGNORECASE | re.VERBOSE,
)
FETCHING = "LOAD fetches from another server; kgraph asks no network"


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query asks, by IRI: as the default graph and for GRAPH; none for all that the store holds."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to send; `complete` is false if a limit cut it."""

    body: bytes
    complete: bool = True


def gives_graph(sparql: str) -> bool:
    """Whether a query is a CONSTRUCT or DESCRIBE, whose answer is a graph and no table."""
    verbs = (t["word"].upper() for t in tokens(sparql) if t["word"])
    return next((v for v in verbs if v in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "") in ("CONSTRUCT", "DESCRIBE")


def answer(
    graph: KnowledgeGraph, sparql: str, form: str, *, limit: int | None = None, dataset: Dataset | None = None
) -> Answer:
    """The answer in a form of ROW_FORMS or, for a query that gives a graph, of GRAPH_FORMS.

    `limit` cuts rows or triples. Raises QueryError with the line where the query goes wrong.
    """
    refuse_network(sparql)
    try:
        default, named = _graphs(graph, dataset or Dataset())
        found = graph.store.query(sparql, prefixes=dict(graph.prefixes), default_graph=default, named_graphs=named)
        if isinstance(found, ox.QueryTriples):
            return _triples(found, GRAPH_FORMS[form], graph.prefixes, limit)
        if isinstance(found, ox.QueryBoolean):
            return Answer(YES_OR_NO[form](bool(found)).encode())
        return _table(found, form, limit)
    except SyntaxError as error:
        raise QueryError(explain_error(sparql, str(error), graph.prefixes)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query could not be answered: {error}") from error


def update(graph: KnowledgeGraph, sparql: str) -> None:
    """Carries out a SPARQL update, whole or not at all; raises QueryError."""
    kept = _SILENT_LOAD.sub(_as_spaces, sparql)
    if any(t["word"] and t["word"].upper() in ("LOAD", "SERVICE") for t in tokens(kept)):
        raise QueryError(FETCHING)
    try:
        graph.store.update(kept, prefixes=dict(graph.prefixes))
        graph.store.flush()
    except SyntaxError as error:
        raise QueryError(explain_error(sparql, str(error), graph.prefixes)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the update could not be carried out: {error}") from error


def content(graph: KnowledgeGraph, form: str, name: str = "") -> Answer | None:
    """All triples of the default graph, or of the graph of that name; None if there is none of that name."""
    if not name:
        return Answer(_written(graph.triples(), GRAPH_FORMS[form], graph.prefixes))
    node = _node(name)
    if not graph.store.contains_named_graph(node):
        return None
    triples = (q.triple for q in graph.store.quads_for_pattern(None, None, None, node))
    return Answer(_written(triples, GRAPH_FORMS[form], graph.prefixes))


def respelt(ntriples: str, form: str) -> bytes:
    """The same triples in a form of GRAPH_FORMS."""
    triples = (q.triple for q in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES))
    return _written(triples, GRAPH_FORMS[form], {})


def _as_spaces(found: re.Match[str]) -> str:
    return found["kept"] or re.sub(r"[^\n]", " ", found[0])  # an error's line and column stay right


def _graphs(graph: KnowledgeGraph, dataset: Dataset) -> tuple[Graphs | None, list[ox.NamedNode | ox.BlankNode] | None]:
    for name in (*dataset.default, *dataset.named):
        if not graph.store.contains_named_graph(_node(name)):
            raise QueryError(f"there is no graph <{name}>; without a name you ask the one default graph")
    if not dataset.default and not dataset.named:
        return None, None
    return [_node(n) for n in dataset.default], [_node(n) for n in dataset.named]


def _node(name: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise QueryError(f"{name!r} is no IRI of a graph: {error}") from error


def _table(found: ox.QuerySolutions, form: str, limit: int | None) -> Answer:
    rows = tuple(tuple(row) for row in islice(found, limit))
    complete = limit is None or next(found, None) is None
    return Answer(Rows(tuple(v.value for v in found.variables), rows, complete).serialize(form).encode(), complete)


def _triples(found: ox.QueryTriples, form: ox.RdfFormat, prefixes: Mapping[str, str], limit: int | None) -> Answer:
    unique = _once(found)
    triples = list(islice(unique, limit))
    return Answer(_written(triples, form, prefixes), limit is None or next(unique, None) is None)


def _once(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """A template makes the same triple of many solutions; a graph has it once."""
    seen: set[ox.Triple] = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


def _written(triples: Iterable[ox.Triple], form: ox.RdfFormat, prefixes: Mapping[str, str]) -> bytes:
    return ox.serialize(triples, format=form, prefixes=dict(prefixes)) or b""
