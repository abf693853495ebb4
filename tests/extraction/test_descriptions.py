"""Of what kind events are said to be, and what brought them about, on parses built by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from extraction.byhand import article, parse
from kgraph.extraction.descriptions import descriptions
from kgraph.extraction.grounding import Grounding
from kgraph.model import Description, Entity, Event, Evidence, Factuality
from kgraph.schema import Schema

SCHEMA = Schema.load()
COPULA = (
    "The:DET:DT:2:det riots=riot:NOUN:NNS:4:nsubj were=be:AUX:VBD:4:cop spontaneous:ADJ:JJ:0:ROOT .:PUNCT:.:4:punct"
)
DENIED = (
    "The:DET:DT:2:det riots=riot:NOUN:NNS:5:nsubj were=be:AUX:VBD:5:cop not:PART:RB:5:advmod "
    "spontaneous:ADJ:JJ:0:ROOT .:PUNCT:.:5:punct"
)
TAKEN_UP = (
    "The:DET:DT:2:det riots=riot:NOUN:NNS:3:nsubj spread=spread:VERB:VBD:0:ROOT but:CCONJ:CC:7:cc it:PRON:PRP:7:nsubj "
    "looked=look:VERB:VBD:3:conj planned=plan:VERB:VBN:6:xcomp .:PUNCT:.:3:punct"
)
ATTRIBUTE = (
    "Spontaneous:ADJ:JJ:2:amod riots=riot:NOUN:NNS:3:nsubj shook=shake:VERB:VBD:0:ROOT Tarn:PROPN:NNP:3:obj "
    ".:PUNCT:.:3:punct"
)
PARTIAL = ATTRIBUTE.replace("Spontaneous", "Violent")
BEHIND = (
    "The:DET:DT:2:det riots=riot:NOUN:NNS:4:nsubj:pass were=be:AUX:VBD:4:aux:pass incited=incite:VERB:VBN:0:ROOT "
    "by:ADP:IN:6:case exiles=exile:NOUN:NNS:4:obl:agent .:PUNCT:.:4:punct"
)
OVER = (
    "Riots=riot:NOUN:NNS:5:nsubj over:ADP:IN:4:case bread:NOUN:NN:4:compound prices=price:NOUN:NNS:1:nmod "
    "shook=shake:VERB:VBD:0:ROOT Tarn:PROPN:NNP:5:obj .:PUNCT:.:5:punct"
)
SET_OFF = (
    "A:DET:DT:3:det bread:NOUN:NN:3:compound tax:NOUN:NN:4:nsubj sparked=spark:VERB:VBD:0:ROOT the:DET:DT:6:det "
    "riots=riot:NOUN:NNS:4:obj .:PUNCT:.:4:punct"
)
STEP = (
    "It:PRON:PRP:2:nsubj raised=raise:VERB:VBD:0:ROOT fares=fare:NOUN:NNS:2:obj ,:PUNCT:,:6:punct a:DET:DT:6:det "
    "step:NOUN:NN:3:appos that:PRON:WDT:8:nsubj sparked=spark:VERB:VBD:6:acl:relcl riots=riot:NOUN:NNS:8:obj "
    ".:PUNCT:.:2:punct"
)
BECAME = (
    "The:DET:DT:2:det riots=riot:NOUN:NNS:3:nsubj became=become:VERB:VBD:0:ROOT a:DET:DT:5:det "
    "revolution:NOUN:NN:3:xcomp .:PUNCT:.:3:punct"
)

AMOUNTS = (
    "The:DET:DT:2:det riots=riot:NOUN:NNS:3:nsubj amount:VERB:VBP:0:ROOT to:ADP:IN:6:case a:DET:DT:6:det "
    "coup:NOUN:NN:3:obl .:PUNCT:.:3:punct"
)
SEEN_AS = (
    "The:DET:DT:2:det riots=riot:NOUN:NNS:4:nsubj:pass are=be:AUX:VBP:4:aux:pass seen=see:VERB:VBN:0:ROOT "
    "as:ADP:IN:7:case a:DET:DT:7:det coup:NOUN:NN:4:obl .:PUNCT:.:4:punct"
)


def riots(doc: Doc, factuality: Factuality) -> Event:
    token = next(t for t in doc if t.lemma_ == "riot")
    trigger = Evidence("a", token.idx, token.idx + len(token), token.text)
    return Event(
        "v1", "PROTEST-riot", trigger, Evidence("a", 0, len(doc.text), doc.text), "riot", factuality=factuality
    )


def found(text: str, factuality: Factuality = "") -> list[Description]:
    doc = parse(text)
    exiles = {t.i: "n1" for t in doc if t.text == "exiles"}
    grounding = Grounding({"n1": Entity("n1", ("foaf:Group",), "exiles", named=False)}, exiles)
    return list(descriptions(doc, article(doc), SCHEMA, grounding, [riots(doc, factuality)]))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (COPULA, "kg:describedAs", "spontaneous"),
        (TAKEN_UP, "kg:describedAs", "organised"),
        (ATTRIBUTE, "kg:describedAs", "spontaneous"),
        (AMOUNTS, "kg:describedAs", "coup"),
        (SEEN_AS, "kg:describedAs", "coup"),
        (BEHIND, "kg:instigatedBy", "n1"),
        (OVER, "kg:causedBy", "bread prices"),
        (SET_OFF, "kg:causedBy", "bread tax"),
        (STEP, "kg:causedBy", "fares"),
    ],
    ids=["copula", "pronoun", "attribute", "amounts", "seen as", "passive", "over", "active", "apposition"],
)
def test_an_event_is_described(text: str, name: str, value: str) -> None:
    assert [(d.event, d.property, d.value.value) for d in found(text)] == [("v1", name, value)]


def test_what_something_is_only_seen_as_is_no_more_than_probable() -> None:
    [description] = found(SEEN_AS)

    assert (description.factuality, description.hedge) == ("probable", "seen as")


def test_a_kind_may_be_denied() -> None:
    [description] = found(DENIED)

    assert description.factuality == "negative"


def test_what_may_be_true_of_a_part_describes_no_whole_as_an_attribute() -> None:
    assert found(PARTIAL) == []


def test_what_an_event_turned_into_is_not_what_it_was() -> None:
    assert found(BECAME) == []


def test_an_event_that_only_may_happen_is_described_no_surer() -> None:
    assert [d.factuality for d in found(COPULA, "future")] == ["future"]
    assert found(ATTRIBUTE, "future") == []
