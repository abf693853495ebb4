"""Events in, more of them out: where a sentence takes one up by a pronoun to say how far it spread."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.chains import before
from kgraph.extraction.entities import evidence
from kgraph.extraction.factuality import factuality
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.happenings import by_word
from kgraph.extraction.participants import reached
from kgraph.model import Article, Event
from kgraph.schema import Schema

TAKEN_UP = frozenset({"it", "they", "this", "these", "which"})
UNREST, RIOT = "PROTEST", "PROTEST-riot"


def spread(
    doc: Doc, article: Article, schema: Schema, grounding: Grounding, happened: Collection[Event]
) -> Iterator[Event]:
    """What the text says to have spread, of unrest that it speaks of before: "It spread to Oslo and then to Bergen"."""
    places = by_word(happened, doc)
    unrest = any(e.type.startswith(UNREST) for e in happened)
    verbs = schema.words["events"]["spreading"]
    for verb in doc:
        if not syntax.is_verbal(verb) or verb.i in places or verb.lemma_.lower() not in verbs:
            continue
        subjects = (t for t in verb.children if syntax.link(t) == "subject" and t.lower_ in TAKEN_UP)
        told = next((e for t in subjects for e in [_antecedent(t, places)] if e is not None), None)
        where = reached(verb, grounding, schema, places) if told is not None else ()
        if told is not None and where:
            vague = unrest and told.lemma in schema.words["events"]["unrest"]
            yield _event(verb, replace(told, type=RIOT) if vague else told, where, article, schema)


def _antecedent(pronoun: Token, places: Mapping[int, Event]) -> Event | None:
    """The event of the noun that a pronoun stands for, by coreference."""
    return next((places[t.i] for t in reversed(before(pronoun)) if t.i in places), None)


def _event(verb: Token, told: Event, where: tuple[str, ...], article: Article, schema: Schema) -> Event:
    said, hedge = factuality(verb, schema)
    span = verb.doc[verb.i : verb.i + 1]
    return replace(
        told,
        id=f"v{verb.i}",
        trigger=evidence(span, article),
        evidence=evidence(syntax.sentence(verb), article),
        lemma=syntax.lemma(verb),
        roles=tuple(("schema:location", place) for place in where),
        time=None,
        figures=(),
        factuality=said,
        hedge=hedge,
        name="",
        rule="spreading",
        pos="verb",
    )
