"""A graph in, FollowTheMoney entities out, one JSON line each, for Aleph, OpenAleph and the tools around them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kgraph.graph import KnowledgeGraph
from kgraph.views import Edge, Node, Picture, Source
from kgraph.writers import flat

Json = dict[str, Any]

SCHEMATA = {
    "person": "Person",
    "organization": "Organization",
    "country": "PublicBody",  # states act; FollowTheMoney has countries as codes only
    "group": "LegalEntity",
    "place": "Address",
    "event": "Event",
    "thing": "Document",  # laws and treaties, mostly; a Thing cannot be written
}
CLASSES = {"kg:Government": "PublicBody", "kg:Parliament": "PublicBody", "schema:GovernmentOrganization": "PublicBody"}
PEOPLE = frozenset(("Person",))
BODIES = frozenset(("Organization", "PublicBody"))
ACTORS = PEOPLE | BODIES | {"LegalEntity"}

# property → schema, its two ends with what may stand there, and the property that names the tie
TIES = {
    "schema:worksFor": ("Employment", ("employee", PEOPLE), ("employer", BODIES), "role"),
    "schema:memberOf": ("Membership", ("member", ACTORS), ("organization", BODIES), "role"),
    "schema:affiliation": ("Membership", ("member", ACTORS), ("organization", BODIES), "role"),
    "schema:parent": ("Family", ("person", PEOPLE), ("relative", PEOPLE), "relationship"),
    "schema:children": ("Family", ("person", PEOPLE), ("relative", PEOPLE), "relationship"),
    "schema:spouse": ("Family", ("person", PEOPLE), ("relative", PEOPLE), "relationship"),
    "schema:sibling": ("Family", ("person", PEOPLE), ("relative", PEOPLE), "relationship"),
    "schema:relatedTo": ("Family", ("person", PEOPLE), ("relative", PEOPLE), "relationship"),
}
DATES = {"schema:startDate": "startDate", "schema:endDate": "endDate"}


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes articles, things and what ties them; each tie has its articles as proof and a sentence as summary."""
    lines = (json.dumps(e, ensure_ascii=False, sort_keys=True) + "\n" for e in entities(flat.drawn(graph)))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def entities(drawn: Picture) -> Iterator[Json]:
    """The entities of a picture: articles first, then nodes, then edges; only what an article states as true."""
    schemata = {n.id: _schema(n) for n in drawn.nodes}
    labels = {n.id: n.label for n in drawn.nodes}
    edges = [e for e in drawn.edges if e.asserted]
    events = {n.id for n in drawn.nodes if n.kind == "event"}
    yield from (_article(a) for a in drawn.articles)
    parts: dict[str, list[Edge]] = {}
    for edge in edges:
        parts.setdefault(edge.source, []).append(edge)
    for node in drawn.nodes:
        if node.asserted:
            yield _node(node, parts.get(node.id, ()), schemata, labels)
    for edge in edges:
        if edge.source not in events or edge.target in events or schemata[edge.target] not in ACTORS:
            yield _tie(edge, schemata)


def _schema(node: Node) -> str:
    named = next((CLASSES[t] for t in node.types if t in CLASSES), "")
    return named or SCHEMATA.get(node.kind, "Document")


def _article(source: Source) -> Json:
    return _entity(
        source.id,
        "Article",
        {
            "title": [source.title],
            "publisher": [source.outlet],
            "author": source.authors,
            "publishedAt": [source.date],
            "fileName": [source.path],
        },
    )


def _node(node: Node, edges: Iterable[Edge], schemata: Mapping[str, str], labels: Mapping[str, str]) -> Json:
    found: dict[str, Iterable[str]] = {"name": [node.label], "alias": node.aliases, "proof": _ids(node.articles)}
    if node.kind == "event":
        parts = [e for e in edges if schemata[e.target] in ACTORS]
        found["organizer"] = [_id(e.target) for e in parts if e.property == "schema:agent"]
        found["involved"] = [_id(e.target) for e in parts if e.property != "schema:agent"]
        found["location"] = [labels[e.target] for e in edges if e.property == "schema:location"]
        found["keywords"] = [node.event_type]
        for property_, name in DATES.items():
            found[name] = [a.value for a in node.attributes if a.property == property_ and a.asserted]
    if _schema(node) == "Address":
        found["full"] = [node.label]
    return _entity(node.id, _schema(node), found)


def _tie(edge: Edge, schemata: Mapping[str, str]) -> Json:
    first = next(p for p in edge.evidence if p.asserted)
    found: dict[str, Iterable[str]] = {
        "proof": _ids(p.article for p in edge.evidence),
        "summary": [" ".join(first.quote.split())],
        "publisher": [first.outlet],
    }
    schema, one, other, name = TIES.get(edge.property, ("", ("", PEOPLE), ("", PEOPLE), ""))
    if schemata[edge.source] not in one[1] or schemata[edge.target] not in other[1] or not schema:
        schema, one, other, name = "UnknownLink", ("subject", ACTORS), ("object", ACTORS), "role"
    found |= {one[0]: [_id(edge.source)], other[0]: [_id(edge.target)], name: [edge.label]}
    return _entity(f"{edge.source}/{edge.property}/{_id(edge.target)}", schema, found)


def _entity(name: str, schema: str, properties: Mapping[str, Iterable[str]]) -> Json:
    kept = {k: list(dict.fromkeys(v for v in values if v)) for k, values in properties.items()}
    return {"id": _id(name), "schema": schema, "properties": {k: v for k, v in kept.items() if v}}


def _ids(iris: Iterable[str]) -> list[str]:
    return sorted({_id(i) for i in iris})


def _id(iri: str) -> str:
    """The end of an IRI, which is unique within a graph: "id/ada-moreau" is "kgraph-ada-moreau"."""
    end = iri.partition("/id/")[2] or "doc-" + iri.partition("/doc/")[2]
    return "kgraph-" + "".join(c if c.isalnum() or c in "-." else "-" for c in end)
