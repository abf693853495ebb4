"""One node for one thing, and never one for two; matter made up from the politics of many countries."""

from __future__ import annotations

import pytest

from kgraph.linking.names import PersonName, same_person
from linking.paper import (
    BODY,
    CITY,
    COUNTRY,
    GROUP,
    MINISTRY,
    OUTLET,
    PERSON,
    PLACE,
    STATE,
    Paper,
    corpus,
    names,
)

SAME = [
    ((BODY, "Baltic Harbour Organisation"), (BODY, "the Baltic Harbor Organization")),
    ((PERSON, "Nurlan Abdykadyrov"), (PERSON, "Nurlan Abdikadyrov")),
    ((PERSON, "Oleksandr Havrylenko"), (PERSON, "Alexander Havrilenko")),
    ((PERSON, "José María Órdenes"), (PERSON, "Jose Maria Ordenes")),
    ((PERSON, "Tuomas Rinne"), (PERSON, "Rinne")),
    ((PERSON, "Anthony Bekoe-Mensah"), (PERSON, "Antony Bekoe‑Mensah")),
    ((PERSON, "Hassan al-Tamimi"), (PERSON, "Hassan Tamimi")),
    ((BODY, "Pacific Ports Authority", "PPA"), (BODY, "PPA")),
    ((BODY, "West African Grain Board"), (BODY, "WAGB")),
    ((COUNTRY, "Finland"), (COUNTRY, "Republic of Finland")),
    ((COUNTRY, "Finland"), (BODY, "Arkadia Hill")),
    ((PLACE, "Helsingfors"), (CITY, "Helsinki")),
    ((BODY, "Ministry of Defence"), (MINISTRY, "ministry of defense")),
    ((OUTLET, "Nordic Post"), (BODY, "The Nordic Post")),
    ((PERSON, "J. Quartey"), (PERSON, "Jemima Quartey")),
]
NOT_SAME = [
    ((PERSON, "Maria Delgado"), (PERSON, "Mario Delgado")),
    ((PERSON, "Lazar Petrov"), (PERSON, "Lazara Petrova")),
    ((PERSON, "Hassan Karimi"), (PERSON, "Hussein Karimi")),
    ((PERSON, "Joan Whitlock"), (PERSON, "John Whitlock")),
    ((PERSON, "Peter J. Olsen"), (PERSON, "Peter K. Olsen")),
    ((COUNTRY, "Georgia"), (STATE, "Georgia")),
    ((PERSON, "Jordan"), (PLACE, "Jordan")),
    ((BODY, "Amazon"), (PLACE, "Amazon")),
    ((BODY, "National Security Council"), (BODY, "Security Council")),
    ((BODY, "National Salt Company", "NSC"), (BODY, "National Steel Company", "NSC")),
    ((CITY, "Helsinki"), (COUNTRY, "Finland")),
    ((GROUP, "Finns"), (COUNTRY, "Finland")),
]


