"""The command line as a user meets it: what it prints where, and what its exit codes mean."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = (
    "Peru's president meets miners\n\n"
    "President Ana Silva of Peru met union leaders in Lima on Friday. Silva said the talks had been useful.\n"
)
pytestmark = pytest.mark.model


def kgraph(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "in").mkdir()
    (folder / "in/peru.txt").write_text(ARTICLE, encoding="utf-8")
    done = kgraph("build", folder / "in", "-o", folder / "out")
    assert done.returncode == 0, done.stderr
    return folder


def test_a_build_with_a_broken_file_names_it_goes_on_and_exits_with_1(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")

    done = kgraph("build", tmp_path, "-o", tmp_path / "out")

    assert done.returncode == 1
    assert "bad.txt" in done.stderr and "empty" in done.stderr
    assert (tmp_path / "out/graph.ttl").is_file()


def test_nothing_to_read_exits_with_2_and_one_line_on_stderr(tmp_path: Path) -> None:
    done = kgraph("build", tmp_path / "missing", "-o", tmp_path / "out")

    assert done.returncode == 2
    assert "missing" in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("form", "start"), [("csv", "who"), ("tsv", "?who"), ("json", "{"), ("xml", "<"), ("table", "who")]
)
def test_rows_come_in_every_format(built: Path, form: str, start: str) -> None:
    done = kgraph("query", "SELECT ?who { ?x a schema:Person ; rdfs:label ?who }", "-g", built / "out", "-f", form)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(start)
    assert "Ana Silva" in done.stdout


def test_a_constructed_graph_comes_as_turtle(built: Path) -> None:
    done = kgraph("query", "CONSTRUCT { ?x rdfs:label ?l } { ?x a schema:Person ; rdfs:label ?l }", "-g", built / "out")

    assert "Ana Silva" in done.stdout and "@prefix" in done.stdout


def test_a_named_query_takes_values_and_a_misspelt_one_gets_a_suggestion(built: Path) -> None:
    asked = kgraph("query", "said", "--who", "Silva", "-g", built / "out")
    wrong = kgraph("query", "sayd", "-g", built / "out")

    assert asked.returncode == 0, asked.stderr
    assert wrong.returncode == 2 and "did you mean 'said'" in wrong.stderr


def test_broken_sparql_is_one_line_that_says_where(built: Path) -> None:
    done = kgraph("query", "SELECT ?x { ?x schema:name }", "-g", built / "out")

    assert done.returncode == 2
    assert "line 1" in done.stderr and "Traceback" not in done.stderr


def test_explain_shows_the_sentence_with_its_file(built: Path) -> None:
    done = kgraph("explain", "Ana Silva", "-g", built / "out")

    assert "met union leaders in Lima" in done.stdout
    assert "peru.txt" in done.stdout


def test_a_graph_that_is_not_there_says_how_to_build_one(tmp_path: Path) -> None:
    done = kgraph("query", "actors", "-g", tmp_path / "nowhere")

    assert done.returncode == 2
    assert "kgraph build" in done.stderr


@pytest.mark.parametrize("name", ["x.ttl", "x.trig", "x.nq", "x.nt", "x.jsonld", "x.rdf", "x.html"])
def test_every_export_is_written(built: Path, tmp_path: Path, name: str) -> None:
    done = kgraph("export", tmp_path / name, "-g", built / "out")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).stat().st_size > 1000


def test_a_build_checks(built: Path) -> None:
    done = kgraph("check", "-g", built / "out")

    assert done.returncode == 0, done.stdout


def test_extract_prints_one_json_line_an_article(built: Path) -> None:
    done = kgraph("extract", built / "in")

    lines = done.stdout.splitlines()
    assert len(lines) == 1
    assert {"mentions", "statements"} <= json.loads(lines[0]).keys()


def test_read_shows_the_title_and_what_was_cut(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE + "\nRelated stories\n\nSign up for our newsletter\n", encoding="utf-8")

    done = kgraph("read", tmp_path / "a.txt")

    assert done.stdout.startswith("Peru's president meets miners")


@pytest.mark.parametrize(
    "command", ["build", "query", "queries", "export", "show", "explain", "check", "extract", "read"]
)
def test_help_teaches_by_example(command: str) -> None:
    done = kgraph(command, "--help")

    assert done.returncode == 0
    assert "kgraph " + command in done.stdout or "Usage: kgraph" in done.stdout


@pytest.mark.parametrize(
    ("command", "words"), [("build", "Articles:"), ("query", "SPARQL text"), ("ask", "plain English")]
)
def test_help_says_what_an_argument_is(command: str, words: str) -> None:
    assert words in kgraph(command, "--help").stdout
