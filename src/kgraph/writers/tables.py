"""A graph in, two CSV tables out: its nodes, and its edges with the sentence behind each."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from kgraph.graph import KnowledgeGraph
from kgraph.writers import flat


def write_nodes(graph: KnowledgeGraph, path: Path) -> None:
    """Writes a row a node: id, label, kind, types, names, figures and dates."""
    write_rows(flat.nodes(flat.drawn(graph)), path)


def write_edges(graph: KnowledgeGraph, path: Path) -> None:
    """Writes a row an edge: from where to where, which property, how sure, and a sentence that says so."""
    write_rows(flat.edges(flat.drawn(graph)), path)


def write_rows(rows: Iterable[flat.Record], path: Path) -> None:
    """Writes records as CSV, the keys of the first as its head; yes and no are true and false."""
    records = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        if records:
            table.writerow(records[0])
        table.writerows([_cell(v) for v in record.values()] for record in records)


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
