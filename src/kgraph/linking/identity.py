"""Profiles in, groups of one identity out: which local entities are one person, organisation or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kgraph.linking.decisions import Decisions, Sides, kept_apart
from kgraph.linking.groups import Groups
from kgraph.linking.judgements import contradiction
from kgraph.linking.names import (
    PersonName,
    fold,
    initials,
    is_acronym,
    person_name,
    same_person,
    similar,
    skeleton,
    sound,
    squeezed,
    stands_for,
)
from kgraph.linking.profiles import Key, Profile, compatible
from kgraph.schema import Name

PERSON = "schema:Person"
UNDECIDED = Decisions()


@dataclass(frozen=True, slots=True)
class Traits:
    """What the members of a group say together; two groups become one only where no part is in conflict."""

    types: frozenset[tuple[str, ...]]
    known: frozenset[str]
    countries: frozenset[str]
    sides: Sides = frozenset()
    judged: bool = False  # made one by the user, so that not all of it need be alike


def same(
    profiles: Sequence[Profile], companions: Iterable[tuple[Key, Key]] = (), decisions: Decisions = UNDECIDED
) -> Groups[Traits]:
    """The profiles grouped by who they are, through blocks of names and never pair by pair over all.

    `companions` are pairs of profiles without a name that their articles speak of as one; `decisions` go before all
    else. Raises JudgementError where they make one what they keep apart.
    """
    sides = _sides(decisions)
    groups = Groups([_traits(p, sides.get(n, frozenset())) for n, p in enumerate(profiles)], _merged)
    _join_decided(groups, decisions)
    for join in (_join_known, _join_names, _join_capitals, _join_acronyms):
        join(profiles, groups)
    for join in (_join_spellings, _join_initials, _join_surnames, _join_restated):
        join(profiles, groups)
    numbers = {p.key: n for n, p in enumerate(profiles)}
    for one, two in companions:
        groups.join(numbers[one], numbers[two])
    return groups


def _sides(decisions: Decisions) -> dict[int, Sides]:
    found: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for judgement, lists in decisions.apart:
        for side, numbers in enumerate(lists):
            for n in numbers:
                found[n].add((judgement.line, side))
    return {n: frozenset(sides) for n, sides in found.items()}


def _join_decided(groups: Groups[Traits], decisions: Decisions) -> None:
    """What the user says is one is one, whatever speaks against it, and across what else joins."""
    for judgement, numbers in decisions.together:
        for n in numbers[1:]:
            if not groups.join(numbers[0], n, merge=_decided):
                lines = kept_apart(groups.traits(numbers[0]).sides, groups.traits(n).sides)
                apart = next(j for j, _ in decisions.apart if j.line in lines)
                raise contradiction(decisions.path, apart, [judgement])


def _decided(a: Traits, b: Traits) -> Traits | None:
    return None if kept_apart(a.sides, b.sides) else replace(_union(a, b), judged=True)


def _union(a: Traits, b: Traits) -> Traits:
    judged = a.judged or b.judged
    return Traits(a.types | b.types, a.known | b.known, a.countries | b.countries, a.sides | b.sides, judged)


def _traits(p: Profile, sides: Sides) -> Traits:
    return Traits(
        frozenset((p.types,)),
        frozenset((_entry(p.known),) if p.known else ()),
        frozenset((p.country,) if p.country else ()),
        sides,
    )


def _entry(known: Name) -> str:
    return f"{known.kind}/{known.name}/{known.country}"


def _merged(a: Traits, b: Traits) -> Traits | None:
    together = _union(a, b)
    if kept_apart(a.sides, b.sides):
        return None
    if a.known and b.known:
        return together if a.known & b.known else None
    countries = len(together.countries) <= max(1, len(a.countries), len(b.countries))
    return together if countries and _all_compatible(a, b) else None


def _all_compatible(a: Traits, b: Traits) -> bool:
    """Whether the classes go together; what a judgement made one has classes that do not, and then one is enough."""
    kinds = (compatible(x, y) for x in a.types for y in b.types)
    return any(kinds) if a.judged or b.judged else all(kinds)


def _blocks(profiles: Sequence[Profile], keys: Callable[[Profile], Iterator[str]]) -> Iterator[list[int]]:
    """Numbers of the named profiles that share a key, block by block in the order of the keys."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, p in enumerate(profiles):
        for key in sorted(set(keys(p))) if p.named else ():
            blocks[key].append(n)
    return (blocks[key] for key in sorted(blocks) if len(blocks[key]) > 1)


