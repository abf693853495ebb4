"""The blocks of a page in, a label for each out: which are the article, and what the others are.

The body is the run of blocks with the greatest sum of scores (maximum subsequence segmentation, Pasternack and Roth
2009): prose counts its words, all that furniture.toml knows counts against it. Inside the run, short lines are
sub-headings; before it stand title and standfirst.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate

from kgraph.readers import bylines, dates, headlines, imprints
from kgraph.readers.blocks import Block
from kgraph.readers.headlines import MARKS, PLAIN
from kgraph.readers.lexicon import Cue, Lexicon, fold

ARTICLE = ("title", "standfirst", "body")
MOST_WORDS = 60  # of one paragraph that count: a long one is no more surely the article's than a middling one
MARKED_SCORE, HEADING_SCORE, FURNITURE_SCORE, RELATED_SCORE = -1, -4, -15, -80
ENOUGH_BODY = 60  # words, after which a comment section ends the article
ENDS = ("comments", "about")
BULLET = re.compile(r"(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s+\S")
CREDIT = re.compile(r"(?<=[.!?…\"”’)])\s+\(?([^.!?()\s][^.!?()]{1,60}?)\)?\.?\s*$")
SIGNED = ("byline", "date", "imprint")


def label(blocks: Sequence[Block], lexicon: Lexicon, *, title: str = "") -> tuple[str, ...]:
    """One label a block: title, standfirst, body, or the kind of furniture it is; `title` if known from elsewhere."""
    kinds = [kind(block, lexicon) for block in blocks]
    _mark_imprints(blocks, kinds, lexicon)
    _mark_lists(blocks, kinds)
    _mark_links(blocks, kinds)
    _mark_repeated(blocks, kinds)
    start, end = body(blocks, kinds)
    start = _mark_head(blocks, kinds, (start, end), lexicon, title)
    end = _before_bios(blocks, kinds, start, end, lexicon)
    _mark_body(kinds, start, end)
    _mark_bylines(blocks, kinds, end, lexicon)
    return tuple("rest" if k in PLAIN else k for k in kinds)


def kind(block: Block, lexicon: Lexicon) -> str:
    """What a block is by itself: prose, line, or a kind of furniture."""
    told = next((name for name, tells in TELLING.items() if tells(block, lexicon)), "")
    if told:
        return told
    found = (cue.kind for cue in lexicon.cues if _speaks(cue, block, lexicon))
    return next(found, "prose" if block.prose else "line")


def _is_signed(block: Block, lexicon: Lexicon) -> bool:
    signed = bylines.signed(block.text, lexicon) and bylines.authors(block.text, lexicon)
    return bool(signed) or (not block.prose and bylines.is_unnamed(block.text, lexicon))


TELLING: dict[str, Callable[[Block, Lexicon], bool]] = {  # the first that holds tells the kind
    "script": lambda b, _: _other_script(b.text[:200]),
    "date": lambda b, lexicon: dates.is_date(b.text, lexicon),
    "translator": lambda b, lexicon: bool(bylines.translators(b.text, lexicon)),
    "source": lambda b, lexicon: not b.prose and b.folded.startswith(lexicon.starts["outlets.source"]),
    "byline": _is_signed,
    "imprint": lambda b, lexicon: not b.level and imprints.imprint(b.text, lexicon) is not None,
}


def body(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[int, int]:
    """The first block of the article's body, and the block after its last; equal if there is no prose."""
    scores = list(_scores(blocks, kinds))
    best, run, start, found = 0, 0, 0, (0, 0)
    for i, score in enumerate(scores):
        if run <= 0:
            run, start = 0, i
        run += score
        if run > best:
            best, found = run, (start, i + 1)
        if kinds[i] in ENDS and best >= ENOUGH_BODY:
            break
    return found


