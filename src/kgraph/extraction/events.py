"""Doc in, events out: what happened to whom, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Event
from kgraph.schema import Schema


def events(doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> Iterator[Event]:  # noqa: ARG001
    """The events of an article in the order of the text."""
    yield from ()
