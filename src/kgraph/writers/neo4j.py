"""A graph in, two CSV files out as `neo4j-admin database import` reads them: types stand in the head."""

from __future__ import annotations

from pathlib import Path

from kgraph.graph import KnowledgeGraph
from kgraph.writers import flat
from kgraph.writers.tables import write_rows

KINDS = {
    **dict.fromkeys(("asserted", "attributed", "denied", "contradicted"), "boolean"),
    **dict.fromkeys(("mentions", "articles", "support"), "int"),
}


def write_nodes(graph: KnowledgeGraph, path: Path) -> None:
    """Writes the nodes: `iri:ID`, properties, `:LABEL`."""
    write_rows((_node(r) for r in flat.nodes(flat.drawn(graph))), path)


def write_edges(graph: KnowledgeGraph, path: Path) -> None:
    """Writes the relationships: `:START_ID`, `:END_ID`, `:TYPE`, properties."""
    write_rows((_edge(r) for r in flat.edges(flat.drawn(graph))), path)


def labels(record: flat.Record) -> list[str]:
    """The labels of a node: Thing, so that all can be found, then its classes without their prefix."""
    return list(dict.fromkeys(["Thing", *(t.rpartition(":")[2] for t in str(record["types"]).split())]))


def relationship(record: flat.Record) -> str:
    """The type of a relationship as Neo4j writes it: worksFor is WORKS_FOR."""
    local = str(record["property"]).rpartition(":")[2]
    return "".join(f"_{c}" if c.isupper() else c for c in local).upper().lstrip("_")


def properties(record: flat.Record) -> flat.Record:
    """What is kept as properties: all but the ends and the types."""
    return {k: v for k, v in record.items() if k not in ("id", "source", "target", "types", "property")}


def _node(record: flat.Record) -> flat.Record:
    return {"iri:ID": record["id"], **_typed(properties(record)), ":LABEL": ";".join(labels(record))}


def _edge(record: flat.Record) -> flat.Record:
    ends = {":START_ID": record["source"], ":END_ID": record["target"], ":TYPE": relationship(record)}
    return {**ends, **_typed(properties(record))}


def _typed(record: flat.Record) -> flat.Record:
    """The keys with their type, where it is not text."""
    return {f"{key}:{KINDS[key]}" if key in KINDS else key: value for key, value in record.items()}
