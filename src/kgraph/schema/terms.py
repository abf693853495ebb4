"""The vocabulary's prefixes, and a term as plain data: what a query needs of the schema, and no library for it."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Property:
    """A fact property: its label ("works for"), whether a subject has at most one value of it at a time, how it reads
    from the object ("employs"), and the classes that its subjects and its values are of."""

    curie: str
    label: str
    one_valued: bool = False
    inverse: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()


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
    """The IRI of a CURIE, or an IRI as it is; raises KeyError for an unknown prefix."""
    if "://" in name:
        return name
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
