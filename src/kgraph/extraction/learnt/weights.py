"""A file of weights in, chances of features out: logistic regression over several classes, in plain numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

NONE = ""  # the class of what is nothing


@dataclass(frozen=True)
class Weights:
    """The classes, how likely each is at the outset, and what each feature says for or against a class by number."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    table: Mapping[str, tuple[tuple[int, float], ...]]

    def chances(self, features: Iterable[str], numbers: Mapping[str, float] | None = None) -> list[float]:
        """The chance of each class, summing up to one; `numbers` are features that have a size."""
        scores = list(self.bias)
        for feature in features:
            for place, weight in self.table.get(feature, ()):
                scores[place] += weight
        for feature, size in (numbers or {}).items():
            for place, weight in self.table.get(feature, ()):
                scores[place] += weight * size
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> Weights:
        """The weights of a JSON object: a feature's are "0:1.25 3:-.5", by number of the class."""
        table = {feature: tuple(_pairs(line)) for feature, line in written["weights"].items()}
        return cls(tuple(written["classes"]), tuple(written["bias"]), table)


@dataclass(frozen=True)
class Voter:
    """What was learnt for one rule pack.

    `objects` tells of which property a phrase is the value, `subjects` whether a name is what its sentence is about,
    `pairs` which property ties one to the other. `values` are the values met in training, in small letters, with how
    often each stood in a sentence and of which property it was the value; `least` is the chance from which on a
    pair counts.
    """

    name: str
    objects: Weights
    subjects: Weights
    pairs: Weights
    values: Mapping[str, tuple[int, Mapping[str, int]]]
    least: float


@cache
def read_voter(path: Path) -> Voter:
    """The voter of a file, named after the pack in whose folder it lies."""
    written = json.loads(path.read_text(encoding="utf-8"))
    parts = {key: Weights.of(written[key]) for key in ("objects", "subjects", "pairs")}
    values = {value: (count, of) for value, (count, of) in written["values"].items()}
    return Voter(f"{path.parent.name}-learnt", **parts, values=values, least=written["least"])


@cache
def read_weights(path: Path) -> Weights:
    """The weights of a file that holds one set."""
    return Weights.of(json.loads(path.read_text(encoding="utf-8")))


def _pairs(line: str) -> Iterable[tuple[int, float]]:
    for pair in line.split():
        place, _, weight = pair.partition(":")
        yield int(place), float(weight)
