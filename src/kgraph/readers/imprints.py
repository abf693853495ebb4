"""A line beside a headline in, what it gives out of outlet, author and date: "The Harbour Post – Oslo, 3 May 2019"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgraph.readers import bylines, dates
from kgraph.readers.lexicon import Lexicon, any_of, fold

LONGEST_LINE = 110
LONGEST_NAME = 6  # words
STRONG = re.compile(r"\s*[|•·/–—]+\s*|\s+--?\s+|\s*\n\s*")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?::\d\d)?(?!\d)|(?<!\d)\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE)
EDITION = re.compile(r"\((?:[\w ]+ )?edition\)", re.IGNORECASE)
SMALL = re.compile(r"(?:of|the|and|&|de|del|della|da|do|dos|du|di|des|la|le|el|al|en|for|in|y|e)\Z", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w’'.&+-]*|\d{1,3}")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What such a line says; "" and () where it does not."""

    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""


def imprint(text: str, lexicon: Lexicon, *, signed: bool = False) -> Imprint | None:
    """What a line says that is nothing but names beside a date; None if it is no such line.

    Without a date it must name an outlet and somebody's desk or a place: "Harbour Post, Oslo". One that is `signed`
    stands beside a byline, where the one name before a date is an outlet's.
    """
    line = text.strip(" *_")
    if len(line) > LONGEST_LINE or line.endswith(("?", "!", ":")) or any(c in line for c in '“”";'):
        return None
    rest, published = _undated(line, lexicon)
    groups = [g for part in _bracketed(rest) if (g := [n for n in _parts(part, lexicon) if n])]
    names = [n for g in groups for n in g]
    if not names or len(names) > 4 or not all(_is_name(n) for n in names):
        return None
    outlet = _outlet(groups, lexicon, apart=signed or len(groups) > 1 or any(p.search(line) for p in (STRONG, EDITION)))
    authors = tuple(n for name in names if name != outlet and bylines.is_name(name, lexicon) for n in [name])
    dated, others = rest != line or bool(EDITION.search(line)), {*names} - {outlet, *authors}
    placed = all(_is_aside(n, lexicon) for n in others)
    if dated and outlet:
        return Imprint(outlet, authors, published)
    return Imprint(outlet, authors, published) if placed and (dated or (outlet and others)) else None


def _undated(line: str, lexicon: Lexicon) -> tuple[str, str]:
    """The line with a bar where its date stood, and the date; the line itself and "" if it has none."""
    found = _date_pattern(lexicon).search(line)
    if not found:
        return line, ""
    around = lexicon.words["dates.around"] - {"the", "of", "on", "at", "time", "day"}
    rest = CLOCK.sub(" ", f"{line[: found.start()]} | {line[found.end() :]}")
    rest = re.sub(rf"(?<![\w-])(?:{any_of(around)})(?![\w-])\s*[:]?", " ", rest, flags=re.IGNORECASE)
    return rest, dates.published(found[0], lexicon)


@cache
def _months(words: frozenset[str]) -> str:
    return rf"(?:{any_of(words)})\.?"


def _date_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    month, day = _months(lexicon.words["dates.months"]), _months(lexicon.words["dates.days"])
    number, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:1[6-9]|2[01])\d\d"
    worded = (
        rf"(?:{number}\s+(?:of\s+)?{month}(?:,?\s+{year})?|{month}\s+{number}(?:,?\s+{year})?(?!\d)|{month}\s+{year})"
    )
    return re.compile(
        rf"(?<!\w)(?:(?:{day},?\s+)?{worded}|{dates.ISO.pattern}|{dates.NUMERIC.pattern})(?!\w)", re.IGNORECASE
    )


def _bracketed(text: str) -> list[str]:
    """The parts of a line that bars, dashes and brackets tell apart."""
    apart = re.sub(r"\(([^()]*)\)", r" | \1 | ", EDITION.sub(" ", text))
    return [p for p in STRONG.split(apart) if p.strip(" .,:")]


def _parts(text: str, lexicon: Lexicon) -> list[str]:
    edge = r"^(?:on|at|in)\s+|\s+(?:on|at|in)$"
    names = [re.sub(edge, "", n.strip(" .,:*_"), flags=re.IGNORECASE) for n in text.split(",")]
    signed = [bylines.signed(n, lexicon) or n for n in names]
    return [n for n in signed if fold(n.strip(" :")) not in lexicon.words["english.closed"] | {"on", "at", "in", "by"}]


def _is_name(text: str) -> bool:
    words = text.split()
    if len(words) > LONGEST_NAME or not words[0][0].isupper():
        return False
    return all(SMALL.match(w) or (WORD.fullmatch(w) and (w[0].isupper() or w == words[-1])) for w in words)


def _outlet(groups: list[list[str]], lexicon: Lexicon, *, apart: bool) -> str:
    """The name of the outlet among the parts: a known one, one called like one, or what can be nothing else."""
    names = [n for g in groups for n in g]
    for sure in (_is_known, _is_titled, _is_capital):
        if found := next((n for n in names if sure(n, lexicon)), ""):
            return found
    free = [n for n in names if not _is_aside(n, lexicon) and not bylines.is_name(n, lexicon)]
    apart = apart or any(_is_place(n, lexicon) for n in names)
    return free[0] if len(free) == 1 and apart and free[0] in (names[0], names[-1]) else ""


def _is_known(name: str, lexicon: Lexicon) -> bool:
    return fold(name) in lexicon.outlets


def _is_titled(name: str, lexicon: Lexicon) -> bool:
    words = fold(name).split()
    titled = any(w in lexicon.words["outlets.title_words"] for w in words) and len(words) > 1
    return titled and not _is_desk(name, lexicon)


def _is_capital(name: str, lexicon: Lexicon) -> bool:
    return name.isupper() and " " in name and not _is_aside(name, lexicon)


def _is_aside(name: str, lexicon: Lexicon) -> bool:
    return _is_place(name, lexicon) or _is_desk(name, lexicon)


def _is_place(name: str, lexicon: Lexicon) -> bool:
    return fold(name) in lexicon.places


def _is_desk(name: str, lexicon: Lexicon) -> bool:
    """Whether it is a part of an outlet or what somebody is there: "Nature desk", "Asia correspondent"."""
    last = fold(name).split()[-1]
    return last in lexicon.words["bylines.roles"] - lexicon.words["outlets.title_words"]
