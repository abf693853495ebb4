"""The events of an article in, the same out with harm that nobody did as deaths: "killed when a roof fell in"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.figures import HARM
from kgraph.extraction.happenings import word_of
from kgraph.model import Event, Figure
from kgraph.schema import Schema

ASSAULT, DIE, DISASTER = "ASSAULT", "DIE", "DISASTER"
OPENING = 6  # sentences that tell what an article is about
DOER, UNDERGOER = "schema:agent", "schema:object"


def by_no_hand(found: Sequence[Event], doc: Doc, schema: Schema) -> list[Event]:
    """Deaths for killings without a hand behind them; those who were only hurt are counted with the dead beside them.

    It was nobody's hand where an accident or disaster is told in the sentence, or at the head of an article that
    tells of no attack.
    """
    harmful = [e for e in found if schema.top_type(e.type) == ASSAULT and _is_harm(e, schema)]
    first = [s for s in doc.sents if any(t.is_alpha for t in s)][:OPENING]
    head = [t for s in first for t in s]
    blasts = [] if _has(head, "bombs", schema) or not _has(head, "hazards", schema) else _blasts(found, schema)
    found = [replace(e, type=DISASTER, rule=DISASTER.lower()) if e in blasts else e for e in found]
    attacked = [e for e in found if schema.top_type(e.type) == ASSAULT and e not in harmful]
    opening = [t for s in first for t in _accidents(s, schema)]
    peaceful = bool(opening) and not attacked
    mishaps = [e for e in harmful if _is_mishap(e, attacked, doc, schema, peaceful=peaceful)]
    hurt = [e for e in mishaps if not _is_deadly(e, schema)]
    kept = (_death(e, hurt, doc) if e in mishaps else _counted(e, hurt) for e in found if e not in hurt)
    return list(kept)


def _has(tokens: Iterable[Token], table: str, schema: Schema) -> bool:
    return any(t.lemma_.lower() in schema.words["events"][table] for t in tokens)


def _blasts(found: Iterable[Event], schema: Schema) -> list[Event]:
    """The explosions that nobody is said to have set off."""
    mishaps = schema.words["events"]["mishaps"]
    return [e for e in found if e.lemma in mishaps and not any(role == DOER for role, _ in e.roles)]


def _is_harm(event: Event, schema: Schema) -> bool:
    return event.lemma in schema.words["events"]["harming"]


def _is_deadly(event: Event, schema: Schema) -> bool:
    return event.lemma in schema.words["figures"][HARM[0]]


def _is_mishap(event: Event, attacked: Iterable[Event], doc: Doc, schema: Schema, *, peaceful: bool) -> bool:
    token = word_of(event, doc)
    if token is None or any(e.evidence.start == event.evidence.start for e in attacked):
        return False
    told = list(_accidents(token.sent, schema))
    caused = token.tag_ == "VBG" and any(t.i == token.head.i for t in told)
    handed = any(role == DOER for role, _ in event.roles) or bool(syntax.fillers(token, "by"))
    return caused or (not handed and (bool(told) or peaceful))


def _accidents(sentence: Span, schema: Schema) -> Iterator[Token]:
    """The words of a sentence that tell of an accident or disaster."""
    words = schema.words["events"]
    for token in sentence:
        nouns = (*words["disasters"], *words["mishaps"]) if token.pos_ in {"NOUN", "PROPN"} else ()
        # a tagger takes the verb of a headline for a plural: "Ferry carrying traders sinks on Lake Tanzi"
        verbs = words["accidents"] if syntax.is_verbal(token) or token.tag_ == "NNS" else ()
        if token.lemma_.lower() in {*nouns, *verbs}:
            yield token


def _death(event: Event, hurt: Sequence[Event], doc: Doc) -> Event:
    """The killing as a death: whom it happened to, and nobody who did it."""
    token = word_of(event, doc)
    roles = tuple(r for r in event.roles if r[0] != DOER or (token is not None and not _is_active(token)))
    roles = tuple((UNDERGOER, who) if role == DOER else (role, who) for role, who in roles)
    return _counted(replace(event, type=DIE, rule=DIE.lower(), roles=roles), hurt)


def _is_active(token: Token) -> bool:
    return bool(syntax.fillers(token, "object")) and not syntax.is_passive(token)


def _counted(event: Event, hurt: Iterable[Event]) -> Event:
    """A death with the numbers of those who were hurt beside it."""
    if event.type != DIE:
        return event
    beside: tuple[Figure, ...] = tuple(
        f for e in hurt if e.evidence.start == event.evidence.start for f in e.figures if f not in event.figures
    )
    return replace(event, figures=(*event.figures, *beside)) if beside else event