@pytest.mark.parametrize("pair", SAME, ids=lambda p: f"{p[0][1]} = {p[1][1]}")
def test_two_names_of_one_thing_are_one_node(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    assert len(names(*pair).entities) == 1


@pytest.mark.parametrize("pair", NOT_SAME, ids=lambda p: f"{p[0][1]} != {p[1][1]}")
def test_two_things_with_like_names_are_two_nodes(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    assert len(names(*pair).entities) == 2


def test_a_bare_surname_with_two_bearers_is_neither_of_them() -> None:
    found = names((PERSON, "Ida Sorensen"), (PERSON, "Nils Sorensen"), (PERSON, "Sorensen"))

    assert [e.id for e in found.entities] == ["ida-sorensen", "nils-sorensen", "sorensen"]


def test_a_bare_surname_is_the_bearer_whom_other_articles_call_by_it() -> None:
    found = names((PERSON, "Ida Sorensen", "Sorensen"), (PERSON, "Nils Sorensen"), (PERSON, "Sorensen"))

    assert [e.id for e in found.entities] == ["ida-sorensen", "nils-sorensen"]


def test_a_bare_surname_is_its_only_bearer_in_the_same_article() -> None:
    paper = Paper("Ida Sorensen resigned. Later Sorensen left.")
    paper.entity(PERSON, "Ida Sorensen")
    paper.entity(PERSON, "Sorensen")
    other = Paper("Nils Sorensen stayed.", "b.txt")
    other.entity(PERSON, "Nils Sorensen")

    assert [e.id for e in corpus(paper, other).entities] == ["ida-sorensen", "nils-sorensen"]


def test_like_names_that_one_article_tells_apart_stay_two() -> None:
    paper = Paper("Nurlan Abdykadyrov met Nurlan Abdikadyrov.")
    paper.entity(PERSON, "Nurlan Abdykadyrov")
    paper.entity(PERSON, "Nurlan Abdikadyrov")

    assert len(corpus(paper).entities) == 2


def test_bodies_of_one_name_in_two_states_stay_two() -> None:
    papers = []
    for n, state in enumerate(("Finland", "Georgia")):
        paper = Paper(f"The Coast Guard of {state} sailed.", f"{n}.txt")
        guard, land = paper.entity(BODY, "Coast Guard"), paper.entity(COUNTRY, state)
        paper.relation("schema:parentOrganization", guard, land, "of")
        papers.append(paper)

    assert len([e for e in corpus(*papers).entities if e.name == "Coast Guard"]) == 2


def test_an_unnamed_actor_is_never_met_again_in_another_article() -> None:
    papers = []
    for n in range(2):
        paper = Paper(f"{n} eyewitnesses saw it.", f"{n}.txt")
        paper.entity(GROUP, "eyewitnesses", named=False)
        papers.append(paper)

    found = corpus(*papers).entities
    assert [e.id for e in found] == sorted(f"eyewitnesses--{p.article.id[:6]}" for p in papers)
    assert not any(e.named for e in found)


def test_names_and_spellings_of_one_node_are_gathered() -> None:
    found = names((BODY, "Pacific Ports Authority", "PPA"), (BODY, "PPA"), (BODY, "Pacific Ports Authority")).entities

    assert (found[0].name, found[0].aliases) == ("Pacific Ports Authority", ("PPA",))


def test_the_class_is_the_most_specific_one_of_the_majority() -> None:
    found = names((BODY, "Ministry of Salt"), (MINISTRY, "Ministry of Salt"), (PLACE, "Ministry of Salt")).entities

    assert [e.types for e in found] == [(MINISTRY, BODY)]


def test_the_author_and_the_outlet_in_the_head_are_those_in_the_text() -> None:
    paper = Paper(
        "Aino Virta of the Nordic Post won a prize.", head={"outlet": "The Nordic Post", "authors": ("Aino Virta",)}
    )
    paper.entity(PERSON, "Aino Virta")
    paper.entity(OUTLET, "Nordic Post")

    found = corpus(paper)
    assert found.metadata == (("Aino Virta", "aino-virta"), ("The Nordic Post", "the-nordic-post"))
    assert [e.id for e in found.entities] == ["aino-virta", "the-nordic-post"]


def test_an_author_does_not_lend_a_full_name_to_a_stranger() -> None:
    paper = Paper("Virta lost the vote.", head={"authors": ("Aino Virta",)})
    paper.entity(PERSON, "Virta")

    assert [e.id for e in corpus(paper).entities] == ["aino-virta", "virta"]


def test_thousands_of_names_meet_only_inside_their_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def counted(a: PersonName, b: PersonName) -> bool:
        nonlocal calls
        calls += 1
        return same_person(a, b)

    monkeypatch.setattr("kgraph.linking.identity.same_person", counted)
    syllables = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu"]
    people = [
        (PERSON, f"{a}{b}n {c}{d}r".title())
        for a in syllables
        for b in syllables
        for c in syllables
        for d in syllables[:2]
    ]
    found = names(*people)

    assert len(found.entities) == len(people) == 2000
    assert calls < 10 * len(people)


def test_a_name_in_capitals_is_what_its_article_writes_with_small_letters() -> None:
    paper = Paper("TURKU: Ships left Turku.")
    paper.entity(BODY, "TURKU")
    paper.entity(CITY, "Turku")

    (node,) = corpus(paper).entities
    assert (node.name, node.types[0]) == ("Turku", CITY)
