"""A token in, what kind of predicate it heads out: verbal, passive, negated, with which auxiliaries and particle."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kgraph.extraction import labels
from kgraph.extraction.phrases import own_case

NEAR = 3  # words between a verb and the name that it names: a title


def is_verbal(token: Token) -> bool:
    """Whether the token heads a verb phrase (participles used as modifiers included)."""
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in labels.AUXILIARY and not is_verbal_noun(token)


def is_verbal_noun(token: Token) -> bool:
    """Whether an -ing form with a determiner is a noun, whatever a tagger says: "the burning of the archive"."""
    return token.tag_ == "VBG" and any(c.dep_ == "det" for c in token.lefts)


def is_modifier(token: Token) -> bool:
    """Whether the word only modifies a noun to its right: compound, title, adjective or determiner."""
    return token.dep_ in labels.COMPOUND | labels.ADJECTIVE | {"det"}


def is_possessor(token: Token) -> bool:
    """Whether the word is a possessor: "Denmark" of "Denmark's army"."""
    return token.dep_ in labels.POSSESSOR


def is_marked_owner(token: Token) -> bool:
    """Whether a subject with "'s" is only whose subject it is: "Berg's son" where both are hung on the verb."""
    marked = any(c.tag_ == "POS" for c in token.rights)
    return marked and any(c.dep_ in labels.SUBJECT and c.i > token.i for c in token.head.children)


def own_subjects(token: Token) -> list[Token]:
    """The subjects that hang on a predicate itself, where a parser hangs several on it those that can be its own.

    "The point is that she left" has one of a clause around it, "said Ruiz" one behind; else they stand before.
    """
    found = [c for c in token.children if c.dep_ in labels.SUBJECT and not is_marked_owner(c)]
    found = found or [c for c in token.lefts if _is_bare_subject(c, token)]
    before = [c for c in found if c.i < token.i]
    if not before or (len(before) < len(found) and token.nbor(-1).is_punct and not is_passive(token)):
        return [c for c in found if c.i > token.i] or before
    linking = [c.i for c in token.children if c.dep_ in labels.AUXILIARY | {"mark"} and c.i < before[-1].i]
    return [c for c in before if not any(c.i < i for i in linking)] or before


def _is_bare_subject(token: Token, verb: Token) -> bool:
    """Whether a name without a preposition before a verb without a subject is its subject: "Acme Bank named X".

    So is what a word that may open a clause was taken for a preposition of: "shut it after an audit found that".
    """
    cases = [c for c in token.lefts if c.dep_ == "case"]
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"}
    if cases:
        beside = token.dep_ == "obl" and token.right_edge.i == verb.i - 1 and verb.dep_ == "parataxis"
        return beside and finite and cases[0].lower_ in labels.OPENING_CLAUSES and token.ent_type_ not in labels.TIMES
    named = token.dep_ == "obl:unmarked" and token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "ORG", "GPE"}
    return token.dep_ == "obl:agent" or (named and finite)


def object_behind(token: Token) -> Token | None:
    """The noun right behind an active verb that has its subject before it, though a parser calls both subjects.

    So is the name right behind it that a parser takes for what somebody is made: "named X", "named X director".
    """
    named = named_behind(token)
    if named is not None:
        return named
    subjects = {c.i for c in own_subjects(token)}
    if not subjects or max(subjects) > token.i or is_passive(token):
        return None
    places = {token.i + 1} | {c.i + 1 for c in token.rights if c.dep_ in labels.PARTICLE}
    return next((c for c in token.rights if c.dep_ in labels.SUBJECT and c.left_edge.i in places), None)


def named_behind(verb: Token) -> Token | None:
    """The name right behind a verb that hangs on it as a complement, or on the complement: "made X chairman"."""
    if verb.lemma_ in labels.LINKING or is_passive(verb):
        return None
    for child in verb.rights:
        if child.dep_ not in labels.PREDICATIVE | {"xcomp"} or is_verbal(child):
            continue
        named = [child] if child.pos_ == "PROPN" else [c for c in child.lefts if c.dep_ in labels.COMPOUND]
        first = next((t for t in named if t.pos_ == "PROPN" and t.ent_type_ in {"PERSON", "ORG"}), None)
        if first is not None and first.i - verb.i <= NEAR:
            return first
    return None


def is_hyphenated(token: Token) -> bool:
    """Whether the word opens a hyphenated one: "Denmark" of "Denmark-led"."""
    return token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a noun or adjective with a copula."""
    return (is_verbal(token) and token.dep_ != "amod") or any(c.dep_ in labels.COPULA for c in token.children)


def is_passive(token: Token) -> bool:
    """Whether the verb form is passive, reduced relatives ("troops sent by") and shared auxiliaries included."""
    if any(c.dep_ in labels.PASSIVE for c in token.children):
        return True
    if not _is_participle(token) or any(c.dep_ == "aux" for c in token.children):
        return False
    if token.dep_ == "conj" and is_verbal(token.head):
        return is_passive(token.head)
    if any(c.dep_ in labels.SUBJECT for c in token.children):
        return _is_parenthesis(token) and token.dep_ != "ROOT"  # "the editor, Silva, set out a list"
    return token.dep_ not in {"ROOT", "ccomp"}


