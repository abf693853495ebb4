"""Names data in, look-ups by what stands in a text out: known names, demonyms, peoples, capitals, seats of power."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kgraph.schema import Name, Schema


@dataclass(frozen=True, slots=True)
class Atlas:
    """Known names by each of their forms; where two share a form, the first of the names data has it."""

    names: Mapping[str, Name]
    adjectives: Mapping[str, Name]
    people: Mapping[str, Name]
    capitals: Mapping[str, Name]
    seats: Mapping[str, Name]

    @classmethod
    def of(cls, schema: Schema) -> Atlas:
        """The look-ups over the names of a schema, made once."""
        return _atlas(schema)


@lru_cache(maxsize=16)
def _atlas(schema: Schema) -> Atlas:
    countries = [n for n in schema.names if n.kind == "country"]
    return Atlas(
        names=_by_form((n, (n.name, *n.aliases, *n.acronyms)) for n in schema.names),
        adjectives=_by_form((n, n.adjectives) for n in schema.names),
        people=_by_form((n, n.people) for n in schema.names),
        capitals=_by_form((n, (n.capital, *n.capital_aliases)) for n in countries if n.capital),
        seats=_by_form((n, n.metonyms) for n in countries),
    )


def form(text: str) -> str:
    """A name as it is looked up: one space between words, typewriter apostrophes, no article, no possessive."""
    words = " ".join(text.replace("’", "'").split()).removesuffix("'s")
    return words[4:] if words[:4] in {"the ", "The "} else words


def _by_form(entries: Iterable[tuple[Name, Iterable[str]]]) -> dict[str, Name]:
    return dict(reversed([(f, name) for name, forms in entries for f in _forms(forms)]))


def _forms(forms: Iterable[str]) -> Iterator[str]:
    for one in forms:
        yield form(one)
