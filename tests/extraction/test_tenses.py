"""Whether a relation is told as over, out of hand-made parses and the words as shipped."""

from __future__ import annotations

import pytest

from kgraph.extraction.entities import ground
from kgraph.extraction.relations import relations
from kgraph.schema import Schema

from .trees import article, tree

SCHEMA = Schema.load()
SERVED = """
Ida Ida PROPN NNP nsubj 2 PERSON
Holm Holm PROPN NNP flat 0 PERSON
served serve VERB VBD ROOT 2
as as ADP IN case 5
the the DET DT det 5
president president NOUN NN obl 2
of of ADP IN case 7
Denmark Denmark PROPN NNP nmod 5 GPE
"""
SERVES = SERVED.replace("served serve VERB VBD", "serves serve VERB VBZ")
RESIGNED = SERVED.replace("served serve", "resigned resign")
WAS = """
Ida Ida PROPN NNP nsubj 4 PERSON
Holm Holm PROPN NNP flat 0 PERSON
was be AUX VBD cop 4
the the DET DT det 4
president president NOUN NN ROOT 4
of of ADP IN case 6
Denmark Denmark PROPN NNP nmod 4 GPE
"""
ONCE = """
Ida Ida PROPN NNP nsubj 5 PERSON
Holm Holm PROPN NNP flat 0 PERSON
was be AUX VBD cop 5
once once ADV RB advmod 5
the the DET DT det 5
president president NOUN NN ROOT 5
of of ADP IN case 7
Denmark Denmark PROPN NNP nmod 5 GPE
"""
SAID = """
Kofi Kofi PROPN NNP nsubj 1 PERSON
said say VERB VBD ROOT 1
Ida Ida PROPN NNP nsubj 4 PERSON
Holm Holm PROPN NNP flat 2 PERSON
led lead VERB VBD ccomp 1
Greenpeace Greenpeace PROPN NNP obj 4 ORG
"""
LED = """
Ida Ida PROPN NNP nsubj 2 PERSON
Holm Holm PROPN NNP flat 0 PERSON
led lead VERB VBD ROOT 2
Greenpeace Greenpeace PROPN NNP obj 2 ORG
"""
YEARS = f"""{WAS}in in ADP IN case 8
1985 1985 NUM CD obl 4 DATE
"""


def roles(rows: str) -> set[str]:
    doc = tree(rows)
    text = article(doc)
    return {r.role for r in relations(doc, text, SCHEMA, ground(doc, text, SCHEMA))}


@pytest.mark.parametrize("rows", [SERVED, RESIGNED, ONCE, YEARS])
def test_a_state_told_in_the_past_or_given_up_is_over(rows: str) -> None:
    assert roles(rows) == {"former president"}


@pytest.mark.parametrize("rows", [SERVES, WAS])
def test_the_present_and_a_bare_was_leave_it_open(rows: str) -> None:
    assert roles(rows) == {"president"}


def test_what_is_over_without_an_office_is_called_by_the_vocabulary() -> None:
    assert roles(LED) == {"former leader"}


def test_the_tense_of_indirect_speech_says_nothing() -> None:
    assert roles(SAID) == {""}
