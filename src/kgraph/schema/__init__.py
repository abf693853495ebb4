"""The ontology folder in, one Schema out: what kgraph looks for, and in which words English says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import SchemaError
from kgraph.schema.terms import PREFIXES, EventType, Property, curie, expand

if TYPE_CHECKING:
    from kgraph.schema.names import Name, Office
    from kgraph.schema.rules import Example, Frame, Rule

__all__ = [
    "PREFIXES",
    "EventType",
    "Example",
    "Frame",
    "Name",
    "Office",
    "Property",
    "Rule",
    "Schema",
    "curie",
    "expand",
    "ontology_path",
    "vocabularies",
]

# the nouns that only reading needs; imported on first use, so that a query starts without them
_HOMES = {
    "Name": "kgraph.schema.names",
    "Office": "kgraph.schema.names",
    "Example": "kgraph.schema.rules",
    "Frame": "kgraph.schema.rules",
    "Rule": "kgraph.schema.rules",
}
READ = ("*.ttl", "rules/**/*.toml", "names/*.toml", "learnt/*.json", "learnt.json")  # what extraction depends on
BASES = {
    "schema:Person": ("schema:Person",),
    "schema:Organization": ("schema:Organization",),
    "schema:Place": ("schema:Place",),
    "schema:Country": ("schema:Country", "schema:Place"),
    "schema:City": ("schema:City", "schema:Place"),
    "schema:AdministrativeArea": ("schema:AdministrativeArea", "schema:Place"),
    "schema:NewsMediaOrganization": ("schema:NewsMediaOrganization", "schema:Organization"),
    "foaf:Group": ("foaf:Group",),
    "sem:Event": ("sem:Event",),
    "schema:Legislation": ("schema:Legislation",),
}


@dataclass(frozen=True, eq=False)  # the same only as itself, so that what is derived from it can be kept
class Schema:
    """What `ontology/` says, loaded once.

    `relations`, `events` and `statements` are rules by folder; `words` are plain word lists by file and table;
    `packs` are the folders of the rule packs that are part of it. `version` hashes every file that extraction reads.
    """

    path: Path
    classes: Mapping[str, tuple[str, ...]]
    properties: Mapping[str, Property]
    event_types: Mapping[str, EventType]
    names: tuple[Name, ...]
    offices: tuple[Office, ...]
    modifiers: Mapping[str, tuple[str, ...]]
    given_names: Mapping[str, str]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    relations: tuple[Rule, ...]
    events: tuple[Rule, ...]
    statements: tuple[Rule, ...]
    version: str
    packs: tuple[Path, ...] = ()

    @classmethod
    def load(cls, folder: Path | None = None, *, packs: Sequence[str | Path] = ()) -> Schema:
        """The schema of an ontology folder (the shipped one if none is given); raises SchemaError.

        `packs` are names of shipped rule packs ("film") or folders of the user's own, read beside the rules for news.
        """
        return _load(Path(folder) if folder else ontology_path(), tuple(str(p) for p in packs))

    @property
    def one_valued(self) -> frozenset[str]:
        """The properties of which a subject has at most one value at a time."""
        return frozenset(c for c, p in self.properties.items() if p.one_valued)

    def up(self, *types: str) -> tuple[str, ...]:
        """Classes with their bases, most specific first: ("schema:City",) → ("schema:City", "schema:Place")."""
        return tuple(dict.fromkeys(c for t in types for c in self.classes.get(t, (t,))))

    def top_type(self, event_type: str) -> str:
        """The type without its mode: "REQUEST-assist" → "REQUEST"."""
        kind = self.event_types[event_type]
        above = self.event_types.get(kind.broader)
        return self.top_type(above.name) if above and above.broader else event_type


def ontology_path() -> Path:
    """The folder with vocabulary, rules, names and queries: inside the package when installed, else beside `src`."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "_ontology"
    return shipped if shipped.is_dir() else package.parents[1] / "ontology"


def vocabularies(packs: Sequence[str | Path] = (), *, folder: Path | None = None) -> tuple[Path, ...]:
    """The Turtle files that say what the terms of a graph mean: the vocabulary, and those of rule packs."""
    home = folder or ontology_path()
    files = [home / "kgraph.ttl", home / "event-types.ttl"]
    if packs:
        from kgraph.schema.packs import pack_folders

        files += [f for pack in pack_folders(home, [str(p) for p in packs]) for f in sorted(pack.glob("*.ttl"))]
    return tuple(f for f in files if f.is_file())


@cache
def _load(folder: Path, packs: tuple[str, ...]) -> Schema:
    if not (folder / "kgraph.ttl").is_file():
        raise SchemaError(folder, "no kgraph.ttl here; an ontology folder has kgraph.ttl, rules/, names/ and queries/")
    from kgraph.schema.names import read_given_names, read_names, read_offices
    from kgraph.schema.packs import merged, pack_folders, pack_rules
    from kgraph.schema.rules import read_rules
    from kgraph.schema.vocabulary import read_classes, read_event_types, read_properties, read_vocabulary

    added = pack_folders(folder, packs)
    vocabulary = read_vocabulary(folder, *(file for pack in added for file in sorted(pack.glob("*.ttl"))))
    properties, event_types = read_properties(vocabulary), read_event_types(vocabulary)
    offices, modifiers = read_offices(folder / "names")
    words = merged(_words(home) for home in (folder, *added))
    lists = {f"{stem}.{table}": w for stem, tables in words.items() for table, w in tables.items()}
    for kind in sorted({o.kind for o in offices}):
        lists[f"offices.{kind}"] = tuple(o.name for o in offices if o.kind == kind)
    lists["offices"] = tuple(o.name for o in offices)
    lists |= {f"modifiers.{sense}": listed for sense, listed in modifiers.items()}
    rules = folder / "rules"
    return Schema(
        path=folder,
        classes={**BASES, **read_classes(vocabulary)},
        properties=properties,
        event_types=event_types,
        names=tuple(read_names(folder / "names")),
        offices=offices,
        modifiers=modifiers,
        given_names=read_given_names(folder / "names"),
        words=words,
        relations=(
            *read_rules(rules / "relations", types=properties, lists=lists),
            *pack_rules(added, types=properties, lists=lists),
        ),
        events=tuple(read_rules(rules / "events", types=event_types, lists=lists)),
        statements=tuple(read_rules(rules / "statements", types={"statement": None}, lists=lists)),
        version=_version(folder, added),
        packs=added,
    )


def _words(folder: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    return {p.stem: _word_tables(p) for p in sorted((folder / "rules/words").glob("*.toml"))}


def _word_tables(path: Path) -> dict[str, tuple[str, ...]]:
    from kgraph.schema.rules import closest, read_toml

    tables = read_toml(path)
    for name, words in tables.items():
        if not (isinstance(words, list) and all(isinstance(w, str) for w in words)):
            raise SchemaError(path, f"{name!r} must be a list of words{closest(name, {})}")
    return {name: tuple(words) for name, words in tables.items()}


def _version(folder: Path, packs: Sequence[Path] = ()) -> str:
    from hashlib import sha256

    digest = sha256()
    for home, prefix in ((folder, ""), *((pack, f"{pack.name}/") for pack in packs)):
        for path in sorted(p for pattern in READ for p in home.glob(pattern)):
            digest.update(f"{prefix}{path.relative_to(home).as_posix()}".encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kgraph.schema' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
