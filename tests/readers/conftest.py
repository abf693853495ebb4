"""Writes small source files for the readers to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.errors import SourceError
from kgraph.model import Article
from kgraph.readers import load

BODY = (
    "The ferry to Skerrow ran aground on Tuesday. All 63 passengers were taken off before dawn, the harbour board said."
)
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


def only_article(path: Path) -> Article:
    (found,) = load([path])
    assert isinstance(found, Article), found
    return found


def only_error(path: Path) -> str:
    (found,) = load([path])
    assert isinstance(found, SourceError), found
    return str(found)


def kept(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.ranges]
