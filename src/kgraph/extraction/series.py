"""Events in, events out: one for each of those that share a word ("invaded Chad in 2008 and Mali in 2014")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.happenings import word_of
from kgraph.extraction.participants import ROLES
from kgraph.model import Event, Time

YEAR = re.compile(r"\d{4}|--y.*")
LINKING = frozenset({"CCONJ", "ADP", "DET", "PUNCT", "SPACE", "PART"})
REPEATING = frozenset({"again", "then", "also", "finally", "later", "most", "recently", "once", "more"})
BREAKING = frozenset({".", ";", ":", "“", "”", '"', "?", "!"})


@dataclass(frozen=True, slots=True)
class _Step:
    """One member of a series: its times, and the names that stand with them."""

    names: tuple[Token, ...]
    times: tuple[Time, ...]


def in_series(found: Iterable[Event], doc: Doc, times: Sequence[Time], grounding: Grounding) -> Iterator[Event]:
    """The events with all their times; where each time has its own name beside it, an event for each name.

    "Floods came in 2000, 2007 and 2019" is one event word with three dates. A clause that lends its date to another
    ("refused when asked by Chad in 2010 and by Mali in 2012") splits itself alone.
    """
    points = sorted((t for t in times if t.start and t.start == t.end), key=lambda t: t.evidence.start)
    for event in found:
        steps = _steps(event, doc, points, grounding) if event.time in points and not event.figures else []
        yield from _told(event, steps, doc, grounding) if steps else (event,)


def _steps(event: Event, doc: Doc, points: Sequence[Time], grounding: Grounding) -> list[_Step]:
    """The members of the series that the event's time opens, none where it stands alone."""
    first = event.time
    assert first is not None
    steps = [_Step(tuple(_names_before(_span(first, doc), grounding)), (first,))]
    last, joined = first, False
    for time in points[points.index(first) + 1 :]:
        between = doc[_span(last, doc).end : _span(time, doc).start]
        names = [t for t in between if syntax.is_name(t) and grounding.of(t)]
        if not _is_beside(_span(first, doc), _span(time, doc)) or not _links(between, names):
            break
        joined = joined or any(t.pos_ == "CCONJ" for t in between)
        if names:
            steps.append(_Step(tuple(names), (time,)))
        else:
            steps[-1] = replace(steps[-1], times=(*steps[-1].times, time))
        last = time
    repeated = all(YEAR.fullmatch(t.start) for step in steps for t in step.times[1:])
    return steps if joined and repeated and (len(steps) == 1 or steps[0].names) else []


def _is_beside(first: Span, second: Span) -> bool:
    """Whether two dates are of one clause: not "was elected in 2008, and in 2014 was shot"."""
    doc, end = second.doc, second.end
    opens = end < len(doc) and doc[end].pos_ in {"VERB", "AUX", "PRON"}
    return not opens and syntax.clause_of(first.root).i == syntax.clause_of(second.root).i


def _span(time: Time, doc: Doc) -> Span:
    span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
    assert span is not None
    return span


def _names_before(span: Span, grounding: Grounding) -> Iterator[Token]:
    """The name that stands right before a date, but for a preposition."""
    doc, i = span.doc, span.start - 1
    while i > span.sent.start and doc[i].pos_ in {"ADP", "DET", "SPACE"}:
        i -= 1
    if i >= span.sent.start and syntax.is_name(doc[i]) and grounding.of(doc[i]):
        yield from (t for t in syntax.name_span(doc[i]) if grounding.of(t))


def _links(between: Span, names: Sequence[Token]) -> bool:
    """Whether nothing stands between two dates but what makes them a list."""
    inside = {t.i for name in names for t in syntax.name_span(name)}
    listed = any(t.pos_ == "CCONJ" or t.text == "," for t in between)
    return listed and all(
        t.i in inside or t.lower_ in REPEATING or (t.pos_ in LINKING and t.text not in BREAKING) for t in between
    )


def _told(event: Event, steps: Sequence[_Step], doc: Doc, grounding: Grounding) -> Iterator[Event]:
    own = [{e for t in step.names if (e := grounding.of(t))} for step in steps]
    roles = {role for role, id in event.roles if id in own[0]}
    word = word_of(event, doc)
    apart = (
        len(steps) > 1
        and word is not None
        and syntax.clause_of(steps[0].names[0]).i in {word.i, syntax.clause_of(word).i}
    )
    if not (apart and roles):
        yield replace(event, also=tuple(t for step in steps for t in step.times)[1:])
        return
    shared = [(role, id) for role, id in event.roles if not any(id in names for names in own)]
    for number, (step, names) in enumerate(zip(steps, own, strict=True)):
        theirs = [pair for pair in ((role, id) for role in sorted(roles) for id in sorted(names)) if pair not in shared]
        yield replace(
            event,
            id=f"{event.id}.{number}" if number else event.id,
            trigger=step.times[0].evidence if number else event.trigger,  # no word but its date is its own
            roles=tuple(sorted({*shared, *theirs}, key=_order)),
            time=step.times[0],
            also=step.times[1:],
        )


def _order(pair: tuple[str, str]) -> tuple[int, str]:
    return ROLES.index(pair[0].removeprefix("schema:")), pair[1]
