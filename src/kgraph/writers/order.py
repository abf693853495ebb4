"""Triples in, the order of a file out: by article, then thing, then property, the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from kgraph.graph import KnowledgeGraph

FIRST = ("rdf:type", "rdfs:label", "schema:name", "rdf:subject", "rdf:predicate", "rdf:object")
SECTIONS = ("doc/", "id/", "run/", "software/", "model/")

_PART = re.compile(r"(?P<document>.*/doc/[^/#]+)#(?P<kind>char|fact|claim)[=-](?P<rest>.*)")
_KINDS = {"char": 0, "fact": 1, "claim": 2}


@dataclass(frozen=True, slots=True)
class Subject:
    """A node with all it says: `pairs` are (property, object), types and names first, then by name."""

    node: ox.NamedNode | ox.BlankNode
    pairs: tuple[tuple[ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The subjects of one article's passages, statements and claims (`document` is its IRI), or all others ("")."""

    document: str
    subjects: tuple[Subject, ...]


def parts(graph: KnowledgeGraph) -> Iterator[Part]:
    """The graph in the order of a file: articles, things, the run and the vocabulary; then each article's own."""
    found = subjects(graph.triples(), graph)
    for document, group in groupby(found, key=lambda s: _document(s.node)):
        yield Part(document, tuple(group))


def subjects(triples: Iterable[ox.Triple], graph: KnowledgeGraph) -> list[Subject]:
    """The triples by subject, in order."""
    first = {ox.NamedNode(_iri(c, graph.prefixes)): str(i) for i, c in enumerate(FIRST)}
    said: dict[ox.NamedNode | ox.BlankNode, list[tuple[ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal]]] = {}
    for subject, predicate, value in triples:
        if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
            continue  # a quoted triple: kgraph writes none, and the formats cannot hold it
        said.setdefault(subject, []).append((predicate, value))
    return [
        Subject(s, tuple(sorted(said[s], key=lambda p: (first.get(p[0], "~"), p[0].value, str(p[1])))))
        for s in sorted(said, key=lambda s: _key(s, graph.base))
    ]


def _key(node: ox.NamedNode | ox.BlankNode, base: str) -> tuple[object, ...]:
    part = _PART.fullmatch(node.value)
    if part:
        place = tuple(int(n) for n in re.findall(r"\d+", part["rest"])) if part["kind"] == "char" else ()
        return 1, part["document"], _KINDS[part["kind"]], place, node.value
    local = node.value.removeprefix(base) if node.value.startswith(base) else ""
    section = next((i for i, s in enumerate(SECTIONS) if local.startswith(s)), len(SECTIONS))
    return 0, "", section, (), node.value


def _document(node: ox.NamedNode | ox.BlankNode) -> str:
    part = _PART.fullmatch(node.value)
    return part["document"] if part else ""


def _iri(curie: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = curie.partition(":")
    return prefixes[prefix] + local
