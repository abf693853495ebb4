"""Markdown in, articles out whose offsets are those of the file."""

from __future__ import annotations

from kgraph.readers.markdown import unmarked

from .conftest import Write, kept, only_article

SOURCE = """# The bridge over the Vell

*Nobody wanted it, and now it stands*

![A bridge](bridge.jpg)

The **council** met on [Monday](https://x.example/a_(b)) and voted for the bridge[^1].
Its mayor, `Jonas Aarnik`, was not there.

## A second try

> “We lost ten years,” said Aarnik after the vote.

```
code is no prose
```

The bridge opens in May. It will cost 3 * 5 million.

## Related

- [Another story](http://y.example)

[^1]: A note.
"""


def test_the_marks_are_gone_and_the_offsets_are_the_files(write: Write) -> None:
    article = only_article(write("a.md", SOURCE))

    assert len(article.text) == len(SOURCE)
    assert all(SOURCE[s:e].split(maxsplit=1)[0].strip("*") in article.text[s:e] for s, e in article.ranges)
    assert [" ".join(t.split()) for t in kept(article)] == [
        "The bridge over the Vell",
        "Nobody wanted it, and now it stands",
        "The council met on Monday and voted for the bridge .",
        "Its mayor, Jonas Aarnik , was not there.",
        "A second try",
        "“We lost ten years,” said Aarnik after the vote.",
        "The bridge opens in May. It will cost 3 * 5 million.",
    ]


def test_title_and_standfirst_are_found(write: Write) -> None:
    article = only_article(write("a.md", SOURCE))

    assert (article.title, article.standfirst) == ("The bridge over the Vell", "Nobody wanted it, and now it stands")


def test_an_underlined_title_is_a_title(write: Write) -> None:
    article = only_article(write("a.md", "Bridge\n======\n\nThe bridge opened on Monday. It is red.\n"))

    assert article.title == "Bridge"


def test_words_with_underscores_and_stars_between_numbers_stay() -> None:
    assert unmarked("snake_case_word and 2 * 3 * 4") == "snake_case_word and 2 * 3 * 4"
