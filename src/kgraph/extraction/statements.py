"""Doc in, statements out: who says what, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Statement
from kgraph.schema import Schema


def statements(doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> Iterator[Statement]:  # noqa: ARG001
    """The statements of an article in the order of the text."""
    yield from ()
