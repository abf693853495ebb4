"""A graph in, GraphML out for yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.graph import KnowledgeGraph
from kgraph.writers import flat

if TYPE_CHECKING:
    import networkx


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes nodes and edges with their properties; edges are directed, and two nodes may have several."""
    from networkx import generate_graphml

    lines = generate_graphml(multigraph(graph), named_key_ids=True)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(f"{line}\n" for line in lines)
    path.write_text(text, encoding="utf-8", newline="\n")


def multigraph(graph: KnowledgeGraph) -> networkx.MultiDiGraph:
    """The graph with plain values only, as the formats of network programs want them."""
    from networkx import MultiDiGraph

    drawn = flat.drawn(graph)
    found = MultiDiGraph()
    for record in flat.nodes(drawn):
        found.add_node(record["id"], **_plain(record, "id"))
    for record in flat.edges(drawn):
        found.add_edge(record["source"], record["target"], key=record["id"], **_plain(record, "id", "source", "target"))
    return found


def _plain(record: flat.Record, *without: str) -> flat.Record:
    return {k: v for k, v in record.items() if k not in without and v != ""}
