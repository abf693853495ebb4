"""Scores of the network in, for each word of a window its sentence, head, labels and name tag out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kgraph.annotation.trees import best_tree

FORBIDDEN = -1e6
OUTPUTS = ("morphs", "tags", "starts", "names", "arcs", "heads", "children")

Scores = Mapping[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Parse:
    """One window, word by word; `heads` count from the window's first word, -1 for a root; labels are numbers."""

    morphs: np.ndarray
    tags: np.ndarray
    starts: np.ndarray
    heads: np.ndarray
    deps: np.ndarray
    names: np.ndarray


@dataclass(frozen=True)
class Decoder:
    """What is needed to read the network's scores: the bilinear form of the labels, and which name tags may follow."""

    bilinear: np.ndarray  # (size + 1, labels * (size + 1))
    follows: np.ndarray  # name tag, next name tag: 0 or FORBIDDEN
    begins: np.ndarray
    root: int  # the label of roots, which no other word may have

    @classmethod
    def of(cls, bilinear: np.ndarray, deps: Sequence[str], names: Sequence[str]) -> Decoder:
        """`bilinear`: labels, size + 1, size + 1."""
        count, size, _ = bilinear.shape
        flat = bilinear.astype(np.float32).transpose(1, 0, 2).reshape(size, count * size)
        follows = np.zeros((len(names), len(names)), dtype=np.float32)
        begins = np.zeros(len(names), dtype=np.float32)
        for j, after in enumerate(names):
            if after.startswith("I-"):
                begins[j] = FORBIDDEN
                for i, before in enumerate(names):
                    if before[1:] != after[1:]:
                        follows[i, j] = FORBIDDEN
        return cls(np.ascontiguousarray(flat), follows, begins, list(deps).index("root"))

    def parse(self, scores: Scores, row: int, size: int) -> Parse:
        """One window of a batch."""
        starts = scores["starts"][row, :size] > 0
        starts[0] = True
        heads = heads_of(scores["arcs"][row, :size, : size + 1], starts)
        deps = self.labels(scores["heads"][row], scores["children"][row, :size], heads)
        names = self.name_tags(scores["names"][row, :size])
        return Parse(scores["morphs"][row, :size], scores["tags"][row, :size], starts, heads, deps, names)

    def labels(self, heads: np.ndarray, children: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """The best dependency label of each word below its head."""
        one = np.ones((len(children), 1), dtype=np.float32)
        left = np.concatenate([children, one], 1)
        right = np.concatenate([heads[chosen + 1], one], 1)
        mixed = (left @ self.bilinear).reshape(len(left), -1, right.shape[1])
        scores = np.einsum("wlj,wj->wl", mixed, right)
        scores[:, self.root] = FORBIDDEN
        return np.where(chosen < 0, self.root, scores.argmax(1))

    def name_tags(self, scores: np.ndarray) -> np.ndarray:
        """The best sequence of name tags in which each name begins before it goes on (Viterbi 1967)."""
        best = scores.argmax(1)
        if self.begins[best[0]] == 0 and not self.follows[best[:-1], best[1:]].any():
            return np.asarray(best)
        total, back = scores[0] + self.begins, []
        for row in scores[1:]:
            paths = total[:, None] + self.follows
            back.append(paths.argmax(0))
            total = paths.max(0) + row
        tags = [int(total.argmax())]
        for step in reversed(back):
            tags.append(int(step[tags[-1]]))
        return np.array(tags[::-1])


def heads_of(arcs: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """The heads of all words, each sentence a tree of its own. `arcs`: words, 1 + words."""
    heads = np.empty(len(arcs), dtype=np.int64)
    edges = [*np.flatnonzero(starts).tolist(), len(arcs)]
    for start, end in pairwise(edges):
        columns = np.concatenate(([0], np.arange(start + 1, end + 1)))
        found = best_tree(arcs[start:end, columns])
        heads[start:end] = np.where(found < 0, -1, found + start)
    return heads
