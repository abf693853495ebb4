"""Articles and what was read out of them in, a Corpus out: one node for one thing, and who agrees with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from kgraph.linking.agreement import contradictions
from kgraph.linking.belonging import memberships
from kgraph.linking.copies import copies, origin_of
from kgraph.linking.deeds import Cluster, containers, deeds
from kgraph.linking.denials import EVENT_TYPE
from kgraph.linking.encounters import met_again
from kgraph.linking.events import Telling, occurrences, sizes
from kgraph.linking.facts import facts, in_order, statements
from kgraph.linking.guidance import Guidance
from kgraph.linking.labels import distinct
from kgraph.linking.nodes import UNGUIDED, Nodes, metadata, resolve
from kgraph.linking.setting import setting
from kgraph.linking.unnamed import Description, unnamed
from kgraph.linking.world import World
from kgraph.linking.years import dated
from kgraph.model import Article, Corpus, Extraction, Mention, Occurrence
from kgraph.schema import Schema

__all__ = ["Guidance", "link"]


def link(
    articles: Sequence[Article], extractions: Sequence[Extraction], *, schema: Schema, guidance: Guidance = UNGUIDED
) -> Corpus:
    """All articles with one id for one thing; the same for any order of the articles.

    Two files with the same text are read as one article, the first of them. `guidance` is what the user knows better;
    raises JudgementError where that contradicts itself.
    """
    files = tuple(sorted(articles, key=lambda a: (a.path, a.id)))
    articles = _texts(files)
    extractions = _of(articles, extractions)
    restated = copies(articles)
    origins = origin_of(restated)
    nodes = resolve(articles, extractions, origins, schema=schema, guidance=guidance)
    described = tuple(unnamed(articles, extractions, schema=schema))
    told = partial(_clusters, articles, origins=origins, described=described, schema=schema)
    clusters = told(extractions, nodes)
    settled = dated(extractions, clusters)
    if settled != extractions:  # days first: by them forces are met again
        extractions, clusters = settled, told(settled, nodes)
    merged = met_again(clusters, described, nodes, memberships(extractions, described, nodes))
    if merged.ids != nodes.ids:
        nodes, clusters = merged, told(extractions, merged)
    events, happenings = _events(clusters, nodes)
    counts = frozenset(sizes(clusters))
    stated = (f for x in extractions for f in facts(x, nodes, events, schema=schema))
    found = in_order([f for f in stated if f.property != EVENT_TYPE or (f.evidence, f.object.text) not in counts])
    claims = [s for x in extractions for s in statements(x, nodes).values()]
    return Corpus(
        articles=files,
        entities=tuple(nodes.entities.values()),
        occurrences=happenings,
        mentions=tuple(sorted(set(_mentions(extractions, nodes, events, counts)), key=_place)),
        facts=found,
        statements=tuple(sorted(claims, key=lambda s: (s.evidence, s.cue, s.content, s.id))),
        copies=restated,
        contradictions=contradictions(found, restated, schema=schema, setting=setting(articles, extractions, nodes)),
        metadata=metadata(articles, nodes),
    )


def _texts(files: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, each text once."""
    unique: dict[str, Article] = {}
    for a in files:
        unique.setdefault(a.id, a)
    return tuple(unique.values())


def _of(articles: Sequence[Article], extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The extraction of each article that has one, in the order of the articles."""
    by_article = {x.article: x for x in extractions}
    return tuple(by_article[a.id] for a in articles if a.id in by_article)


def _clusters(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    nodes: Nodes,
    *,
    origins: Mapping[str, str],
    described: Sequence[Description],
    schema: Schema,
) -> list[Cluster]:
    """The event mentions, those together that speak of one event."""
    mentioned = list(deeds(articles, extractions, nodes, origins, schema=schema))
    whose = memberships(extractions, described, nodes)
    return occurrences(mentioned, World(nodes, containers(extractions, nodes), whose, _met(described, nodes)))


def _met(described: Sequence[Description], nodes: Nodes) -> frozenset[str]:
    """The unnamed actors of whom more than one article speaks."""
    told = {(nodes.id(*d.key), d.key[0]) for d in described}
    articles = Counter(node for node, _ in told if node and not nodes.named(node))
    return frozenset(node for node, n in articles.items() if n > 1)


def _events(clusters: Sequence[Cluster], nodes: Nodes) -> tuple[dict[tuple[str, str], str], tuple[Occurrence, ...]]:
    """(article, local event id) → id of its occurrence, and the occurrences."""
    happenings = distinct(clusters, nodes)
    ids = {(d.article_id, d.event.id): o.id for o, c in zip(happenings, clusters, strict=True) for d in c.deeds}
    return ids, tuple(sorted(happenings, key=lambda o: o.id))


def _mentions(
    extractions: Sequence[Extraction],
    nodes: Nodes,
    events: Mapping[tuple[str, str], str],
    counts: Collection[Telling],
) -> Iterator[Mention]:
    """All mentions with corpus ids, the triggers of events among them, but for those that only count who took part."""
    for x in extractions:
        for m in x.mentions:
            node = nodes.id(x.article, m.entity)
            if node:
                yield replace(m, entity=node)
        for e in x.events:
            if (e.evidence, e.trigger.quote) in counts:
                continue
            head = (e.trigger.start, e.trigger.end)
            yield Mention(events[x.article, e.id], "nominal", e.trigger, head)


def _place(mention: Mention) -> tuple[object, ...]:
    return mention.evidence, mention.entity, mention.kind, mention.head
