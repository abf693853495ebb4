"""The graph itself: written from a corpus, opened from a store or a file, asked in SPARQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kgraph import __version__
from kgraph.errors import QueryError, StoreError
from kgraph.graph.ask import ask
from kgraph.graph.explain import Triple, explain, passages, sources
from kgraph.graph.names import best_name, known, resolve
from kgraph.graph.passages import Passage, Source
from kgraph.graph.rows import Rows
from kgraph.graph.terms import A, named
from kgraph.schema import PREFIXES, vocabularies

if TYPE_CHECKING:
    from rdflib import Graph

    from kgraph.model import Corpus

BASE = "https://kgraph.example/"
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".n3": ox.RdfFormat.N3,
}
OFFSETS = frozenset((named("nif:beginIndex"), named("nif:endIndex")))
OFFSET_TYPE = named("xsd:nonNegativeInteger")


class KnowledgeGraph:
    """A knowledge graph in one default graph on Oxigraph, in memory or on disk.

    Made by `from_corpus`, `open` (a store folder) or `load` (a file); `base` is what its IRIs start with.
    """

    def __init__(self, store: ox.Store, *, base: str = "") -> None:
        self.store = store
        self.base = base or _base_of(store)

    @classmethod
    def from_corpus(
        cls,
        corpus: Corpus,
        *,
        base: str = BASE,
        model: str = "kgraph_en 0.0.0",
        path: Path | None = None,
        texts: bool = False,
        packs: Sequence[str | Path] = (),
    ) -> KnowledgeGraph:
        """The graph of a corpus, in memory or in the store folder `path`, which is replaced in one step.

        `model` is the language model with its version; `texts` puts the articles' texts into the graph; `packs` are
        the rule packs whose terms the corpus uses.
        """
        from kgraph.graph.layout import Layout  # only a build writes

        base = _checked(base)
        triples = Layout(corpus, base, f"kgraph {__version__}", model, texts).triples()
        if path is None:
            store = ox.Store()
            _fill(store, triples, packs)
            return cls(store, base=base)
        _replace(Path(path), triples, packs)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = True) -> KnowledgeGraph:
        """The graph in a store folder; raises StoreError if there is none or, for writing, if it is in use."""
        folder = Path(path)
        if not (folder / "CURRENT").is_file():
            raise StoreError(f"{folder}: no store here; `kgraph build` writes one, and files are read with `load`")
        try:
            return cls(ox.Store.read_only(str(folder)) if read_only else ox.Store(str(folder)))
        except OSError as error:
            raise StoreError(f"{folder}: cannot be opened: {error}") from error

    @classmethod
    def load(cls, file: Path | str) -> KnowledgeGraph:
        """The graph of an RDF file, named graphs put together; raises StoreError with the line that is wrong."""
        path = Path(file)
        if path.suffix not in FORMATS:
            raise StoreError(f"{path}: unknown suffix {path.suffix!r}; one of {' '.join(sorted(FORMATS))} can be read")
        store = ox.Store()
        try:
            quads = ox.parse(path=str(path), format=FORMATS[path.suffix], base_iri=BASE)
            store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
        except (OSError, SyntaxError) as error:
            raise StoreError(f"{path}: cannot be read: {error}") from error
        return cls(store)

    def __len__(self) -> int:
        """The number of triples, the vocabulary included."""
        return len(self.store)

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store, so that its folder can move or be deleted; the graph answers no more."""
        self.__dict__.pop("rdf", None)
        self.store = ox.Store()

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes that every query may use: the vocabulary's, `id:` for things and `doc:` for articles."""
        return {**PREFIXES, "id": f"{self.base}id/", "doc": f"{self.base}doc/"}

    @cached_property
    def rdf(self) -> Graph:
        """The same graph as an rdflib Graph on the same store, prefixes bound."""
        from oxrdflib import OxigraphStore  # brings rdflib's SPARQL parser, which takes longer than most queries
        from rdflib import Graph
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        store = OxigraphStore(store=self.store)
        graph = Graph(store=store, identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
        for prefix, namespace in self.prefixes.items():
            graph.bind(prefix, namespace)
        return graph

    def query(self, sparql: str, *, timeout: float | None = None, limit: int | None = None) -> Rows | bool | Graph:
        """Rows for SELECT, a bool for ASK, an rdflib Graph for CONSTRUCT and DESCRIBE; raises QueryError.

        `timeout` is in seconds, `limit` the most rows or triples.
        """
        return ask(self.store, sparql, self.prefixes, timeout=timeout, limit=limit)

    def rows(self, sparql: str) -> Rows:
        """The rows of a SELECT; raises QueryError for any other query too."""
        answer = self.query(sparql)
        if not isinstance(answer, Rows):
            raise QueryError("rows come from SELECT only")
        return answer

    def triples(self) -> Iterator[ox.Triple]:
        """All triples as they are exported: with NIF's datatype for offsets, of which Oxigraph makes xsd:integer."""
        for quad in self.store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            value = quad.object
            if quad.predicate in OFFSETS and isinstance(value, ox.Literal):
                value = ox.Literal(value.value, datatype=OFFSET_TYPE)
            yield ox.Triple(quad.subject, quad.predicate, value)

    def resolve(self, name: str) -> tuple[str, ...]:
        """The IRIs that a name, an IRI or an `id:` stands for, case ignored; none if nothing is called so.

        The last word or another part of a name will do if only one thing has it; raises QueryError if several have.
        """
        return resolve(self.store, name, self.prefixes)

    def known(self, name: str) -> tuple[str, ...]:
        """The same, but raises QueryError with the closest names if nothing is called so."""
        return known(self.store, name, self.prefixes)

    def best_name(self, name: str) -> str:
        """The name under which queries find what is meant: "Margarita Simonyan" for "simonyan"."""
        return best_name(self.store, name, self.prefixes)

    def advice(self, sparql: str) -> tuple[str, ...]:
        """What is odd about a query: terms that the graph does not have, and what leaves it without an answer.

        Empty for a query that is fine; never raises for one that is not.
        """
        from kgraph.graph.advice import advice  # brings rdflib's SPARQL parser

        return advice(self.store, sparql, self.prefixes)

    def to_networkx(self, *, asserted: bool = True) -> Any:
        """The graph for networkx; see kgraph.network."""
        networks = import_module("kgraph.views.networks")  # views stand on the graph; this door is for notebooks

        return networks.network(self, asserted=asserted)

    def _repr_html_(self) -> str:
        from kgraph.graph.notebook import html

        return html(self)

    def sources(self) -> dict[str, Source]:
        """All articles by IRI."""
        return sources(self.store, self.prefixes)

    def passages(self) -> Iterator[tuple[Triple, Passage]]:
        """Every statement: its triple, as IRIs and literals' text, and the passage that states it."""
        return passages(self.store, self.prefixes)

    def explain(self, subject: str, predicate: str | None = None, object: str | None = None) -> tuple[Passage, ...]:
        """Why the graph says so: every passage about a thing, by name or IRI, in the order of the articles.

        With a predicate ("worksFor", "schema:worksFor") and an object only those. Raises QueryError for a name that
        the graph does not know.
        """
        return explain(self.store, self.prefixes, (subject, predicate, object))


def vocabulary(packs: Sequence[str | Path] = ()) -> Iterator[ox.Triple]:
    """The vocabulary's triples, so that a graph explains its own terms wherever it is opened."""
    for path in vocabularies(packs):
        quads = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        yield from (q.triple for q in quads if not isinstance(q.subject, ox.BlankNode))


def _fill(store: ox.Store, triples: Iterable[ox.Triple], packs: Sequence[str | Path] = ()) -> None:
    store.bulk_extend(ox.Quad(*t) for source in (vocabulary(packs), triples) for t in source)


def _replace(path: Path, triples: Iterable[ox.Triple], packs: Sequence[str | Path] = ()) -> None:
    fresh, old = path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        fresh.parent.mkdir(parents=True, exist_ok=True)
        store = ox.Store(str(fresh))
        _fill(store, triples, packs)
        store.optimize()
        store.flush()
        del store  # closes it, so that the folder can move
        if path.exists():
            path.rename(old)
        fresh.rename(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error}") from error
    shutil.rmtree(old, ignore_errors=True)


def _checked(base: str) -> str:
    whole = base if base.endswith(("/", "#")) else f"{base}/"
    try:
        ox.NamedNode(whole)
    except ValueError as error:
        raise StoreError(f"{base}: is no base for IRIs: {error}; one is like {BASE}") from error
    return whole


def _base_of(store: ox.Store) -> str:
    activity = named("prov:Activity")
    for quad in store.quads_for_pattern(None, A, activity, ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode) and "/run/" in quad.subject.value:
            return quad.subject.value.rpartition("run/")[0]
    return BASE
