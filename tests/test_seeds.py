"""The five seed reports and the ten short test articles: there, of the promised length, and in words of our own.

The people and outlets of `tests/articles` are invented, and so is what they do.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
ARTICLES = ROOT / "tests" / "articles"
SHARED = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared"))

# the first words of the body, and the first words of the page furniture behind it
BODIES = {
    "0-guardian.txt": ("Of the Warsaw Pact", "Shaun Walker\n\nThe GuardianTramp"),
    "1-blog-copy.txt": ("About the Warsaw Pact", "No comments:"),
    "2-riddle.txt": ("Much about the crisis", "Top reads"),
    "3-spiked.txt": ("We had all heard", "Mary Dejevsky writes"),
    "4-vot-tak.txt": ("When the Collective", "Translated by"),
}
# what an original does not state is left out of the header, not guessed
FIELDS = {
    "0-guardian.txt": ["title", "outlet", "author", "restates"],
    "1-blog-copy.txt": ["title", "date", "restates"],
    "2-riddle.txt": ["title", "outlet", "author", "restates"],
    "3-spiked.txt": ["title", "outlet", "author", "restates"],
    "4-vot-tak.txt": ["title", "outlet", "author", "date", "restates"],
}
RUN = 8
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|(?<!\w)‘[^‘\n]*?’(?!\w)")


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def header(text: str) -> list[tuple[str, str]]:
    _, lines, _ = text.split("---\n", 2)
    return [(key, value.strip().strip('"')) for key, _, value in (line.partition(":") for line in lines.splitlines())]


def page(text: str) -> str:
    return text.split("---\n", 2)[2]


def body(name: str) -> str:
    first, behind = BODIES[name]
    text = page(read(SEEDS / name))
    start = text.index(first)
    return text[start : text.index(behind, start)]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of eight words within one line; a quotation may be the same words, so a line breaks there."""
    for line in QUOTED.sub("\n", text).replace("’", "'").lower().splitlines():
        words = re.findall(r"\w+(?:'\w+)*", line)
        yield from (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def unquoted(text: str) -> str:
    """The text of an original with its quotations read on as plain words."""
    return re.sub(r"[“”\"‘]", " ", text)


def originals() -> list[Path]:
    found = sorted((SHARED / "seeds").glob("*.txt"))
    if not found:
        pytest.skip(f"the original articles are not in {SHARED / 'seeds'}; KGRAPH_SHARED names their folder")
    return found


def test_the_seeds_are_five_reports_and_nothing_else() -> None:
    assert sorted(path.name for path in SEEDS.iterdir()) == sorted(BODIES)


@pytest.mark.parametrize("name", BODIES)
def test_the_header_names_what_the_original_states(name: str) -> None:
    found = header(read(SEEDS / name))

    assert [key for key, _ in found] == FIELDS[name]
    assert all(value for _, value in found)


@pytest.mark.parametrize("name", BODIES)
def test_the_page_has_its_own_title_line_without_the_header(name: str) -> None:
    text = read(SEEDS / name)

    assert dict(header(text))["title"] in page(text).splitlines()


@pytest.mark.parametrize("name", BODIES)
def test_a_report_has_450_to_800_words_of_body(name: str) -> None:
    assert 450 <= len(body(name).split()) <= 800


@pytest.mark.parametrize("name", BODIES)
def test_page_furniture_stands_around_the_body(name: str) -> None:
    text = page(read(SEEDS / name))

    assert len(text.split()) - len(body(name).split()) >= 20


def test_the_seeds_cover_a_byte_order_mark_no_break_spaces_and_windows_line_ends() -> None:
    raw = {name: (SEEDS / name).read_bytes() for name in BODIES}

    assert [name for name in raw if raw[name].startswith(b"\xef\xbb\xbf")] == ["2-riddle.txt"]
    assert [name for name in raw if "\u00a0".encode() in raw[name]] == ["1-blog-copy.txt"]
    assert [name for name in raw if b"\r\n" in raw[name]] == ["4-vot-tak.txt"]


@pytest.mark.parametrize("name", BODIES)
def test_no_run_of_eight_words_is_shared_with_an_original_outside_quotations(name: str) -> None:
    taken = {run for path in originals() for run in runs(unquoted(path.read_text("utf-8")))}

    assert [" ".join(run) for run in runs(page(read(SEEDS / name))) if run in taken] == []


def test_there_are_ten_test_articles_in_three_formats() -> None:
    found = sorted(path.suffix for path in ARTICLES.iterdir())

    assert found == [".html", ".md", *[".txt"] * 8]


@pytest.mark.parametrize("path", sorted(ARTICLES.iterdir()), ids=lambda path: path.name)
def test_a_test_article_has_200_to_350_words(path: Path) -> None:
    text = re.sub(r"(?s)<head>.*?</head>|<section.*?</section>|<footer>.*?</footer>|<[^>]*>", " ", read(path))

    assert 200 <= len(text.split()) <= 350
