"""An HTML page in, its article out: trafilatura says what is article, and offsets count in the page's plain text.

A browser shows an HTML file as text that stands nowhere in the file: entities, inline tags and white space are in the
way. So here the article's text is the page rendered block by block, one paragraph for each block element, furniture
included; that text is the same for the same file, and what a reader sees on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from kgraph.errors import SourceError
from kgraph.model import Article
from kgraph.readers import dates, text
from kgraph.readers.blocks import Block, split
from kgraph.readers.decoding import clean, decode
from kgraph.readers.lexicon import load_lexicon
from kgraph.readers.metadata import Metadata, tidy

DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding=["']([\w-]+)""", re.IGNORECASE
)
HIDDEN = re.compile("script|style|noscript|template|head|svg|math|iframe|object|canvas|select|textarea|video|audio")
INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|q|rp|rt|ruby|s|samp"
    "|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
GAP = "\n\n"
Paragraph = tuple[str, int]  # its text, and the level of the heading it is, or 0


def read(data: bytes, path: str, given: Metadata) -> Iterator[Article]:
    """The article of an HTML page; raises SourceError."""
    import trafilatura  # a third of a second to import, and only this format needs it

    source = _source(data, path)
    if "<" not in source:  # plain text under the wrong suffix
        yield text.article(path, source, split(source), given)
        return
    tree = trafilatura.load_html(source)
    paragraphs = [] if tree is None else list(rendered(tree))
    if not paragraphs:
        raise SourceError(path, "an HTML page without any text")
    plain = GAP.join(p for p, _ in paragraphs)
    page: Any = trafilatura.bare_extraction(tree, **OPTIONS)
    known = _metadata(page)
    kept = chosen(paragraphs, page.text or "" if page else "", known.title)
    yield text.article(path, plain, kept, given.over(known))


OPTIONS: dict[str, Any] = {
    "with_metadata": True,
    "include_comments": False,
    "favor_recall": True,  # what is too much, the furniture rules cut
    "date_extraction_params": {"extensive_search": False, "original_date": True},  # else it guesses from the copyright
}


def rendered(tree: Any) -> Iterator[Paragraph]:
    """The text of a page as a browser shows it, block by block."""
    parts: list[str] = []
    level = 0
    for piece, at in _pieces(tree.find("body") if tree.find("body") is not None else tree, 0):
        if piece is not None:
            parts.append(piece)
            level = max(level, at)
            continue
        if words := tidy(clean("".join(parts))):
            yield words, level
        parts, level = [], 0
    if words := tidy(clean("".join(parts))):
        yield words, level


def chosen(paragraphs: list[Paragraph], extracted: str, title: str) -> tuple[Block, ...]:
    """The paragraphs that are in the extracted text, or the title above it, as blocks; all if there is none."""
    body = _squashed(extracted)
    title = _squashed(title)
    blocks: list[Block] = []
    at = 0
    for words, level in paragraphs:
        squashed = _squashed(words)
        if not body or squashed in body or squashed == title:
            blocks.append(Block(at, at + len(words), words, level=1 if squashed == title else level))
        at += len(words) + len(GAP)
    return tuple(blocks)


def _source(data: bytes, path: str) -> str:
    found = DECLARED.search(data[:4096])
    declared = (found[1] or found[2]).decode("ascii") if found else ""
    source = decode(data, path, declared=declared)
    # lxml refuses a text that names its own encoding
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", source)


def _squashed(words: str) -> str:
    return re.sub(r"\W+", "", words.casefold())


def _pieces(element: Any, level: int) -> Iterator[tuple[str | None, int]]:
    """The texts of an element in reading order, None where a block begins or ends; no recursion: pages nest deep."""
    stack: list[tuple[Any, int, bool]] = [(element, level, False)]
    while stack:
        node, level, left = stack.pop()
        block = _is_block(node)
        if left:
            if block:
                yield None, 0
            if node is not element and node.tail:
                yield node.tail, level
            continue
        own = int(node.tag[1]) if isinstance(node.tag, str) and re.fullmatch(r"h[1-6]", node.tag) else level
        if block:
            yield None, 0
        stack.append((node, level, True))
        if isinstance(node.tag, str) and not HIDDEN.fullmatch(node.tag):
            if node.text:
                yield node.text, own
            stack.extend((child, own, False) for child in reversed(node))


def _is_block(node: Any) -> bool:
    return isinstance(node.tag, str) and not INLINE.fullmatch(node.tag)


def _metadata(page: Any) -> Metadata:
    if page is None:
        return Metadata()
    published = ""
    with suppress(TypeError, ValueError):
        published = dates.published(page.date or "", load_lexicon())
    return Metadata(
        title=tidy(page.title or ""),
        standfirst="",
        outlet=tidy(page.sitename or ""),
        authors=tuple(tidy(a) for a in (page.author or "").split(";") if a.strip()),
        published=published,
        url=page.url or "",
    )
