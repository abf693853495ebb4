"""A graph and a job in, bytes to send out: what the workers of the server do, each a function by its name."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph, Passage
from kgraph.graph.wire import Dataset, answer, content, respelt, update
from kgraph.queries import named_query
from kgraph.server.description import description

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What to do, by a name of JOBS, and with what."""

    name: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a job: bytes, or an error to show; `complete` is false if a limit cut it."""

    body: bytes = b""
    error: str = ""
    missing: bool = False
    complete: bool = True


def query(graph: KnowledgeGraph, *, sparql: str, form: str, limit: int, default: Names, named: Names) -> Reply:
    """The answer of a query in one of the W3C's formats."""
    found = answer(graph, sparql, form, limit=limit, dataset=Dataset(default, named))
    return Reply(found.body, complete=found.complete)


def change(graph: KnowledgeGraph, *, sparql: str) -> Reply:
    """Nothing, after the update."""
    update(graph, sparql)
    return Reply()


def triples(graph: KnowledgeGraph, *, form: str, name: str) -> Reply:
    """The default graph, or a named one."""
    found = content(graph, form, name)
    return Reply(error=f"there is no graph <{name}>", missing=True) if found is None else Reply(found.body)


def service(graph: KnowledgeGraph, *, form: str, endpoint: str, may_update: bool) -> Reply:
    """The service description."""
    return Reply(respelt(description(endpoint, size=len(graph), update=may_update), form))


def filled(graph: KnowledgeGraph, *, name: str, values: Mapping[str, str]) -> Reply:
    """The SPARQL of a named query with names put in."""
    try:
        found = named_query(name)
    except QueryError as error:
        return Reply(error=str(error), missing=True)
    return Reply(found.fill_names(graph, **values).encode())


def advice(graph: KnowledgeGraph, *, sparql: str) -> Reply:
    """Why a query has no answer, as a JSON list of remarks."""
    return Reply(json.dumps(graph.advice(sparql)).encode())


def about(graph: KnowledgeGraph) -> Reply:
    """The prefixes of the graph and its size, as JSON."""
    return Reply(json.dumps({"prefixes": dict(graph.prefixes), "size": len(graph), "base": graph.base}).encode())


def entity(graph: KnowledgeGraph, *, name: str) -> Reply:
    """A dossier as a page, each sentence linked to where it stands."""
    from kgraph.views.dossiers import dossier
    from kgraph.writers.dossiers import page

    try:
        found = dossier(graph, name)
    except QueryError as error:
        return Reply(error=str(error), missing=True)
    return Reply(page(found, link=sentence_address).encode())


def picture(graph: KnowledgeGraph) -> Reply:
    """The page of the whole graph."""
    from kgraph.comparison import disputes
    from kgraph.views import picture as draw
    from kgraph.writers.html import TEXTS, page

    texts = {str(doc): str(text) for doc, text in graph.rows(TEXTS)}
    return Reply(page(draw(graph), texts, disputes(graph)).encode())


def comparison(graph: KnowledgeGraph) -> Reply:
    """The sources held against each other, as a page."""
    from kgraph.comparison import chains, compare
    from kgraph.writers.comparisons.html import page

    return Reply(page(compare(graph), chains(graph)).encode())


def sentence_address(passage: Passage) -> str:
    """Where the server shows a sentence in its article: the graph's page, opened at it."""
    from urllib.parse import urlencode

    parts = (("text", passage.article), ("text", passage.start), ("text", passage.end))
    return f"graph#{urlencode(parts)}"


JOBS: dict[str, Callable[..., Reply]] = {
    "query": query,
    "update": change,
    "triples": triples,
    "service": service,
    "filled": filled,
    "advice": advice,
    "about": about,
    "entity": entity,
    "picture": picture,
    "comparison": comparison,
}


def do(graph: KnowledgeGraph, job: Job) -> Reply:
    """What came of the job; an error of ours is part of the reply."""
    try:
        return JOBS[job.name](graph, **job.values)
    except QueryError as error:
        return Reply(error=str(error))


def open_graph(path: Path, *, writable: bool = False) -> KnowledgeGraph:
    """The graph of a build folder or an RDF file; only a folder can be written to."""
    if (path / "store").is_dir():
        return KnowledgeGraph.open((path / "store").resolve(), read_only=not writable)
    return KnowledgeGraph.load(path)
