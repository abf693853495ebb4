"""Doc in, quotations out: which tokens stand in quotation marks, and who says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.annotation.phrases import subject_of

PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"'}
FEWEST = 4  # words: shorter ones are terms in quotation marks, in which nobody speaks of himself


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks by token offsets, marks included; `speaker` is the head of who says it."""

    start: int
    end: int
    speaker: int | None


def quotations(doc: Doc, verbs: frozenset[str]) -> tuple[Quotation, ...]:
    """The quotations of a document with their speakers, left to right; `verbs` are lemmas of saying."""
    spans = tuple(quoted(doc))
    inside = {i for start, end in spans for i in range(start, end)}
    return tuple(Quotation(start, end, speaker(doc, start, end, inside, verbs)) for start, end in spans)


def quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    """Offsets of what stands between a pair of quotation marks in one paragraph."""
    start, closing = -1, ""
    for token in doc:
        if token.is_space and token.head == token:
            start = -1
        elif start >= 0 and token.text[-1:] == closing and closes(token):
            if token.i - start > FEWEST:
                yield start, token.i + 1
            start = -1
        elif start < 0 and token.text in PAIRS and opens(token):
            start, closing = token.i, PAIRS[token.text]


def opens(token: Token) -> bool:
    """Whether a mark stands where a quotation may begin: after a space and before a word."""
    before = token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space or token.nbor(-1).is_punct
    return before and not token.whitespace_ and token.i + 1 < len(token.doc)


def closes(token: Token) -> bool:
    """Whether a mark ends a quotation: a single one between letters, or after a plural's s, is an apostrophe."""
    if token.text not in ("’", "'"):
        return token.is_punct
    return token.tag_ != "POS" and (bool(token.whitespace_) or token.i + 1 == len(token.doc) or token.nbor().is_punct)


def speaker(doc: Doc, start: int, end: int, inside: set[int], verbs: frozenset[str]) -> int | None:
    """The head of the subject of the nearest verb of saying outside quotation marks in the paragraph."""
    best: tuple[int, int] | None = None
    for token in [*before(doc, start), *after(doc, end)]:
        if token.i in inside or token.lemma_.casefold() not in verbs or token.pos_ not in ("VERB", "AUX"):
            continue
        subject = subject_of(token)
        distance = start - token.i if token.i < start else token.i - end
        if subject is not None and subject.i not in inside and (best is None or distance < best[0]):
            best = distance, antecedent(subject).i
    return best[1] if best else None


def before(doc: Doc, start: int) -> list[Token]:
    """The tokens of the sentence before the quotation, from the last to the first."""
    first = doc[max(start - 1, 0)].sent.start
    return [doc[i] for i in range(start - 1, first - 1, -1)]


def after(doc: Doc, end: int) -> list[Token]:
    """The tokens after the quotation to the end of the sentence that goes on after it."""
    last = doc[min(end, len(doc) - 1)].sent.end
    return [doc[i] for i in range(end, last)]


def antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for, the subject itself when it is none."""
    if subject.tag_ not in ("WP", "WDT"):
        return subject
    verb = subject.head
    return verb.head if verb.dep_ in ("acl:relcl", "relcl") else subject
