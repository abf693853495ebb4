"""Event mentions in, deeds out: one trigger in corpus terms, and clusters of those that speak of one event."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kgraph.linking.copies import Words, stems
from kgraph.linking.harm import Count, by_word, causes, counts, is_only_toll
from kgraph.linking.nodes import Nodes
from kgraph.linking.stories import stories
from kgraph.linking.times import FULL, Dates
from kgraph.linking.triggers import is_generic
from kgraph.model import Article, Event, Extraction
from kgraph.schema import Schema

MOVING = "MOBILIZE"  # the type in which forces go somewhere, as those who do it or as those to whom it is done
LASTING = (MOVING, "PROTEST")  # what goes on for days all over a state, so that articles tell of it without a place
PLACE = "schema:Place"
AGENT, LOCATION = "schema:agent", "schema:location"
UNDERGOERS = ("schema:object", "schema:recipient")
TOLD = ("", "probable")  # a denial or a question may be about anything
ONCE = ("FOUND", "DIE")  # types of event that happen to one thing but once, so that another date is a contradiction

IN = re.compile(r"\b(?:in|inside|into|to|across|throughout)\s+(?:the\s+)?\Z", re.I)  # before a place where it happens

When = tuple[Dates, str, str, bool]  # span, article id, its day of publication, whether still expected


@dataclass(frozen=True, slots=True)
class Deed:
    """One event mention with its roles as corpus ids.

    `top` is its type without the mode, `sense` what its word shares with others of the type, `name` the id of the
    named event that it is. Where articles restate one another, `origin` is the first of them and `words` are those of
    the sentence, by which its versions are found. `places` are where it happens or, for
    forces, where they go, `scene` the state that its article is mostly set in. `story` are the articles that tell
    the same story as its own, where it is a toll: a count of dead without anything known by name; `retold` are those
    that may tell of the same event in other words. `counts` are its numbers of victims, `causes` the kinds of harm that
    they came to; `sole` says that its article counts the dead of no other event, `headline` that its headline tells it.
    """

    article_id: str
    article: Article
    event: Event
    top: str
    roles: tuple[tuple[str, str], ...]
    name: str = ""
    origin: str = ""
    words: Words = frozenset()
    sense: str = ""
    scene: str = ""
    places: frozenset[str] = frozenset()
    story: frozenset[str] = frozenset()
    retold: frozenset[str] = frozenset()
    counts: tuple[Count, ...] = ()
    causes: frozenset[str] = frozenset()
    sole: bool = False
    headline: bool = False

    def fillers(self, *properties: str) -> frozenset[str]:
        """The nodes in these roles; in any role if none is named."""
        return frozenset(node for role, node in self.roles if not properties or role in properties)

    @property
    def span(self) -> Dates:
        """First and last day as the text gives them; "" where unknown, or where the year is ("--05-17")."""
        if self.event.time is None:
            return "", ""
        start, end = ("" if day.startswith("--") else day for day in (self.event.time.start, self.event.time.end))
        return start, end or start

    @property
    def when(self) -> When:
        """All that bears on when it was."""
        return self.span, self.article_id, self.article.published, self.event.factuality == "future"


@dataclass
class Cluster:
    """The deeds found so far to be one event, and what they say together."""

    deeds: list[Deed] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    senses: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    whens: set[When] = field(default_factory=set)
    asserted: int = 0

    def add(self, deed: Deed) -> None:
        """Take in one more deed."""
        self.deeds.append(deed)
        for role, node in deed.roles:
            self.roles[role].add(node)
        self.places |= deed.places
        self.articles.add(deed.article_id)
        self.lemmas.add(deed.event.lemma.lower())
        self.senses |= {deed.sense} - {""}
        self.modes |= {deed.event.type} - {deed.top}
        self.whens.add(deed.when)
        self.asserted += not deed.event.factuality

    def fillers(self, *properties: str) -> frozenset[str]:
        """The nodes that any of the deeds has in these roles; in any role if none is named."""
        return frozenset().union(*(self.roles.get(p, ()) for p in properties or self.roles))


def deeds(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    nodes: Nodes,
    origins: Mapping[str, str],
    *,
    schema: Schema,
) -> Iterator[Deed]:
    """All event mentions in corpus terms, article by article; roles that lead nowhere are left out.

    `origins` maps the articles that restate one another to the first of them.
    """
    by_id = {a.id: a for a in articles}
    told_by = stories(articles, extractions, nodes)
    dated = frozenset(a.id for a in articles if FULL.fullmatch(a.published))
    senses = {word: table for table, words in schema.words.get("alike", {}).items() for word in words}
    kinds = by_word(schema)
    for x in extractions:
        sole = is_only_toll(x)
        scene, retold = _scene(by_id[x.article], x, nodes), told_by.get(x.article, frozenset())
        for event in x.events:
            told = ((role, nodes.id(x.article, local)) for role, local in event.roles)
            roles = tuple(dict.fromkeys((role, node) for role, node in told if node))
            top = schema.top_type(event.type) if event.type in schema.event_types else event.type
            yield Deed(
                article_id=x.article,
                article=by_id[x.article],
                event=event,
                top=top,
                roles=roles,
                name=nodes.id(x.article, event.name),
                origin=origins.get(x.article, ""),
                words=stems(event.evidence.quote) if x.article in origins else frozenset(),
                sense=senses.get(event.lemma.lower(), ""),
                scene=scene if top in LASTING and event.factuality in TOLD and not is_generic(event) else "",
                places=frozenset(_places(top, roles, nodes)),
                story=retold & dated if x.article in dated and _is_toll(event, roles, nodes) else frozenset(),
                retold=retold if _is_news(event) else frozenset(),
                counts=counts(event, schema.words.get("bounds", {})),
                causes=causes(event, top, kinds),
                sole=sole,
                headline=_is_headline(event, by_id[x.article]),
            )


def _places(top: str, roles: Sequence[tuple[str, str]], nodes: Nodes) -> Iterator[str]:
    for role, node in roles:
        if role == LOCATION or (top == MOVING and role == "schema:recipient" and nodes.family(node) == PLACE):
            yield node


def _is_toll(event: Event, roles: Sequence[tuple[str, str]], nodes: Nodes) -> bool:
    counts = any(f.property == "kg:killed" for f in event.figures) and event.factuality in TOLD
    return counts and not any(nodes.named(node) for role, node in roles if role != LOCATION)


def _is_headline(event: Event, article: Article) -> bool:
    return bool(article.title) and event.evidence.end <= article.ranges[0][1]


def _is_news(event: Event) -> bool:
    """Whether it is told as something that took place, and is no deed of any kind or time."""
    return event.factuality in TOLD and not is_generic(event)


def _scene(article: Article, extraction: Extraction, nodes: Nodes) -> str:
    """The state that the article most often says something is, happens or goes in; "" if none stands out."""
    votes: Counter[str] = Counter()
    for m in extraction.mentions:
        node = nodes.id(article.id, m.entity)
        if m.kind == "name" and nodes.is_state(node) and IN.search(article.text, 0, m.evidence.start):
            votes[node] += 1
    first, second = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] > second[1] else ""


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
