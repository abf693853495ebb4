"""The id of a node is the slug of its best name, and no two nodes share one."""

from __future__ import annotations

import pytest

from kgraph.linking.slugs import slug
from linking.paper import BODY, COUNTRY, GROUP, OUTLET, PERSON, PLACE, STATE, Paper, corpus, names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Łukasz Żółć", "lukasz-zolc"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("U.S. Steel (2)", "u-s-steel-2"),
        ("Ærø", "aero"),
    ],
)
def test_a_slug_is_plain_lower_case_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_name_in_another_script_has_a_slug_of_its_own() -> None:
    assert slug("Қазақстан") == slug("Қазақстан") != slug("Киргизия")


def test_the_fullest_name_is_the_name_of_a_person() -> None:
    found = names((PERSON, "Aino Virta", "Virta"), (PERSON, "Virta"), (PERSON, "Virta")).entities

    assert [(e.id, e.name) for e in found] == [("aino-virta", "Aino Virta")]


def test_a_body_is_called_by_its_acronym_and_labelled_in_full() -> None:
    found = names((BODY, "Pacific Ports Authority", "PPA")).entities

    assert [(e.id, e.name) for e in found] == [("ppa", "Pacific Ports Authority")]


def test_a_known_body_has_one_slug_whether_or_not_the_acronym_is_spelt_out() -> None:
    ids = {names((BODY, form)).entities[0].id for form in ("NCM", "Nordic Council of Ministers")}

    assert ids == {"ncm"}


def test_nodes_of_one_name_are_told_apart_by_their_class() -> None:
    assert [e.id for e in names((COUNTRY, "Georgia"), (STATE, "Georgia")).entities] == [
        "georgia--country",
        "georgia--state",
    ]


def test_nodes_of_one_name_and_class_are_told_apart_by_article_and_number() -> None:
    paper = Paper("Later some strikers sang and some strikers slept.")
    paper.entity(GROUP, "some strikers", named=False)
    paper.entity(GROUP, "some strikers", named=False)

    ids = [e.id for e in corpus(paper).entities]
    assert len(set(ids)) == 2
    assert all(i.startswith(f"some-strikers--{paper.article.id[:6]}") for i in ids)


def test_what_publishes_an_article_is_an_outlet_whatever_the_text_takes_it_for() -> None:
    paper = Paper("She told Harbour Wire. Harbour Wire asked again.", head={"outlet": "Harbour Wire"})
    paper.entity(PLACE, "Harbour Wire")

    (node,) = corpus(paper).entities
    assert node.types[0] == OUTLET
