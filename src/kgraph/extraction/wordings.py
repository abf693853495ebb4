"""A token in, the words of its phrase out, as short as they still say what it is."""

from __future__ import annotations

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.chains import before

LONGEST = 8  # words of a phrase beyond which they no longer name one thing
PAUSES = frozenset(",;:–—()")
MARKED = frozenset({"ADP", "SCONJ", "PUNCT"})


def wording(head: Token) -> str:
    """The words of a phrase without its article, up to where another one than one with "of" begins."""
    phrase = syntax.noun_phrase(head)
    words = [t for t in phrase if not t.is_space]
    words = words[1:] if len(words) > 1 and words[0].pos_ == "DET" else words
    end = next((t.i for t in words if t.i > head.i and t.pos_ in MARKED and t.lower_ != "of"), phrase.end)
    kept = [t for t in words if t.i < end]
    return " ".join("".join(t.text_with_ws for t in kept).split()) if len(kept) <= LONGEST else head.text


def meant(token: Token) -> Token | None:
    """The noun that a phrase is about: its head, or for a pronoun the noun before it that coreference gives it."""
    if token.pos_ != "PRON":
        return token
    return next((t for t in reversed(before(token)) if t.pos_ == "NOUN"), None)


def whole(head: Token) -> str:
    """The words of a phrase without its article, with where or against whom it is, as long as it stays short."""
    phrase = syntax.noun_phrase(head)
    words = [t for t in phrase if not (t.is_space or t.is_quote)]
    words = words[1:] if len(words) > 1 and words[0].pos_ == "DET" else words
    if len(words) > LONGEST or any(t.is_punct and t.text in PAUSES for t in words):
        return wording(head)
    return " ".join("".join(t.text_with_ws for t in words).split())


def deed(verb: Token) -> str:
    """The words of an infinitive with what it governs, as long as it stays short: "shut the port in May"."""
    ends = [t.i for t in verb.subtree if not t.is_space]
    last = max((i for i in ends if i - verb.i < LONGEST), default=verb.i)
    words = verb.doc[verb.i : last + 1]
    pause = next((t.i for t in words if t.is_punct), last + 1)
    whole = max(ends) <= last or pause <= last
    return " ".join(verb.doc[verb.i : pause].text.split()) if whole else verb.text
