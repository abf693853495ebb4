"""A graph in, N-Triples or N-Quads out: a line a triple, sorted, so that two builds can be compared line by line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kgraph.graph import KnowledgeGraph
from kgraph.writers.order import parts


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes N-Triples."""
    _write(path, (f"{t} .\n" for t in graph.triples()))


def write_quads(graph: KnowledgeGraph, path: Path) -> None:
    """Writes N-Quads with the named graphs of TriG: one an article."""
    _write(
        path,
        (
            f"{ox.Triple(subject.node, predicate, value)}{f' <{part.document}#graph>' if part.document else ''} .\n"
            for part in parts(graph)
            for subject in part.subjects
            for predicate, value in subject.pairs
        ),
    )


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(sorted(lines))
