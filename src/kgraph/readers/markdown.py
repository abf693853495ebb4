"""A Markdown file in, its article out: marks become spaces, so that offsets are those of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kgraph.model import Article
from kgraph.readers import blocks, text
from kgraph.readers.blocks import Block
from kgraph.readers.decoding import decode
from kgraph.readers.given import front_matter
from kgraph.readers.metadata import Metadata

FENCED = re.compile(r"^[ ]{0,3}(```+|~~~+)[^\n]*\n.*?(?:^[ ]{0,3}\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
WHOLE = (  # of these nothing is left
    FENCED,
    re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL),
    re.compile(r"!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"),
    re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[ \t]+\S[^\n]*$", re.MULTILINE),
    re.compile(r"\[\^[^\]\n]+\]"),
    re.compile(r"</?[A-Za-z][^<>\n]{0,300}>"),
    re.compile(r"^[ ]{0,3}(?:=+|(?:[-*_][ \t]*){3,}|\|?[ \t:|-]*-{3,}[ \t:|-]*)\r?$", re.MULTILINE),
    re.compile(r"^[ \t]*\|.*\|[ \t]*\r?$", re.MULTILINE),
    re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE),
    re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)", re.MULTILINE),
    re.compile(r"^[ ]{0,3}#{1,6}(?=[ \t])", re.MULTILINE),
    re.compile(r"[ \t]#+[ \t]*\r?$", re.MULTILINE),
    re.compile(r"\\(?=[\\`*_{}\[\]()#+.!<>-])"),
)
KEPT = (  # of these the first group is left
    re.compile(r"(?<!!)\[([^\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])"),
    re.compile(r"<(https?://[^>\s]+)>"),
    re.compile(r"`+([^`\n]+)`+"),
    re.compile(r"(?<![\w*])\*{1,3}(?=\S)([^*\n]+?)(?<=\S)\*{1,3}(?![\w*])"),
    re.compile(r"(?<![\w_])_{1,3}(?=\S)([^_\n]+?)(?<=\S)_{1,3}(?![\w_])"),
    re.compile(r"~~(?=\S)([^~\n]+?)~~"),
)
HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+\S", re.MULTILINE)
UNDERLINED = re.compile(
    r"^(?![ \t]*(?:[-*+>#]|\d+[.)])[ \t])[ ]{0,3}(\S[^\n]*)\r?\n[ ]{0,3}(=+|-{3,})[ \t]*\r?$", re.MULTILINE
)


def read(data: bytes, path: str, given: Metadata) -> Iterator[Article]:
    """The article of a Markdown file, its text with all marks as spaces; raises SourceError."""
    source = decode(data, path)
    front, start = front_matter(source, path)
    levels = {m.start(1): len(m[1]) for m in HEADING.finditer(source, start)}
    levels |= {m.start(1): 1 if m[2][0] == "=" else 2 for m in UNDERLINED.finditer(source, start)}
    plain = source[:start] + unmarked(source[start:])
    found = (_levelled(block, source, levels) for block in blocks.split(plain, start))
    yield text.article(path, plain, tuple(found), given.over(front))


def unmarked(source: str) -> str:
    """The text of a Markdown source, as long as the source: marks, pictures, addresses and code are spaces."""
    for pattern in WHOLE:
        source = pattern.sub(lambda m: _blank(m[0]), source)
    for pattern in KEPT:
        source = pattern.sub(_only_group, source)
    return source


def _blank(mark: str) -> str:
    return re.sub(r"[^\r\n]", " ", mark)


def _only_group(found: re.Match[str]) -> str:
    start, end = found.start(1) - found.start(), found.end(1) - found.start()
    return _blank(found[0][:start]) + found[0][start:end] + _blank(found[0][end:])


def _levelled(block: Block, source: str, levels: dict[int, int]) -> Block:
    line = source.rfind("\n", 0, block.start) + 1
    marks = source[line : block.start]
    place = line + len(marks) - len(marks.lstrip(" ")) if marks.strip() else block.start
    return replace(block, level=levels.get(place, 0))
