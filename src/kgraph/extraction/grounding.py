"""Which entity a token speaks of: what entities hands to relations, events and statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kgraph.model import Entity, Mention


@dataclass(frozen=True, slots=True)
class Grounding:
    """The entities of one article and the tokens that refer to them.

    `tokens` maps the index of every word of a name, the head of every other mention and every resolved pronoun to an
    entity's local id. `mentions` are all mentions in the order of the text, also those of entities nobody uses yet.
    `wholes` maps parts ("eastern Kenya") to what they are parts of.
    """

    entities: Mapping[str, Entity]
    tokens: Mapping[int, str]
    mentions: tuple[Mention, ...] = ()
    wholes: Mapping[str, str] = field(default_factory=dict)

    def of(self, token: Token) -> str | None:
        """The local id of the entity that the noun phrase headed at this token, or the name it is in, refers to."""
        return self.tokens.get(token.i)

    def entity(self, id: str) -> Entity:
        """The entity with a local id."""
        return self.entities[id]

    def types(self, token: Token) -> tuple[str, ...]:
        """The classes of the entity that a token refers to; () when it refers to none."""
        found = self.of(token)
        return self.entities[found].types if found else ()
