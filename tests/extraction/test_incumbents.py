"""Positions whose state stands elsewhere in the article, over hand-made parses and the rules as shipped."""

from __future__ import annotations

from kgraph.extraction.entities import ground
from kgraph.extraction.incumbents import Scene
from kgraph.extraction.relations import relations
from kgraph.schema import Schema

from .trees import article, tree

SCHEMA = Schema.load()
WHERE = """
Many many ADJ JJ nsubj 1
worry worry VERB VBP ROOT 1
in in ADP IN case 3
Chad Chad PROPN NNP obl 1 GPE
, , PUNCT , punct 10
where where ADV WRB advmod 10
former former ADJ JJ amod 7
president president NOUN NN nmod:desc 8
Omar Omar PROPN NNP nsubj 10 PERSON
Holm Holm PROPN NNP flat 8 PERSON
lives live VERB VBZ acl:relcl 3
"""
CLUB = WHERE.replace("former former ADJ JJ amod 7", "club club NOUN NN compound 7")
DEFINITE = """
After after ADP IN case 1
floods flood NOUN NNS obl 9
in in ADP IN case 3
Chad Chad PROPN NNP nmod 1 GPE
, , PUNCT , punct 6
the the DET DT det 6
president president NOUN NN nsubj 9
, , PUNCT , punct 8
Omar Omar PROPN NNP appos 6 PERSON
asked ask VERB VBD ROOT 9
Chad Chad PROPN NNP obj 9 GPE
"""
TWO = DEFINITE.replace("floods flood NOUN NNS obl 9", "Peru Peru PROPN NNP obl 9 GPE")
CAPITAL = """
Kenya Kenya PROPN NNP nsubj 1 GPE
lit light VERB VBD ROOT 1
the the DET DT det 3
capital capital NOUN NN obj 1
, , PUNCT , punct 5
Nairobi Nairobi PROPN NNP appos 3 GPE
"""


def found(rows: str) -> list[tuple[str, str, str, str]]:
    doc = tree(rows)
    grounding = ground(doc, article(doc), SCHEMA)
    names = {id: e.name for id, e in grounding.entities.items()}
    told = relations(doc, article(doc), SCHEMA, grounding)
    return [(names[r.subject], r.property, names[r.object.value], r.role) for r in told]


def test_a_title_in_a_clause_with_where_is_of_the_state_before_it() -> None:
    assert found(WHERE) == [("Omar Holm", "schema:worksFor", "Chad", "former president")]


def test_the_president_of_a_club_is_not_the_state_s() -> None:
    assert found(CLUB) == []


def test_the_president_is_that_of_the_only_state_named_before() -> None:
    assert found(DEFINITE) == [("Omar", "schema:worksFor", "Chad", "president")]


def test_of_two_states_neither_is_taken() -> None:
    assert found(TWO) == []


def test_the_capital_is_that_of_the_state_of_the_article_that_is_known_to_have_it() -> None:
    assert found(CAPITAL) == [
        ("Nairobi", "kg:capitalOf", "Kenya", ""),
        ("Nairobi", "schema:containedInPlace", "Kenya", ""),
    ]


def test_a_state_is_also_named_by_its_cities_and_in_a_headline_twice() -> None:
    doc = tree(CAPITAL)
    grounding = ground(doc, article(doc), SCHEMA)
    kenya = next(id for id, e in grounding.entities.items() if e.name == "Kenya")
    scene = Scene(doc, article(doc), grounding, (), frozenset({"Kenya"}), {"Nairobi": "Kenya"})

    assert scene.states == {kenya: 2}
