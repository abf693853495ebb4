"""Deeds in, clusters out: which triggers, in one article or in several, speak of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.linking.copies import same_words
from kgraph.linking.deeds import AGENT, ONCE, UNDERGOERS, Cluster, Deed, When
from kgraph.linking.nodes import Nodes
from kgraph.linking.times import overlap, same_news
from kgraph.linking.triggers import alike, calls_back, is_noun

Places = Mapping[str, frozenset[str]]  # place → the places around it


def occurrences(found: Sequence[Deed], nodes: Nodes, places: Places) -> list[Cluster]:
    """The deeds grouped into events, the best described first to gather the vaguer ones.

    A vague one that fits several is the one which is told of most, and as a fact.
    """
    clusters: list[Cluster] = []
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for deed in sorted(found, key=_described):
        keys = sorted(_keys(deed, nodes, places))
        candidates = sorted({n for key in keys for n in blocks[key]})
        fits = [(_score(clusters[n], deed, nodes, places), clusters[n].asserted, -n) for n in candidates]
        best = max((f for f in fits if f[0] > 0), default=None)
        n = -best[-1] if best else len(clusters)
        if best is None:
            clusters.append(Cluster())
        clusters[n].add(deed)
        for key in keys:
            if n not in blocks[key][-1:]:
                blocks[key].append(n)
    return clusters


def _described(deed: Deed) -> tuple[bool, int, bool, str, str, int]:
    undated = not any(deed.span)
    return not deed.name, -len(deed.roles), undated, deed.article.path, deed.article_id, deed.event.trigger.start


def _keys(deed: Deed, nodes: Nodes, places: Places) -> set[tuple[str, ...]]:
    """Blocks in which deeds that can be one meet: so sparse that what is in one is worth comparing."""
    if deed.name:
        return {(deed.name,)}
    stem, day = deed.event.lemma.lower()[:4], deed.span[0]
    agents, undergoers = deed.fillers(AGENT), deed.fillers(*UNDERGOERS)
    named = [n for n in sorted(deed.fillers() - agents) if nodes.named(n)]
    keys: set[tuple[str, ...]] = {(deed.top, stem, n) for n in named}
    keys |= {(deed.top, "sense", deed.sense, n) for n in named if deed.sense}
    keys |= {(deed.top, "once", n) for n in named if deed.top in ONCE}
    keys |= {(deed.top, day, n) for n in {*named, *agents} if day}
    keys |= {(deed.top, a, u) for a in agents for u in undergoers}
    keys |= {(deed.top, "only in", n) for n in _settings(deed, nodes, places) if _only_placed(deed, nodes)}
    keys |= {(deed.top, deed.article_id, n) for n in agents | undergoers}
    keys |= {("toll", article) for article in (deed.article_id, *sorted(deed.story)) if deed.story}
    keys |= {(deed.top, "version", deed.origin)} if deed.origin else set()
    return keys | {(deed.top, deed.article_id, stem)}


def _score(cluster: Cluster, deed: Deed, nodes: Nodes, places: Places) -> int:
    """How much speaks for the deed being the cluster's event; 0 if it must not be."""
    name = cluster.deeds[0].name
    if deed.name or name:
        return 9 if deed.name == name else 0
    if _same_toll(cluster, deed):
        return int(not _in_conflict(cluster, deed, nodes, places, restated=False))
    return _fit(cluster, deed, nodes, places) if deed.top == cluster.deeds[0].top else 0


def _fit(cluster: Cluster, deed: Deed, nodes: Nodes, places: Places) -> int:
    """How much speaks for two events of one type being one."""
    near, akin = deed.article_id in cluster.articles, _akin(cluster, deed)
    if akin and _once(cluster, deed, nodes) and not _roles_conflict(cluster, deed, nodes):
        return 8
    placed = _only_placed(deed, nodes) and all(_only_placed(d, nodes) for d in cluster.deeds)
    restated = _restated(cluster, deed)
    if _in_conflict(cluster, deed, nodes, places, restated=restated) or (_otherwise_done(cluster, deed) and not placed):
        return 0
    if restated and (akin or not near):
        return 3 + 3 * akin
    if _roles_conflict(cluster, deed, nodes):
        return 0
    shared = _shared_score(cluster, deed, nodes, akin=akin or placed)
    return shared or (_goes_on(cluster, deed, nodes, places) if placed else 0)


def _shared_score(cluster: Cluster, deed: Deed, nodes: Nodes, *, akin: bool) -> int:
    near = deed.article_id in cluster.articles
    if not deed.roles:
        return int(near and _akin(cluster, deed) and calls_back(deed.event))
    agents, undergone = (cluster.fillers(*r) & deed.fillers(*r) for r in ((AGENT,), UNDERGOERS))
    shared = {n for n in cluster.fillers() & deed.fillers() if near or nodes.named(n)}
    dated = any(span == deed.span for span, *_ in cluster.whens) and any(deed.span)
    called_back = near and is_noun(deed.event) and deed.fillers() <= cluster.fillers()
    if not shared or not (akin or called_back or (undergone and (agents or dated or near))):
        return 0
    if not near and shared <= agents and not (dated and len(deed.span[0]) == 10):
        return 0  # people do many things
    return 1 + len(shared) + akin + near


