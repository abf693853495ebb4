"""A graph in, everything that is told out: each statement with its triple, its passage and what its object is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from kgraph.graph import KnowledgeGraph, Passage, Source
from kgraph.model import Evidence, Fact, Factuality, Value, ValueKind
from kgraph.schema import curie

Triple = tuple[str, str, str]

EVENT_TYPE = "sem:eventType"
KINDS = """
SELECT DISTINCT ?p ?kind { ?st a rdf:Statement ; rdf:predicate ?p ; rdf:object ?o
  BIND (IF(isIRI(?o), "node", IF(isNumeric(?o), "number",
        IF(DATATYPE(?o) IN (xsd:gYear, xsd:gYearMonth, xsd:date), "date", "text"))) AS ?kind)
} ORDER BY ?p ?kind"""
EVENTS = "SELECT ?x { ?x a sem:Event }"
LABELS = "SELECT ?p ?label { ?p a kg:FactProperty ; rdfs:label ?label } ORDER BY ?p ?label"
MENTIONED = "SELECT ?doc ?x { ?doc schema:mentions ?x FILTER NOT EXISTS { ?x kg:unnamed true } }"
AGAINST = "SELECT ?a ?b { ?a kg:contradicts ?b . FILTER (STR(?a) < STR(?b)) } ORDER BY ?a ?b"


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement: `triple` are IRIs (the object may be a literal's text), `passage` the same to read."""

    triple: Triple
    passage: Passage


@dataclass(frozen=True, slots=True)
class Told:
    """What a graph tells, read once.

    `events` are IRIs, `labels` and `kinds` ("node", "number", "date" or "text") are those of properties by CURIE,
    `against` are pairs of statement IRIs that contradict each other, `mentioned` (article, thing) pairs of IRIs, the
    things that have no name of their own left out.
    """

    tellings: tuple[Telling, ...]
    sources: Mapping[str, Source]
    events: frozenset[str]
    labels: Mapping[str, str]
    kinds: Mapping[str, str]
    against: tuple[tuple[str, str], ...]
    mentioned: frozenset[tuple[str, str]]


def told(graph: KnowledgeGraph) -> Told:
    """Everything that a graph tells, in the order of the articles."""
    return Told(
        tellings=tuple(Telling(t, p) for t, p in graph.passages()),
        sources=graph.sources(),
        events=frozenset(str(x) for (x,) in graph.rows(EVENTS)),
        labels={curie(str(p)): str(label) for p, label in graph.rows(LABELS)},
        kinds={curie(str(p)): str(kind) for p, kind in graph.rows(KINDS)},
        against=tuple((str(a), str(b)) for a, b in graph.rows(AGAINST)),
        mentioned=frozenset((str(doc), str(x)) for doc, x in graph.rows(MENTIONED)),
    )


def as_fact(telling: Telling, kinds: Mapping[str, str]) -> Fact:
    """The statement as linking knows it, with the IRI of its subject as an id."""
    said = telling.passage
    kind = "concept" if said.property == EVENT_TYPE else kinds.get(said.property, "text")
    return Fact(
        id=said.fact,
        article=said.article,
        subject=telling.triple[0],
        property=said.property,
        object=Value(cast(ValueKind, kind), telling.triple[2]),
        evidence=Evidence(said.article, said.start, said.end, said.quote),
        factuality=cast(Factuality, said.factuality),
        hedge=said.hedge,
        speaker=said.speaker,
    )
