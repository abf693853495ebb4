"""`kgraph entities` on a graph made by hand, and judgements that the next build follows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SMALL = Path(__file__).resolve().parents[1] / "data/small.ttl"
TEXT = "Miners meet\n\nPresident Ana Silva of Peru met union leaders in Lima on Friday. Silva said talks were useful.\n"


def entities(*arguments: str) -> str:
    command = [sys.executable, "-m", "kgraph", "entities", "-g", str(SMALL), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "COLUMNS": "160"}, check=False)

    assert done.returncode == 0, done.stderr
    return done.stdout


def test_each_entity_is_a_row_with_its_class_and_how_often_it_is_mentioned() -> None:
    row = next(line for line in entities().splitlines() if line.startswith("id:harbour-league"))

    assert "Alliance" in row and "Harbour League (League)" in row


def test_doubts_are_lines_to_paste_and_the_rest_is_comments() -> None:
    lines = [line.strip() for line in entities("--suspects", "--all").splitlines() if line.strip()]

    assert lines
    kinds = ("same:", "different:", "retype:", "reject:", "Nothing")
    assert any(line.startswith(kinds) for line in lines)


def build(source: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", "build", str(source), "-o", str(source.parent / "out"), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.model
def test_a_judgement_beside_the_articles_survives_rebuilds_and_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/peru.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in/judgements.txt").write_text("rename: Lima -> City of Lima\nreject: Nobody\n", encoding="utf-8")

    done = build(tmp_path / "in")
    graph = (tmp_path / "out/graph.ttl").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert "judgements.txt:2:" in done.stderr and "Nobody" in done.stderr
    assert '"City of Lima"' in graph


@pytest.mark.model
def test_a_line_that_is_no_judgement_stops_the_build_with_its_number(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/peru.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "mine.txt").write_text("# mine\nsame: Lima\n", encoding="utf-8")

    done = build(tmp_path / "in", "--judgements", str(tmp_path / "mine.txt"))

    assert done.returncode == 2
    assert "mine.txt:2:" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.model
def test_a_gazetteer_gives_identifiers(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/peru.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "known.csv").write_text("id,name,aliases,type\nQ2868,Lima,,City\n", encoding="utf-8")

    done = build(tmp_path / "in", "--gazetteer", str(tmp_path / "known.csv"))

    assert done.returncode == 0, done.stderr
    assert "Q2868" in (tmp_path / "out/graph.ttl").read_text(encoding="utf-8")
