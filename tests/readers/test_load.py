"""Files and folders in, articles or errors out, and nothing stops the batch."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from kgraph.errors import SourceError
from kgraph.model import Article
from kgraph.readers import READERS, find, load, read

from .conftest import BODY, Write, kept, only_article, only_error


def test_a_file_gives_its_article_with_the_path_from_the_root(write: Write, tmp_path: Path) -> None:
    path = write("north/skerrow.txt", BODY)

    (article,) = read(path, root=tmp_path)

    assert (article.path, article.text) == ("north/skerrow.txt", BODY)


def test_a_folder_is_read_to_the_bottom_in_order(write: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b.html", ".git/x.txt", ".hidden.txt", "README.md", "notes.docx", "sources.toml"):
        write(name, "")

    assert [path.relative_to(tmp_path).as_posix() for path, _ in find([tmp_path])] == ["a/b.html", "a/z.md", "b.txt"]


def test_a_file_named_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    path = write("a.txt", BODY)

    assert [p for p, _ in find([path, tmp_path, tmp_path])] == [path]


def test_the_order_of_the_sources_does_not_matter(write: Write) -> None:
    sources = [write(f"{name}.txt", f"{BODY} Number {name} of four.") for name in "dbca"]
    shuffled = random.Random(4).sample(sources, 4)

    assert list(load(sources)) == list(load(shuffled))


def test_a_missing_file_is_named_with_its_neighbour(write: Write) -> None:
    path = write("ferry.txt", BODY)

    assert "did you mean" in only_error(path.with_name("fery.txt"))


def test_a_format_without_a_reader_is_refused_with_the_formats_there_are(write: Write) -> None:
    error = only_error(write("a.htlm", BODY))

    assert "did you mean '.htm'" in error
    assert all(suffix in error for suffix in READERS)


def test_the_same_text_in_two_files_is_read_once_and_said_so(write: Write, tmp_path: Path) -> None:
    write("a.txt", BODY)
    write("b.txt", BODY)

    article, error = load([tmp_path])

    assert isinstance(article, Article)
    assert str(error) == "b.txt: the same text as a.txt; read once"


def test_a_suffix_in_capitals_is_known(write: Write) -> None:
    assert only_article(write("A.TXT", BODY)).text == BODY


def test_a_broken_file_does_not_stop_the_others(write: Write, tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"", "blank.txt": b" \n\xc2\xa0\n", "picture.txt": b"\x89PNG\r\n\x1a\n", "holes.txt": b"a\0b\0\0c",
        "front.txt": b"---\ntitle: x\nnonsense here\n---\nText.", "empty.html": b"<html><head></head></html>",
        "menu.txt": b"Home\n\nSearch\n\nLog in\n",
    }  # fmt: skip
    for name, data in bad.items():
        write(name, data)
    write("z good.txt", BODY)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")

    found = list(load([tmp_path, tmp_path / "missing.txt", tmp_path / "missing", Path("nul\0.txt")]))

    assert [a.path for a in found if isinstance(a, Article)] == ["z good.txt"]
    assert len([e for e in found if isinstance(e, SourceError)]) == len(bad) + 5


def test_a_folder_that_links_to_itself_is_read_once(write: Write, tmp_path: Path) -> None:
    write("a.txt", BODY)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)

    assert len(list(load([tmp_path]))) == 1


@pytest.mark.parametrize("name", ["two words.txt", "🚢.txt", "a\nb.txt", "ärger.txt"])
def test_strange_names_are_read(write: Write, name: str) -> None:
    assert only_article(write(name, BODY)).path == name.replace("\n", "\ufffd")


def test_a_name_that_is_no_utf8_is_read_and_can_be_written(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    assert only_article(tmp_path / name).path.encode("utf-8") == "caf\ufffd.txt".encode()


def test_five_megabytes_on_one_line_are_read(write: Write) -> None:
    article = only_article(write("long.txt", (BODY + " ") * 45_000))

    assert article.ranges == ((0, len(article.text) - 1),)


@pytest.mark.slow
def test_twenty_thousand_short_lines_are_read(write: Write) -> None:
    article = only_article(write("lines.txt", "".join(f"Ship {i} left the harbour.\n" for i in range(20_000))))

    assert len(article.ranges) == 20_000


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_paragraphs_are_found_whatever_ends_the_lines(write: Write, ends: str) -> None:
    article = only_article(write("a.txt", ends.join(["A ship is lost", "", BODY, "", "Nobody knows why it sailed."])))

    assert kept(article) == ["A ship is lost", BODY, "Nobody knows why it sailed."]


def test_any_bytes_give_an_article_or_a_source_error(write: Write, tmp_path: Path) -> None:
    dice = random.Random(7)
    alphabet = [
        "---\n",
        "+++\n",
        "key: v\n",
        "\n\n",
        "# ",
        "<p>",
        "</p>",
        "<",
        "[a](b)",
        "By Ann Lee",
        "\r",
        "\x00",
        "“",
        "A b c.",
        " ",
        "\xe9",
        "2022",
        "…",
    ]
    for number in range(300):
        text = "".join(dice.choices(alphabet, k=dice.randrange(30)))
        suffix = dice.choice([".txt", ".md", ".html"])
        write(f"{number}{suffix}", text.encode(dice.choice(["utf-8", "utf-16"]), "replace"))

    found = list(load([tmp_path]))

    assert len(found) == 300
    for article in found:
        if isinstance(article, Article):
            edges = [x for span in article.ranges for x in span]
            assert edges == sorted(edges)
            assert all(t and t == t.strip() for t in kept(article))
            assert len(article.masked) == len(article.text)
