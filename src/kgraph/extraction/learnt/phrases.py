"""A candidate in its scene in, the features out that tell of which property it is the value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from kgraph.extraction.learnt.candidates import NOMINAL, Candidate, Scene
from kgraph.extraction.learnt.words import (
    END,
    MEANING,
    QUOTES,
    ROOT,
    START,
    after,
    before,
    first_conjunct,
    lemma,
    overlap,
    pos,
    step,
    word,
)

REACH = 6
TOLD = MEANING | {"ADP"}
SIDES = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "compound", "amod"})
Values = Mapping[str, tuple[int, Mapping[str, int]]]


def features(one: Candidate, scene: Scene, values: Values, own: Mapping[str, set[str]]) -> Iterator[str]:
    """What tells of which property a candidate is the value; `own` are values that this sentence itself has taught."""
    span, sort = one.span(scene.sentence.doc), one.sort(scene.sentence.doc)
    yield f"k={one.kind}"
    yield f"t={sort}"
    yield from _itself(span)
    yield from _beside(span, sort)
    yield from _above(span, sort)
    yield from _around(span, scene, sort)
    yield from _place(one, scene, sort)
    for text in sorted({span.text.lower(), one.value.lower()}):
        yield from known(text, values, own.get(text, set()))


def known(text: str, values: Values, own: set[str]) -> Iterator[str]:
    """What training has taught of a value, but for what one sentence has: of which properties, how surely."""
    seen, of = values.get(text, (0, {}))
    for name, count in of.items():
        often = count - (name in own)
        if often > 0:
            share = often / max(1, seen - bool(own), often)
            yield f"v={name}"
            yield f"v={name} {1 if often == 1 else 2 if often < 4 else 3}"
            yield f"vr={name} {min(5, int(6 * share))}"


def _itself(span: Span) -> Iterator[str]:
    first, last = span[0], span[-1]
    yield f"e={span.root.ent_type_}"
    yield f"w={span.text.lower()}"
    yield f"h={lemma(span.root)}"
    yield f"f={lemma(first)}"
    yield f"l={lemma(last)}"
    yield f"lp={last.pos_}"
    yield f"fp={first.pos_}"
    yield f"suf={last.text[-3:].lower()}"
    yield f"len={min(len(span), 5)}"
    yield f"dep={span.root.dep_}"


def _beside(span: Span, sort: str) -> Iterator[str]:
    left = [word(before(span, n), START) for n in (1, 2, 3)]
    right = [word(after(span, n), END) for n in (1, 2)]
    last, next_ = pos(before(span), START), pos(after(span), END)
    yield f"p1={left[0]}"
    yield f"p12={left[1]} {left[0]}"
    yield f"p123={left[2]} {left[1]} {left[0]}"
    yield f"p1t={left[0]} {sort}"
    yield f"n1={right[0]}"
    yield f"n12={right[0]} {right[1]}"
    yield f"n1t={right[0]} {sort}"
    yield f"pp={last}"
    yield f"np={next_}"
    yield f"ppnp={last} {next_}"
    yield f"bound={last in NOMINAL} {next_ in NOMINAL}"
    yield f"start={span.start <= span.sent.start + 1}"
    yield f"final={span.end >= span.sent.end - 1}"
    opening = before(span)
    if opening is not None and opening.text in QUOTES:
        yield "quoted"


def _above(span: Span, sort: str) -> Iterator[str]:
    first = first_conjunct(span)
    above, case = first.head, next((c.lower_ for c in first.lefts if c.dep_ == "case"), "")
    top = lemma(above) if above.i != first.i else ROOT
    yield f"gov={top}"
    yield f"gd={top} {first.dep_}"
    yield f"case={case}"
    yield f"cg={case} {top}"
    yield f"cgt={case} {top} {sort}"
    yield f"conj={first.i != span.root.i}"
    if above.i != first.i:
        yield from _over(first, above, case)
    outside = (c for c in span.root.children if not span.start <= c.i < span.end)
    yield from (f"ch={c.dep_} {lemma(c)}" for c in outside)


def _over(first: Token, above: Token, case: str) -> Iterator[str]:
    second = above.head
    if second.i != above.i:
        yield f"gg={first.dep_} {above.dep_} {lemma(second)}"
        yield f"ggc={case} {lemma(above)} {lemma(second)}"
    yield from (f"sib={c.dep_} {lemma(c)}" for c in above.children if c.dep_ in SIDES and c.i != first.i)


def _around(span: Span, scene: Scene, sort: str) -> Iterator[str]:
    doc, sentence = span.doc, scene.sentence
    left = doc[max(sentence.start, span.start - REACH) : span.start]
    right = doc[span.end : min(sentence.end, span.end + REACH)]
    yield from (f"L={lemma(t)}" for t in left if t.pos_ in TOLD)
    yield from (f"R={lemma(t)}" for t in right if t.pos_ in TOLD)
    for said in scene.lemmas:
        yield f"s={said}"
        yield f"s={said} {sort}"


def _place(one: Candidate, scene: Scene, sort: str) -> Iterator[str]:
    place, doc = one.place, scene.sentence.doc
    touched = [o for o in scene.ents if overlap(o, place) and o != place]
    around = [o for o in touched if o[0] <= one.start and one.end <= o[1]]
    if around:
        yield f"inside={scene.ents[around[0]]}"
    if any(o not in around and not (one.start <= o[0] and o[1] <= one.end) for o in touched):
        yield "cross"
    if place in scene.ents:
        yield "exact"
    yield f"same={min(5, scene.sorts[sort])}"
    yield f"rank={sort} {min(4, scene.ranks[one.start, one.end, sort])}"
    yield f"P={step(scene.likely.get(place, 0.0))}"
    said = doc[scene.sentence.start : one.start].text
    if said.count("(") > said.count(")"):
        yield "brackets"