def _same_toll(cluster: Cluster, deed: Deed) -> bool:
    """Whether other articles with the same story count the dead, each but once, whatever they died of."""
    return bool(deed.story) and all(d.story and d.article_id in deed.story for d in cluster.deeds)


def _goes_on(cluster: Cluster, deed: Deed, nodes: Nodes, places: Places) -> int:
    """How well both fit as what lasts and is told of without a place, in articles set in one state; 0 if they do not.

    Of two such events it is the one of which the same parts are told, and the same is counted.
    """
    ours = _settings(deed, nodes, places) if deed.scene else frozenset()
    if not any(ours & _settings(d, nodes, places) for d in cluster.deeds if d.scene):
        return 0
    counted = {f.property for d in cluster.deeds for f in d.event.figures} & {f.property for f in deed.event.figures}
    return 1 + len({role for role, _ in deed.roles} & cluster.roles.keys()) + len(counted)


def _akin(cluster: Cluster, deed: Deed) -> bool:
    """Whether the words for it are of one family or one sense."""
    return deed.sense in cluster.senses or any(alike(lemma, deed.event.lemma.lower()) for lemma in cluster.lemmas)


def _once(cluster: Cluster, deed: Deed, nodes: Nodes) -> bool:
    """Whether both are what happens to one thing only once, whatever the dates."""
    undergone = cluster.fillers(*UNDERGOERS) & deed.fillers(*UNDERGOERS)
    return deed.top in ONCE and any(nodes.named(n) for n in undergone)


def _restated(cluster: Cluster, deed: Deed) -> bool:
    """Whether the deed's sentence is another article's version of one that tells of the event."""
    if not deed.origin:
        return False
    versions = (d for d in cluster.deeds if d.origin == deed.origin and d.article_id != deed.article_id)
    return any(same_words(d.words, deed.words) for d in versions)


def _only_placed(deed: Deed, nodes: Nodes) -> bool:
    """Whether nothing but its place is known by name: "the unrest in Selm"."""
    return all(n in deed.places for n in deed.fillers() if nodes.named(n))


def _settings(deed: Deed, nodes: Nodes, places: Places) -> frozenset[str]:
    """The places by which it can be met again: its own and, for what lasts, those around or that of its article."""
    named = frozenset(n for n in deed.places if nodes.named(n))
    if not named:
        return frozenset({deed.scene} - {""})
    return _within(named, places) if deed.scene else named


def _otherwise_done(cluster: Cluster, deed: Deed) -> bool:
    return bool(cluster.modes) and deed.event.type not in (deed.top, *cluster.modes)


def _in_conflict(cluster: Cluster, deed: Deed, nodes: Nodes, places: Places, *, restated: bool) -> bool:
    """Whether place or time keep the deed apart."""
    near = deed.article_id in cluster.articles
    ours, theirs = (frozenset(n for n in x.places if near or nodes.named(n)) for x in (cluster, deed))
    if ours and theirs and not (ours & _within(theirs, places) or theirs & _within(ours, places)):
        return True
    return not all(_timely(when, deed.when, near=near or restated) for when in cluster.whens)


def _roles_conflict(cluster: Cluster, deed: Deed, nodes: Nodes) -> bool:
    """Whether others did it or underwent it."""
    for roles in ((AGENT,), UNDERGOERS):
        ours, theirs = _met(cluster, deed, nodes, *roles)
        if ours and theirs and not ours & theirs:
            return True
    return False


def _met(cluster: Cluster, deed: Deed, nodes: Nodes, *roles: str) -> tuple[frozenset[str], frozenset[str]]:
    """The fillers on both sides that can be told apart.

    "Protesters" in one article are no other than those in the next, so the unnamed differ only inside an article.
    """
    near = deed.article_id in cluster.articles
    ours, theirs = (
        frozenset(n for n in x.fillers(*roles) - x.places if near or nodes.named(n)) for x in (cluster, deed)
    )
    return ours, theirs


def _within(found: frozenset[str], places: Places) -> frozenset[str]:
    return found.union(*(places.get(p, frozenset()) for p in found))


def _timely(a: When, b: When, *, near: bool) -> bool:
    """Whether the times, as far as they are known, allow one event; `near`: the article tells of it elsewhere too."""
    (span, article, published, expected), (other_span, other_article, other_published, other_expected) = a, b
    if any(span) and any(other_span):
        return overlap(span, other_span)
    if article == other_article:
        return expected == other_expected
    # what has no date is news of the days in which the article appeared
    return near or (expected == other_expected and same_news(span[0] or published, other_span[0] or other_published))
