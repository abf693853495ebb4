"""Actors without a name: when one article, its copy or several articles mean the same one."""

from __future__ import annotations

from dataclasses import replace

from kgraph.linking import Guidance, link
from kgraph.linking.judgements import parse
from kgraph.model import Corpus
from linking.paper import BODY, CLASSES, COUNTRY, GROUP, SCHEMA, Paper, corpus


def unnamed(*papers: Paper) -> list[str]:
    return [e.name for e in corpus(*papers).entities if not e.named]


def headed(paper: Paper, phrase: str, head: str, *, named: bool = False) -> str:
    """An unnamed actor whose noun phrase has this head."""
    local = paper.entity(GROUP, phrase, named=named)
    place = paper.text.index(phrase) + phrase.index(head)
    paper.mentions[-1] = replace(paper.mentions[-1], head=(place, place + len(head)))
    return local


def test_the_force_is_the_troops_that_were_spoken_of_before() -> None:
    paper = Paper("Oslo sent 300 troops. Later the force went home.")
    headed(paper, "300 troops", "troops")
    headed(paper, "the force", "force")

    assert len(unnamed(paper)) == 1


def test_a_force_that_is_new_to_the_reader_is_another_one() -> None:
    paper = Paper("Oslo sent 300 troops. A rival force went home.")
    headed(paper, "300 troops", "troops")
    headed(paper, "A rival force", "force")

    assert len(unnamed(paper)) == 2


def test_whose_force_it_is_makes_it_new_to_the_reader() -> None:
    paper = Paper("Oslo sent 300 troops. Then the port's 40 guards went home.")
    headed(paper, "300 troops", "troops")
    headed(paper, "the port's 40 guards", "guards")

    assert len(unnamed(paper)) == 2


def test_soldiers_of_two_states_stay_two() -> None:
    paper = Paper("Finland sent Finland troops. Georgia sent the Georgia force.")
    for state, phrase, head in (("Finland", "Finland troops", "troops"), ("Georgia", "the Georgia force", "force")):
        local = paper.entity(COUNTRY, state)
        headed(paper, phrase, head)
        paper.mentions.append(replace(paper.mentions[-1], entity=local, kind="name", head=(0, 1)))

    assert len(unnamed(paper)) == 2


def test_others_are_not_those_before() -> None:
    paper = Paper("The troops slept. The other troops sang.")
    headed(paper, "The troops", "troops")
    headed(paper, "The other troops", "troops")

    assert len(unnamed(paper)) == 2


def test_sources_that_no_word_stands_for_are_one_nobody_in_an_article() -> None:
    paper = Paper("The pass is said to be shut and believed to be snowed in.")
    for cue, content in (("said", "be shut"), ("believed", "be snowed in")):
        paper.statement(paper.entity(GROUP, f"no {cue}", named=False), cue, content)

    assert unnamed(paper) == ["unnamed source"]


def deployed(path: str, force: str, head: str, size: float) -> Paper:
    paper = Paper(f"{path}: {force} arrived in Finland.", path, {"published": "2031-05-02"})
    state = paper.entity(COUNTRY, "Finland")
    local = headed(paper, force, head)
    paper.event("MOBILIZE", "arrived", "arrive", agent=local, recipient=state, figure=("kg:size", size, ""))
    return paper


def deployments() -> Corpus:
    return corpus(
        deployed("a", "2,000 troops", "troops", 2000), deployed("b", "3,000 paratroopers", "paratroopers", 3000)
    )


def test_the_force_that_arrives_in_two_articles_is_one() -> None:
    assert len([e for e in deployments().entities if not e.named]) == 1


def test_forces_that_the_user_keeps_apart_stay_two_though_they_arrive_in_one_event() -> None:
    papers = (deployed("a", "2,000 troops", "troops", 2000), deployed("b", "3,000 paratroopers", "paratroopers", 3000))
    judged = parse("different: 2,000 troops | 3,000 paratroopers", path="judgements.txt", classes=CLASSES)
    found = link([p.article for p in papers], [p.extraction for p in papers], schema=SCHEMA, guidance=Guidance(judged))

    assert sorted(e.name for e in found.entities if not e.named) == ["2,000 troops", "3,000 paratroopers"]


def test_two_sizes_of_one_deployment_contradict_each_other() -> None:
    found = deployments()

    assert [o.id.partition("-")[0] for o in found.occurrences] == ["mobilize"]
    assert len(found.contradictions) == 1


RAID = (
    "The northern garrison was raided at dawn by 300 troops who came down the frozen river on sledges.",
    "Nobody in the northern garrison was hurt and the gates of the old citadel were shut again by noon.",
    "The mayor of the harbour town thanked every fisherman who had carried blankets up the long hill.",
)


def test_an_actor_is_met_again_in_a_copy_whose_headline_names_it_first() -> None:
    first, copy = Paper("\n".join(RAID), "a"), Paper("\n".join(("Troops raid a garrison", *RAID)), "b")
    headed(first, "300 troops", "troops")
    local = headed(copy, "Troops", "Troops")
    headed(copy, "300 troops", "troops")
    copy.mentions[-1] = replace(copy.mentions[-1], entity=local)
    copy.entities.pop()

    assert len(unnamed(first, copy)) == 1


def test_what_lasts_is_told_of_without_a_place_in_articles_set_in_one_state() -> None:
    papers = []
    for n in range(2):
        paper = Paper(f"{n}: Calm returned in Finland. The protests were over prices.", str(n))
        paper.entity(COUNTRY, "Finland")
        paper.event("PROTEST", "protests", "protest")
        papers.append(paper)

    assert len(corpus(*papers).occurrences) == 1


def test_protests_in_articles_set_in_two_states_are_two() -> None:
    papers = []
    for state in ("Finland", "Georgia"):
        paper = Paper(f"Calm returned in {state}. The protests were over prices.", state)
        paper.entity(COUNTRY, state)
        paper.event("PROTEST", "protests", "protest")
        papers.append(paper)

    assert len(corpus(*papers).occurrences) == 2


def test_bodies_that_are_known_by_name_are_never_called_back_like_that() -> None:
    paper = Paper("The Northern Force left. The Southern Force came.")
    paper.entity(BODY, "Northern Force")
    paper.entity(BODY, "Southern Force")

    assert len(corpus(paper).entities) == 2
