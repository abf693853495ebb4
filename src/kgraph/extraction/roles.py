"""A matched office in, the name of the position out: "former deputy prime minister"."""

from __future__ import annotations

from collections.abc import Mapping

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
    left = [t for t in _left(match, schema) if not t.is_space]
    former = any(t.lower_ in schema.modifiers.get("former", ()) for t in left) or _past(match, schema)
    kept = [t.lower_ for t in left if _is_kept(t, schema.modifiers)]
    whole = " ".join([*kept, office])
    return f"{FORMER} {whole}" if former and not whole.startswith(("late ", FORMER)) else whole


def _left(match: Match, schema: Schema) -> list[Token]:
    """The words of the noun phrase before the office, nearest last; possessors and names end it."""
    found: list[Token] = []
    for i in range(match.words.start - 1, _start(match, schema) - 1, -1):
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
    """Whether an adverb or verb of the past goes with it ("formerly the director of", "used to be president")."""
    anchor, words = match.anchor, schema.words["offices"]["formerly"]
    above = [anchor.head] if syntax.link(anchor) == "clause" or syntax.case_words(anchor) == "as" else []
    adverbs = (c for t in (anchor, *above) for c in t.lefts if syntax.link(c) == "other")
    return any(t.lower_ in words for t in above) or any(syntax.subtree(c).text.lower() in words for c in adverbs)


def _start(match: Match, schema: Schema) -> int:
    """Where the phrase of the office begins, with the modifiers that a parser hangs on another word: "Then-mayor"."""
    doc, start = match.words.doc, min(syntax.noun_phrase(match.anchor).start, match.words.start)
    modifiers = {word for sense in ("former", "acting", "elect") for word in schema.modifiers.get(sense, ())}
    if (
        start > 1
        and doc[start - 1].text == "-"
        and not doc[start - 1].whitespace_
        and doc[start - 2].lower_ in modifiers
    ):
        return start - 2
    before = doc[start - 1] if start > match.words.sent.start else None
    return start - 1 if before is not None and before.lower_ in modifiers and before.lower_ != "then" else start
