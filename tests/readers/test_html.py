"""HTML pages in, articles out whose offsets count in the page's plain text."""

from __future__ import annotations

import pytest

from .conftest import Write, kept, only_article, only_error

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry runs aground off Skerrow | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Greta Lund">
<meta property="article:published_time" content="2021-02-03T08:00:00Z"><script>var x = "not text";</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><main><article><h1>Ferry runs aground off Skerrow</h1>
<p>All 63 passengers &amp; crew are safe, the harbour board says</p><p class="byline">By Greta Lund</p>
<figure><img src="a.jpg" alt="x"><figcaption>The ferry on Tuesday. Photograph: Ana Duarte</figcaption></figure>
<p>The ferry <em>Morning Star</em> ran aground off Skerrow on Tuesday night after its rudder failed, the board said.</p>
<p>All 63 passengers &mdash; among them a school&nbsp;class from <a href="/o">Oster</a> &mdash; were saved before dawn.</p>
<h2>Third time this year</h2>
<p>It was the third accident on the line since January. “We need a new ship,” said its captain, Nils Orm.</p>
<aside><h3>Read more</h3><ul><li><a href="/1">Lighthouse keepers end their strike</a></li></ul></aside>
<p>The board has promised an inquiry. Its results are expected in May, a spokeswoman said on Wednesday.</p>
</article><section id="comments"><h2>Comments</h2><p>They should have bought the new ship when it was cheap.</p></section>
</main><footer><p>© 2021 The Harbour Post. All rights reserved.</p></footer></body></html>"""


def test_the_article_is_kept_and_the_page_around_it_is_not(write: Write) -> None:
    article = only_article(write("a.html", PAGE))

    assert kept(article) == [
        "Ferry runs aground off Skerrow",
        "All 63 passengers & crew are safe, the harbour board says",
        "The ferry Morning Star ran aground off Skerrow on Tuesday night after its rudder failed, the board said.",
        "All 63 passengers — among them a school class from Oster — were saved before dawn.",
        "Third time this year",
        "It was the third accident on the line since January. “We need a new ship,” said its captain, Nils Orm.",
        "The board has promised an inquiry. Its results are expected in May, a spokeswoman said on Wednesday.",
    ]


def test_the_page_says_who_wrote_it_where_and_when(write: Write) -> None:
    article = only_article(write("a.html", PAGE))

    assert (article.title, article.authors) == ("Ferry runs aground off Skerrow", ("Greta Lund",))
    assert (article.outlet, article.published) == ("The Harbour Post", "2021-02-03")


def test_no_script_reaches_the_text(write: Write) -> None:
    assert "not text" not in only_article(write("a.html", PAGE)).text


def test_the_same_page_gives_the_same_text(write: Write) -> None:
    assert only_article(write("a.html", PAGE)) == only_article(write("a.html", PAGE))


def test_the_encoding_that_the_page_declares_is_used(write: Write) -> None:
    page = '<meta charset="iso-8859-2"><p>Wałęsa spoke in Łódź on Monday. He was cheered by a large crowd.</p>'

    assert "Wałęsa spoke in Łódź" in only_article(write("a.html", page.encode("iso-8859-2"))).text


@pytest.mark.parametrize(
    "page",
    [
        "<p>Otto Vail left Strelsau.<p>He did not say why & nobody asked <b>him.",
        "<html><body><div><div><p>Otto Vail left Strelsau.</div>He did not say why & nobody asked him.",
        "Otto Vail left Strelsau.\n\nHe did not say why & nobody asked him.",
    ],
)
def test_broken_markup_is_read(write: Write, page: str) -> None:
    assert kept(only_article(write("a.html", page))) == [
        "Otto Vail left Strelsau.",
        "He did not say why & nobody asked him.",
    ]


@pytest.mark.parametrize(
    "page", ["<html><head><title>Only a title</title></head></html>", "<", "<html></html>", "<body>"]
)
def test_a_page_without_text_is_refused(write: Write, page: str) -> None:
    assert "without any text" in only_error(write("a.html", page))