def _is_participle(token: Token) -> bool:
    """Whether a verb is a past participle, also one that looks like its infinitive: "the line, cut for two days"."""
    if token.tag_ not in {"VB", "VBD", "VBP"} or token.lemma_.lower() != token.lower_:
        return token.tag_ == "VBN"
    aside = token.tag_ == "VBD" and token.i > token.sent.start and token.nbor(-1).text == ","
    aside = aside and not any(c.dep_ in labels.OBJECT for c in token.children)
    return aside or (token.dep_ == "acl" and not any(c.lower_ == "to" for c in token.lefts))


def is_negated(token: Token) -> bool:
    """Whether the word itself is denied: "not", "never", "neither … nor", "no" before it, or "without" doing it."""
    for child in token.children:
        if child.dep_ == "neg" or (
            child.lower_ in labels.NEGATORS and child.dep_ in {"advmod", "cc", "det", "cc:preconj"}
        ):
            return not _not_only(child)
        if child.lower_ in labels.NO and child.dep_ == "det":
            return True
        if child.dep_ in {"mark", "case"} and child.lower_ == "without":
            return True
    return any(a.lower_ in {"cannot", "can't", "won't"} for a in auxiliaries(token))


def auxiliaries(token: Token) -> tuple[Token, ...]:
    """The auxiliaries of a predicate, copula included; those of a first conjunct serve the ones after it."""
    own = tuple(c for c in token.children if c.dep_ in labels.AUXILIARY)
    if own or token.dep_ != "conj" or not is_predicate(token.head):
        return own
    return auxiliaries(token.head) if not any(c.dep_ in labels.SUBJECT for c in token.children) else ()


def lemma(token: Token) -> str:
    """The lemma in lower case, with its particle: "set up"."""
    particle = next((c.lower_ for c in token.children if c.dep_ in labels.PARTICLE), "")
    return f"{token.lemma_.lower()} {particle}".strip()


def clause_of(token: Token) -> Token:
    """The predicate of the clause that the token stands in (itself, if it is one)."""
    while not is_predicate(token) and token.head.i != token.i:
        token = token.head
    return token


def governors(token: Token) -> Iterator[Token]:
    """The predicates above a token, innermost first: what it is said, hoped, denied or done in order to."""
    while token.head.i != token.i:
        token = token.head
        if is_predicate(token):
            yield token


def _is_parenthesis(token: Token) -> bool:
    """Whether a participle opens a phrase between commas or brackets, perhaps after an adverb: ", once called"."""
    before = [t for t in token.doc[max(token.i - 2, token.sent.start) : token.i] if t.pos_ != "ADV"]
    return bool(before) and before[-1].text in labels.PAUSES


def _not_only(token: Token) -> bool:
    following: Doc = token.doc
    return token.i + 1 < len(following) and following[token.i + 1].lower_ in {"only", "just", "merely"}


def goes_on_from(token: Token) -> Token:
    """The predicate that a conjunct goes on from: of "said it came late and accused him" the saying, not the coming.

    What "it" is either said that or does not speak, so who spoke before speaks on.
    """
    above = token.head
    its = any(c.dep_ in labels.SUBJECT and c.lower_ in {"it", "this", "that"} for c in above.lefts)
    said = above.dep_ == "ccomp" and above.head.tag_ in {"VBD", "VBZ"} and token.tag_ in {"VBD", "VBZ"}
    return above.head if its and said and token.lemma_.lower() in labels.SPEAKING else above


def held_to_account(token: Token) -> tuple[Token, ...]:
    """Whose deed a clause in -ing is by its preposition: "accused X of leaving", "gave thanks to X for leaving"."""
    verb = token.head
    cases = {c.lower_ for c in token.lefts if c.pos_ in {"ADP", "SCONJ"}} & {"of", "from", "for", "into"}
    if token.tag_ == "VBG" and "for" in cases and (thanked := _thanked(token)) is not None:
        return (thanked,)
    if token.tag_ != "VBG" or not cases or not is_verbal(verb) or is_passive(verb):
        return ()
    fronted = (c for c in verb.lefts if c.dep_ in labels.OBJECT and c.tag_ in labels.RELATIVE_TAGS)
    if verb.dep_ in labels.RELATIVE and any(fronted):  # "X, which they accuse of leaving"
        return (verb.head,)
    objects = [c for c in verb.rights if c.dep_ in labels.OBJECT | labels.INDIRECT and c.i < token.i]
    given = [t for o in objects for t in o.rights if t.dep_ in labels.OBLIQUE and own_case(t) == "to" and t.i < token.i]
    if verb.lemma_.lower() in labels.LIGHT and given:
        return tuple(given)
    return tuple(o for o in objects if o.pos_ in {"PROPN", "PRON"} or cases & {"of", "into"})


def _thanked(token: Token) -> Token | None:
    """X of "thanks to X for leaving", wherever a parser hangs the clause."""
    mark = next((c for c in token.lefts if c.lower_ == "for"), None)
    if mark is None or mark.i == token.sent.start:
        return None
    before = token.doc[mark.i - 1]
    named = next((t for t in (before, *before.ancestors) if own_case(t) == "to"), None)
    whole = named is not None and named.right_edge.i == before.i and named.head.lemma_.lower() in labels.THANKS
    return named if whole else None


def is_infinitive(token: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in token.children)


def is_time(token: Token) -> bool:
    """Whether a word tells a time: a part of a date, or a year."""
    return token.ent_type_ in labels.TIMES or (token.like_num and len(token.text) == 4)
