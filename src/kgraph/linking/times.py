"""Partial ISO dates in, verdicts out: can two times be one time, are two articles news of the same days?"""

from __future__ import annotations

import re
from datetime import date

Dates = tuple[str, str]  # first and last day to the precision that is known, "" where unknown

SAME_NEWS_DAYS = 31  # articles further apart than this tell of one undated event only under its name
FULL = re.compile(r"\d{4}-\d\d-\d\d")


def overlap(a: Dates, b: Dates) -> bool:
    """Whether two spans can overlap, each pair of ends compared at the coarser precision."""
    return not (_before(a[1], b[0]) or _before(b[1], a[0]))


def same_news(a: str, b: str) -> bool:
    """Whether two days are so near that reports of them are likely to mean the same; unknown days may be."""
    if not (FULL.fullmatch(a) and FULL.fullmatch(b)):
        return not _before(a, b) and not _before(b, a)
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= SAME_NEWS_DAYS


def _before(a: str, b: str) -> bool:
    n = min(len(a), len(b))
    return a[:n] < b[:n]
