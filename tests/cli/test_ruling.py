"""`kgraph relations` and `kgraph check --rules`, as those who write rules meet them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
ARTICLE = "Peru's president meets miners\n\nPresident Ana Silva of Peru met union leaders in Lima on Friday.\n"


def kgraph(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_each_relation_is_shown_with_its_rule_and_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "peru.txt").write_text(ARTICLE, encoding="utf-8")

    done = kgraph("relations", tmp_path, "--rule", "positions")

    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()[:2]
    assert first.startswith("Ana Silva schema:worksFor Peru (president)  positions 0.")
    assert second.strip() == "President Ana Silva of Peru met union leaders in Lima on Friday."


def test_check_reads_the_examples_of_the_rules() -> None:
    done = kgraph("check", "--rules")

    assert done.returncode == 0, done.stdout
    assert "examples say" in done.stdout


def test_check_of_a_pack_reads_the_examples_of_its_rules_alone() -> None:
    done = kgraph("check", "--rules", "--pack", "politics")

    assert done.returncode == 0, done.stdout
    assert int(done.stdout.split(" rules do")[0].split()[-1]) < 10


def test_the_reliability_of_a_rule_is_shown_with_the_counts_behind_it() -> None:
    done = kgraph("reliability")

    assert done.returncode == 0, done.stderr
    [row] = [line.split() for line in done.stdout.splitlines() if line.startswith("positions ")]
    right, judged, share = (float(x) for x in row[2:5])
    assert share == round(right / judged, 2)
