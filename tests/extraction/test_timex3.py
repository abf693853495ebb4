"""Expressions of time as TIMEX3 writes them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from extraction.byhand import VOCAB, article
from kgraph.extraction.timex3 import timex
from kgraph.schema import Schema

SCHEMA = Schema.load()
SUNDAY = "2022-01-09"


def read(text: str, published: str = SUNDAY) -> list[tuple[str, str, str]]:
    """The expressions of a sentence that nobody parsed: each word a noun under the first."""
    words = text.split()
    rest = len(words) - 1
    doc = Doc(VOCAB, words=words, heads=[0] * (rest + 1), deps=["ROOT", *["dep"] * rest], pos=["NOUN", *["X"] * rest])
    said = article(doc, published=published)
    return [(said.text[t.start : t.end], t.type, t.value) for t in timex(doc, said, SCHEMA)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("5 January 2020", "DATE", "2020-01-05"),
        ("July 1999", "DATE", "1999-07"),
        ("the 1980s", "DATE", "198"),
        ("the 19th century", "DATE", "18"),
        ("yesterday", "DATE", "2022-01-08"),
        ("tonight", "TIME", "2022-01-09TNI"),
        ("last week", "DATE", "2021-W52"),
        ("last month", "DATE", "2021-12"),
        ("two years ago", "DATE", "2020"),
        ("16:08 UTC", "TIME", "2022-01-09T16:08Z"),
        ("3:30 pm", "TIME", "2022-01-09T15:30"),
        ("the fourth quarter", "DATE", "2021-Q4"),
        ("last autumn", "DATE", "2021-FA"),
        ("five days", "DURATION", "P5D"),
        ("twenty-four hours", "DURATION", "PT24H"),
        ("the past three months", "DURATION", "P3M"),
        ("several weeks", "DURATION", "PXW"),
        ("four decades", "DURATION", "P40Y"),
        ("every month", "SET", "P1M"),
        ("weekly", "SET", "P1W"),
        ("currently", "DATE", "PRESENT_REF"),
        ("recently", "DATE", "PAST_REF"),
        ("soon", "DATE", "FUTURE_REF"),
    ],
)
def test_an_expression_has_the_value_that_timex3_gives_it(text: str, kind: str, value: str) -> None:
    assert [found[1:] for found in read(f"They met {text} again")] == [(kind, value)]


def test_what_is_unknown_has_an_x_for_each_digit() -> None:
    assert read("They met Friday again", published="")[0][2] == "XXXX-WXX-5"


def test_the_day_is_the_day_told_last() -> None:
    assert [r[2] for r in read("It fell 3 May 2020 and ended the day , lower")] == ["2020-05-03", "2020-05-03"]


def test_an_age_is_no_duration() -> None:
    assert read("a 44-year-old baker") == []
