"""Doc in, relations out: who stands how to whom, by the rules in `ontology/rules/relations`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.assembly import attributed
from kgraph.extraction.brackets import lifespans, parties
from kgraph.extraction.contained import capitals, contained
from kgraph.extraction.entities import evidence
from kgraph.extraction.factuality import factuality
from kgraph.extraction.frames import Match, matches
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.incumbents import CONTEXTUAL, incumbents
from kgraph.extraction.learnt import Guess, related
from kgraph.extraction.measures import MEASURES, Measure
from kgraph.extraction.roles import role_name
from kgraph.extraction.tenses import former, is_ago, is_to_be_left
from kgraph.extraction.times import time_for, times
from kgraph.extraction.wordings import deed, meant, whole
from kgraph.model import Article, Factuality, Relation, Statement, Time, Value
from kgraph.schema import Schema

ROLE_OF_WORDS = "*"
ACTORS = frozenset({"schema:Person", "schema:Organization", "schema:Place", "foaf:Group"})
MARKS = re.compile("[“”\"]|''")
CURLY = frozenset("“”")


def relations(
    doc: Doc,
    article: Article,
    schema: Schema,
    grounding: Grounding,
    said: Sequence[Statement] = (),
    guesses: Sequence[Guess] = (),
) -> Iterator[Relation]:
    """The relations of an article in the order of the text, each subject–object pair of a sentence once a property.

    What somebody says is theirs. Titles and attributes in indirect speech are the article's own words, so they are
    somebody else's only inside a quotation. `guesses` of learnt models stand back behind what rules say of the same.
    """
    quoted = tuple(s for s in said if s.kind == "direct")
    told = tuple(times(doc, article, schema))
    found = []
    for relation, taken_for_granted in _found(doc, article, schema, grounding, told):
        heard = [s for s in (quoted if taken_for_granted else said) if not _is_interrupted(s, relation.anchor, article)]
        found.append(attributed(relation, relation.anchor, heard))
    for relation in incumbents(doc, article, schema, grounding, found):
        heard = [s for s in quoted if not _is_interrupted(s, relation.anchor, article)]
        found += [relation] if not attributed(relation, relation.anchor, heard).statement else []  # "thanks, President"
    for relation in tuple(related(guesses, found, doc, article, schema, grounding)):
        heard = [s for s in said if not _is_interrupted(s, relation.anchor, article)]
        found.append(attributed(relation, relation.anchor, heard))
    seen, rules = set(), {rule.name: rule for rule in schema.relations}
    for relation in found:
        key = (relation.property, relation.subject, relation.object.value, relation.role, relation.evidence)
        if key not in seen:
            seen.add(key)
            rule = rules.get(relation.rule)
            sure = rule.confidence(relation.confidence) if rule is not None else relation.confidence
            yield replace(relation, confidence=sure)


def _found(
    doc: Doc, article: Article, schema: Schema, grounding: Grounding, told: Sequence[Time]
) -> Iterator[tuple[Relation, bool]]:
    """Each relation, and whether its sentence takes it for granted (titles, appositions, brackets)."""
    for match in matches(doc, schema.relations, grounding):
        if match.frame.kind in CONTEXTUAL:
            continue
        granted = syntax.predication(match.anchor) is None
        yield from ((relation, granted) for relation in _relations(match, article, schema, grounding, told))
    yield from ((relation, True) for relation in lifespans(doc, article, schema, grounding, told))
    yield from ((relation, True) for relation in parties(doc, article, grounding))
    yield from ((relation, True) for relation in contained(doc, article, grounding))
    yield from ((relation, True) for relation in capitals(doc, article, schema, grounding))


def _is_interrupted(statement: Statement, anchor: tuple[int, int], article: Article) -> bool:
    """Whether words within a quotation's span stand where it is interrupted: “…,” said Holm, a doctor, “…”."""
    if statement.kind != "direct" or anchor[0] < statement.content.start:
        return False
    marks: list[str] = MARKS.findall(article.text[statement.content.start : anchor[0]])
    if marks and marks[-1] in CURLY:
        return marks[-1] == "”"
    return len(marks) % 2 == 1


def _relations(
    match: Match, article: Article, schema: Schema, grounding: Grounding, told: Sequence[Time]
) -> Iterator[Relation]:
    value, hedge = _factuality(match, schema)
    ahead = bool(value) and is_to_be_left(match, schema)
    if ahead:
        value, hedge, told = "", "", ()  # "will resign as director" takes for granted that she is
    role = role_name(match, schema) if match.frame.role == ROLE_OF_WORDS else match.frame.role
    start, end = _bounds(match, told, schema) if match.frame.kind != "date" else ("", "")
    if not (value or ahead or start or end) and match.frame.kind != "date":
        role = former(role, match, told, article, schema)
    for subject in () if _is_shared(match) else match.tokens("subject"):
        for object_, softened in _objects(match, article, schema, grounding, told):
            id = _node(subject, match, grounding)
            if id is None or (object_.kind == "node" and object_.value == id):
                continue
            yield Relation(
                property=match.rule.type,
                subject=id,
                object=object_,
                evidence=evidence(syntax.sentence(match.anchor), article),
                anchor=match.span,
                role=role,
                start=start,
                end=end,
                factuality=value,
                hedge=hedge or softened,
                rule=match.rule.name,
                confidence=match.frame.confidence,
            )


def _is_shared(match: Match) -> bool:
    """Whether several have a share together, of which the text tells no one's own: "a fifth are Danes and Swedes"."""
    subjects = match.tokens("subject")
    return match.frame.kind == "share" and (len(subjects) > 1 or any(len(syntax.expand(t)) > 1 for t in subjects))


