"""Five press articles read as their annotators read them; skipped where the gold is not at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kgraph.model import Article
from kgraph.readers import read

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared"))
pytestmark = pytest.mark.skipif(not (SHARED / "gold/documents.jsonl").is_file(), reason="needs the hand-made gold")


def documents() -> list[dict[str, Any]]:
    path = SHARED / "gold/documents.jsonl"
    return [json.loads(line) for line in path.open(encoding="utf-8")] if path.is_file() else []


BLOCKED = [pytest.param(d, id=d["id"]) for d in documents() if "content_blocks" in d]


def article(document: dict[str, Any]) -> Article:
    return next(read(SHARED / "seeds" / document["file"]))


def places(text: str, blocks: list[dict[str, Any]]) -> set[int]:
    return {i for b in blocks for i in range(b["start"], b["end"]) if not text[i].isspace()}


@pytest.mark.parametrize("document", BLOCKED)
def test_every_character_of_the_article_is_kept_and_no_other(document: dict[str, Any]) -> None:
    read_ = article(document)

    kept = {i for s, e in read_.ranges for i in range(s, e) if not read_.text[i].isspace()}
    furniture = places(read_.text, document["boilerplate_blocks"])
    assert kept == places(read_.text, document["content_blocks"]) - furniture


@pytest.mark.parametrize("document", BLOCKED)
def test_the_title_is_the_gold_title(document: dict[str, Any]) -> None:
    assert article(document).title == document["title"]["text"]


@pytest.mark.parametrize("document", [pytest.param(d, id=d["id"]) for d in documents()])
def test_the_text_is_the_file(document: dict[str, Any]) -> None:
    with (SHARED / "seeds" / document["file"]).open(encoding="utf-8", newline="") as file:
        assert article(document).text == file.read()
