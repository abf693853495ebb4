"""A graph in, its timeline out: what happened when, in which words, and who reported it how long after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.graph import KnowledgeGraph, Passage, Source

EVENTS = """
SELECT ?event ?label ?type ?stated {
  ?event a sem:Event ; rdfs:label ?label . BIND (EXISTS { ?event a schema:Event } AS ?stated)
  OPTIONAL { ?event sem:eventType/skos:prefLabel ?type }
} ORDER BY ?event ?type"""
DATED = re.compile(r", (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}$")
STARTS, ENDS = "https://schema.org/startDate", "https://schema.org/endDate"


@dataclass(frozen=True, slots=True)
class Moment:
    """One event of the timeline.

    `starts` and `ends` are all dates that passages give, partial ISO, the earliest first: more than one start where
    sources differ. `stated` is false where no article states the event as true; `support` counts the articles that
    tell of it without restating one another. `passages` are the sentences, each once, in the order of publication.
    """

    event: str
    label: str
    type: str
    stated: bool
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    support: int = 0
    passages: tuple[Passage, ...] = ()

    @property
    def when(self) -> str:
        """The time in one phrase: "1968", "2022-01-02 – 2022-01-05", "1992 or 1999"; "" if unknown."""
        starts, ends = " or ".join(self.starts), " or ".join(self.ends)
        if not starts:
            return f"until {ends}" if ends else ""
        return f"{starts} – {ends}" if ends and ends != starts else starts

    @property
    def what(self) -> str:
        """The label without its date."""
        return DATED.sub("", self.label)

    @property
    def published(self) -> str:
        """The first and the last day on which it was reported, as far as the articles are dated."""
        days = sorted({p.date for p in self.passages if p.date})
        return " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reports it, in the order of publication."""
        return tuple(dict.fromkeys(p.outlet or p.title or p.path for p in self.passages))

    @property
    def standing(self) -> str:
        """ "stated", or what else the articles make of it: "negative", "possible", "according to Tokayev"."""
        if self.stated:
            return "stated"
        return "; ".join(
            dict.fromkeys(p.factuality or (f"according to {p.speaker}" if p.speaker else "told") for p in self.passages)
        )


def timeline(graph: KnowledgeGraph) -> tuple[Moment, ...]:
    """All events in the order in which they happened; those without a date last, by publication.

    A coarser date stands before the finer ones inside it: 1968, 1968-08, 1968-08-20.
    """
    sources, told = graph.sources(), _told(graph)
    found = []
    for event, (label, types, stated) in _events(graph).items():
        triples = told.get(event, [])
        starts, ends = (_dates(triples, p) for p in (STARTS, ENDS))
        passages = _sentences(p for _, p in triples)
        support = len(_origins({p.article for p in passages}, sources))
        found.append(Moment(event, label, ", ".join(types), stated, starts, ends, support, passages))
    return tuple(sorted(found, key=_order))


def _events(graph: KnowledgeGraph) -> dict[str, tuple[str, tuple[str, ...], bool]]:
    found: dict[str, tuple[str, tuple[str, ...], bool]] = {}
    for row in graph.rows(EVENTS).dicts():
        event, type_ = str(row["event"]), str(row.get("type") or "")
        _, types, _ = found.get(event, ("", (), False))
        found[event] = str(row["label"]), (*types, type_) if type_ else types, bool(row["stated"])
    return found


Told = list[tuple[tuple[str, str, str], Passage]]


def _told(graph: KnowledgeGraph) -> dict[str, Told]:
    found: dict[str, Told] = {}
    for triple, passage in graph.passages():
        found.setdefault(triple[0], []).append((triple, passage))
    return found


def _dates(told: Told, predicate: str) -> tuple[str, ...]:
    """The dates of one property, of coarse and fine ones that agree only the fine."""
    days = sorted({o for (_, p, o), _ in told if p == predicate})
    return tuple(d for d in days if not any(other != d and other.startswith(f"{d}-") for other in days))


def _sentences(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Each sentence once, the earliest published first, those that state it as true before the others."""
    unique: dict[tuple[str, int], Passage] = {}
    for p in passages:
        here = unique.setdefault((p.article, p.start), p)
        if p.asserted and not here.asserted:
            unique[p.article, p.start] = p
    return tuple(sorted(unique.values(), key=lambda p: (not p.asserted, p.date or "9", p.path, p.start)))


def _origins(articles: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    """The articles that they come from: one that restates another counts as that one."""
    return frozenset(next(_roots(a, sources)) for a in articles)


def _roots(article: str, sources: Mapping[str, Source]) -> Iterator[str]:
    seen = {article}
    while article in sources and (above := sorted(set(sources[article].copy_of) - seen)):
        article = above[0]
        seen.add(article)
    yield article


def _order(moment: Moment) -> tuple[bool, Sequence[str], str, str, str]:
    first = moment.starts[:1] or moment.ends[:1]
    return not first, first, moment.ends[0] if moment.ends else "", moment.published or "9", moment.label
