"""Event mentions in, occurrences out: which triggers, in one article or in several, speak of one event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from kgraph.linking.nodes import Nodes
from kgraph.model import Article, Event, Extraction
from kgraph.schema import Schema

AGENT, LOCATION = "schema:agent", "schema:location"
UNDERGOERS = ("schema:object", "schema:recipient")
SAME_NEWS_DAYS = 31  # articles further apart than this tell of one undated event only under its name


@dataclass(frozen=True, slots=True)
class Deed:
    """One event mention with its roles as corpus ids; `top` is its type without the mode, `name` a named event's id."""

    article: Article
    event: Event
    top: str
    roles: tuple[tuple[str, str], ...]
    name: str = ""

    def fillers(self, *properties: str) -> frozenset[str]:
        """The nodes in these roles; in any role if none is named."""
        return frozenset(node for role, node in self.roles if not properties or role in properties)

    @property
    def span(self) -> tuple[str, str]:
        """First and last day as the text gives them; "" where unknown."""
        if self.event.time is None:
            return "", ""
        return self.event.time.start, self.event.time.end or self.event.time.start


@dataclass
class Cluster:
    """The deeds found so far to be one event."""

    deeds: list[Deed] = field(default_factory=list)

    def fillers(self, *properties: str) -> frozenset[str]:
        """The nodes that any of the deeds has in these roles."""
        return frozenset().union(*(d.fillers(*properties) for d in self.deeds))


def deeds(
    articles: Sequence[Article], extractions: Sequence[Extraction], nodes: Nodes, *, schema: Schema
) -> Iterator[Deed]:
    """All event mentions in corpus terms, article by article; roles that lead nowhere are left out."""
    by_id = {a.id: a for a in articles}
    for x in extractions:
        for event in x.events:
            roles = ((role, nodes.id(x.article, local)) for role, local in event.roles)
            kept = tuple(dict.fromkeys((role, node) for role, node in roles if node))
            top = schema.top_type(event.type) if event.type in schema.event_types else event.type
            yield Deed(by_id[x.article], event, top, kept, nodes.id(x.article, event.name))


def occurrences(found: Sequence[Deed], nodes: Nodes, places: Mapping[str, frozenset[str]]) -> list[Cluster]:
    """The deeds grouped into events, the best described first to gather the vaguer ones.

    Two deeds meet only through a name, a shared filler (block by block) or, inside one article, a like trigger.
    """
    clusters: list[Cluster] = []
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for deed in sorted(found, key=_described):
        keys = sorted(_keys(deed, nodes))
        candidates = sorted({n for key in keys for n in blocks[key]})
        fits = [(_score(clusters[n], deed, nodes, places), -n) for n in candidates]
        best = max((f for f in fits if f[0] > 0), default=None)
        n = -best[1] if best else len(clusters)
        if best is None:
            clusters.append(Cluster())
        clusters[n].deeds.append(deed)
        for key in keys:
            if n not in blocks[key][-1:]:
                blocks[key].append(n)
    return clusters


def containers(extractions: Sequence[Extraction], nodes: Nodes) -> dict[str, frozenset[str]]:
    """Place → the places around it, as the articles or the names data say."""
    around: dict[str, set[str]] = defaultdict(set)
    for x in extractions:
        for r in x.relations:
            if r.property == "schema:containedInPlace" and r.object.kind == "node" and not r.factuality:
                around[nodes.id(x.article, r.subject)].add(nodes.id(x.article, r.object.value))
    states = {name.country: node for node, name in nodes.known.items() if name.kind == "country"}
    for node, name in nodes.known.items():
        if name.kind in ("city", "region") and name.country in states:
            around[node].add(states[name.country])
    return {node: frozenset(above | {z for y in above for z in around.get(y, ())}) for node, above in around.items()}


def _described(deed: Deed) -> tuple[bool, int, bool, str, str, int]:
    undated = not any(deed.span)
    return not deed.name, -len(deed.roles), undated, deed.article.path, deed.article.id, deed.event.trigger.start


