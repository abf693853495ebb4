"""Doc in, relations out: who stands how to whom."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Relation
from kgraph.schema import Schema


def relations(doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> Iterator[Relation]:  # noqa: ARG001
    """The relations of an article in the order of the text."""
    yield from ()
