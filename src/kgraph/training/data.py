"""A folder of open corpora in, the paragraphs to learn from and the ones to measure on out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kgraph.training.corpora import Paragraph, read_columns, read_names, read_treebank, with_names

TREEBANKS = {"ewt": "ud_ewt", "gum": "gum_open"}
NAMED = {  # corpus: files under ner/
    "crossner/politics": ("crossner_politics.train.jsonl", "crossner_politics.dev.jsonl"),
    "crossner/literature": ("crossner/literature.train.txt", "crossner/literature.dev.txt"),
    "crossner/music": ("crossner/music.train.txt", "crossner/music.dev.txt"),
    "crossner/science": ("crossner/science.train.txt", "crossner/science.dev.txt"),
    "wikigold": ("wikigold.conll.txt",),
    "uner": ("uner_ewt.dev.jsonl",),
    "redocred": ("redocred.dev.jsonl",),
}


def treebank(folder: Path, corpus: str, part: str) -> list[Paragraph]:
    """The paragraphs of one treebank, train or dev; GUM's with its names."""
    parsed = read_treebank(folder / TREEBANKS[corpus] / f"{part}.conllu", corpus)
    if corpus != "gum":
        return list(parsed)
    return list(with_names(parsed, read_names(folder / "ner" / f"gum_named.{part}.jsonl", corpus, recut=False)))


def training_paragraphs(folder: Path) -> list[Paragraph]:
    """All that the network learns from."""
    parsed = [p for corpus in TREEBANKS for p in treebank(folder, corpus, "train")]
    return [*parsed, *named_paragraphs(folder)]


def named_paragraphs(folder: Path) -> Iterator[Paragraph]:
    """The paragraphs of the corpora that have names and no trees."""
    for corpus, files in NAMED.items():
        for file in files:
            read = read_columns if file.endswith(".txt") else read_names
            yield from read(folder / "ner" / file, corpus)
