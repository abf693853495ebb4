"""The corpus as a whole: the same for any order of the articles, one article for one text."""

from __future__ import annotations

import random
from dataclasses import replace

from kgraph.linking import link
from kgraph.model import Corpus
from linking.paper import BODY, CITY, COUNTRY, PERSON, SCHEMA, Paper, corpus


def papers() -> list[Paper]:
    made = []
    for n, (person, place) in enumerate(
        [("Aino Virta", "Helsinki"), ("Virta", "Finland"), ("Ida Sorensen", "Turku"), ("A. Virta", "Helsingfors")]
    ):
        paper = Paper(
            f"Report {n}: {person} asked the Salt Board in {place} for help.\nIt was refused.", f"{9 - n}.txt"
        )
        who, board = paper.entity(PERSON, person), paper.entity(BODY, "Salt Board")
        where = paper.entity(COUNTRY if place == "Finland" else CITY, place)
        said = paper.statement(who, "asked", "Salt Board")
        paper.event("REQUEST", "asked", "ask", agent=who, recipient=board, location=where, statement=said)
        paper.relation("schema:worksFor", who, board, "asked", role="head")
        made.append(paper)
    return made


def test_the_order_of_the_articles_does_not_matter() -> None:
    expected = corpus(*papers())
    for seed in range(5):
        shuffled = papers()
        random.Random(seed).shuffle(shuffled)

        assert corpus(*shuffled) == expected


def test_two_files_with_one_text_are_one_article() -> None:
    (paper, *_) = papers()
    again = replace(paper.article, path="zz.txt")
    found = link([again, paper.article], [paper.extraction] * 2, schema=SCHEMA)

    assert [a.path for a in found.articles] == ["9.txt", "zz.txt"]
    assert replace(found, articles=found.articles[:1]) == corpus(paper)


def test_an_article_without_an_extraction_is_still_an_article() -> None:
    (paper, *_) = papers()

    assert len(link([paper.article], [], schema=SCHEMA).articles) == 1


def test_every_id_in_the_corpus_leads_to_a_node() -> None:
    found = corpus(*papers())
    nodes = [*(e.id for e in found.entities), *(o.id for o in found.occurrences)]

    assert _ids(found) <= set(nodes)
    assert len(nodes) == len(set(nodes))


def _ids(found: Corpus) -> set[str]:
    facts = {i for f in found.facts for i in (f.subject, f.speaker, f.object.value if f.object.kind == "node" else "")}
    said = {i for s in found.statements for i in (s.speaker, s.addressee, *s.about)}
    return (facts | said | {m.entity for m in found.mentions} | {i for _, i in found.metadata}) - {""}