def _node(token: Token, match: Match, grounding: Grounding) -> str | None:
    """The entity of a filler: a named one, or the unnamed one that the words themselves describe ("X's brother")."""
    id = grounding.of(token)
    if id is None or grounding.entity(id).named:
        return id
    owned = token.i == match.anchor.i or any(syntax.is_name(t) for t in syntax.fillers(token, "possessor"))
    described = owned and any(syntax.is_name(t) for t in syntax.noun_phrase(token))
    return id if described else None


def _objects(
    match: Match, article: Article, schema: Schema, grounding: Grounding, told: Sequence[Time]
) -> Iterator[Measure]:
    """The objects of a match, a number with the words that soften it."""
    if match.frame.kind in MEASURES:
        for token in match.tokens("object"):
            yield from MEASURES[match.frame.kind](token, schema.words["figures"])
    else:
        yield from ((value, "") for value in _values(match, article, grounding, told))


def _values(match: Match, article: Article, grounding: Grounding, told: Sequence[Time]) -> Iterator[Value]:
    if match.frame.kind == "words":
        start, end = match.span
        said = " ".join(match.words.text.lower().split())
        yield Value("text", match.frame.value.replace("{}", said) or said, article.text[start:end])
        return
    for token in match.tokens("object"):
        if match.frame.kind == "date":
            opening = any(name.startswith("when") for _, names in match.frame.roles for name in names)
            yield from _dates(token, told, opening=opening)
        elif match.frame.kind == "phrase":
            head = meant(token)
            if head is not None and not ACTORS & {*grounding.types(token), *grounding.types(head)}:
                yield Value("text", deed(head) if syntax.is_verbal(head) else whole(head), head.lemma_.lower())
        elif match.frame.kind == "first":  # the genus of a species
            name = syntax.name_span(token)
            words = [t for t in name if t.is_alpha]
            common = name.start > 0 and name.doc[name.start - 1].pos_ == "DET"  # "the Northland mudfish"
            if len(words) > 1 and words[0].text.istitle() and words[1].is_lower and not common:
                yield Value("text", words[0].text, words[0].text)
        elif match.frame.kind == "text":
            span = syntax.name_span(token)
            yield Value("text", " ".join(span.text.split()), article.text[span.start_char : span.end_char])
        else:
            id = _node(token, match, grounding)
            if id is not None:
                yield Value("node", id, token.text)


def _dates(token: Token, told: Sequence[Time], *, opening: bool = False) -> Iterator[Value]:
    """The days, months or years that a phrase names, or at which a time opens: "published since 1978"."""
    span = syntax.noun_phrase(token)
    for time in told:
        said = time.evidence
        inside = span.start_char <= said.start < span.end_char or said.start <= token.idx < said.end
        if inside and time.start and (time.start == time.end or (opening and not time.end)):
            yield Value("date", time.start, time.evidence.quote)


def _bounds(match: Match, told: Sequence[Time], schema: Schema) -> tuple[str, str]:
    """From when until when it holds, where the same clause says a span of time ("from 1988 to 1992", "until 2019")."""
    through = syntax.predication(match.anchor)
    for token in dict.fromkeys(t for t in (match.anchor, through) if t is not None):
        time = time_for(token, told, schema, inherit=False)
        if time is not None and time.start != time.end and not is_ago(time, schema):
            return time.start, time.end
        if time is not None and token.lemma_.lower() in schema.words["offices"]["entering"]:
            return time.start, ""
        if time is not None and token.lemma_.lower() in schema.words["offices"]["leaving"]:
            return "", time.end
    return _bounds_behind(match, told) if through is None else ("", "")


def _bounds_behind(match: Match, told: Sequence[Time]) -> tuple[str, str]:
    """The span of time that follows a description right away: "the mayor of Oslo from 2007 until 2015"."""
    doc, phrase = match.words.doc, syntax.noun_phrase(match.anchor)
    named = [syntax.name_span(t).end for t in match.tokens("object") if t.i > match.anchor.i]
    end = max([phrase.end, match.words.end, *named])
    start, until = "", ""
    for time in told:
        span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
        if span is None or span.sent.start != match.anchor.sent.start or time.start == time.end:
            continue
        within = match.words.end <= span.start < phrase.end
        if within or (0 <= span.start - end <= 1 and not doc[end].is_punct):
            start, until, end = start or time.start, time.end or until, max(end, span.end)
    return start, until


def _factuality(match: Match, schema: Schema) -> tuple[Factuality, str]:
    """How far the text commits to it; a title or apposition is taken for granted whatever its clause denies."""
    anchor = match.anchor
    through = syntax.predication(anchor)
    if through is not None and any(a.tag_ == "VBG" for a in syntax.auxiliaries(through)[:1]):
        return "underspecified", ""  # "the idea of X being the owner" asserts nothing
    words = schema.words["factuality"]
    if through is not None:
        tables = ("viewing",) if syntax.is_passive(through) else ("viewing", "recognising")
        viewed = through.i != anchor.i and any(through.lemma_.lower() in words.get(t, ()) for t in tables)
        said, hedge = factuality(through, schema)
        return (said, hedge) if said or not viewed else ("underspecified", "")
    if syntax.is_negated(anchor):
        return "negative", ""
    doubted = next((c for c in anchor.lefts if c.lower_ in words.get("possible_adjectives", ())), None)
    return ("possible", doubted.lower_) if doubted is not None else ("", "")
