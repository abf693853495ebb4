"""A description in, the name right beside it out, told by the words' places alone where a parser errs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import labels
from kgraph.extraction.phrases import case_words, name_span, noun_phrase

PLACES = frozenset({"GPE", "LOC"})
LISTING = frozenset({",", "and", "or", ";"})
CONJUNCTIONS = frozenset({"and", "or", "&"})


def beside_names(token: Token) -> Iterator[Token]:
    """The name that stands right beside a description, wherever a parser has hung the two.

    "Poet X", "the poet, X,", "X, a poet,": told by the words' places alone.
    """
    if token.tag_ not in {"NN", "NNP"}:
        return
    doc, phrase = token.doc, noun_phrase(token)
    if phrase.end < len(doc) and phrase.end - 1 == token.i and _starts_name(doc[phrase.end], {"PERSON"}):
        yield doc[phrase.end]
    if _follows_name(token, phrase):
        yield doc[phrase.start - 2]
    definite = any(c.lower_ == "the" or c.dep_ in labels.POSSESSOR for c in token.lefts)
    if definite and not case_words(token) and _before_name(phrase):
        yield doc[phrase.end + 1]


def place_after(token: Token) -> Iterator[Token]:
    """The place that a comma puts right after the name of another: "Aleppo, Syria"; not the next of a list."""
    if token.ent_type_ != "GPE":
        return
    doc, name = token.doc, name_span(token)
    end = name.end
    if end + 1 >= len(doc) or doc[end].text != "," or not _starts_name(doc[end + 1], PLACES):
        return
    second = name_span(doc[end + 1])
    listed = name.start > 1 and doc[name.start - 1].text in LISTING and bool(doc[name.start - 2].ent_type_)
    following = doc[second.end : second.end + 2]
    goes_on = any(t.text in CONJUNCTIONS for t in following) or (
        len(following) == 2 and following[0].text == "," and following[1].ent_type_ in PLACES
    )
    if not (listed or (goes_on and not _is_third(doc, second.end))):
        yield second.root


def letter_after(name: Span) -> Token | None:
    """The single letter that opens the bracket after a name: "X (R-Fla.)", "X (D)", "X, R-Ky.,"."""
    doc, start = name.doc, name.end
    if start + 2 >= len(doc) or doc[start].text not in {"(", ","} or len(doc[start + 1]) != 1:
        return None
    after = {")", "-", "–"} if doc[start].text == "(" else {"-", "–"}
    return doc[start + 1] if doc[start + 2].text in after else None


def _is_third(doc: Doc, end: int) -> bool:
    """Whether the list goes on with one more place and then closes: "Ames, Iowa, United States."."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    third = name_span(doc[end + 1])
    return third.end >= len(doc) or doc[third.end].text in {".", ")", ";"}


def _follows_name(token: Token, phrase: Span) -> bool:
    doc, start = token.doc, phrase.start
    if start < 2 or doc[start - 1].text not in labels.PAUSES or not doc[start - 2].ent_type_:
        return False
    if any(c.dep_ == "cc" for c in token.children) or start - 2 < token.sent.start:
        return False
    return token.dep_ in labels.LOOSE or (token.dep_ in labels.SUBJECT and _is_closed(phrase))


def _before_name(phrase: Span) -> bool:
    doc, end = phrase.doc, phrase.end
    if end + 1 >= phrase.sent.end or doc[end].text not in labels.PAUSES or not _starts_name(doc[end + 1], {"PERSON"}):
        return False
    return _is_closed(name_span(doc[end + 1]))


def _starts_name(token: Token, kinds: Collection[str]) -> bool:
    return token.ent_type_ in kinds and token.ent_iob_ == "B"


def _is_closed(span: Span) -> bool:
    """Whether a pause or the sentence's end follows."""
    return span.end >= span.sent.end or span.doc[span.end].text in labels.PAUSES | {")", "."}
