"""A graph in, RDF/XML out."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kgraph.graph import KnowledgeGraph
from kgraph.writers.order import subjects


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes RDF/XML, an element a subject."""
    triples = (ox.Triple(s.node, p, o) for s in subjects(graph.triples(), graph) for p, o in s.pairs)
    written = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=dict(graph.prefixes))
    # a parser makes \n of every bare \r, and quotes would no longer be what the article has
    path.write_bytes((written or b"").replace(b"\r", b"&#13;"))
