"""Who takes part in an event beyond subject and object, from the shipped rules over parses written by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from extraction.byhand import article, parse
from kgraph.extraction.events import events
from kgraph.extraction.grounding import Grounding
from kgraph.model import Entity, Event
from kgraph.schema import Schema

SCHEMA = Schema.load()
COUNTRY = ("schema:Country", "schema:Place")
PERSON = ("schema:Person",)
GROUP = ("foaf:Group",)
CITY = ("schema:City", "schema:Place")
AMONG = (
    "Among:ADP:IN:2:case those:PRON:DT:5:nsubj detained=detain:VERB:VBN:2:acl is=be:AUX:VBZ:5:cop"
    " Vale:PROPN:NNP:0:ROOT .:PUNCT:.:5:punct"
)
TOOK_PART = (
    "Guards=guard:NOUN:NNS:2:nsubj took=take:VERB:VBD:0:ROOT part:NOUN:NN:2:obj in:ADP:IN:6:case the:DET:DT:6:det"
    " fighting:NOUN:NN:2:obl .:PUNCT:.:2:punct"
)
TANKS = (
    "Its=its:PRON:PRP$:2:nmod:poss tanks=tank:NOUN:NNS:3:nsubj entered=enter:VERB:VBD:0:ROOT Chile:PROPN:NNP:3:obj"
    " .:PUNCT:.:3:punct"
)
SPLIT = (
    "Peru:PROPN:NNP:2:nsubj has=have:AUX:VBZ:4:aux not:PART:RB:4:advmod invaded=invade:VERB:VBN:0:ROOT"
    " Chile:PROPN:NNP:4:obj .:PUNCT:.:4:punct"
)
PRAISED = (
    "Peru:PROPN:NNP:2:nsubj praised=praise:VERB:VBD:0:ROOT the:DET:DT:4:det decision:NOUN:NN:2:obj to:PART:TO:6:mark"
    " invade:VERB:VB:4:acl Chile:PROPN:NNP:6:obj .:PUNCT:.:2:punct"
)
AIM = (
    "Peru:PROPN:NNP:2:nsubj waited=wait:VERB:VBD:0:ROOT to:PART:TO:4:mark invade:VERB:VB:2:advcl Chile:PROPN:NNP:4:obj"
    " .:PUNCT:.:2:punct"
)
ERUPTED = (
    "Riots=riot:NOUN:NNS:2:nsubj erupted=erupt:VERB:VBD:0:ROOT in:ADP:IN:4:case Lima:PROPN:NNP:2:obl .:PUNCT:.:2:punct"
)
SPREAD = (
    "Riots=riot:NOUN:NNS:2:nsubj spread=spread:VERB:VBD:0:ROOT to:ADP:IN:4:case Lima:PROPN:NNP:2:obl .:PUNCT:.:2:punct"
)
ROCKED = "Riots=riot:NOUN:NNS:2:nsubj rocked=rock:VERB:VBD:0:ROOT Lima:PROPN:NNP:2:obj .:PUNCT:.:2:punct"
WORRIED = (
    "Riots=riot:NOUN:NNS:2:nsubj worried=worry:VERB:VBD:0:ROOT people:NOUN:NNS:2:obj in:ADP:IN:5:case"
    " Lima:PROPN:NNP:2:obl .:PUNCT:.:2:punct"
)
FROM = (
    "Units=unit:NOUN:NNS:4:nsubj from:ADP:IN:3:case Ghana:PROPN:NNP:1:nmod entered=enter:VERB:VBD:0:ROOT"
    " Chile:PROPN:NNP:4:obj .:PUNCT:.:4:punct"
)
DESCRIBED = (
    "Guards=guard:NOUN:NNS:2:nsubj killed=kill:VERB:VBD:0:ROOT a:DET:DT:4:det baker:NOUN:NN:2:obj ,:PUNCT:,:6:punct"
    " Vale:PROPN:NNP:4:appos .:PUNCT:.:2:punct"
)
APPROVED = (
    "Peru:PROPN:NNP:2:nsubj approved=approve:VERB:VBD:0:ROOT a:DET:DT:4:det request:NOUN:NN:2:obj for:ADP:IN:6:case"
    " troops=troops:NOUN:NNS:4:nmod .:PUNCT:.:2:punct"
)


def read(sentence: str, **known: tuple[str, ...]) -> list[Event]:
    doc = parse(sentence)
    entities = {name: Entity(name, types, name) for name, types in known.items()}
    tokens = {t.i: t.text for t in doc if t.text in known}
    return list(events(doc, article(doc), SCHEMA, Grounding(entities, tokens)))


def test_among_those_detained_is_whom_it_was_done_to() -> None:
    (event,) = read(AMONG, Vale=PERSON)

    assert event.roles == (("schema:object", "Vale"),)


def test_who_takes_part_in_what_a_noun_names_is_its_agent() -> None:
    (event,) = read(TOOK_PART, Guards=GROUP)

    assert (event.trigger.quote, event.roles) == ("fighting", (("schema:agent", "Guards"),))


@pytest.mark.parametrize("sentence", [ERUPTED, SPREAD, ROCKED])
def test_a_noun_of_event_is_where_its_verb_says_that_it_takes_place(sentence: str) -> None:
    (event,) = read(sentence, Lima=CITY)

    assert event.roles == (("schema:location", "Lima"),)


def test_where_it_is_felt_is_not_where_it_takes_place() -> None:
    assert all(("schema:location", "Lima") not in e.roles for e in read(WORRIED, Lima=CITY, people=GROUP))


def test_forces_act_for_where_they_are_from() -> None:
    (event,) = read(FROM, Units=GROUP, Ghana=COUNTRY, Chile=COUNTRY)

    assert {("schema:agent", "Units"), ("schema:agent", "Ghana")} <= set(event.roles)


def test_a_description_with_a_name_behind_it_is_whom_it_names() -> None:
    (event,) = read(DESCRIBED, Guards=GROUP, Vale=PERSON)

    assert ("schema:object", "Vale") in event.roles


def test_an_arm_without_a_name_acts_for_its_owner() -> None:
    (event,) = read(TANKS, Its=COUNTRY, Chile=COUNTRY)

    assert ("schema:agent", "Its") in event.roles


def test_a_subject_on_an_auxiliary_that_was_split_off_is_still_the_agent() -> None:
    (event,) = read(SPLIT, Peru=COUNTRY, Chile=COUNTRY)

    assert ("schema:agent", "Peru") in event.roles
    assert event.factuality == "negative"


def test_who_praises_a_decision_has_no_part_in_what_is_decided() -> None:
    found = {e.trigger.quote: dict(e.roles) for e in read(PRAISED, Peru=COUNTRY, Chile=COUNTRY)}

    assert found["praised"]["schema:agent"] == "Peru"
    assert "schema:agent" not in found.get("invade", {})


def test_an_aim_is_no_event() -> None:
    assert read(AIM, Peru=COUNTRY, Chile=COUNTRY) == []


def test_among_those_detained_is_also_whom_a_parser_takes_for_the_name_of_the_place_of_work() -> None:
    doc = parse(
        "Among:ADP:IN:2:case those:PRON:DT:6:obl detained=detain:VERB:VBN:2:amod is=be:AUX:VBZ:6:cop the:DET:DT:6:det"
        " head:NOUN:NN:0:ROOT of:ADP:IN:8:case customs:NOUN:NN:6:nmod ,:PUNCT:,:10:punct Vale:PROPN:NNP:8:appos"
    )
    doc.ents = [Span(doc, 9, 10, label="PERSON")]
    grounding = Grounding({"Vale": Entity("Vale", PERSON, "Vale")}, {9: "Vale"})
    (event,) = events(doc, article(doc), SCHEMA, grounding)

    assert event.roles == (("schema:object", "Vale"),)


SAID_IN = (
    "Vale:PROPN:NNP:3:nsubj has=have:AUX:VBZ:3:aux resigned=resign:VERB:VBN:8:ccomp ,:PUNCT:,:3:punct the:DET:DT:6:det"
    " ministry:NOUN:NN:8:nsubj in:ADP:IN:9:case said=say:VERB:VBD:0:ROOT Lima:PROPN:NNP:3:obl"
)


def test_where_somebody_says_so_is_not_where_it_took_place() -> None:
    (event,) = read(SAID_IN, Vale=PERSON, Lima=CITY)

    assert dict(event.roles) == {"schema:agent": "Vale"}


def test_who_approves_a_request_is_whom_it_was_made_to() -> None:
    requests = [e for e in read(APPROVED, Peru=COUNTRY) if e.type.startswith("REQUEST")]

    assert [e.roles for e in requests] == [(("schema:recipient", "Peru"),)]
