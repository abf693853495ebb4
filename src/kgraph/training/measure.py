"""A network in training and annotated paragraphs in, how right its heads are on given words out; rough and quick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from kgraph.training.batches import Batcher, Labels, morph
from kgraph.training.corpora import Paragraph, spans_of
from kgraph.training.evaluate import COARSE
from kgraph.training.fit import encode, within
from kgraph.training.network import Network

Rows = tuple[Tensor, Tensor, Tensor]  # morph, head and label of each word


def measure(network: Network, batcher: Batcher, paragraphs: Sequence[Paragraph]) -> dict[str, float]:
    """UPOS, UAS and LAS with words and sentences given, and persons, organisations and places, in per cent."""
    network.eval()
    count: Counter[str] = Counter()
    with torch.no_grad():
        for group in batcher.groups(paragraphs):
            batch = batcher.batch([replace(p, names=None) for p in group])
            morphs, _, _, names, arcs, head, child = encode(network, batch)
            chosen = within(arcs, batch.sentences).argmax(-1)
            deps = network.label_scores(head, child, chosen).argmax(-1)
            for i, p in enumerate(group):
                if p.heads:
                    count_tree(count, batcher.labels, p, (morphs[i].argmax(-1), chosen[i], deps[i]))
                if p.names is not None:
                    count_names(count, batcher.labels, p, names[i].argmax(-1))
    network.train()
    trees = {key: 100 * count[key] / count["words"] for key in ("upos", "morph", "uas", "las") if count["words"]}
    found = {"names": 200 * count["found"] / count["spans"]} if count["spans"] else {}
    return {key: round(value, 2) for key, value in {**trees, **found}.items()}


def count_tree(count: Counter[str], labels: Labels, p: Paragraph, rows: Rows) -> None:
    """Count what is right in a tree, labels with their subtypes."""
    morphs, heads, deps = (row.tolist() for row in rows)
    for j in range(len(p.words)):
        guess = labels.morphs[morphs[j]]
        right = heads[j] - 1 == p.heads[j]
        count["words"] += 1
        count["upos"] += guess.partition("|")[0] == p.upos[j]
        count["morph"] += guess == morph(p.upos[j], p.feats[j])
        count["uas"] += right
        count["las"] += right and labels.deps[deps[j]] == p.labels[j]


def count_names(count: Counter[str], labels: Labels, p: Paragraph, names: Tensor) -> None:
    """Count the persons, organisations and places that are right, span and type."""
    tags = [labels.names[k] for k in names.tolist()[: len(p.words)]]
    found = {(s, e, COARSE[t]) for s, e, t in spans_of(tags) if t in COARSE}
    gold = {(s, e, COARSE[t.upper()]) for s, e, t in p.names or () if t.upper() in COARSE}
    count["found"] += len(found & gold)
    count["spans"] += len(found) + len(gold)
