"""A sentence in, who a learnt relation may be of and what its value may be out: names, dates, phrases."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kgraph.extraction.grounding import Grounding
from kgraph.extraction.learnt.spans import Place
from kgraph.extraction.learnt.words import MEANING, is_capital, lemma
from kgraph.model import Time

UNCLASSED = "schema:Thing"
Kind = Literal["node", "surface", "span", "date", "text"]
LIKELY_SUBJECT, LIKELY_OBJECT = 0.12, 0.25  # the chance from which on a place is taken for a name
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "SYM"})
PARTICIPLES = frozenset({"VBN", "VBG"})
JOINING = frozenset("-–‐‑/&") | {"of", "and", "'s", "in", "the", "n"}
HYPHENS = frozenset("-–‐‑/&")
LONGEST = 6


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A place in the text: a name of an entity (`node`), the name as it is spelt there (`surface`), a place that may
    be a name (`span`), a date, or a phrase (`text`). `type` is the class of the entity or the precision of the date.
    """

    start: int
    end: int
    kind: Kind
    value: str
    type: str = ""
    names: int = 1
    mentions: int = 0

    @property
    def place(self) -> Place:
        """Its first token, and the one behind its last."""
        return self.start, self.end

    def span(self, doc: Doc) -> Span:
        """Its words."""
        return doc[self.start : self.end]

    def sort(self, doc: Doc) -> str:
        """What it is in one word: the class, the precision, or how a phrase is spelt."""
        return self.type or ("Cap" if is_capital(doc[self.start]) else "low")


@dataclass(frozen=True)
class Scene:
    """One sentence with all that its candidates are judged by."""

    sentence: Span
    likely: Mapping[Place, float]
    subjects: tuple[Candidate, ...]
    objects: tuple[Candidate, ...]
    ents: Mapping[Place, str]
    lemmas: tuple[str, ...]
    ranks: Mapping[tuple[int, int, str], int]
    sorts: Mapping[str, int]


def scene(
    sentence: Span,
    likely: Mapping[Place, float],
    grounding: Grounding,
    told: Sequence[Time],
    values: Container[str],
) -> Scene:
    """The candidates of a sentence; `likely` are chances of names by place, `values` phrases met in training."""
    doc, ents = sentence.doc, {(e.start, e.end): e.label_ for e in sentence.ents}
    likely = {place: chance for place, chance in likely.items() if not _is_part(place, ents)}
    named = list(_named(sentence, grounding))
    objects = tuple(_once([*named, *_surfaces(named, doc), *_dates(sentence, told), *_likely(named, likely, doc),
                           *_phrases(sentence, told, values)]))  # fmt: skip
    ranks: dict[tuple[int, int, str], int] = {}
    sorts: dict[str, int] = {}
    for one in objects:
        sort = one.sort(doc)
        ranks[one.start, one.end, sort] = sorts.get(sort, 0)
        sorts[sort] = sorts.get(sort, 0) + 1
    lemmas = {lemma(t) for t in sentence if t.pos_ in MEANING and not t.ent_type_ and t.is_alpha}
    ents = {(e.start, e.end): e.label_ for e in sentence.ents}
    return Scene(
        sentence, likely, tuple(_subjects(named, likely, doc)), objects, ents, tuple(sorted(lemmas)), ranks, sorts
    )


def plain(text: str) -> str:
    """A text by which two are the same: in small letters, without blanks."""
    return "".join(text.lower().split())


def _named(sentence: Span, grounding: Grounding) -> Iterator[Candidate]:
    """The names of entities in a sentence."""
    doc = sentence.doc
    for mention in grounding.mentions:
        said = mention.evidence
        if mention.kind != "name" or not sentence.start_char <= said.start < sentence.end_char:
            continue
        entity, span = grounding.entity(mention.entity), doc.char_span(said.start, said.end, alignment_mode="expand")
        if span is not None and span.end <= sentence.end and _is_whole(span):
            kinds = [m.kind for m in grounding.mentions if m.entity == mention.entity]
            names = kinds.count("name")
            yield Candidate(span.start, span.end, "node", entity.name, entity.types[0], names, len(kinds) - names)


