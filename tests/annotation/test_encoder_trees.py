"""Arc scores become trees: one root each, no circle, and none better."""

from itertools import product

import numpy as np
import pytest

from kgraph.annotation.decoding import Decoder, heads_of
from kgraph.annotation.trees import best_tree, cycle_in


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head < 0 for head in heads) != 1:
        return False
    for start in range(len(heads)):
        node, seen = start, set[int]()
        while node >= 0:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node]
    return True


def best_by_trying(scores: np.ndarray) -> float:
    size = len(scores)
    trees = (heads for heads in product(range(-1, size), repeat=size) if is_tree(heads))
    return max(float(sum(scores[i, head + 1] for i, head in enumerate(heads))) for heads in trees)


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_with_one_root_scores_better(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4 + seed % 2, 5 + seed % 2)).astype(np.float32)
    heads = best_tree(scores)

    assert is_tree(tuple(heads.tolist()))
    assert sum(scores[i, head + 1] for i, head in enumerate(heads)) == pytest.approx(best_by_trying(scores), abs=1e-4)


def test_a_word_alone_is_its_own_root() -> None:
    assert best_tree(np.zeros((1, 2), dtype=np.float32)).tolist() == [-1]


def test_a_circle_is_found_and_a_tree_has_none() -> None:
    assert cycle_in(np.array([0, 2, 3, 1])) is not None
    assert cycle_in(np.array([0, 0, 1, 2])) is None


def test_no_head_lies_in_another_sentence() -> None:
    arcs = np.zeros((4, 5), dtype=np.float32)
    arcs[2, 1] = 50.0  # the third word would like the first one
    arcs[0, 0] = arcs[2, 0] = 1.0

    heads = heads_of(arcs, np.array([True, False, True, False]))

    assert (heads[:2] < 2).all() and set(heads[2:].tolist()) <= {-1, 2, 3}


def decoder() -> Decoder:
    names = ["O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG"]
    return Decoder.of(np.zeros((3, 3, 3)), ["nsubj", "root", "obj"], names)


def test_a_name_begins_before_it_goes_on() -> None:
    scores = np.array([[0, 1, 3, 0, 0], [0, 0, 4, 0, 0]], dtype=np.float32)

    assert decoder().name_tags(scores).tolist() == [1, 2]


def test_a_name_keeps_its_type_to_the_end() -> None:
    scores = np.array([[0, 9, 0, 0, 0], [0, 0, 3, 0, 4]], dtype=np.float32)

    assert decoder().name_tags(scores).tolist() == [1, 2]


def test_only_the_root_is_labelled_root() -> None:
    heads, children = np.zeros((3, 2), dtype=np.float32), np.zeros((2, 2), dtype=np.float32)
    labels = decoder().labels(heads, children, np.array([-1, 0]))

    assert labels.tolist() == [1, 0]
