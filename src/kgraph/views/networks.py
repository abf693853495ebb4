"""A picture in, networks out: for networkx, weighted by independent support, with paths, ranks and communities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.views.pictures import Edge, Node, Picture, picture

if TYPE_CHECKING:
    import networkx

Measure = Literal["degree", "betweenness", "closeness", "pagerank"]
MEASURES = ("degree", "betweenness", "closeness", "pagerank")


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one thing to another: its nodes in order, and between each two the edges that link them."""

    nodes: tuple[Node, ...]
    steps: tuple[tuple[Edge, ...], ...]

    @property
    def support(self) -> int:
        """The independent articles behind its weakest step."""
        return min((max(e.support for e in step) for step in self.steps), default=0)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing beside another: `edges` link them directly, `events` are those in which both take part."""

    node: Node
    edges: tuple[Edge, ...]
    events: tuple[Node, ...]
    weight: float


def network(graph: KnowledgeGraph | Picture, *, asserted: bool = True) -> networkx.MultiDiGraph:
    """The graph for networkx: nodes by IRI with label, kind and types, an edge a fact with label, support, evidence.

    Only what some article states as true, unless `asserted` is false.
    """
    from networkx import MultiDiGraph  # a fifth of a second to import; only this view needs it

    drawn = graph if isinstance(graph, Picture) else picture(graph)
    found = MultiDiGraph()
    for node in drawn.nodes:
        literals = {a.label: a.value for a in node.attributes if a.asserted or not asserted}
        found.add_node(node.id, **{**literals, "label": node.label, "kind": node.kind, "types": " ".join(node.types)})
    for edge in drawn.edges:
        if edge.asserted or not asserted:
            marks = {"label": edge.label, "support": edge.support, "asserted": edge.asserted, "evidence": edge.evidence}
            found.add_edge(edge.source, edge.target, key=edge.property, **marks)
    return found


def ties(graph: KnowledgeGraph | Picture, *, asserted: bool = True) -> networkx.Graph:
    """One undirected edge between any two linked things: `weight` is the support of all facts, `distance` 1/weight."""
    from networkx import Graph

    drawn = graph if isinstance(graph, Picture) else picture(graph)
    found = Graph()
    for node in drawn.nodes:
        found.add_node(node.id, label=node.label, kind=node.kind)
    for edge in drawn.edges:
        if edge.source != edge.target and (edge.asserted or not asserted):
            before = found.get_edge_data(edge.source, edge.target, {"weight": 0})["weight"]
            weight = before + max(edge.support, 1)
            found.add_edge(edge.source, edge.target, weight=weight, distance=1 / weight)
    return found


def centrality(graph: KnowledgeGraph | Picture, measure: Measure = "degree") -> dict[str, float]:
    """How central each thing is, the most central first: IRI → number.

    degree sums the support of its facts, betweenness counts strongest ways through it, closeness is nearness along
    them, pagerank follows them at random. Raises QueryError for another measure.
    """
    import networkx

    net = ties(graph)
    measures: dict[str, Callable[[], dict[str, float]]] = {
        "degree": lambda: dict(net.degree(weight="weight")),
        "betweenness": lambda: networkx.betweenness_centrality(net, weight="distance"),
        "closeness": lambda: networkx.closeness_centrality(net, distance="distance"),
        "pagerank": lambda: _pagerank(net),
    }
    if measure not in measures:
        raise QueryError(f"no measure is called {measure!r}; there are {', '.join(measures)}")
    found = measures[measure]()
    return dict(sorted(((k, float(v)) for k, v in found.items()), key=lambda x: (-x[1], x[0])))


def communities(graph: KnowledgeGraph | Picture) -> tuple[tuple[str, ...], ...]:
    """The things in groups that hang together (Louvain, weighted by support), the largest group first."""
    import networkx

    net = ties(graph)
    net.remove_nodes_from([n for n, degree in list(net.degree()) if degree == 0])
    if not net:
        return ()
    groups = networkx.community.louvain_communities(net, weight="weight", seed=1)
    return tuple(sorted((tuple(sorted(g)) for g in groups), key=lambda g: (-len(g), g)))


def neighbourhood(graph: KnowledgeGraph, name: str, *, steps: int = 1) -> Picture:
    """The part of the graph within so many steps of a thing, by name; to draw it, or to ask it for its edges."""
    import networkx

    from kgraph.views.pictures import part

    drawn = picture(graph)
    start = one(graph, name)
    return part(drawn, set(networkx.ego_graph(ties(drawn, asserted=False), start, radius=steps)))


def path(graph: KnowledgeGraph, name: str, other: str, *, strongest: bool = False, asserted: bool = True) -> Way | None:
    """How two things are linked, over as few facts as can be or over the best supported; None if nothing links them.

    Only along what some article states as true, unless `asserted` is false.
    """
    import networkx

    drawn = picture(graph)
    net = ties(drawn, asserted=asserted)
    try:
        found = networkx.shortest_path(net, one(graph, name), one(graph, other), "distance" if strongest else None)
    except networkx.NetworkXNoPath:
        return None
    nodes = {n.id: n for n in drawn.nodes}
    pairs = [frozenset(p) for p in pairwise(found)]
    edges = [e for e in drawn.edges if e.asserted or not asserted]
    steps = (tuple(e for e in edges if frozenset((e.source, e.target)) == pair) for pair in pairs)
    return Way(tuple(nodes[n] for n in found), tuple(steps))


def related(graph: KnowledgeGraph, name: str) -> tuple[Neighbour, ...]:
    """What stands close to a thing: by direct facts and by events that they share, the best supported first."""
    drawn, me = picture(graph), one(graph, name)
    nodes = {n.id: n for n in drawn.nodes}
    direct: dict[str, list[Edge]] = {}
    shared: dict[str, dict[str, Edge]] = {}
    for edge in drawn.edges:
        other = edge.target if edge.source == me else edge.source
        if me in (edge.source, edge.target) and other != me and nodes[other].kind != "event":
            direct.setdefault(other, []).append(edge)
    for event, edge in _beside(drawn, nodes, me):
        shared.setdefault(edge.target, {})[event] = edge
    found = (
        Neighbour(
            nodes[x],
            tuple(direct.get(x, ())),
            tuple(nodes[e] for e in sorted(shared.get(x, ()))),
            sum(max(e.support, 0.5) for e in (*direct.get(x, ()), *shared.get(x, {}).values())),
        )
        for x in direct.keys() | shared.keys()
    )
    return tuple(sorted(found, key=lambda n: (-n.weight, n.node.label, n.node.id)))


def one(graph: KnowledgeGraph, name: str) -> str:
    """The IRI of what is called so; raises QueryError if nothing is, with the closest names."""
    return graph.known(name)[0]


def _beside(drawn: Picture, nodes: dict[str, Node], me: str) -> Iterator[tuple[str, Edge]]:
    """The events that a thing has a part in, each with the edges to those that have one too."""
    mine = {e.source for e in drawn.edges if e.target == me and nodes[e.source].kind == "event"}
    for edge in drawn.edges:
        if edge.source in mine and edge.target != me and nodes[edge.target].kind != "event":
            yield edge.source, edge


def _pagerank(net: networkx.Graph) -> dict[str, float]:
    """PageRank by hand, because networkx's wants scipy: 100 rounds with a damping of 0.85."""
    count = len(net) or 1
    rank = dict.fromkeys(net, 1 / count)
    strength = dict(net.degree(weight="weight"))
    for _ in range(100):
        loose = sum(rank[n] for n in net if not strength[n]) / count
        rank = {
            n: 0.15 / count + 0.85 * (loose + sum(rank[m] * data["weight"] / strength[m] for m, data in net[n].items()))
            for n in net
        }
    return rank
