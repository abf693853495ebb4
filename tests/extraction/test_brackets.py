"""What a bracket after a person's name tells, over parses built by hand."""

from __future__ import annotations

from kgraph.extraction.entities import ground
from kgraph.extraction.relations import relations
from kgraph.schema import Schema

from .trees import article, tree

SCHEMA = Schema.load()
LIFE = """
Ida Ida PROPN NNP nsubj 8 PERSON
Holm Holm PROPN NNP flat 0 PERSON
( ( PUNCT -LRB- punct 3
1907 1907 NUM CD appos 0 DATE
– – PUNCT : punct 3
1967 1967 NUM CD nmod 3 DATE
) ) PUNCT -RRB- punct 3
was be AUX VBD cop 8
right right ADJ JJ ROOT 8
"""
SENATOR = """
Ida Ida PROPN NNP nsubj 7 PERSON
Holm Holm PROPN NNP flat 0 PERSON
( ( PUNCT -LRB- punct 3
R R PROPN NNP appos 0
- - PUNCT HYPH punct 3
Iowa Iowa PROPN NNP flat 3
) ) PUNCT -RRB- punct 3
left leave VERB VBD ROOT 7
"""


def told(rows: str) -> list[tuple[str, str, str]]:
    doc = tree(rows)
    grounding = ground(doc, article(doc), SCHEMA)
    found = relations(doc, article(doc), SCHEMA, grounding)
    names = {id: e.name for id, e in grounding.entities.items()}
    return [(names[r.subject], r.property, names.get(r.object.value, r.object.value)) for r in found]


def test_two_years_in_brackets_are_birth_and_death() -> None:
    assert told(LIFE) == [("Ida Holm", "schema:birthDate", "1907"), ("Ida Holm", "schema:deathDate", "1967")]


def test_one_year_in_brackets_is_neither() -> None:
    [*rows] = LIFE.strip().splitlines()
    rows[3:6] = ["1907 1907 NUM CD appos 0 DATE", "( ( PUNCT -LRB- punct 3", "x x NOUN NN dep 3"]

    assert told("\n".join(rows)) == []


def test_a_few_years_in_brackets_are_a_term_of_office() -> None:
    assert told(LIFE.replace("1907", "1961")) == []


def test_the_letter_after_a_politician_is_the_party() -> None:
    assert told(SENATOR) == [("Ida Holm", "schema:memberOf", "Republican Party")]
