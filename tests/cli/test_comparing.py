"""`kgraph compare` as a user meets it: tables at 100 columns, or files."""

from pathlib import Path

import pytest
import toy
from typer.testing import CliRunner, Result

from kgraph.cli.commands import app, register
from kgraph.graph import KnowledgeGraph
from kgraph.writers import write


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("comparing") / "graph.ttl"
    write(KnowledgeGraph.from_corpus(toy.CORPUS), path)
    return path


def kgraph(*arguments: str | Path) -> Result:
    register([])
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "100", "NO_COLOR": "1"})


def test_the_terminal_shows_every_part_within_100_columns(graph: Path) -> None:
    done = kgraph("compare", "-g", graph, "--chains")

    assert done.exit_code == 0, done.output
    for title in ("Contradictions", "Figures", "alone says", "leaves out", "somebody's word"):
        assert title in done.output
    assert max(map(len, done.output.splitlines())) <= 100


def test_about_shows_the_sentences_of_some_facts(graph: Path) -> None:
    done = kgraph("compare", "-g", graph, "--about", "league was founded")

    assert "“The league was founded in 1971.” (Selm Herald, 1998-03-04," in " ".join(done.output.split())
    assert "strike" not in done.output.lower().split("what the outlets")[1]


def test_a_file_is_written_by_its_ending(graph: Path, tmp_path: Path) -> None:
    done = kgraph("compare", "-g", graph, "-o", tmp_path / "c.html")

    assert done.exit_code == 0, done.output
    assert (tmp_path / "c.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_layer_is_exported(graph: Path, tmp_path: Path) -> None:
    done = kgraph("export", tmp_path / "moreau.nt", "-g", graph, "--according-to", "Moreau")

    assert done.exit_code == 0, done.output
    assert "aa10" in (tmp_path / "moreau.nt").read_text(encoding="utf-8")
    assert "aa01" not in (tmp_path / "moreau.nt").read_text(encoding="utf-8")
