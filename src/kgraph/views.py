"""A graph in, what people draw and count out: nodes, edges with their evidence, and a networkx graph."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.graph.passages import Passage, Source

__all__ = ["Attribute", "Claim", "Edge", "Node", "Passage", "Picture", "Source"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A fact of a node with a literal as its value: a date, a figure, an event type. Flags as in Edge."""

    property: str
    label: str
    value: str
    asserted: bool
    attributed: bool
    denied: bool
    contradicted: bool
    support: int
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the world: `id` is its IRI, `types` are CURIEs, the most specific first.

    `kind` is one word to colour by: person, organization, country, place, group, event or thing. `event_type` is the
    local name in the event-type scheme. `asserted` is false for an event that is only denied or somebody's word.
    `mentions` counts passages, `articles` are the IRIs of the articles that mention it.
    """

    id: str
    label: str
    types: tuple[str, ...]
    kind: str
    aliases: tuple[str, ...] = ()
    event_type: str = ""
    asserted: bool = True
    attributes: tuple[Attribute, ...] = ()
    mentions: int = 0
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One triple between two nodes, whatever the number of passages that state it.

    `label` is the property in words, or the position where one is named. `support` counts the independent articles
    that state it as true (copies count with their original). `attributed`, `denied` and `contradicted` say whether
    some passage gives it as somebody's word, denies it, or stands against another passage.
    """

    source: str
    target: str
    property: str
    label: str
    asserted: bool
    attributed: bool
    denied: bool
    contradicted: bool
    support: int
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's word: `speaker`, `audience` and `about` are node IRIs, `article` the article's; `direct` if quoted.

    `text[start:end] == quote` is the passage; `facts` are the statements' IRIs that make up the formal content.
    """

    id: str
    speaker: str
    cue: str
    text: str
    direct: bool
    article: str
    quote: str
    start: int
    end: int
    audience: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """All of a graph that is drawn: nodes, edges, claims and articles, each ordered by id."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    articles: tuple[Source, ...]
    claims: tuple[Claim, ...] = ()