def _join_known(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """What the names data knows is one thing, whatever it is called."""

    def keys(p: Profile) -> Iterator[str]:
        if p.known:
            yield _entry(p.known)

    for block in _blocks(profiles, keys):
        for n in block[1:]:
            groups.join(block[0], n)


def _join_names(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """The same name written alike is the same thing, if the classes allow it; the most specific class decides first."""
    for block in _blocks(profiles, _name_keys):
        clusters: list[int] = []
        for n in sorted(block, key=lambda n: (-len(profiles[n].types), n)):
            if not any(groups.join(first, n) for first in clusters):
                clusters.append(n)


def _name_keys(p: Profile) -> Iterator[str]:
    """Full names; one word of a person is no full name, one common word does not bridge a place and a company."""
    for name in p.names:
        key = fold(name)
        if p.family == PERSON:
            if " " in key:
                yield f"person/{key}"
        elif key and not is_acronym(name):  # several bodies share an acronym: expansions decide
            yield f"thing/{key}" if " " in key else f"{p.family}/{key}"


def _join_capitals(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """A name in capitals ("OSLO:") is what its article writes with small letters elsewhere."""

    def keys(p: Profile) -> Iterator[str]:
        yield from (f"{p.key[0]} {fold(name)}" for name in p.names if len(fold(name)) > 2)

    for block in _blocks(profiles, keys):
        shouted = [n for n in block if all(name.isupper() for name in profiles[n].names)]
        spelt = [n for n in block if n not in set(shouted)]
        for n in shouted if len(_roots(groups, spelt)) == 1 else ():
            groups.join(spelt[0], n)


def _join_acronyms(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """An acronym is the body that bears it in the same article, or the only one in the corpus that it can mean."""

    def keys(p: Profile) -> Iterator[str]:
        if p.family == PERSON:
            return
        for name in p.names:
            if is_acronym(name):
                yield squeezed(name)
            elif p.family == "schema:Organization" and len(initials(name)) >= 3:
                yield initials(name)

    for block in _blocks(profiles, keys):
        bare = [n for n in block if all(is_acronym(name) for name in profiles[n].names)]
        full = [n for n in block if n not in set(bare)]
        shared = [n for n in full if _bears(profiles[n], [profiles[m] for m in bare])]
        _join_to_only(profiles, groups, bare, shared)
        for n in bare[1:]:
            if not _roots(groups, shared):
                groups.join(bare[0], n)


def _bears(p: Profile, acronyms: Sequence[Profile]) -> bool:
    """Whether one of the acronyms is among the names of p or made of its initials."""
    short = {a.names[0] for a in acronyms}
    written = {squeezed(n) for n in p.names if is_acronym(n)}
    return any(squeezed(s) in written or any(stands_for(s, n) for n in p.names) for s in sorted(short))


def _roots(groups: Groups[Traits], numbers: Sequence[int]) -> list[int]:
    return sorted({groups.root(n) for n in numbers})


def _join_to_only(
    profiles: Sequence[Profile], groups: Groups[Traits], short: Sequence[int], full: Sequence[int]
) -> list[int]:
    """Join each short form to the one full form of its own article, else of the corpus; the rest is returned."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for n in full:
        by_article[profiles[n].key[0]].append(n)
    left = []
    for n in short:
        near = _roots(groups, by_article[profiles[n].key[0]]) or _roots(groups, full)
        if len(near) != 1 or not groups.join(near[0], n):
            left.append(n)
    return left


def _join_spellings(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """Full names of persons that are transliterations of one another, unless one article tells the two apart."""

    def keys(p: Profile) -> Iterator[str]:
        for name in _full_names(p):
            if not _abbreviated(name):
                surname = skeleton(name.surname) or sound(name.surname)
                yield f"{surname} {skeleton(name.first)}"
                yield f"{surname} {skeleton(''.join(name.given))}"

    for block in _blocks(profiles, keys):
        names = _names_by_head(profiles, groups, block)
        for head in names:
            like = [m for m in names if m != head and _one_person(groups, names, head, m)]
            if all(_one_person(groups, names, x, y) for x in like for y in like):
                for m in like:
                    _join_apart(profiles, groups, head, m)


def _join_initials(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """ "J. Ardern" is the only Ardern in the corpus whose first name begins with J."""

    def keys(p: Profile) -> Iterator[str]:
        for name in _full_names(p):
            yield f"{sound(name.surname)} {squeezed(name.first)[:1]}"

    for block in _blocks(profiles, keys):
        names = _names_by_head(profiles, groups, block)
        for head in (h for h in names if all(map(_abbreviated, names[h]))):
            like = {groups.root(m) for m in names if m != head and _one_person(groups, names, head, m)}
            if len(like) == 1:
                groups.join(min(like), head)


FullNames = tuple[PersonName, ...]


def _names_by_head(profiles: Sequence[Profile], groups: Groups[Traits], block: Sequence[int]) -> dict[int, FullNames]:
    """The different full names of each group in the block."""
    found: dict[int, dict[PersonName, None]] = {}
    for head in _roots(groups, block):
        for m in groups.members(head):
            found.setdefault(head, {}).update(dict.fromkeys(_full_names(profiles[m])))
    return {head: tuple(names) for head, names in found.items()}


def _one_person(groups: Groups[Traits], names: Mapping[int, FullNames], a: int, b: int) -> bool:
    """Whether every full name of one goes with every full name of the other; one of them is enough for the user's."""
    agree = (same_person(x, y) for x in names[a] for y in names[b])
    return any(agree) if groups.traits(a).judged or groups.traits(b).judged else all(agree)


def _join_apart(profiles: Sequence[Profile], groups: Groups[Traits], a: int, b: int) -> None:
    """Join two groups of like names unless some article names both."""
    articles = [{profiles[m].key[0] for m in groups.members(x)} for x in (a, b)]
    if groups.root(a) != groups.root(b) and not articles[0] & articles[1]:
        groups.join(a, b)


def _full_names(p: Profile) -> list[PersonName]:
    if p.family != PERSON:
        return []
    return [name for name in dict.fromkeys(map(person_name, p.names)) if name.given]


def _abbreviated(name: PersonName) -> bool:
    return len(squeezed(name.first)) == 1


def _join_surnames(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """A bare surname is who bears it in the same article; else who is called by it elsewhere; else its only bearer."""
    for block in _blocks(profiles, _surname_keys):
        bare = [n for n in block if not _full_names(profiles[n])]
        full = [n for n in block if _full_names(profiles[n]) and not profiles[n].meta]
        for spelt in sorted({sound(profiles[n].names[0]) for n in bare}):
            short = [n for n in bare if sound(profiles[n].names[0]) == spelt]
            bearers = [n for n in full if any(similar(s, profiles[short[0]].names[0]) for s in _surnames(profiles[n]))]
            called = [n for n in bearers if spelt in {sound(name) for name in profiles[n].names}]
            left = _join_to_only(profiles, groups, short, bearers)
            left = _join_to_only(profiles, groups, left, called)
            if len(_roots(groups, bearers)) < 2:
                for n in left[1:]:
                    groups.join(left[0], n)


def _join_restated(profiles: Sequence[Profile], groups: Groups[Traits]) -> None:
    """An unnamed actor is met again only in a copy of the article, under the same words, if there is just one."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, p in enumerate(profiles):
        if p.origin and not p.named:
            blocks[p.origin, fold(p.names[0])].append(n)
    for block in blocks.values():
        if len({profiles[n].key[0] for n in block}) == len(block):
            for n in block[1:]:
                groups.join(block[0], n)


def _surname_keys(p: Profile) -> Iterator[str]:
    if p.family == PERSON:
        for word in _surnames(p):
            yield skeleton(word) if len(skeleton(word)) > 2 else sound(word)


def _surnames(p: Profile) -> list[str]:
    """The surnames in all names, and single words that the article calls the person by."""
    return sorted({person_name(n).surname for n in p.names})
