"""Grounding in, relations out that parts of places and laws have to their wholes by their very names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kgraph.extraction import syntax
from kgraph.extraction.entities import evidence
from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Relation, Value

PROPERTIES = {"schema:Place": "schema:containedInPlace", "schema:Legislation": "dcterms:isPartOf"}
RULES = {"schema:containedInPlace": "located", "dcterms:isPartOf": "provision"}
CONFIDENCE = 0.9


def contained(doc: Doc, article: Article, grounding: Grounding) -> Iterator[Relation]:
    """That "eastern Kenya" is in Kenya, and an article part of its treaty, once for each mention of the part."""
    heads = {token.idx: token for token in doc}
    for mention in grounding.mentions:
        whole = grounding.wholes.get(mention.entity)
        property = _property(grounding, mention.entity, whole) if whole else ""
        head = heads.get(mention.head[0])
        if whole and property and head is not None:
            value = Value("node", whole, grounding.entity(whole).name)
            passage = evidence(syntax.sentence(head), article)
            anchor = mention.head
            yield Relation(
                property, mention.entity, value, passage, anchor, rule=RULES[property], confidence=CONFIDENCE
            )


def _property(grounding: Grounding, part: str, whole: str) -> str:
    """The property between two of one class; a treaty's article is no part of the alliance itself."""
    both = set(grounding.entity(part).types) & set(grounding.entity(whole).types)
    return next((property for class_, property in PROPERTIES.items() if class_ in both), "")
