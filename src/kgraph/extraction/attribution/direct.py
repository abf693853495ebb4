"""Attributions and quotations in, attributions with every direct quotation out: before, after and around its cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.attribution.cues import Attribution, Cue
from kgraph.extraction.attribution.quotations import WORD, Quotation
from kgraph.model import Span

FEWEST = 4  # words: what is shorter and has no cue beside it is a term in quotation marks
NEAR = 6  # words between a quotation and the cue beside it ("said the mayor of Oslo on Friday: “…”")
ENDS = frozenset(".?!")
SPEAKING = frozenset(
    {"saying", "writing", "asking", "warning", "denying", "promising", "showing", "thinking", "describing"}
)


def attached(
    doc: Doc, found: Sequence[Attribution], silent: Sequence[Cue], quoted: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions with each quotation that stands for itself joined to the cue that tells who says it."""
    known, free = list(found), [c for c in silent if c.kind in SPEAKING and c.sources]
    for quotation in quoted:
        if any(
            a.content[0] <= quotation.inner[0]
            and quotation.inner[1] <= a.content[1]
            and not quotation.holds(a.cue.span)
            for a in known
        ):
            continue
        _attach(doc, quotation, known, free, quoted)
    return tuple(known)


def _attach(
    doc: Doc, quotation: Quotation, known: list[Attribution], free: list[Cue], quoted: Sequence[Quotation]
) -> None:
    joined = _joined(doc, quotation, known, quoted)
    if joined is not None:
        known[known.index(joined)] = replace(joined, content=_union(joined.content, quotation))
        return
    cue = _beside(doc, quotation, free, quoted)
    if cue is not None:
        free.remove(cue)
        known.append(Attribution(cue, quotation.inner))
        return
    if quotation.words < FEWEST:
        return
    cue = _any_verb(doc, quotation, quoted)
    if cue is not None:
        known.append(Attribution(cue, quotation.inner))
        return
    last = _running(doc, quotation, known, quoted)
    if last is not None:
        known.append(Attribution(last.cue, quotation.inner))


def _union(content: Span, quotation: Quotation) -> Span:
    return min(content[0], quotation.inner[0]), max(content[1], quotation.inner[1])


def _joined(
    doc: Doc, quotation: Quotation, known: Sequence[Attribution], quoted: Sequence[Quotation]
) -> Attribution | None:
    """The attribution that a quotation goes on with: “…,” said X. “…”, or X said he was “…” and “…”."""
    text = doc.text
    for a in reversed(known):
        first, last = clause_span(a.cue)
        if a.cue.kind not in SPEAKING or any(q.holds(a.cue.span) for q in quoted):
            continue
        spoken = any(q.start < a.content[1] and a.content[0] < q.end for q in quoted)
        if not spoken or quotation.words < FEWEST - 1:
            continue
        if last <= quotation.start and a.content[1] <= quotation.start:
            gap = text[max(last, a.content[1]) : quotation.start]
            if "\n" not in gap and _same_or_next(doc, last - 1, quotation.start) and len(WORD.findall(gap)) <= 12:
                if a.content[0] < first or _starts_sentence(doc, quotation):
                    return a
    return None


def _beside(doc: Doc, quotation: Quotation, free: Sequence[Cue], quoted: Sequence[Quotation]) -> Cue | None:
    best: tuple[int, int, Cue] | None = None
    for cue in free:
        if any(q.holds(cue.span) for q in quoted):
            continue
        first, last = clause_span(cue)
        if first >= quotation.end:
            gap, side = doc.text[quotation.end : first], 0
        elif last <= quotation.start:
            gap, side = doc.text[last : quotation.start], 1
        elif first < quotation.start and quotation.end < last:
            gap, side = "", 0
        else:
            continue
        between = len(WORD.findall(gap))
        if (
            "\n" in gap.strip(" ")
            and not gap.strip().endswith(":")
            and not doc.text[last : quotation.start].strip().startswith(":")
        ):
            continue
        limit = NEAR if side == 0 else 2 * NEAR
        if between <= limit and not _broken(gap, side) and (best is None or between < best[0]):
            best = between, side, cue
    return best[2] if best else None


def _broken(gap: str, side: int) -> bool:
    """Whether a sentence ends between a cue and the quotation."""
    stripped = gap.strip()
    return any(e in stripped for e in ".?!") if side == 0 else any(e in stripped[:-1] for e in "?!") or ". " in stripped


def clause_span(cue: Cue) -> Span:
    """The offsets from source to cue words, or the other way round."""
    near = [syntax.subtree(t) for t in cue.sources if t.sent == cue.anchor.sent]
    near = [p for p in near if not p.start <= cue.anchor.i < p.end]
    starts = [cue.words.start_char, *(p.start_char for p in near)]
    ends = [cue.words.end_char, *(p.end_char for p in near)]
    return min(starts), max(ends)


def _any_verb(doc: Doc, quotation: Quotation, quoted: Sequence[Quotation]) -> Cue | None:
    """A verb right beside a whole sentence in quotation marks, whatever it means: “…,” the boy laughed."""
    text = doc.text
    if not quotation.closed or text[quotation.inner[1] - 1] not in ",.?!":
        return None
    sentence = next((s for s in doc.sents if s.start_char <= quotation.end < s.end_char), None)
    if sentence is None:
        return None
    for token in sentence:
        inside = any(q.holds((token.idx, token.idx + 1)) for q in quoted)
        if token.idx < quotation.end or inside or not syntax.is_verbal(token) or not syntax.is_predicate(token):
            continue
        sources = tuple(t for n, t in syntax.functions(token) if n == "subject" and t.idx >= quotation.end)
        if not sources:
            return None
        cue = Cue("saying", "saying", token, doc[token.i : token.i + 1], sources, confidence=0.6)
        gap = text[quotation.end : clause_span(cue)[0]]
        return cue if not WORD.search(gap) and "\n" not in gap and "." not in gap else None
    return None


def _running(
    doc: Doc, quotation: Quotation, known: Sequence[Attribution], quoted: Sequence[Quotation]
) -> Attribution | None:
    """The attribution that a quotation without a cue follows: in the paragraph before, or earlier in its own."""
    if not _starts_sentence(doc, quotation) or doc.text[quotation.inner[1] - 1 : quotation.end].strip("”\"'’ ")[
        -1:
    ] not in {".", "?", "!"}:
        return None
    before = [
        a
        for a in known
        if a.cue.kind in SPEAKING
        and a.cue.words.start_char < quotation.start
        and not any(q.holds(a.cue.span) for q in quoted)
    ]
    if not before:
        return None
    last = max(before, key=lambda a: max(a.content[1], a.cue.words.end_char))
    gap = doc.text[max(last.content[1], last.cue.words.end_char) : quotation.start]
    return last if gap.strip().count("\n") == 0 and len(WORD.findall(gap)) <= 60 else None


def _same_or_next(doc: Doc, one: int, other: int) -> bool:
    numbers = _sentence_of(doc, one), _sentence_of(doc, other)
    return numbers[1] - numbers[0] <= 1


def _sentence_of(doc: Doc, offset: int) -> int:
    number = 0
    for number, sentence in enumerate(s for s in doc.sents if s.text.strip()):
        if sentence.end_char > offset:
            return number
    return number


def _starts_sentence(doc: Doc, quotation: Quotation) -> bool:
    before = doc.text[: quotation.start].rstrip(" \xa0")
    return not before or before[-1] in '.?!\n”"’:'


def tokens(doc: Doc, span: Span) -> Iterator[Token]:
    """The tokens between two offsets."""
    return (t for t in doc if span[0] <= t.idx < span[1])
