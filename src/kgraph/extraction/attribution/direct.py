"""Attributions and quotations in, attributions with every direct quotation out: before, after and around its cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.attribution.cues import Attribution, Cue
from kgraph.extraction.attribution.quotations import WORD, Quotation
from kgraph.model import Span

FEWEST = 4  # words: what is shorter and has no cue beside it is a term in quotation marks
NEAR = 6  # words between a quotation and the cue behind it; twice as many before it ("said in Oslo on Friday: “…”")
FAR = 60  # words between a quotation and the one before it that it goes on with
SPEAKING = frozenset({
    "saying", "writing", "asking", "warning", "denying", "promising", "showing", "thinking", "describing", "label",
})  # fmt: skip
DASH = re.compile(r"\s*(?P<dash>―|—|–|--?)\s*(?=\w)")
ENDS: tuple[str, ...] = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed text with its quotations, and where its tokens and sentences start."""

    doc: Doc
    quoted: tuple[Quotation, ...]
    starts: tuple[int, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc, quoted: Iterable[Quotation]) -> Page:
        """The page of a document."""
        sentences = tuple(s.start_char for s in doc.sents if s.text.strip())
        return cls(doc, tuple(quoted), tuple(t.idx for t in doc), sentences)

    def token(self, offset: int) -> Token:
        """The token that an offset lies in, or the last before it."""
        return self.doc[max(bisect_right(self.starts, offset) - 1, 0)]

    def number(self, offset: int) -> int:
        """Which sentence an offset lies in."""
        return bisect_right(self.sentences, offset)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span stands inside a quotation."""
        return any(q.holds(span) for q in self.quoted)


def attached(
    doc: Doc, found: Sequence[Attribution], silent: Sequence[Cue], quoted: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions with each quotation that stands for itself joined to the cue that tells who says it."""
    page = Page.of(doc, quoted)
    known, free = list(found), [c for c in silent if c.kind in SPEAKING and c.sources and not page.is_quoted(c.span)]
    for quotation in quoted:
        if not any(_covers(a, quotation) for a in known):
            _attach(page, quotation, known, free)
    return tuple(known)


def clause_span(cue: Cue) -> Span:
    """The offsets from source to cue words and who is told, or the other way round."""
    told = [t for t in cue.addressees if t.left_edge.i == cue.words.end]
    near = [syntax.subtree(t) for t in (*cue.sources, *told) if t.sent == cue.anchor.sent]
    near = [p for p in near if not p.start <= cue.anchor.i < p.end]
    starts = [cue.words.start_char, *(p.start_char for p in near)]
    ends = [cue.words.end_char, *(p.end_char for p in near)]
    return min(starts), max(ends)


def _covers(a: Attribution, quotation: Quotation) -> bool:
    inside = a.content[0] <= quotation.inner[0] and quotation.inner[1] <= a.content[1]
    return inside and not quotation.holds(a.cue.span)


def _attach(page: Page, quotation: Quotation, known: list[Attribution], free: list[Cue]) -> None:
    joined = _joined(page, quotation, known)
    if joined is not None:
        start, end = min(joined.content[0], quotation.inner[0]), max(joined.content[1], quotation.inner[1])
        known[known.index(joined)] = replace(joined, content=(start, end))
        return
    cue = _beside(page, quotation, free)
    if cue is not None:
        around = _phrase_around(page, quotation, cue)
        if not cue.content and around != quotation.inner and quotation.words < FEWEST:
            return  # "would close the “loophole” in the law" closes it and says nothing
        free.remove(cue)
        known.append(Attribution(cue, around))
        return
    if quotation.words < FEWEST:
        return
    cue = _signed(page, quotation) or _any_verb(page, quotation) or _running(page, quotation, known)
    if cue is not None:
        known.append(Attribution(cue, quotation.inner))