def _keys(deed: Deed, nodes: Nodes) -> set[tuple[str, str]]:
    if deed.name:
        return {("", deed.name)}
    shared = {(deed.top, node) for node in deed.fillers() if nodes.named(node)}
    return (
        shared
        | {(deed.top, f"{deed.article.id}/{deed.event.lemma[:4]}")}
        | {(deed.top, f"{deed.article.id}/{node}") for node in deed.fillers()}
    )


def _score(cluster: Cluster, deed: Deed, nodes: Nodes, places: Mapping[str, frozenset[str]]) -> int:
    """How much speaks for the deed being the cluster's event; 0 if it must not be."""
    first = cluster.deeds[0]
    if deed.name or first.name:
        return 9 if deed.name == first.name else 0
    if _in_conflict(cluster, deed, nodes, places) or not all(_timely(d, deed) for d in cluster.deeds):
        return 0
    near = any(d.article.id == deed.article.id for d in cluster.deeds)
    shared = {n for n in cluster.fillers() & deed.fillers() if near or nodes.named(n)}
    alike = any(_alike(d.event.lemma, deed.event.lemma) for d in cluster.deeds)
    if not deed.roles:
        return 1 if near and alike else 0
    undergone = cluster.fillers(*UNDERGOERS) & deed.fillers(*UNDERGOERS)
    both_main = bool(cluster.fillers(AGENT) & deed.fillers(AGENT) and undergone)
    if not shared or not (alike or both_main):
        return 0
    only_agent = shared <= cluster.fillers(AGENT) and not near
    if only_agent and not any(_same_day(d, deed) for d in cluster.deeds):
        return 0
    return 1 + len(shared) + alike + near


def _in_conflict(cluster: Cluster, deed: Deed, nodes: Nodes, places: Mapping[str, frozenset[str]]) -> bool:
    modes = {d.event.type for d in cluster.deeds} - {deed.top}
    if modes and deed.event.type != deed.top and deed.event.type not in modes:
        return True
    for roles in ((AGENT,), UNDERGOERS):
        ours, theirs = (_telling(x.fillers(*roles), nodes) for x in (cluster, deed))
        if ours and theirs and not ours & theirs:
            return True
    ours, theirs = cluster.fillers(LOCATION), deed.fillers(LOCATION)
    return bool(ours and theirs) and not _within(ours, places) & _within(theirs, places)


def _telling(fillers: frozenset[str], nodes: Nodes) -> frozenset[str]:
    """The fillers that another article could name too; "protesters" in one are no other than those in the next."""
    return frozenset(n for n in fillers if nodes.named(n))


def _within(found: frozenset[str], places: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return found.union(*(places.get(p, frozenset()) for p in found))


def _timely(a: Deed, b: Deed) -> bool:
    """Whether the times, as far as they are known, allow one event."""
    dated = any(a.span) and any(b.span)
    expected = {d.event.factuality for d in (a, b)} >= {"future"} and a.event.factuality != b.event.factuality
    if dated:
        return overlap(a.span, b.span)
    if expected:
        return False
    return a.article.id == b.article.id or _same_news(a.article.published, b.article.published)


def overlap(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two spans of partial ISO dates can overlap, each pair compared at the coarser precision."""
    return not (_before(a[1], b[0]) or _before(b[1], a[0]))


def _before(a: str, b: str) -> bool:
    n = min(len(a), len(b))
    return a[:n] < b[:n]


def _same_news(a: str, b: str) -> bool:
    if not (re.fullmatch(r"\d{4}-\d\d-\d\d", a) and re.fullmatch(r"\d{4}-\d\d-\d\d", b)):
        return not _before(a, b) and not _before(b, a)
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= SAME_NEWS_DAYS


def _same_day(a: Deed, b: Deed) -> bool:
    return len(a.span[0]) == 10 and a.span[0] == b.span[0]


def _alike(a: str, b: str) -> bool:
    """Whether two lemmas are of one word family: "deploy", "deployment"; "invade", "invasion"."""
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(a.lower(), b.lower(), strict=False))))
    return a.lower() == b.lower() or (shared >= 4 and shared >= 0.6 * min(len(a), len(b)))
