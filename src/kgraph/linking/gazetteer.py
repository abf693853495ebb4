"""A user's table of known things in, their identifiers out for the nodes that they certainly are."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kgraph.errors import JudgementError
from kgraph.linking.names import fold
from kgraph.linking.profiles import STATE, compatible, family
from kgraph.model import Entity
from kgraph.schema import Name, Schema

COLUMNS = ("id", "name", "aliases", "type")
SPACES = (
    (re.compile(r"Q[1-9]\d*"), "http://www.wikidata.org/entity/{}"),
    (re.compile(r"[1-9]\d*"), "https://sws.geonames.org/{}/"),
    (re.compile(r"https?://[^\s<>\"{}|\\^`]+"), "{}"),
)
ISO = "https://www.iso.org/obp/ui/#iso:code:3166:{}"  # the page of the standard about one country


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a gazetteer: its IRI, all its names, and its classes ("" where the table gives none)."""

    iri: str
    names: tuple[str, ...]
    types: tuple[str, ...] = ()


def parse(text: str, *, path: str, schema: Schema) -> tuple[Entry, ...]:
    """The entries of a CSV table with the columns id, name, aliases (";" between them) and type.

    An id is a Wikidata number ("Q39"), a GeoNames number ("2658434") or an IRI. Raises JudgementError with the line.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    kinds = {c.partition(":")[2].casefold(): c for c in sorted(schema.classes)}
    found: list[Entry] = []
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        if not {"id", "name"} <= set(header):
            raise JudgementError(path, 1, f"the first line must name the columns: {','.join(COLUMNS)}")
        for row in rows:
            if any(cell.strip() for cell in row):
                found.append(_entry(dict(zip(header, row, strict=False)), rows.line_num, path, kinds, schema))
    except csv.Error as error:
        raise JudgementError(path, rows.line_num, f"no CSV: {error}") from error
    return tuple(found)


def _entry(row: Mapping[str, str], line: int, path: str, kinds: Mapping[str, str], schema: Schema) -> Entry:
    id, name, kind = (row.get(column, "").strip() for column in ("id", "name", "type"))
    if not name:
        raise JudgementError(path, line, f"{id!r} has no name")
    iri = next((form.format(id) for known, form in SPACES if known.fullmatch(id)), "")
    if not iri:
        raise JudgementError(path, line, f"{id!r} is no id; write Q39 (Wikidata), 2658434 (GeoNames) or an IRI")
    type_ = kinds.get((kind.partition(":")[2] or kind).casefold(), "")
    if kind and not type_:
        close = get_close_matches(kind.casefold(), kinds, n=1)
        hint = f"did you mean {kinds[close[0]]!r}?" if close else "leave it empty if it is of another kind"
        raise JudgementError(path, line, f"{kind!r} is not a class; {hint}")
    aliases = (a.strip() for a in row.get("aliases", "").split(";"))
    return Entry(iri, tuple(dict.fromkeys(n for n in (name, *aliases) if n)), schema.up(type_) if type_ else ())


def identified(nodes: Sequence[Entity], entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """(node, IRI) pairs: a name that they share stands for one node and one entry only; the rest is left open."""
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(map(fold, entry.names)):
            by_name[name].append(entry)
    meant: dict[str, set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for name in _names(node):
            for entry in by_name.get(name, ()):
                if compatible(node.types, entry.types):
                    meant[node.id].add(entry.iri)
                    bearers[entry.iri].add(node.id)
    for node_id, iris in sorted(meant.items()):
        (iri, *others) = sorted(iris)
        if not others and len(bearers[iri]) == 1:
            yield node_id, iri


def _names(node: Entity) -> list[str]:
    """What identifies it: no part of a person's name, and nothing of who has none."""
    if not node.named:
        return []
    person = family(node.types) == "schema:Person"
    return sorted({fold(n) for n in (node.name, *node.aliases) if not person or " " in fold(n)})


def iso(known: Name) -> str:
    """The page of ISO 3166 about a country; "" for all else, and for codes that the standard leaves to its users."""
    official = re.fullmatch(r"[A-Z]{2}", known.country) and not known.country.startswith("X")
    return ISO.format(known.country) if official and known.kind == "country" and known.types[:1] == (STATE,) else ""
