"""What invented stories dispute is found with its reason, and what they only seem to dispute is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from disputes import STORIES, Story

from kgraph.comparison import disputes
from kgraph.pipeline import build

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_notes_of_a_story_contradict_each_other_where_they_do(story: Story, tmp_path: Path) -> None:
    for number, note in enumerate(story.notes):
        head = f"---\ntitle: {note.title}\noutlet: {note.outlet}\ndate: {note.date}\n---\n{note.title}\n\n"
        (tmp_path / f"{number}.txt").write_text(head + note.text + "\n", encoding="utf-8")

    found = disputes(build(tmp_path))

    assert tuple(sorted({c.reason for c in found})) == story.reasons
