"""Parses built by hand: one row a token, "form lemma POS TAG label head [entity label]"; heads count from 0."""

from __future__ import annotations

from blank import NLP
from spacy.tokens import Doc, Span

from kgraph.model import Article

VOCAB = NLP.vocab


def tree(text: str) -> Doc:
    """A Doc of one sentence in Universal Dependencies; neighbouring rows with the same entity label are one name."""
    rows = [line.split() for line in text.strip().splitlines()]
    columns = tuple(zip(*(row[:6] for row in rows), strict=True))
    words, lemmas, pos, tags, deps, heads = columns
    doc = Doc(
        VOCAB, words=list(words), spaces=[_is_spaced(words, i) for i in range(len(words))],
        lemmas=list(lemmas), pos=list(pos), tags=list(tags), deps=list(deps), heads=[int(h) for h in heads],
        sent_starts=[i == 0 for i in range(len(words))],
    )  # fmt: skip
    doc.ents = tuple(_names(doc, [row[6] if len(row) > 6 else "" for row in rows]))
    return doc


def article(doc: Doc, published: str = "2022-01-10") -> Article:
    """The article whose whole text is the parsed sentence."""
    return Article(path="test.txt", text=doc.text, ranges=((0, len(doc.text)),), published=published)


def _is_spaced(words: tuple[str, ...], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else "."
    return words[i] not in {"-", "("} and after not in {"'s", ",", ".", "-", ")"}


def _names(doc: Doc, labels: list[str]) -> list[Span]:
    found: list[Span] = []
    for i, label in enumerate(labels):
        if not label:
            continue
        if i and labels[i - 1] == label:
            found[-1] = Span(doc, found[-1].start, i + 1, label=label)
        else:
            found.append(Span(doc, i, i + 1, label=label))
    return found
