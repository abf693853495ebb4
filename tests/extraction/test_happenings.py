"""Which words tell of something that happens."""

from __future__ import annotations

import pytest

from extraction.byhand import parse
from kgraph.extraction.happenings import happenings
from kgraph.schema import Schema

SCHEMA = Schema.load()


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        ("Bakers=baker:NOUN:NNS:2:nsubj sang=sing:VERB:VBD:0:ROOT .:PUNCT:.:2:punct", ["sang"]),
        ("The:DET:DT:2:det flood=flood:NOUN:NN:0:ROOT of:ADP:IN:4:case May:PROPN:NNP:2:nmod", ["flood"]),
        ("Bread=bread:NOUN:NN:3:nsubj is=be:AUX:VBZ:3:cop dear=dear:ADJ:JJ:0:ROOT", ["is"]),
        ("The:DET:DT:3:det existing=exist:VERB:VBG:3:amod law=law:NOUN:NN:0:ROOT", []),
    ],
)
def test_verbs_and_nouns_of_event_tell_of_something(tokens: str, found: list[str]) -> None:
    assert [span.text for span in happenings(parse(tokens), SCHEMA)] == found
