"""`ontology/names/furniture.toml` and `outlets.toml` in, the words by which readers know page furniture out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kgraph.errors import SchemaError
from kgraph.schema import ontology_path
from kgraph.schema.names import read_given_names, read_names

LONGEST = 1000  # characters: furniture shows in its first words, and a paragraph may be megabytes long


@dataclass(frozen=True, slots=True)
class Cue:
    """How one kind of furniture speaks; furniture.toml explains the fields."""

    kind: str
    lines: frozenset[str]
    starts: tuple[str, ...]
    has: re.Pattern[str] | None
    words: int
    need: int
    per: int
    person: bool
    capitals: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words that the readers know: cues, word lists by "table.key", outlets by folded alias, given names."""

    cues: tuple[Cue, ...]
    words: Mapping[str, frozenset[str]]
    starts: Mapping[str, tuple[str, ...]]
    outlets: Mapping[str, str]
    given_names: Mapping[str, str]
    folder: Path

    @property
    def places(self) -> frozenset[str]:
        """Countries, regions and cities by folded name; read when first asked for."""
        return _places(self.folder / "names")


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The words of an ontology folder (the shipped one if none is given); raises SchemaError."""
    return _lexicon(folder or ontology_path())


def fold(text: str) -> str:
    """The first words of a text in lower case, with one space between words and straight apostrophes."""
    return " ".join(text[:LONGEST].replace("’", "'").casefold().split())


@cache
def any_of(words: tuple[str, ...] | frozenset[str]) -> str:
    """A pattern for one of these words or phrases, whole, the longest first."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w) + (r"(?!\w)" if w[-1:].isalnum() else "") for w in ordered)


@cache
def _lexicon(folder: Path) -> Lexicon:
    tables = _toml(folder / "names/furniture.toml")
    cues = tuple(_cue(kind, table) for kind, table in tables.pop("furniture").items())
    lists = {f"{name}.{key}": words for name, table in tables.items() for key, words in table.items()}
    return Lexicon(
        cues=cues,
        words={name: frozenset(words) for name, words in lists.items()},
        starts={name: tuple(words) for name, words in lists.items()},
        outlets=_outlets(folder / "names/outlets.toml"),
        given_names=read_given_names(folder / "names"),
        folder=folder,
    )


def _cue(kind: str, table: Mapping[str, Any]) -> Cue:
    words = tuple(table.get("has", ()))
    return Cue(
        kind=kind,
        lines=frozenset(table.get("lines", ())),
        starts=tuple(table.get("starts", ())),
        has=re.compile(rf"(?<![\w-])(?:{any_of(words)})") if words else None,
        words=table.get("words", 20),
        need=table.get("need", 2),
        per=table.get("per", 20),
        person=table.get("person", False),
        capitals=table.get("capitals", False),
    )


def _outlets(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for outlet in _toml(path).get("outlet", ()):
        for alias in (outlet["name"], *outlet.get("aliases", ()), outlet.get("domain", "")):
            found.setdefault(fold(alias), outlet["name"])
    found.pop("", None)
    return found


@cache
def _places(folder: Path) -> frozenset[str]:
    known = (n for n in read_names(folder) if n.kind in {"country", "city", "region"})
    return frozenset(fold(alias) for name in known for alias in (name.name, *name.aliases))


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(path, f"cannot be read: {error}") from error
