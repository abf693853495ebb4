"""What deeds are compared with: the nodes, where places lie, and who belongs to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.linking.belonging import Belonging
from kgraph.linking.deeds import MOVING, Deed
from kgraph.linking.nodes import Nodes

Places = Mapping[str, frozenset[str]]  # place → the places around it


ARMED = (MOVING, "ASSAULT")  # what is done by force of arms


@dataclass(frozen=True, slots=True)
class World:
    """What deeds are compared with: the nodes, where places lie, and who belongs to whom.

    `met_again` are the actors without a name that several articles are known to speak of.
    """

    nodes: Nodes
    places: Places
    belonging: Belonging
    met_again: frozenset[str] = frozenset()

    def told_apart(self, node: str) -> bool:
        """Whether another article's node can be seen to be this one or another: it has a name, or an owner who has."""
        return self.nodes.named(node) or node in self.belonging.owners or node in self.met_again

    def kin(self, one: str, other: str, deed: Deed) -> bool:
        """Whether one may be said to do what the other does."""
        return self.belonging.kin(one, other, armed=deed.top in ARMED)

    def inmost(self, found: frozenset[str]) -> frozenset[str]:
        """The places in which none of the others lies."""
        return found.difference(*(self.places.get(p, frozenset()) - {p} for p in found))

    def around(self, found: frozenset[str]) -> frozenset[str]:
        """The places, and those in which they lie."""
        return found.union(*(self.places.get(p, frozenset()) for p in found))

    def head(self, node: str) -> str:
        """The last word of a node's name: "soldiers" of "Chadian soldiers"."""
        return self.nodes.entities[node].name.lower().split()[-1] if node in self.nodes.entities else node

    def meet(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether one of the places is one of the others, or lies in it."""
        return bool(ours & self.around(theirs) or theirs & self.around(ours))

    def may_lie(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether one side is a state, and nobody says in which state the places of the other lie."""
        return any(
            all(map(self.nodes.is_state, state)) and not any(map(self.nodes.is_state, self.around(places)))
            for state, places in ((ours, theirs), (theirs, ours))
        )
