"""Tabloid, agency, interview and live blog: who says what in their ways of telling it, through the real pipeline."""

from __future__ import annotations

import pytest
from whole import SCHEMA, pipeline

from kgraph.annotation import annotate
from kgraph.extraction import extract
from kgraph.model import Article, Extraction

pytestmark = pytest.mark.model

TOLD = [
    ("The tourists have told how they leapt into the sea.", "tourists", "how they leapt into the sea"),
    ("Mary Whelan sobbed: “We thought that we would drown.”", "Mary Whelan", "We thought that we would drown."),
    ("Chief exec Mark Palmer, 55, fumed: “Our crew did all they could.”", "Mark Palmer", "Our crew did all they could."),
    ("Police have fired tear gas at a crowd in Cusco, local radio reports.", "radio", "Police have fired tear gas at a crowd in Cusco"),
    ("18:05 Mark Palmer: ‘This is theft’", "Mark Palmer", "This is theft"),
    ("The mayor was quoted as saying that the pier was safe.", "mayor", "the pier was safe"),
    ("The pier will be sold, the Globe reported, citing two people familiar with the matter.", "Globe", "two people familiar with the matter"),
    ("“The river rose in an hour, and we lost it all.”― Mary Whelan", "Mary Whelan", "The river rose in an hour, and we lost it all."),
    ("”The river rose in an hour,” Mary Whelan said.", "Mary Whelan", "The river rose in an hour"),
    ("The mayor added:\n\nThe river rose in an hour.", "mayor", "The river rose in an hour."),
    ("The mill is shut, and the meeting ended there, said one source in the room.", "source", "The mill is shut, and the meeting ended there"),
    ("One of them told me that the dams had been filled too fast.", "one", "the dams had been filled too fast"),
]  # fmt: skip
TWO_SOURCES = "The blast started a fire, according to witnesses and state television."
LATER_SOURCE = "Both sides said they would wait, although a member of one team tweeted that the count was rigged."
ASKED = "Asked whether she was afraid, she shrugged."
INTERVIEW = """The river belongs to nobody

Marta Lindqvist has spent thirty years on the Mekong. Lindqvist spoke to us about dams.

Q: Will Laos stop building?

A: No. The prime minister broke his word."""


def told(text: str) -> tuple[Extraction, list[tuple[str, str]]]:
    ends = [m for m, c in enumerate(text + "\n") if c == "\n"]
    starts = [0, *(e + 1 for e in ends[:-1])]
    ranges = tuple((s, e) for s, e in zip(starts, ends, strict=True) if e > s)
    article = Article(path="example.txt", text=text, ranges=ranges, published="2022-01-10")
    found = extract(annotate(article, pipeline()), article, SCHEMA)
    names = {e.id: e.name for e in found.entities}
    return found, [(names[s.speaker], s.content.quote) for s in found.statements]


@pytest.mark.parametrize(("text", "speaker", "content"), TOLD)
def test_a_way_of_telling_has_its_speaker_and_content(text: str, speaker: str, content: str) -> None:
    assert any(speaker in who and what == content for who, what in told(text)[1]), told(text)[1]


def test_two_sources_behind_one_preposition_are_two_statements() -> None:
    assert len(told(TWO_SOURCES)[1]) == 2


def test_a_later_clause_with_a_source_of_its_own_is_not_the_first_one_s_word() -> None:
    assert [what for _, what in told(LATER_SOURCE)[1]] == ["they would wait", "the count was rigged"]


def test_who_is_asked_says_nothing_yet() -> None:
    assert told(ASKED)[1] == []


def test_answers_are_the_word_of_whom_the_interview_is_with() -> None:
    found, said = told(INTERVIEW)

    assert ("Marta Lindqvist", "No. The prime minister broke his word.") in said
    assert not any(e.trigger.quote == "building" and not e.statement for e in found.events)
