"""The names of finished nodes in, doubts out: which two may be one, and which one may be two, each as a judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from kgraph.linking.names import fold, initials, is_acronym, person_name, same_person, similar, skeleton, squeezed
from kgraph.linking.profiles import compatible, family
from kgraph.schema import Schema

PERSON, OUTLET = "schema:Person", "schema:NewsMediaOrganization"
CROWD = 40  # nodes that share a word above which the word says nothing
LIKE, UNLIKE = 0.85, 0.35  # likeness of two spellings from which, and below which, they are worth asking about


@dataclass(frozen=True, slots=True)
class Called:
    """A node of the finished graph: its slug, its classes (most specific first, written up) and all its names."""

    id: str
    types: tuple[str, ...]
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class Suspect:
    """A doubt: the line that decides it, what speaks for it, how much, and the nodes whose sentences show it."""

    judgement: str
    reason: str
    weight: float
    nodes: tuple[str, ...]


def suspects(nodes: Sequence[Called], schema: Schema) -> tuple[Suspect, ...]:
    """All doubts, the likeliest first; the same for any order of the nodes."""
    named = sorted((n for n in nodes if n.named), key=lambda n: n.id)
    known = {fold(w) for n in schema.names for w in (n.name, *n.aliases, *n.acronyms, *n.metonyms, n.capital)}
    states = {fold(w) for n in schema.names for w in (n.name, *n.adjectives) if n.kind == "country"}
    found = [*_twins(named, known, states), *_mixtures(named, known), *_misnomers(named, schema)]
    return tuple(sorted(set(found), key=lambda s: (-s.weight, s.judgement)))


def _twins(nodes: Sequence[Called], known: set[str], states: set[str]) -> Iterator[Suspect]:
    """Pairs that share a word or its sound and are not told apart by the names data."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for number, node in enumerate(nodes):
        for key in _keys(node):
            blocks[key].add(number)
    pairs = {p for key in sorted(blocks) if len(blocks[key]) <= CROWD for p in combinations(sorted(blocks[key]), 2)}
    for a, b in sorted(pairs):
        one, two = nodes[a], nodes[b]
        weight, reason = _likeness(one, two, known, states)
        if reason:
            yield Suspect(f"same: id:{one.id} = id:{two.id}", reason, weight, (one.id, two.id))


def _keys(node: Called) -> Iterator[str]:
    for name in (node.name, *node.aliases):
        words = [person_name(name).surname] if PERSON in node.types else fold(name).split()
        for word in words:
            yield skeleton(word) if len(skeleton(word)) > 2 else squeezed(word)
        if len(initials(name)) > 2 or is_acronym(name):
            yield squeezed(name) if is_acronym(name) else initials(name)


def _likeness(one: Called, two: Called, known: set[str], states: set[str]) -> tuple[float, str]:
    """How likely two nodes are one, and why; no reason if they are not."""
    if fold(one.name) == fold(two.name):
        return 0.9, f"both are called {one.name!r}, as {_kind(one)} and as {_kind(two)}"
    if not compatible(one.types, two.types) or family(one.types) != family(two.types):
        return 0.0, ""
    if PERSON in one.types:
        return _like_persons(one, two)
    if fold(one.name) in known and fold(two.name) in known:
        return 0.0, ""
    return _like_names(one.name, two.name, states)


def _like_persons(one: Called, two: Called) -> tuple[float, str]:
    first, second = person_name(one.name), person_name(two.name)
    if not similar(first.surname, second.surname):
        return 0.0, ""
    if not (first.given and second.given):
        return 0.7, f"{one.name!r} could be {two.name!r} by the surname alone"
    if same_person(first, second):
        return (
            0.8,
            f"{one.name!r} and {two.name!r} are spellings of one name, but something keeps them apart",
        )
    ratio = _ratio(one.name, two.name)
    return (ratio - 0.1, f"{one.name!r} is written almost like {two.name!r}") if ratio >= LIKE else (0.0, "")


def _like_names(one: str, two: str, states: set[str]) -> tuple[float, str]:
    words = [set(fold(n).split()) for n in (one, two)]
    own = [words[0] - words[1], words[1] - words[0]]
    short, long = sorted((one, two), key=len)
    if is_acronym(short) and squeezed(short) == initials(long):
        return 0.8, f"{short!r} has the initials of {long!r}, as others have"
    if len(min(words, key=len)) > 1 and (words[0] < words[1] or words[1] < words[0]):
        return 0.6, f"{short!r} is a part of the name {long!r}"
    if len(words[0] & words[1]) > 1 and [len(w) for w in own] == [1, 1] and not (own[0] | own[1] <= states):
        return 0.5, f"{one!r} and {two!r} differ in one word"
    ratio = _ratio(one, two)
    return (ratio - 0.1, f"{one!r} is written almost like {two!r}") if ratio >= LIKE else (0.0, "")


def _ratio(one: str, two: str) -> float:
    first, second = sorted((fold(one), fold(two)))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _mixtures(nodes: Sequence[Called], known: set[str]) -> Iterator[Suspect]:
    """Nodes with a name that has little in common with the others, and that the names data does not explain."""
    for node in nodes:
        if fold(node.name) in known:
            continue
        for alias in node.aliases:
            if fold(alias) not in known and _apart(node, alias):
                reason = f"{alias!r} and {node.name!r} have little in common"
                yield Suspect(f"different: {node.name} | {alias}", reason, 0.65, (node.id,))


def _apart(node: Called, alias: str) -> bool:
    if PERSON in node.types:
        one, two = person_name(node.name), person_name(alias)
        parts = [p for p in (*one.given, one.surname) if similar(p, two.surname)]
        return not parts or bool(one.given and two.given and not same_person(one, two))
    shared = set(fold(node.name).split()) & set(fold(alias).split())
    letters = {squeezed(n) for n in (node.name, alias) if is_acronym(n)} & {initials(node.name), initials(alias)}
    return not (shared or letters) and _ratio(node.name, alias) < UNLIKE


def _misnomers(nodes: Sequence[Called], schema: Schema) -> Iterator[Suspect]:
    """Nodes whose name ends in a word for another kind of thing, and names that look like none."""
    heads = {w: kind for kind, words in schema.words.get("entity-heads", {}).items() for w in words}
    for node in nodes:
        kind = heads.get((fold(node.name).split() or [""])[-1], "")
        if kind and " " in fold(node.name) and family(schema.up(kind)) != family(node.types) == PERSON:
            reason = f"{node.name!r} ends like the name of a {kind.partition(':')[2]}, but is {_kind(node)}"
            yield Suspect(f"retype: id:{node.id} -> {kind.partition(':')[2]}", reason, 0.75, (node.id,))
        elif OUTLET not in node.types and node.name.islower() and not any(map(str.isdigit, node.name)):
            yield Suspect(f"reject: id:{node.id}", f"{node.name!r} does not look like a name", 0.4, (node.id,))


def _kind(node: Called) -> str:
    return node.types[0].partition(":")[2] if node.types else "Thing"
