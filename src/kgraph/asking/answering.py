"""A question and a graph in, an answer out: restated, read by the rules, asked, and shown with its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgraph.asking.claims import said, sayers
from kgraph.asking.forms import Reading, formal, unknown
from kgraph.asking.labels import labelled
from kgraph.asking.links import special
from kgraph.asking.masking import mask
from kgraph.asking.patterns import Pattern, patterns
from kgraph.asking.restating import Restated, Words, restate
from kgraph.asking.things import thing
from kgraph.graph import KnowledgeGraph
from kgraph.model import Article
from kgraph.schema import Schema

UNCLEAR = "kgraph cannot read this question; ask who, what, where, when, which, how many or whether, or use SPARQL"
UNKNOWN = "the graph has no answer to this"
ACCORDING = re.compile(r",? (?:according to|as reported by) ((?:[\w'’-]+ ?){1,5})$", re.IGNORECASE)
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
    asked, source = according(graph, question, words)
    tried = ""
    for reading in _readings(graph, asked, words):
        tried = tried or reading.sparql
        found = tuple(_answers(_kept(reading.rows, source)))
        if found or reading.final:
            return Answer(question, reading.sparql, found, "" if found else UNKNOWN)
    for restated, pattern in _patterns(graph, asked, _pipeline(model), words):
        tried = tried or pattern.sparql
        found = _given(graph, asked, restated, pattern, source)
        if found:
            return Answer(question, pattern.sparql, found)
    name = "" if tried else unknown(graph, asked)
    nothing = f"nothing, or more than one thing, in the graph is called {name!r}" if name else UNCLEAR
    return Answer(question, tried, (), UNKNOWN if tried else nothing)


def _readings(graph: KnowledgeGraph, question: str, words: Words) -> Iterator[Reading]:
    """The readings that need no grammar: by forms, by what was said, by how properties are called."""
    yield from special(graph, question)
    yield from formal(graph, question)
    yield from said(graph, question, words)
    yield from sayers(graph, question, words)
    yield from labelled(graph, question, words)


def according(graph: KnowledgeGraph, question: str, words: Words) -> tuple[str, str]:
    """The question without "according to …", and the name of the outlet or speaker meant; "" for none in particular."""
    text = " ".join(question.split()).rstrip("?!. ")
    found = ACCORDING.search(text)
    if not found:
        return text, ""
    name = found[1]
    iri = "" if name.lower().split()[-1] in words["nobody"] else thing(graph, name)
    labels = graph.rows(f"SELECT ?l {{ <{iri}> rdfs:label ?l }}") if iri else ()
    return text[: found.start()] + text[found.end() :], next((str(row[0]) for row in labels), "")


def _kept(rows: Iterable[Mapping[str, Any]], source: str) -> list[Mapping[str, Any]]:
    """The rows that are not denied, of one outlet's or speaker's if a source is named; stated ones before reported."""
    kept = [r for r in rows if not _denied(r) and source in ("", str(r.get("outlet", "")), str(r.get("speaker", "")))]
    stated = [r for r in kept if "factuality" not in r and str(r.get("speaker", source)) == source]
    return stated or kept


def _given(
    graph: KnowledgeGraph, question: str, restated: Restated, pattern: Pattern, source: str
) -> tuple[Found, ...]:
    rows = list(graph.rows(pattern.sparql).dicts())
    if restated.sources:
        return () if pattern.loose else tuple(_answers(_named(rows, restated)))
    if restated.name:
        return _found(rows, question, pattern, source)
    return (
        ()
        if pattern.loose
        else _whether([r for r in rows if source in ("", str(r.get("outlet", "")), str(r.get("speaker", "")))])
    )


def _named(rows: Iterable[Mapping[str, Any]], restated: Restated) -> Iterator[Mapping[str, Any]]:
    """The rows by who says so: the outlet, or the title of the article."""
    for row in rows:
        label = row.get(restated.sources)
        if label is not None and _denied(row) == restated.denied:
            yield {k: v for k, v in {**row, "label": label}.items() if not (restated.denied and k == "factuality")}


def _patterns(graph: KnowledgeGraph, question: str, nlp: Any, words: Words) -> Iterator[tuple[Restated, Pattern]]:
    from kgraph.extraction import extract

    schema = Schema.load()
    for asked, masks in ((question, {}), mask(graph, question, words)):
        for restated in restate(asked, nlp, words):
            text = restated.sentence
            article = Article(path="question", text=text, ranges=((0, len(text)),))
            for pattern in patterns(restated, extract(nlp(text), article, schema), graph, masks):
                yield restated, pattern


def _found(rows: list[dict[str, Any]], question: str, pattern: Pattern, source: str) -> tuple[Found, ...]:
    """The answers of a pattern; if it leaves out part of the question, only from sentences that have most of its words.

    Stated facts come before reported ones, which are given only if there are no others.
    """
    wanted = _content(question, Schema.load().words["questions"])
    scored = [(_overlap(str(r["quote"]), wanted), r) for r in rows if not _denied(r)]
    best = max((score for score, _ in scored), default=0.0)
    if pattern.loose and best < ENOUGH:
        return ()
    told = {r.get("e") for score, r in scored if score == best and pattern.whole and not pattern.loose}
    kept = [r for score, r in scored if pattern.every or score == best or ("e" in r and r["e"] in told)]
    return tuple(_answers(_kept(kept, source)))


def _denied(row: Mapping[str, object]) -> bool:
    return str(row.get("factuality", "")).endswith("#negative")


def _answers(rows: Iterable[Mapping[str, Any]]) -> Iterator[Found]:
    quotes: dict[str, dict[str, None]] = {}
    notes: dict[str, dict[str, None]] = {}
    for row in rows:
        text = str(row.get("label", row.get("answer", "yes")))
        quote = " ".join(str(row.get("quote", "")).split())
        quotes.setdefault(text, {}).update({quote: None} if quote else {})
        marks = [
            str(row.get("factuality", "")).rpartition("#")[2],
            f"says {row['speaker']}" if "speaker" in row else "",
        ]
        notes.setdefault(text, {}).update({m: None for m in marks if m})
    for text, sentences in quotes.items():
        yield Found(text, tuple(sentences), "; ".join(notes[text]))


def _whether(rows: list[dict[str, Any]]) -> tuple[Found, ...]:
    """Yes with what says so, or that it is only denied; nothing if nothing says either, for silence is no denial."""
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
