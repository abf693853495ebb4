"""Who says what a headline says, told by a colon, a dash or a verb put last, through the real pipeline."""

from __future__ import annotations

import pytest
from whole import read

pytestmark = pytest.mark.model

TOLD = [
    ("Police: Driver was drunk", "police", "Driver was drunk"),
    ("Nine hurt in mill blast: officials", "officials", "Nine hurt in mill blast"),
    ("Old bridge is unsafe – expert", "expert", "Old bridge is unsafe"),
    ("Minister quits over loan, say aides", "aides", "Minister quits over loan"),
    ("Poll: Voters want lower taxes", "poll", "Voters want lower taxes"),
    ("Holm on the strike: “It has to end”", "Holm", "It has to end"),
]
UNTOLD = [
    "Analysis: The pier may never be rebuilt",
    "Video: How the pier fell",
    "The pier fell for one reason: rust.",
    "Ferry sinks off Fiji – eleven missing",
]


@pytest.mark.parametrize(("text", "speaker", "content"), TOLD)
def test_a_headline_names_its_source(text: str, speaker: str, content: str) -> None:
    found = read(text)
    names = {e.id: e.name for e in found.entities}

    assert (names[found.statements[0].speaker], found.statements[0].content.quote) == (speaker, content)


@pytest.mark.parametrize("text", UNTOLD)
def test_what_stands_before_a_colon_or_behind_a_dash_need_not_speak(text: str) -> None:
    assert not [s for s in read(text).statements if s.cue.quote in {":", "–"}]
