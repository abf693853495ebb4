"""A timeline as a file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import toy
from typer.testing import CliRunner, Result

from kgraph.cli.commands import app, register
from kgraph.errors import StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.graph.passages import Passage
from kgraph.views.timelines import Moment, timeline
from kgraph.writers import write
from kgraph.writers.timelines import COLUMNS, as_html, write_timeline

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("timelines") / "graph.ttl"
    write(KnowledgeGraph.from_corpus(toy.CORPUS), path)
    return path


def kgraph(*arguments: str | Path) -> Result:
    register([])
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "100", "NO_COLOR": "1"})


def test_the_terminal_shows_when_what_and_in_which_sentence(graph: Path) -> None:
    done = kgraph("timeline", "-g", graph)

    assert done.exit_code == 0, done.output
    assert all(word in done.output for word in ("when", "reported", "1998-03", "“"))
    assert max(map(len, done.output.splitlines())) <= 100


def test_csv_has_a_row_for_each_event(graph: Path) -> None:
    rows = list(csv.reader(kgraph("timeline", "-g", graph, "-f", "csv").stdout.splitlines()))

    assert tuple(rows[0]) == COLUMNS
    assert len(rows) - 1 == len(timeline(KnowledgeGraph.from_corpus(toy.CORPUS)))


@pytest.mark.parametrize("ending", [".csv", ".md", ".html"])
def test_a_file_is_written_by_its_ending(graph: Path, tmp_path: Path, ending: str) -> None:
    done = kgraph("timeline", "-g", graph, "-o", tmp_path / f"t{ending}")

    assert done.exit_code == 0, done.output
    assert (tmp_path / f"t{ending}").stat().st_size > 100


def test_another_ending_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"\.csv \.md \.html"):
        write_timeline((), tmp_path / "t.pdf")


def test_only_events_about_some_words_are_shown(graph: Path) -> None:
    lines = kgraph("timeline", "-g", graph, "-f", "csv", "--about", "Moreau").stdout.splitlines()

    assert len(lines) > 1
    assert all("Moreau" in line for line in lines[1:])


def test_the_page_asks_no_network_and_runs_nothing_of_an_article() -> None:
    passage = Passage("f", "a", HOSTILE, "schema:agent", HOSTILE, HOSTILE, 0, 9, outlet=HOSTILE, speaker=HOSTILE)
    page = as_html([Moment("e", HOSTILE, HOSTILE, False, (), (), 1, (passage,))])

    assert "<script" not in page
    assert "http://" not in page and "https://" not in page
