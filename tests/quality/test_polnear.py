"""Who says what against PolNeAR (news of an election, development half): a third of its articles, floors that only rise.

The scorer is the benchmark's (`bench/polnear/score.py` in the folder of the gold). Full relation: cue and source
overlap and the contents share half of their characters; a second human annotator reaches 73.8.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from polnear import article, attributions
from scorers import scorer

from kgraph.pipeline.workers import extract_one

pytestmark = [pytest.mark.model, pytest.mark.slow]
FLOORS = {"relation.full": 57.5, "token.content": 83.3, "overlap.source": 72.5}


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    folder = shared / "bench/polnear"
    rows = [json.loads(line) for line in (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()[::3]]
    result: dict[str, Any] = scorer(shared, "polnear").score([(r["text"], r["gold"], answer(r)) for r in rows])
    return result


def answer(row: dict[str, Any]) -> list[dict[str, list[list[int]]]]:
    found = extract_one(article(row["id"], row["text"], row["date"]), None)
    assert not isinstance(found, Exception), found
    return list(attributions(found))


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_figure_of_the_benchmark_does_not_fall_below_its_floor(
    figures: dict[str, Any], name: str, floor: float
) -> None:
    assert figures[name][2] >= floor
