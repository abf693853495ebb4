"""Sentences with known facts in (tekgen, of Text2KGBench), lessons out: Docs, and the facts in our terms."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kgraph.annotation import annotate
from kgraph.extraction import learnt
from kgraph.extraction.entities import ground
from kgraph.extraction.learnt.candidates import Candidate, Scene, plain
from kgraph.extraction.learnt.spans import places, places_of_names
from kgraph.extraction.learnt.weights import Weights
from kgraph.extraction.learnt.words import overlap, sentences
from kgraph.extraction.titles import entitled
from kgraph.model import Article
from kgraph.schema import Schema

TERMS = Path(__file__).with_name("tekgen.toml")
FILE = "relations/tekgen.train.jsonl"
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
UNKNOWN = "-01"  # the first of January is a year, the first of a month may be the month


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject stands to object as property says; texts as the corpus writes them, dates in ISO 8601."""

    subject: str
    property: str
    object: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text of a pack's domain with the facts that it is known to tell, and its Doc once it is parsed."""

    pack: str
    article: Article
    facts: tuple[Fact, ...]
    doc: Doc | None = None

    @property
    def parsed(self) -> Doc:
        """The Doc; ValueError where the text was not parsed yet."""
        if self.doc is None:
            raise ValueError("a lesson is parsed before it is learnt from")
        return self.doc


def lessons(corpora: Path) -> Iterator[Lesson]:
    """The sentences of the corpus; facts whose relation is none of our properties are left out."""
    terms = tomllib.loads(TERMS.read_text(encoding="utf-8"))
    whole = (corpora / FILE).read_text(encoding="utf-8")
    for line in whole.rstrip().split("\n"):  # the texts hold other line ends
        row = json.loads(line)
        domain = terms[row["ontology"]]
        known: Mapping[str, str] = domain["properties"]
        facts = tuple(Fact(s, known[p], day(o)) for s, p, o in row["gold"] if p in known)
        text = row["text"]
        yield Lesson(domain["pack"], Article(f"{row['id']}.txt", text, ((0, len(text)),)), facts)


def day(text: str) -> str:
    """A date as the corpus writes it in ISO 8601; any other text as it is."""
    if DAY.fullmatch(text) is None:
        return text
    try:
        return datetime.strptime(text, "%d %B %Y").date().isoformat()
    except ValueError:
        return text


def parsed(given: Sequence[Lesson], nlp: Language, kept: Path | None = None) -> Iterator[Lesson]:
    """The lessons with their Docs, which are read from the file `kept` if it is there, else written into it."""
    if kept is not None and kept.is_file():
        docs = list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    else:
        docs = [annotate(lesson.article, nlp) for lesson in given]
    if kept is not None and not kept.is_file():
        DocBin(docs=docs).to_disk(kept)
    yield from (replace(lesson, doc=doc) for lesson, doc in zip(given, docs, strict=True))


def with_titles(given: Iterable[Lesson]) -> Iterator[Lesson]:
    """The lessons with the names in their Docs that the rules of their packs tell."""
    for lesson in given:
        yield replace(lesson, doc=entitled(lesson.parsed, Schema.load(packs=(lesson.pack,))))


def scenes(lesson: Lesson, names: Weights, values: Iterable[str]) -> list[Scene]:
    """The sentences of a lesson with their candidates."""
    schema = Schema.load(packs=(lesson.pack,))
    grounding = ground(lesson.parsed, lesson.article, schema)
    return list(learnt.scenes(lesson.parsed, lesson.article, schema, grounding, names, values))


def right_places(lesson: Lesson) -> Iterator[tuple[tuple[int, int], Mapping[tuple[int, int], str], bool]]:
    """The places that overlap a name of a fact, the names known so far, and whether the name stands exactly there."""
    told = {plain(text) for fact in lesson.facts for text in (fact.subject, fact.object)}
    for sentence in sentences(lesson.parsed):
        every = list(dict.fromkeys(places(sentence)))
        right = [p for p in every if plain(lesson.parsed[p[0] : p[1]].text) in told]
        ents = places_of_names(sentence)
        yield from ((p, ents, p in right) for p in every if any(overlap(p, r) for r in right))


def is_same(one: Candidate, text: str) -> bool:
    """Whether a candidate is what a fact says, whatever its article; a year is its first day."""
    if one.kind == "date":
        return (one.value + UNKNOWN * (2 - one.value.count("-"))) == text
    return bare(one.value) == bare(text)


def bare(text: str) -> str:
    """A name in small letters, without article and blanks."""
    return plain(re.sub(r"^the\s+", "", text.strip(), flags=re.IGNORECASE))
