"""The year of a day that an undated article tells without one; the matter is invented."""

from __future__ import annotations

from kgraph.model import Corpus
from linking.paper import BODY, PERSON, Paper, corpus


def telling(path: str, *, published: str = "", day: str = "", other: str = "") -> Paper:
    """An article in which somebody asks a body for help, and somebody else resigns."""
    paper = Paper(
        f"In {path} Aino Virta asked the Nordic Council for help. Ida Sorensen resigned.",
        path,
        head={"published": published},
    )
    paper.event(
        "REQUEST-assist",
        "asked",
        "ask",
        day=day,
        agent=paper.entity(PERSON, "Aino Virta"),
        recipient=paper.entity(BODY, "Nordic Council"),
    )
    paper.event("LEAVE-OFFICE", "resigned", "resign", day=other, agent=paper.entity(PERSON, "Ida Sorensen"))
    return paper


def days(found: Corpus) -> list[str]:
    return sorted({f.object.value for f in found.facts if f.property == "schema:startDate"})


def test_a_day_without_a_year_is_of_the_year_of_the_news_that_a_dated_article_shares() -> None:
    found = corpus(telling("a", published="2031-01-05", day="2031-01-04"), telling("b", other="--12-30"))

    assert days(found) == ["2030-12-30", "2031-01-04"]


def test_where_no_dated_article_tells_the_same_the_day_stays_out() -> None:
    assert days(corpus(telling("a", other="--12-30"))) == []


def test_a_day_long_past_says_nothing_of_when_an_article_is_from() -> None:
    assert days(corpus(telling("a", published="2031-01-05", day="2011-01-04"), telling("b", other="--12-30"))) == [
        "2011-01-04"
    ]


def test_last_year_is_the_year_before_the_news_that_a_dated_article_shares() -> None:
    found = corpus(telling("a", published="2031-01-05", day="2031-01-04"), telling("b", other="--y-1"))

    assert days(found) == ["2030", "2031-01-04"]


def test_in_the_last_days_of_a_year_nobody_knows_which_year_the_last_was() -> None:
    found = corpus(telling("a", published="2031-12-29", day="2031-12-28"), telling("b", other="--y-1"))

    assert days(found) == ["2031-12-28"]
