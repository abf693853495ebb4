"""A comparison as files: what a spreadsheet, a Markdown reader and a browser get, and that nothing in it is markup."""

import csv
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
import toy

from kgraph.comparison import Comparison, chains, compare
from kgraph.errors import StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.model import Corpus
from kgraph.writers.comparisons import write_comparison
from kgraph.writers.comparisons.html import page
from kgraph.writers.comparisons.markdown import text

HOSTILE = "=1+1 <script>alert(1)</script> | `x` [a](javascript:alert(1)) \"'&"


class Tags(HTMLParser):
    """The names of all tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def compared(corpus: Corpus) -> Comparison:
    return compare(KnowledgeGraph.from_corpus(corpus))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(toy.CORPUS)


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    entities = tuple(replace(e, name=HOSTILE) if e.id in ("harbour-league", "courier") else e for e in toy.ENTITIES)
    return compared(replace(toy.CORPUS, entities=entities))


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_csv_is_one_file_a_table(comparison: Comparison, tmp_path: Path) -> None:
    graph = KnowledgeGraph.from_corpus(toy.CORPUS)
    paths = write_comparison(comparison, tmp_path / "c.csv", chains=chains(graph))

    parts = ["", "-sentences", "-contradictions", "-figures", "-alone", "-left-out", "-chains"]
    assert [p.name for p in paths] == [f"c{part}.csv" for part in parts]
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_the_matrix_has_a_column_for_each_outlet(comparison: Comparison, tmp_path: Path) -> None:
    write_comparison(comparison, tmp_path / "c.csv")
    first = table(tmp_path / "c.csv")[0]

    assert first == {
        "fact": "Harbour League was founded in 1971", "disputed": "yes", "origins": "1", "support": "1",
        "Courier": "silent", "echo": "silent", "Selm Herald": "asserts",
    }  # fmt: skip


def test_every_sentence_stands_at_its_offsets(comparison: Comparison, tmp_path: Path) -> None:
    write_comparison(comparison, tmp_path / "c.csv")
    texts = {a.path: a.text for a in toy.ARTICLES}

    for row in table(tmp_path / "c-sentences.csv"):
        assert texts[row["file"]][int(row["start"]) : int(row["end"])] == row["sentence"]


def test_the_ledger_gives_hedge_speaker_and_bounds(comparison: Comparison, tmp_path: Path) -> None:
    write_comparison(comparison, tmp_path / "c.csv")
    (row,) = table(tmp_path / "c-figures.csv")

    assert (row["value"], row["least"], row["most"]) == ("400.0", "360.0", "440.0")
    assert (row["hedge"], row["speaker"], row["date"]) == ("About", "the union", "1998-03-04")


def test_a_spreadsheet_gets_no_formula(hostile: Comparison, tmp_path: Path) -> None:
    for path in write_comparison(hostile, tmp_path / "c.csv"):
        cells = [c for line in csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline="")) for c in line]
        assert not [c for c in cells if c.startswith("=")]


def test_markdown_leads_from_every_cell_to_its_sentence(comparison: Comparison) -> None:
    written = text(comparison)

    assert "| **disputed:** Harbour League was founded in 1971 | · | · | [✓ asserts](#s1) |" in written
    assert '<a id="s1"></a>1. “The league was founded in 1971.”' in written
    assert "The dates differ even at the coarser precision." in written


def test_markdown_reads_nothing_in_the_data_as_markup(hostile: Comparison) -> None:
    written = text(hostile)

    assert "<script" not in written.replace("\\<script", "")
    assert "](javascript:" not in written.replace("\\](javascript:", "")


def test_the_page_runs_no_script_and_asks_no_network(hostile: Comparison) -> None:
    html = page(hostile)
    found = Tags(html).tags

    assert "script" not in {tag for tag, _ in found}
    assert not [a for _, attrs in found for a in attrs if a.startswith("on")]
    assert {attrs["href"] for _, attrs in found if "href" in attrs and attrs["href"] != "data:,"} == {
        "#agreement", "#contradictions", "#figures", "#alone", "#left-out",
    }  # fmt: skip
    assert "url(" not in html and "@import" not in html


def test_the_page_opens_the_sentence_of_each_cell(comparison: Comparison) -> None:
    html = page(comparison, chains(KnowledgeGraph.from_corpus(toy.CORPUS)))

    assert "<summary>" in html and "<q>The league was founded in 1971.</q>" in html
    assert html.count('<article class="contradiction">') == 1
    assert 'id="chains"' in html and "Selm Herald ← the union (unnamed)" in html


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    again = compared(toy.CORPUS)

    assert page(again) == page(comparison)
    assert text(again) == text(comparison)


def test_an_unknown_ending_is_refused_with_those_that_work(comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there are \.md \.html \.csv"):
        write_comparison(comparison, tmp_path / "c.docx")
    with pytest.raises(StoreError, match="cannot be written"):
        write_comparison(comparison, tmp_path / "missing" / "c.md")
