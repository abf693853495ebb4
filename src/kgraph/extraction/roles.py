"""A matched office in, the name of the position out: "former deputy prime minister"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.frames import Match
from kgraph.schema import Schema

FORMER = "former"
RELATIONAL = ("al", "ic", "ary")
NAMED = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PERSON", "LAW", "EVENT", "DATE"})


def role_name(match: Match, schema: Schema) -> str:
    """The matched words in lower case with what narrows them down ("deputy", "acting", "foreign policy").

    A holder who has left the office is "former …", whatever word says so ("ex-", "ousted").
    """
    words = " ".join(t.lower_ for t in match.words if not t.is_space and t.text != "-")
    hyphenated = any(t.text == "-" for t in match.words)
    office = match.words.text.lower() if hyphenated else words
    left = [t for t in _left(match) if not t.is_space]
    former = any(t.lower_ in schema.modifiers.get("former", ()) for t in left) or _past(match, schema)
    kept = [t.lower_ for t in left if _is_kept(t, schema.modifiers)]
    whole = " ".join([*kept, office])
    return f"{FORMER} {whole}" if former and not whole.startswith(("late ", FORMER)) else whole


def _left(match: Match) -> list[Token]:
    """The words of the noun phrase before the office, nearest last; possessors and names end it."""
    span = syntax.noun_phrase(match.anchor)
    found: list[Token] = []
    for i in range(match.words.start - 1, span.start - 1, -1):
        token = match.words.doc[i]
        if token.pos_ in {"PART", "DET", "PRON", "ADP"} or (token.pos_ == "PUNCT" and token.text != "-"):
            break
        found.append(token)
    return found[::-1]


def _is_kept(token: Token, modifiers: Mapping[str, tuple[str, ...]]) -> bool:
    word = token.lower_
    if token.ent_type_ in NAMED or token.text == "-" or (word in modifiers.get("former", ()) and word != "late"):
        return False
    if any(word in modifiers.get(sense, ()) for sense in ("acting", "elect", "deputy", "honorary", "late")):
        return True
    if token.pos_ == "NOUN":
        return token.dep_ != "conj"
    follows = token.i + 1 < len(token.doc) and token.nbor().pos_ == "NOUN" and token.nbor().dep_ == "compound"
    return token.pos_ == "ADJ" and (follows or word.endswith(RELATIONAL) or word == "chief")


def _past(match: Match, schema: Schema) -> bool:
    """Whether an adverb of the past goes with it ("formerly the director of")."""
    return any(c.lower_ in schema.words["offices"]["formerly"] for c in _adverbs(match.anchor))


def _adverbs(token: Token) -> Iterator[Token]:
    yield from (c for c in token.children if c.pos_ == "ADV")
