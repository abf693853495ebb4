"""One place where an entity is spoken of, as the steps of `entities` pass it on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kgraph.model import MentionKind


@dataclass(frozen=True, slots=True)
class Found:
    """A span that speaks of an entity; spans with the same key speak of the same one.

    `name` is the entity's name where it is known apart from the text; `surface` is false where the span's words are no
    name of the entity ("Moscow" for Russia, "Danish" for Denmark). `whole` is the key of what it is a part of.
    """

    span: Span
    head: Token
    kind: MentionKind
    key: str
    types: tuple[str, ...]
    name: str = ""
    named: bool = True
    surface: bool = True
    whole: str = ""
