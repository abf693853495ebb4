"""kgraph.ttl and packs' vocabularies in, plain data out: classes with their bases, fact properties, event types."""

from __future__ import annotations

from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef

from kgraph.schema.terms import PREFIXES, EventType, Property, curie

KG = Namespace(PREFIXES["kg"])


def read_graph(folder: Path, *more: Path) -> Graph:
    """The vocabulary, and that of more files, as an rdflib graph."""
    graph = Graph()
    for path in (folder / "kgraph.ttl", *more):
        graph.parse(path, format="turtle")
    return graph


def read_properties(graph: Graph) -> dict[str, Property]:
    """All fact properties by CURIE."""
    one_valued = set(graph.subjects(RDF.type, KG.OneValuedProperty))
    found = set(graph.subjects(RDF.type, KG.FactProperty)) | one_valued
    return {
        c: Property(c, _label(graph, p), p in one_valued, str(graph.value(p, KG.inverseLabel) or ""))
        for p in sorted(found, key=str)
        for c in [curie(str(p))]
    }


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
