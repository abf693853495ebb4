"""A verb in, the arguments out that its place among its neighbours gives it, where a parser hangs them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kgraph.extraction import labels
from kgraph.extraction.phrases import is_name, name_span, own_case
from kgraph.extraction.predicates import is_passive, is_verbal

SWEAR = "swear"


def restricts(verb: Token) -> bool:
    """Whether a clause is a noun's own, though a parser takes it for an aside: "X is a river that flows into Y"."""
    return verb.dep_ == "advcl:relcl" and verb.head.pos_ in {"NOUN", "PROPN"} and verb.head.i < verb.i


def is_aside(verb: Token) -> bool:
    """Whether a clause only adds to its verb; so does an infinitive that a parser joins to it: "named X to lead"."""
    aimed = any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.lefts)
    return verb.dep_ in labels.ADVERBIAL or (verb.dep_ == "conj" and aimed)


def described_noun(participle: Token) -> Token:
    """The noun before an -ing participle, also where a parser hangs it on the name behind: "a film starring X"."""
    before = participle.doc[participle.i - 1] if participle.i else participle
    wrong = participle.tag_ == "VBG" and participle.head.i == participle.i + 1 and before.pos_ == "NOUN"
    return before if wrong and is_name(participle.head) else participle.head


def is_behind(child: Token, verb: Token) -> bool:
    """Whether a "subject" stands behind an -ing participle, which makes it its object: "a film starring X"."""
    return verb.tag_ == "VBG" and child.i > verb.i and child.dep_ in labels.SUBJECT


def told_by(noun: Token) -> Token:
    """What a noun hangs on: the verb where a parser hangs "as minister" on the name between the two."""
    name, hung = noun.head, noun.dep_ in labels.OBLIQUE and own_case(noun) == "as"
    beyond = hung and name.ent_type_ == "PERSON" and name.i < noun.i and is_verbal(name.head) and name.head.i < name.i
    return name.head if beyond and name.dep_ in labels.OBJECT | labels.OBLIQUE else name


def name_behind(verb: Token) -> list[Token]:
    """The name right behind an -ing participle that a parser hangs elsewhere: "directed by X and starring Y".

    So does the particle of "swore in X" not make a place of X.
    """
    sworn = verb.lemma_.lower() == SWEAR and verb.doc[verb.i + 1 : verb.i + 2].text == "in"
    i = verb.i + 1 + sworn
    after = verb.doc[i] if i < verb.sent.end else None
    named = after is not None and (after.ent_type_ == "PERSON" if sworn else verb.tag_ == "VBG" and is_name(after))
    return [name_span(after).root] if named and after is not None else []


def maker_behind(noun: Token) -> Iterator[Token]:
    """Whom "by" right behind a noun names, though it may hang on a verb that follows: "a novel by X published"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.lower_ == "by" and after.dep_ == "case" and after.head.i > after.i:
        yield from (t for t in [after.head] if t.head.i != noun.i and not t.like_num and t.ent_type_ != "DATE")


def shared_agent(verb: Token) -> Iterator[Token]:
    """Whom "by" names for a participle that is joined to another: "written and directed by X".

    So does one that hangs on an office: "was replaced as mayor by X".
    """
    told = (c for c in verb.rights if c.dep_ == "xcomp" and is_verbal(c) and any(g.lower_ == "to" for g in c.lefts))
    yield from (t for c in told for t in c.rights if own_case(t) == "by" and is_name(t))  # "was urged to do so by X"
    named = (c for c in verb.rights if c.dep_ in labels.OBLIQUE and own_case(c) == "as")
    yield from (t for office in named for t in office.rights if t.dep_ == "nmod" and own_case(t) == "by" and is_name(t))
    if verb.dep_ == "conj" and is_verbal(verb.head) and is_passive(verb.head):
        yield from (t for t in _agents(verb.head) if t.i > verb.i)
    for second in verb.rights:
        joined = second.dep_ == "conj" and second.tag_ in {"VBN", "VBD"} and is_verbal(second)
        own = any(c.dep_ in labels.SUBJECT for c in second.children)
        if joined and not own and not any(t.pos_ == "NOUN" for t in verb.doc[verb.i + 1 : second.i]):
            yield from (t for t in _agents(second) if t.i > second.i)


def _agents(verb: Token) -> Iterator[Token]:
    yield from (c for c in verb.children if c.dep_ in labels.OBLIQUE and own_case(c) == "by")
    by = (c for c in verb.children if c.dep_ in labels.OBLIQUE_CLEAR and c.lower_ == "by")
    yield from (c for preposition in by for c in preposition.children if c.dep_ == "pobj")
