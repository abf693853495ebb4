"""Doc in, every event word out, of whatever type: verbs, nouns of event, and what a copula says is the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from kgraph.model import Event
from kgraph.schema import Schema

# Participles that serve as prepositions and adjectives tell of nothing ("according to", "the existing law").
NO_DEED = frozenset({"case", "mark", "amod", "fixed", "prep", "compound", "aux", "aux:pass", "auxpass"})


def happenings(doc: Doc, schema: Schema) -> Iterator[Span]:
    """The words that tell of something that happens, is done or is the case, left to right.

    Wider than `events`: the types of the vocabulary do not matter here, nor who takes part.
    """
    nouns = event_nouns(schema)
    for token in doc:
        if _tells(token, nouns):
            yield doc[token.i : token.i + 1]


def word_of(event: Event, doc: Doc) -> Token | None:
    """The word that tells of an event."""
    span = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    return span.root if span is not None else None


def by_word(events: Iterable[Event], doc: Doc) -> dict[int, Event]:
    """The events by the position of the word that tells of them; the last of those that share one."""
    return {token.i: event for event in events if (token := word_of(event, doc)) is not None}


def event_nouns(schema: Schema) -> frozenset[str]:
    """The lemmas of nouns that name an event: those of the rules and the list of all others."""
    ruled = (word for rule in schema.events for frame in rule.frames if frame.pos == "noun" for word in frame.words)
    return frozenset((*ruled, *schema.words["events"]["happenings"]))


def _tells(token: Token, nouns: frozenset[str]) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ not in NO_DEED and token.tag_ != "MD"
    if token.pos_ == "AUX":
        return token.dep_ == "cop" or token.head.i == token.i
    return token.pos_ == "NOUN" and token.lemma_.lower() in nouns
