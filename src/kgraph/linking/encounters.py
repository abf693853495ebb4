"""Clusters of events in, one node out for the unnamed actor whom several articles give one part in one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgraph.linking.belonging import FORCES, Belonging
from kgraph.linking.decisions import Sides, kept_apart
from kgraph.linking.deeds import LOCATION, Cluster
from kgraph.linking.groups import Groups
from kgraph.linking.nodes import Nodes
from kgraph.linking.unnamed import Description


@dataclass(frozen=True, slots=True)
class Traits:
    """Whose an unnamed actor is, which articles speak of it, and on which sides of the user's judgements it stands."""

    owners: frozenset[str]
    articles: frozenset[str]
    sides: Sides = frozenset()


def met_again(clusters: Sequence[Cluster], found: Iterable[Description], nodes: Nodes, belonging: Belonging) -> Nodes:
    """The nodes, those made one that are the one force which takes part in the same event in each article.

    Where it takes part with parts of its own, what is told of without an owner is the whole.
    """
    traits = _traits(found, nodes)
    ids = sorted(traits)
    numbers = {node: n for n, node in enumerate(ids)}
    groups = Groups([traits[node] for node in ids], _merged)
    for cluster in clusters:
        for same in _alike(_forces(cluster, traits), traits, belonging):
            for one, two in pairwise(_only_ones(same, traits)):
                groups.join(numbers[one], numbers[two])
    return nodes.merged(dict(_kept([ids[m] for m in groups.members(root)] for root in groups.roots())))


def _traits(found: Iterable[Description], nodes: Nodes) -> dict[str, Traits]:
    """Node → its traits, for the nodes that are unnamed forces."""
    owners: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    for d in found:
        article, local = d.key
        node = nodes.id(article, local)
        if node and d.sense == FORCES and not d.other and not nodes.named(node):
            owners[node] |= {nodes.id(article, o) for o in d.owners}
            articles[node].add(article)
    return {
        node: Traits(frozenset(owners[node]), frozenset(articles[node]), nodes.sides.get(node, frozenset()))
        for node in articles
    }


def _merged(a: Traits, b: Traits) -> Traits | None:
    owned = a.owners and b.owners and a.owners != b.owners
    if owned or a.articles & b.articles or kept_apart(a.sides, b.sides):
        return None
    return Traits(a.owners | b.owners, a.articles | b.articles, a.sides | b.sides)


def _forces(cluster: Cluster, traits: Mapping[str, Traits]) -> list[str]:
    forces = [n for role in sorted(cluster.roles) if role != LOCATION for n in sorted(cluster.roles[role])]
    return [n for n in dict.fromkeys(forces) if n in traits]


def _alike(forces: Sequence[str], traits: Mapping[str, Traits], belonging: Belonging) -> Iterator[list[str]]:
    """The forces of the same owners; those without any are with those of whom all others are a part."""
    owned: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for n in forces:
        owned[tuple(sorted(traits[n].owners))].append(n)
    free = owned.pop((), [])
    wholes = [o for o in owned if not any(belonging.is_part(o, other) for other in owned)]
    for owners, members in owned.items():
        yield [*members, *(free if wholes == [owners] else [])]
    if len(wholes) != 1:
        yield free


def _only_ones(forces: Sequence[str], traits: Mapping[str, Traits]) -> list[str]:
    """The forces that no other one of the same article is beside, the best known first."""
    alone = [n for n in forces if not any(m != n and traits[m].articles & traits[n].articles for m in forces)]
    return sorted(alone, key=lambda n: (-len(traits[n].owners), n))


def _kept(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """(node, the node that stands for it), the shortest and so the most general words first."""
    for group in groups:
        kept = min(group, key=lambda n: (len(n), n))
        yield from ((n, kept) for n in group)
