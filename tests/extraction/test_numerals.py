"""How English writes a number: in figures, in words, hyphenated, as a range."""

from __future__ import annotations

import pytest

from kgraph.extraction.numerals import numerals
from kgraph.schema import Schema

WORDS = Schema.load().words["figures"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,500 pilgrims", 4500),
        ("1.5 million pilgrims", 1_500_000),
        ("six-thousand pilgrims", 6000),
        ("forty-two pilgrims", 42),
        ("thirty-five thousand pilgrims", 35_000),
        ("one hundred and eighty pilgrims", 180),
        ("two hundred and ten thousand pilgrims", 210_000),
        ("half a million pilgrims", 500_000),
        ("a dozen pilgrims", 12),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    assert [n.value for n in numerals(text, WORDS)] == [value]


@pytest.mark.parametrize("text", ["a pilgrim", "thousands of pilgrims", "dozens", "the mp3 player", "at 10:30"])
def test_what_gives_no_number_is_none(text: str) -> None:
    assert list(numerals(text, WORDS)) == []


@pytest.mark.parametrize("text", ["between 40 and 60 boats", "40 to 60 boats", "40-60 boats"])
def test_the_ends_of_a_range_bound_what_is_counted(text: str) -> None:
    assert [(n.value, n.bound) for n in numerals(text, WORDS)] == [(40, "from"), (60, "up to")]


def test_a_range_shares_its_thousands() -> None:
    assert [n.value for n in numerals("5 to 10 thousand boats", WORDS)] == [5000, 10_000]


def test_two_numbers_joined_by_a_plain_and_are_no_range() -> None:
    assert [n.bound for n in numerals("40 ships and 60 boats", WORDS)] == ["", ""]
