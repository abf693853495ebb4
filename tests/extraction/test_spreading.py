"""How far something spread that a sentence before tells of, from the shipped rules over parses written by hand."""

from __future__ import annotations

from extraction.byhand import article, parse
from kgraph.extraction.events import events
from kgraph.extraction.grounding import Grounding
from kgraph.model import Entity, Event
from kgraph.schema import Schema

SCHEMA = Schema.load()
CITY = ("schema:City", "schema:Place")
SPREAD = (
    "Riots=riot:NOUN:NNS:2:nsubj erupted=erupt:VERB:VBD:0:ROOT in:ADP:IN:4:case Lima:PROPN:NNP:2:obl .:PUNCT:.:2:punct"
    " They:PRON:PRP:7:nsubj spread=spread:VERB:VBD:7:ROOT to:ADP:IN:9:case Cusco:PROPN:NNP:7:obl and:CCONJ:CC:13:cc"
    " then:ADV:RB:13:orphan to:ADP:IN:13:case Puno:PROPN:NNP:7:conj .:PUNCT:.:7:punct"
)
FLOWN = (
    "Troops=troop:NOUN:NNS:3:nsubj:pass were=be:AUX:VBD:3:aux:pass deployed=deploy:VERB:VBN:0:ROOT in:ADP:IN:5:case"
    " centres=centre:NOUN:NNS:3:obl of:ADP:IN:7:case unrest:NOUN:NN:5:nmod –:PUNCT:,:9:punct Lima:PROPN:NNP:7:appos"
    " and:CCONJ:CC:12:cc the:DET:DT:12:det port:NOUN:NN:7:conj ,:PUNCT:,:14:punct Callao:PROPN:NNP:12:nmod"
    " .:PUNCT:.:3:punct"
)


def read(sentence: str, *cities: str, pronoun: bool = True) -> list[Event]:
    doc = parse(sentence)
    doc.ents = tuple(doc.char_span(t.idx, t.idx + len(t), label="GPE") for t in doc if t.text in cities)
    if pronoun and any(t.text == "They" for t in doc):
        doc.spans["coref_clusters_1"] = [doc[0:1], doc[5:6]]
    entities = {name: Entity(name, CITY, name) for name in cities}
    tokens = {t.i: t.text for t in doc if t.text in cities}
    return list(events(doc, article(doc), SCHEMA, Grounding(entities, tokens)))


def test_what_a_pronoun_takes_up_happens_where_it_spread_to() -> None:
    found = {e.trigger.quote: e for e in read(SPREAD, "Lima", "Cusco", "Puno")}

    assert found["spread"].type == found["Riots"].type
    assert found["spread"].roles == (("schema:location", "Cusco"), ("schema:location", "Puno"))


def test_a_pronoun_that_stands_for_no_event_spreads_nothing() -> None:
    assert [e.trigger.quote for e in read(SPREAD, "Lima", "Cusco", "Puno", pronoun=False)] == ["Riots"]


def test_all_places_of_a_list_beside_a_noun_are_where_it_happens() -> None:
    found = {e.trigger.quote: e for e in read(FLOWN, "Lima", "Callao")}

    assert {id for role, id in found["deployed"].roles if role == "schema:location"} == {"Lima", "Callao"}
