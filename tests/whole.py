"""A text through the pipeline as it ships, for the examples of rules."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from kgraph.annotation import load_pipeline
from kgraph.extraction import extract
from kgraph.model import Article, Extraction
from kgraph.schema import Schema

SCHEMA = Schema.load()


@cache
def pipeline() -> Language:
    return load_pipeline()


def read(text: str) -> Extraction:
    article = Article(path="example.txt", text=text, ranges=((0, len(text)),), published="2022-01-10")
    return extract(pipeline()(text), article, SCHEMA)
