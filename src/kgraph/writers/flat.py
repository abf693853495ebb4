"""A graph in, flat records of its nodes and edges out, as tables and network programs want them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kgraph.graph import KnowledgeGraph
from kgraph.views import Attribute, Edge, Node, Picture, Source, picture

Record = dict[str, Any]


def drawn(graph: KnowledgeGraph) -> Picture:
    """The picture that the records are made of."""
    return picture(graph)


def nodes(drawn: Picture) -> Iterator[Record]:
    """A record a node, all with the same keys: id, label, kind …, then a column for each property with a literal."""
    columns = sorted({a.property for n in drawn.nodes for a in n.attributes if a.asserted} - {"sem:eventType"})
    for node in drawn.nodes:
        yield {**_node(node), **{c.partition(":")[2]: _values(node.attributes, c) for c in columns}}


def edges(drawn: Picture) -> Iterator[Record]:
    """A record an edge, with the first sentence that states it and where that stands."""
    labels = {n.id: n.label for n in drawn.nodes}
    sources = {s.id: s for s in drawn.articles}
    for number, edge in enumerate(drawn.edges):
        yield {"id": f"e{number}", **_edge(edge, labels, sources)}


def _node(node: Node) -> Record:
    return {
        "id": node.id,
        "label": node.label,
        "kind": node.kind,
        "types": " ".join(node.types),
        "aliases": "; ".join(node.aliases),
        "event_type": node.event_type,
        "asserted": node.asserted,
        "mentions": node.mentions,
        "articles": len(node.articles),
    }


def _values(attributes: tuple[Attribute, ...], name: str) -> str:
    return "; ".join(dict.fromkeys(a.value for a in attributes if a.property == name and a.asserted))


def _edge(edge: Edge, labels: dict[str, str], sources: dict[str, Source]) -> Record:
    first = next((p for p in edge.evidence if p.asserted), edge.evidence[0])
    files = dict.fromkeys(sources[p.article].path for p in edge.evidence if p.article in sources)
    return {
        "source": edge.source,
        "target": edge.target,
        "property": edge.property,
        "label": edge.label,
        "source_label": labels[edge.source],
        "target_label": labels[edge.target],
        "asserted": edge.asserted,
        "attributed": edge.attributed,
        "denied": edge.denied,
        "contradicted": edge.contradicted,
        "support": edge.support,
        "sentence": " ".join(first.quote.split()),
        "outlet": first.outlet,
        "date": first.date,
        "files": "; ".join(files),
    }
