"""Scores of arcs in, the best tree with exactly one root out (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np

FAR = -1e9
ROOTS = 3  # the likeliest roots, each tried where the best arcs alone make no tree

Matrix = np.ndarray


def best_tree(scores: Matrix) -> np.ndarray:
    """For each word its head, -1 for the root. `scores`: words, 1 + words; column 0 is for the root."""
    size = len(scores)
    scores = scores.astype(np.float64)
    scores[np.arange(size), np.arange(1, size + 1)] = FAR
    heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and cycle_in(np.concatenate(([0], heads))) is None:
        return np.asarray(heads - 1)
    lead = scores[:, 0] - scores[:, 1:].max(1) if size > 1 else scores[:, 0]
    trees = [rooted_tree(scores, int(root)) for root in np.argsort(-lead, kind="stable")[:ROOTS]]
    best = max(trees, key=lambda tree: float(scores[np.arange(size), tree].sum()))
    return np.asarray(best - 1)


def rooted_tree(scores: Matrix, root: int) -> np.ndarray:
    """The best tree below the given word; heads count from 1, 0 is above the root."""
    size = len(scores)
    full = np.full((size + 1, size + 1), FAR)
    full[1:, 1:] = scores[:, 1:]
    full[root + 1] = FAR
    full[root + 1, 0] = 0.0
    return arborescence(full)[1:]


def arborescence(scores: Matrix) -> np.ndarray:
    """The best head of each node; node 0 has none. `scores[child, head]`."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = cycle_in(heads)
    if cycle is None:
        return np.asarray(heads)
    outside = np.setdiff1d(np.arange(len(scores)), cycle)
    kept = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, outside)] - kept[:, None]  # what it costs to enter the cycle at each of its nodes
    out_of = scores[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), FAR)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1], small[:-1, -1] = into.max(0), out_of.max(1)
    small[-1, -1] = FAR
    found = arborescence(small)
    return _expand(heads, cycle, outside, into.argmax(0), out_of.argmax(1), found)


def _expand(
    heads: np.ndarray, cycle: np.ndarray, outside: np.ndarray, enter: np.ndarray, leave: np.ndarray, found: np.ndarray
) -> np.ndarray:
    """The heads with the cycle, which was one node, taken apart again."""
    heads, last = heads.copy(), len(outside)
    for i, node in enumerate(outside[1:], start=1):
        heads[node] = cycle[leave[i]] if found[i] == last else outside[found[i]]
    heads[cycle[enter[found[last]]]] = outside[found[last]]
    return heads


def cycle_in(heads: np.ndarray) -> np.ndarray | None:
    """The nodes of one cycle, none if there is none; node 0 is the top."""
    state = [0] * len(heads)  # 0 new, otherwise the walk that met it
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            ring = [node]
            while int(heads[ring[-1]]) != node:
                ring.append(int(heads[ring[-1]]))
            return np.array(sorted(ring))
    return None
