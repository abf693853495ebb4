"""The nouns: frozen plain data that the steps hand to each other, and nothing else.

Offsets are code points of the article's text as read from the file, end exclusive. Types and properties are CURIEs
of the vocabulary ("schema:Person", "schema:worksFor"); event types are local names of the event-type scheme
("REQUEST-assist"). Dates are ISO 8601 strings cut to the precision that the text supports ("2022-01", "1968").
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

Span = tuple[int, int]
MentionKind = Literal["name", "nominal", "pronoun"]
StatementKind = Literal["direct", "indirect", "mixed"]
Factuality = Literal["", "negative", "possible", "probable", "underspecified", "future"]
ValueKind = Literal["node", "concept", "date", "number", "text"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the whole file as text, which ranges of it are the article, and what is known about it.

    `ranges` are ordered and disjoint: title, standfirst and body paragraphs, one range a paragraph. All else is page
    furniture. `credited` names the outlet that the article says it is taken from. `kind` is a schema.org class. `notes`
    are the ranges outside of it in which the page tells who its authors are.
    """

    path: str
    text: str
    ranges: tuple[Span, ...]
    title: str = ""
    standfirst: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str = ""
    credited: str = ""
    language: str = "en"
    url: str = ""
    kind: str = "schema:NewsArticle"
    notes: tuple[Span, ...] = ()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, 64 hex digits."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """The first 12 hex digits of the text's SHA-256; the same text is the same article."""
        return self.sha256[:12]

    @property
    def masked(self) -> str:
        """The text with page furniture replaced by spaces (line ends kept), so that offsets stay file offsets."""
        masked = ["\n" if c == "\n" else " " for c in self.text]
        for start, end in self.ranges:
            masked[start:end] = self.text[start:end]
        return "".join(masked)

    @property
    def furniture(self) -> tuple[Span, ...]:
        """The ranges that were cut, each without white space around it."""
        edges = [0, *(x for r in self.ranges for x in r), len(self.text)]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        cut = ((s + len(t) - len(t.lstrip()), s + len(t.rstrip())) for s, e in gaps for t in [self.text[s:e]])
        return tuple((s, e) for s, e in cut if s < e)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A passage: `article.text[start:end] == quote`."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: an actor, organisation, place, group, named event or law.

    In an Extraction `id` is local to the article ("e3"); in a Corpus it is the slug of the best name. `types` are
    classes of kgraph.ttl, the most specific first and written up to the base class. `named` is false for a specific
    but unnamed actor ("eyewitnesses"). `country` is the local id of the state that an office holder or body is of,
    where the names data says so.
    """

    id: str
    types: tuple[str, ...]
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where an entity or event is spoken of; `head` is the head word's span."""

    entity: str
    kind: MentionKind
    evidence: Evidence
    head: Span


@dataclass(frozen=True, slots=True)
class Value:
    """The object of a fact: a node or concept by id, or a literal. `text` is the wording in the article."""

    kind: ValueKind
    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Subject stands to object as `property` says.

    `role` is the name of the position ("former president"); `start` and `end` bound the time it held. `statement`
    is the id of the innermost Statement whose content it is part of, "" in the article's own voice. `evidence` is
    the sentence; `anchor` the span of the words that express the relation; `rule` the rule file that found it.
    """

    property: str
    subject: str
    object: Value
    evidence: Evidence
    anchor: Span
    role: str = ""
    start: str = ""
    end: str = ""
    factuality: Factuality = ""
    hedge: str = ""
    statement: str = ""
    rule: str = ""
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class Time:
    """When: partial ISO dates, either end may be "" (open or unknown); `evidence` is the expression in the text."""

    start: str
    end: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that belongs to an event: `property` is kg:size, kg:killed, kg:injured or kg:detained."""

    property: str
    value: float
    hedge: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, is said to happen, or is denied: one trigger in one sentence.

    `roles` are (property, entity id) pairs with properties schema:agent, object, recipient, instrument, participant,
    location. `trigger` is the word, `evidence` the sentence. `name` is the entity id where the event has a name of
    its own ("Prague Spring"), else "". In an Extraction `id` is local ("v4"), in a Corpus the slug of the node. `pos`
    is what the trigger is used as, "" where nobody knows. `also` are further times of the same word ("in 2010 and
    2014"); `duration` is how long it went on (ISO 8601), with the passage.
    """

    id: str
    type: str
    trigger: Evidence
    evidence: Evidence
    lemma: str
    roles: tuple[tuple[str, str], ...] = ()
    time: Time | None = None
    figures: tuple[Figure, ...] = ()
    factuality: Factuality = ""
    hedge: str = ""
    statement: str = ""
    name: str = ""
    rule: str = ""
    confidence: float = 0.8
    pos: Literal["", "noun", "verb"] = ""
    also: tuple[Time, ...] = ()
    duration: tuple[Value, Evidence] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's word: who says what, with which cue, to whom (PARC 3.0's source, cue, content).

    `content` is the span of the content without outer quotation marks; it may leave the sentence, `evidence` covers
    it, cue and source. `parent` is the statement inside whose content this one stands (nested attribution).
    """

    id: str
    speaker: str
    cue: Evidence
    content: Evidence
    kind: StatementKind
    evidence: Evidence
    addressee: str = ""
    medium: str = ""
    about: tuple[str, ...] = ()
    negated: bool = False
    hedge: str = ""
    parent: str = ""
    rule: str = ""
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class Description:
    """What a passage says that an event is or comes from.

    `property` is kg:describedAs (a kind: "spontaneous"), kg:instigatedBy (an actor) or kg:causedBy (a thing, in the
    words of the text). `anchor` is the span of the words that say so, `event` the id of the event.
    """

    event: str
    property: str
    value: Value
    evidence: Evidence
    anchor: Span
    factuality: Factuality = ""
    hedge: str = ""
    statement: str = ""
    confidence: float = 0.7


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one article; the hand-over from language to graph, one JSON line an article."""

    article: str
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    descriptions: tuple[Description, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple as one article's passage states it. Asserted if it has neither `factuality` nor `speaker`.

    `id` hashes article, evidence and argument offsets and the property, never the slugs, so that merging entities
    renames no statement. `claim` is the id of the Claim it is content of; `speaker` that claim's author.
    """

    id: str
    article: str
    subject: str
    property: str
    object: Value
    evidence: Evidence
    factuality: Factuality = ""
    hedge: str = ""
    speaker: str = ""
    claim: str = ""
    role: str = ""
    start: str = ""
    end: str = ""
    rule: str = ""
    confidence: float = 0.8

    @builtins.property  # a field has that name too
    def asserted(self) -> bool:
        """Whether the article states it in its own voice as true (rule R1 of the layout)."""
        return not self.factuality and not self.speaker


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event node of the corpus: its slug and a label to read ("Tokayev asks the CSTO for help, 5 January 2022")."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All articles with one id for one thing: what the graph is written from.

    `mentions` and `statements` carry corpus ids; `copies` are (article id, id of the article it restates) pairs;
    `contradictions` are pairs of fact ids, each pair once, the smaller id first. `outlets` and `people` map the
    names in article metadata to entity ids.
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    occurrences: tuple[Occurrence, ...]
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    copies: tuple[tuple[str, str], ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = field(default=())
