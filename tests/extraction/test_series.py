"""Several dates and places of one event word, from the shipped rules over parses written by hand."""

from __future__ import annotations

from extraction.byhand import article, parse
from kgraph.extraction.events import events
from kgraph.extraction.grounding import Grounding
from kgraph.model import Entity, Event
from kgraph.schema import Schema

SCHEMA = Schema.load()
TYPES = {"Peru": ("schema:Country", "schema:Place"), "Chile": ("schema:Country", "schema:Place")}
TYPES |= {"Ruiz": ("schema:Person",), "Lima": ("schema:City", "schema:Place"), "Cusco": ("schema:City", "schema:Place")}
LISTED = (
    "Ruiz:PROPN:NNP:3:nsubj:pass was=be:AUX:VBD:3:aux:pass arrested=arrest:VERB:VBN:0:ROOT in:ADP:IN:5:case"
    " 2001:NUM:CD:3:obl and:CCONJ:CC:7:cc 2005:NUM:CD:5:conj .:PUNCT:.:3:punct"
)
PLACED = (
    "Ruiz:PROPN:NNP:3:nsubj:pass was=be:AUX:VBD:3:aux:pass arrested=arrest:VERB:VBN:0:ROOT in:ADP:IN:5:case"
    " Lima:PROPN:NNP:3:obl in:ADP:IN:7:case 2001:NUM:CD:3:obl and:CCONJ:CC:10:cc in:ADP:IN:10:case"
    " Cusco:PROPN:NNP:5:conj in:ADP:IN:12:case 2005:NUM:CD:10:nmod .:PUNCT:.:3:punct"
)
NEXT = (
    "Ruiz:PROPN:NNP:3:nsubj:pass was=be:AUX:VBD:3:aux:pass arrested=arrest:VERB:VBN:0:ROOT in:ADP:IN:5:case"
    " 2001:NUM:CD:3:obl and:CCONJ:CC:10:cc in:ADP:IN:8:case 2005:NUM:CD:10:obl was=be:AUX:VBD:10:aux:pass"
    " shot=shoot:VERB:VBN:3:conj .:PUNCT:.:3:punct"
)
REFUSED = (
    "Peru:PROPN:NNP:2:nsubj refused=refuse:VERB:VBD:0:ROOT to:PART:TO:4:mark help:VERB:VB:2:xcomp when:ADV:WRB:6:advmod"
    " asked=ask:VERB:VBN:2:advcl by:ADP:IN:8:case Chile:PROPN:NNP:6:obl .:PUNCT:.:2:punct"
)


def read(sentence: str) -> list[Event]:
    doc = parse(sentence)
    names = [t for t in doc if t.text in TYPES]
    doc.ents = tuple(doc.char_span(t.idx, t.idx + len(t), label="GPE") for t in names)
    entities = {t.text: Entity(t.text, TYPES[t.text], t.text) for t in names}
    found = events(doc, article(doc, "2022-01-10"), SCHEMA, Grounding(entities, {t.i: t.text for t in names}))
    return [e for e in found if e.lemma in {"arrest", "refuse"}]


def test_a_word_with_two_dates_has_both() -> None:
    (event,) = read(LISTED)

    assert event.time is not None
    assert [t.start for t in (event.time, *event.also)] == ["2001", "2005"]


def test_dates_with_a_place_each_are_two_events() -> None:
    found = [(e.time.start if e.time else "", dict(e.roles)["schema:location"]) for e in read(PLACED)]

    assert found == [("2001", "Lima"), ("2005", "Cusco")]
    assert [e.trigger.quote for e in read(PLACED)] == ["arrested", "2005"]


def test_who_asked_is_whom_a_refusal_is_directed_at() -> None:
    (event,) = read(REFUSED)

    assert event.roles == (("schema:agent", "Peru"), ("schema:recipient", "Chile"))


def test_the_date_of_the_next_clause_is_not_of_the_series() -> None:
    (event,) = read(NEXT)

    assert event.also == ()
