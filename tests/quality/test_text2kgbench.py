"""Rule packs against Text2KGBench (tekgen, development half): a sixth of its sentences, floors that only rise.

The scorer is the benchmark's own protocol (`bench/text2kgbench/score.py` in the folder of the gold, needs nltk): F1
with relations filtered to those that the sentence's gold has, and without that filter.
"""

import json
from pathlib import Path

import pytest
from scorers import scorer
from text2kg import PACKS, triples

from kgraph.model import Article
from kgraph.pipeline.workers import extract_one

pytestmark = [pytest.mark.model, pytest.mark.slow]
pytest.importorskip("nltk", reason="the benchmark's scorer needs nltk")
FLOORS = {"official": 0.4, "unfiltered": 0.33}


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder, out = shared / "bench/text2kgbench", tmp_path_factory.mktemp("text2kg")
    lines = (folder / "tekgen.dev.jsonl").read_text(encoding="utf-8").splitlines()[::6]
    rows = [json.loads(line) for line in lines]
    (out / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (out / "system.jsonl").write_text("\n".join(json.dumps(answer(r)) for r in rows), encoding="utf-8")
    files = (str(out / "gold.jsonl"), str(folder / "tekgen.ontologies.json"), str(out / "system.jsonl"))
    module = scorer(shared, "text2kgbench")
    return {"official": module.main(*files)[1]["F1"], "unfiltered": module.main(*files, strict=True)[1]["F1"]}


def answer(row: dict[str, str]) -> dict[str, object]:
    text = row["text"]
    article = Article(path=f"{row['id']}.txt", text=text, ranges=((0, len(text)),))
    found = extract_one(article, None, PACKS[row["ontology"]])
    assert not isinstance(found, Exception), found
    return {"id": row["id"], "triples": [list(t) for t in triples(found, row["ontology"])]}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_figure_of_the_benchmark_does_not_fall_below_its_floor(
    figures: dict[str, float], name: str, floor: float
) -> None:
    assert figures[name] >= floor