def _joined(page: Page, quotation: Quotation, known: Sequence[Attribution]) -> Attribution | None:
    """The attribution that a quotation goes on with: “…,” said X. “…”, or X said that he was “…”. “…”"""
    if quotation.words < FEWEST - 1:
        return None
    for a in reversed(known):
        first, last = clause_span(a.cue)
        if _is_first_half(page, quotation, a):
            return a
        behind = max(last, a.content[1])
        spoken = any(q.start < a.content[1] and a.content[0] < q.end for q in page.quoted)
        spoken = spoken or page.doc.text[behind : quotation.start].strip() == ":"
        if a.cue.kind not in SPEAKING or not spoken or behind > quotation.start or page.is_quoted(a.cue.span):
            continue
        gap = page.doc.text[behind : quotation.start]
        near = "\n" not in gap and page.number(quotation.start) - page.number(last - 1) <= 1
        goes_on = _starts_sentence(page, quotation) or (
            a.content[0] < first and not _is_clause(page, behind, quotation)
        )
        if near and len(WORD.findall(gap)) <= 2 * NEAR and goes_on:
            return a
    return None


def _is_first_half(page: Page, quotation: Quotation, a: Attribution) -> bool:
    """Whether a quotation stands right before a saying that another one follows: “…,” she said, “…”."""
    first, last = clause_span(a.cue)
    if a.cue.kind not in SPEAKING or not quotation.end <= first or a.content[0] < last:
        return False
    gaps = page.doc.text[quotation.end : first], page.doc.text[last : a.content[0]]
    quoted = any(q.start <= a.content[0] < q.end for q in page.quoted)
    near = len(WORD.findall(gaps[1])) <= NEAR and "\n" not in "".join(gaps)
    return quoted and near and not WORD.search(gaps[0]) and not any(e in gaps[0] for e in ENDS)


def _is_clause(page: Page, start: int, quotation: Quotation) -> bool:
    """Whether a verb with its subject stands before a quotation: “…,” she said, but he went on about “…”."""
    words = page.doc.char_span(start, quotation.start, alignment_mode="contract") or ()
    return any(syntax.is_predicate(t) and any(syntax.link(c) == "subject" for c in t.lefts) for t in words)


def _beside(page: Page, quotation: Quotation, free: Sequence[Cue]) -> Cue | None:
    """The nearest cue without a content behind the quotation, around it or before it."""
    found = []
    for order, cue in enumerate(free):
        distance = _distance(page.doc.text, quotation, cue)
        if distance is not None:
            found.append((distance, order))
    return free[min(found)[1]] if found else None


def _distance(text: str, quotation: Quotation, cue: Cue) -> int | None:
    """The words between a quotation and a cue; None where they do not stand together."""
    first, last = clause_span(cue)
    ends: tuple[str, ...]
    if first >= quotation.end:
        gap, limit, ends = text[quotation.end : first], NEAR, ENDS
    elif last <= quotation.start:
        gap, limit, ends = text[last : quotation.start], 2 * NEAR, ("? ", "! ", ". ")
        if "\n" in gap and not gap.rstrip().endswith(":"):
            return None
    else:
        return 0 if first < quotation.start and quotation.end < last else None
    between = len(WORD.findall(gap))
    apart = any(e in gap for e in ends) or (first >= quotation.end and "\n" in gap)
    return None if between > limit or apart else between


def _phrase_around(page: Page, quotation: Quotation, cue: Cue) -> Span:
    """The quotation, or the whole noun phrase behind the cue of which only a part is quoted."""
    inside = page.token(quotation.inner[0])
    while inside.head.i not in {inside.i, cue.anchor.i}:
        inside = inside.head
    phrase = syntax.subtree(inside)
    whole = phrase.start > cue.anchor.i and phrase.end_char > quotation.end and inside.pos_ in {"NOUN", "PROPN"}
    ends = page.doc.text[: quotation.inner[1]].rstrip().endswith((",", *ENDS))
    return (min(phrase.start_char, quotation.start), phrase.end_char) if whole and not ends else quotation.inner


