"""Corpora become paragraphs, and what a corpus does not label stays open."""

import json
from pathlib import Path

import pytest

from kgraph.schema import Schema
from kgraph.training.corpora import Paragraph, read_columns, read_names, read_treebank, united, with_names
from kgraph.training.gold import named, texts
from kgraph.training.labels import TAGS, Gazetteer, allowed_tags

TREEBANK = """# newdoc id = a
# newpar
1-2\tWon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tWo\twill\tAUX\tMD\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tsail\tsail\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tSorry\tsorry\tINTJ\tUH\t_\t0\troot\t_\t_

# newpar
1\tSelm\tSelm\tPROPN\tNNP\t_\t0\troot\t_\t_
"""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.of(Schema.load())


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "dev.conllu"
    path.write_text(TREEBANK + "\n", encoding="utf-8")
    return path


def test_a_paragraph_holds_its_sentences_and_their_trees(treebank: Path) -> None:
    first, second = read_treebank(treebank, "ewt")

    assert first.words == ("Wo", "n't", "sail", ".", "Sorry")
    assert first.starts == (0, 4)
    assert first.heads == (2, 2, -1, 2, -1)
    assert second.words == ("Selm",)


def test_the_raw_text_is_as_it_stood_before_it_was_cut(treebank: Path) -> None:
    first, second = texts(treebank)

    assert (first.text, second.text) == ("Won't sail. Sorry", "Selm")
    assert first.genre == "a"
    assert [(w.start, w.end) for w in first.words][:3] == [(0, 2), (2, 5), (5, 9)]


def test_names_are_joined_to_the_treebank_of_the_same_texts(treebank: Path) -> None:
    other = Paragraph("gum", ("Wo", "n't", "sail", ".", "Sorry", "Selm"), (0,), names=((5, 6, "PLACE"),))
    joined = list(with_names(read_treebank(treebank, "gum"), [other]))

    assert [p.names for p in joined] == [(), ((0, 1, "PLACE"),)]


def test_hyphens_become_words_and_spans_follow() -> None:
    words, starts, spans = united(["The", "Al-Noor", "party", "'", "s", "men"], [(1, 3, "ORG")], [0])

    assert words == ["The", "Al", "-", "Noor", "party", "'s", "men"]
    assert (starts, spans) == ([0], [(1, 5, "ORG")])


def test_names_of_json_lines_end_after_their_last_word(tmp_path: Path) -> None:
    path = tmp_path / "names.jsonl"
    path.write_text(json.dumps({"tokens": ["Ada", "Moreau", "left"], "gold": [[0, 1, "PER"]]}), encoding="utf-8")

    assert [p.names for p in read_names(path, "uner")] == [((0, 2, "PER"),)]
    assert [(a.text, a.names) for a in named(path)] == [("Ada Moreau left", ((0, 1, "PER"),))]


def test_columns_are_read_with_begin_or_without(tmp_path: Path) -> None:
    path = tmp_path / "columns.txt"
    path.write_text("Ada I-PER\nMoreau I-PER\nleft O\nSelm B-LOC\n\n", encoding="utf-8")

    assert [p.names for p in read_columns(path, "wikigold")] == [((0, 2, "PER"), (3, 4, "LOC"))]


def options(gazetteer: Gazetteer, corpus: str, words: str, *names: tuple[int, int, str]) -> list[set[str]]:
    paragraph = Paragraph(corpus, tuple(words.split()), (0,), names=names)
    return [{TAGS[i] for i in allowed} for allowed in allowed_tags(paragraph, gazetteer)]


def test_what_a_corpus_never_labels_is_missing_and_not_outside(gazetteer: Gazetteer) -> None:
    silent = options(gazetteer, "uner", "Easter Rebellion")[1]

    assert "B-EVENT" in silent and "O" in silent and "B-PERSON" not in silent


def test_a_place_that_the_names_data_knows_has_its_own_type(gazetteer: Gazetteer) -> None:
    assert options(gazetteer, "uner", "Ghana", (0, 1, "LOC")) == [{"B-GPE"}]


def test_a_place_that_nobody_knows_may_be_any_kind_of_place(gazetteer: Gazetteer) -> None:
    assert options(gazetteer, "uner", "Selmby", (0, 1, "LOC")) == [{"B-GPE", "B-LOC", "B-FAC"}]


def test_the_last_word_of_a_name_tells_its_kind(gazetteer: Gazetteer) -> None:
    assert options(gazetteer, "uner", "Selm Airport", (0, 2, "LOC")) == [{"B-FAC"}, {"I-FAC"}]


def test_the_words_of_a_people_are_its_people_in_every_corpus(gazetteer: Gazetteer) -> None:
    assert options(gazetteer, "crossner/music", "a Ghanaian singer")[1] == {"B-NORP"}
