"""Doc in, Grounding out: who and what the article speaks of, under which names, and where."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kgraph.extraction import syntax
from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Entity, Evidence, Mention
from kgraph.schema import Schema

TYPES = {
    "PERSON": "schema:Person", "ORG": "schema:Organization", "GPE": "schema:Place", "LOC": "schema:Place",
    "FAC": "schema:Place", "NORP": "foaf:Group", "EVENT": "sem:Event", "LAW": "schema:Legislation",
}  # fmt: skip


def ground(doc: Doc, article: Article, schema: Schema) -> Grounding:
    """The entities of an article with their mentions, and which token refers to which."""
    entities: dict[str, Entity] = {}
    tokens: dict[int, str] = {}
    mentions: list[Mention] = []
    for span in (syntax.trimmed(e) for e in doc.ents if e.label_ in TYPES):
        id = next((k for k, e in entities.items() if e.name == span.text), f"n{len(entities)}")
        entities.setdefault(id, Entity(id, schema.up(TYPES[span.label_]), span.text))
        tokens |= {t.i: id for t in span}
        mentions.append(Mention(id, "name", evidence(span, article), (span.root.idx, span.root.idx + len(span.root))))
    return Grounding(entities, tokens, tuple(mentions))


def evidence(span: Span, article: Article) -> Evidence:
    """The passage that a span of the doc covers, quoted from the file."""
    start, end = span.start_char, span.end_char
    return Evidence(article.id, start, end, article.text[start:end])
