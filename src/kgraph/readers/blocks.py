"""A text in, its blocks out: each paragraph, heading or line that stands alone, with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kgraph.readers.lexicon import LONGEST, fold

WIDEST = 130  # a file without longer lines may have its paragraphs broken into lines
SENTENCE_END = re.compile(r"""[.!?…][\s"'“”‘’«»)\]*_]*(?:\[\d+\]|\([^()]{2,40}\))?$""")
OPEN_END = re.compile(r"[,;:–—-]$")
LINE = re.compile(r"[^\r\n]+")
SPACES = " \t\u00a0\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line: `level` is 1 to 6 for a marked heading; `near` says that no blank line stands before."""

    start: int
    end: int
    text: str
    level: int = 0
    near: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def folded(self) -> str:
        """Its first words, ready to be looked up."""
        return fold(self.text)

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence ends."""
        return bool(SENTENCE_END.search(self.text[-60:]))

    @property
    def prose(self) -> bool:
        """Whether it is made of sentences: closed by a full stop, or too long for a headline."""
        if self.level:
            return False
        if self.ends:
            return len(self.text) > LONGEST or self.words >= 3
        words = self.words
        return words >= 25 or (words >= 10 and bool(OPEN_END.search(self.text)))


def split(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of a plain text from `start` on; broken lines of one paragraph are one block."""
    lines = [(m.start(), m.end()) for m in LINE.finditer(text, start)]
    trimmed = [span for s, e in lines if (span := trim(text, s, e))]
    width = _width(text, trimmed)
    return tuple(_blocks(text, trimmed, width))


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space around it, no-break spaces included; None if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in SPACES):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in SPACES):
        end -= 1
    return (start, end) if start < end else None


def _width(text: str, lines: list[tuple[int, int]]) -> int:
    """The width at which paragraphs are broken into lines; 0 if each line is a paragraph."""
    widest = max((end - start for start, end in lines if "://" not in text[start:end]), default=0)
    if not 40 <= widest <= WIDEST:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if _line_ends(text, a[1], b[0]) == 1]
    full = sum(_full(text, a, b, widest) for a, b in pairs)
    return widest if full >= 2 and full > len(pairs) / 2 else 0


def _full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = text[slice(*following)].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width - 2


def _blocks(text: str, lines: list[tuple[int, int]], width: int) -> Iterator[Block]:
    before = -1  # where the last block ended
    at = 0
    while at < len(lines):
        start = lines[at][0]
        while at + 1 < len(lines) and _goes_on(text, lines[at], lines[at + 1], width):
            at += 1
        end = lines[at][1]
        yield Block(start, end, text[start:end], near=before >= 0 and _line_ends(text, before, start) == 1)
        before = end
        at += 1


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    if _line_ends(text, line[1], following[0]) != 1:
        return False
    broken = line[1] - line[0] >= 40 and text[line[1] - 1] not in ".!?…:;" and text[following[0]].islower()
    return broken or (width > 0 and _full(text, line, following, width))


def _line_ends(text: str, start: int, end: int) -> int:
    return text.count("\n", start, end)
