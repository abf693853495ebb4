"""Relations against KnowledgeNet: every fifth passage of its third fold, floors that only rise, in per cent.

The scorer is that of the gold's folder (`bench/relations/score.py`).
"""

import json
from pathlib import Path

import pytest
from knowledgenet import facts, opened
from scorers import scorer

from kgraph.pipeline.workers import extract_one

pytestmark = [pytest.mark.model, pytest.mark.slow]
FOLD, STEP = 3, 5
FLOORS = {"precision": 91.5, "recall": 44.0, "f1": 59.5}


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    lines = (shared / "corpora/relations/knowledgenet.train.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["fold"] == FOLD][::STEP]
    out = tmp_path_factory.mktemp("knowledgenet")
    (out / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (out / "system.jsonl").write_text("\n".join(json.dumps(answer(r)) for r in rows), encoding="utf-8")
    files = str(out / "gold.jsonl"), str(out / "system.jsonl")
    return dict(zip(FLOORS, scorer(shared, "relations").knowledgenet(*files)["micro"], strict=True))


def answer(row: dict[str, str]) -> dict[str, object]:
    passage, shift = opened(row["text"])
    found = extract_one(passage, None)
    assert not isinstance(found, Exception), found
    return {"id": row["id"], "facts": list(facts(found, shift, row["text"]))}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_figure_of_the_benchmark_does_not_fall_below_its_floor(
    figures: dict[str, float], name: str, floor: float
) -> None:
    assert figures[name] >= floor
