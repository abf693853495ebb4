"""Names or folders of rule packs in, the folders to read out, each after those that it needs.

A pack is a folder like the ontology's own, for one domain: `*.ttl` (its terms), `rules/relations/*.toml` (what it
looks for), `rules/words/*.toml` (its words, added to the tables of the same name), and, if it needs other packs,
`pack.toml` with `needs = ["work"]`. The shipped ones stand in `ontology/packs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kgraph.errors import SchemaError
from kgraph.schema.rules import Rule, closest, read_rules, read_toml

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]
PACK_KEYS = {"needs", "comment"}


def pack_folders(ontology: Path, packs: Iterable[str]) -> tuple[Path, ...]:
    """The folders of packs by name or path, those that they need before them, each once; raises SchemaError."""
    found: dict[Path, None] = {}
    for pack in packs:
        folder = _folder(ontology, pack)
        if folder not in found:
            found |= dict.fromkeys(pack_folders(ontology, _needs(folder)))
            found[folder] = None
    return tuple(found)


def shipped_packs(ontology: Path) -> tuple[str, ...]:
    """The names of the packs that come with an ontology folder."""
    folder = ontology / "packs"
    return tuple(sorted(p.name for p in folder.iterdir() if p.is_dir())) if folder.is_dir() else ()


def pack_rules(
    folders: Iterable[Path], *, types: Mapping[str, object], lists: Mapping[str, tuple[str, ...]]
) -> Iterator[Rule]:
    """The relation rules of packs; a rule is called by its pack and its file: "film-director"."""
    for folder in folders:
        rules = read_rules(folder / "rules/relations", types=types, lists=lists)
        yield from (replace(rule, name=f"{folder.name}-{rule.name}") for rule in rules)


def merged(tables: Iterable[Tables]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Word lists by file and table; lists of the same name are joined."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for one in tables:
        for stem, lists in one.items():
            mine = found.setdefault(stem, {})
            for name, words in lists.items():
                mine[name] = tuple(dict.fromkeys((*mine.get(name, ()), *words)))
    return found


def _folder(ontology: Path, pack: str) -> Path:
    known = shipped_packs(ontology)
    if pack in known:
        return ontology / "packs" / pack
    own = Path(pack)
    if (own / "rules").is_dir():
        return own.resolve()
    reason = "a folder with rules/ in it" if own.is_dir() else f"one of {', '.join(known)}, or a folder"
    raise SchemaError(pack, f"no rule pack here; a pack is {reason}{closest(pack, dict.fromkeys(known))}")


def _needs(folder: Path) -> tuple[str, ...]:
    path = folder / "pack.toml"
    table = read_toml(path) if path.is_file() else {}
    for key in table.keys() - PACK_KEYS:
        raise SchemaError(path, f"unknown key {key!r}{closest(key, dict.fromkeys(PACK_KEYS))}")
    needs = table.get("needs", [])
    if not (isinstance(needs, list) and all(isinstance(n, str) for n in needs)):
        raise SchemaError(path, 'needs is a list of packs, such as ["work"]')
    return tuple(needs)
