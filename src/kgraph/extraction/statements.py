"""Attributions in, statements out: who says what, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.actors import plain_name
from kgraph.extraction.attribution import Attribution
from kgraph.extraction.attribution.direct import clause_span
from kgraph.extraction.attribution.quotations import WORD, Quotation, quotations
from kgraph.extraction.entities import evidence
from kgraph.extraction.factuality import factuality
from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Entity, Evidence, Mention, Statement, StatementKind
from kgraph.schema import Schema

UNNAMED = ("foaf:Group",)


def heard(found: Sequence[Attribution], article: Article, grounding: Grounding) -> Grounding:
    """The grounding with an unnamed entity for every source that is nobody known ("the report", "is said to").

    A personal pronoun that nobody could resolve is whoever spoke last, "they" no single person, "she" no company.
    """
    entities, tokens, mentions = dict(grounding.entities), dict(grounding.tokens), list(grounding.mentions)
    spoke: list[str] = []
    for a in found:
        if not a.cue.sources:
            id = _unsaid(a)
            entities[id] = Entity(id, UNNAMED, " ".join(a.cue.words.text.split()), named=False)
        for token in a.cue.sources:
            if token.i not in tokens and "Prs" in token.morph.get("PronType", []):
                last = next((id for id in reversed(spoke) if _may_be(token, entities[id])), "")
                tokens |= {token.i: last} if last else {}
            if token.i not in tokens:
                mentions.append(_unknown(token, article, entities, tokens))
            spoke.append(tokens[token.i])
        for token in (t for t in a.cue.addressees if t.pos_ == "NOUN" and t.i not in tokens):
            mentions.append(_unknown(token, article, entities, tokens))
    mentions.sort(key=lambda m: (m.evidence.start, m.evidence.end))
    return Grounding(entities, tokens, tuple(mentions), grounding.wholes)


def _may_be(pronoun: Token, entity: Entity) -> bool:
    if not entity.named:
        return True
    person = "schema:Person" in entity.types
    return not person if pronoun.lower_ in {"they", "them"} else person or pronoun.lower_ == "it"


def _unknown(token: Token, article: Article, entities: dict[str, Entity], tokens: dict[int, str]) -> Mention:
    """The mention of one who speaks or is spoken to and has no name, now an entity of its own."""
    id, span = f"source {token.i}", syntax.noun_phrase(token)
    tokens[token.i] = id
    entities[id] = Entity(id, UNNAMED, plain_name(span, token), named=False)
    return Mention(id, "nominal", evidence(span, article), (token.idx, token.idx + len(token)))


def _unsaid(a: Attribution) -> str:
    return f"source of {a.cue.anchor.i}"


def statements(
    article: Article, schema: Schema, grounding: Grounding, found: Sequence[Attribution]
) -> Iterator[Statement]:
    """The statements of an article in the order of the text, one for each source of an attribution."""
    quoted = quotations(article.text, article.ranges)
    numbers = count(1)
    for a in found:
        value, hedge = factuality(a.cue.anchor, schema) if syntax.is_verbal(a.cue.anchor) else ("", "")
        for speaker in _speakers(a, grounding):
            yield Statement(
                id=f"s{next(numbers)}",
                speaker=speaker,
                cue=evidence(a.cue.words, article),
                content=_content(a, article, quoted),
                kind=_kind(a, article, quoted),
                evidence=_evidence(a, article),
                addressee=next((id for t in a.cue.addressees if (id := grounding.of(t))), ""),
                medium=_medium(a),
                about=_about(a, grounding),
                negated=value == "negative" and syntax.is_negated(a.cue.anchor),
                hedge=hedge or (a.cue.words.text.lower() if a.cue.kind == "adverb" else ""),
                rule=a.cue.rule,
                confidence=a.cue.confidence,
            )


def _speakers(a: Attribution, grounding: Grounding) -> tuple[str, ...]:
    if not a.cue.sources:
        return (_unsaid(a),)
    return tuple(dict.fromkeys(id for t in a.cue.sources if (id := grounding.of(t))))


def _content(a: Attribution, article: Article, quoted: Sequence[Quotation]) -> Evidence:
    """The passage without quotation marks around the whole of it."""
    (start, end), direct = a.content, _kind(a, article, quoted) == "direct"
    for q in quoted:
        start = q.inner[0] if q.start == start and (q.end >= end or direct) else start
        end = q.inner[1] if q.end == end and (q.inner[0] <= start or direct) else end
    while end > start and (article.text[end - 1].isspace() or article.text[end - 1] == ","):
        end -= 1
    return Evidence(article.id, start, end, article.text[start:end])


def _kind(a: Attribution, article: Article, quoted: Sequence[Quotation]) -> StatementKind:
    start, end = a.content
    first, last = clause_span(a.cue)
    pieces = [(start, first), (last, end)] if start <= first and last <= end else [(start, end)]
    words = [(s + m.start(), s + m.end()) for s, e in pieces for m in WORD.finditer(article.text[s:e])]
    inside = [w for w in words if any(q.holds(w) and not q.holds(a.cue.span) for q in quoted)]
    return "indirect" if not inside else "direct" if len(inside) == len(words) else "mixed"


def _evidence(a: Attribution, article: Article) -> Evidence:
    sentence = syntax.sentence(a.cue.anchor)
    start, end = min(sentence.start_char, a.content[0]), max(sentence.end_char, a.content[1])
    return Evidence(article.id, start, end, article.text[start:end])


def _medium(a: Attribution) -> str:
    if a.cue.medium is None:
        return ""
    words = [t for t in a.cue.medium if not t.is_space]
    while len(words) > 1 and words[0].pos_ in {"ADP", "DET", "PRON"}:
        words = words[1:]
    return " ".join(t.text for t in words)


def _about(a: Attribution, grounding: Grounding) -> tuple[str, ...]:
    inside = (m for m in grounding.mentions if a.content[0] <= m.evidence.start and m.evidence.end <= a.content[1])
    return tuple(dict.fromkeys(m.entity for m in inside))
