"""What front matter and sources.toml say counts more than the page, and a slip in them is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import SourceError
from kgraph.model import Article
from kgraph.readers import load, read
from kgraph.readers.given import front_matter

from .conftest import BODY, Write, kept, only_article, only_error

PAGE = f"Ferry runs aground\n\nBy Ann Lee\n\n3 May 2020\n\n{BODY}\n"


def test_front_matter_overrides_the_page_and_is_no_part_of_the_article(write: Write) -> None:
    article = only_article(write("a.txt", f"---\nauthor: Bo Diaz\ndate: 2019-12\n---\n{PAGE}"))

    assert (article.authors, article.published) == (("Bo Diaz",), "2019-12")
    assert kept(article) == ["Ferry runs aground", BODY]


def test_front_matter_in_toml_is_read(write: Write) -> None:
    article = only_article(write("a.md", f'+++\nauthors = ["Bo Diaz", "Mia Orm"]\ndate = 2020-05-03\n+++\n{PAGE}'))

    assert (article.authors, article.published) == (("Bo Diaz", "Mia Orm"), "2020-05-03")


def test_front_matter_may_list_its_authors(write: Write) -> None:
    article = only_article(write("a.md", f"---\nauthors:\n  - Bo Diaz\n  - 'Mia Orm'\ntags:\n- sea\n---\n{PAGE}"))

    assert article.authors == ("Bo Diaz", "Mia Orm")


def test_the_title_of_the_front_matter_is_found_on_the_page(write: Write) -> None:
    article = only_article(write("a.txt", f"---\ntitle: A ship in trouble\n---\nNews\n\nA ship in trouble\n\n{BODY}"))

    assert kept(article) == ["A ship in trouble", BODY]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert front_matter("---\nOnce upon a time.\n---\nThe end.", "a.txt")[1] == 0


def test_a_line_of_front_matter_that_is_no_pair_is_named(write: Write) -> None:
    error = only_error(write("a.txt", f"---\ntitle: x\nand then\n---\n{BODY}"))

    assert error == "a.txt: line 3: front matter is `key: value`, not 'and then'"


def test_broken_toml_in_front_matter_is_named_with_its_line(write: Write) -> None:
    assert "line 3" in only_error(write("a.txt", f'+++\ntitle = "x"\ndate = = 3\n+++\n{BODY}'))


def test_a_date_that_is_none_is_refused(write: Write) -> None:
    assert "write it like 2022-01-09" in only_error(write("a.txt", f"---\ndate: last week\n---\n{BODY}"))


def test_the_side_file_overrides_the_front_matter(write: Write) -> None:
    write(
        "sources.toml", '["*.txt"]\noutlet = "Harbour Post"\nurl = "https://x.example"\n["a.txt"]\noutlet = "Ledger"\n'
    )

    article = only_article(write("a.txt", f"---\noutlet: Echo of Oster\ntitle: Own\n---\n{PAGE}"))

    assert (article.outlet, article.url, article.title) == ("Ledger", "https://x.example", "Own")


def test_a_broken_side_file_is_reported_once_and_the_articles_are_read(write: Write, tmp_path: Path) -> None:
    write("sources.toml", '["a.txt"]\noutlet = \n')
    write("a.txt", BODY)
    write("b.txt", PAGE)

    error, *articles = load([tmp_path])

    assert "sources.toml: line 2" in str(error)
    assert [a.path for a in articles if isinstance(a, Article)] == ["a.txt", "b.txt"]


def test_a_misspelt_key_of_the_side_file_is_refused_with_a_suggestion(write: Write) -> None:
    write("sources.toml", '["a.txt"]\noutlett = "Ledger"\n')

    with pytest.raises(SourceError, match="did you mean 'outlet'"):
        next(read(write("a.txt", BODY)))


def test_a_key_outside_a_section_is_refused(write: Write) -> None:
    write("sources.toml", 'outlet = "Ledger"\n')

    with pytest.raises(SourceError, match="outside a section"):
        next(read(write("a.txt", BODY)))