def _surfaces(named: Iterable[Candidate], doc: Doc) -> Iterator[Candidate]:
    for one in named:
        yield Candidate(one.start, one.end, "surface", one.span(doc).text, one.type)


def _dates(sentence: Span, told: Sequence[Time]) -> Iterator[Candidate]:
    for time in told:
        inside = sentence.start_char <= time.evidence.start < sentence.end_char
        if inside and time.start and time.start == time.end:
            start, end = time.evidence.start, time.evidence.end
            span = sentence.doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                yield Candidate(span.start, span.end, "date", time.start, f"date{len(time.start)}")


def _likely(named: Sequence[Candidate], likely: Mapping[Place, float], doc: Doc) -> Iterator[Candidate]:
    known = {one.place for one in named}
    for (start, end), chance in sorted(likely.items()):
        if chance > LIKELY_OBJECT and (start, end) not in known and _may_be_name(doc[start:end]):
            yield Candidate(start, end, "span", doc[start:end].text, "span")


def _subjects(named: Sequence[Candidate], likely: Mapping[Place, float], doc: Doc) -> Iterator[Candidate]:
    """Each entity at its first name, and the places that may be names."""
    first: dict[str, Candidate] = {}
    for one in named:
        first.setdefault(plain(one.value), one)
    places, spelt = {c.place for c in first.values()}, {plain(c.span(doc).text) for c in named}
    for (start, end), chance in sorted(likely.items()):
        text = doc[start:end].text
        fits = chance > LIKELY_SUBJECT and (start, end) not in places and _may_be_name(doc[start:end])
        if fits and plain(text) not in {*first, *spelt}:
            over = next((c.type for c in named if c.start < end and start < c.end), "")
            first[plain(text)] = Candidate(start, end, "span", text, f"span {over}")
    yield from sorted(first.values())


def _phrases(sentence: Span, told: Sequence[Time], values: Container[str]) -> Iterator[Candidate]:
    """The rows of nouns, adjectives and participles that no date is in, and every phrase met in training."""
    doc = sentence.doc
    dated = [(t.evidence.start, t.evidence.end) for t in told]
    free = [not any(a <= t.idx < b for a, b in dated) for t in sentence]
    for start in (t.i for t, ok in zip(sentence, free, strict=True) if ok and _is_nominal(t)):
        for end in range(start + 1, min(start + LONGEST, sentence.end) + 1):
            last = doc[end - 1]
            text = doc[start:end].text
            if _is_nominal(last) or text.lower() in values:
                yield Candidate(start, end, "text", text)
            if not (_is_nominal(last) or last.lower_ in JOINING):
                break


def _may_be_name(span: Span) -> bool:
    """Whether a place that is likely a name is one by its words: a capital that is not the sentence's, no bare noun."""
    opening = {"DET", "PRON", "ADP", "NUM"} if span.start == span.sent.start else set()
    named = any(is_capital(t) and not (t.i == span.start and t.pos_ in opening) for t in span)
    first = next((t for t in span if t.pos_ != "DET"), span[0])  # "the film Copper Sky" is what it is and its name
    return named and _is_whole(span) and (first.pos_ != "NOUN" or is_capital(first))


def _is_part(place: Place, ents: Mapping[Place, str]) -> bool:
    """Whether a place is but a part of a name whose class the words around it tell."""
    told = (other for other, label in ents.items() if ":" in label and label != UNCLASSED)
    return any(start <= place[0] and place[1] <= end and place != (start, end) for start, end in told)


def _is_whole(span: Span) -> bool:
    return span.text.count("(") == span.text.count(")")


def _is_nominal(token: Token) -> bool:
    return (token.pos_ in NOMINAL or token.tag_ in PARTICIPLES) and token.text not in HYPHENS


def _once(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Of several with one value at one place the first."""
    first: dict[tuple[int, str], Candidate] = {}
    for one in found:
        first.setdefault((one.start, plain(one.value)), one)
    yield from sorted(first.values())
