"""A graph in, Turtle or TriG for people out: prefixes, one block a subject, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kgraph.graph import KnowledgeGraph
from kgraph.writers.order import Part, Subject, parts

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*|[0-9][A-Za-z0-9_-]*")
_INTEGER, _DECIMAL = re.compile(r"-?[0-9]+"), re.compile(r"-?[0-9]+\.[0-9]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_UNSAFE = re.compile(r'[\\"\x00-\x1f\x7f]')
_BARE = {"integer": _INTEGER, "decimal": _DECIMAL, "boolean": re.compile("true|false")}
WIDTH = 120
HEAD = """\
# Things and events are id:…, articles <doc/…>, their sentences and mentions <doc/…#char=first,end>.
# <doc/…#fact-…> says which sentence states a triple, in whose words, how surely; <doc/…#claim-…> is what somebody said.
# A triple of a kg:FactProperty stands here only if an article states it as true. Each term is explained under its name.
"""
XSD = "http://www.w3.org/2001/XMLSchema#"


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes Turtle."""
    spelling = Spelling(graph)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(spelling.head())
        for part in parts(graph):
            out.writelines(spelling.blocks(part, ""))


def write_trig(graph: KnowledgeGraph, path: Path) -> None:
    """Writes TriG: a named graph an article for its passages, statements and claims, the default graph for the rest."""
    spelling = Spelling(graph)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(spelling.head())
        for part in parts(graph):
            if not part.document:
                out.writelines(spelling.blocks(part, ""))
                continue
            out.write(f"\n<{part.document.removeprefix(graph.base)}#graph> {{\n")
            out.writelines(spelling.blocks(part, "  "))
            out.write("}\n")


class Spelling:
    """How the terms of one graph are spelt: by prefix where that is allowed, relative to its base where not."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.base = graph.base
        self.prefixes: Mapping[str, str] = {p: n for p, n in graph.prefixes.items() if p != "doc"}
        self.known: dict[str, str] = {}

    def head(self) -> str:
        """What is where, base and prefixes."""
        lines = [f"@prefix {p}: <{n}> ." for p, n in sorted(self.prefixes.items())]
        return HEAD + "\n".join([f"@base <{self.base}> .", *lines]) + "\n"

    def blocks(self, part: Part, margin: str) -> Iterator[str]:
        """Each subject with all it says."""
        for subject in part.subjects:
            yield f"\n{margin}{self.block(subject, margin)}\n"

    def block(self, subject: Subject, margin: str) -> str:
        """A subject, a line for each property."""
        lines = []
        for predicate, pairs in groupby(subject.pairs, key=lambda p: p[0]):
            name = self.iri(predicate)
            objects = [self.term(o) for _, o in pairs]
            lines.append(f"{'a' if name == 'rdf:type' else name} {_listed(objects, margin)}")
        return f"{self.term(subject.node)} " + f" ;\n{margin}    ".join(lines) + " ."

    def term(self, term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
        """A term as Turtle."""
        if isinstance(term, ox.NamedNode):
            return self.iri(term)
        if isinstance(term, ox.BlankNode):
            return str(term)
        return self.literal(term)

    def iri(self, node: ox.NamedNode) -> str:
        """An IRI by its prefix, or in angle brackets."""
        if node.value not in self.known:
            self.known[node.value] = self._spelt(node.value)
        return self.known[node.value]

    def literal(self, literal: ox.Literal) -> str:
        """A literal; numbers, true and false bare."""
        kind = literal.datatype.value.removeprefix(XSD)
        if kind in _BARE and _BARE[kind].fullmatch(literal.value):
            return literal.value
        quoted = '"' + _UNSAFE.sub(_escape, literal.value) + '"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        return quoted if kind == "string" else f"{quoted}^^{self.iri(literal.datatype)}"

    def _spelt(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        relative = iri.removeprefix(self.base)
        return f"<{relative if re.match(r'[a-z]+/', relative) else iri}>"


def _listed(objects: list[str], margin: str) -> str:
    """Objects on one line, or as many to a line as it holds."""
    lines, line = [], objects[0]
    for term in objects[1:]:
        if len(line) + len(term) > WIDTH:
            lines.append(line)
            line = term
        else:
            line += f" , {term}"
    return f" ,\n{margin}        ".join([*lines, line])


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
