"""Differences between two builds: what was won, lost, changed, merged, and the reason for each."""

from dataclasses import replace

import toy

from kgraph.graph import KnowledgeGraph
from kgraph.model import Corpus
from kgraph.views import difference, figures


def built(corpus: Corpus = toy.CORPUS, model: str = "toy_en 1.0") -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(corpus, model=model)


def renamed(old: str, new: str) -> Corpus:
    """The corpus with everything of one entity said of another."""
    mentions = tuple(replace(m, entity=new) if m.entity == old else m for m in toy.MENTIONS)
    facts = tuple(replace(f, subject=new if f.subject == old else f.subject) for f in toy.FACTS)
    return replace(toy.CORPUS, mentions=mentions, facts=facts)


def test_the_same_build_twice_differs_in_nothing() -> None:
    found = difference(built(), built())

    assert not found


def test_an_article_that_is_gone_takes_its_facts_along() -> None:
    left = toy.ARTICLES[:2]
    ids = {a.id for a in left}
    corpus = replace(
        toy.CORPUS,
        articles=left,
        facts=tuple(f for f in toy.FACTS if f.article in ids),
        mentions=tuple(m for m in toy.MENTIONS if m.evidence.article in ids),
        copies=(),
        contradictions=(("aa06", "bb02"),),
    )
    found = difference(built(), built(corpus))

    assert found.articles == (("echo.txt", "removed"),)
    assert {c.why for c in found.lost} == {"echo.txt was removed"}
    assert len(found.lost) == 2 and not found.won
    assert [a for _, a in difference(built(corpus), built()).articles] == ["added"]


def test_a_fact_that_is_now_hedged_or_denied_has_changed() -> None:
    facts = tuple(replace(f, factuality="negative") if f.id == "aa08" else f for f in toy.FACTS)
    (change,) = difference(built(), built(replace(toy.CORPUS, facts=facts))).changed

    assert change.what == "factuality: stated as true → negative"
    assert change.why.startswith("read or linked differently")


def test_another_model_is_the_reason_if_the_article_is_the_same() -> None:
    facts = toy.FACTS[1:]
    (change,) = difference(built(), built(replace(toy.CORPUS, facts=facts), "toy_en 2.0")).lost

    assert "toy_en 2.0, before by" in change.why


def test_things_that_became_one_are_merged_and_no_fact_is_lost() -> None:
    found = difference(built(), built(renamed("jon-tell", "ada-moreau")))

    assert [(m.kind, m.old, m.new) for m in found.moves] == [("merged", "Jon Tell", ("Ada Moreau",))]
    assert not found.lost


def test_a_thing_that_became_two_is_split() -> None:
    first = toy.MENTIONS[0]
    mentions = (replace(first, entity="r-dane"), *toy.MENTIONS[1:])
    found = difference(built(), built(replace(toy.CORPUS, mentions=mentions)))

    assert [(m.kind, m.old) for m in found.moves] == [("split", "Ada Moreau")]
    assert found.moves[0].new == ("Ada Moreau", "R. Dane")


def test_figures_count_what_the_graph_holds() -> None:
    found = figures(built())
    counts = dict(found.counts)

    assert (counts["articles"], counts["articles that restate another"], counts["contradictions"]) == (3, 1, 2)
    assert (counts["statements of facts"], counts["denied"], counts["claims"]) == (17, 2, 4)
    assert counts["stated as true"] == 12
    assert dict(found.rankings)["speakers"][0] == ("Ada Moreau", 2)
