"""Doc and its names in, the places out where the one law that a state or body has of its own is spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.found import Found
from kgraph.schema import Schema

OWNING = frozenset({"possessor", "adjective", "compound", "of"})
OWNERS = ("country ", "organisation ", "schema:Organization ")


def charters(doc: Doc, known: Mapping[int, Found], schema: Schema) -> Iterator[Found]:
    """The constitution of a state and the statutes of a body, each named after its owner: "its charter"."""
    words = frozenset(schema.words.get("actors", {}).get("charters", ()))
    for token in doc:
        owner = _owner(token, known) if token.lower_ in words and token.i not in known else None
        if owner is not None and token.pos_ in {"NOUN", "PROPN"}:
            name = f"{_attribute(owner, known, schema)} {token.lower_}"
            types = schema.up("schema:Legislation")
            key = f"{owner.key} {token.lower_}"
            yield Found(syntax.noun_phrase(token), token, "nominal", key, types, name, whole=owner.key)


def _owner(token: Token, known: Mapping[int, Found]) -> Found | None:
    near = (known[t.i] for name, t in syntax.functions(token) if name in OWNING and t.i in known)
    return next((f for f in near if f.named and f.key.startswith(OWNERS)), None)


def _attribute(owner: Found, known: Mapping[int, Found], schema: Schema) -> str:
    """The adjective of a state, the shortest name that the text has for a body."""
    adjectives = (n.adjectives[0] for n in schema.names if (n.kind, n.name) == ("country", owner.name) and n.adjectives)
    state = next(adjectives, "") if owner.key.startswith("country ") else ""
    names = {" ".join(f.span.text.split()) for f in known.values() if f.key == owner.key and f.kind == "name"}
    return state or min(names, key=lambda n: (len(n), n), default=owner.name)
