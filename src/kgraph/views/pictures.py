"""A graph in, a picture out: nodes, edges with their evidence, claims and articles, each ordered by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph, Passage, Source
from kgraph.schema import Schema, curie

__all__ = ["Attribute", "Claim", "Edge", "Node", "Passage", "Picture", "Source", "part", "picture", "things"]

# the first class that a node has decides what kind it is
KINDS = {
    "sem:Event": "event",
    "schema:Event": "event",
    "schema:Person": "person",
    "schema:Organization": "organization",
    "schema:Country": "country",
    "foaf:Group": "group",
    "schema:Place": "place",
}

THINGS = """
SELECT ?x ?label ?type ?alias {
  ?x a ?type ; rdfs:label ?label . FILTER (STRSTARTS(STR(?x), STR(id:)))
  OPTIONAL { ?x schema:alternateName ?alias }
} ORDER BY ?x ?type ?alias"""

MENTIONED = """
SELECT ?x ?doc (COUNT(?m) AS ?times) { ?m itsrdf:taIdentRef ?x ; nif:referenceContext ?doc }
GROUP BY ?x ?doc ORDER BY ?x ?doc"""

CLAIMS = """
SELECT ?claim ?speaker ?cue ?text ?doc ?quote ?start ?end ?direct ?audience ?about ?fact {
  ?claim a schema:Claim ; schema:author ?speaker ; kg:cue ?cue ; schema:text ?text ; prov:wasDerivedFrom ?p .
  ?p nif:anchorOf ?quote ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:referenceContext ?doc .
  BIND (EXISTS { ?claim a schema:Quotation } AS ?direct)
  OPTIONAL { ?claim schema:audience ?audience } OPTIONAL { ?claim schema:about ?about }
  OPTIONAL { ?claim kg:content ?fact }
} ORDER BY ?claim ?audience ?about ?fact"""


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


def picture(graph: KnowledgeGraph) -> Picture:
    """Everything that is drawn of a graph, with the passages behind it."""
    sources = graph.sources()
    found: dict[tuple[str, str, str], list[Passage]] = {}
    for triple, passage in graph.passages():
        found.setdefault(triple, []).append(passage)
    facts = [_Fact(t, tuple(p), sources) for t, p in sorted(found.items())]
    things = _things(graph)
    return Picture(
        nodes=tuple(_nodes(graph, things, facts)),
        edges=tuple(f.edge() for f in facts if f.triple[2] in things),
        articles=tuple(sources[d] for d in sorted(sources)),
        claims=tuple(_claims(graph)),
    )


def part(whole: Picture, ids: Collection[str]) -> Picture:
    """The part of a picture with these nodes, the edges among them, and the articles and claims that they need."""
    nodes = tuple(n for n in whole.nodes if n.id in ids)
    kept = {n.id for n in nodes}
    claims = tuple(c for c in whole.claims if c.speaker in kept)
    edges = tuple(e for e in whole.edges if e.source in kept and e.target in kept)
    used = {a for n in nodes for a in n.articles} | {p.article for e in edges for p in e.evidence}
    used |= {c.article for c in claims}
    return Picture(nodes, edges, tuple(a for a in whole.articles if a.id in used), claims)


def things(graph: KnowledgeGraph, answer: bool | Iterable[tuple[object, ...]]) -> frozenset[str]:
    """The IRIs of the things that an answer names, by IRI or by label; raises QueryError if there are none."""
    if isinstance(answer, bool):
        raise QueryError("a yes or no cannot be drawn; SELECT the things themselves")
    cells = {str(t) for row in answer for t in row if t is not None}
    labels = graph.rows("SELECT ?x ?l { ?x rdfs:label ?l FILTER (STRSTARTS(STR(?x), STR(id:))) }")
    found = frozenset(str(iri) for iri, label in labels if iri in cells or label in cells)
    if not found:
        raise QueryError("the answer names no thing of the graph, so there is nothing to draw")
    return found


@dataclass(frozen=True, slots=True)
class _Fact:
    """One triple with all its passages."""

    triple: tuple[str, str, str]
    passages: tuple[Passage, ...]
    sources: Mapping[str, Source]

    def edge(self) -> Edge:
        return Edge(self.triple[0], self.triple[2], curie(self.triple[1]), self.label, *self.marks, self.passages)

    def attribute(self) -> Attribute:
        return Attribute(curie(self.triple[1]), self.label, self.passages[0].object, *self.marks, self.passages)

    @property
    def label(self) -> str:
        roles = Counter(p.role for p in self.passages if p.role)
        name = curie(self.triple[1])
        known = Schema.load().properties.get(name)
        return min(roles, key=lambda r: (-roles[r], r)) if roles else known.label if known else name

    @property
    def asserted(self) -> bool:
        return any(p.asserted for p in self.passages)

    @property
    def marks(self) -> tuple[bool, bool, bool, bool, int]:
        """Asserted, attributed, denied, contradicted, and the number of independent articles."""
        counts = [p for p in self.passages if (p.asserted if self.asserted else not p.factuality)]
        return (
            self.asserted,
            any(p.speaker for p in self.passages),
            any(p.factuality == "negative" for p in self.passages),
            any(p.contradicted for p in self.passages),
            len({origin for p in counts for origin in _origins(p.article, self.sources)}),
        )


@dataclass(slots=True)
class _Thing:
    """What is known of a node while its rows are read."""

    label: str
    types: dict[str, None] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)


def _origins(article: str, sources: Mapping[str, Source], seen: tuple[str, ...] = ()) -> Iterator[str]:
    older = sources[article].copy_of if article in sources else ()
    if not older or article in seen:
        yield article
        return
    for original in older:
        yield from _origins(original, sources, (*seen, article))


def _things(graph: KnowledgeGraph) -> dict[str, _Thing]:
    found: dict[str, _Thing] = {}
    for row in graph.rows(THINGS).dicts():
        thing = found.setdefault(str(row["x"]), _Thing(str(row["label"])))
        thing.types.setdefault(curie(str(row["type"])))
        if "alias" in row:
            thing.aliases.setdefault(str(row["alias"]))
    return found


def _nodes(graph: KnowledgeGraph, things: Mapping[str, _Thing], facts: Sequence[_Fact]) -> Iterator[Node]:
    literals: dict[str, list[_Fact]] = {}
    for fact in facts:
        if fact.triple[2] not in things:
            literals.setdefault(fact.triple[0], []).append(fact)
    mentioned: dict[str, dict[str, int]] = {}
    for row in graph.rows(MENTIONED).dicts():
        mentioned.setdefault(str(row["x"]), {})[str(row["doc"])] = int(str(row["times"]))
    for iri in sorted(things):
        yield _node(iri, things[iri], literals.get(iri, ()), mentioned.get(iri, {}))


def _node(iri: str, thing: _Thing, literals: Sequence[_Fact], mentioned: Mapping[str, int]) -> Node:
    kind = next((k for c, k in KINDS.items() if c in thing.types), "thing")
    concepts = [f for f in literals if curie(f.triple[1]) == "sem:eventType"]
    return Node(
        id=iri,
        label=thing.label,
        types=_specific_first(thing.types),
        kind=kind,
        aliases=tuple(thing.aliases),
        event_type=next((curie(f.triple[2]).removeprefix("et:") for f in concepts), ""),
        asserted=kind != "event" or "schema:Event" in thing.types,
        attributes=tuple(f.attribute() for f in literals),
        mentions=sum(mentioned.values()),
        articles=tuple(sorted(mentioned)),
    )


def _specific_first(types: Mapping[str, None]) -> tuple[str, ...]:
    classes = Schema.load().classes
    return tuple(sorted(types, key=lambda t: (t.startswith("sem:"), -len(classes.get(t, (t,))), t)))


def _claims(graph: KnowledgeGraph) -> Iterator[Claim]:
    rows: dict[str, list[Mapping[str, object]]] = {}
    for row in graph.rows(CLAIMS).dicts():
        rows.setdefault(str(row["claim"]), []).append(row)
    for iri, found in rows.items():
        first = found[0]
        yield Claim(
            id=iri,
            speaker=str(first["speaker"]),
            cue=str(first["cue"]),
            text=str(first["text"]),
            direct=bool(first["direct"]),
            article=str(first["doc"]),
            quote=str(first["quote"]),
            start=int(str(first["start"])),
            end=int(str(first["end"])),
            audience=_all(found, "audience"),
            about=_all(found, "about"),
            facts=_all(found, "fact"),
        )


def _all(rows: Sequence[Mapping[str, object]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(r[name]) for r in rows if name in r))
