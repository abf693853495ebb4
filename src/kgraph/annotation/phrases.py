"""Token in, phrase out: what of a parse tree the annotation needs, in Universal Dependencies and in CLEAR labels."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass"))
OBJECTS = frozenset(("obj", "dobj", "iobj", "dative"))
OWNERS = frozenset(("nmod:poss", "poss"))
DETERMINERS = frozenset(("det", "det:predet", "predet"))
APPOSITIONS = frozenset(("appos",))
NAME_PARTS = frozenset(("flat", "flat:name", "compound", "nmod:desc", "goeswith", "fixed"))
EXPLETIVES = frozenset(("expl",))
CLAUSES = frozenset(("csubj", "csubj:pass", "csubj:outer", "csubjpass", "ccomp", "acl:relcl", "relcl"))
ATTRIBUTES = frozenset(("acl", "advcl"))
CONJUNCTS = frozenset(("conj",))
NEGATIONS = frozenset(("neg",))
BEFORE = DETERMINERS | OWNERS | NAME_PARTS | {"amod", "nummod", "nmod", "quantmod", "nmod:unmarked", "punct", "nn"}
AFTER = NAME_PARTS | {
    "nmod",
    "acl",
    "acl:relcl",
    "relcl",
    "amod",
    "nummod",
    "prep",
    "advmod",
    "nmod:unmarked",
    "obl",
    "case",
}

HYPHENS = ("-", "–", "‑")
PAUSES = (",", ";", ":", "(", "—")
INNER_MARKS = (*HYPHENS, "“", "”", '"', "‘", "’", "'", "(")


def is_subject(token: Token) -> bool:
    """Whether the token is the head of a subject."""
    return token.dep_ in SUBJECTS


def is_object(token: Token) -> bool:
    """Whether the token is the head of a direct or indirect object."""
    return token.dep_ in OBJECTS


def is_owner(token: Token) -> bool:
    """Whether the token owns its head ("its", "Ghana's")."""
    return token.dep_ in OWNERS


def is_expletive(token: Token) -> bool:
    """Whether the token fills a place without meaning anything ("there is", "it rains").

    "It" before a noun to which no clause belongs means something, whatever its label: "it was the first to split".
    """
    noun = token.head
    if token.dep_ not in EXPLETIVES or token.text.casefold() != "it" or noun.pos_ != "NOUN":
        return token.dep_ in EXPLETIVES
    later = {child.dep_ for child in noun.children if child.i > noun.i}
    definite = any(child.text.casefold() == "the" for child in noun.lefts)
    return bool(later & CLAUSES) or (bool(later & ATTRIBUTES) and not definite)


def heads_phrase(token: Token) -> bool:
    """Whether the token is the head of a phrase, and not a part of a name or of a compound."""
    return token.dep_ not in NAME_PARTS and token.dep_ not in ("amod", "nn", "dep", "cc", "case", "punct")


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase of the head, as token offsets: from its determiner to the end of its last modifier."""
    return phrase_start(head), phrase_end(head)


def phrase_start(head: Token) -> int:
    """Where the noun phrase of the head begins; a preposition or a subject before it is not part of it."""
    start = head.i
    for child in sorted(head.lefts, key=lambda token: -token.i):
        if not stands_before(child):
            break
        start = child.left_edge.i
    while start < head.i and (is_mark(head.doc[start]) or head.doc[start].pos_ in ("ADP", "CCONJ", "SCONJ")):
        start += 1
    return start


def stands_before(child: Token) -> bool:
    """Whether a token before the head of a noun phrase belongs to the phrase."""
    adverb = child.dep_ == "advmod" and child.head.dep_ in BEFORE
    outside = child.is_space or (child.is_punct and child.text not in INNER_MARKS)
    return (child.dep_ in BEFORE or adverb) and not outside


def phrase_end(head: Token) -> int:
    """Where the noun phrase of the head ends: before a comma, a conjunct, an apposition or a possessive's mark."""
    end = head.i + 1
    for child in head.rights:
        if child.text in HYPHENS:
            continue
        paused = child.left_edge.i > end and head.doc[end].text in PAUSES
        if child.dep_ not in AFTER or child.tag_ == "POS" or paused:
            break
        end = child.right_edge.i + 1
    while end > head.i + 1 and (is_mark(head.doc[end - 1]) or head.doc[end - 1].tag_ == "POS"):
        end -= 1
    return end


def is_mark(token: Token) -> bool:
    """Whether the token is punctuation or white space."""
    return token.is_punct or token.is_space


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is joined to."""
    for child in verb.children:
        if is_subject(child):
            return child
    joined = verb.dep_ in CONJUNCTS or verb.dep_ in ("xcomp", "advcl")
    return subject_of(verb.head) if joined and verb.head != verb else None


def governor(token: Token) -> Token:
    """The verb or other predicate that the token's phrase depends on, past the nouns in between."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def predicated(noun: Token) -> Token | None:
    """The subject of which the noun is said by a form of "be" ("X is the director"): its head, else None."""
    verb = max((child.i for child in noun.children if child.dep_ == "cop"), default=None)
    if verb is None and noun.dep_ != "attr":
        return None
    last = noun.head.i if verb is None else verb
    subjects = [c for c in (noun.head if verb is None else noun).children if is_subject(c) or c.dep_ in EXPLETIVES]
    before = [child for child in subjects if child.i < last]
    return before[-1] if before else subjects[0] if subjects else None


def negated(predicate: Token) -> bool:
    """Whether the predicate is denied."""
    return any(
        c.dep_ in NEGATIONS or c.text.casefold() in ("not", "n't", "n’t", "never", "no") for c in predicate.children
    )
