"""What happened, to whom, when and where, from the shipped rules over parses written by hand."""

from __future__ import annotations

from extraction.byhand import article, parse, word
from kgraph.extraction.events import events
from kgraph.extraction.grounding import Grounding
from kgraph.model import Entity, Event, Evidence, Mention
from kgraph.schema import Schema

SCHEMA = Schema.load()
COUNTRY = ("schema:Country", "schema:Place")
PERSON = ("schema:Person",)
GROUP = ("foaf:Group",)
ARREST = (
    "On:ADP:IN:2:case Friday:PROPN:NNP:6:obl ,:PUNCT:,:6:punct Peru:PROPN:NNP:6:nsubj had=have:AUX:VBD:6:aux"
    " arrested=arrest:VERB:VBN:0:ROOT 40:NUM:CD:8:nummod monks=monk:NOUN:NNS:6:obj in:ADP:IN:10:case"
    " Lima:PROPN:NNP:6:obl .:PUNCT:.:6:punct"
)
TALKS = (
    "Peru:PROPN:NNP:2:nsubj held=hold:VERB:VBD:0:ROOT talks=talk:NOUN:NNS:2:obj with:ADP:IN:5:case"
    " Chile:PROPN:NNP:3:nmod .:PUNCT:.:2:punct"
)
SANCTIONS = (
    "Peru:PROPN:NNP:2:nsubj imposed=impose:VERB:VBD:0:ROOT sanctions=sanction:NOUN:NNS:2:obj on:ADP:IN:5:case"
    " Chile:PROPN:NNP:2:obl .:PUNCT:.:2:punct"
)
NOT_INVADED = (
    "Peru:PROPN:NNP:4:nsubj has=have:AUX:VBZ:4:aux not:PART:RB:4:advmod invaded=invade:VERB:VBN:0:ROOT"
    " Chile:PROPN:NNP:4:obj .:PUNCT:.:4:punct"
)
NOMINAL = (
    "The:DET:DT:2:det invasion:NOUN:NN:5:nsubj of:ADP:IN:4:case Chile:PROPN:NNP:2:nmod failed=fail:VERB:VBD:0:ROOT"
    " .:PUNCT:.:5:punct"
)
GENERIC = "Invasion:NOUN:NN:3:nsubj is=be:AUX:VBZ:3:cop wrong:ADJ:JJ:0:ROOT .:PUNCT:.:3:punct"


def read(sentence: str, published: str = "2022-01-09", **known: tuple[str, ...]) -> list[Event]:
    doc = parse(sentence)
    entities = {name: Entity(name, types, name) for name, types in known.items()}
    tokens = {t.i: t.text for t in doc if t.text in known}
    return list(events(doc, article(doc, published), SCHEMA, Grounding(entities, tokens)))


def test_a_verb_gives_its_event_roles_time_place_and_figures() -> None:
    (event,) = read(ARREST, Peru=COUNTRY, monks=GROUP, Lima=("schema:City", "schema:Place"))

    assert (event.type, event.trigger.quote, event.factuality) == ("COERCE-arrest", "arrested", "")
    assert event.roles == (("schema:agent", "Peru"), ("schema:object", "monks"), ("schema:location", "Lima"))
    assert event.time is not None
    assert event.time.start == "2022-01-07"
    assert [(f.property, f.value) for f in event.figures] == [("kg:detained", 40)]


def test_the_sentence_is_the_evidence_of_an_event() -> None:
    (event,) = read(ARREST, Peru=COUNTRY)

    assert event.evidence.quote == parse(ARREST).text


def test_a_light_verb_and_its_noun_are_one_event_the_nouns() -> None:
    (event,) = read(TALKS, Peru=COUNTRY, Chile=COUNTRY)

    assert (event.type, event.trigger.quote) == ("CONSULT", "talks")
    assert event.roles == (("schema:agent", "Peru"), ("schema:recipient", "Chile"))


def test_a_verb_and_a_noun_of_one_type_are_one_event_the_verbs() -> None:
    (event,) = read(SANCTIONS, Peru=COUNTRY, Chile=COUNTRY)

    assert (event.type, event.trigger.quote) == ("SANCTION", "imposed")


def test_a_denied_event_is_an_event_that_is_not_asserted() -> None:
    (event,) = read(NOT_INVADED, Peru=COUNTRY, Chile=COUNTRY)

    assert (event.type, event.factuality) == ("ASSAULT", "negative")


def test_what_an_invaded_country_undergoes_also_happens_there() -> None:
    (event,) = read(NOMINAL, Chile=COUNTRY)

    assert event.type == "ASSAULT"
    assert event.roles == (("schema:object", "Chile"), ("schema:location", "Chile"))


def test_a_noun_without_anybody_time_or_place_is_a_topic_and_no_event() -> None:
    assert read(GENERIC) == []


def test_an_event_with_a_name_of_its_own_is_found_by_it() -> None:
    doc = parse(
        "They:PRON:PRP:2:nsubj recalled=recall:VERB:VBD:0:ROOT the:DET:DT:5:det Prague:PROPN:NNP:5:compound"
        " Spring:PROPN:NNP:2:obj .:PUNCT:.:2:punct"
    )
    text, spring = article(doc), word(doc, "Spring")
    start, end = word(doc, "Prague").idx, spring.idx + len(spring)
    passage = Evidence(text.id, start, end, doc.text[start:end])
    mention = Mention("e1", "name", passage, (spring.idx, end))
    grounding = Grounding({"e1": Entity("e1", ("sem:Event",), "Prague Spring")}, {3: "e1", 4: "e1"}, (mention,))

    (event,) = events(doc, text, SCHEMA, grounding)

    assert (event.name, event.trigger.quote) == ("e1", "Prague Spring")


def test_events_come_in_the_order_of_the_text() -> None:
    both = [e.trigger.start for e in read(NOMINAL.replace("failed=fail", "killed=kill"), Chile=COUNTRY)]

    assert both == sorted(both)
