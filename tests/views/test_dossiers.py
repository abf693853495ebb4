"""Dossiers: everything on one thing, each line with its sentence; nothing from an article is ever markup."""

import json
from dataclasses import replace

import pytest
import toy

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.model import Entity
from kgraph.views import Dossier, dossier
from kgraph.writers.dossiers import FORMATS


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


@pytest.fixture(scope="module")
def moreau(graph: KnowledgeGraph) -> Dossier:
    return dossier(graph, "moreau")


def test_it_says_what_the_thing_is_and_how_it_is_called(moreau: Dossier) -> None:
    assert moreau.types == ("Person",)
    assert moreau.aliases == ("Moreau", "the premier")
    assert moreau.same_as == ("http://www.wikidata.org/entity/Q9999999",)


def test_positions_stand_apart_from_other_relations(moreau: Dossier) -> None:
    assert [e.text for e in moreau.positions] == ["Ada Moreau: premier, Orvania"]
    assert moreau.relations == ()


def test_events_are_in_order_of_time_and_what_is_only_said_is_marked(moreau: Dossier) -> None:
    assert [(e.date, e.note) for e in moreau.events] == [("1998-03-03", ""), ("", "possible; says Jon Tell")]
    assert len(moreau.events[0].evidence) == 3


def test_what_was_said_comes_with_its_cue(moreau: Dossier) -> None:
    assert "told: “We shall not give in,”" in [e.text for e in moreau.said]


def test_what_is_said_about_a_thing_names_the_speaker(graph: KnowledgeGraph) -> None:
    found = dossier(graph, f"id:{toy.STRIKE}").said_about

    assert [e.text for e in found] == ["the union says: “About 400 dockers walked out”"]


def test_coverage_counts_the_mentions_by_article(moreau: Dossier) -> None:
    assert sorted((c.source.outlet, c.mentions) for c in moreau.coverage) == [
        ("", 1),
        ("Courier", 2),
        ("Selm Herald", 2),
    ]
    assert [c.mentions for c in moreau.coverage] == [2, 2, 1]


def test_figures_and_dates_are_relations_and_contradictions_are_marked(graph: KnowledgeGraph) -> None:
    found = {e.text: e.note for e in dossier(graph, "Harbour League").relations}

    assert found == {"was founded in 1971": "contradicted", "was founded in 1974": "contradicted"}


def test_an_unknown_name_is_refused_with_the_closest(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="did you mean 'Moreau'"):
        dossier(graph, "Moraeu")


def test_every_format_has_the_sentence_and_its_place(moreau: Dossier) -> None:
    for form, write in FORMATS.items():
        text = write(moreau)

        assert "herald.txt" in text, form
        assert "asked the Harbour League for help" in text
    assert json.loads(FORMATS["json"](moreau))["label"] == "Ada Moreau"


def test_a_name_with_markup_stays_text_in_every_format() -> None:
    odd = Entity("odd", ("schema:Person",), "<img src=x onerror=alert(1)> *x* [y](javascript:z)")
    found = dossier(KnowledgeGraph.from_corpus(replace(toy.CORPUS, entities=(*toy.ENTITIES, odd))), "odd")

    assert "<img" not in FORMATS["html"](found)
    assert "<img" not in FORMATS["md"](found).replace("\\<img", "")
    assert "\\[y\\](" in FORMATS["md"](found)


def test_a_page_runs_no_script(moreau: Dossier) -> None:
    page = FORMATS["html"](moreau)

    assert "default-src 'none'" in page and "<script" not in page
