"""Article and pipeline in, one Doc out whose text is the masked article; each paragraph is parsed by itself.

The shipped model was trained on paragraphs, and parsed alone no sentence can run over a paragraph's end. White space
never reaches the parser: within a paragraph a run of it is read as one space, so hard-wrapped lines read like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from kgraph.annotation.datelines import undated
from kgraph.annotation.loading import ARTICLE_LEVEL
from kgraph.model import Article

GAP_DEP = "dep"  # spaCy takes a token without any label as unparsed


@dataclass(slots=True)
class Row:
    """One token of the merged document; `head` counts rows."""

    text: str
    space: bool = False
    tag: str = "_SP"
    pos: str = "SPACE"
    morph: str = ""
    lemma: str = ""
    head: int = 0
    dep: str = GAP_DEP
    ent: str = "O"


def annotate_all(articles: Iterable[Article], nlp: Language) -> Iterator[Doc]:
    """One Doc for each article, in order."""
    return (annotate(article, nlp) for article in articles)


def annotate(article: Article, nlp: Language) -> Doc:
    """The parsed article: `doc.text == article.masked`, each sentence inside one paragraph or white space only."""
    doc = merge(article, nlp)
    for name, component in nlp.pipeline:
        if name in ARTICLE_LEVEL:
            doc = component(doc)
    return doc


def merge(article: Article, nlp: Language) -> Doc:
    """The article's paragraphs, each parsed alone, and the gaps between them as white space, in one Doc."""
    text = article.masked
    pieces = [collapse(text[s:e], s) for start, end in article.ranges for s, e in undated(text, start, end)]
    parsed = nlp.pipe((clean for clean, _ in pieces), disable=ARTICLE_LEVEL)
    rows: list[Row] = []
    end = 0
    for piece, (_, offsets) in zip(parsed, pieces, strict=True):
        if not len(piece):
            continue
        if end < offsets[0]:
            rows.append(Row(text[end : offsets[0]], head=len(rows)))
        add_paragraph(rows, piece, offsets, text)
        end = offsets[-1] + 1
    if end < len(text):
        rows.append(Row(text[end:], head=len(rows)))
    return to_doc(rows, nlp)


def collapse(text: str, start: int) -> tuple[str, list[int]]:
    """The text with each run of white space as one space, and for each character left its place in the file."""
    words = list(re.finditer(r"\S+", text))
    offsets = [start + i for word in words for i in range(word.start(), word.end() + 1)]
    return " ".join(word[0] for word in words), offsets[:-1]


def add_paragraph(rows: list[Row], piece: Doc, offsets: list[int], text: str) -> None:
    """Append the tokens of one parsed paragraph to the rows, with the file's own white space between them."""
    places: list[int] = []
    for token in piece:
        places.append(len(rows))
        start, stop = offsets[token.idx], offsets[token.idx + len(token) - 1] + 1
        rows.append(_row(token, text[start:stop]))
        if token.whitespace_ and token.i + 1 < len(piece):
            between = text[stop : offsets[token.nbor().idx]]
            rows[-1].space = between == " "
            if between != " ":
                rows.append(Row(between, head=len(rows) - 1, ent=_inside(token)))
    for token, place in zip(piece, places, strict=True):
        rows[place].head = places[token.head.i]


def _row(token: Token, text: str) -> Row:
    ent = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
    return Row(text, False, token.tag_, token.pos_, str(token.morph), token.lemma_, 0, token.dep_, ent)


def _inside(token: Token) -> str:
    """The entity tag of white space between this token and the next: inside a name that goes on over the line's end."""
    return f"I-{token.ent_type_}" if token.nbor().ent_iob_ == "I" else "O"


def to_doc(rows: list[Row], nlp: Language) -> Doc:
    """The rows as a Doc of the pipeline's vocabulary."""
    return Doc(
        nlp.vocab,
        words=[row.text for row in rows],
        spaces=[row.space for row in rows],
        tags=[row.tag for row in rows],
        pos=[row.pos for row in rows],
        morphs=[row.morph for row in rows],
        lemmas=[row.lemma or row.text for row in rows],
        heads=[row.head for row in rows],
        deps=[row.dep for row in rows],
        ents=[row.ent for row in rows],
    )
