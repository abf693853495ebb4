"""What belongs together by its place, where a parser hangs it elsewhere."""

from __future__ import annotations

from extraction.byhand import parse
from kgraph.extraction import syntax


def test_a_year_right_behind_an_owned_event_after_since_is_the_events() -> None:
    doc = parse(
        "It:PRON:PRP:2:nsubj grew=grow:VERB:VBD:0:root since:ADP:IN:5:case its:PRON:PRP$:5:nmod:poss "
        "founding:NOUN:NN:2:obl in:ADP:IN:7:case 1975:NUM:CD:2:obl"
    )

    assert ("in", doc[6]) in syntax.functions(doc[4])


def test_a_year_right_behind_the_object_stays_the_verbs() -> None:
    doc = parse(
        "They:PRON:PRP:2:nsubj sold=sell:VERB:VBD:0:root their:PRON:PRP$:4:nmod:poss house:NOUN:NN:2:obj "
        "in:ADP:IN:6:case 1975:NUM:CD:2:obl"
    )

    assert syntax.noun_before(doc[5]) is None


def test_a_name_with_an_ending_before_a_second_subject_is_only_its_owner() -> None:
    doc = parse("Berg:PROPN:NNP:4:nsubj 's:PART:POS:1:case son:NOUN:NN:4:nsubj left=leave:VERB:VBD:0:root")

    assert syntax.surface_subjects(doc[3]) == (doc[2],)
    assert ("possessor", doc[0]) in syntax.functions(doc[2])
