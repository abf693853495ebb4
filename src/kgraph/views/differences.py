"""Two graphs in, what the newer one has won, lost, changed and merged out, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kgraph.graph import KnowledgeGraph, Passage
from kgraph.graph.explain import Triple
from kgraph.schema import curie

Facts = Mapping[str, tuple[Triple, Passage]]

MENTIONS = "SELECT ?m ?x { ?m itsrdf:taIdentRef ?x } ORDER BY ?m"
LABELS = "SELECT ?x ?l { ?x rdfs:label ?l FILTER (STRSTARTS(STR(?x), STR(id:))) } ORDER BY ?x ?l"
TOOLS = "SELECT ?l { ?run a prov:Activity ; rdfs:label ?l } ORDER BY ?l"


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is in one build only, or not the same in both: `text` says it, `what` what changed, `why` why."""

    text: str
    passage: Passage
    why: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A thing whose mentions stand for another thing now: merged into it, renamed to it, or split over several."""

    kind: Literal["merged", "renamed", "split"]
    old: str
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the newer of two builds has that the older has not; articles by path."""

    articles: tuple[tuple[str, str], ...]
    won: tuple[Change, ...]
    lost: tuple[Change, ...]
    changed: tuple[Change, ...]
    moves: tuple[Move, ...]

    def __bool__(self) -> bool:
        return bool(self.articles or self.won or self.lost or self.changed or self.moves)


def difference(old: KnowledgeGraph, new: KnowledgeGraph) -> Difference:
    """What became of a graph: facts won, lost and changed with the reason, and things merged, renamed or split.

    A fact is the same if the same words of the same article state it; so a merged name loses no fact.
    """
    before, after = ({p.fact: (t, p) for t, p in g.passages()} for g in (old, new))
    articles = dict(_articles(old, new))
    reason = _Reason(articles, _tools(old), _tools(new))
    return Difference(
        articles=tuple(sorted(articles.items())),
        won=tuple(_only(after, before, reason)),
        lost=tuple(_only(before, after, reason)),
        changed=tuple(_changed(before, after, reason)),
        moves=tuple(_moves(old, new)),
    )


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why a fact of an article may differ."""

    articles: Mapping[str, str]
    before: str
    after: str

    def of(self, passage: Passage) -> str:
        known = self.articles.get(passage.path)
        if known:
            return f"{passage.path} was {known}"
        if self.before != self.after:
            return f"read by {self.after}, before by {self.before}"
        return "read or linked differently: other rules, or other articles beside it"


def _articles(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[tuple[str, str]]:
    before, after = ({s.path: s.id for s in g.sources().values()} for g in (old, new))
    for path in before.keys() | after.keys():
        if path not in before:
            yield path, "added"
        elif path not in after:
            yield path, "removed"
        elif before[path] != after[path]:
            yield path, "changed"


def _only(here: Facts, there: Facts, reason: _Reason) -> Iterator[Change]:
    for fact, (_, passage) in here.items():
        if fact not in there:
            yield Change(_text(passage), passage, reason.of(passage))


def _changed(before: Facts, after: Facts, reason: _Reason) -> Iterator[Change]:
    for fact, (_, passage) in after.items():
        what = "; ".join(_differences(before[fact][1], passage)) if fact in before else ""
        if what:
            yield Change(_text(passage), passage, reason.of(passage), what)


def _differences(old: Passage, new: Passage) -> Iterator[str]:
    marks = {
        "factuality": (old.factuality or "stated as true", new.factuality or "stated as true"),
        "speaker": (old.speaker or "the article", new.speaker or "the article"),
        "hedge": (old.hedge or "none", new.hedge or "none"),
        "role": (old.role or "none", new.role or "none"),
        "subject": (old.subject, new.subject),
        "object": (old.object, new.object),
        "contradicted": ("yes" if old.contradicted else "no", "yes" if new.contradicted else "no"),
    }
    yield from (f"{name}: {a} → {b}" for name, (a, b) in marks.items() if a != b)


def _moves(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[Move]:
    """By mentions: the passage that stood for one thing and stands for another now."""
    before, after = ({str(m): str(x) for m, x in g.rows(MENTIONS)} for g in (old, new))
    names = {**dict(_labels(new)), **dict(_labels(old))}
    became: dict[str, Counter[str]] = {}
    for mention, thing in before.items():
        if mention in after:
            became.setdefault(thing, Counter())[after[mention]] += 1
    for thing in sorted(became):
        now = sorted(became[thing])
        if now == [thing]:
            continue
        kind: Literal["merged", "renamed", "split"] = "split"
        if len(now) == 1:
            kind = "merged" if now[0] in became or sum(now[0] in c for c in became.values()) > 1 else "renamed"
        yield Move(kind, names.get(thing, thing), tuple(names.get(x, x) for x in now))


def _labels(graph: KnowledgeGraph) -> Iterator[tuple[str, str]]:
    return ((str(x), str(label)) for x, label in graph.rows(LABELS))


def _tools(graph: KnowledgeGraph) -> str:
    return "; ".join(str(r[0]) for r in graph.rows(TOOLS))


def _text(passage: Passage) -> str:
    return f"{passage.subject} {passage.role or curie(passage.property)} {passage.object}"
