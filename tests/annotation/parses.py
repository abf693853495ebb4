"""Parses written by hand: one word a field, `word|POS|label|head` or `word/lemma|…`, heads counted from 1."""

from blank import NLP
from spacy.tokens import Doc, Span


def parse(
    text: str, *ents: tuple[int, int, str], glued: tuple[int, ...] = (), tags: dict[int, str] | None = None
) -> Doc:
    """A Doc of the words; `ents` are (start, end, label), `glued` the words that no space follows, all from 0."""
    rows = [field.split("|") for field in text.split()]
    words = [row[0].partition("/") for row in rows]
    doc = Doc(
        NLP.vocab,
        words=[word for word, _, _ in words],
        spaces=[i not in glued for i in range(len(rows))],
        pos=[row[1] for row in rows],
        tags=[(tags or {}).get(i, "") for i in range(len(rows))],
        lemmas=[lemma or word.lower() for word, _, lemma in words],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) - 1 for row in rows],
    )
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in ents]
    return doc
