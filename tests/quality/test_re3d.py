"""Relations and events against re3d (development part): floors that only rise, in per cent.

The scorer is that of the gold's folder (`bench/relations/score.py`): a relation is right if its type is and both of its
ends overlap. The benchmark relates unnamed things as well ("three tanks") and a few types have no counterpart here.
"""

import json
from pathlib import Path

import pytest
from re3d import article, facts
from scorers import scorer

from kgraph.pipeline.workers import extract_one

pytestmark = [pytest.mark.model, pytest.mark.slow]
FLOORS = {"precision": 28.0, "recall": 8.5}


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    gold, out = shared / "corpora/relations/re3d.dev.jsonl", tmp_path_factory.mktemp("re3d") / "system.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    out.write_text("\n".join(json.dumps(answer(row)) for row in rows), encoding="utf-8")
    precision, recall, _ = scorer(shared, "relations").re3d(str(gold), str(out))["micro"]
    return {"precision": precision, "recall": recall}


def answer(row: dict[str, str]) -> dict[str, object]:
    found = extract_one(article(row["text"]), None)
    assert not isinstance(found, Exception), found
    return {"id": row["id"], "facts": list(facts(found))}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_figure_of_the_benchmark_does_not_fall_below_its_floor(
    figures: dict[str, float], name: str, floor: float
) -> None:
    assert figures[name] >= floor
