"""A graph in, GEXF 1.2 out for Gephi: coloured by kind, weighted by independent support."""

from __future__ import annotations

import re
from pathlib import Path

from kgraph.graph import KnowledgeGraph
from kgraph.writers.graphml import multigraph

# what tells kinds apart in Gephi
COLOURS = {
    "person": (214, 96, 77),
    "organization": (67, 147, 195),
    "country": (90, 174, 97),
    "place": (166, 219, 160),
    "group": (253, 174, 97),
    "event": (153, 112, 171),
    "thing": (135, 135, 135),
}
_DATED = re.compile(r' lastmodifieddate="[^"]*"')


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes nodes and edges with their properties, without the date of writing, so that equal graphs are equal."""
    from networkx import generate_gexf

    found = multigraph(graph)
    for number, (_, _, _, marks) in enumerate(found.edges(keys=True, data=True)):
        marks.update(id=str(number), weight=max(marks["support"], 1))
    for _, marks in found.nodes(data=True):
        red, green, blue = COLOURS.get(marks["kind"], COLOURS["thing"])
        marks["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}}
    text = "".join(f"{line}\n" for line in generate_gexf(found))
    path.write_text(_DATED.sub("", text, count=1), encoding="utf-8", newline="\n")