def credit(text: str, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where a paragraph's last sentence starts if it only credits an outlet ("The Oslo Post reports."), and whom."""
    offset = max(0, len(text) - 100)
    tail = CREDIT.search(text[offset:])
    if not tail:
        return None
    name, noun = _without(tail[1], lexicon.starts["outlets.nouns"])
    name, verb = _without(name, lexicon.starts["outlets.verbs"])
    words = name.split()
    capitals = all(w[0].isupper() or w in ("the", "of", "and") for w in words)
    if len(words) > 5 or not words or "," in name or not capitals:
        return None
    known = fold(name) in lexicon.outlets
    return (offset + tail.start(), name) if known or noun or (verb and _titled(words, lexicon)) else None


def _without(text: str, ends: Sequence[str]) -> tuple[str, str]:
    """The text without the word or phrase it ends with, and that word; the text and "" if it ends with none."""
    last = next((end for end in ends if fold(text).endswith(" " + end)), "")
    return text[: len(text) - len(last)].rstrip() if last else text, last


def _titled(name: Sequence[str], lexicon: Lexicon) -> bool:
    return any(fold(w) in lexicon.words["outlets.title_words"] for w in name)


def _speaks(cue: Cue, block: Block, lexicon: Lexicon) -> bool:
    """Whether the block speaks as this kind of furniture does."""
    text = block.folded
    if text.strip(MARKS) in cue.lines:
        return True
    if len(block.text) > len(text) + 200 or block.words > max(cue.words, 6 * cue.per):
        return False
    if block.words <= cue.words and text.lstrip("•·*–—-|> ").startswith(cue.starts):
        return not cue.capitals or _listed(block.text, lexicon)
    if not cue.has:
        return False
    hits = len(cue.has.findall(text))
    if hits < cue.need or hits * cue.per < block.words:
        return False
    spoken = (
        not cue.person
        or block.words <= cue.words
        or bool(set(re.findall(r"\w+", text)) & lexicon.words["english.persons"])
    )
    return spoken and not re.match(r"[“\"‘']", block.text)


def _listed(text: str, lexicon: Lexicon) -> bool:
    """Whether a line goes on with a colon, commas or capitals only, as a list of topics does."""
    words = [w for w in text.split()[1:] if fold(w) not in lexicon.words["english.function_words"]]
    return ":" in text or (not text.endswith((".", "!", "?")) and all(not w[0].islower() for w in words))


def _other_script(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in letters) < len(letters) / 2


def _mark_imprints(blocks: Sequence[Block], kinds: list[str], lexicon: Lexicon) -> None:
    """A name and a date right below a byline are outlet and date."""
    for i in range(1, len(blocks)):
        above = kinds[i - 1] == "byline" or (kinds[i - 1] == "line" and bylines.authors(blocks[i - 1].text, lexicon))
        if kinds[i] == "line" and i > 1 and above and imprints.imprint(blocks[i].text, lexicon, signed=True):
            kinds[i - 1 : i + 1] = ["byline", "imprint"]


def _mark_lists(blocks: Sequence[Block], kinds: list[str]) -> None:
    """The points of a list that a paragraph announces with a colon are prose, and so is the announcement."""
    for i in range(1, len(blocks)):
        point = kinds[i] == "line" and BULLET.match(blocks[i].text)
        if point and kinds[i - 1] in PLAIN and (blocks[i - 1].text.endswith(":") or kinds[i - 1] == "point"):
            kinds[i - 1] = "prose"
            kinds[i] = "point"
        elif point and kinds[i - 1] == "point":
            kinds[i] = "point"
    kinds[:] = ["prose" if k == "point" else k for k in kinds]


def _mark_links(blocks: Sequence[Block], kinds: list[str]) -> None:
    """Short lines right above or below a link to another story are such links too."""
    for i in (*range(1, len(blocks)), *range(len(blocks) - 1, 0, -1)):
        a, b = (i - 1, i) if blocks[i].near else (i, i)
        for one, other in ((a, b), (b, a)):
            if kinds[one] == "link" and kinds[other] in PLAIN and blocks[other].words <= 12:
                kinds[other] = "link"


def _mark_repeated(blocks: Sequence[Block], kinds: list[str]) -> None:
    """A line that comes three times belongs to the page; a paragraph inside a longer one is a pull quote."""
    seen = Counter(block.folded for block in blocks)
    prose = [b.folded for b, k in zip(blocks, kinds, strict=True) if k == "prose"]
    whole = "\n".join(prose) if len(prose) < 1000 else ""  # to look for each in each takes too long in a book
    for i, block in enumerate(blocks):
        if kinds[i] == "line" and seen[block.folded] > 2:
            kinds[i] = "repeat"
        elif kinds[i] == "prose" and 6 <= block.words <= 40 and whole.count(block.folded.strip("\"“”‘’' .")) > 1:
            longer = any(block.folded.strip("\"“”‘’' .") in p for p in prose if len(p) > len(block.folded) + 20)
            kinds[i] = "repeat" if longer else kinds[i]


def _scores(blocks: Sequence[Block], kinds: Sequence[str]) -> list[int]:
    scores, listing = [], False  # listing: in a list of other stories, where one sentence under a headline is a teaser
    for i, (block, what) in enumerate(zip(blocks, kinds, strict=True)):
        before = kinds[i - 1] if i else ""
        listing = what == "related" or (listing and not (what == before == "prose"))
        if what == "prose":
            teaser = listing and before != "prose" and (block.words < 40 or block.text.endswith(("...", "…")))
            scores.append(HEADING_SCORE if teaser else min(block.words, MOST_WORDS))
        elif what in ("line", "link"):
            scores.append(MARKED_SCORE if block.level and what == "line" else HEADING_SCORE)
        else:
            scores.append(RELATED_SCORE if what in ("related", *ENDS) else FURNITURE_SCORE)
    return scores


def _mark_head(blocks: Sequence[Block], kinds: list[str], found: tuple[int, int], lexicon: Lexicon, known: str) -> int:
    """Mark title and standfirst; returns where the body starts after them."""
    at = headlines.title(blocks, kinds, found, lexicon, known)
    if at is None:
        return found[0]
    introducing = tuple(headlines.standfirsts(blocks, kinds, at, found, lexicon))
    kinds[at] = "title"
    for i in introducing:
        kinds[i] = "standfirst"
    return max(headlines.opening(blocks, kinds, found[0]), at + 1, *(i + 1 for i in introducing))


def _before_bios(blocks: Sequence[Block], kinds: list[str], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the body ends without the notes about its author behind it."""
    names = frozenset(
        n for b, k in zip(blocks, kinds, strict=True) if k != "prose" for n in bylines.authors(b.text, lexicon)
    )
    words = [blocks[i].words if kinds[i] == "prose" else 0 for i in range(start, end)]
    after = list(accumulate(reversed(words), initial=0))[-2::-1]
    for i in reversed(range(start + 1, end)):
        if after[i - start] > 60:
            break
        named = bylines.bio(blocks[i], lexicon, names) if kinds[i] == "prose" else ""
        if named and (named in names or not after[i - start]):
            kinds[i] = "bio"
            end = i
    return end


def _mark_body(kinds: list[str], start: int, end: int) -> None:
    """Prose and sub-headings of the body; the headlines under a "Read more" stay out."""
    while end > start and kinds[end - 1] != "prose":
        end -= 1
    listing = False
    for i in range(start, end):
        listing = kinds[i] == "related" or (listing and kinds[i] == "line")
        if kinds[i] == "prose" or (kinds[i] == "line" and not listing):
            kinds[i] = "body"
    if start == end and not any(k == "body" for k in kinds):  # no sentence at all: the lines are what there is
        kinds[:] = ["body" if k == "line" else k for k in kinds]


def _mark_bylines(blocks: Sequence[Block], kinds: list[str], end: int, lexicon: Lexicon) -> None:
    """Names on a line of their own, between title and body or right behind the body, and the outlet below them."""
    title = kinds.index("title") if "title" in kinds else end
    for i, block in enumerate(blocks):
        if kinds[i] in ("related", *ENDS) and i >= end:
            return
        if kinds[i] in ("line", "repeat") and (i > title or i >= end) and bylines.authors(block.text, lexicon):
            kinds[i] = "byline"
        elif kinds[i] == "line" and names_outlet(block.text, lexicon, signed=_is_beside(kinds, i, SIGNED)):
            kinds[i] = "outlet"


def _is_beside(kinds: Sequence[str], i: int, those: Sequence[str]) -> bool:
    """Whether a block stands right below one of these kinds, or right above one and below the title."""
    return (i > 0 and kinds[i - 1] in those) or (
        kinds[i - 1 : i] == ["title"] and kinds[i + 1 : i + 2] in [[k] for k in those]
    )


def names_outlet(text: str, lexicon: Lexicon, *, signed: bool) -> bool:
    """Whether a line is the name of an outlet: a known one, or called like one; "The …" does below a byline."""
    words = re.sub(r"\([^()]*\)$", "", text).split()
    if fold(text).strip(MARKS) in lexicon.outlets:
        return True
    if not 0 < len(words) <= 5 or not all(w[0].isupper() or imprints.SMALL.match(w) for w in words):
        return False
    return _titled(words, lexicon) or (signed and fold(words[0]) in lexicon.words["outlets.articles"])
