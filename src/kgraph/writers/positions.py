"""Nodes and links in, a place on the plane for each node out: the same for the same graph, none upon another.

The core, which the page opens with, is laid out by stress majorization (Gansner, Koren & North 2004), so that nodes
are as far apart on the plane as they are in the graph; then it is pushed apart until no two nodes share a cell.
The rest takes the free cells next to what it is linked with.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Cell = tuple[int, int]

CELL = (116.0, 58.0)  # room for a node and a name of two short lines under it
LINK = 150.0  # the length of a link that nothing stretches
SEED = 7
ROUNDS = 120
FITTED = 60  # so many components are fitted together, the rest stands in rows
LARGEST_SEED = 60  # of a component without a core node, so many nodes are laid out by stress
ASPECT = 1.6  # a screen is wider than high


STRONG = 8  # so many of the strongest have more room, for a name in bold that is seen from afar
WIDER = (2.5, 2.6)


def positions(
    nodes: Sequence[str], links: Iterable[tuple[str, str]], core: Sequence[str]
) -> dict[str, tuple[int, int]]:
    """A place for every node in whole pixels; `core` are the nodes to start with, the strongest first."""
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(sorted((min(p), max(p)) for p in links if p[0] != p[1]))
    strong = frozenset(core[:STRONG]) if len(core) > 2 * STRONG else frozenset()
    first = _pack([_laid_out(c, strong) for c in _components(graph.subgraph(core), nodes)])
    whole = _attached(graph, first, nodes)
    left = [n for n in nodes if n not in whole]
    islands = [_island(c) for c in _components(graph.subgraph(left), nodes)]
    return _below(whole, _pack(islands, width=_extent(whole)))


def _components(graph: nx.Graph, order: Sequence[str]) -> list[nx.Graph]:
    """The connected parts, the largest first, each with its nodes in the given order."""
    rank = {n: i for i, n in enumerate(order)}
    parts = [sorted(part, key=rank.__getitem__) for part in nx.connected_components(graph)]
    return [_ordered(graph, part) for part in sorted(parts, key=lambda p: (-len(p), rank[p[0]]))]


def _ordered(graph: nx.Graph, nodes: Sequence[str]) -> nx.Graph:
    """A copy with nodes and edges in a fixed order: a networkx subgraph view iterates in the order of a set."""
    copy: nx.Graph = nx.Graph()
    rank = {n: i for i, n in enumerate(nodes)}
    copy.add_nodes_from(nodes)
    copy.add_edges_from(sorted(tuple(sorted(e, key=rank.__getitem__)) for e in graph.subgraph(nodes).edges))
    return copy


def _laid_out(graph: nx.Graph, strong: frozenset[str] = frozenset()) -> dict[str, tuple[float, float]]:
    names = list(graph)
    rooms = np.array([[c * (w if n in strong else 1.0) for c, w in zip(CELL, WIDER, strict=True)] for n in names])
    points = _spread(_stress(graph), rooms) if len(names) > 1 else np.zeros((1, 2))
    return {n: (float(x), float(y)) for n, (x, y) in zip(names, points, strict=True)}


def _island(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """A component that holds no core node: its middle by stress, the rest attached."""
    names = list(graph)
    if len(names) <= LARGEST_SEED:
        return _laid_out(graph)
    hub = max(names, key=lambda n: (graph.degree(n), -names.index(n)))
    middle = [hub, *(v for _, v in nx.bfs_edges(graph, hub))][:LARGEST_SEED]
    return _attached(graph, _laid_out(_ordered(graph, middle)), names)


def _stress(graph: nx.Graph) -> Points:
    """Points whose distances are near those in the graph, from a seeded spring layout, node by node."""
    start = nx.spring_layout(graph, seed=SEED, iterations=60) if len(graph) < 500 else nx.circular_layout(graph)
    points = np.array([start[n] for n in graph], dtype=np.float64) * LINK * math.sqrt(len(graph))
    wanted = _distances(graph)
    with np.errstate(divide="ignore"):
        weights = np.where(wanted > 0, wanted**-2.0, 0.0)
    total = weights.sum(axis=1)
    for _ in range(ROUNDS):
        for i in range(len(points)):
            away = points[i] - points
            far = np.maximum(np.sqrt((away**2).sum(axis=1)), 1e-6)
            pull = points + away * (wanted[i] / far)[:, None]
            points[i] = (weights[i][:, None] * pull).sum(axis=0) / total[i]
    return np.asarray(points - points.mean(axis=0))


def _distances(graph: nx.Graph) -> Points:
    """How far apart any two nodes should be; links at a hub are longer, so that its neighbours find room around it."""
    for a, b in graph.edges:
        graph.edges[a, b]["length"] = LINK * (0.35 + 0.22 * (math.sqrt(graph.degree(a)) + math.sqrt(graph.degree(b))))
    index = {n: i for i, n in enumerate(graph)}
    wanted = np.zeros((len(graph), len(graph)))
    for a, row in nx.all_pairs_dijkstra_path_length(graph, weight="length"):
        for b, length in row.items():
            wanted[index[a], index[b]] = length
    return wanted


def _spread(points: Points, rooms: Points) -> Points:
    """The points pushed apart until each has its room for itself, as little as that takes."""
    cell = (rooms[:, None, :] + rooms[None, :, :]) / 2
    different = ~np.eye(len(points), dtype=bool)
    for _ in range(400):
        apart = points[:, None, :] - points[None, :, :]
        overlap = cell - np.abs(apart)
        touching = np.asarray((overlap > 1e-3).all(axis=2)) & different
        if not touching.any():
            break
        sideways = overlap[..., 0] * cell[..., 1] < overlap[..., 1] * cell[..., 0]
        way = np.where(apart == 0, np.sign(_order(len(points)))[..., None], np.sign(apart))
        push = np.where(touching[..., None], way * overlap * 0.3, 0.0)
        push[..., 0] *= sideways
        push[..., 1] *= ~sideways
        points = points + push.sum(axis=1)
    return points


def _order(size: int) -> Points:
    rank = np.arange(size, dtype=np.float64)
    return rank[:, None] - rank[None, :]


def _attached(
    graph: nx.Graph, placed: Mapping[str, tuple[float, float]], order: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """The placed nodes and all that hangs on them, each on the free cell nearest to where its neighbours pull it."""
    whole = dict(placed)
    taken = {_cell(p) for p in whole.values()}
    steps: dict[Cell, Iterator[Cell]] = {}
    rank = {n: i for i, n in enumerate(order)}
    front = [n for n in order if n in whole]
    while front:
        ring = sorted({v for n in front for v in graph[n] if v not in whole}, key=rank.__getitem__)
        for node in ring:
            home = _cell(_pull(node, graph, whole))
            spiral = steps.setdefault(home, _spiral(home))
            cell = next(c for c in spiral if c not in taken)
            taken.add(cell)
            whole[node] = (cell[0] * CELL[0], cell[1] * CELL[1])
        front = ring
    return whole


def _pull(node: str, graph: nx.Graph, placed: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    """The middle of the placed neighbours, a little further out than they are."""
    near = sorted(placed[n] for n in graph[node] if n in placed)
    x, y = (sum(p[i] for p in near) / len(near) for i in (0, 1))
    return x * 1.08, y * 1.08


def _cell(point: tuple[float, float]) -> Cell:
    return round(point[0] / CELL[0]), round(point[1] / CELL[1])


def _spiral(home: Cell) -> Iterator[Cell]:
    """All cells around a cell, the nearest first."""
    for ring in itertools.count():
        yield from ((home[0] + x, home[1] + y) for x, y in _ring(ring))


@cache
def _ring(size: int) -> tuple[Cell, ...]:
    """The cells at this distance from the middle, the nearest first."""
    side = range(-size, size + 1)
    edge = {(x, y) for s in side for x, y in ((s, size), (s, -size), (size, s), (-size, s))}
    return tuple(sorted(edge, key=lambda c: (c[0] ** 2 + c[1] ** 2, c)))


def _pack(parts: Sequence[Mapping[str, tuple[float, float]]], *, width: float = 0.0) -> dict[str, tuple[float, float]]:
    """The parts side by side without touching, the largest first: in about the form of a screen, or to a width."""
    boxes = [_box(p) for p in parts]
    fitted = 0 if width else FITTED
    corners = [*_fitted([b[2:] for b in boxes[:fitted]])]
    ends = [(x + b[2], y + b[3]) for (x, y), b in zip(corners, boxes, strict=False)]
    width, top = max([width, *(x for x, _ in ends)]), max((y for _, y in ends), default=0.0)
    corners += ((x, y + top) for x, y in _rows([b[2:] for b in boxes[fitted:]], width))
    placed: dict[str, tuple[float, float]] = {}
    for part, (left, top, _, _), (x, y) in zip(parts, boxes, corners, strict=True):
        placed |= {n: (p[0] - left + x, p[1] - top + y) for n, p in part.items()}
    return placed


def _fitted(sizes: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """A corner for each rectangle: beside or under another one, where the whole grows least."""
    taken: list[tuple[float, float, float, float]] = []
    for w, h in sizes:
        spots = [(0.0, 0.0), *((r, t) for _, t, r, _ in taken), *((a, b) for a, _, _, b in taken)]
        free = [s for s in spots if not any(_meet((*s, s[0] + w, s[1] + h), t) for t in taken)]
        width, height = max((t[2] for t in taken), default=0.0), max((t[3] for t in taken), default=0.0)
        x, y = min(free, key=lambda s: (max(width, s[0] + w) / ASPECT + max(height, s[1] + h), s[1], s[0]))
        taken.append((x, y, x + w, y + h))
        yield x, y


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _rows(sizes: Sequence[tuple[float, float]], width: float) -> Iterator[tuple[float, float]]:
    """A corner for each rectangle: row by row, as wide as asked for or as the form of a screen wants."""
    width = max([width, math.sqrt(sum(w * h for w, h in sizes) * ASPECT), *(w for w, _ in sizes)])
    x = y = row = 0.0
    for w, h in sizes:
        if x > 0 and x + w > width:
            x, y, row = 0.0, y + row, 0.0
        yield x, y
        x, row = x + w, max(row, h)


def _extent(placed: Mapping[str, tuple[float, float]]) -> float:
    xs = [p[0] for p in placed.values()]
    return max(xs) - min(xs) + CELL[0] if xs else 0.0


def _box(part: Mapping[str, tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, top, width and height, with half a cell of room around."""
    xs, ys = [p[0] for p in part.values()], [p[1] for p in part.values()]
    half = (CELL[0] / 2, CELL[1] / 2)
    left, top = min(xs) - half[0], min(ys) - half[1]
    return left, top, max(xs) + half[0] - left + CELL[0] / 2, max(ys) + half[1] - top + CELL[1] / 2


def _below(
    upper: Mapping[str, tuple[float, float]], lower: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[int, int]]:
    """Both in one plane, the lower part under the upper one."""
    depth = max((p[1] for p in upper.values()), default=0.0) + 2 * CELL[1] if upper else 0.0
    left = min((p[0] for p in upper.values()), default=0.0)
    moved = {n: (p[0] + left, p[1] + depth) for n, p in lower.items()}
    return {n: (round(x), round(y)) for n, (x, y) in sorted({**upper, **moved}.items())}
