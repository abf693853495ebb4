"""What tells one harm from another: how many victims a text can mean, and what they came to harm by."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kgraph.model import Event, Extraction
from kgraph.schema import Schema

ABOUT = 0.1  # how far from a rounded number "about" reaches, as a share of it
NEAR = 0.5  # which part of the higher of two numbers the lower one is at least, where both may count the same
HARM = ("ASSAULT", "DIE", "DISASTER")  # types of event in which people come to harm
SIZE, KILLED = "kg:size", "kg:killed"

Count = tuple[str, float, float, float]  # property, number, the least and the most that it can mean
Words = Mapping[str, Sequence[str]]


def limits(value: float, said: str, bounds: Words) -> tuple[float, float]:
    """The least and the most that a number can mean, given the words that hedge it."""
    hedge = f" {' '.join(re.findall(r'[a-z]+', said.lower()))} "

    def told(table: str) -> bool:
        return any(f" {word} " in hedge for word in bounds.get(table, ()))

    if told("at_most"):
        return -math.inf, value * (1 + ABOUT * told("about"))
    if told("at_least"):
        return value * (1 - ABOUT * told("about")), math.inf
    slack = value * ABOUT if told("about") else 0.0
    return value - slack, value + slack


def counts(event: Event, bounds: Words) -> tuple[Count, ...]:
    """The numbers of victims that an event has."""
    return tuple(
        (f.property, f.value, *limits(f.value, f"{f.hedge} {f.evidence.quote}", bounds))
        for f in event.figures
        if f.property != SIZE
    )


def is_only_toll(extraction: Extraction) -> bool:
    """Whether an article has no two numbers of dead, which may be those of two events."""
    return len({f.value for e in extraction.events for f in e.figures if f.property == KILLED}) == 1


def by_word(schema: Schema) -> Mapping[str, frozenset[str]]:
    """Word → the kinds of harm that it can be a word for: "blast" → {"fire", "arms"}."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind, words in schema.words.get("harms", {}).items():
        for word in words:
            found[word].add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def causes(event: Event, top: str, kinds: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """By what people came to harm: what the trigger says, or else any word of its sentence."""
    if top not in HARM:
        return frozenset()
    own = kinds.get(event.lemma.lower().split()[-1], frozenset())
    return own or frozenset().union(*_told(event.evidence.quote, kinds))


def _told(sentence: str, kinds: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    for word in re.findall(r"[a-z]+", sentence.lower()):
        yield next((kinds[w] for w in (word, word[:-1], word[:-2]) if w in kinds), frozenset())


def differ(ours: Sequence[Count], theirs: Sequence[Count]) -> bool:
    """Whether numbers of one kind are further apart than their hedges allow."""
    return any(p == q and (high < least or most < low) for p, _, low, high in ours for q, _, least, most in theirs)


def close(ours: Sequence[Count], theirs: Sequence[Count]) -> bool:
    """Whether numbers of one kind are of one order."""
    pairs = [(n, m) for p, n, *_ in ours for q, m, *_ in theirs if p == q]
    return all(min(n, m) >= NEAR * max(n, m) for n, m in pairs)


def agree(ours: Sequence[Count], theirs: Sequence[Count]) -> bool:
    """Whether numbers of one kind can be those of one event, and are not only bounds far from each other."""
    return not differ(ours, theirs) and close(ours, theirs)


def risen(ours: Sequence[Count], theirs: Sequence[Count], days: tuple[str, str]) -> bool:
    """Whether the numbers that differ are higher in the article that appeared later; `days` are those of the two."""
    earlier, later = days
    if not (earlier and later) or earlier == later:
        return False
    first, second = (ours, theirs) if earlier < later else (theirs, ours)
    return all(n <= m for p, n, *_ in first for q, m, *_ in second if p == q)
