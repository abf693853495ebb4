"""Deeds in, clusters out: which triggers, in one article or in several, speak of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from kgraph.linking.copies import same_words
from kgraph.linking.deeds import AGENT, LASTING, MOVING, ONCE, UNDERGOERS, Cluster, Deed, When
from kgraph.linking.harm import HARM
from kgraph.linking.incidents import MISHAP, another_harm, counted, counts_agree, same_mishap
from kgraph.linking.stories import at_once
from kgraph.linking.times import overlap, same_news
from kgraph.linking.triggers import alike, calls_back, is_noun, is_of_the_past
from kgraph.linking.world import World
from kgraph.model import Evidence

Telling = tuple[Evidence, str]  # sentence and trigger

MOVERS = (AGENT, "schema:object")
SELDOM = ("resigning",)  # senses of what somebody does but once in a while
COUNTING = "counting"  # the sense of what only says how many a force is
SPREADING = "spreading"  # the rule of events that are told only to have spread


def occurrences(found: Sequence[Deed], world: World) -> list[Cluster]:
    """The deeds grouped into events, the best described first to gather the vaguer ones.

    A vague one that fits several is the one which is told of most, and as a fact.
    """
    clusters: list[Cluster] = []
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for deed in sorted(found, key=lambda d: (_is_short(d, world), _described(d))):
        keys = sorted(_keys(deed, world))
        candidates = sorted({n for key in keys for n in blocks[key]})
        fits = [(_score(clusters[n], deed, world), clusters[n].asserted, -n) for n in candidates]
        best = max((f for f in fits if f[0] > 0), default=None)
        n = -best[-1] if best else len(clusters)
        if best is None:
            clusters.append(Cluster())
        clusters[n].add(deed)
        for key in keys:
            if n not in blocks[key][-1:]:
                blocks[key].append(n)
    return clusters


def sizes(clusters: Iterable[Cluster]) -> Iterator[Telling]:
    """Where it is only said how many took part in what is told of elsewhere: "the force numbers 800"."""
    for cluster in clusters:
        counting = [d for d in cluster.deeds if d.sense == COUNTING]
        if len(counting) < len(cluster.deeds):
            yield from ((d.event.evidence, d.event.trigger.quote) for d in counting)


def _described(deed: Deed) -> tuple[bool, int, bool, str, str, int]:
    undated = not any(deed.span)
    return not deed.name, -len(deed.roles), undated, deed.article.path, deed.article_id, deed.event.trigger.start


def _keys(deed: Deed, world: World) -> set[tuple[str, ...]]:
    """Blocks in which deeds that can be one meet: so sparse that what is in one is worth comparing."""
    if deed.name:
        return {(deed.name,)}
    stem, day = deed.event.lemma.lower()[:4], deed.span[0]
    agents, undergoers = deed.fillers(AGENT), deed.fillers(*UNDERGOERS)
    named = [n for n in sorted(deed.fillers() - agents) if world.nodes.named(n)]
    keys: set[tuple[str, ...]] = {(deed.top, stem, n) for n in named}
    keys |= {(deed.top, "sense", deed.sense, n) for n in named if deed.sense}
    keys |= {(deed.top, "sense", deed.sense, n) for n in agents if deed.sense in SELDOM}
    keys |= {(deed.top, "once", n) for n in named if deed.top in ONCE}
    keys |= {(deed.top, day, n) for n in {*named, *agents} if day}
    keys |= {(deed.top, a, u) for a in agents for u in undergoers}
    keys |= {(deed.top, "only in", n) for n in _settings(deed, world) if _only_placed(deed, world)}
    keys |= {(deed.top, day, n) for n in world.around(deed.places) if day and deed.top == MOVING}
    keys |= {(deed.top, day) for _ in day[:1] if deed.top == MISHAP}
    keys |= {(deed.top, stem, n) for n in agents if n in world.met_again}
    keys |= {(deed.top, deed.article_id, n) for n in agents | undergoers}
    keys |= {(deed.top, "sense", deed.sense, deed.article_id)} if deed.sense else set()
    keys |= {("count", deed.article_id, str(passage.start)) for passage in counted(deed)}
    kind = deed.sense or stem
    keys |= {(deed.top, kind, "retold", a) for a in (deed.article_id, *sorted(deed.retold)) if deed.retold}
    keys |= {("toll", article) for article in (deed.article_id, *sorted(deed.story)) if deed.story}
    keys |= {(deed.top, "version", deed.origin)} if deed.origin else set()
    return keys | {(deed.top, deed.article_id, stem)}


def _score(cluster: Cluster, deed: Deed, world: World) -> int:
    """How much speaks for the deed being the cluster's event; 0 if it must not be."""
    name = cluster.deeds[0].name
    if deed.name or name:
        return 9 if deed.name == name else 0
    if _is_spread(cluster.deeds[0]) != _is_spread(deed) or another_harm(cluster, deed, world):
        return 0
    if _same_toll(cluster, deed):
        return int(not _in_conflict(cluster, deed, world, restated=False))
    return _fit(cluster, deed, world) if deed.top == cluster.deeds[0].top else 0


