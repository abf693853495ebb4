"""Quotation marks: which of them open and close a quotation."""

from __future__ import annotations

from kgraph.extraction.attribution.quotations import Quotation, quotations


def read(text: str) -> tuple[Quotation, ...]:
    ends = [i for i, c in enumerate(text) if c == "\n"] + [len(text)]
    starts = [0, *(e + 1 for e in ends[:-1])]
    return quotations(text, zip(starts, ends, strict=True))


def inner(text: str) -> list[str]:
    return [text[q.inner[0] : q.inner[1]] for q in read(text)]


def test_curly_and_straight_double_marks_hold_a_quotation():
    assert inner('“The dam holds,” said Lund. "It does."') == ["The dam holds,", "It does."]


def test_two_single_marks_are_a_double_one():
    assert inner("''The dam holds,'' said Lund.") == ["The dam holds,"]


def test_single_marks_hold_a_quotation():
    assert inner("‘The dam holds’, said Lund.") == ["The dam holds"]


def test_apostrophes_are_no_quotation_marks():
    assert inner("The miners’ wages weren’t paid in the '90s, and Lund's dam didn't hold.") == []


def test_a_plural_genitive_ends_no_quotation():
    assert inner("‘The miners’ wages are late’, said Lund.") == ["The miners’ wages are late"]


def test_a_quotation_inside_another_is_part_of_it():
    assert inner("“He said ‘never’ twice,” Lund said.") == ["He said ‘never’ twice,"]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    found = read("“The dam holds.\n“It always did,” said Lund.")

    assert len(found) == 1


def test_a_quotation_left_open_ends_with_its_paragraph_if_the_next_opens_none():
    assert inner("“The dam holds.\nLund left.") == ["The dam holds."]


def test_words_are_counted_between_the_marks():
    assert read("a so-called “safe dam” there")[0].words == 2
