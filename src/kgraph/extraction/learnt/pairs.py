"""A name and a value in one sentence in, the features out that tell which property ties one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from kgraph.extraction.learnt.candidates import Candidate, Scene
from kgraph.extraction.learnt.words import (
    END,
    MEANING,
    QUOTES,
    START,
    after,
    before,
    lemma,
    overlap,
    step,
    ways,
    word,
)

NEAR, FAR, FARTHEST = 7, 12, 20
LONGEST_WAY = 6
BETWEEN = MEANING | {"ADP"}
MARKS = frozenset(",():;")


def subject_features(one: Candidate, rank: int, scene: Scene) -> Iterator[str]:
    """What tells whether a name is what its sentence is about."""
    doc, sort = scene.sentence.doc, one.type
    span = one.span(doc)
    sure = step(scene.likely.get(one.place, 0.0))
    rivals = (c for p, c in scene.likely.items() if overlap(p, one.place) and p != one.place)
    yield from (f"P={sure}", f"PO={sure} {step(max(rivals, default=0.0))}", f"Pt={sure} {sort}")
    starts = span.start <= span.sent.start + 1
    yield from (f"Ps={sure} {starts}", f"t={sort}", f"startt={starts} {sort}", f"start={span.start == span.sent.start}")
    yield from (f"ord={min(rank, 5)}", f"ordt={min(rank, 5)} {sort}", f"n={min(len(scene.subjects), 6)}")
    yield from (f"nm={min(one.names, 3)}", f"nn={min(one.mentions, 3)}", f"len={min(len(span), 6)}")
    left, right, top = word(before(span), START), word(after(span), END), lemma(span.root.head)
    yield from (f"p={left}", f"n1={right}", f"pt={left} {sort}", f"nt={right} {sort}")
    yield from (f"dep={span.root.dep_}", f"dept={span.root.dep_} {sort}", f"gov={top}", f"gd={span.root.dep_} {top}")
    yield from (f"h={lemma(span.root)}", f"l={lemma(span[-1])}", f"f={lemma(span[0])}", f"ent={span.root.ent_type_}")
    yield from (f"kn={said_of(span)}", f"dig={any(c.isdigit() for c in one.value)}")
    opening = before(span)
    yield f"q={opening is not None and opening.text in QUOTES}"
    yield f"pos={min(9, 10 * (span.start - span.sent.start) // max(1, len(span.sent)))}"


def said_of(span: Span) -> str:
    """The noun that says what a name is: "film" of "X is a film", "X, a film", "the film X"; or nothing."""
    root, left = span.root, before(span)
    if root.dep_ == "nsubj" and root.head.pos_ == "NOUN":
        return lemma(root.head)
    behind = next((c for c in root.children if c.dep_ == "appos" and c.i >= span.end), None)
    if behind is not None:
        return lemma(behind)
    return lemma(left) if left is not None and left.pos_ == "NOUN" else ""


def features(subject: Candidate, rank: int, one: Candidate, scene: Scene) -> Iterator[str]:
    """What tells which property ties a subject, the so-manieth likely of its sentence, to a value."""
    doc, first = scene.sentence.doc, subject.start < one.start
    span, value = subject.span(doc), one.span(doc)
    yield from (f"srank={rank}", f"ns={min(4, len(scene.subjects))}")
    sort = one.sort(doc)
    yield from (f"tt={subject.type} {sort}", f"before={first}", f"btt={first} {subject.type} {sort}")
    between = doc[span.end : value.start] if first else doc[value.end : span.start]
    yield from _between(list(between), first)
    yield from _way(span, value)
    if overlap(subject.place, one.place):
        yield "overlap"


def _between(words: Sequence[Token], first: bool) -> Iterator[str]:
    far = len(words)
    reach = min(far, 3) if far < 4 else 4 if far < 8 else 5 if far < 14 else 6
    yield from (f"d={reach}", f"db={first} {reach}")
    if far <= NEAR:
        yield f"B={first} {' '.join(map(lemma, words))}"
    if far <= FAR:
        yield f"BP={first} {' '.join(t.pos_ for t in words)}"
    yield from (f"W={first} {lemma(t)}" for t in words if t.pos_ in BETWEEN or t.text in MARKS)
    if far <= FARTHEST:
        yield from (f"WW={first} {lemma(one)} {lemma(other)}" for one, other in pairwise(words))


def _way(span: Span, value: Span) -> Iterator[str]:
    up, top, down = ways(span.root, value.root)
    if top is None or len(up) + len(down) > LONGEST_WAY:
        yield "far"
        return
    ups, downs = [t.dep_ for t in up], _short([t.dep_ for t in down])
    own = span.start <= top.i < span.end or value.start <= top.i < value.end
    said = "self" if own else lemma(top)
    yield f"path={'>'.join(ups)}^{said}^{'<'.join(downs)}"
    yield f"pd={'>'.join(ups)}^^{'<'.join(downs)}"
    middle = [lemma(t) for t in (*up[1:], *([] if own else [top]), *down[:-1])]
    yield f"pl={' '.join(middle)}"
    yield from (f"pw={m}" for m in middle)
    ends = (ups[0] if ups else "top", downs[-1] if downs else "top")
    yield from (f"sdep={ends[0]}", f"odep={ends[1]}", f"so={ends[0]} {ends[1]}")


def _short(labels: Sequence[str]) -> list[str]:
    """A way down a list, however long the list is."""
    return [x for i, x in enumerate(labels) if not (x == "conj" and i and labels[i - 1] == "conj")]
