"""A picture in, what the page knows about it out: plain lists and dictionaries, each quote kept once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kgraph.comparison import Contradiction
from kgraph.schema import Schema
from kgraph.views import Attribute, Claim, Edge, Node, Passage, Picture, Source
from kgraph.writers.texts import ROOM, pieces

Json = dict[str, Any]

START = 150
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
FLAGS = ("asserted", "attributed", "denied", "contradicted")


class Book:
    """Numbers for what is said more than once, in the order in which it is first met."""

    def __init__(self, picture: Picture) -> None:
        self.nodes = {n.id: i for i, n in enumerate(picture.nodes)}
        self.articles = {a.id: i for i, a in enumerate(picture.articles)}
        self.quotes: dict[str, int] = {}
        self.passages: dict[tuple[object, ...], int] = {}
        self.rows: list[Json] = []

    def quote(self, text: str) -> int:
        """The number of a quote."""
        return self.quotes.setdefault(text, len(self.quotes))

    def passage(self, passage: Passage) -> int:
        """The number of a passage as one fact uses it."""
        row = {
            "quote": self.quote(passage.quote),
            "article": self.articles.get(passage.article, -1),
            "start": passage.start,
            "end": passage.end,
            "speaker": passage.speaker,
            "cue": passage.cue,
            "factuality": passage.factuality,
            "hedge": passage.hedge,
            "role": passage.role,
            "contradicted": passage.contradicted,
            "since": passage.since,
            "until": passage.until,
        }
        key = tuple(row.values())
        if key not in self.passages:
            self.passages[key] = len(self.rows)
            self.rows.append(_without_blanks(row))
        return self.passages[key]

    def known(self, ids: Iterable[str], numbers: Mapping[str, int]) -> list[int]:
        """The numbers of those ids that the picture has."""
        return [numbers[i] for i in ids if i in numbers]


def dossier(picture: Picture, texts: Mapping[str, str] | None = None, disputes: Sequence[Contradiction] = ()) -> Json:
    """All that the page shows: nodes, edges and claims in the picture's order, referring to each other by number.

    `disputes` are what the sources disagree about. `texts` are the texts of articles by IRI; without, an article is no
    more than the sentences that are quoted of it.
    """
    book, shown = Book(picture), pieces(picture, texts or {})
    return {
        "nodes": [_node(n, book) for n in picture.nodes],
        "edges": [_fact(e, book) | {"property": e.property} | _period(e) for e in picture.edges],
        "claims": [_claim(c, book) for c in picture.claims],
        "disputes": [_dispute(d, book) for d in disputes],
        "articles": [_article(a, book) | ({"text": shown[a.id]} if a.id in shown else {}) for a in picture.articles],
        "cut": sum(map(len, (texts or {}).values())) > ROOM,
        "properties": _properties(picture),
        "passages": book.rows,
        "quotes": list(book.quotes),
        "start": [book.nodes[i] for i in core(picture)],
    }


def core(picture: Picture, *, size: int = START) -> list[str]:
    """The ids to open with, the strongest first: those most linked and best supported, and what links them."""
    weight = strengths(picture)
    near = _neighbours(picture)
    ranked = sorted(weight, key=lambda i: (not near[i], -weight[i], i))
    chosen = next(c for k in range(size, -1, -10) if len(c := _with_links(ranked[:k], near)) <= size)
    held = {i for i in chosen if near[i].intersection(chosen)}
    pairs = {i for i in held if all(near[n] & held == {i} for n in near[i] & held)}
    if len(pairs) < len(held) / 2:  # two nodes with nothing around them only make the rest smaller
        held -= {i for i in pairs if len(near[i] & held) == 1}
    return [i for i in ranked if i in held] or ranked[:size]


def _with_links(chosen: Sequence[str], near: Mapping[str, set[str]]) -> list[str]:
    """The chosen nodes and every other one that links two of them."""
    links, known = Counter(n for i in chosen for n in near[i]), set(chosen)
    return [*chosen, *sorted(n for n, times in links.items() if times > 1 and n not in known)]


def _neighbours(picture: Picture) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {n.id: set() for n in picture.nodes}
    for edge in picture.edges:
        if edge.source != edge.target:
            near[edge.source].add(edge.target)
            near[edge.target].add(edge.source)
    return near


def strengths(picture: Picture) -> dict[str, float]:
    """How much the articles say about each node: its links with their support, its own facts, its mentions."""
    weight = {n.id: 0.5 * len(n.attributes) + 0.1 * n.mentions for n in picture.nodes}
    for edge in picture.edges:
        for end in {edge.source, edge.target} & weight.keys():
            weight[end] += 1 + edge.support
    return weight


def _article(article: Source, book: Book) -> Json:
    return _without_blanks(
        {
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "author": article.author,
            "date": article.date,
            "path": article.path,
            "copy_of": book.known(article.copy_of, book.articles),
        }
    )


def _properties(picture: Picture) -> Json:
    """What each property is called, from its subject and from its object."""
    known = Schema.load().properties
    used = sorted({e.property for e in picture.edges} & known.keys())
    return {name: [known[name].label, known[name].inverse] for name in used}


def _when(node: Node) -> list[str]:
    """The first and the last day of an event as far as they are known; of several starts the best supported."""
    dates = {
        name: min(found, key=lambda a: (not a.asserted, -a.support, a.value)).value
        for name in ("schema:startDate", "schema:endDate")
        if (found := [a for a in node.attributes if a.property == name and DATE.fullmatch(a.value)])
    }
    start, end = dates.get("schema:startDate", ""), dates.get("schema:endDate", "")
    return [start or end, max(end, start)] if dates and node.kind == "event" else []


def _period(edge: Edge) -> Json:
    """From when to when the fact holds, as far as its passages say so, those first that state it as true."""
    dated = [p for p in edge.evidence if p.since or p.until]
    told = [p for p in dated if p.asserted] or dated
    since = min((p.since for p in told if p.since), default="")
    until = max((p.until for p in told if p.until), default="")
    return {"when": [since, until]} if told else {}


def _node(node: Node, book: Book) -> Json:
    return _without_blanks(
        {
            "id": node.id,
            "types": [t.rpartition(":")[2] for t in node.types],
            "aliases": list(node.aliases),
            "event": node.event_type,
            "unsure": not node.asserted,
            "when": _when(node),
            "mentions": node.mentions,
            "articles": book.known(node.articles, book.articles),
            "attributes": [_attribute(a, book) for a in node.attributes],
        }
    )


def _fact(fact: Edge | Attribute, book: Book) -> Json:
    flags = [f for f in FLAGS if getattr(fact, f)]
    return {"flags": flags, "support": fact.support, "passages": [book.passage(p) for p in fact.evidence]}


def _attribute(attribute: Attribute, book: Book) -> Json:
    happens = {"happens": True} if attribute.property == "sem:eventType" else {}
    return _fact(attribute, book) | {"label": attribute.label, "value": _value(attribute)} | happens


def _value(attribute: Attribute) -> str:
    """The value to read; an event type without a name of its own is called by the end of its IRI."""
    return attribute.value.rpartition("#")[2] if attribute.property == "sem:eventType" else attribute.value


def _claim(claim: Claim, book: Book) -> Json:
    return _without_blanks(
        {
            "speaker": book.nodes.get(claim.speaker, -1),
            "cue": claim.cue,
            "text": claim.text,
            "direct": claim.direct,
            "article": book.articles.get(claim.article, -1),
            "quote": book.quote(claim.quote),
            "start": claim.start,
            "end": claim.end,
            "audience": book.known(claim.audience, book.nodes),
            "about": book.known(claim.about, book.nodes),
        }
    )


def _dispute(found: Contradiction, book: Book) -> Json:
    sides = zip(found.sides, (found.one, found.two), found.copies, strict=True)
    return _without_blanks(
        {
            "name": found.subject,
            "relation": found.name,
            "why": found.why,
            "node": book.nodes.get(found.node, -1),
            "sides": [
                {"says": says, "passages": [book.passage(p) for p in said], "copies": list(copies)}
                for says, said, copies in sides
            ],
        }
    )


def _without_blanks(row: Json) -> Json:
    return {k: v for k, v in row.items() if v is not False and v not in ("", [])}
