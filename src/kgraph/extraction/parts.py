"""Known names in, their parts out: "eastern Kenya", "the east of the country", "the treaty's Article 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.found import Found
from kgraph.schema import Schema

PLACE, LAW = "schema:Place", "schema:Legislation"
NUMBER = re.compile(r"\d+[A-Za-z]?|[IVXLC]+")
REACH = 7  # words from a provision's number to what it is of: "Article 5 of the 1949 North Atlantic Treaty"
CLOSING = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})

Names = Mapping[int, Found]


def parts(doc: Doc, known: Names, schema: Schema) -> Iterator[Found]:
    """The parts of places, and the articles and sections of laws, each with the key of its whole."""
    words = schema.words.get("parts", {})
    directions = {w: name for name, table in words.items() if name != "provisions" for w in table}
    provisions = frozenset(words.get("provisions", ()))
    names = {f.key: f.name or f.span.text for f in reversed(list(known.values())) if f.kind == "name"}
    for token in doc:
        if token.lower_ in provisions:
            yield from _provision(token, known, names, schema)
        elif token.lower_ in directions and token.i not in known:
            yield from _place(token, directions, known, names, schema)


def _place(
    token: Token, directions: Mapping[str, str], known: Names, names: Mapping[str, str], schema: Schema
) -> Iterator[Found]:
    """The part of a place that a word of direction names, before the place's name or with "of" after it."""
    start = _start(token, directions)
    direction = directions.get("".join(t.lower_ for t in token.doc[start : token.i + 1]), directions[token.lower_])
    named = known.get(token.i + 1)
    if named is not None and named.kind == "name" and named.span.start == token.i + 1 and _is_place(named):
        span = token.doc[start : named.span.end]
        yield _part(Found(span, named.head, "name", direction, schema.up(PLACE)), named, names)
        return
    whole = next((f for t in _wholes(token) if (f := known.get(t.i)) is not None and _is_place(f)), None)
    if whole is not None:
        found = Found(syntax.noun_phrase(token), token, "nominal", direction, schema.up(PLACE))
        yield _part(found, whole, names)


def _part(found: Found, whole: Found, names: Mapping[str, str]) -> Found:
    """The part of a place with the name and key that its direction, the key so far, and its whole give it."""
    name = f"{found.key} {names.get(whole.key, whole.name or whole.span.text)}"
    return replace(found, key=f"part {found.key} {whole.key}", name=name, surface=False, whole=whole.key)


def _start(token: Token, directions: Mapping[str, str]) -> int:
    """Where a word of direction begins that may be hyphenated: "south - eastern"."""
    doc, i = token.doc, token.i
    hyphenated = i > 1 and doc[i - 1].text in {"-", "‑", "–"} and not doc[i - 1].whitespace_
    return i - 2 if hyphenated and doc[i - 2].lower_ in directions else i


def _wholes(token: Token) -> Iterator[Token]:
    """Of what a noun of direction is a part: "the east of Kenya", "Kenya's east", not "east of Kenya"."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or syntax.case_words(token) == "to":
        return
    definite = any(child.lower_ == "the" for child in token.lefts)
    yield from (t for name, t in syntax.functions(token) if name == "possessor" or (name == "of" and definite))


def _is_place(found: Found) -> bool:
    return PLACE in found.types


def _provision(token: Token, known: Names, names: Mapping[str, str], schema: Schema) -> Iterator[Found]:
    """A numbered article or section with the law, treaty or body that it is told to be of."""
    doc = token.doc
    if token.i + 1 >= len(doc) or not NUMBER.fullmatch(doc[token.i + 1].text):
        return
    span = doc[token.i : token.i + 2]
    whole = _whole(span, known)
    if whole is None:
        return
    title = f"{token.text[:1].upper()}{token.lower_[1:]} {doc[token.i + 1].text}"
    name = f"{title} ({names.get(whole.key, whole.name or whole.span.text)})"
    yield Found(span, token, "name", f"part {title} {whole.key}", schema.up(LAW), name, surface=False, whole=whole.key)


def _whole(span: Span, known: Names) -> Found | None:
    """Whose provision it is, by the words' places alone: "NATO's Article 5", "Article 5 of its treaty"."""
    doc, before = span.doc, span.start - 1
    if before > 0 and doc[before].tag_ == "POS":
        before -= 1
    if before >= 0 and before in known and known[before].span.start > span.sent.start - 1:
        return known[before]
    if span.end >= len(doc) or doc[span.end].lower_ != "of":
        return None
    found = []
    for token in doc[span.end + 1 : span.end + REACH]:
        if token.is_punct or token.pos_ in CLOSING:
            break
        found += [known[token.i]] if token.i in known else []
    return next((f for f in found if LAW in f.types), found[0] if found else None)
