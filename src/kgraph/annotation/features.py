"""The feature layer of the shipped pipeline: Doc in, a vector a token out of spelling, Brown cluster and name class.

The lexicon is a gzipped JSON file beside the model: `clusters` maps a word to its Brown cluster, `gaz` a name (tokens
joined by spaces, at most `maxlen` of them) to its class.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

LEXICON = Path(__file__).parents[1] / "models" / "kgraph_en" / "lexicon.json.gz"

Features = NDArray[np.uint64]
Lookup = Callable[[str], tuple[int, int, int]]

# One range of ids a column, so that no value of one feature can be taken for a value of another.
SHORT_PREFIX, LONG_PREFIX = 1 << 20, 1 << 21
NO_CLASS, FIRST_CLASS = 1, 100
SINGLE, BEGIN, INSIDE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words and names before any text is read."""

    clusters: dict[str, int]
    classes: dict[str, int]
    longest: int


@cache
def lexicon() -> Lexicon:
    """The lexicon that is packaged with the model, read once."""
    with gzip.open(LEXICON, "rt", encoding="utf-8") as file:
        data = json.load(file)
    return Lexicon(data["clusters"], data["gaz"], data["maxlen"])


def cluster_features(word: str, known: Lexicon) -> tuple[int, int, int]:
    """The word's Brown cluster and two prefixes of its path, 1 and bare markers for an unknown word."""
    cluster = known.clusters.get(word) or known.clusters.get(word.lower()) or 0
    return cluster + 1, cluster & 63 | SHORT_PREFIX, cluster & 1023 | LONG_PREFIX


def class_features(words: list[str], known: Lexicon) -> list[int]:
    """One id a token: which class of names the longest known name here belongs to, and where in it the token stands."""
    ids = [NO_CLASS] * len(words)
    i = 0
    while i < len(words):
        length, group = longest_name(words, i, known)
        for k in range(length):
            place = SINGLE if length == 1 else INSIDE if k else BEGIN
            ids[i + k] = FIRST_CLASS + 4 * group + place
        i += max(length, 1)
    return ids


def longest_name(words: list[str], start: int, known: Lexicon) -> tuple[int, int]:
    """Length in tokens and class of the longest known name that starts here; (0, 0) when none does."""
    if not words[start][:1].isupper():
        return 0, 0
    for length in range(min(known.longest, len(words) - start), 0, -1):
        group = known.classes.get(" ".join(words[start : start + length]))
        if group:
            return length, group
    return 0, 0


def doc_features(doc: Doc, columns: list[int | str], lookup: Lookup) -> Features:
    """Spelling attributes, cluster features and name class of each token: (tokens, len(columns) + 4)."""
    words = [token.text for token in doc]
    spelling = doc.to_array(columns).reshape(len(doc), len(columns)).astype(np.uint64)
    clusters = np.array([lookup(word) for word in words], dtype=np.uint64).reshape(len(doc), 3)
    classes = np.array(class_features(words, lexicon()), dtype=np.uint64).reshape(len(doc), 1)
    return np.concatenate([spelling, clusters, classes], axis=1)


def feature_extractor(attrs: list[str]) -> Model[Any, Any]:
    """A layer without weights: documents in, one feature matrix each out."""
    columns: list[int | str] = [*attrs]

    @cache
    def lookup(word: str) -> tuple[int, int, int]:
        return cluster_features(word, lexicon())

    def forward(model: Model[Any, Any], docs: Iterable[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:  # noqa: ARG001
        matrices: list[Any] = [doc_features(doc, columns, lookup) for doc in docs]
        return [model.ops.asarray(x) for x in matrices], lambda _: []

    return Model("kgraph_features", forward)


@registry.architectures("kgraph.FeatHashEmbed.v1")  # type: ignore[untyped-decorator]
def feature_hash_embed(
    width: int, attrs: list[str], rows: list[int], extra_rows: list[int]
) -> Model[list[Doc], list[Any]]:
    """The embedding layer: each feature hashed into a table of its own, mixed down to `width` per token."""
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=column, seed=8 + column, dropout=0.0)
        for column, size in enumerate([*rows, *extra_rows])
    ]
    mix: Model[Any, Any] = with_array(Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True))
    embed: Model[Any, Any] = with_array(concatenate(*tables))
    return chain(feature_extractor(attrs), list2ragged(), embed, mix, ragged2list())