def _signed(page: Page, quotation: Quotation) -> Cue | None:
    """The name behind a dash after a quotation: “…” — Ada Moreau."""
    doc, mark = page.doc, DASH.match(page.doc.text, quotation.end)
    if mark is None or not quotation.closed:
        return None
    dash, name = page.token(mark.start("dash")), page.token(mark.end())
    if name.pos_ != "PROPN":
        return None
    return Cue("label", "saying", dash, doc[dash.i : dash.i + 1], (syntax.name_span(name).root,), confidence=0.7)


def _any_verb(page: Page, quotation: Quotation) -> Cue | None:
    """A verb right behind a whole sentence in quotation marks, or before a colon and one: “…,” the boy laughed."""
    text = page.doc.text
    if text[: quotation.start].rstrip(" \xa0").endswith(":"):
        return _before_colon(page, quotation)
    if not quotation.closed or text[quotation.inner[1] - 1] not in ",.?!":
        return None
    for token in page.token(quotation.end - 1).sent:
        if token.idx < quotation.end or not syntax.is_predicate(token) or page.is_quoted((token.idx, token.idx + 1)):
            continue
        sources = tuple(t for n, t in syntax.functions(token) if n == "subject" and t.idx >= quotation.end)
        if not sources or not syntax.is_verbal(token):
            return None
        cue = Cue("saying", "saying", token, page.doc[token.i : token.i + 1], sources, confidence=0.6)
        gap = text[quotation.end : clause_span(cue)[0]]
        return cue if not WORD.search(gap) and "\n" not in gap and "." not in gap else None
    return None


def _before_colon(page: Page, quotation: Quotation) -> Cue | None:
    """ "She sobbed: “…”": the verb of the clause that a colon ends, where somebody does it."""
    colon = page.token(len(page.doc.text[: quotation.start].rstrip(" \xa0")) - 1)
    sentence = page.doc[colon.sent.start : colon.i]
    for token in sentence:
        sources = tuple(t for n, t in syntax.functions(token) if n == "subject" and t.i < token.i)
        spoken = token.pos_ == "VERB" and syntax.link(token) not in {"relative", "adverbial"}
        if spoken and sources and all(t.pos_ in {"PROPN", "PRON", "NOUN"} for t in sources):
            return Cue("saying", "saying", token, page.doc[token.i : token.i + 1], sources, confidence=0.6)
    return None


def _running(page: Page, quotation: Quotation, known: Sequence[Attribution]) -> Cue | None:
    """The cue that a quotation without one follows: in the paragraph before, or earlier in its own."""
    text = page.doc.text
    whole = text[: quotation.inner[1]].rstrip("”\"'’ \xa0").endswith(ENDS)
    if not whole or not _starts_sentence(page, quotation) or _is_heading(text, quotation):
        return None
    before = [a for a in known if _is_before(a, quotation) and not page.is_quoted(a.cue.span)]
    if not before:
        return None
    last = max(before, key=_end)
    gap = text[_end(last) : quotation.start]
    return last.cue if "\n" not in gap.strip() and len(WORD.findall(gap)) <= FAR else None


def _is_heading(text: str, quotation: Quotation) -> bool:
    """Whether a quotation stands on a line of its own in capitals: 'All Bets Are Off.'"""
    line = text[text.rfind("\n", 0, quotation.start) + 1 : quotation.start]
    behind = text[quotation.end :].split("\n", 1)[0]
    words = [w for w in WORD.findall(text[slice(*quotation.inner)]) if len(w) >= FEWEST]
    return not line.strip() and not behind.strip() and len(words) > 1 and all(w[0].isupper() for w in words)


def _is_before(a: Attribution, quotation: Quotation) -> bool:
    return a.cue.kind in SPEAKING and a.cue.words.start_char < quotation.start


def _end(a: Attribution) -> int:
    return max(a.content[1], a.cue.words.end_char)


def _starts_sentence(page: Page, quotation: Quotation) -> bool:
    before = page.doc.text[: quotation.start].rstrip(" \xa0")
    return not before or before[-1] in '.?!\n”"’:'
