"""Judgements and profiles in, what they mean for these profiles out: whom they make one, keep apart and change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kgraph.linking.judgements import Judgement, Judgements, key, written
from kgraph.linking.names import fold
from kgraph.linking.profiles import Profile
from kgraph.model import Entity
from kgraph.schema import Schema

Warn = Callable[[str], None]
Numbers = tuple[int, ...]
Sides = frozenset[tuple[int, int]]  # (line, place in it) of the judgements that keep something from others


@dataclass(frozen=True, slots=True)
class Decisions:
    """Judgements in terms of profiles by number: `together` are one, of `apart` each list is kept from the others."""

    path: str = ""
    together: tuple[tuple[Judgement, Numbers], ...] = ()
    apart: tuple[tuple[Judgement, tuple[Numbers, ...]], ...] = ()


def kept_apart(a: Sides, b: Sides) -> list[int]:
    """The lines of the judgements that keep apart what stands on these sides of them."""
    return sorted({line for line, side in a for other, place in b if line == other and side != place})


def decided(judgements: Judgements, profiles: Sequence[Profile], slugs: Mapping[str, Numbers], warn: Warn) -> Decisions:
    """What "same" and "different" say of these profiles; `slugs` are the ids that nodes have without judgements."""
    together, apart = [], []
    tables = _by_name(profiles)
    for j in judgements.of("same", "different"):
        meant = [_meant(name, tables, slugs) for name in j.names]
        for name, numbers in zip(j.names, meant, strict=True):
            if not numbers:
                warn(f"{judgements.path}:{j.line}: {written(j)!r}: nothing in these articles is called {name!r}")
        if j.kind == "same":
            together.append((j, tuple(n for numbers in meant for n in numbers)))
        else:
            shared = {n for a in range(len(meant)) for b in range(a) for n in {*meant[a]} & {*meant[b]}}
            apart.append((j, tuple(tuple(n for n in numbers if n not in shared) for numbers in meant)))
    return Decisions(judgements.path, tuple(together), tuple(apart))


Table = Mapping[str, list[int]]


def _by_name(profiles: Sequence[Profile]) -> tuple[Table, Table]:
    """The numbers of profiles by what they are called first of all, and by what they are called at all."""
    first: dict[str, list[int]] = defaultdict(list)
    other: dict[str, list[int]] = defaultdict(list)
    for n, p in enumerate(profiles):
        best = {fold(name) for name in (*p.names[:1], *([p.known.name] if p.known else []))}
        for name in sorted(best):
            first[name].append(n)
        for name in sorted({fold(name) for name in (*p.names, *(w for w, _ in p.seen))} - best):
            other[name].append(n)
    return first, other


def _meant(name: str, tables: tuple[Table, Table], slugs: Mapping[str, Numbers]) -> Numbers:
    if name.startswith("id:"):
        return slugs.get(key(name).removeprefix("id:"), ())
    return tuple(tables[0].get(fold(name)) or tables[1].get(fold(name)) or ())


def changed(
    nodes: Sequence[Entity], judgements: Judgements, *, schema: Schema, warn: Warn, former: Mapping[str, int]
) -> list[Entity | None]:
    """The nodes with the names and classes that the user gave them; None for what is to be left out.

    `former` maps the ids that nodes have without judgements to the nodes' numbers.
    """
    result: list[Entity | None] = list(nodes)
    for j in judgements.of("rename", "retype", "reject"):
        n = _node(j, nodes, former, judgements.path, warn)
        node = None if n is None else result[n]
        if n is not None and node is not None:
            result[n] = _change(j, node, schema)
    return result


def _change(j: Judgement, node: Entity, schema: Schema) -> Entity | None:
    if j.kind == "reject":
        return None
    if j.kind == "retype":
        return replace(node, types=schema.up(j.names[1]))
    aliases = {*node.aliases, node.name} - {j.names[1]}
    return replace(node, name=j.names[1], aliases=tuple(sorted(aliases)), named=True)


def _node(j: Judgement, nodes: Sequence[Entity], former: Mapping[str, int], path: str, warn: Warn) -> int | None:
    """The number of the one node that the judgement is about."""
    found = list(_called(j.names[0], nodes, former))
    if len(found) == 1:
        return found[0]
    ids = " or ".join(f"id:{nodes[n].id}" for n in found)
    what = f"it could mean {ids}; write one of these" if found else f"nothing is called {j.names[0]!r}"
    warn(f"{path}:{j.line}: {written(j)!r}: {what}")
    return None


def _called(name: str, nodes: Sequence[Entity], former: Mapping[str, int]) -> Iterator[int]:
    if name.startswith("id:"):
        slug = key(name).removeprefix("id:")
        own = [n for n, node in enumerate(nodes) if node.id == slug]
        yield from own or ([former[slug]] if slug in former else [])
        return
    best = [n for n, node in enumerate(nodes) if fold(node.name) == fold(name)]
    yield from best or [n for n, node in enumerate(nodes) if fold(name) in map(fold, node.aliases)]
