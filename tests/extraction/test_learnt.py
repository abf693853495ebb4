"""The second voter over parses by hand, with weights by hand: what it may take for names and values, and what it tells."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.tokens import Doc, Span

from kgraph.extraction import learnt
from kgraph.extraction.entities import ground
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.learnt import phrases
from kgraph.extraction.learnt.candidates import Candidate, Scene, scene
from kgraph.extraction.learnt.spans import chances, features, places
from kgraph.extraction.learnt.voting import Guess, guesses
from kgraph.extraction.learnt.weights import Voter, Weights, read_voter
from kgraph.model import Evidence, Relation, Value
from kgraph.schema import Schema

from .trees import article, tree

FILM = Schema.load(packs=("film",))
MOSS = tree("""
Cold cold ADJ JJ amod 1
Moss moss NOUN NN nsubj:pass 3
was be AUX VBD aux:pass 3
directed direct VERB VBN ROOT 3
by by ADP IN case 5
Ida Ida PROPN NNP obl 3 PERSON
Holm Holm PROPN NNP flat 5 PERSON
. . PUNCT . punct 3
""")
NEVER = Weights(("", "name"), (0.0, -9.0), {})
NAMES = Weights(("", "name"), (0.0, -9.0), {"n2=was directed": ((1, 6.0),), "start=True was": ((1, 6.0),)})
NOTHING = {"=schema:director": ((1, 1.0),)}


def seen(names: Weights = NAMES) -> tuple[Scene, Grounding]:
    grounding = ground(MOSS, article(MOSS), FILM)
    return scene(next(MOSS.sents), chances(next(MOSS.sents), names), grounding, (), ()), grounding


def toy(**pairs: float) -> Voter:
    objects = Weights(("", "schema:director"), (2.0, 0.0), {"cg=by direct": ((1, 5.0),), "k=node": ((1, 1.0),)})
    subjects = Weights(("", "subject"), (2.0, 0.0), {"dep=nsubj:pass": ((1, 5.0),)})
    table = {feature: ((1, weight),) for feature, weight in pairs.items()}
    return Voter("film-learnt", objects, subjects, Weights(("", "schema:director"), (2.0, 0.0), table), {}, 0.3)


def test_chances_sum_up_to_one_and_follow_the_weights() -> None:
    weights = Weights.of({"classes": ["", "a", "b"], "bias": [0, 0, 0], "weights": {"x": "1:2 2:-1", "n": "2:.5"}})

    few, many = weights.chances(["x", "unknown"]), weights.chances(["x"], {"n": 8.0})

    assert sum(few) == pytest.approx(1)
    assert few[1] > few[0] > few[2]
    assert many[2] > few[2]


def test_a_name_may_stand_at_the_start_of_a_sentence_and_ends_where_a_name_can() -> None:
    found = {MOSS[start:end].text for start, end in places(next(MOSS.sents))}

    assert {"Cold Moss", "Ida Holm", "Holm"} <= found
    assert not [text for text in found if text.endswith(("was", "by", "."))]


def test_the_same_place_has_the_same_features_twice_in_the_same_order() -> None:
    assert list(features(MOSS, (0, 2), {})) == list(features(MOSS, (0, 2), {}))


def test_candidates_are_names_likely_names_and_rows_of_nouns() -> None:
    found, _ = seen()

    assert {(c.kind, c.value) for c in found.subjects} == {("node", "Ida Holm"), ("span", "Cold Moss")}
    assert ("span", "Cold Moss") in {(c.kind, c.value) for c in found.objects}
    assert ("text", "Moss") in {(c.kind, c.value) for c in found.objects}
    assert not [c for c in found.objects if "directed" in c.value.split()[1:]]


def spans(doc: Doc, *likely: tuple[int, int]) -> set[str]:
    grounding = ground(doc, article(doc), FILM)
    found = scene(next(doc.sents), dict.fromkeys(likely, 0.9), grounding, (), ())
    return {c.value for c in found.subjects if c.kind == "span"}


def test_what_describes_a_name_is_no_part_of_it_nor_is_half_a_bracket() -> None:
    doc = tree("""
    The the DET DT det 1
    film film NOUN NN nsubj:pass 7
    Copper copper PROPN NNP compound 3
    Sky sky PROPN NNP appos 1
    ( ( PUNCT -LRB- punct 5
    UK UK PROPN NNP appos 3
    ) ) PUNCT -RRB- punct 5
    sank sink VERB VBD ROOT 7
    """)

    assert spans(doc, (0, 4), (1, 4), (2, 4), (2, 6), (0, 2)) == {"Copper Sky"}


def test_a_part_of_a_name_whose_class_is_told_is_none() -> None:
    whole = Span(MOSS, 0, 2, label="schema:Movie")
    doc = MOSS.copy()
    doc.ents = [Span(doc, whole.start, whole.end, label=whole.label), *doc.ents]

    assert spans(doc, (0, 1)) == set()
    assert spans(MOSS, (0, 1)) == {"Cold"}


def test_a_value_in_words_becomes_no_name() -> None:
    value = Candidate(0, 2, "span", "Cold Moss", "span")
    guess = replace(a_guess(), subject=a_guess().object, property="kg:genre", object=value)

    assert learnt.named(MOSS, [guess], FILM) is MOSS


def test_what_a_sentence_itself_has_taught_of_a_value_tells_it_nothing() -> None:
    values = {"opera": (3, {"kg:genre": 1})}

    assert list(phrases.known("opera", values, set())) == ["v=kg:genre", "v=kg:genre 1", "vr=kg:genre 2"]
    assert not list(phrases.known("opera", values, {"kg:genre"}))


def test_a_guess_ties_the_likeliest_pair_once() -> None:
    found, _ = seen()

    told = list(guesses(found, toy(**{"so=nsubj:pass obl": 4.0, "tt=span  schema:Person": 1.0})))

    assert [(g.subject.value, g.property, g.object.value, g.rule) for g in told] == [
        ("Cold Moss", "schema:director", "Ida Holm", "film-learnt")
    ]


def test_an_unlikely_pair_is_no_guess() -> None:
    found, _ = seen()

    assert not list(guesses(found, toy()))


def a_guess() -> Guess:
    subject = Candidate(0, 2, "span", "Cold Moss", "span")
    return Guess(subject, "schema:director", Candidate(5, 7, "node", "Ida Holm", "schema:Person"), 0.6, "film-learnt")


def test_a_name_that_nobody_knew_becomes_one_of_the_class_that_the_property_is_of() -> None:
    doc = learnt.named(MOSS, [a_guess()], FILM)

    assert [(e.text, e.label_) for e in doc.ents] == [("Cold Moss", "schema:Movie"), ("Ida Holm", "PERSON")]
    assert [e.text for e in MOSS.ents] == ["Ida Holm"]


def test_without_new_names_the_doc_stays_the_same() -> None:
    known = replace(a_guess(), subject=Candidate(5, 7, "node", "Ida Holm", "schema:Person"))

    assert learnt.named(MOSS, [known], FILM) is MOSS


def told_after(*known: Relation) -> list[tuple[str, str, str, float]]:
    doc = learnt.named(MOSS, [a_guess()], FILM)
    note = article(doc)
    grounding = ground(doc, note, FILM)
    names = {id: e.name for id, e in grounding.entities.items()}
    found = learnt.related([a_guess()], known, doc, note, FILM, grounding)
    return [(names[r.subject], r.property, names[r.object.value], r.confidence) for r in found]


def test_a_guess_becomes_a_relation_of_entities_with_its_chance_as_confidence() -> None:
    assert told_after() == [("Cold Moss", "schema:director", "Ida Holm", 0.6)]


def test_what_a_rule_has_said_of_the_two_stands() -> None:
    doc = learnt.named(MOSS, [a_guess()], FILM)
    note = article(doc)
    grounding = ground(doc, note, FILM)
    ids = {e.name: id for id, e in grounding.entities.items()}
    passage = Evidence(note.id, 0, len(doc.text), doc.text)
    rule = Relation("kg:writtenBy", ids["Cold Moss"], Value("node", ids["Ida Holm"], "Ida Holm"), passage, (0, 4))

    assert told_after(rule) == []


def test_news_is_read_without_a_second_voter() -> None:
    news = Schema.load()

    assert learnt.guessed(MOSS, article(MOSS), news, ground(MOSS, article(MOSS), news)) == ()


def test_a_file_of_weights_is_read_as_it_was_meant(tmp_path: Path) -> None:
    part = {"classes": ["", "schema:director"], "bias": [1, 0], "weights": {"k=node": "1:.5"}}
    file = tmp_path / "fairs/learnt.json"
    file.parent.mkdir()
    written = {
        "least": 0.2,
        "values": {"opera": [3, {"kg:genre": 2}]},
        "objects": part,
        "subjects": part,
        "pairs": part,
    }
    file.write_text(json.dumps(written), encoding="utf-8")

    found = read_voter(file)

    assert (found.name, found.least, found.values) == ("fairs-learnt", 0.2, {"opera": (3, {"kg:genre": 2})})
    assert found.pairs.table == {"k=node": ((1, 0.5),)}
