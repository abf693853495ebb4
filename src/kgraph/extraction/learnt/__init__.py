"""Doc in, relations out that a small model has learnt to tell: a second voter beside the rules of packs.

A pack may hold `learnt.json`: weights of logistic regression over names and values of one sentence, trained by
`kgraph.training` on sentences with known facts. Its guesses say their chance as confidence and name the pack
("film-learnt") as their rule. Where no pack has such a file nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span

from kgraph.extraction.entities import evidence
from kgraph.extraction.factuality import factuality
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.learnt.candidates import Candidate, Scene, plain, scene
from kgraph.extraction.learnt.spans import chances
from kgraph.extraction.learnt.voting import Guess, guesses
from kgraph.extraction.learnt.weights import Weights, read_voter, read_weights
from kgraph.extraction.learnt.words import overlap, sentences
from kgraph.extraction.predicates import clause_of
from kgraph.extraction.times import times
from kgraph.model import Article, Relation, Value
from kgraph.schema import Schema

__all__ = ["Guess", "guessed", "named", "related", "scenes"]

FILE, NAMES = "learnt.json", "learnt/names.json"
ANYTHING, TEXT = "schema:Thing", "xsd:string"


def guessed(doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> tuple[Guess, ...]:
    """What the models of the loaded packs take the sentences to say, in the order of the text."""
    voters = tuple(read_voter(folder / FILE) for folder in schema.packs if (folder / FILE).is_file())
    if not voters:
        return ()
    names = read_weights(schema.path / NAMES)
    values = frozenset(value for v in voters for value in v.values)
    seen = scenes(doc, article, schema, grounding, names, values)
    return tuple(guess for one in seen for v in voters for guess in guesses(one, v))


def scenes(
    doc: Doc, article: Article, schema: Schema, grounding: Grounding, names: Weights, values: Iterable[str]
) -> Iterator[Scene]:
    """Each sentence with its candidates."""
    told, known = tuple(times(doc, article, schema)), frozenset(values)
    for sentence in sentences(doc):
        yield scene(sentence, chances(sentence, names), grounding, told, known)


def named(doc: Doc, found: Sequence[Guess], schema: Schema) -> Doc:
    """The Doc with the names in `doc.ents` that guesses are of and nobody knew; the Doc itself where there are none."""
    new: dict[tuple[int, int], str] = {}
    for guess in found:
        known = schema.properties[guess.property]
        things = [(guess.subject, next(iter(known.domain), ANYTHING))]
        things += [] if TEXT in known.range else [(guess.object, ANYTHING)]
        for one, label in things:
            if one.kind == "span" and not any(overlap(one.place, place) for place in new):
                new[one.place] = label
    if not new:
        return doc
    copy = doc.copy()
    kept = [e for e in doc.ents if not any(overlap((e.start, e.end), place) for place in new)]
    spans = [Span(copy, e.start, e.end, label=e.label) for e in kept]
    copy.ents = sorted([*spans, *(Span(copy, s, e, label=c) for (s, e), c in new.items())], key=lambda s: s.start)
    return copy


def related(
    guesses: Sequence[Guess],
    known: Sequence[Relation],
    doc: Doc,
    article: Article,
    schema: Schema,
    grounding: Grounding,
) -> Iterator[Relation]:
    """The guesses as relations of entities, but for what rules have settled and what its clause denies."""
    for guess in guesses:
        relation = _relation(guess, doc, article, schema, grounding)
        if relation is not None and not any(_is_settled(relation, other, schema) for other in known):
            yield relation


def _relation(guess: Guess, doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> Relation | None:
    span = guess.object.span(doc)
    subject, value = _entity(guess.subject, doc, grounding), _value(guess, doc, schema, grounding)
    said, hedge = factuality(clause_of(span.root), schema)
    if subject is None or said == "negative" or (value.kind == "node" and value.value == subject):
        return None
    return Relation(
        property=guess.property,
        subject=subject,
        object=value,
        evidence=evidence(span.sent, article),
        anchor=(span.start_char, span.end_char),
        factuality=said,
        hedge=hedge,
        rule=guess.rule,
        confidence=guess.chance,
    )


def _is_settled(guess: Relation, known: Relation, schema: Schema) -> bool:
    """Whether a rule has already said how the two stand to each other, or which is the only value."""
    if guess.subject != known.subject or guess.evidence != known.evidence:
        return False
    one, other = guess.object, known.object
    same = plain(one.value) == plain(other.value) or plain(one.text) == plain(other.text)
    return same or (guess.property == known.property and guess.property in schema.one_valued)


def _entity(one: Candidate, doc: Doc, grounding: Grounding) -> str | None:
    """The entity whose name a candidate is."""
    return next((id for t in one.span(doc) if (id := grounding.of(t)) and grounding.entity(id).named), None)


def _value(guess: Guess, doc: Doc, schema: Schema, grounding: Grounding) -> Value:
    one = guess.object
    words = " ".join(one.span(doc).text.split())
    if one.kind == "date":
        return Value("date", one.value, words)
    literal = TEXT in schema.properties[guess.property].range
    id = None if literal or one.kind == "text" else _entity(one, doc, grounding)
    return Value("text", one.value if literal else words, words) if id is None else Value("node", id, words)
