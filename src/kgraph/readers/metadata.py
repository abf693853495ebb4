"""Labelled blocks in, what the page says about its article out: author, outlet, date, translators, credited source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from kgraph.readers import bylines, dates, furniture, imprints
from kgraph.readers.blocks import Block
from kgraph.readers.imprints import Imprint
from kgraph.readers.lexicon import Lexicon, fold

DATELINE = re.compile(
    r"[^\W\d_a-z][^\d(a-z]{2,40}?(?:,\s([A-Z][^()—–]{2,30}?))?\s*(?:[(/]([A-Z][^()/]{1,40})[)/]\s*)?(?:--|—|–|\s-)\s"
)


SERVED = re.compile(r"\bfor (?:the )?([A-Z][\w’'&-]*(?: (?:of |the )*[A-Z][\w’'&-]*){0,4})(?=\s*(?:[.,;|–—·]|$))")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article beside its text; "" and () where it is unknown."""

    title: str = ""
    standfirst: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str = ""
    credited: str = ""
    language: str = ""
    url: str = ""

    def over(self, other: Metadata) -> Metadata:
        """Both as one; where both know something, this one counts."""
        return Metadata(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


def described(blocks: Sequence[Block], labels: Sequence[str], lexicon: Lexicon) -> Metadata:
    """What the blocks of a page tell about their article."""
    page = list(zip(blocks, labels, strict=True))
    near = list(_near(page))
    standfirst = " ".join(b.text for b, what in page if what == "standfirst")
    source = next((s for b, what in near if what == "source" and (s := _source(b.text, lexicon))), "")
    outlet = _outlet(near, lexicon)
    cited = next((m[1] for b, what in page if what == "body" and (m := furniture.credit(b.text, lexicon))), "")
    return Metadata(
        title=tidy(next((b.text for b, what in page if what == "title"), "")),
        standfirst=tidy(standfirst),
        outlet=canonical(outlet or source, lexicon),
        authors=_authors(page, near, standfirst, lexicon),
        translators=tuple(
            dict.fromkeys(n for b, w in page if w == "translator" for n in bylines.translators(b.text, lexicon))
        ),
        published=_published(near, lexicon),
        credited=canonical(cited or (source if outlet else ""), lexicon),
        language=language(" ".join(b.text[:5000] for b, what in page if what == "body"), lexicon),
    )


def tidy(text: str) -> str:
    """The text with one plain space between words."""
    return " ".join(text.split())


def canonical(outlet: str, lexicon: Lexicon) -> str:
    """The outlet by the name that the names data has for it, else as written."""
    name = tidy(outlet).strip(" .,:;|–—")
    return lexicon.outlets.get(fold(name), name)


def language(text: str, lexicon: Lexicon) -> str:
    """ "en" if the text is English by its function words, "und" if it is clearly not."""
    words = re.findall(r"[^\W\d_]+", fold(text) if len(text) < 900 else text.casefold()[:20_000])
    if len(words) < 12:
        foreign = sum(not w.isascii() for w in words) > len(words) / 2
        return "und" if foreign else "en"
    share = sum(w in lexicon.words["english.function_words"] for w in words) / len(words)
    return "en" if share >= 0.15 else "und"


def _near(page: Sequence[tuple[Block, str]]) -> Iterator[tuple[Block, str]]:
    """The page up to the lists of other stories behind the body, whose authors and dates are not the article's."""
    last = max((i for i, (_, what) in enumerate(page) if what in furniture.ARTICLE), default=0)
    for i, (block, what) in enumerate(page):
        if i > last and what == "related":
            break
        yield block, what
    yield from ((b, what) for b, what in page if what in ("appeal", "legal") and b.start > block.start)


def _authors(
    page: Sequence[tuple[Block, str]], near: Sequence[tuple[Block, str]], standfirst: str, lexicon: Lexicon
) -> tuple[str, ...]:
    signed = (bylines.authors(b.text, lexicon) for b, what in near if what == "byline")
    printed = (i.authors for i in _imprints(near, lexicon))
    if named := next((names for names in (*signed, *printed) if names), ()):
        return named
    if name := bylines.explainer(standfirst, lexicon):
        return (name,)
    names = (bylines.bio(b, lexicon, frozenset()) for b, what in page if what == "bio")
    return tuple(n for n in dict.fromkeys(names) if n != "the author")


def _published(near: Sequence[tuple[Block, str]], lexicon: Lexicon) -> str:
    lines = [b.text for b, what in near if what == "date"]
    first = [t for t in lines if not any(fold(t).startswith(w) for w in lexicon.words["dates.later"])]
    signed = [b.text for b, what in near if what == "byline"]
    printed = [i.published for i in _imprints(near, lexicon)]
    texts = (*first, *printed, *lines, *signed, _dateline(near)[1])
    return next((d for text in texts if (d := dates.published(text, lexicon))), "")


def _outlet(near: Sequence[tuple[Block, str]], lexicon: Lexicon) -> str:
    lines = (re.sub(r"\s*\([^()]*\)$", "", b.text) for b, what in near if what == "outlet")
    signed = (part.strip() for b, what in near if what == "byline" for part in re.split(r"[,|–—•·]", b.text))
    named = (part for part in signed if part and furniture.names_outlet(part, lexicon, signed=False))
    printed = (i.outlet for i in _imprints(near, lexicon) if i.outlet)
    served = (m[1] for b, what in near if what == "byline" if (m := SERVED.search(b.text)))
    told = next(lines, "") or next(printed, "") or next(named, "") or next(served, "")
    return told or _voted(near, lexicon) or _dateline(near)[2]


def _imprints(near: Sequence[tuple[Block, str]], lexicon: Lexicon) -> Iterator[Imprint]:
    yield from (i for b, what in near if what == "imprint" and (i := imprints.imprint(b.text, lexicon, signed=True)))


def _dateline(near: Sequence[tuple[Block, str]]) -> tuple[str, ...]:
    """The dateline that the body opens with ("STRELSAU, March 3 (Reuters) -"): all, date and agency; or ""s."""
    first = next((b.text for b, what in near if what == "body"), "")
    found = DATELINE.match(first)
    return tuple(group or "" for group in found.group(0, 1, 2)) if found else ("", "", "")


def _source(text: str, lexicon: Lexicon) -> str:
    for start in sorted(lexicon.starts["outlets.source"], key=len, reverse=True):
        if fold(text).startswith(start):
            rest = re.sub(rf"^\W*{re.escape(start)}[\s:]*", "", text.replace("’", "'"), flags=re.IGNORECASE)
            return re.split(r"\s+(?:on|and)\s+\d|[|(,]", rest)[0].strip(" .")
    return ""


def _voted(near: Sequence[tuple[Block, str]], lexicon: Lexicon) -> str:
    """The outlet that the page's appeals and notices name most: "We at X", "X's content", "Become an X supporter"."""
    votes: Counter[str] = Counter()
    for block, what in near:
        if what in furniture.ARTICLE or what in ("bio", "picture", "byline", "rest", "date"):
            continue
        text = tidy(re.sub(r"\b(?:19|20)\d\d\b", " ", block.text[:1000].replace("’", "'")))
        votes.update(_named(text, lexicon))
        if fold(text) in lexicon.outlets:
            votes[text] += 3
    best = sorted(votes, key=lambda name: (-votes[name], name))[:1]
    return next((n for n in best if votes[n] >= 2 or not n.islower()), "")


def _named(text: str, lexicon: Lexicon) -> Iterator[str]:
    word = r"[A-Z](?:[\w-]|\.(?=\w))*"
    capitals = rf"(?:The )?{word}(?: (?:of |the )*{word}){{0,3}}"
    for template in lexicon.starts["outlets.templates"]:
        before, _, after = template.partition("{outlet}")
        ends = rf"(?i:{re.escape(after)})\b" if after else r"(?=[\s,.;:!?]|$)"
        for found in re.finditer(rf"(?<!\w)(?i:{re.escape(before)})({capitals}|[a-z][\w.-]+){ends}", text):
            name = re.sub(r"'s$", "", found[1]).strip(" .")
            if not (
                set(fold(name).split())
                & (lexicon.words["english.function_words"] | lexicon.words["english.persons"]) - {"the"}
            ):
                yield name
