"""How many were killed, injured, detained, or took part, and whose count is whose."""

from __future__ import annotations

import pytest

from extraction.byhand import article, parse, word
from kgraph.extraction.figures import counts, figures
from kgraph.schema import Schema

SCHEMA = Schema.load()
WORDS = SCHEMA.words["figures"]
KILLED = (
    "Rebels=rebel:NOUN:NNS:2:nsubj killed=kill:VERB:VBD:0:ROOT at:ADP:IN:4:case least:ADJ:JJS:5:nmod 12:NUM:CD:6:nummod"
    " monks=monk:NOUN:NNS:2:obj and:CCONJ:CC:8:cc arrested=arrest:VERB:VBD:2:conj 40:NUM:CD:10:nummod"
    " others=other:NOUN:NNS:8:obj .:PUNCT:.:2:punct"
)
MARCHED = (
    "About:ADV:RB:2:advmod 3,000:NUM:CD:3:nummod nurses=nurse:NOUN:NNS:4:nsubj marched=march:VERB:VBD:0:ROOT"
    " for:ADP:IN:7:case two:NUM:CD:7:nummod days=day:NOUN:NNS:4:obl .:PUNCT:.:4:punct"
)
TOLL = (
    "The:DET:DT:3:det death:NOUN:NN:3:compound toll:NOUN:NN:6:nsubj of:ADP:IN:5:case 225:NUM:CD:3:nmod"
    " shocked=shock:VERB:VBD:0:ROOT them:PRON:PRP:6:obj"
)
PASSIVE = (
    "More:ADJ:JJR:3:advmod than:ADP:IN:1:fixed 50:NUM:CD:4:nummod people:NOUN:NNS:6:nsubj:pass"
    " were=be:AUX:VBD:6:aux:pass injured=injure:VERB:VBN:0:ROOT"
)
GUNMEN = (
    "Two:NUM:CD:2:nummod gunmen=gunman:NOUN:NNS:3:nsubj killed=kill:VERB:VBD:0:ROOT a:DET:DT:5:det guard:NOUN:NN:3:obj"
)


def found(sentence: str, trigger: str, kind: str) -> list[tuple[str, float, str]]:
    doc = parse(sentence)
    return [(f.property, f.value, f.hedge) for f in figures(word(doc, trigger), kind, article(doc), SCHEMA)]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("12", 12),
        ("5,800", 5800),
        ("2.5:NUM:CD:2:compound million", 2_500_000),
        ("twelve", 12),
        ("three:NUM:CD:2:compound thousand", 3000),
        ("a:DET:DT:2:det hundred", 100),
        ("two:NUM:CD:2:compound dozen", 24),
    ],
)
def test_a_number_is_read_in_figures_and_in_words(number: str, value: float) -> None:
    size = number.count(":NUM") + number.count(":DET") + 1
    doc = parse(f"{number}:NUM:CD:{size + 1}:nummod monks=monk:NOUN:NNS:0:ROOT")

    assert [c.value for c in counts(next(doc.sents), WORDS)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "$:SYM:$:2:dep 40:NUM:CD:0:ROOT",
        "40:NUM:CD:2:nummod percent:NOUN:NN:0:ROOT",
        "two:NUM:CD:2:nummod days=day:NOUN:NNS:0:ROOT",
        "dozens=dozen:NOUN:NNS:0:ROOT of:ADP:IN:3:case monks=monk:NOUN:NNS:1:nmod",
        "thousands=thousand:NOUN:NNS:0:ROOT of:ADP:IN:3:case monks=monk:NOUN:NNS:1:nmod",
        "article:NOUN:NN:0:ROOT 4:NUM:CD:1:nummod",
    ],
)
def test_money_shares_spans_and_round_words_count_nobody(text: str) -> None:
    assert list(counts(next(parse(text).sents), WORDS)) == []


def test_each_verb_has_its_own_count_with_its_hedge() -> None:
    assert found(KILLED, "killed", "ASSAULT") == [("kg:killed", 12, "at least")]
    assert found(KILLED, "arrested", "COERCE") == [("kg:detained", 40, "")]


def test_those_who_take_part_are_the_size_and_days_are_not() -> None:
    assert found(MARCHED, "marched", "PROTEST") == [("kg:size", 3000, "about")]


def test_a_toll_counts_the_dead() -> None:
    assert found(TOLL, "toll", "DIE") == [("kg:killed", 225, "")]


