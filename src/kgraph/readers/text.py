"""A plain text file in, its article out: offsets are those of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgraph.errors import SourceError
from kgraph.model import Article, Span
from kgraph.readers import blocks, furniture
from kgraph.readers.blocks import Block
from kgraph.readers.decoding import decode
from kgraph.readers.given import front_matter
from kgraph.readers.lexicon import Lexicon, load_lexicon
from kgraph.readers.metadata import Metadata, canonical, described

NOTE = "bio"  # the label of a paragraph about an author


def read(data: bytes, path: str, given: Metadata) -> Iterator[Article]:
    """The article of a plain text file; `given` is what the side file says. Raises SourceError."""
    text = decode(data, path)
    front, start = front_matter(text, path)
    yield article(path, text, blocks.split(text, start), given.over(front))


def article(path: str, text: str, found: Sequence[Block], given: Metadata) -> Article:
    """The article that these blocks of a text hold; what is given overrides what they say. Raises SourceError."""
    words = load_lexicon()
    labels = furniture.label(found, words, title=given.title)
    ranges = tuple(_ranges(found, labels, words))
    if not ranges:
        raise SourceError(path, "no article in it: nothing but page furniture")
    known = given.over(described(found, labels, words))
    return Article(
        path=path,
        text=text,
        ranges=ranges,
        title=known.title,
        standfirst=known.standfirst,
        outlet=canonical(known.outlet, words),
        authors=known.authors,
        translators=known.translators,
        published=known.published,
        credited=canonical(known.credited, words),
        language=known.language or "und",
        url=known.url,
        notes=tuple((b.start, b.end) for b, what in zip(found, labels, strict=True) if what == NOTE),
    )


def _ranges(found: Sequence[Block], labels: Sequence[str], words: Lexicon) -> Iterator[Span]:
    for block, what in zip(found, labels, strict=True):
        if what not in furniture.ARTICLE:
            continue
        credit = furniture.credit(block.text, words) if what == "body" else None
        end = block.start + credit[0] if credit else block.end
        if span := blocks.trim(block.text, 0, end - block.start):
            yield block.start + span[0], block.start + span[1]
