"""Doc in, events out: what happened, to whom, when, where, how many, and whether the text says that it is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.accidents import by_no_hand
from kgraph.extraction.durations import duration
from kgraph.extraction.factuality import factuality
from kgraph.extraction.figures import figures
from kgraph.extraction.frames import Match, matches
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.happenings import event_nouns
from kgraph.extraction.participants import participants
from kgraph.extraction.series import in_series
from kgraph.extraction.spreading import spread
from kgraph.extraction.times import time_for, times
from kgraph.extraction.tolls import on_their_events
from kgraph.model import Article, Event, Evidence, Time
from kgraph.schema import Schema

EVENT = "sem:Event"
SURE = 0.8
AIMS = frozenset({"clause", "adverbial"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every event of an article is read with; a date may belong to any of the `dated` words."""

    article: Article
    schema: Schema
    grounding: Grounding
    times: tuple[Time, ...]
    triggers: Mapping[int, str]  # place → type without mode
    dated: frozenset[int]


def events(doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> Iterator[Event]:
    """The events of an article in the order of the text: one for each event word that somebody, a time or a place
    ties to the world, or that the text points at ("the protests").

    A light verb and its noun are one event, the noun's; a verb and a noun of one type in one phrase are the verb's.
    """
    best = _best(matches(doc, schema.events, grounding))
    chosen = [m for m in best.values() if not _is_doubled(m, best, schema)]
    triggers, nouns = {m.anchor.i: schema.top_type(m.rule.type) for m in chosen}, event_nouns(schema)
    dated = frozenset(triggers) | {t.i for t in doc if t.pos_ == "NOUN" and t.lemma_.lower() in nouns}
    scene = _Scene(article, schema, grounding, tuple(times(doc, article, schema, yearless=True)), triggers, dated)
    found = [event for m in chosen if (event := _event(m, scene)) is not None]
    found = list(in_series(found, doc, scene.times, grounding))
    found += [*_named(doc, scene), *spread(doc, article, schema, grounding, found)]
    found = on_their_events(by_no_hand(found, doc, schema), doc, schema)
    yield from sorted(found, key=lambda e: (e.trigger.start, e.trigger.end))


def _best(found: Iterable[Match]) -> dict[int, Match]:
    """For each event word the match that says most: longest words, surest frame, most conditions met, most roles."""
    best: dict[int, Match] = {}
    for match in found:
        if match.frame.pos == "noun" and match.anchor.pos_ == "PROPN":  # part of a name: "Conference of Mayors"
            continue
        here = best.get(match.anchor.i)
        if here is None or _strength(match) > _strength(here):
            best[match.anchor.i] = match
    return best


def _strength(match: Match) -> tuple[int, float, int, int]:
    frame = match.frame
    conditions = len(frame.context) + len(frame.require) + len(frame.types)
    return len(match.words), frame.confidence, conditions, len(match.fillers)


def _is_doubled(match: Match, best: dict[int, Match], schema: Schema) -> bool:
    """Whether a noun only repeats the verb it hangs on ("imposed sanctions")."""
    verb = best.get(match.anchor.head.i)
    if verb is None or verb.anchor.i == match.anchor.i or syntax.is_verbal(match.anchor):
        return False
    kinds = {schema.top_type(m.rule.type) for m in (match, verb)}
    return len(kinds) == 1 and syntax.is_verbal(verb.anchor) and syntax.link(match.anchor) == "object"


def _event(match: Match, scene: _Scene) -> Event | None:
    token, kind = match.anchor, _type(match, scene.schema)
    said, hedge = factuality(token, scene.schema)
    when = time_for(token, scene.times, scene.schema, triggers=scene.dated, inherit=not said)
    if _is_aim(token, said, scene.schema) and not _is_task(token, scene):
        return None
    roles = participants(match, kind, scene.grounding, scene.schema, scene.triggers)
    counted = figures(token, scene.schema.top_type(kind), scene.article, scene.schema)
    if not (roles or when or counted or _is_told(match, scene.schema)):
        return None
    return Event(
        id=f"v{token.i}",
        type=kind,
        trigger=_evidence(match.words, scene.article),
        evidence=_evidence(syntax.sentence(token), scene.article),
        lemma=syntax.lemma(token),
        roles=roles,
        time=when,
        figures=counted,
        factuality=said,
        hedge=hedge or match.frame.hedge,
        name=_name(token, scene.grounding),
        rule=match.rule.name,
        confidence=match.frame.confidence,
        pos="verb" if syntax.is_verbal(token) else "noun",
        duration=duration(token, scene.article, scene.schema.words["figures"], scene.schema.words["events"]["lasting"]),
    )


def _named(doc: Doc, scene: _Scene) -> Iterator[Event]:
    """The events that are spoken of by a name of their own ("the Prague Spring") and by no event word."""
    kinds = {name.name: name.event_type for name in scene.schema.names if name.event_type}
    taken = scene.triggers.keys()
    for mention in scene.grounding.mentions:
        entity, place = scene.grounding.entity(mention.entity), mention.evidence
        span = doc.char_span(place.start, place.end, alignment_mode="expand")
        if entity.name not in kinds or mention.kind != "name" or span is None or taken & {t.i for t in span}:
            continue
        said, hedge = factuality(span.root, scene.schema)
        yield Event(
            id=f"v{span.root.i}",
            type=kinds[entity.name],
            trigger=place,
            evidence=_evidence(syntax.sentence(span.root), scene.article),
            lemma=span.root.lemma_.lower(),
            time=time_for(span.root, scene.times, scene.schema, triggers=scene.dated, inherit=False),
            factuality=said,
            hedge=hedge,
            name=entity.id,
            rule="names",
            pos="noun",
        )


def _is_aim(token: Token, said: str, schema: Schema) -> bool:
    """Whether an infinitive only says what for, or what is asked: "was called upon to quell the unrest"."""
    aimed = token.morph.get("VerbForm", []) == ["Inf"] and syntax.link(token) in AIMS
    done = token.head.lemma_.lower() in schema.words["factuality"]["asserted_over_clauses"]
    return said == "underspecified" and aimed and not (done and syntax.link(token) == "clause")


def _is_task(token: Token, scene: _Scene) -> bool:
    """Whether an infinitive says what those do who are sent: "troops were deployed to guard the port"."""
    kind = scene.triggers.get(token.head.i, "")
    return kind in scene.schema.words["events"]["sending"] and kind == scene.triggers[token.i]


def _type(match: Match, schema: Schema) -> str:
    kind = f"{match.rule.type}-{match.frame.mode}"
    return kind if kind in schema.event_types else match.rule.type


def _evidence(span: Span, article: Article) -> Evidence:
    start, end = span.start_char, span.end_char
    return Evidence(article.id, start, end, article.text[start:end])


def _is_told(match: Match, schema: Schema) -> bool:
    """Whether an event word without anybody, time or place is still an event that the text speaks of.

    A verb is, where its frame says what stands around it; a noun, where it is definite or said to begin, go on or end.
    """
    token = match.anchor
    if syntax.is_verbal(token):
        return bool(match.frame.context or match.fillers) and match.frame.confidence >= SURE
    definite = any("Def" in c.morph.get("Definite", []) or c.tag_ in {"PRP$", "DT"} for c in token.lefts)
    verb = token.head
    occurs = verb.lemma_.lower() in schema.words["events"]["occurring"] and syntax.is_verbal(verb)
    return (definite and "Ind" not in "".join(c.morph.get("Definite", [""])[0] for c in token.lefts)) or (
        occurs and syntax.link(token) in {"subject", "object", "oblique"}
    )


def _name(token: Token, grounding: Grounding) -> str:
    """The named event that the word is part of the name of ("the Velvet Revolution")."""
    entity = grounding.of(token)
    return entity if entity is not None and EVENT in grounding.entity(entity).types else ""
