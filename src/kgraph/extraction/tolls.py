"""Events in, the same out with a toll's number on what it is the toll of: "the toll from the blast has risen to 12"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.model import Event
from kgraph.schema import Schema

AFTER = frozenset({"from", "of", "in", "after", "for", "by"})


def on_their_events(found: Sequence[Event], doc: Doc, schema: Schema) -> list[Event]:
    """The events without the tolls that are of another of them, which has their figures then."""
    at = {token.i: e for e in found if (token := _token(e, doc)) is not None}
    tolls = {i: other for i, e in at.items() if (other := _tolled(doc[i], e, at, schema)) is not None}
    gained: dict[str, Event] = {}
    for i, other in tolls.items():
        one = gained.get(other.id, other)
        gained[other.id] = replace(one, figures=(*one.figures, *(f for f in at[i].figures if f not in one.figures)))
    gone = {at[i].id for i in tolls}
    return [gained.get(e.id, e) for e in found if e.id not in gone]


def _token(event: Event, doc: Doc) -> Token | None:
    span = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    return span.root if span is not None else None


def _tolled(token: Token, event: Event, at: Mapping[int, Event], schema: Schema) -> Event | None:
    """What a toll is the toll of: the event that hangs on it by a preposition."""
    if token.lemma_.lower() not in schema.words["events"]["tolls"] or not event.figures:
        return None
    hanging = (c for c in token.rights if any(case.lower_ in AFTER for case in c.lefts))
    return next((at[c.i] for c in hanging if c.i in at), None)
