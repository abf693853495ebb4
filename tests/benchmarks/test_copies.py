"""Copies at scale: the work grows with the number of articles, and what was planted is found, no more and no less."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

import pytest

from kgraph.linking.copies import Words, copies, likeness
from kgraph.model import Article

pytestmark = pytest.mark.slow

SYLLABLES = [c + v for c in "bcdfgklmnprstv" for v in "aeiou"]
PARAGRAPHS, REWORDED, EVERY = 8, 0.25, 10  # in an article; share of words changed in a copy; every n-th has a copy


@cache
def lexicon() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Words that are as unevenly frequent as those of a language (Zipf)."""
    draw = random.Random(1)
    words = tuple("".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) for _ in range(20_000))
    return words, tuple(accumulate(1 / (n + 10) for n in range(len(words))))


def article(paragraphs: list[str], path: str, day: str) -> Article:
    ranges, at = [], 0
    for paragraph in paragraphs:
        ranges.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return Article(path, "\n".join(paragraphs), tuple(ranges), published=day)


def library(size: int, seed: int = 7) -> tuple[list[Article], set[tuple[str, str]]]:
    """So many articles, and re-worded copies of some of them with the (copy, original) pairs."""
    draw = random.Random(seed)
    words, weights = lexicon()

    def other(word: str) -> str:
        return word if draw.random() > REWORDED else draw.choice(words)

    originals = [
        [" ".join(draw.choices(words, cum_weights=weights, k=draw.randint(25, 60))) for _ in range(PARAGRAPHS)]
        for _ in range(size)
    ]
    found = [article(o, f"{n:06}.txt", "2031-01-01") for n, o in enumerate(originals)]
    pairs = set()
    for n in range(0, size, EVERY):
        copied = [" ".join(map(other, p.split())) for p in originals[n]]
        found.append(article(copied, f"copy-{n:06}.txt", "2031-01-02"))
        pairs.add((found[-1].id, found[n].id))
    return found, pairs


def test_every_reworded_copy_is_found_and_nothing_else() -> None:
    articles, planted = library(600)

    assert set(copies(articles)) == planted


def test_the_pairs_looked_at_grow_with_the_articles_and_not_with_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = {}
    for size in (300, 1200):
        compared: list[object] = []

        def counted(a: Sequence[Words], b: Sequence[Words], met: list[object] = compared) -> float:
            met.append(a)
            return likeness(a, b)

        monkeypatch.setattr(sys.modules[copies.__module__], "likeness", counted)
        copies(library(size)[0])
        looked_at[size] = len(compared)

    assert looked_at[1200] <= 5 * looked_at[300], looked_at  # all pairs would be sixteen times as many
    assert looked_at[1200] <= 1200, looked_at


def test_a_notice_in_every_article_makes_no_copies() -> None:
    notice = (
        "Readers can write to the editors of this paper about corrections, complaints, subscriptions and obituaries."
    )
    articles, _ = library(400)
    noticed = [
        article([*(a.text[s:e] for s, e in a.ranges), notice], a.path, a.published)
        for a in articles
        if not a.path.startswith("copy")
    ]

    assert copies(noticed) == ()


def test_what_an_agency_sends_to_hundreds_has_one_origin() -> None:
    (wire, *others), _ = library(150)
    reports = [wire.text.splitlines() for _ in range(300)]
    sent = [
        article([*r[:7], f"Correspondent number {n} of {n * n} added."], f"sent-{n}", "2031-02-01")
        for n, r in enumerate(reports)
    ]

    found = dict(copies([wire, *others, *sent]))
    assert {found[a.id] for a in sent} == {wire.id}
