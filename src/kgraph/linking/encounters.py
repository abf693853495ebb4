"""Clusters of events in, one node out for the unnamed actor whom several articles give one part in one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgraph.linking.decisions import Sides, kept_apart
from kgraph.linking.deeds import LOCATION, Cluster
from kgraph.linking.groups import Groups
from kgraph.linking.nodes import Nodes
from kgraph.linking.unnamed import Description

TROOPS = "forces"  # the one sense in which a state has but one in one event: there are many officials and many victims


@dataclass(frozen=True, slots=True)
class Traits:
    """Whose an unnamed actor is, which articles speak of it, and on which sides of the user's judgements it stands."""

    owners: frozenset[str]
    articles: frozenset[str]
    sides: Sides = frozenset()


def met_again(clusters: Sequence[Cluster], found: Iterable[Description], nodes: Nodes) -> Nodes:
    """The nodes, those made one that are the one force which takes part in the same event in each article."""
    traits = _traits(found, nodes)
    ids = sorted(traits)
    numbers = {node: n for n, node in enumerate(ids)}
    groups = Groups([traits[node] for node in ids], _merged)
    for cluster in clusters:
        for one, two in pairwise(_only_ones(cluster, traits)):
            groups.join(numbers[one], numbers[two])
    return nodes.merged(dict(_kept([ids[m] for m in groups.members(root)] for root in groups.roots())))


def _traits(found: Iterable[Description], nodes: Nodes) -> dict[str, Traits]:
    """Node → its traits, for the nodes that are unnamed forces."""
    owners: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    for d in found:
        article, local = d.key
        node = nodes.id(article, local)
        if node and d.sense == TROOPS and not d.other and not nodes.named(node):
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


def _only_ones(cluster: Cluster, traits: Mapping[str, Traits]) -> list[str]:
    """The forces in the event that no other force of the same article is beside, the best known first."""
    forces = [n for role in sorted(cluster.roles) if role != LOCATION for n in sorted(cluster.roles[role])]
    here = [n for n in dict.fromkeys(forces) if n in traits]
    alone = [n for n in here if not any(m != n and traits[m].articles & traits[n].articles for m in here)]
    return sorted(alone, key=lambda n: (-len(traits[n].owners), n))


def _kept(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """(node, the node that stands for it), the shortest and so the most general words first."""
    for group in groups:
        kept = min(group, key=lambda n: (len(n), n))
        yield from ((n, kept) for n in group)
