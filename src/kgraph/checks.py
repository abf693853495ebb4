"""A finished graph in, what breaks the rules of its layout out: as plain queries, and against the SHACL shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import Graph, URIRef

from kgraph.errors import StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.graph.terms import clean
from kgraph.model import Article
from kgraph.schema import ontology_path

SHACL = "http://www.w3.org/ns/shacl#"
ASSERTS = "FILTER NOT EXISTS { ?st kg:factuality ?f } FILTER NOT EXISTS { ?st prov:wasAttributedTo ?a }"

# rule → what is wrong, and the query that finds it; ?node is to blame, ?detail what about it
RULES: dict[str, tuple[str, str]] = {
    "R1-stated": (
        "stated as true in the article's own voice, but the triple is missing",
        f"""?st rdf:subject ?s ; rdf:predicate ?detail ; rdf:object ?o . {ASSERTS}
            FILTER NOT EXISTS {{ ?s ?detail ?o }} BIND (?st AS ?node)""",
    ),
    "R1-triple": (
        "a fact without a statement that asserts it",
        f"""?detail a kg:FactProperty . ?node ?detail ?o . FILTER NOT EXISTS {{ ?node a rdf:Statement }}
            FILTER NOT EXISTS {{ ?st rdf:subject ?node ; rdf:predicate ?detail ; rdf:object ?o . {ASSERTS} }}""",
    ),
    "R2-event": (
        "schema:Event marks the events that an article asserts, and only those",
        f"""{{ ?node a schema:Event FILTER NOT EXISTS {{ ?st rdf:subject ?node {ASSERTS} }} }} UNION
            {{ ?node a sem:Event FILTER NOT EXISTS {{ ?node a schema:Event }}
               FILTER EXISTS {{ ?st rdf:subject ?node {ASSERTS} }} }}""",
    ),
    "R3-mention": (
        "a passage refers to what its article does not mention",
        """?node itsrdf:taIdentRef ?detail ; nif:referenceContext ?doc
           FILTER NOT EXISTS { ?doc schema:mentions ?detail }""",
    ),
    "quote-text": (
        "the quote is not what the article has at these offsets",
        """?node nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?detail ; nif:referenceContext/nif:isString ?text
           FILTER (SUBSTR(?text, ?b + 1, ?e - ?b) != ?detail)""",
    ),
    "quote-length": (
        "the length of the quote is not the distance between its offsets",
        "?node nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?detail FILTER (STRLEN(?detail) != ?e - ?b)",
    ),
    "contradicts": (
        "kg:contradicts is written in one direction only",
        "?node kg:contradicts ?detail FILTER NOT EXISTS { ?detail kg:contradicts ?node }",
    ),
    "attribution": (
        "attributed to an actor, but no claim by that actor has it as content",
        """?node prov:wasAttributedTo ?detail
           FILTER NOT EXISTS { ?claim kg:content ?node ; schema:author ?detail }""",
    ),
    "bookkeeping": (
        "a statement or claim has a fact property of its own",
        "VALUES ?kind { rdf:Statement schema:Claim } ?node a ?kind ; ?detail ?value . ?detail a kg:FactProperty",
    ),
    "nameless": (
        "refers to a node that has no name",
        """VALUES ?p { rdf:subject rdf:object prov:wasAttributedTo itsrdf:taIdentRef schema:author schema:audience }
           ?node ?p ?detail FILTER (isIRI(?detail) && NOT EXISTS { ?detail rdfs:label|skos:prefLabel ?label })""",
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A rule of RULES that a node of the graph breaks."""

    rule: str
    node: str
    detail: str = ""

    def __str__(self) -> str:
        about = f" ({self.detail})" if self.detail else ""
        return f"{self.rule}: {self.node}: {RULES[self.rule][0]}{about}"


@dataclass(frozen=True, slots=True)
class Report:
    """What SHACL validation found; `text` is the report for people."""

    conforms: bool
    text: str


def check(graph: KnowledgeGraph, *, articles: Iterable[Article] = ()) -> tuple[Violation, ...]:
    """Every breach of the layout's rules, none if the graph is sound.

    With the articles each quote is held against their texts, too; a graph built with its texts needs none.
    """
    found = {v for rule in RULES for v in _breaches(graph, rule)}
    return tuple(sorted(found | set(_misquotes(graph, {a.id: a.text for a in articles}))))


def shacl(graph: KnowledgeGraph, *, sparql: bool = False) -> Report:
    """The graph against `shapes.ttl`.

    The nine SPARQL constraints of the shapes are the rules of `check`, which asks each once; pyshacl asks each once
    for every node, which takes minutes, and does so only with `sparql`.
    """
    from pyshacl import validate  # a second to import; only this function needs it

    conforms, _, text = validate(
        _data(graph), shacl_graph=_shapes(sparql=sparql), inference="none", advanced=sparql, do_owl_imports=False
    )
    return Report(bool(conforms), str(text))


def _breaches(graph: KnowledgeGraph, rule: str) -> Iterator[Violation]:
    for node, detail in graph.rows(f"SELECT DISTINCT ?node ?detail {{ {RULES[rule][1]} }}"):
        yield Violation(rule, str(node), "" if detail is None else str(detail))


def _misquotes(graph: KnowledgeGraph, texts: dict[str, str]) -> Iterator[Violation]:
    if not texts:
        return
    rows = graph.rows(
        "SELECT ?passage ?doc ?start ?end ?quote { ?passage nif:referenceContext ?doc ;"
        " nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?quote }"
    )
    for passage, doc, start, end, quote in rows:
        article = texts.get(str(doc).rpartition("/")[2])
        if article is not None and clean(article[int(str(start)) : int(str(end))]) != quote:
            yield Violation("quote-text", str(passage), str(quote))


def _data(graph: KnowledgeGraph) -> Graph:
    """The graph in rdflib's own memory, where pyshacl is fastest."""
    nt = ox.serialize(graph.triples(), format=ox.RdfFormat.N_TRIPLES)
    return Graph(bind_namespaces="none").parse(data=nt or b"", format="nt")


def _shapes(*, sparql: bool) -> Graph:
    path = ontology_path() / "shapes.ttl"
    if not path.is_file():
        raise StoreError(f"{path}: there are no shapes to check against")
    shapes = Graph().parse(path, format="turtle")
    if not sparql:
        shapes.remove((None, URIRef(f"{SHACL}sparql"), None))
    return shapes
