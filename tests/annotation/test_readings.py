"""Verbs of number are read as verbs."""

import numpy as np
import pytest

from kgraph.annotation.readings import is_clause, reread

KINDS = {"the": "DET", "a": "DET", "numbers": "NOUN", "number": "NOUN", "totals": "NOUN", "40": "NUM", "900": "NUM", "which": "PRON",
         "about": "ADV", "more": "ADJ", "than": "ADP", "gave": "VERB", "new": "ADJ", "and": "CCONJ"}  # fmt: skip


def read(text: str) -> list[int]:
    words = text.split()
    return reread(words, [KINDS.get(word, "NOUN") for word in words])[1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the choir numbers about 40 singers", 2),
        ("the ferries number 40 boats", 2),
        ("the debt totals more than 900 crowns", 2),
        ("a choir which numbers 40 singers", 3),
    ],
)
def test_between_what_is_counted_and_a_number_a_plural_may_be_a_verb(text: str, place: int) -> None:
    assert read(text) == [place]


def test_what_stands_between_the_press_and_a_clause_may_be_a_verb() -> None:
    assert reread(["State", "media", "reports", "the", "king", "gave"], ["NOUN"] * 3 + ["DET", "NOUN", "VERB"])[1] == [
        2
    ]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("State media reports said the king gave", "NOUN NOUN NOUN VERB DET NOUN VERB"),
        ("State media reports of a king gave", "NOUN NOUN NOUN ADP DET NOUN VERB"),
        ("The king reports the choir gave", "DET NOUN NOUN DET NOUN VERB"),
        ("State media reports Friday gave", "NOUN NOUN NOUN PROPN VERB"),
    ],
)
def test_reports_of_the_press_stay_reports(words: str, kinds: str) -> None:
    assert reread(words.split(), kinds.split())[1] == []


@pytest.mark.parametrize(
    "text", ["the numbers about 40 singers", "a bus number 40", "they gave numbers about the choir", "the house numbers 40 and 900",
             "the new numbers"]
)  # fmt: skip
def test_elsewhere_it_stays_a_noun(text: str) -> None:
    assert read(text) == []


def test_the_encoder_reads_a_verb_of_like_meaning() -> None:
    words = ["the", "choir", "numbers", "40", "singers"]

    assert reread(words, [KINDS.get(w, "NOUN") for w in words])[0] == ["the", "choir", "includes", "40", "singers"]


def test_a_second_reading_counts_where_it_makes_a_clause() -> None:
    heads = np.array([1, 2, -1, 4, 2])

    assert is_clause(heads, ["det", "nsubj", "root", "nummod", "obj"], 2)
    assert not is_clause(heads, ["det", "compound", "root", "nummod", "obj"], 2)
