"""Articles' texts in, the paragraphs that the page keeps out: all while there is room, else what is near a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kgraph.model import Span
from kgraph.views import Picture

Pieces = dict[str, list[tuple[int, str]]]

ROOM = 1_000_000  # characters: about a hundred and fifty articles, a third of a page of 3 MB
NEAR = 240  # characters before and after a passage: its neighbour sentences
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def pieces(picture: Picture, texts: Mapping[str, str], *, room: int = ROOM) -> Pieces:
    """The paragraphs of each article by IRI, each with its offset; `texts` have spaces for what is not the article."""
    known = {a.id: texts[a.id] for a in picture.articles if a.id in texts}
    whole = {i: [(0, len(text))] for i, text in known.items()}
    kept = whole if sum(map(len, known.values())) <= room else _near(picture, known)
    return {i: list(_paragraphs(known[i], spans)) for i, spans in kept.items()}


def _near(picture: Picture, texts: Mapping[str, str]) -> dict[str, list[Span]]:
    """What surrounds the passages of each article, from word to word."""
    found: dict[str, set[Span]] = {i: set() for i in texts}
    for article, start, end in _passages(picture):
        if article in texts:
            found[article].add(_widened(texts[article], start, end))
    return {i: _merged(sorted(spans)) for i, spans in found.items()}


def _passages(picture: Picture) -> Iterator[tuple[str, int, int]]:
    for node in picture.nodes:
        yield from ((p.article, p.start, p.end) for a in node.attributes for p in a.evidence)
    for edge in picture.edges:
        yield from ((p.article, p.start, p.end) for p in edge.evidence)
    yield from ((c.article, c.start, c.end) for c in picture.claims)


def _widened(text: str, start: int, end: int) -> Span:
    left, right = max(start - NEAR, 0), min(end + NEAR, len(text))
    while left and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and not text[right].isspace():
        right += 1
    return left, right


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in spans:
        if found and start <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _paragraphs(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
    for start, end in spans:
        for found in PARAGRAPH.finditer(text, start, end):
            words = found[0].strip()
            yield found.start() + found[0].index(words), words
