"""What stands before an article's body in, which of it is title and standfirst out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgraph.readers import bylines
from kgraph.readers.blocks import Block
from kgraph.readers.lexicon import Lexicon, fold

PLAIN = ("prose", "line")
LONGEST = 40  # words of a title
MARKS = " \t•·*–—-|>«»→←#:.…!?()[]0123456789"
SENTENCES = re.compile(r"[.!?…][\"”’)]*(?:\s|$)")


def title(
    blocks: Sequence[Block], kinds: Sequence[str], body: tuple[int, int], lexicon: Lexicon, known: str = ""
) -> int | None:
    """The place of the block that is the title; `known` is a title given elsewhere. None if there is none."""
    start, end = body
    head = _below_navigation([i for i in range(start) if kinds[i] in PLAIN], kinds)
    reach: list[int] = [*head, *range(start, min(start + 1, end))]
    same = [i for i in reach if known and fold(blocks[i].text).strip(MARKS) == fold(known).strip(MARKS)]
    marked = [i for i in reach if blocks[i].level == 1]
    if same or marked:
        return same[-1] if same else marked[0]
    lines = [i for i in head if blocks[i].words <= LONGEST]
    signed = [bylines.is_name if i == 0 else bylines.authors for i in lines]  # a headline may be all capitals
    lines = [i for i, by in zip(lines, signed, strict=True) if not by(blocks[i].text, lexicon)] or lines
    for i, following in pairwise(lines):
        if not _kicker(blocks[i], blocks[following], lexicon):
            return i
    if lines:
        return lines[-1]
    return start if not head and _opens(blocks[start:end]) else None


def standfirsts(
    blocks: Sequence[Block], kinds: Sequence[str], at: int, body: tuple[int, int], lexicon: Lexicon
) -> Iterator[int]:
    """The places of the blocks between the title (at `at`) and the body that introduce the article."""
    start, end = body
    found = False
    for i in range(at + 1, start):
        block = blocks[i]
        if kinds[i] not in PLAIN or bylines.authors(block.text, lexicon) or (block.near and kinds[i - 1] not in PLAIN):
            continue
        if (not found and (block.words >= 5 or block.ends)) or (kinds[i] == "prose" and block.words >= 12):
            found = True
            yield i
    first = max(start, at + 1)
    if not found and first < end and kinds[first] == "prose" and not blocks[first].ends:
        yield first  # as long as a paragraph, but without the full stop that a paragraph has


def opening(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> int:
    """Where the body starts if the sub-heading right above its first paragraph is counted in."""
    above = start - 1
    return above if above > 0 and kinds[above] == "line" and (blocks[above].level or blocks[above].ends) else start


def _below_navigation(head: list[int], kinds: Sequence[str]) -> list[int]:
    """The lines below the page's menu, if there is one: above it stands the site's own name."""
    last = max((i for i in range(max(head, default=0)) if kinds[i] == "navigation"), default=-1)
    return [i for i in head if i > last]


def _kicker(block: Block, following: Block, lexicon: Lexicon) -> bool:
    """Whether a line before the title only names its section: few words, none that ties a sentence together."""
    words = [fold(w).strip(MARKS) for w in block.text.split()]
    if len(words) > 3 or block.ends:
        return False
    if all(w in lexicon.words["english.closed"] for w in words):
        return True
    tied = any(w in lexicon.words["english.function_words"] for w in words)
    return not tied and 4 <= following.words <= 18 and not following.text.endswith(".")


def _opens(body: Sequence[Block]) -> bool:
    """Whether the body opens with a headline that ends as a sentence does: "Who rules Ruritania?"."""
    if len(body) < 2 or body[1].words < 1.5 * body[0].words or len(SENTENCES.findall(body[0].text)) > 1:
        return False
    return body[0].words <= (20 if body[0].text.rstrip("’”\"')").endswith(("?", "!")) else 10)
