"""A name in, a dossier out: what a thing is, what it had a part in, by time, what it said and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kgraph.graph import KnowledgeGraph, Passage, Source
from kgraph.views.networks import one
from kgraph.views.pictures import Attribute, Claim, Edge, Node, Picture, picture

SAME_AS = "SELECT ?same { <IRI> schema:sameAs ?same } ORDER BY ?same"
POSITIONS = ("schema:worksFor", "schema:memberOf", "schema:affiliation")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a dossier with what proves it; `note` says what limits it ("denied", "says Jon Tell")."""

    text: str
    evidence: tuple[Passage, ...]
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much an article says of the thing: how often it is mentioned there."""

    source: Source
    mentions: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the graph knows of one thing; `events` are in order of time, the undated last."""

    id: str
    label: str
    types: tuple[str, ...]
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    positions: tuple[Entry, ...]
    relations: tuple[Entry, ...]
    events: tuple[Entry, ...]
    said: tuple[Entry, ...]
    said_about: tuple[Entry, ...]
    coverage: tuple[Coverage, ...]

    @property
    def sections(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The parts that have lines, each with its heading."""
        found = (
            ("Positions", self.positions),
            ("Relations", self.relations),
            ("Events", self.events),
            ("Said", self.said),
            ("Said about it", self.said_about),
        )
        return tuple((heading, entries) for heading, entries in found if entries)


def dossier(graph: KnowledgeGraph, name: str) -> Dossier:
    """The dossier of what is called so, by name, part of a name or IRI; raises QueryError with the closest names."""
    iri = one(graph, name)
    drawn = picture(graph)
    nodes = {n.id: n for n in drawn.nodes}
    me = nodes[iri]
    edges = [e for e in drawn.edges if iri in (e.source, e.target)]
    sources = {s.id: s for s in drawn.articles}
    facts = [e for e in edges if "event" not in (nodes[e.source].kind, nodes[e.target].kind) or me.kind == "event"]
    return Dossier(
        id=iri,
        label=me.label,
        types=_words(me),
        aliases=me.aliases,
        same_as=tuple(str(r[0]) for r in graph.rows(SAME_AS.replace("IRI", iri))),
        positions=tuple(_position(e, nodes) for e in facts if _is_position(e)),
        relations=(*_relations(facts, nodes, iri), *(_attribute(a) for a in me.attributes)),
        events=tuple(_events(edges, nodes, iri)) if me.kind != "event" else (),
        said=tuple(_claim(c, nodes, sources) for c in _in_order(drawn, sources) if c.speaker == iri),
        said_about=tuple(_claim(c, nodes, sources, True) for c in _in_order(drawn, sources) if iri in c.about),
        coverage=tuple(_coverage(me, graph, sources)),
    )


def _words(node: Node) -> tuple[str, ...]:
    """The classes in words: the part of the name behind the prefix, taken apart ("News media organization")."""
    names = (t.partition(":")[2] for t in node.types if not t.startswith("sem:"))
    spaced = ("".join(f" {c.lower()}" if c.isupper() else c for c in n).strip() for n in names)
    return tuple(dict.fromkeys(w[:1].upper() + w[1:] for w in spaced))


def _is_position(edge: Edge) -> bool:
    return edge.property in POSITIONS and any(p.role for p in edge.evidence)


def _position(edge: Edge, nodes: Mapping[str, Node]) -> Entry:
    return Entry(
        f"{nodes[edge.source].label}: {edge.label}, {nodes[edge.target].label}", edge.evidence, "", _note(edge)
    )


def _relations(facts: Iterable[Edge], nodes: Mapping[str, Node], iri: str) -> Iterator[Entry]:
    for edge in sorted((e for e in facts if not _is_position(e)), key=lambda e: (e.source != iri, e.property)):
        text = f"{nodes[edge.source].label} {edge.label} {nodes[edge.target].label}"
        yield Entry(text, edge.evidence, "", _note(edge))


def _attribute(attribute: Attribute) -> Entry:
    return Entry(f"{attribute.label} {attribute.value}", attribute.evidence, "", _note(attribute))


def _events(edges: Iterable[Edge], nodes: Mapping[str, Node], iri: str) -> Iterator[Entry]:
    """The events that it has a part in, each once, with the passages of its part."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        other = edge.source if edge.target == iri else edge.target
        if nodes[other].kind == "event":
            found.setdefault(other, []).append(edge)
    for event in sorted(found, key=lambda e: (_date(nodes[e]) or "9999", nodes[e].label, e)):
        evidence = tuple(dict.fromkeys(p for edge in found[event] for p in edge.evidence))
        notes = dict.fromkeys(_note(e) for e in found[event])
        yield Entry(nodes[event].label, evidence, _date(nodes[event]), "; ".join(n for n in notes if n))


def _date(node: Node) -> str:
    return next((a.value for a in node.attributes if a.property == "schema:startDate"), "")


def _note(fact: Edge | Attribute) -> str:
    if fact.asserted:
        return "contradicted" if fact.contradicted else ""
    notes = [p.factuality for p in fact.evidence if p.factuality]
    notes += [f"says {p.speaker}" for p in fact.evidence if p.speaker]
    return "; ".join(dict.fromkeys(notes))


def _claim(claim: Claim, nodes: Mapping[str, Node], sources: Mapping[str, Source], about: bool = False) -> Entry:
    source = sources.get(claim.article, Source(claim.article, ""))
    who = f"{nodes[claim.speaker].label} " if about and claim.speaker in nodes else ""
    text = f"{who}{claim.cue}: “{' '.join(claim.text.split())}”"
    passage = Passage(
        fact=claim.id,
        article=claim.article,
        subject=nodes[claim.speaker].label if claim.speaker in nodes else claim.speaker,
        property="schema:Claim",
        object=claim.text,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        outlet=source.outlet,
        title=source.title,
        author=source.author,
        date=source.date,
        path=source.path,
        cue=claim.cue,
    )
    return Entry(text, (passage,), source.date)


def _in_order(drawn: Picture, sources: Mapping[str, Source]) -> list[Claim]:
    dates = {i: s.date or "9999" for i, s in sources.items()}
    return sorted(drawn.claims, key=lambda c: (dates.get(c.article, "9999"), c.article, c.start, c.id))


def _coverage(node: Node, graph: KnowledgeGraph, sources: Mapping[str, Source]) -> Iterator[Coverage]:
    asked = f"SELECT ?d (COUNT(?m) AS ?n) {{ ?m itsrdf:taIdentRef <{node.id}> ; nif:referenceContext ?d }} GROUP BY ?d"
    counts = {str(d): int(str(n)) for d, n in graph.rows(asked)}
    for article in sorted(node.articles, key=lambda a: (-counts.get(a, 0), a)):
        yield Coverage(sources.get(article, Source(article, "")), counts.get(article, 0))
