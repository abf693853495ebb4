"""kgraph.ttl and packs' vocabularies in, plain data out: classes with their bases, fact properties, event types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox  # rdflib takes a third of a second to start, and every command reads the vocabulary

from kgraph.errors import SchemaError
from kgraph.schema.terms import EventType, Property, curie, expand

TYPE, LABEL, NAME = expand("rdf:type"), expand("rdfs:label"), expand("skos:prefLabel")
ABOVE, BROADER, INVERSE = expand("rdfs:subClassOf"), expand("skos:broader"), expand("kg:inverseLabel")
DOMAIN, RANGE = expand("schema:domainIncludes"), expand("schema:rangeIncludes")


class Vocabulary:
    """What some files say of each term: the values of its properties, IRIs and texts alike, in the files' order."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.said: dict[tuple[str, str], list[str]] = {}
        self.of_type: dict[str, set[str]] = {}
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                self.add(quad.subject.value, quad.predicate.value, quad.object.value)

    def add(self, term: str, name: str, value: str) -> None:
        """Takes one triple up."""
        self.said.setdefault((term, name), []).append(value)
        if name == TYPE:
            self.of_type.setdefault(value, set()).add(term)

    def first(self, term: str, name: str) -> str:
        """The value of a property that stands first in the files, "" if none does."""
        return next(iter(self.said.get((term, name), ())), "")

    def all_of(self, *types: str) -> list[str]:
        """The terms that are of any of these types, in the order of their IRIs."""
        return sorted(term for type_ in types for term in self.of_type.get(expand(type_), ()))


def read_vocabulary(folder: Path, *more: Path) -> Vocabulary:
    """The vocabulary of an ontology folder, and that of more files; raises SchemaError for a file that is no Turtle."""
    return Vocabulary(quad for path in (folder / "kgraph.ttl", *more) for quad in _quads(path))


def read_properties(vocabulary: Vocabulary) -> dict[str, Property]:
    """All fact properties by CURIE."""
    one_valued = set(vocabulary.all_of("kg:OneValuedProperty"))
    return {
        curie(p): Property(
            curie(p),
            _label(vocabulary, p),
            p in one_valued,
            vocabulary.first(p, INVERSE),
            tuple(dict.fromkeys(curie(c) for c in vocabulary.said.get((p, DOMAIN), ()))),
            tuple(dict.fromkeys(curie(c) for c in vocabulary.said.get((p, RANGE), ()))),
        )
        for p in dict.fromkeys(vocabulary.all_of("kg:FactProperty", "kg:OneValuedProperty"))
    }


def read_event_types(vocabulary: Vocabulary) -> dict[str, EventType]:
    """All event types by local name."""
    start = expand("et:")
    found = {}
    for concept in vocabulary.all_of("skos:Concept"):
        name, broader = concept.removeprefix(start), vocabulary.first(concept, BROADER).removeprefix(start)
        found[name] = EventType(name, _label(vocabulary, concept), broader)
    return found


def read_classes(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Class → the class and its bases, most specific first, for every class that has a declaration."""
    return {curie(k): tuple(_up(vocabulary, k)) for k in vocabulary.all_of("rdfs:Class")}


def _quads(path: Path) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    except (SyntaxError, ValueError) as error:
        raise SchemaError(path, f"not valid Turtle: {error}") from error


def _up(vocabulary: Vocabulary, term: str) -> list[str]:
    found: list[str] = []
    todo = [term]
    while todo:
        found.append(curie(todo[0]))
        above = sorted(vocabulary.said.get((todo.pop(0), ABOVE), ()))
        todo += [a for a in above if curie(a) not in found]
    return found


def _label(vocabulary: Vocabulary, term: str) -> str:
    return vocabulary.first(term, LABEL) or vocabulary.first(term, NAME) or _words(term)


def _words(iri: str) -> str:
    local = iri.replace("#", "/").rsplit("/", 1)[-1]
    return "".join(f" {c.lower()}" if c.isupper() else c for c in local).strip()
