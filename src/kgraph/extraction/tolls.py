"""Events in, the same out with the dead on what they are the dead of: "the toll from the blast has risen to 12"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.happenings import by_word
from kgraph.model import Event
from kgraph.schema import Schema

AFTER = frozenset({"from", "of", "in", "after", "for", "by"})
PLACE = "schema:location"


def on_their_events(found: Sequence[Event], doc: Doc, schema: Schema) -> list[Event]:
    """The events without the tolls that are of another of them, which has their figures then.

    What a disaster goes on to do is where and when it was: "a landslide swept through the village, killing 40".
    """
    at = by_word(found, doc)
    tolls = {i: other for i, e in at.items() if (other := _tolled(doc[i], e, at, schema)) is not None}
    harm = {i: other for i, e in at.items() if (other := _harming(doc[i], e, at, schema)) is not None}
    changed: dict[str, Event] = {}
    for i, other in sorted((tolls | harm).items()):
        one = changed.get(other.id, other)
        changed[other.id] = replace(one, figures=(*one.figures, *(f for f in at[i].figures if f not in one.figures)))
    for i, other in harm.items():
        changed[at[i].id] = _there(at[i], other)
    gone = {at[i].id for i in tolls}
    return [changed.get(e.id, e) for e in found if e.id not in gone]


def _tolled(token: Token, event: Event, at: Mapping[int, Event], schema: Schema) -> Event | None:
    """What a toll is the toll of: the event that hangs on it by a preposition."""
    if token.lemma_.lower() not in schema.words["events"]["tolls"] or not event.figures:
        return None
    hanging = (c for c in token.rights if any(case.lower_ in AFTER for case in c.lefts))
    return next((at[c.i] for c in hanging if c.i in at), None)


def _harming(token: Token, event: Event, at: Mapping[int, Event], schema: Schema) -> Event | None:
    """The event noun that is the subject of the clause which a participle of harm goes on from."""
    verb = token.head
    if token.tag_ != "VBG" or event.lemma not in schema.words["events"]["harming"] or not syntax.is_verbal(verb):
        return None
    causes = [at[t.i] for t in syntax.surface_subjects(verb) if t.i in at]
    return next((e for e in causes if e.id != event.id and e.pos == "noun"), None)


def _there(event: Event, cause: Event) -> Event:
    """The event at the time and place of its cause, where it has none of its own."""
    placed = any(role == PLACE for role, _ in event.roles)
    roles = event.roles if placed else (*event.roles, *(r for r in cause.roles if r[0] == PLACE))
    return replace(event, time=event.time or cause.time, roles=roles)
