"""A word of a rule in, what its sentence is about and the names right behind it out, told by places, not by a parse.

Handbooks say of one thing all that a sentence holds: "X is a film by Y, starring Z and released in 1990". Where the
parser hangs a participle elsewhere, its subject is still what the sentence is about, and its object the names behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kgraph.extraction import runs, syntax
from kgraph.extraction.grounding import Grounding

FARTHEST = 18  # words between a verb and its date
LONGEST = 20  # words between a participle and its "by"
REACH = 12  # words between a preposition and a name in the list behind it
PREFACE = 8  # words that describe a name before it: "American horror author"
BRIDGES = frozenset({"ADV", "PUNCT", "CCONJ", "ADP", "NUM", "DET", "ADJ", "PRON", "NOUN", "AUX", "PART", "SYM"})
NAMES = frozenset({"PERSON", "ORG"})  # what does not stand between a participle and its "by"
DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PUNCT", "ADV"})
LINKS = frozenset({",", "and", "&", "or", ";", "plus"})
OPENING, CLOSING = frozenset("(["), frozenset(")]")


def topics(anchor: Token, _word: str, grounding: Grounding) -> Iterator[Token]:
    """What the sentence of a word is about, the likeliest first: its subject, or whose definition it is.

    Nothing where the word belongs to another thing that the sentence does not name: "a film from a book by X".
    """
    if _is_of_another(anchor, grounding):
        return
    root = anchor.sent.root
    found = list(syntax.surface_subjects(root)) if syntax.is_predicate(root) else []
    verb = next((t for t in anchor.sent if t.tag_ in runs.FINITE and t.pos_ in {"VERB", "AUX"}), None)
    place = runs.subject(verb) if verb is not None else None
    found += [anchor.doc[place[0] : place[1]].root] if place is not None else []
    found += [t for t in anchor.sent[:4] if syntax.is_name(t) and not runs.leads(anchor.sent[0])]
    yield from (t for t in dict.fromkeys(found) if grounding.of(t) is not None and t.i != anchor.i)


def theme(anchor: Token, _word: str, grounding: Grounding) -> Iterator[Token]:
    """What the sentence is about, for a participle behind a comma: "X is an expansion of Y, developed by Z"."""
    while anchor.dep_ == "conj" and anchor.head.tag_ in {"VBN", "VBG"}:
        anchor = anchor.head
    before = anchor.doc[anchor.i - 1] if anchor.i else anchor
    if before.text == "," and anchor.tag_ in {"VBN", "VBG"}:
        yield from topics(anchor, "", grounding)


def behind(anchor: Token, word: str, _grounding: Grounding) -> Iterator[Token]:
    """The names of the list right behind a word, or behind the preposition that follows it: "starring X, Y and Z"."""
    start = anchor.i + 1 if not word else _after(anchor, word)
    while start is not None and start < anchor.sent.end:
        name = _name_from(anchor, start)
        if name is None:
            return
        span = syntax.name_span(name)
        yield span.root
        start = _next_item(anchor, span.end)


def before(anchor: Token, _word: str, grounding: Grounding) -> Iterator[Token]:
    """The names before a word in its sentence, the nearest first: what "something like it" behind a dash sums up."""
    told = [(t, e) for t in anchor.doc[anchor.sent.start : anchor.i] if (e := grounding.of(t)) is not None]
    wholes = {grounding.wholes.get(e) for _, e in told}
    yield from (t for t, e in reversed(told) if grounding.entity(e).named and e not in wholes)


def when(anchor: Token, _word: str, _grounding: Grounding) -> Iterator[Token]:
    """The first date behind a word, before the next verb."""
    for token in anchor.doc[anchor.i + 1 : min(anchor.i + FARTHEST, anchor.sent.end)]:
        if token.ent_type_ == "DATE" and token.ent_iob_ == "B":
            yield token
            return
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"conj", "amod"}:
            return


def preposition(anchor: Token, _word: str, _grounding: Grounding) -> Iterator[Token]:
    """The preposition before the phrase of a name, or before the list that the name stands in."""
    for token in reversed(anchor.doc[max(anchor.i - REACH, anchor.sent.start) : anchor.i]):
        if token.pos_ in {"ADP", "SCONJ"}:
            yield token
            return
        if token.pos_ in {"VERB", "AUX", "PRON"}:
            return


def predicate(anchor: Token, _word: str, _grounding: Grounding) -> Iterator[Token]:
    """What the sentence of a word says of its subject: its verb, or the noun behind its copula."""
    yield anchor.sent.root


def _is_of_another(anchor: Token, grounding: Grounding) -> bool:
    if not syntax.is_verbal(anchor) or anchor.dep_ not in {"acl", "amod", "acl:relcl"}:
        return False
    noun = anchor.head
    return noun.pos_ == "NOUN" and noun.i < anchor.i and grounding.of(noun) is None


def _after(anchor: Token, word: str) -> int | None:
    """Where a preposition's noun begins that stands behind a word, with nobody's name and no new verb between."""
    for token in anchor.doc[anchor.i + 1 : min(anchor.i + LONGEST, anchor.sent.end)]:
        if token.lower_ == word:
            return token.i + 1
        participle = token.tag_ in {"VBN", "VBD"} and (anchor.pos_ == "VERB" or token.i == anchor.i + 1)
        if token.ent_type_ in NAMES or not (participle or token.pos_ in BRIDGES or token.ent_type_):
            return None
    return None


def _name_from(anchor: Token, start: int) -> Token | None:
    """The first word of the name that begins at a place, its description left out: "the American author X"."""
    for token in anchor.doc[start : min(start + PREFACE, anchor.sent.end)]:
        if syntax.is_name(token) and token.ent_type_ != "NORP" and not _owns(token):
            return token
        apart = token.text in OPENING | LINKS and not _is_apposed(token)
        if token.pos_ not in DESCRIBING | {"PART"} or apart:
            return None
    return None


def _is_apposed(comma: Token) -> bool:
    """Whether a comma only parts a description from the name with an article: "the group, the Silver Hand"."""
    beside = comma.doc[comma.i - 1 : comma.i + 2]
    return comma.text == "," and len(beside) == 3 and beside[0].pos_ == "NOUN" and beside[2].lower_ == "the"


def _owns(token: Token) -> bool:
    """Whether the name is only whose the next one is: "based on Berg's novel X"."""
    end = syntax.name_span(token).end
    return end < len(token.doc) and token.doc[end].tag_ == "POS"


def _next_item(anchor: Token, end: int) -> int | None:
    """Where the next item of a list begins, behind a bracket, comma or "and"."""
    doc, i = anchor.doc, end
    while i < anchor.sent.end and doc[i].pos_ in {"PROPN", "NUM"} and not syntax.is_name(doc[i]):
        i += 1
    if i < anchor.sent.end and doc[i].text in OPENING:
        i = next((k + 1 for k in range(i, min(i + 10, anchor.sent.end)) if doc[k].text in CLOSING), i)
    start = i
    while i < anchor.sent.end and doc[i].lower_ in LINKS:
        i += 1
    return i if i > start else None


PLACES: dict[str, Callable[[Token, str, Grounding], Iterator[Token]]] = {
    "topic": topics,
    "theme": theme,
    "behind": behind,
    "before": before,
    "when": when,
    "preposition": preposition,
    "predicate": predicate,
}
