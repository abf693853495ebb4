"""A Doc in, windows of words that the encoder can read at once out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc

from kgraph.annotation.pieces import MOST_PIECES, Numbers, Pieces

USUAL = 150  # pieces; a longer text is cut at the end of a sentence, for the encoder learnt from paragraphs
STOPS, CLOSERS, PAUSES = frozenset(".!?"), frozenset("\"'”’)]»"), frozenset(",;:–—")


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one document by their token numbers."""

    doc: int
    tokens: tuple[int, ...]
    numbers: Numbers


def windows(number: int, doc: Doc, pieces: Pieces) -> Iterator[Window]:
    """The words of the document, white space left out, cut where the encoder could not read on."""
    tokens = np.flatnonzero(doc.to_array(IS_SPACE) == 0).tolist()
    words = [doc[i].text for i in tokens]
    sizes = [len(pieces.word(word)[0]) for word in words]
    start = 0
    while start < len(words):
        end = window_end(words, sizes, start)
        yield Window(number, tuple(tokens[start:end]), pieces.numbers(words[start:end]))
        start = end


def window_end(words: Sequence[str], sizes: Sequence[int], start: int) -> int:
    """Where the window ends: the last sentence end in reach, else the next one, a pause, or the last word that fits."""
    total, stop, pause = 0, start, start
    for i in range(start, len(words)):
        if total + sizes[i] > MOST_PIECES - 2:
            return stop if stop > start else pause if pause > start else i
        if total + sizes[i] > USUAL and stop > start:
            return stop
        total += sizes[i]
        if words[i] in STOPS or (words[i] in CLOSERS and stop == i and i > start):
            stop = i + 1
        elif words[i] in PAUSES:
            pause = i + 1
    return len(words)
