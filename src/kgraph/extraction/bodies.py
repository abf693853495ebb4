"""Found names in, the same out with one key for a body's full name, its short one and its acronym."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kgraph.extraction.atlas import form
from kgraph.extraction.found import Found
from kgraph.schema import Schema

BODY = "schema:Organization "  # begins the keys of bodies that the names data does not know
KNOWN = "organisation "  # begins the keys of those that it knows
LEAST = 3  # letters of an acronym that no bracket explains
SHORTEST = 2  # letters of a short name
Words = tuple[str, ...]


def bodies(found: Sequence[Found], schema: Schema) -> list[Found]:
    """The names, "Velmo" and "VDF" under the one body that they can be short for ("Velmo Inc.", "Velmo Dairy Fund")."""
    lists = schema.words.get("names", {})
    legal, small = frozenset(lists.get("legal_forms", ())), frozenset(lists.get("small", ()))
    heads = {w for words in schema.words.get("entity-heads", {}).values() for w in words}
    heads |= {w.lower() for table in ("organisation_ends", "place_ends", "region_ends") for w in lists.get(table, ())}
    spelt = {f.key: _plain(f, legal) for f in found if _is_unknown(f)}
    full = {key: words for key, words in spelt.items() if key.startswith(BODY)}
    longest = {words: max((k for k in full if full[k] == words), key=len) for words in full.values()}
    keys = {key: longest.get(words, key) for key, words in spelt.items()}
    for key, words in spelt.items():
        whole = _one({k for k in full if _stands_for(words, full[k], heads)}, full)
        acronym = _one({k for k in full if _initials(full[k], small) == key.removeprefix(BODY)}, full)
        fits = key.startswith(BODY) or _is_company(whole, found, legal)
        keys[key] = (whole if fits else "") or acronym or keys[key]
    return _spelt_out([_under(f, keys, found) for f in found], small)


def _spelt_out(found: Sequence[Found], small: frozenset[str]) -> list[Found]:
    """The names, a known acronym under the body of the text that has its initials, where its own name is not there.

    "RSF" is no journalists' body in an article about Rapid Support Forces.
    """
    written = {f.key for f in found if not form(f.span.text).isupper()}
    named = [f for f in found if f.key.startswith((BODY, KNOWN)) and f.key in written]
    full = {_initials(tuple(form(f.span.text).split()), small): f for f in reversed(named)}
    result = []
    for one in found:
        text = form(one.span.text)
        other = full.get(text.lower()) if text.isupper() and one.key.startswith(KNOWN) else None
        if other is None or one.key in written:
            result.append(one)
        else:
            result.append(replace(one, key=other.key, types=other.types, name=other.name))
    return result


def _is_unknown(found: Found) -> bool:
    what, _, name = found.key.partition(" ")
    alone = what in {"schema:Person", "schema:Place"} and " " not in name
    return found.kind == "name" and (found.key.startswith(BODY) or alone) and len(name) >= SHORTEST


def _plain(found: Found, legal: frozenset[str]) -> Words:
    """The words of the name as they are written, without its legal form."""
    words = tuple(form(found.span.text).split())
    while len(words) > 1 and words[-1].strip(",") in legal:
        words = (*words[:-2], words[-2].strip(","))
    return words


def _stands_for(short: Words, long: Words, heads: Iterable[str]) -> bool:
    """Whether the one begins the other, and is no common word for a body ("Senate" of "Senate Finance Committee")."""
    begins = len(short) < len(long) and long[: len(short)] == short and long[len(short)] not in {"of", "for", "in"}
    return begins and short[-1].lower() not in heads and short[-1][:1].isupper()


def _one(keys: set[str], full: dict[str, Words]) -> str:
    """The longest of the keys if all are names of one body: each begins the next; "" if they are of several."""
    ranked = sorted(keys, key=lambda k: (len(full[k]), len(k), k))
    chain = all(full[b][: len(full[a])] == full[a] for a, b in pairwise(ranked))
    return ranked[-1] if ranked and chain else ""


def _is_company(key: str, found: Iterable[Found], legal: frozenset[str]) -> bool:
    """Whether a body is called by a name with its legal form: what looks like a surname may be short for it then."""
    return any(f.key == key and form(f.span.text).split()[-1] in legal for f in found)


def _initials(words: Words, small: frozenset[str]) -> str:
    """The acronym of a name of several words, in small letters; "" if it is too short for one."""
    letters = [w if w.isupper() and len(w) < LEAST else w[:1] for w in words if w.lower() not in small]
    return "".join(letters).lower().replace(".", "") if len(words) > 1 and len(letters) >= LEAST else ""


def _under(one: Found, keys: dict[str, str], found: Sequence[Found]) -> Found:
    key, seen = one.key, {one.key}
    while keys.get(key, key) not in seen:
        key = keys[key]
        seen.add(key)
    if key == one.key:
        return one
    types = next((f.types for f in found if f.key == key), one.types)
    return replace(one, key=key, types=types)
