"""Paragraphs in, batches of numbers with the targets of all heads out, varied a little each time and from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from kgraph.annotation.pieces import MOST_PIECES, Pieces, stacked
from kgraph.training.corpora import LONGEST, Paragraph
from kgraph.training.labels import TAGS, Gazetteer, allowed_tags
from kgraph.training.swaps import Swaps

NONE = -100  # what torch takes as no target
CURLED, SHOUTED, TITLED, OPEN, JOINED, SWAPPED = 0.33, 0.02, 0.02, 0.05, 0.4, 0.3
FULL = 90  # words; a paragraph shorter than this may be joined with the next


@dataclass(frozen=True)
class Labels:
    """What the heads tell apart, in the order of their outputs."""

    morphs: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...] = TAGS

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> Labels:
        """All labels that the treebanks use."""
        parsed = [p for p in paragraphs if p.heads]
        morphs = {morph(u, f) for p in parsed for u, f in zip(p.upos, p.feats, strict=True)}
        return cls(
            tuple(sorted(morphs)),
            tuple(sorted({x for p in parsed for x in p.xpos})),
            tuple(sorted({d for p in parsed for d in p.labels})),
        )


def morph(upos: str, feats: str) -> str:
    """Part of speech and features as one label."""
    return upos if feats == "_" else f"{upos}|{feats}"


@dataclass(frozen=True)
class Batch:
    """Inputs by name, and targets; `names` holds which tags are right for each word, `sentences` numbers from 1."""

    inputs: dict[str, Tensor]
    words: Tensor
    sentences: Tensor
    morphs: Tensor
    tags: Tensor
    starts: Tensor
    heads: Tensor
    deps: Tensor
    names: Tensor


@dataclass
class Batcher:
    """Makes batches of about `size` pieces, padding counted."""

    pieces: Pieces
    labels: Labels
    gazetteer: Gazetteer
    size: int = 1800

    def __post_init__(self) -> None:
        self.morphs, self.tags, self.deps = (
            {label: i for i, label in enumerate(group)}
            for group in (self.labels.morphs, self.labels.tags, self.labels.deps)
        )

    def epoch(self, paragraphs: Sequence[Paragraph], rng: random.Random) -> list[list[Paragraph]]:
        """All paragraphs varied, joined and cut into batches, in random order."""
        swaps = Swaps.of(paragraphs, self.gazetteer)
        rows = [varied(p, rng, swaps) for p in joined(paragraphs, rng)]
        groups = list(self.groups(rows, lambda n: n * (0.9 + 0.2 * rng.random())))
        rng.shuffle(groups)
        return groups

    def groups(self, rows: Iterable[Paragraph], noise: object = None) -> Iterator[list[Paragraph]]:
        """Batches of paragraphs of about the same length; what is too long for the encoder is left out."""
        sized = [(sum(len(self.pieces.word(w)[0]) for w in p.words) + 2, p) for p in rows]
        key = (lambda x: noise(x[0])) if callable(noise) else (lambda x: x[0])
        group: list[Paragraph] = []
        for length, paragraph in sorted((x for x in sized if x[0] <= MOST_PIECES), key=key):
            if group and (len(group) + 1) * length > self.size:
                yield group
                group = []
            group.append(paragraph)
        if group:
            yield group

    def batch(self, paragraphs: Sequence[Paragraph]) -> Batch:
        """The batch that the network learns from."""
        inputs = stacked([self.pieces.numbers(p.words) for p in paragraphs])
        wide = inputs["first"].shape[1]
        matrix = {key: np.full((len(paragraphs), wide), NONE) for key in ("morphs", "tags", "starts", "heads", "deps")}
        sentences = np.zeros((len(paragraphs), wide), dtype=np.int64)
        names = np.ones((len(paragraphs), wide, len(TAGS)), dtype=bool)
        for i, p in enumerate(paragraphs):
            size = len(p.words)
            begins = np.zeros(size, dtype=np.int64)
            begins[list(p.starts)] = 1
            sentences[i, :size] = begins.cumsum()
            if p.heads:
                matrix["starts"][i, :size] = begins
                matrix["heads"][i, :size] = [h + 1 for h in p.heads]
                matrix["tags"][i, :size] = [self.tags.get(x, NONE) for x in p.xpos]
                matrix["deps"][i, :size] = [self.deps.get(x, NONE) for x in p.labels]
                matrix["morphs"][i, :size] = [
                    self.morphs.get(morph(u, f), NONE) for u, f in zip(p.upos, p.feats, strict=True)
                ]
            if p.names is not None:
                names[i, :size] = False
                for j, options in enumerate(allowed_tags(p, self.gazetteer)):
                    names[i, j, list(options)] = True
        tensors = {key: torch.from_numpy(m) for key, m in matrix.items()}
        return Batch(
            {key: torch.from_numpy(m) for key, m in inputs.items()},
            torch.tensor([len(p.words) for p in paragraphs]),
            torch.from_numpy(sentences),
            names=torch.from_numpy(names),
            **tensors,
        )


def varied(paragraph: Paragraph, rng: random.Random, swaps: Swaps) -> Paragraph:
    """The paragraph as another might have set it: other names, curled quotes, capitals, no full stop at the end."""
    if rng.random() < SWAPPED:
        paragraph = swaps.swapped(paragraph, rng)
    words = list(paragraph.words)
    dice = rng.random()
    if dice < SHOUTED:
        words = [w.upper() for w in words]
    elif dice < SHOUTED + TITLED:
        words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    if rng.random() < CURLED:
        words = list(curled(words))
    changed = replace(paragraph, words=tuple(words))
    if rng.random() < OPEN and len(words) > 2 and words[-1] in (".", "!", "?") and len(words) - 1 not in changed.heads:
        return shortened(changed)
    return changed


def curled(words: Iterable[str]) -> Iterator[str]:
    """The words with typographic quotation marks and apostrophes."""
    opened = False
    for word in words:
        if word in ('"', "``", "''"):
            opened = not opened if word == '"' else word == "``"
            yield "“" if opened else "”"
        else:
            yield word.replace("'", "’")


def shortened(p: Paragraph) -> Paragraph:
    """The paragraph without its last word."""
    size = len(p.words) - 1
    cut = {key: getattr(p, key)[:size] for key in ("words", "upos", "xpos", "feats", "lemmas", "heads", "labels")}
    names = None if p.names is None else tuple(n for n in p.names if n[1] <= size)
    return replace(p, names=names, starts=tuple(s for s in p.starts if s < size), **cut)


def joined(paragraphs: Sequence[Paragraph], rng: random.Random) -> Iterator[Paragraph]:
    """Short paragraphs of one corpus put together now and then, as they stand or at random."""
    held: dict[str, Paragraph] = {}
    order = list(paragraphs)
    if rng.random() < 0.5:
        rng.shuffle(order)
    for paragraph in order:
        before = held.pop(paragraph.corpus, None)
        if before and len(before.words) + len(paragraph.words) > LONGEST:
            yield before
            before = None
        whole = put_together(before, paragraph) if before else paragraph
        if len(whole.words) < FULL and rng.random() < JOINED:
            held[paragraph.corpus] = whole
        else:
            yield whole
    yield from held.values()


def put_together(a: Paragraph, b: Paragraph) -> Paragraph:
    """Two paragraphs as one."""
    size = len(a.words)
    both = {key: getattr(a, key) + getattr(b, key) for key in ("words", "upos", "xpos", "feats", "lemmas", "labels")}
    names = None
    if a.names is not None and b.names is not None:
        names = a.names + tuple((s + size, e + size, t) for s, e, t in b.names)
    heads = a.heads + tuple(h + size if h >= 0 else h for h in b.heads)
    return replace(a, starts=a.starts + tuple(s + size for s in b.starts), heads=heads, names=names, **both)
