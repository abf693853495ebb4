"""A graph in, its figures out: how much it holds of what, who speaks most, where the sources part."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.graph import KnowledgeGraph
from kgraph.schema import curie

ONE = {
    "articles": "?x a schema:Article",
    "articles that restate another": "?x schema:isBasedOn ?y",
    "actors, places and groups": "{ ?x a sem:Actor } UNION { ?x a schema:Place }",
    "events": "?x a sem:Event",
    "events that an article states as true": "?x a schema:Event",
    "statements of facts": "?x a rdf:Statement",
    "stated as true": "?x a rdf:Statement FILTER NOT EXISTS { ?x kg:factuality ?f } "
    "FILTER NOT EXISTS { ?x prov:wasAttributedTo ?w }",
    "denied": "?x a rdf:Statement ; kg:factuality fact:negative",
    "somebody's word": "?x a rdf:Statement ; prov:wasAttributedTo ?w",
    "hedged": "?x a rdf:Statement ; kg:hedge ?h",
    "claims": "?x a schema:Claim",
    "word for word": "?x a schema:Quotation",
    "passages": "?x nif:anchorOf ?q",
}
CONTRADICTIONS = "SELECT (COUNT(*) AS ?n) { ?a kg:contradicts ?b FILTER (STR(?a) < STR(?b)) }"
MANY = {
    "kinds of things": "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x a ?k ; rdfs:label ?l FILTER (STRSTARTS(STR(?x), "
    "STR(id:)) && ?k != sem:Actor) } GROUP BY ?k",
    "properties": "SELECT ?k (COUNT(?x) AS ?n) { ?x rdf:predicate ?k } GROUP BY ?k",
    "event types": "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x sem:eventType ?k } GROUP BY ?k",
    "speakers": "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x a schema:Claim ; schema:author/rdfs:label ?k } GROUP BY ?k",
    "outlets": "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x a schema:Article ; schema:publisher/rdfs:label ?k } "
    "GROUP BY ?k",
    "most mentioned": "SELECT ?k (COUNT(?m) AS ?n) { ?m itsrdf:taIdentRef ?x . ?x a sem:Actor ; rdfs:label ?k } "
    "GROUP BY ?x ?k",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts by what is counted, and rankings by heading: (what, how many), the most first."""

    counts: tuple[tuple[str, int], ...]
    rankings: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def figures(graph: KnowledgeGraph) -> Figures:
    """How much of what a graph holds."""
    counts = [("triples", len(graph))]
    counts += [(k, _count(graph, f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {p} }}")) for k, p in ONE.items()]
    counts.append(("contradictions", _count(graph, CONTRADICTIONS)))
    return Figures(tuple(counts), tuple((k, _ranking(graph, q)) for k, q in MANY.items()))


def _count(graph: KnowledgeGraph, sparql: str) -> int:
    return int(str(next(iter(graph.rows(sparql)))[0]))


def _ranking(graph: KnowledgeGraph, sparql: str) -> tuple[tuple[str, int], ...]:
    found = ((curie(str(k)), int(str(n))) for k, n in graph.rows(sparql))
    return tuple(sorted(found, key=lambda x: (-x[1], x[0])))
