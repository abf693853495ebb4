"""The second voter learnt from sentences of our own: what is right, what is remembered, what the weights come to."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from blank import NLP

from kgraph.extraction.learnt.candidates import Candidate
from kgraph.extraction.learnt.weights import Weights, read_voter
from kgraph.model import Article
from kgraph.schema import Schema
from kgraph.training.lessons import TERMS, Fact, Lesson, bare, day, is_same, lessons

pytest.importorskip("sklearn", reason="training needs the extra `training`")
GENRE = "kg:genre"


def lesson(text: str, *facts: tuple[str, str, str], pack: str = "film") -> Lesson:
    return Lesson(pack, Article(f"{text}.txt", text, ((0, len(text)),)), tuple(Fact(*f) for f in facts), NLP(text))


def test_a_corpus_gives_its_facts_in_our_terms_and_leaves_out_what_we_have_no_word_for(tmp_path: Path) -> None:
    row = {
        "id": "x1", "ontology": "1_movie", "text": "Cold Moss came out in 1990.\x85",
        "gold": [["Cold Moss", "publication date", "01 January 1990"], ["Cold Moss", "shoe size", "41"]],
    }  # fmt: skip
    file = tmp_path / "relations/tekgen.train.jsonl"
    file.parent.mkdir()
    file.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")

    found = list(lessons(tmp_path))

    assert [(one.pack, one.facts) for one in found] == [("film", (Fact("Cold Moss", "kg:publishedOn", "1990-01-01"),))]


@pytest.mark.parametrize(
    ("text", "iso"), [("3 May 1990", "1990-05-03"), ("41 May 1990", "41 May 1990"), ("May", "May")]
)
def test_a_day_is_written_as_everywhere_in_the_graph(text: str, iso: str) -> None:
    assert day(text) == iso


def test_a_candidate_is_the_fact_whatever_its_article_and_a_year_is_its_first_day() -> None:
    assert bare("The Cold Moss") == bare("cold moss")
    assert is_same(Candidate(0, 1, "date", "1990", "date4"), "1990-01-01")
    assert not is_same(Candidate(0, 1, "date", "1990-05", "date7"), "1990-01-01")
    assert not is_same(Candidate(0, 1, "text", "moss"), "Cold Moss")


def test_values_met_once_are_not_remembered() -> None:
    from kgraph.training.voters import values_of

    given = [
        lesson("Cold Moss is a thriller.", ("Cold Moss", GENRE, "thriller")),
        lesson("Wet Sand is a thriller.", ("Wet Sand", GENRE, "Thriller")),
        lesson("Dry Fen is a farce.", ("Dry Fen", GENRE, "farce")),
        lesson("A thriller has a plot."),
    ]

    assert values_of(given) == {"thriller": (3, {GENRE: 2})}


def test_lessons_of_other_domains_teach_what_is_none_of_a_packs_facts() -> None:
    from kgraph.training.voters import strangers

    film = [lesson(f"Film {i} is a farce.", (f"Film {i}", GENRE, "farce")) for i in range(8)]
    music = [lesson(f"Song {i} is folk.", (f"Song {i}", GENRE, "folk"), pack="music") for i in range(8)]
    space = [
        lesson(f"Star {i} is in Orion.", (f"Star {i}", "kg:constellation", "Orion"), pack="space") for i in range(8)
    ]

    found = strangers([*film, *music, *space], "film")

    assert found
    assert {(one.pack, one.facts, one.article.text[:4]) for one in found} == {("film", (), "Star")}


def test_weights_tell_apart_what_features_tell_apart_and_come_back_from_a_file(tmp_path: Path) -> None:
    from kgraph.training.voters import as_json, fitted, write

    rows = [((f"w={word}", "same"), {"=size": size}) for word, size in (("a", 0.0), ("b", 1.0), ("c", 2.0))] * 6
    labels = ["", "kg:genre", "kg:language"] * 6
    weights = fitted(rows, labels, "objects")
    write(tmp_path / "weights.json", as_json(weights))

    back = Weights.of(json.loads((tmp_path / "weights.json").read_text(encoding="utf-8")))

    assert back == weights
    for (features, sizes), label in zip(rows[:3], labels, strict=False):
        chances = back.chances(features, sizes)
        assert back.classes[chances.index(max(chances))] == label


def test_the_same_rows_give_the_same_weights_in_whatever_order_their_features_stand() -> None:
    from kgraph.training.voters import fitted

    rows = [((f"w={i % 3}", f"v={i % 2}"), {}) for i in range(12)]
    labels = ["" if i % 3 else "subject" for i in range(12)]
    turned = [(tuple(reversed(features)), sizes) for features, sizes in rows]

    assert fitted(rows, labels, "subjects") == fitted(turned, labels, "subjects")


SHIPPED = sorted(Schema.load().path.glob("packs/*/learnt.json"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.parent.name)
def test_a_shipped_voter_is_small_and_knows_only_properties_of_its_pack(path: Path) -> None:
    known = Schema.load(packs=(path.parent.name,)).properties
    found = read_voter(path)

    assert path.stat().st_size < 3_000_000
    assert set(found.pairs.classes) - {""} <= set(known)
    assert set(found.objects.classes) - {""} <= set(known)
    assert replace(found, least=0.0).name == f"{path.parent.name}-learnt"


def test_every_relation_of_the_corpus_that_has_a_name_here_is_a_property_of_its_pack() -> None:
    terms = tomllib.loads(TERMS.read_text(encoding="utf-8"))

    unknown = [
        (domain["pack"], name)
        for domain in terms.values()
        for name in domain["properties"].values()
        if name not in Schema.load(packs=(domain["pack"],)).properties
    ]
    assert unknown == []
