"""What a text calls wrong is denied by the text: myths, false claims, reports far from the truth."""

from __future__ import annotations

import pytest

from extraction.byhand import parse, word
from kgraph.extraction.factuality import factuality
from kgraph.schema import Schema

SCHEMA = Schema.load()

THAT = "that:SCONJ:IN:{verb}:mark Peru:PROPN:NNP:{verb}:nsubj attacked=attack:VERB:VBD:{over}:{link} Chile:PROPN:NNP:{verb}:obj"
CLAIM = (
    "The:DET:DT:2:det claim:NOUN:NN:{root}:nsubj "
    + THAT.format(verb=5, over=2, link="acl")
    + " is=be:AUX:VBZ:{root}:cop"
)
FALSE = CLAIM.format(root=8) + " false:ADJ:JJ:0:ROOT"
MAY_BE_FALSE = (
    CLAIM.format(root=9).replace("is=be:AUX:VBZ:9:cop", "may:AUX:MD:9:aux be:AUX:VB:9:cop") + " false:ADJ:JJ:0:ROOT"
)
TRUE = CLAIM.format(root=8) + " true:ADJ:JJ:0:ROOT"
NOT_FALSE = CLAIM.format(root=9) + " not:PART:RB:9:advmod false:ADJ:JJ:0:ROOT"
FAR_FROM_TRUE = CLAIM.format(root=10) + " far:ADV:RB:10:advmod from:ADP:IN:10:case true:ADJ:JJ:0:ROOT"
FALSE_CLAIM = (
    "The:DET:DT:3:det false:ADJ:JJ:3:amod claim:NOUN:NN:8:nsubj "
    + THAT.format(verb=6, over=3, link="acl")
    + " spread:VERB:VBD:0:ROOT"
)
PLAIN_CLAIM = FALSE_CLAIM.replace("false:ADJ", "first:ADJ")
MYTH = "It:PRON:PRP:4:expl is=be:AUX:VBZ:4:cop a:DET:DT:4:det myth:NOUN:NN:0:ROOT " + THAT.format(
    verb=7, over=4, link="csubj"
)
TRAGEDY = MYTH.replace("myth", "tragedy")
NOT_TRUE = "It:PRON:PRP:4:expl is=be:AUX:VBZ:4:cop not:PART:RB:4:advmod true:ADJ:JJ:0:ROOT " + THAT.format(
    verb=7, over=4, link="csubj"
)
DISMISSED = "Peru:PROPN:NNP:2:nsubj dismissed=dismiss:VERB:VBD:0:ROOT reports=report:NOUN:NNS:2:obj " + THAT.format(
    verb=6, over=3, link="acl"
)
PUBLISHED = DISMISSED.replace("dismissed=dismiss", "published=publish")


CLAIMS = (
    "Claims=claim:VERB:VBZ:0:ROOT "
    + THAT.format(verb=4, over=1, link="ccomp")
    + " are=be:AUX:VBP:7:cop nonsense:NOUN:NN:1:ccomp"
)
THAT_IS_FALSE = THAT.format(verb=3, over=6, link="csubj") + " is=be:AUX:VBZ:6:cop false:ADJ:JJ:0:ROOT"


@pytest.mark.parametrize(
    "sentence", [CLAIMS, THAT_IS_FALSE, FALSE, FAR_FROM_TRUE, FALSE_CLAIM, MYTH, NOT_TRUE, DISMISSED]
)
def test_what_is_called_wrong_is_denied(sentence: str) -> None:
    assert factuality(word(parse(sentence), "attacked"), SCHEMA)[0] == "negative"


@pytest.mark.parametrize("sentence", [TRUE, NOT_FALSE, MAY_BE_FALSE, PLAIN_CLAIM, TRAGEDY, PUBLISHED])
def test_what_may_be_wrong_or_is_only_regretted_is_not_denied(sentence: str) -> None:
    assert factuality(word(parse(sentence), "attacked"), SCHEMA)[0] != "negative"
