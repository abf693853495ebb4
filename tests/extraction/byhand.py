"""Parses written by hand, in Universal Dependencies, so that a new model breaks no test of the grammar."""

from __future__ import annotations

from blank import NLP
from spacy.tokens import Doc, Token

from kgraph.model import Article

VOCAB = NLP.vocab
MORPHS = {
    "VBD": "Tense=Past|VerbForm=Fin", "VBZ": "Tense=Pres|VerbForm=Fin", "VBP": "Tense=Pres|VerbForm=Fin",
    "VB": "VerbForm=Inf", "VBN": "Tense=Past|VerbForm=Part", "VBG": "VerbForm=Ger", "MD": "VerbForm=Fin",
}  # fmt: skip


def parse(text: str) -> Doc:
    """A Doc of "word=lemma:POS:TAG:head:dep" items; heads count from 1, 0 is the root, the lemma may be left out."""
    rows = [item.split(":", 4) for item in text.split()]
    words, lemmas = zip(*((w.partition("=")[0], w.partition("=")[2] or w.lower()) for w, *_ in rows), strict=True)
    heads = [int(row[3]) - 1 if row[3] != "0" else i for i, row in enumerate(rows)]
    close = {",", ".", "?", "’", "'s"}
    spaces = [i + 1 < len(words) and words[i + 1] not in close for i in range(len(words))]
    return Doc(
        VOCAB,
        words=list(words),
        spaces=spaces,
        lemmas=list(lemmas),
        pos=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        heads=heads,
        deps=[row[4] for row in rows],
        morphs=[
            "Definite=Def" if w.lower() == "the" else MORPHS.get(r[2], "") for w, r in zip(words, rows, strict=True)
        ],
    )


def word(doc: Doc, text: str) -> Token:
    """The first token with that text."""
    return next(t for t in doc if t.text == text)


def article(doc: Doc, published: str = "") -> Article:
    """The Doc's text as an article of one paragraph."""
    return Article(path="note.txt", text=doc.text, ranges=((0, len(doc.text)),), published=published)
