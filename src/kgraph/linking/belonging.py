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
SERVING = ("schema:parentOrganization", "schema:worksFor")  # organs and officials act for a body whatever they do
MEMBER, LED = "schema:memberOf", "kg:ledBy"  # members act for it by force of arms alone; who leads it is one


@dataclass(frozen=True)
class Belonging:
    """`above` maps a node to all that it belongs to, `owners` an unnamed force to those whose it is.

    `served` has only what a node belongs to as an organ or official.
    """

    above: Mapping[str, frozenset[str]] = field(default_factory=dict)
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)
    served: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def kin(self, one: str, other: str, *, armed: bool) -> bool:
        """Whether what one does can be told of the other: they are of one body, or of a body and its organ.

        Where it is done by force of arms (`armed`), a member of an alliance does it for the alliance.
        """
        ours, theirs = self._acting(one), self._acting(other)
        above = self.above if armed else self.served
        return bool(ours & theirs) or _below(ours, theirs, above) or _below(theirs, ours, above)

    def is_part(self, one: Collection[str], other: Collection[str]) -> bool:
        """Whether the owners of one force are members of those of another, and not the other way round."""
        return _below(one, other, self.above) and not _below(other, one, self.above)

    def _acting(self, node: str) -> frozenset[str]:
        return self.owners.get(node, frozenset({node}))


def _below(ours: Collection[str], theirs: Collection[str], above: Mapping[str, frozenset[str]]) -> bool:
    return any(not above.get(n, frozenset()).isdisjoint(theirs) for n in ours)


def memberships(extractions: Sequence[Extraction], found: Iterable[Description], nodes: Nodes) -> Belonging:
    """Who belongs to whom, as the articles say."""
    direct: dict[str, set[str]] = defaultdict(set)
    served: dict[str, set[str]] = defaultdict(set)
    for x in extractions:
        for r in x.relations:
            member, body = _membership(r)
            one, other = nodes.id(x.article, member), nodes.id(x.article, body)
            if one and other and one != other:
                direct[one].add(other)
                if r.property in SERVING and not nodes.is_state(one):
                    served[one].add(other)
    owners: dict[str, set[str]] = defaultdict(set)
    for d in found:
        if d.sense == FORCES and not d.other:
            owners[nodes.id(*d.key)] |= {nodes.id(d.key[0], o) for o in d.owners} - {""}
    return Belonging(
        _closed(direct), {node: frozenset(of) for node, of in owners.items() if node and of}, _closed(served)
    )


def _membership(r: Relation) -> tuple[str, str]:
    """The local ids of a member and its body, "" where the relation tells of none."""
    if r.factuality or r.object.kind != "node":
        return "", ""
    if r.property == LED:
        return r.object.value, r.subject
    return (r.subject, r.object.value) if r.property in (MEMBER, *SERVING) else ("", "")


def _closed(direct: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {node: frozenset(_upward(node, direct)) for node in sorted(direct)}


def _upward(node: str, direct: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        for above in direct.get(waiting.pop(), ()):
            if above not in found:
                found.add(above)
                waiting.append(above)
    return found - {node}
