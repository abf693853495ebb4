"""A question and a graph in, an answer out: restated, read by the rules, asked, and shown with its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgraph.asking.claims import said
from kgraph.asking.forms import formal
from kgraph.asking.masking import mask
from kgraph.asking.patterns import Pattern, patterns
from kgraph.asking.restating import Restated, Words, restate
from kgraph.graph import KnowledgeGraph
from kgraph.model import Article
from kgraph.schema import Schema

UNCLEAR = "kgraph cannot read this question; ask who, what, where, when, which, how many or whether, or use SPARQL"
UNKNOWN = "the graph has no answer to this"
ENOUGH = 0.6  # of the question's words, where the pattern says only part of it


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: its text, the sentences that give it, and what limits it ("denied", "says Jon Tell")."""

    text: str
    quotes: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: the SPARQL that was asked and what it found, or in `refused` why there is none."""

    question: str
    sparql: str = ""
    found: tuple[Found, ...] = ()
    refused: str = ""


def answer(graph: KnowledgeGraph, question: str, *, model: str | None = None) -> Answer:
    """The answer to a question in plain English; never a guess: what cannot be read or found is said so."""
    words = Schema.load().words["questions"]
    for simple in (formal(graph, question), said(graph, question, words)):
        if simple is not None:
            sparql, rows = simple
            return Answer(question, sparql, tuple(Found(*r) for r in rows), "" if rows else UNKNOWN)
    nlp = _pipeline(model)
    tried = ""
    for restated, pattern in _patterns(graph, question, nlp, words):
        tried = tried or pattern.sparql
        found = _found(graph, question, pattern, words) if restated.name else _whether(graph, pattern)
        if found:
            return Answer(question, pattern.sparql, found)
    return Answer(question, tried, (), UNKNOWN if tried else UNCLEAR)


def _patterns(graph: KnowledgeGraph, question: str, nlp: Any, words: Words) -> Iterator[tuple[Restated, Pattern]]:
    from kgraph.extraction import extract

    schema = Schema.load()
    for asked, masks in ((question, {}), mask(graph, question, words)):
        for restated in restate(asked, nlp, words):
            text = restated.sentence
            article = Article(path="question", text=text, ranges=((0, len(text)),))
            for pattern in patterns(restated, extract(nlp(text), article, schema), graph, masks):
                yield restated, pattern


def _found(graph: KnowledgeGraph, question: str, pattern: Pattern, words: Words) -> tuple[Found, ...]:
    """The answers of a pattern; if it leaves out part of the question, only from sentences that have most of its words.

    Stated facts come before reported ones, which are given only if there are no others.
    """
    wanted = _content(question, words)
    scored = [(_overlap(str(r["quote"]), wanted), r) for r in graph.rows(pattern.sparql).dicts() if not _denied(r)]
    best = max((score for score, _ in scored), default=0.0)
    if pattern.loose and best < ENOUGH:
        return ()
    kept = [r for score, r in scored if pattern.every or score == best]
    stated = [r for r in kept if "speaker" not in r and "factuality" not in r]
    return tuple(_answers(stated or kept))


def _denied(row: Mapping[str, object]) -> bool:
    return str(row.get("factuality", "")).endswith("#negative")


def _answers(rows: list[dict[str, Any]]) -> Iterator[Found]:
    quotes: dict[str, dict[str, None]] = {}
    notes: dict[str, dict[str, None]] = {}
    for row in rows:
        text = str(row.get("label", row.get("answer", "yes")))
        quotes.setdefault(text, {})[" ".join(str(row["quote"]).split())] = None
        marks = [
            str(row.get("factuality", "")).rpartition("#")[2],
            f"says {row['speaker']}" if "speaker" in row else "",
        ]
        notes.setdefault(text, {}).update({m: None for m in marks if m})
    for text, sentences in quotes.items():
        yield Found(text, tuple(sentences), "; ".join(notes[text]))


def _whether(graph: KnowledgeGraph, pattern: Pattern) -> tuple[Found, ...]:
    """Yes with what says so, or that it is only denied; nothing if nothing says either, for silence is no denial."""
    rows = [] if pattern.loose else list(graph.rows(pattern.sparql).dicts())
    affirmed = [r for r in rows if not _denied(r)]
    stated = [r for r in affirmed if "speaker" not in r and "factuality" not in r]
    text = "yes" if stated else "perhaps" if affirmed else "no, that is denied"
    return tuple(_answers([{**r, "label": text} for r in stated or affirmed or rows]))


def _content(question: str, words: Words) -> frozenset[str]:
    """The beginnings of the question's words that name something."""
    found = (w.lower() for w in re.findall(r"[^\W_]+", question))
    return frozenset(w[:5] for w in found if w not in words["empty"] and len(w) > 1)


def _overlap(quote: str, wanted: frozenset[str]) -> float:
    there = {w.lower()[:5] for w in re.findall(r"[^\W_]+", quote)}
    return len(wanted & there) / max(len(wanted), 1)


@cache
def _pipeline(model: str | None) -> Any:
    from kgraph.annotation import load_pipeline

    return load_pipeline(model)
