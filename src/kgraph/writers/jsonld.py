"""A graph in, JSON-LD out: one context, one object a line."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kgraph.graph import KnowledgeGraph
from kgraph.writers.order import Subject, subjects
from kgraph.writers.turtle import XSD, Spelling

JSON = str | dict[str, str]


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes JSON-LD 1.1 in one default graph."""
    spelling = Spelling(graph)
    context = {"@base": graph.base, **dict(sorted(spelling.prefixes.items()))}
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write('{"@context": ' + json.dumps(context, ensure_ascii=False, indent=1) + ',\n"@graph": [\n')
        found = (json.dumps(_object(s, spelling), ensure_ascii=False) for s in subjects(graph.triples(), graph))
        out.write(",\n".join(found))
        out.write("\n]}\n")


def _object(subject: Subject, spelling: Spelling) -> dict[str, JSON | list[JSON]]:
    found: dict[str, JSON | list[JSON]] = {"@id": _name(subject.node, spelling)}
    for predicate, pairs in groupby(subject.pairs, key=lambda p: p[0]):
        name = _name(predicate, spelling)
        if name == "rdf:type":
            found["@type"] = [_name(o, spelling) for _, o in pairs if isinstance(o, ox.NamedNode)]
            continue
        values = [_value(o, spelling) for _, o in pairs]
        found[name] = values[0] if len(values) == 1 else values
    return found


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal, spelling: Spelling) -> JSON:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term, spelling)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == f"{XSD}string":
        return term.value
    return {"@value": term.value, "@type": _name(term.datatype, spelling)}


def _name(node: ox.NamedNode | ox.BlankNode, spelling: Spelling) -> str:
    if isinstance(node, ox.BlankNode):
        return str(node)
    return spelling.iri(node).removeprefix("<").removesuffix(">")
