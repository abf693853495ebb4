"""kgraph.ttl in, plain data out: classes with their bases, fact properties, event types."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef

PREFIXES = {
    "kg": "https://w3id.org/kgraph/ns#",
    "et": "https://w3id.org/kgraph/event-type#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "fact": "http://groundedannotationframework.org/grasp/factuality#",
    "grasp": "http://groundedannotationframework.org/grasp#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
KG = Namespace(PREFIXES["kg"])


@dataclass(frozen=True, slots=True)
class Property:
    """A fact property: its label ("works for"), and whether a subject has at most one value of it at a time."""

    curie: str
    label: str
    one_valued: bool = False


@dataclass(frozen=True, slots=True)
class EventType:
    """A concept of the event-type scheme by local name; `broader` is the local name above it, "" at the top."""

    name: str
    label: str
    broader: str = ""


def curie(iri: str) -> str:
    """An IRI of a known vocabulary as prefix:name; any other as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def expand(name: str) -> str:
    """The IRI of a CURIE; raises KeyError for an unknown prefix."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def read_graph(folder: Path) -> Graph:
    """The vocabulary as an rdflib graph."""
    return Graph().parse(folder / "kgraph.ttl", format="turtle")


def read_properties(graph: Graph) -> dict[str, Property]:
    """All fact properties by CURIE."""
    one_valued = set(graph.subjects(RDF.type, KG.OneValuedProperty))
    found = set(graph.subjects(RDF.type, KG.FactProperty)) | one_valued
    return {c: Property(c, _label(graph, p), p in one_valued) for p in sorted(found, key=str) for c in [curie(str(p))]}


def read_event_types(graph: Graph) -> dict[str, EventType]:
    """All event types by local name."""
    found = {}
    for concept in sorted(graph.subjects(RDF.type, SKOS.Concept), key=str):
        broader = graph.value(concept, SKOS.broader)
        name = str(concept).removeprefix(PREFIXES["et"])
        found[name] = EventType(name, _label(graph, concept), str(broader or "").removeprefix(PREFIXES["et"]))
    return found


def read_classes(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Class → the class and its bases, most specific first, for every class that has a declaration."""
    return {
        c: tuple(_up(graph, k)) for k in sorted(graph.subjects(RDF.type, RDFS.Class), key=str) for c in [curie(str(k))]
    }


def _up(graph: Graph, node: object) -> list[str]:
    found: list[str] = []
    todo = [node]
    while todo:
        found.append(curie(str(todo[0])))
        above = sorted(o for o in graph.objects(URIRef(str(todo.pop(0))), RDFS.subClassOf) if isinstance(o, URIRef))
        todo += [a for a in above if curie(str(a)) not in found]
    return found


def _label(graph: Graph, node: object) -> str:
    iri = URIRef(str(node))
    label = graph.value(iri, RDFS.label) or graph.value(iri, SKOS.prefLabel)
    return str(label) if label else _words(str(iri))


def _words(iri: str) -> str:
    local = iri.replace("#", "/").rsplit("/", 1)[-1]
    return "".join(f" {c.lower()}" if c.isupper() else c for c in local).strip()
