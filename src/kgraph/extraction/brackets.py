"""Doc in, what a bracket after a person's name tells out: births and deaths, and the party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from kgraph.extraction import syntax
from kgraph.extraction.beside import letter_after
from kgraph.extraction.entities import evidence
from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Relation, Time, Value
from kgraph.schema import Schema

BIRTH, DEATH = "schema:birthDate", "schema:deathDate"
MEMBER = "schema:memberOf"
RULES = {BIRTH: "birth-date", DEATH: "death-date"}
DASHES = frozenset({"-", "–", "—", "−"})
LONGEST = 40
SHORTEST_LIFE = 20
CONFIDENCE = 0.95


def lifespans(
    doc: Doc, article: Article, schema: Schema, grounding: Grounding, told: Sequence[Time]
) -> Iterator[Relation]:
    """The dates in "X (born 3 May 1960)", "X (1907 – 1967)", "X (Chinese: …; 1907 – 1967)"."""
    words = schema.words["lifespans"]
    for name in doc.ents:
        id = grounding.of(name.root) if name.label_ == "PERSON" else None
        bracket = _bracket(name) if id is not None else None
        if id is None or bracket is None:
            continue
        for property, value in _dates(bracket, told, words["birth"], words["death"]):
            passage = evidence(syntax.sentence(name.root), article)
            anchor = (bracket.start_char, bracket.end_char)
            yield Relation(property, id, value, passage, anchor, rule=RULES[property], confidence=CONFIDENCE)


def parties(doc: Doc, article: Article, grounding: Grounding) -> Iterator[Relation]:
    """The party in "Senator X (R-Fla.)"."""
    for name in doc.ents:
        letter = letter_after(name) if name.label_ == "PERSON" else None
        if letter is None:
            continue
        person, party = grounding.of(name.root), grounding.of(letter)
        if person and party and "schema:PoliticalParty" in grounding.types(letter):
            passage = evidence(syntax.sentence(name.root), article)
            anchor = (letter.idx, letter.idx + len(letter))
            value = Value("node", party, letter.text)
            yield Relation(MEMBER, person, value, passage, anchor, rule="membership", confidence=CONFIDENCE)


def _bracket(name: Span) -> Span | None:
    """What stands between the brackets right after a name."""
    doc, start = name.doc, name.end
    if start >= len(doc) or doc[start].text != "(":
        return None
    end = next((t.i for t in doc[start : start + LONGEST] if t.text == ")"), start)
    return doc[start + 1 : end] if end > start + 1 else None


def _dates(
    bracket: Span, told: Sequence[Time], birth: Sequence[str], death: Sequence[str]
) -> Iterator[tuple[str, Value]]:
    inside = [t for t in told if bracket.start_char <= t.evidence.start < bracket.end_char and t.start]
    single = [t for t in inside if t.start == t.end]
    marked = [(m, t) for t in single if (m := _mark(bracket, t, birth, death))]
    if marked:
        yield from ((m, Value("date", t.start, t.evidence.quote)) for m, t in marked)
    elif len(single) == 2 and _is_dashed(bracket, single[0], single[1]):
        yield from _life(single[0].start, single[1].start, single[0].evidence.quote, single[1].evidence.quote)
    elif len(inside) == 1 and inside[0].end and DASHES & set(inside[0].evidence.quote):
        quote = inside[0].evidence.quote
        yield from _life(inside[0].start, inside[0].end, quote, quote)


def _life(born: str, died: str, first: str, second: str) -> Iterator[tuple[str, Value]]:
    """Birth and death, if a life of that length is likelier than a term of office."""
    if int(died[:4]) - int(born[:4]) >= SHORTEST_LIFE:
        yield BIRTH, Value("date", born, first)
        yield DEATH, Value("date", died, second)


def _mark(bracket: Span, time: Time, birth: Sequence[str], death: Sequence[str]) -> str:
    """The property that the last word of birth or death before a date tells."""
    before = [t.lower_ for t in bracket if t.idx < time.evidence.start]
    found = next((w for w in reversed(before) if w in birth or w in death), "")
    return BIRTH if found in birth else DEATH if found in death else ""


def _is_dashed(bracket: Span, first: Time, second: Time) -> bool:
    return bool(DASHES & {t.text for t in bracket if first.evidence.end <= t.idx < second.evidence.start})
