"""Extractions and article metadata in, profiles out: one local entity with all that speaks for its identity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kgraph.linking.names import clean, fold, is_acronym
from kgraph.model import Article, Entity, Extraction
from kgraph.schema import Name, Schema

Key = tuple[str, str]  # article id, id in that article

FAMILIES = ("schema:Person", "schema:Organization", "schema:Place", "foaf:Group", "sem:Event", "schema:CreativeWork")
STATE = "schema:Country"
FORMER = "X-"  # begins the codes of states that are no more; their capitals are those of states that are
NOBODY = "unnamed source"  # whose word it is where the text says only that it is said
SEAT = ("schema:Organization", "schema:Place")  # what a metonym of a government is taken for


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity of one article: names (the best first), how often each was seen, classes, and who it is known to be.

    `leaf` is the most specific class, `known` the entry of the names data that it is, `country` the known state that
    its article puts it in. `meta` marks authors and outlets that only the head of the article names, `origin` is the
    first of the articles that restate one another, where the article is one of them.
    """

    key: Key
    names: tuple[str, ...]
    seen: tuple[tuple[str, int], ...]
    types: tuple[str, ...]
    known: Name | None = None
    country: str = ""
    named: bool = True
    meta: bool = False
    origin: str = ""
    same_as: tuple[str, ...] = ()

    @property
    def leaf(self) -> str:
        """The most specific class."""
        return self.types[0] if self.types else ""

    @property
    def family(self) -> str:
        """The base class that decides what it can be one with; "" if it has none."""
        return family(self.types)


def family(types: Sequence[str]) -> str:
    """The base class among these classes; a place that is also an organisation counts as a place."""
    return next((f for f in ("schema:Person", "schema:Place", *FAMILIES) if f in types), "")


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one thing can have been given both lists of classes (most specific first, written up)."""
    if not (a and b):
        return True
    if family(a) != family(b):
        return "schema:Person" not in (family(a), family(b)) and STATE not in (a[0], b[0])
    return family(a) != "schema:Place" or a[0] in b or b[0] in a


class KnownNames:
    """The names data, by folded name: first what a thing is called, then what stands for a government."""

    def __init__(self, schema: Schema) -> None:
        self._own: dict[str, list[Name]] = {}
        self._standing: dict[str, list[Name]] = {}
        for name in schema.names:
            entry = replace(name, types=schema.up(*name.types))
            for word in (name.name, *name.aliases, *name.acronyms):
                self._own.setdefault(fold(word), []).append(entry)
            for word in (*name.metonyms, *name.adjectives):
                self._standing.setdefault(fold(word), []).append(entry)

    def find(self, words: Sequence[str], types: tuple[str, ...]) -> Name | None:
        """The one entry that these names and classes mean; None if there is none or more than one."""
        for table, accepts in ((self._own, compatible), (self._standing, _seat)):
            for word in words:
                found = [n for n in table.get(fold(word), ()) if accepts(types, n.types) and _spelt(word, types, n)]
                if found:
                    return _narrowed(found, types)
        return None


@lru_cache(maxsize=4)
def known_names(schema: Schema) -> KnownNames:
    """The names data of a schema, in order once for all that is linked by it."""
    return KnownNames(schema)


def _narrowed(found: list[Name], types: tuple[str, ...]) -> Name | None:
    exact = [n for n in found if types and n.types[0] == types[0]] or found
    today = [n for n in exact if not n.former and not n.country.startswith(FORMER)] or exact
    return today[0] if len({n.name for n in today}) == 1 and len({n.country for n in today}) == 1 else None


def _spelt(word: str, types: tuple[str, ...], known: Name) -> bool:
    """Whether the letters can be that name: a body's acronym is no town of the same letters ("GAO", Gao)."""
    body = family(types) == "schema:Organization" and family(known.types) == "schema:Place"
    return not (body and is_acronym(word)) or word in (known.name, *known.aliases, *known.acronyms, *known.metonyms)


def _seat(types: tuple[str, ...], known: tuple[str, ...]) -> bool:
    general = not types or types[0] == STATE or family(types) in SEAT
    return STATE in known and general and types[:1] != ("schema:City",)


def profiles(
    articles: Sequence[Article], extractions: Sequence[Extraction], origins: Mapping[str, str], *, schema: Schema
) -> Iterator[Profile]:
    """The profiles of all entities, and of the outlets, authors and translators in the articles' heads."""
    known = known_names(schema)
    for extraction in extractions:
        origin = origins.get(extraction.article, "")
        yield from (replace(p, origin=origin) for p in _mentioned(extraction, known, schema))
    for article in articles:
        yield from _credited(article, known, schema)


def meta_key(article: str, name: str) -> Key:
    """The key of a profile that comes from an article's head."""
    return article, f"head:{fold(name)}"


def _mentioned(extraction: Extraction, known: KnownNames, schema: Schema) -> Iterator[Profile]:
    seen: dict[str, Counter[str]] = {}
    for m in extraction.mentions:
        if m.kind == "name":
            seen.setdefault(m.entity, Counter())[clean(m.evidence.quote)] += 1
    heard = {m.entity for m in extraction.mentions}
    entities = (e if e.named or e.id in heard else replace(e, name=NOBODY, aliases=()) for e in extraction.entities)
    found = {e.id: _profile(extraction.article, e, known, schema) for e in entities}
    countries = _countries(extraction, found)
    for local, p in found.items():
        counts = tuple(sorted(seen.get(local, Counter()).items()))
        country = countries.get(local, "")
        yield Profile(p.key, p.names, counts, p.types, p.known, country, p.named, same_as=p.same_as)


def _profile(article: str, entity: Entity, known: KnownNames, schema: Schema) -> Profile:
    names = tuple(dict.fromkeys(clean(n) for n in (entity.name, *entity.aliases) if clean(n)))
    types = schema.up(*entity.types)
    entry = known.find(names, types) if entity.named else None
    return Profile((article, entity.id), names, (), types, entry, named=entity.named, same_as=entity.same_as)


def _countries(extraction: Extraction, found: Mapping[str, Profile]) -> dict[str, str]:
    """Local id → the one known state that the article says it belongs to or lies in."""
    states: dict[str, set[str]] = {}
    for r in extraction.relations:
        of = found.get(r.object.value) if r.object.kind == "node" else None
        belongs = r.property in ("schema:parentOrganization", "schema:containedInPlace", "schema:location")
        if belongs and not r.factuality and of and of.known and of.known.types[0] == STATE:
            states.setdefault(r.subject, set()).add(of.known.name)
    return {local: min(names) for local, names in states.items() if len(names) == 1}


def _credited(article: Article, known: KnownNames, schema: Schema) -> Iterator[Profile]:
    outlets = tuple(n for n in (article.outlet, article.credited) if fold(n))
    people = tuple(n for n in (*article.authors, *article.translators) if fold(n))
    kinds = {**dict.fromkeys(people, "schema:Person"), **dict.fromkeys(outlets, "schema:NewsMediaOrganization")}
    for name, kind in kinds.items():
        types = schema.up(kind)
        entry = known.find((name,), types) or known.find((name,), schema.up("schema:NewsMediaOrganization"))
        types = entry.types if entry else types
        yield Profile(meta_key(article.id, name), (clean(name),), ((clean(name), 1),), types, entry, meta=True)
