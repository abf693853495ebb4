"""The commands that look things up, on a small graph, as a user meets them: what they print, and how they end."""

import json
from pathlib import Path

import pytest
import toy
from typer.testing import CliRunner

from kgraph.cli.commands import app, register
from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.writers import write

register([])


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("looking") / "toy.ttl"
    write(KnowledgeGraph.from_corpus(toy.CORPUS), path)
    return path


def run(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner(env={"COLUMNS": "160", "NO_COLOR": "1"}).invoke(app, [str(a) for a in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_a_dossier_comes_in_every_format(file: Path, form: str) -> None:
    code, out, _ = run("entity", "Moreau", "-g", file, "-f", form)

    assert code == 0
    assert "Ada Moreau" in out and "asked the Harbour League for help" in " ".join(out.split())


def test_a_dossier_can_be_saved(file: Path, tmp_path: Path) -> None:
    run("entity", "Moreau", "-g", file, "-f", "html", "-o", tmp_path / "moreau.html")

    assert (tmp_path / "moreau.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_dossier_of_nobody_is_refused(file: Path) -> None:
    with pytest.raises(QueryError, match="did you mean"):
        run("entity", "Moraeu", "-g", file)
    with pytest.raises(QueryError, match="text, md, html, json"):
        run("entity", "Moreau", "-g", file, "-f", "pdf")


def test_a_path_shows_each_step_with_its_sentence(file: Path) -> None:
    _, out, _ = run("path", "Orvania", "Harbour League", "-g", file)

    assert out.startswith("The shortest way")
    assert "Ada Moreau premier Orvania" in out
    assert "herald.txt" in out


def test_a_path_that_is_only_reported_wants_all(file: Path) -> None:
    with pytest.raises(QueryError, match="--all looks along"):
        run("path", f"id:{toy.BEATING}", "police", "-g", file)

    assert run("path", f"id:{toy.BEATING}", "police", "-g", file, "--all")[0] == 0


def test_related_lists_the_closest_first(file: Path) -> None:
    _, out, err = run("related", "Moreau", "-g", file, "--limit", "1")

    assert "Harbour League" in out and "Orvania" not in out
    assert "1 more" in err


def test_figures_come_as_text_and_json(file: Path) -> None:
    assert "statements of facts" in run("stats", "-g", file)[1]
    assert dict(json.loads(run("stats", "-g", file, "-f", "json")[1])["counts"])["articles"] == 3


def test_a_graph_does_not_differ_from_itself(file: Path) -> None:
    code, out, _ = run("diff", file, file)

    assert (code, out.strip()) == (0, "no difference")


def test_a_difference_is_listed_and_exits_with_1(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    (tmp_path / "new.ttl").write_text(text.replace('"1974"', '"1975"'), encoding="utf-8")
    code, out, _ = run("diff", file, tmp_path / "new.ttl")

    assert code == 1
    assert "2 facts changed" in out and "1974 → 1975" in out
    assert json.loads(run("diff", file, tmp_path / "new.ttl", "-f", "json")[1])["lost"] == []


def test_a_query_without_an_answer_says_why_on_stderr(file: Path) -> None:
    code, out, err = run("query", "SELECT ?x { ?x schema:workFor ?y }", "-g", file, "-f", "csv")

    assert code == 0
    assert out.strip() == "x"
    assert "did you mean schema:worksFor?" in err


def test_a_query_can_be_limited_and_drawn(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    _, out, _ = run("query", "SELECT ?x { ?x a schema:Person } ORDER BY ?x", "-g", file, "--limit", "2", "--html", page)

    assert "the first 2 rows; there are more" in out
    assert "Ada Moreau" in page.read_text(encoding="utf-8")


def test_a_query_takes_part_of_a_name(file: Path) -> None:
    assert "Moreau might resign" in run("query", "said", "--who", "tell", "-g", file)[1]


def test_a_table_comes_as_markdown(file: Path) -> None:
    out = run("query", "SELECT ?l { id:selm rdfs:label ?l }", "-g", file, "-f", "markdown")[1]

    assert out == "| l |\n| --- |\n| Selm |\n"


def test_export_says_which_two_files_csv_is(file: Path, tmp_path: Path) -> None:
    err = run("export", tmp_path / "x.csv", "-g", file)[2]

    assert "x-nodes.csv" in "".join(err.split()) and "x-edges.csv" in "".join(err.split())


@pytest.mark.model
def test_a_plain_question_is_answered_with_its_sparql(file: Path) -> None:
    code, out, err = run("ask", "Who asked the Harbour League for help?", "-g", file)

    assert code == 0
    assert out.startswith("Ada Moreau")
    assert "SELECT DISTINCT ?answer" in err


@pytest.mark.model
def test_a_question_that_cannot_be_read_says_so_and_exits_with_1(file: Path) -> None:
    code, out, _ = run("ask", "Tell me a story", "-g", file)

    assert code == 1
    assert "cannot read this question" in out