def _is_spread(deed: Deed) -> bool:
    """Whether it is only told that something reached other places, which is not its beginning elsewhere."""
    return deed.event.rule == SPREADING


def _fit(cluster: Cluster, deed: Deed, world: World) -> int:
    """How much speaks for two events of one type being one."""
    near, akin = deed.article_id in cluster.articles, _akin(cluster, deed)
    if akin and _once(cluster, deed, world) and not _roles_conflict(cluster, deed, world):
        return 8
    placed = _only_placed(deed, world) and all(_only_placed(d, world) for d in cluster.deeds)
    restated = _restated(cluster, deed, world)
    otherwise = (_otherwise_done(cluster, deed) and not placed) or _otherwise_called(cluster, deed)
    if otherwise or _in_conflict(cluster, deed, world, restated=restated):
        return 0
    if any(counted(deed) & counted(d) for d in cluster.deeds):
        return 7
    if restated and (akin or not near):
        return 3 + 3 * akin
    past = any(is_of_the_past(d.event) for d in (deed, *cluster.deeds))
    headlined = near and akin and _is_short(deed, world) and _tells_more(cluster, deed, world)
    if past or (_roles_conflict(cluster, deed, world) and not headlined):
        return 0
    return 2 if headlined else _likeness(cluster, deed, world, akin=akin, placed=placed)


def _is_short(deed: Deed, world: World) -> bool:
    """Whether a headline tells of it without names: "Minister quits"; who that is, the text below says."""
    unnamed = deed.roles and not any(world.nodes.named(n) for n in deed.fillers())
    return bool(deed.headline and unnamed and not deed.counts)


