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
    article_id: str = ""  # hashing the text once for each event is enough

    def fillers(self, *properties: str) -> frozenset[str]:
        """The nodes in these roles; in any role if none is named."""
        return frozenset(node for role, node in self.roles if not properties or role in properties)

    @property
    def span(self) -> tuple[str, str]:
        """First and last day as the text gives them; "" where unknown."""
        if self.event.time is None:
            return "", ""
        return self.event.time.start, self.event.time.end or self.event.time.start


When = tuple[tuple[str, str], str, str, bool]  # span, article id, its day of publication, whether still expected


@dataclass
class Cluster:
    """The deeds found so far to be one event, and what they say together."""

    deeds: list[Deed] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    whens: set[When] = field(default_factory=set)

    def add(self, deed: Deed) -> None:
        """Take in one more deed."""
        self.deeds.append(deed)
        for role, node in deed.roles:
            self.roles[role].add(node)
        self.articles.add(deed.article_id)
        self.lemmas.add(deed.event.lemma.lower())
        self.modes |= {deed.event.type} - {deed.top}
        self.whens.add(_when(deed))

    def fillers(self, *properties: str) -> frozenset[str]:
        """The nodes that any of the deeds has in these roles; in any role if none is named."""
        return frozenset().union(*(self.roles.get(p, ()) for p in properties or self.roles))


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
            yield Deed(by_id[x.article], event, top, kept, nodes.id(x.article, event.name), x.article)


def occurrences(found: Sequence[Deed], nodes: Nodes, places: Mapping[str, frozenset[str]]) -> list[Cluster]:
    """The deeds grouped into events, the best described first to gather the vaguer ones."""
    clusters: list[Cluster] = []
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for deed in sorted(found, key=_described):
        keys = sorted(_keys(deed, nodes))
        candidates = sorted({n for key in keys for n in blocks[key]})
        fits = [(_score(clusters[n], deed, nodes, places), -n) for n in candidates]
        best = max((f for f in fits if f[0] > 0), default=None)
        n = -best[1] if best else len(clusters)
        if best is None:
            clusters.append(Cluster())
        clusters[n].add(deed)
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
    return not deed.name, -len(deed.roles), undated, deed.article.path, deed.article_id, deed.event.trigger.start


def _keys(deed: Deed, nodes: Nodes) -> set[tuple[str, ...]]:
    """Blocks in which deeds that can be one meet: so sparse that what is in one is worth comparing."""
    if deed.name:
        return {(deed.name,)}
    stem = deed.event.lemma.lower()[:4]
    agents = deed.fillers(AGENT)
    keys: set[tuple[str, ...]] = {(deed.top, stem, n) for n in deed.fillers() - agents if nodes.named(n)}
    keys |= {(deed.top, stem, n, deed.span[0]) for n in agents if len(deed.span[0]) == 10}
    keys |= {(deed.top, a, u) for a in agents for u in deed.fillers(*UNDERGOERS)}
    return keys | {(deed.top, deed.article_id, stem)}


def _score(cluster: Cluster, deed: Deed, nodes: Nodes, places: Mapping[str, frozenset[str]]) -> int:
    """How much speaks for the deed being the cluster's event; 0 if it must not be."""
    name = cluster.deeds[0].name
    if deed.name or name:
        return 9 if deed.name == name else 0
    near = deed.article_id in cluster.articles
    alike = any(_alike(lemma, deed.event.lemma.lower()) for lemma in cluster.lemmas)
    if not deed.roles:
        return 1 if near and alike and not _in_conflict(cluster, deed, nodes, places) else 0
    agents, undergone = (cluster.fillers(*r) & deed.fillers(*r) for r in ((AGENT,), UNDERGOERS))
    shared = {n for n in cluster.fillers() & deed.fillers() if near or nodes.named(n)}
    if not shared or not (alike or (agents and undergone)):
        return 0
    if not near and shared <= agents and not _same_day(cluster, deed):
        return 0  # people do many things
    return 0 if _in_conflict(cluster, deed, nodes, places) else 1 + len(shared) + alike + near


def _in_conflict(cluster: Cluster, deed: Deed, nodes: Nodes, places: Mapping[str, frozenset[str]]) -> bool:
    if cluster.modes and deed.event.type not in (deed.top, *cluster.modes):
        return True
    for roles in ((AGENT,), UNDERGOERS):
        ours, theirs = (_telling(x.fillers(*roles), nodes) for x in (cluster, deed))
        if ours and theirs and not ours & theirs:
            return True
    ours, theirs = cluster.fillers(LOCATION), deed.fillers(LOCATION)
    if ours and theirs and not (ours & _within(theirs, places) or theirs & _within(ours, places)):
        return True
    when = _when(deed)
    return not all(_timely(w, when) for w in cluster.whens)


def _telling(fillers: frozenset[str], nodes: Nodes) -> frozenset[str]:
    """The fillers that another article could name too; "protesters" in one are no other than those in the next."""
    return frozenset(n for n in fillers if nodes.named(n))


def _within(found: frozenset[str], places: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return found.union(*(places.get(p, frozenset()) for p in found))


def _when(deed: Deed) -> When:
    return deed.span, deed.article_id, deed.article.published, deed.event.factuality == "future"


def _timely(a: When, b: When) -> bool:
    """Whether the times, as far as they are known, allow one event."""
    (span, article, published, expected), (other_span, other_article, other_published, other_expected) = a, b
    if any(span) and any(other_span):
        return overlap(span, other_span)
    if expected != other_expected:
        return False
    return article == other_article or _same_news(published, other_published)


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


def _same_day(cluster: Cluster, deed: Deed) -> bool:
    day = deed.span[0]
    return len(day) == 10 and any(span[0] == day for span, *_ in cluster.whens)


def _alike(a: str, b: str) -> bool:
    """Whether two lemmas are of one word family: "deploy", "deployment"; "invade", "invasion"."""
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))))
    return a == b or (shared >= 4 and shared >= 0.6 * min(len(a), len(b)))
