"""Relations and descriptions in, who belongs to whom out: members to alliances, forces to those whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgraph.linking.nodes import Nodes
from kgraph.linking.unnamed import Description
from kgraph.model import Extraction, Relation

# the one sense in which a state has but one in one event: there are many officials and many victims
FORCES = "forces"
MEMBERSHIPS = ("schema:memberOf", "schema:parentOrganization", "schema:worksFor")
LED = "kg:ledBy"  # who leads an alliance is in it


@dataclass(frozen=True)
class Belonging:
    """`above` maps a node to all that it belongs to, `owners` an unnamed force to those whose it is."""

    above: Mapping[str, frozenset[str]] = field(default_factory=dict)
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def kin(self, one: str, other: str) -> bool:
        """Whether what one does can be told of the other: they are of one body, or of a body and its member."""
        ours, theirs = self._acting(one), self._acting(other)
        return bool(ours & theirs) or self._below(ours, theirs) or self._below(theirs, ours)

    def is_part(self, one: Collection[str], other: Collection[str]) -> bool:
        """Whether the owners of one force are members of those of another, and not the other way round."""
        return self._below(one, other) and not self._below(other, one)

    def _acting(self, node: str) -> frozenset[str]:
        return self.owners.get(node, frozenset({node}))

    def _below(self, ours: Collection[str], theirs: Collection[str]) -> bool:
        return any(not self.above.get(n, frozenset()).isdisjoint(theirs) for n in ours)


def belonging(extractions: Sequence[Extraction], found: Iterable[Description], nodes: Nodes) -> Belonging:
    """Who belongs to whom, as the articles say."""
    direct: dict[str, set[str]] = defaultdict(set)
    for x in extractions:
        for r in x.relations:
            member, body = _membership(r)
            one, other = nodes.id(x.article, member), nodes.id(x.article, body)
            if one and other and one != other:
                direct[one].add(other)
    owners: dict[str, set[str]] = defaultdict(set)
    for d in found:
        if d.sense == FORCES and not d.other:
            owners[nodes.id(*d.key)] |= {nodes.id(d.key[0], o) for o in d.owners} - {""}
    return Belonging(
        {node: frozenset(_upward(node, direct)) for node in sorted(direct)},
        {node: frozenset(of) for node, of in owners.items() if node and of},
    )


def _membership(r: Relation) -> tuple[str, str]:
    """The local ids of a member and its body, "" where the relation tells of none."""
    if r.factuality or r.object.kind != "node":
        return "", ""
    if r.property == LED:
        return r.object.value, r.subject
    return (r.subject, r.object.value) if r.property in MEMBERSHIPS else ("", "")


def _upward(node: str, direct: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        for above in direct.get(waiting.pop(), ()):
            if above not in found:
                found.add(above)
                waiting.append(above)
    return found - {node}
