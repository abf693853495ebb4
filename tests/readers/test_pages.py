"""Whole pages in many styles: what is marked "+" is the article, what is marked "-" is the page around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.model import Article
from kgraph.readers import text
from kgraph.readers.metadata import Metadata

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


def marked(path: Path) -> tuple[str, list[str], list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    source = "\n".join(line[2:] for line in lines)
    return source, [ln[2:] for ln in lines if ln[0] == "+"], [ln[2:] for ln in lines if ln[0] == "-" and ln[2:].strip()]


def read_page(name: str) -> Article:
    source, _, _ = marked(Path(__file__).parent / "pages" / name)
    return next(text.read(source.encode(), name, Metadata()))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_of_the_article_is_kept_and_no_other(path: Path) -> None:
    source, _, _ = marked(path)

    article = next(text.read(source.encode(), path.name, Metadata()))

    kept = {number for number, line in enumerate(article.masked.split("\n")) if line.strip()}
    wanted = {i for i, line in enumerate(path.read_text(encoding="utf-8").splitlines()) if line[0] == "+"}
    lines = source.split("\n")
    assert [lines[i] for i in sorted(wanted - kept)] == []
    assert [lines[i] for i in sorted(kept - wanted)] == []
