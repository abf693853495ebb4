"""Words in, the numbers that the encoder reads out: word pieces, the shape of each word and its last letters."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

SHAPES, SUFFIXES = 512, 4096
FIRST, LAST, UNKNOWN = 101, 102, 100  # [CLS], [SEP] and [UNK] of BERT's vocabulary
MOST_PIECES = 500  # of a window; the encoder has 512 places
LONGEST_WORD = 12  # pieces; what comes after tells little (addresses, keys)

Word = tuple[tuple[int, ...], int, int]  # pieces, shape, suffix


@dataclass(frozen=True, slots=True)
class Numbers:
    """A window of words as numbers; `first` says at which piece each word begins."""

    pieces: list[int]
    piece_shapes: list[int]
    first: list[int]
    shapes: list[int]
    suffixes: list[int]


@dataclass
class Pieces:
    """Cuts words into pieces, and remembers the words it has met."""

    tokenizer: Tokenizer
    known: dict[str, Word] = field(default_factory=dict)

    def word(self, text: str) -> Word:
        """The pieces, the shape and the suffix of a word."""
        found = self.known.get(text)
        if found is None:
            ids = self.tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST_WORD]
            found = tuple(ids) or (UNKNOWN,), number(shape(text), SHAPES), number(text[-3:].lower(), SUFFIXES)
            if len(self.known) > 100_000:
                self.known.clear()
            self.known[text] = found
        return found

    def numbers(self, words: Sequence[str]) -> Numbers:
        """The words of one window."""
        found = [self.word(w) for w in words]
        pieces, piece_shapes, first = [FIRST], [0], []
        for ids, look, _ in found:
            first.append(len(pieces))
            pieces.extend(ids)
            piece_shapes.extend([look] * len(ids))
        return Numbers([*pieces, LAST], [*piece_shapes, 0], first, [w[1] for w in found], [w[2] for w in found])


def shape(word: str) -> str:
    """What a word looks like: X for a capital, x for a small letter, d for a digit, at most two of a kind in a row."""
    drawn = ""
    for character in word:
        kind = "X" if character.isupper() else "x" if character.islower() else "d" if character.isdigit() else character
        if drawn[-2:] != kind * 2:
            drawn += kind
    return drawn[:8]


def number(text: str, size: int) -> int:
    """A hash of the text from 1 to size - 1, the same on every machine; 0 is for padding."""
    return zlib.crc32(text.encode()) % (size - 1) + 1


def padded(rows: Sequence[Sequence[int]]) -> np.ndarray:
    """The rows as one matrix, zeros at the ends."""
    matrix = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for row, target in zip(rows, matrix, strict=True):
        target[: len(row)] = row
    return matrix


def stacked(windows: Sequence[Numbers]) -> dict[str, np.ndarray]:
    """The windows as one batch of the network's inputs."""
    return {
        name: padded([getattr(window, name) for window in windows])
        for name in ("pieces", "piece_shapes", "first", "shapes", "suffixes")
    }
