"""A SPARQL 1.1 endpoint somewhere else: the graph sent there, and asked there as the embedded store is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPException
from itertools import islice
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit, urlunsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    OpenerDirector,
    Request,
    build_opener,
)

import pyoxigraph as ox

from kgraph.errors import QueryError, StoreError
from kgraph.graph.ask import tokens
from kgraph.graph.knowledge_graph import BASE, KnowledgeGraph
from kgraph.graph.names import NAMES, as_iri, fold
from kgraph.graph.rows import Rows
from kgraph.graph.wire import gives_graph
from kgraph.schema import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph

CHUNK = 500  # triples of one update: some servers compile an update as a program, and refuse a long one
ROWS, TURTLE = "application/sparql-results+json", "text/turtle"
VIRTUOSO_ASK = ("__ASK_RETVAL",)  # the table that Virtuoso 7 gives for some ASK queries
SHOWN = 500  # characters of a server's message
TIMEOUT = 120.0
_DECLARED = re.compile(r"(?i)\bPREFIX\s+([\w.-]*):")


@dataclass(frozen=True)
class Remote:
    """An endpoint by its address, `http://user:password@host/…` where it wants to know who asks.

    `name` is the IRI of the named graph there; "" for the default graph.
    """

    address: str
    name: str = ""
    timeout: float = TIMEOUT

    @cached_property
    def base(self) -> str:
        """What the IRIs of the graph there start with."""
        found = self._rows(f"SELECT ?run {{ ?run a <{PREFIXES['prov']}Activity> }}", self.timeout)
        runs = (str(r[0]) for r in found if "/run/" in str(r[0]))
        return next((run.rpartition("run/")[0] for run in runs), BASE)

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes that every query may use, as in KnowledgeGraph."""
        return {**PREFIXES, "id": f"{self.base}id/", "doc": f"{self.base}doc/"}

    def query(self, sparql: str, *, timeout: float | None = None, limit: int | None = None) -> Rows | bool | Graph:
        """Rows for SELECT, a bool for ASK, an rdflib Graph for CONSTRUCT and DESCRIBE; raises QueryError."""
        asked, wait = _declared(sparql, self._used(sparql)), timeout or self.timeout
        return self._graph(asked, wait) if gives_graph(sparql) else _cut(self._results(asked, wait), limit)

    def best_name(self, name: str) -> str:
        """The name under which queries find what is meant; see KnowledgeGraph.best_name."""
        known = KnowledgeGraph(ox.Store(), base=self.base)
        for x, property_, label in self._names(name):
            if isinstance(x, ox.NamedNode) and isinstance(property_, ox.NamedNode):
                known.store.add(ox.Quad(x, property_, label))
        return known.best_name(name)

    def push(self, graph: KnowledgeGraph, *, replace: bool = False, told: Callable[[int], None] | None = None) -> int:
        """Sends all triples by SPARQL update and gives their number; `told` hears how many are there as they go.

        `replace` empties the graph there first. Raises StoreError; what was sent until then stays.
        """
        if replace:
            self._update(f"CLEAR SILENT {f'GRAPH <{self.name}>' if self.name else 'DEFAULT'}")
        sent = 0
        triples = iter(graph.triples())
        while chunk := list(islice(triples, CHUNK)):
            lines = "".join(f"{t} .\n" for t in chunk)
            inside = f"GRAPH <{self.name}> {{\n{lines}}}" if self.name else lines
            self._update(f"INSERT DATA {{\n{inside}}}")
            sent += len(chunk)
            if told is not None:
                told(sent)
        return sent

    def put(self, graph: KnowledgeGraph, *, replace: bool = False) -> int:
        """Sends all triples in one request of the Graph Store Protocol and gives their number; raises StoreError."""
        triples = list(graph.triples())
        where = f"graph={quote(self.name, safe='')}" if self.name else "default"
        content = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        address = f"{self.address}{'&' if urlsplit(self.address).query else '?'}{where}"
        self._send(address, content, "application/n-triples", method="PUT" if replace else "POST")
        return len(triples)

    def close(self) -> None:
        """Nothing to let go of; there so that it can stand where a KnowledgeGraph does."""

    def __enter__(self) -> Remote:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def advice(self, sparql: str) -> tuple[str, ...]:
        """None: it would take a request for every part of the query."""
        del sparql
        return ()

    def _used(self, sparql: str) -> Mapping[str, str]:
        used = {t["prefix"] for t in tokens(sparql) if t["prefix"]}
        return self.prefixes if used & {"id", "doc"} else PREFIXES

    def _names(self, name: str) -> Iterator[tuple[object, object, ox.NamedNode | ox.Literal]]:
        """All names of the things that have a name like it."""
        words, iri = ox.Literal(fold(name).partition(" ")[0]), as_iri(name, self.prefixes)
        is_it = f" || ?x = <{iri}>" if iri else ""
        properties = " ".join(f"<{PREFIXES[p]}{n}>" for p, n in (x.split(":") for x in NAMES))
        asked = (
            f"SELECT DISTINCT ?x ?p ?n {{ VALUES ?q {{ {properties} }} VALUES ?p {{ {properties} }} "
            f"?x ?q ?m . ?x ?p ?n . FILTER (CONTAINS(LCASE(STR(?m)), {words}){is_it}) }}"
        )
        for x, property_, label in self._rows(asked, self.timeout).solutions:
            if isinstance(label, ox.NamedNode | ox.Literal):
                yield x, property_, label

    def _rows(self, sparql: str, timeout: float) -> Rows:
        found = self._results(sparql, timeout)
        if isinstance(found, bool):
            raise QueryError("rows come from SELECT only")
        return found

    def _results(self, sparql: str, timeout: float) -> Rows | bool:
        found = ox.parse_query_results(self._asked(sparql, ROWS, timeout), format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        rows = Rows(tuple(v.value for v in found.variables), tuple(tuple(row) for row in found))
        return any(x for row in rows for x in row) if rows.variables == VIRTUOSO_ASK else rows

    def _graph(self, sparql: str, timeout: float) -> Graph:
        from rdflib import Graph

        graph = Graph(bind_namespaces="none")
        for prefix, namespace in self.prefixes.items():
            graph.bind(prefix, namespace)
        return graph.parse(data=self._asked(sparql, TURTLE, timeout), format="turtle")

    def _asked(self, sparql: str, accept: str, timeout: float) -> bytes:
        pairs = {"query": sparql, **({"default-graph-uri": self.name} if self.name else {})}
        form = "application/x-www-form-urlencoded"
        try:
            return self._send(self.address, urlencode(pairs).encode(), form, accept=accept, timeout=timeout)
        except StoreError as error:
            raise QueryError(str(error)) from error

    def _update(self, sparql: str) -> None:
        self._send(self.address, sparql.encode(), "application/sparql-update")

    def _send(  # the parts of a request
        self,
        address: str,
        content: bytes,
        media: str,
        *,
        accept: str = "*/*",
        method: str = "POST",
        timeout: float | None = None,
    ) -> bytes:
        plain, opener = _opener(address)
        headers = {"Content-Type": media, "Accept": accept, "User-Agent": "kgraph"}
        request = Request(plain, data=content, headers=headers, method=method)
        try:
            with opener.open(request, timeout=timeout or self.timeout) as response:
                return bytes(response.read())
        except HTTPError as error:
            said = error.read().decode("utf-8", "replace").strip()[:SHOWN]
            raise StoreError(f"{plain}: {error.code} {error.reason}: {said}") from error
        except (URLError, HTTPException, OSError) as error:
            raise StoreError(f"{plain}: no answer: {getattr(error, 'reason', error)}") from error


def _opener(address: str) -> tuple[str, OpenerDirector]:
    """The address without the user, and what opens it in the user's name."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"{address}: is no address of an endpoint; one is like http://localhost:7878/query")
    place = parts.netloc.rpartition("@")[2]
    plain = urlunsplit((parts.scheme, place, *parts[2:]))
    if parts.username is None:
        return plain, build_opener()
    keys = HTTPPasswordMgrWithDefaultRealm()
    keys.add_password(None, f"{parts.scheme}://{place}", parts.username, parts.password or "")
    return plain, build_opener(HTTPDigestAuthHandler(keys), HTTPBasicAuthHandler(keys))


def _declared(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with the prefixes that it uses and does not declare, on its first line: lines keep their numbers."""
    declared = {m[1] for m in _DECLARED.finditer(sparql)}
    used = {t["prefix"] for t in tokens(sparql) if t["prefix"]} - declared
    return "".join(f"PREFIX {p}: <{n}> " for p, n in sorted(prefixes.items()) if p in used) + sparql


def _cut(answer: Rows | bool, limit: int | None) -> Rows | bool:
    if isinstance(answer, bool) or limit is None or len(answer) <= limit:
        return answer
    return Rows(answer.variables, answer.solutions[:limit], complete=False)
