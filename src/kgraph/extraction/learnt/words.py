"""A token or span in, what all features are made of out: lemmas, edges, governors, paths through the tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

START, END, ROOT = "<s>", "</s>", "<root>"
QUOTES = frozenset({'"', "“", "”", "‘", "«", "»", "`", "``", "''"})
MEANING = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
SMALL = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "PRON", "AUX"})
STEPS = (0.05, 0.12, 0.25, 0.4, 0.6, 0.8, 0.95)


def is_capital(token: Token) -> bool:
    """Whether a token begins with a capital or a figure."""
    return token.text[:1].isupper() or token.text[:1].isdigit()


def lemma(token: Token) -> str:
    """The lemma in small letters; all numbers are one."""
    return "#" if token.like_num else token.lemma_.lower()


def before(span: Span, steps: int = 1) -> Token | None:
    """The token so many steps before a span, within its sentence."""
    at = span.start - steps
    return span.doc[at] if at >= span.sent.start else None


def after(span: Span, steps: int = 1) -> Token | None:
    """The token so many steps behind a span, within its sentence."""
    at = span.end + steps - 1
    return span.doc[at] if at < span.sent.end else None


def word(token: Token | None, edge: str) -> str:
    """The lemma of a token, or of the sentence's edge where there is none."""
    return lemma(token) if token is not None else edge


def pos(token: Token | None, edge: str) -> str:
    """The part of speech of a token, or the sentence's edge where there is none."""
    return token.pos_ if token is not None else edge


def first_conjunct(span: Span) -> Token:
    """The head of the first of the things that a span is listed with; its own head if it is the first."""
    token = span.root
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return span.root if span.start <= token.i < span.end else token


def step(chance: float) -> int:
    """Which of a few steps a chance reaches."""
    return sum(chance > s for s in STEPS)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two places share a token."""
    return one[0] < other[1] and other[0] < one[1]


def ways(one: Token, other: Token) -> tuple[list[Token], Token | None, list[Token]]:
    """From one token up to the lowest that governs both, that one, and down to the other; None for two sentences."""
    up, down = [one, *one.ancestors], [other, *other.ancestors]
    places = {token.i: place for place, token in enumerate(down)}
    for height, token in enumerate(up):
        if token.i in places:
            return up[:height], token, down[: places[token.i]][::-1]
    return up, None, down[::-1]


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences that hold a word."""
    yield from (s for s in doc.sents if any(not t.is_space for t in s))
