"""How long an event went on, from the shipped rules over parses written by hand."""

from __future__ import annotations

import pytest

from extraction.byhand import article, parse, word
from kgraph.extraction.durations import duration
from kgraph.extraction.predicates import is_passive
from kgraph.schema import Schema

WORDS = Schema.load().words
FOR = (
    "Rebels=rebel:NOUN:NNS:2:nsubj held=hold:VERB:VBD:0:ROOT Lima:PROPN:NNP:2:obj for:ADP:IN:6:case five:NUM:CD:6:nummod"
    " days=day:NOUN:NNS:2:obl .:PUNCT:.:2:punct"
)
LASTED = "Riots=riot:NOUN:NNS:2:nsubj lasted=last:VERB:VBD:0:ROOT a:DET:DT:4:det week:NOUN:NN:2:obl:unmarked .:PUNCT:.:2:punct"
AGO = (
    "Rebels=rebel:NOUN:NNS:2:nsubj held=hold:VERB:VBD:0:ROOT Lima:PROPN:NNP:2:obj two:NUM:CD:5:nummod"
    " weeks=week:NOUN:NNS:6:obl:unmarked ago:ADV:RB:2:advmod .:PUNCT:.:2:punct"
)
TIME = (
    "Rebels=rebel:NOUN:NNS:2:nsubj held=hold:VERB:VBD:0:ROOT Lima:PROPN:NNP:2:obj for:ADP:IN:6:case the:DET:DT:6:det"
    " day:NOUN:NN:2:obl .:PUNCT:.:2:punct"
)
CUT = (
    "The:DET:DT:2:det line:NOUN:NN:8:nsubj ,:PUNCT:,:4:punct cut:VERB:VB:2:acl in:ADP:IN:6:case Lima:PROPN:NNP:4:obl"
    " ,:PUNCT:,:4:punct rusts=rust:VERB:VBZ:0:ROOT .:PUNCT:.:8:punct"
)


def read(sentence: str, trigger: str) -> str:
    doc = parse(sentence)
    found = duration(word(doc, trigger), article(doc), WORDS["figures"], WORDS["events"]["lasting"])
    return found[0].value if found is not None else ""


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [(FOR, "held", "P5D"), (LASTED, "Riots", "P1W"), (AGO, "held", ""), (TIME, "held", "")],
)
def test_how_long_an_event_went_on_is_told_behind_for_or_a_verb_of_lasting(
    sentence: str, trigger: str, expected: str
) -> None:
    assert read(sentence, trigger) == expected


def test_a_participle_that_looks_like_its_infinitive_is_passive_behind_its_noun() -> None:
    assert is_passive(word(parse(CUT), "cut"))
