"""A graph and a name in, a smaller graph out: the world according to one outlet or one speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.graph.knowledge_graph import KnowledgeGraph
from kgraph.graph.terms import A, named

SAID = """
SELECT DISTINCT ?st { VALUES ?x { WHO }
  { ?st prov:wasAttributedTo ?x ; a rdf:Statement } UNION { ?st schema:author ?x ; a schema:Claim } UNION
  { ?st a rdf:Statement ; prov:wasDerivedFrom/nif:referenceContext/schema:publisher ?x
    FILTER NOT EXISTS { ?st prov:wasAttributedTo ?other } } }"""
FACT_PROPERTIES = "SELECT ?p { ?p a kg:FactProperty }"

EVENT = named("schema:Event")
LIMITS = named("kg:factuality"), named("prov:wasAttributedTo")
TRIPLE = named("rdf:subject"), named("rdf:predicate"), named("rdf:object")


def according_to(graph: KnowledgeGraph, name: str) -> KnowledgeGraph:
    """The part of a graph that is somebody's word, in memory, in the same layout and under the same rules.

    Of an outlet it is what its articles say in their own voice, of a speaker what is attributed to it anywhere; of one
    that is both, both. What a speaker says stays attributed, and so no triple. Raises QueryError for an unknown name.
    """
    found = graph.resolve(name)
    if not found:
        raise QueryError(f"nothing in the graph is called {name!r}; `kgraph query speakers` lists who speaks")
    said = graph.rows(SAID.replace("WHO", " ".join(f"<{i}>" for i in found)))
    if not said:
        raise QueryError(f"{name!r} is no outlet of these articles and says nothing in them")
    kept = _Layer(graph, frozenset(ox.NamedNode(str(s)) for (s,) in said))
    store = ox.Store()
    store.bulk_extend(ox.Quad(*t) for t in kept.triples())
    return KnowledgeGraph(store, base=graph.base)


# these lead to what others say, and are kept only where that is kept anyway
FOREIGN = frozenset(
    named(p)
    for p in (
        "kg:contradicts", "kg:content", "schema:isPartOf", "schema:isBasedOn", "schema:mentions", "itsrdf:taIdentRef"
    )
)  # fmt: skip


@dataclass(frozen=True)
class _Layer:
    """What is kept of a graph: these statements and claims, and whatever they need to be understood."""

    graph: KnowledgeGraph
    said: frozenset[ox.NamedNode]

    def triples(self) -> Iterator[ox.Triple]:
        """The triples about what is kept that do not lead to what is not."""
        nodes = self.nodes()
        facts = frozenset(self.facts())
        properties = {ox.NamedNode(str(p)) for (p,) in self.graph.rows(FACT_PROPERTIES)}
        events = {s for s, _, _ in facts}
        for quad in self.graph.store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            triple = quad.triple
            if triple.predicate in properties and triple.subject not in self.said:
                wanted = (triple.subject, triple.predicate, triple.object) in facts or not self.is_data(triple.subject)
            elif triple.predicate == A and triple.object == EVENT:
                wanted = triple.subject in events
            else:
                wanted = all(not self.is_data(x) or x in nodes for x in (triple.subject, triple.object))
            if wanted:
                yield triple

    def is_data(self, term: object) -> bool:
        """Whether a term is of the graph's own data, not of a vocabulary."""
        return isinstance(term, ox.NamedNode) and term.value.startswith(self.graph.base)

    def nodes(self) -> frozenset[object]:
        """The statements and claims, their passages, articles, speakers and things, and what names those."""
        found: set[object] = set(self.said)
        fresh = set(self.said)
        for hops in range(3):  # statement → passage → article → outlet
            fresh = {o for node in fresh for o in self.beyond(node, hops) if o not in found}
            found |= fresh
        return frozenset(found)

    def beyond(self, node: ox.NamedNode, hops: int) -> Iterator[ox.NamedNode]:
        """The nodes one step on; things of the world and other statements are not walked through."""
        if hops and node.value.startswith(f"{self.graph.base}id/"):
            return
        for quad in self.graph.store.quads_for_pattern(node, None, None, ox.DefaultGraph()):
            value = quad.object
            if isinstance(value, ox.NamedNode) and self.is_data(value) and quad.predicate not in FOREIGN:
                yield value

    def facts(self) -> Iterator[tuple[object, ...]]:
        """The triples that the kept statements assert (rule R1)."""
        for statement in self.said:
            if not any(any(self.values(statement, p)) for p in LIMITS):
                yield from zip(*(self.values(statement, p) for p in TRIPLE), strict=True)

    def values(self, node: ox.NamedNode, predicate: ox.NamedNode) -> Iterator[object]:
        """The objects of a node's triples with this predicate."""
        return (q.object for q in self.graph.store.quads_for_pattern(node, predicate, None, ox.DefaultGraph()))