def test_the_subject_of_a_passive_is_who_suffers() -> None:
    assert found(PASSIVE, "injured", "ASSAULT") == [("kg:injured", 50, "more than")]


def test_the_killers_are_not_the_killed() -> None:
    assert found(GUNMEN, "killed", "ASSAULT") == []


def test_a_figure_quotes_its_number() -> None:
    doc = parse(KILLED)

    (figure,) = figures(word(doc, "arrested"), "COERCE", article(doc), SCHEMA)

    assert doc.text[figure.evidence.start : figure.evidence.end] == figure.evidence.quote == "40"


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "figure"),
    [
        (
            "The:DET:DT:2:det rally:NOUN:NN:3:nsubj drew=draw:VERB:VBD:0:ROOT 700:NUM:CD:5:nummod"
            " people:NOUN:NNS:3:obj",
            "rally",
            "PROTEST",
            ("kg:size", 700, ""),
        ),
        (
            "The:DET:DT:2:det blast:NOUN:NN:3:nsubj left=leave:VERB:VBD:0:ROOT nine:NUM:CD:5:nummod"
            " monks=monk:NOUN:NNS:3:obj dead:ADJ:JJ:3:xcomp",
            "blast",
            "ASSAULT",
            ("kg:killed", 9, ""),
        ),
        (
            "The:DET:DT:2:det blast:NOUN:NN:3:nsubj killed=kill:VERB:VBD:0:ROOT nine:NUM:CD:5:nummod"
            " workers=worker:NOUN:NNS:3:obj",
            "blast",
            "ASSAULT",
            ("kg:killed", 9, ""),
        ),
        (
            "The:DET:DT:2:det toll:NOUN:NN:3:nsubj rose=rise:VERB:VBD:0:ROOT to:ADP:IN:5:case 80:NUM:CD:3:obl",
            "toll",
            "DIE",
            ("kg:killed", 80, ""),
        ),
    ],
)
def test_a_verb_may_say_how_many_of_the_event_that_is_its_subject(
    sentence: str, trigger: str, kind: str, figure: tuple[str, float, str]
) -> None:
    assert found(sentence, trigger, kind) == [figure]


def test_both_ends_of_a_range_count_the_noun_behind_it() -> None:
    sentence = (
        "Police:NOUN:NNS:2:nsubj arrested=arrest:VERB:VBD:0:ROOT 10:NUM:CD:6:nummod to:ADP:IN:5:case"
        " 15:NUM:CD:3:nmod monks=monk:NOUN:NNS:2:obj"
    )

    assert found(sentence, "arrested", "COERCE") == [("kg:detained", 10, "from"), ("kg:detained", 15, "up to")]


AGED = (
    "Ida:PROPN:NNP:6:nsubj:pass Lund:PROPN:NNP:1:flat ,:PUNCT:,:1:punct 35:NUM:CD:1:nmod ,:PUNCT:,:1:punct"
    " killed=kill:VERB:VBN:0:ROOT"
)
FATHER = (
    "Rebels=rebel:NOUN:NNS:2:nsubj killed=kill:VERB:VBD:0:ROOT a:DET:DT:4:det father:NOUN:NN:2:obj of:ADP:IN:6:case"
    " two:NUM:CD:4:nmod"
)
ONE_OF_THEM = (
    "Rebels=rebel:NOUN:NNS:2:nsubj killed=kill:VERB:VBD:0:ROOT three:NUM:CD:4:nummod monks=monk:NOUN:NNS:2:obj"
    " (:PUNCT:-LRB-:8:punct one:NUM:CD:8:nsubj a:DET:DT:8:det novice:NOUN:NN:4:appos ):PUNCT:-RRB-:8:punct"
)
TWO_OF_THEM = (
    "Three:NUM:CD:2:nummod monks=monk:NOUN:NNS:9:nsubj:pass ,:PUNCT:,:2:punct two:NUM:CD:2:appos of:ADP:IN:6:case"
    " them=they:PRON:PRP:4:nmod ,:PUNCT:,:2:punct were=be:AUX:VBD:9:aux:pass killed=kill:VERB:VBN:0:ROOT"
)


def test_an_age_somebodys_children_and_some_of_them_are_no_toll() -> None:
    assert found(AGED, "killed", "ASSAULT") == []
    assert found(FATHER, "killed", "ASSAULT") == []
    assert found(ONE_OF_THEM, "killed", "ASSAULT") == [("kg:killed", 3.0, "")]
    assert found(TWO_OF_THEM, "killed", "ASSAULT") == [("kg:killed", 3.0, "")]
