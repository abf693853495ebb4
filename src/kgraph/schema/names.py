"""Names data in, known names out: countries, cities, regions, organisations, outlets, offices, named events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph.schema.rules import read_toml


@dataclass(frozen=True, slots=True)
class Name:
    """Something in the world that the names data knows by all its names.

    `kind` is country, city, region, organisation, outlet or event. `adjectives` and `people` are the words for its
    nationals; `capital` and `metonyms` are what stands for its government. `country` is an ISO 3166 alpha-2 code.
    `event_type`, `date` and `place` belong to named events.
    """

    name: str
    kind: str
    types: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str = ""
    capital_aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str = ""
    region: str = ""
    former: bool = False
    event_type: str = ""
    date: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A position that people hold ("prime minister"); `kind` groups them (head-of-state, minister, media …)."""

    name: str
    kind: str
    gender: str = ""


TYPES = {
    "city": ("schema:City",), "region": ("schema:AdministrativeArea",), "organisation": ("schema:Organization",),
    "outlet": ("schema:NewsMediaOrganization",), "event": ("sem:Event",), "country": ("schema:Country",),
}  # fmt: skip
FILES = {"cities": "city", "regions": "region", "organisations": "organisation", "outlets": "outlet", "events": "event"}


def read_names(folder: Path) -> Iterator[Name]:
    """All known names: countries first, then the other files in a fixed order; a missing file is no error."""
    for stem in ("countries", "former-countries"):
        for code, entry in _tables(folder / f"{stem}.toml").items():
            yield _name("country", entry, country=code)
            if entry.get("capital"):
                aliases = tuple(entry.get("capital_aliases", ()))
                yield Name(entry["capital"], "city", TYPES["city"], aliases, country=code)
    for stem, kind in FILES.items():
        for entry in _tables(folder / f"{stem}.toml").get(kind, ()):
            yield _name(kind, entry, country=str(entry.get("country", "")))


def read_offices(folder: Path) -> tuple[tuple[Office, ...], dict[str, tuple[str, ...]]]:
    """The offices, and the modifiers of offices by sense (former, acting, elect …)."""
    table = _tables(folder / "offices.toml")
    offices = tuple(Office(o["name"], o.get("kind", "official"), o.get("gender", "")) for o in table.get("office", ()))
    return offices, {sense: tuple(words) for sense, words in table.get("modifiers", {}).items()}


def read_given_names(folder: Path) -> dict[str, str]:
    """Given name → "f" or "m"; a name that both sexes bear is left out."""
    table = _tables(folder / "given-names.toml")
    female, male = set(table.get("female", ())), set(table.get("male", ()))
    return {**dict.fromkeys(sorted(female - male), "f"), **dict.fromkeys(sorted(male - female), "m")}


def _name(kind: str, entry: dict[str, Any], *, country: str) -> Name:
    def words(key: str) -> tuple[str, ...]:
        return tuple(entry.get(key, ()))

    def text(key: str) -> str:
        return str(entry.get(key, ""))

    return Name(
        name=entry["name"], kind=kind, types=tuple(entry.get("types", TYPES[kind])), country=country,
        aliases=words("aliases"), acronyms=words("acronyms"), adjectives=words("adjectives"), people=words("people"),
        capital=text("capital"), capital_aliases=words("capital_aliases"), metonyms=words("metonyms"),
        region=text("region"), former=bool(entry.get("former", False)),
        event_type=text("type"), date=text("date"), place=text("place"),
    )  # fmt: skip


def _tables(path: Path) -> dict[str, Any]:
    return read_toml(path) if path.exists() else {}
