"""How the time to find out who is who grows with the number of articles, on synthetic names.

`KGRAPH_PLOT=identity.png pytest tests/benchmarks/test_identity.py` also draws the curve.
"""

from __future__ import annotations

import math
import os
import random
import time
from collections.abc import Iterator

import pytest

from kgraph.linking.nodes import resolve
from kgraph.model import Article, Entity, Evidence, Extraction, Mention
from kgraph.schema import Schema

SIZES = (625, 1250, 2500, 5000)
NOISE = 2.5  # what a busy machine may add to one ratio; all pairs would take six times what n log n allows
SYLLABLES = ("ba", "de", "ko", "lu", "mir", "nov", "par", "ra", "sen", "tal", "ur", "vel", "zho", "gan", "ish", "kam")
BODIES = ("Ministry", "Council", "Party", "Bank", "Agency", "Front", "Union", "Company")
FIELDS = ("Fish", "Salt", "Harbour", "Grain", "Border", "Rail", "Coal", "Forest", "River", "Copper")
UNNAMED = ("troops", "protesters", "the force", "some officials", "residents")


def synthetic(size: int) -> Iterator[tuple[Article, Extraction]]:
    """Articles that each name a dozen people, bodies, places and groups, in varying spelling, some of them often."""
    chance = random.Random(7)
    surnames = ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(size)]
    given = ["".join(chance.choices(SYLLABLES, k=2)).capitalize() for _ in range(60)]
    for number in range(size):
        names = [_person(chance, given, surnames) for _ in range(5)]
        bodies = [f"{chance.choice(surnames)} {chance.choice(FIELDS)} {chance.choice(BODIES)}" for _ in range(2)]
        entities = [("schema:Person", n) for n in names] + [("schema:Organization", n) for n in bodies]
        entities += [("schema:Organization", "".join(w[0] for w in bodies[0].split())), ("schema:Place", "Finland")]
        entities += [("foaf:Group", chance.choice(UNNAMED)) for _ in range(2)]
        yield _article(number, entities)


def _person(chance: random.Random, given: list[str], surnames: list[str]) -> str:
    surname = surnames[min(int(chance.paretovariate(0.6)) - 1, len(surnames) - 1)]  # few people make most news
    form = chance.random()
    if form < 0.3:
        return surname
    first = chance.choice(given)
    return (
        f"{first[0]}. {surname}" if form < 0.4 else f"{first} {surname.replace('zh', 'j') if form < 0.5 else surname}"
    )


def _article(number: int, entities: list[tuple[str, str]]) -> tuple[Article, Extraction]:
    text = f"{number}: " + ", ".join(name for _, name in entities)
    article = Article(f"{number}.txt", text, ((0, len(text)),), published="2031-05-02")
    found, mentions, at = [], [], len(f"{number}: ")
    for n, (kind, name) in enumerate(entities):
        named = name not in UNNAMED
        found.append(Entity(f"e{n}", (kind,), name, named=named))
        place = Evidence(article.id, at, at + len(name), name)
        mentions.append(Mention(f"e{n}", "name" if named else "nominal", place, (at, at + len(name))))
        at += len(name) + 2
    return article, Extraction(article.id, tuple(found), tuple(mentions))


def seconds(size: int, schema: Schema) -> float:
    """The least processor time of two runs over so many articles."""
    articles, extractions = zip(*synthetic(size), strict=True)
    times = []
    for _ in range(3):
        start = time.process_time()
        resolve(articles, extractions, {}, schema=schema)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.slow
def test_the_time_to_resolve_names_grows_no_faster_than_n_log_n() -> None:
    schema = Schema.load()
    seconds(100, schema)  # what is done once and remembered
    times = [seconds(size, schema) for size in SIZES]
    _plot(times)

    growth = times[-1] / times[0]
    allowed = SIZES[-1] * math.log(SIZES[-1]) / (SIZES[0] * math.log(SIZES[0]))
    assert growth <= allowed * NOISE, f"{dict(zip(SIZES, times, strict=True))}: {growth:.1f} times for {allowed:.1f}"


def _plot(times: list[float]) -> None:
    target = os.environ.get("KGRAPH_PLOT")
    if not target:
        return
    pyplot = pytest.importorskip("matplotlib.pyplot", reason="the plot needs matplotlib")
    unit = times[0] / (SIZES[0] * math.log(SIZES[0]))
    pyplot.plot(SIZES, times, "o-", label="measured")
    pyplot.plot(SIZES, [unit * n * math.log(n) for n in SIZES], "--", label="n log n")
    pyplot.xlabel("articles")
    pyplot.ylabel("seconds of processor time")
    pyplot.legend()
    pyplot.savefig(target, dpi=120)