def _tells_more(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether the article's text names who has the roles that its headline gives to somebody without a name."""
    told = [d for d in cluster.deeds if d.article_id == deed.article_id and not d.headline]
    named = {role for d in told for role, n in d.roles if world.nodes.named(n)}
    return bool(deed.roles) and named.issuperset(role for role, _ in deed.roles)


def _likeness(cluster: Cluster, deed: Deed, world: World, *, akin: bool, placed: bool) -> int:
    """How much that both tell speaks for one event, where nothing that they tell speaks against it."""
    shared = _shared_score(cluster, deed, world, akin=akin or placed)
    shared = shared or (_retold(cluster, deed, world) if akin else 0)
    shared = shared or (3 if akin and same_mishap(cluster, deed, world) else 0)
    return shared or (_goes_on(cluster, deed, world) if placed else 0)


def _shared_score(cluster: Cluster, deed: Deed, world: World, *, akin: bool) -> int:
    near = deed.article_id in cluster.articles
    if not deed.roles:
        return int(near and _akin(cluster, deed) and calls_back(deed.event))
    agents, undergone = _doing(cluster, deed, world), _undergoing(cluster, deed, world)
    if near and agents and deed.sense == COUNTING:
        return 4
    shared = {n for n in (cluster.fillers() & deed.fillers()) | agents | undergone if near or world.told_apart(n)}
    dated = any(span == deed.span for span, *_ in cluster.whens) and any(deed.span)
    called_back = near and is_noun(deed.event) and deed.fillers() <= cluster.fillers()
    if not shared or not (akin or called_back or (undergone and (agents or dated or near))):
        return 0
    if not near and shared <= agents and not _telling(deed, shared, world, dated=dated):
        return 0
    told = dated or deed.retold & cluster.articles or any(at_once(d.article, deed.article) for d in cluster.deeds)
    if not near and shared <= deed.places and deed.top in HARM and not told:
        return 0  # there is more than one blast in a city
    return 1 + len(shared) + akin + near


def _telling(deed: Deed, doers: Set[str], world: World, *, dated: bool) -> bool:
    """Whether who did it tells which deed it is: people do many things, but on one day, or seldom what this one is."""
    on_one_day = dated and len(deed.span[0]) == 10
    return on_one_day or deed.sense in SELDOM or not doers.isdisjoint(world.met_again)


def _retold(cluster: Cluster, deed: Deed, world: World) -> int:
    """How much speaks for an event of one story in which no name takes part; 0 where others may be meant."""
    if deed.article_id in cluster.articles or not deed.retold & cluster.articles:
        return 0
    score = 0
    for roles in ((AGENT,), UNDERGOERS):
        ours, theirs = ({world.head(n) for n in x.fillers(*roles) - x.places} for x in (cluster, deed))
        if ours and theirs and not ours & theirs:
            return 0
        score += bool(ours & theirs)
    return score if all(counts_agree(d, deed) for d in cluster.deeds) else 0


def _doing(cluster: Cluster, deed: Deed, world: World) -> frozenset[str]:
    """Who does it in both: the same, or where it is done to the same, one of a body and the body itself."""
    roles = MOVERS if deed.top == MOVING else (AGENT,)
    ours, theirs = cluster.fillers(*roles), deed.fillers(*roles)
    if not _undergoing(cluster, deed, world):
        return ours & theirs
    return frozenset(n for n in theirs if n in ours or any(world.kin(n, m, deed) for m in ours))


def _undergoing(cluster: Cluster, deed: Deed, world: World) -> frozenset[str]:
    """To whom it is done in both; of forces that move on one day, where they go, which may lie in one another."""
    if deed.top != MOVING:
        return cluster.fillers(*UNDERGOERS) & deed.fillers(*UNDERGOERS)
    ours, theirs = frozenset(cluster.places), deed.places
    if not any(span == deed.span for span, *_ in cluster.whens if any(span)):
        return ours & theirs
    return (ours & world.around(theirs)) | (theirs & world.around(ours))


def _same_toll(cluster: Cluster, deed: Deed) -> bool:
    """Whether other articles with the same story count the dead, each but once, whatever they died of."""
    told = deed.story and all(d.story and d.article_id in deed.story for d in cluster.deeds)
    return bool(told) and all(counts_agree(d, deed) for d in cluster.deeds)


def _goes_on(cluster: Cluster, deed: Deed, world: World) -> int:
    """How well both fit as what lasts and is told of without a place, in articles set in one state; 0 if they do not.

    Of two such events it is the one of which the same parts are told, and the same is counted.
    """
    ours = _settings(deed, world) if deed.scene else frozenset()
    if not any(ours & _settings(d, world) for d in cluster.deeds if d.scene):
        return 0
    counted = {f.property for d in cluster.deeds for f in d.event.figures} & {f.property for f in deed.event.figures}
    return 1 + len({role for role, _ in deed.roles} & cluster.roles.keys()) + len(counted)


def _akin(cluster: Cluster, deed: Deed) -> bool:
    """Whether the words for it are of one family or one sense."""
    return deed.sense in cluster.senses or any(alike(lemma, deed.event.lemma.lower()) for lemma in cluster.lemmas)


def _once(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether both are what happens to one thing only once, whatever the dates."""
    undergone = cluster.fillers(*UNDERGOERS) & deed.fillers(*UNDERGOERS)
    return deed.top in ONCE and any(world.nodes.named(n) for n in undergone)


def _restated(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether the deed's sentence is another article's version of one that tells of the event."""
    if not deed.origin:
        return False
    versions = (d for d in cluster.deeds if d.origin == deed.origin and d.article_id != deed.article_id)
    return any(same_words(d.words, deed.words) and not _of_others(d, deed, world) for d in versions)


def _of_others(one: Deed, other: Deed, world: World) -> bool:
    """Whether two like sentences each name a doer of whom the other does not speak."""

    def strangers(a: Deed, b: Deed) -> bool:
        named = [world.nodes.entities[n] for n in a.fillers(AGENT) if world.nodes.named(n)]
        quote = b.event.evidence.quote
        return bool(named) and not any(name in quote for e in named for name in (e.name, *e.aliases))

    return strangers(one, other) and strangers(other, one)


def _only_placed(deed: Deed, world: World) -> bool:
    """Whether nothing but its place is known by name: "the unrest in Selm"."""
    return all(n in deed.places for n in deed.fillers() if world.nodes.named(n))


def _settings(deed: Deed, world: World) -> frozenset[str]:
    """The places by which it can be met again: its own and, for what lasts, those around or that of its article."""
    named = frozenset(n for n in deed.places if world.nodes.named(n))
    if not named:
        return frozenset({deed.scene} - {""})
    return world.around(named) if deed.scene else named


def _otherwise_done(cluster: Cluster, deed: Deed) -> bool:
    return bool(cluster.modes) and deed.event.type not in (deed.top, *cluster.modes)


def _otherwise_called(cluster: Cluster, deed: Deed) -> bool:
    """Whether its word has a sense that those of the others do not have: who guards a place does not go there."""
    ours, theirs = cluster.senses - {COUNTING}, {deed.sense} - {COUNTING, ""}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _in_conflict(cluster: Cluster, deed: Deed, world: World, *, restated: bool) -> bool:
    """Whether place or time keep the deed apart."""
    near = deed.article_id in cluster.articles
    if _elsewhere(cluster, deed, world):
        return True
    return not all(_timely(when, deed.when, near=near or restated) for when in cluster.whens)


def _elsewhere(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether it happened in another place, or in another part of the same; what lasts is in many."""
    near = deed.article_id in cluster.articles
    told = [frozenset(n for n in d.places if near or world.nodes.named(n)) for d in cluster.deeds]
    theirs = world.inmost(frozenset(n for n in deed.places if near or world.nodes.named(n)))
    one_story = bool(deed.retold & cluster.articles)
    there = [
        world.meet(inmost, theirs) or (one_story and world.may_lie(inmost, theirs))
        for inmost in map(world.inmost, told)
        if inmost and theirs
    ]
    return bool(there) and not (any(there) if deed.top in LASTING else all(there))


def _roles_conflict(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether others did it or underwent it; what a member does is done by its body."""
    moving = deed.top == MOVING
    doers, undergoers = (MOVERS, ("schema:recipient",)) if moving else ((AGENT,), UNDERGOERS)
    ours, theirs = _met(cluster, deed, world, *doers)
    if ours and theirs and not any(n == m or world.kin(n, m, deed) for n in ours for m in theirs):
        return True
    ours, theirs = _met(cluster, deed, world, *undergoers)
    return bool(ours and theirs and not ours & theirs)


def _met(cluster: Cluster, deed: Deed, world: World, *roles: str) -> tuple[frozenset[str], frozenset[str]]:
    """The fillers on both sides that can be told apart.

    "Protesters" in one article are no other than those in the next, so the unnamed differ only inside an article.
    """
    near = deed.article_id in cluster.articles
    ours, theirs = (
        frozenset(n for n in x.fillers(*roles) - x.places if near or world.told_apart(n)) for x in (cluster, deed)
    )
    return ours, theirs


def _timely(a: When, b: When, *, near: bool) -> bool:
    """Whether the times, as far as they are known, allow one event; `near`: the article tells of it elsewhere too."""
    (span, article, published, expected), (other_span, other_article, other_published, other_expected) = a, b
    if any(span) and any(other_span):
        return overlap(span, other_span)
    if article == other_article:
        return expected == other_expected
    # what has no date is news of the days in which the article appeared
    return near or (expected == other_expected and same_news(span[0] or published, other_span[0] or other_published))
