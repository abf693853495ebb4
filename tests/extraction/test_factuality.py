"""What is told as a fact, and what is denied, hoped, planned or only possible."""

from __future__ import annotations

import pytest

from extraction.byhand import parse, word
from kgraph.extraction.factuality import factuality
from kgraph.schema import Schema

SCHEMA = Schema.load()

PLAIN = "Chile:PROPN:NNP:2:nsubj attacked=attack:VERB:VBD:0:ROOT Peru:PROPN:NNP:2:obj"
NOT = (
    "Chile:PROPN:NNP:4:nsubj has=have:AUX:VBZ:4:aux not:PART:RB:4:advmod attacked=attack:VERB:VBN:0:ROOT"
    " Peru:PROPN:NNP:4:obj"
)
MAY = "Chile:PROPN:NNP:3:nsubj may:AUX:MD:3:aux attack:VERB:VB:0:ROOT Peru:PROPN:NNP:3:obj"
WILL = "Chile:PROPN:NNP:3:nsubj will:AUX:MD:3:aux attack:VERB:VB:0:ROOT Peru:PROPN:NNP:3:obj"
REFUSED = "Chile:PROPN:NNP:2:nsubj refused=refuse:VERB:VBD:0:ROOT to:PART:TO:4:mark attack:VERB:VB:2:xcomp Peru:PROPN:NNP:4:obj"
MANAGED = (
    "Chile:PROPN:NNP:2:nsubj managed=manage:VERB:VBD:0:ROOT to:PART:TO:4:mark attack:VERB:VB:2:xcomp"
    " Peru:PROPN:NNP:4:obj"
)
NOT_MANAGED = (
    "Chile:PROPN:NNP:4:nsubj did=do:AUX:VBD:4:aux not:PART:RB:4:advmod manage:VERB:VB:0:ROOT to:PART:TO:6:mark"
    " attack:VERB:VB:4:xcomp Peru:PROPN:NNP:6:obj"
)
IN_ORDER_TO = (
    "Chile:PROPN:NNP:2:nsubj landed=land:VERB:VBD:0:ROOT to:PART:TO:4:mark attack:VERB:VB:2:advcl Peru:PROPN:NNP:4:obj"
)
DENIED_THAT = (
    "Chile:PROPN:NNP:2:nsubj denied=deny:VERB:VBD:0:ROOT that:SCONJ:IN:5:mark it:PRON:PRP:5:nsubj"
    " attacked=attack:VERB:VBD:2:ccomp Peru:PROPN:NNP:5:obj"
)
SAID_THAT = DENIED_THAT.replace("denied=deny", "said=say")
DENIED_NOUN = "Chile:PROPN:NNP:2:nsubj denied=deny:VERB:VBD:0:ROOT the:DET:DT:4:det attack:NOUN:NN:2:obj"
THREAT_OF = "The:DET:DT:2:det threat:NOUN:NN:5:nsubj of:ADP:IN:4:case war:NOUN:NN:2:nmod grew=grow:VERB:VBD:0:ROOT"
NO_EVIDENCE = (
    "There:PRON:EX:2:expl is=be:VERB:VBZ:0:ROOT no:DET:DT:4:det evidence:NOUN:NN:2:nsubj of:ADP:IN:6:case"
    " fighting:NOUN:NN:4:nmod"
)
PLANNED = "The:DET:DT:3:det planned:ADJ:JJ:3:amod attack:NOUN:NN:4:nsubj failed=fail:VERB:VBD:0:ROOT"
CAUSED = "The:DET:DT:2:det attack:NOUN:NN:3:nsubj killed=kill:VERB:VBD:0:ROOT nobody:PRON:NN:3:obj"
IF = (
    "If:SCONJ:IN:3:mark Chile:PROPN:NNP:3:nsubj attacks=attack:VERB:VBZ:7:advcl ,:PUNCT:,:3:punct Peru:PROPN:NNP:7:nsubj"
    " will:AUX:MD:7:aux fall:VERB:VB:0:ROOT"
)
ASKED = "Did=do:AUX:VBD:3:aux Chile:PROPN:NNP:3:nsubj attack:VERB:VB:0:ROOT Peru:PROPN:NNP:3:obj ?:PUNCT:.:3:punct"
CERTAINLY = (
    "It:PRON:PRP:5:nsubj:pass was=be:AUX:VBD:5:aux:pass almost:ADV:RB:4:advmod certainly:ADV:RB:5:advmod"
    " attacked=attack:VERB:VBN:0:ROOT"
)
SAID_TO = (
    "They:PRON:PRP:3:nsubj:pass are=be:AUX:VBP:3:aux:pass said=say:VERB:VBN:0:ROOT to:PART:TO:6:mark have:AUX:VB:6:aux"
    " attacked=attack:VERB:VBN:3:xcomp"
)
ACCUSED_OF = (
    "Peru:PROPN:NNP:2:nsubj accused=accuse:VERB:VBD:0:ROOT Chile:PROPN:NNP:2:obj of:SCONJ:IN:5:mark"
    " attacking=attack:VERB:VBG:2:advcl"
)
RELATIVE = (
    "He:PRON:PRP:2:nsubj denied=deny:VERB:VBD:0:ROOT the:DET:DT:4:det plot:NOUN:NN:2:obj that:PRON:WDT:6:nsubj"
    " killed=kill:VERB:VBD:4:acl:relcl her:PRON:PRP:6:obj"
)
QUOTED = "They:PRON:PRP:4:nsubj have:AUX:VBP:4:aux ':PUNCT:``:4:punct liberated=liberate:VERB:VBN:0:ROOT ':PUNCT:'':4:punct it:PRON:PRP:4:obj"  # fmt: skip
UNTIL = "She:PRON:PRP:2:nsubj ruled=rule:VERB:VBD:0:ROOT until:ADP:IN:5:case the:DET:DT:5:det attack:NOUN:NN:2:obl"
STAYS_UNTIL = UNTIL.replace("ruled=rule:VERB:VBD", "rules=rule:VERB:VBZ")


@pytest.mark.parametrize(
    ("sentence", "trigger", "value"),
    [
        (PLAIN, "attacked", ""),
        (NOT, "attacked", "negative"),
        (MAY, "attack", "possible"),
        (WILL, "attack", "future"),
        (REFUSED, "attack", "negative"),
        (REFUSED, "refused", ""),
        (MANAGED, "attack", ""),
        (NOT_MANAGED, "attack", "negative"),
        (IN_ORDER_TO, "attack", "underspecified"),
        (DENIED_THAT, "attacked", "negative"),
        (SAID_THAT, "attacked", ""),
        (DENIED_NOUN, "attack", "negative"),
        (THREAT_OF, "war", "possible"),
        (NO_EVIDENCE, "fighting", "negative"),
        (PLANNED, "attack", "future"),
        (CAUSED, "attack", ""),
        (CAUSED, "killed", "negative"),
        (IF, "attacks", "possible"),
        (ASKED, "attack", "underspecified"),
        (CERTAINLY, "attacked", "probable"),
        (SAID_TO, "attacked", "probable"),
        (ACCUSED_OF, "attacking", "probable"),
        (RELATIVE, "killed", ""),
        (QUOTED, "liberated", "underspecified"),
        (UNTIL, "attack", ""),
        (STAYS_UNTIL, "attack", "future"),
    ],
)
def test_an_event_is_what_the_words_above_it_make_of_it(sentence: str, trigger: str, value: str) -> None:
    assert factuality(word(parse(sentence), trigger), SCHEMA)[0] == value


@pytest.mark.parametrize(
    ("sentence", "trigger", "hedge"),
    [
        (MAY, "attack", "may"),
        (CERTAINLY, "attacked", "almost certainly"),
        (PLAIN, "attacked", ""),
        (NOT, "attacked", ""),
    ],
)
def test_the_hedge_is_kept_in_its_own_words(sentence: str, trigger: str, hedge: str) -> None:
    assert factuality(word(parse(sentence), trigger), SCHEMA)[1] == hedge


def test_a_denied_denial_is_neither_fact_nor_denial() -> None:
    doc = parse(
        "Chile:PROPN:NNP:4:nsubj did=do:AUX:VBD:4:aux not:PART:RB:4:advmod deny:VERB:VB:0:ROOT the:DET:DT:6:det"
        " attack:NOUN:NN:4:obj"
    )

    assert factuality(word(doc, "attack"), SCHEMA)[0] == "underspecified"


def test_who_tells_somebody_not_to_do_it_does_not_deny_that_it_was_done() -> None:
    order = "Do:AUX:VB:3:aux n't:PART:RB:3:advmod attack:VERB:VB:0:ROOT Peru:PROPN:NNP:3:obj"
    denial = (
        "They:PRON:PRP:4:nsubj did=do:AUX:VBD:4:aux n't:PART:RB:4:advmod attack:VERB:VB:0:ROOT Peru:PROPN:NNP:4:obj"
    )

    assert factuality(word(parse(order), "attack"), SCHEMA)[0] == "underspecified"
    assert factuality(word(parse(denial), "attack"), SCHEMA)[0] == "negative"


PICTURE = (
    "They=they:PRON:PRP:2:nsubj paint:VERB:VBP:0:ROOT a:DET:DT:4:det portrait:NOUN:NN:2:obj of:ADP:IN:6:case"
    " attacks=attack:NOUN:NNS:4:nmod"
)


def test_what_should_not_be_done_is_not_denied() -> None:
    advice = (
        "Chile:PROPN:NNP:4:nsubj should:AUX:MD:4:aux not:PART:RB:4:advmod attack:VERB:VB:0:ROOT Peru:PROPN:NNP:4:obj"
    )

    assert factuality(word(parse(advice), "attack"), SCHEMA)[0] == "underspecified"
    assert factuality(word(parse(advice.replace("should", "could")), "attack"), SCHEMA)[0] == "negative"


def test_what_a_cleft_sentence_says_of_who_did_it_is_said_of_the_deed() -> None:
    cleft = (
        "It:PRON:PRP:4:expl was=be:AUX:VBD:4:cop not:PART:RB:4:advmod Chile:PROPN:NNP:0:ROOT that:PRON:WDT:6:nsubj"
        " attacked=attack:VERB:VBD:4:acl:relcl Peru:PROPN:NNP:6:obj"
    )
    until = "It:PRON:PRP:5:expl was=be:AUX:VBD:5:cop not:PART:RB:5:advmod until:ADP:IN:5:case Monday:PROPN:NNP:0:ROOT that:SCONJ:IN:8:mark they:PRON:PRP:8:nsubj attacked=attack:VERB:VBD:5:acl:relcl"  # fmt: skip

    assert factuality(word(parse(cleft), "attacked"), SCHEMA)[0] == "negative"
    assert factuality(word(parse(cleft.replace("not:PART:RB", "only:ADV:RB")), "attacked"), SCHEMA)[0] == ""
    assert factuality(word(parse(until), "attacked"), SCHEMA)[0] == ""


def test_what_something_depends_on_is_not_denied_with_it() -> None:
    doc = parse(
        "She:PRON:PRP:3:nsubj was=be:AUX:VBD:3:aux freed=free:VERB:VBN:0:ROOT without:ADP:IN:6:case the:DET:DT:6:det"
        " possibility:NOUN:NN:3:obl of:ADP:IN:8:case return:NOUN:NN:6:nmod if:SCONJ:IN:10:mark"
        " convicted=convict:VERB:VBN:6:advcl"
    )

    assert factuality(word(doc, "convicted"), SCHEMA)[0] == "possible"


def test_what_a_picture_shows_is_not_told_as_fact() -> None:
    assert factuality(word(parse(PICTURE), "attacks"), SCHEMA) == ("underspecified", "")
    assert factuality(word(parse(PICTURE.replace("portrait", "list")), "attacks"), SCHEMA) == ("", "")


def test_a_failed_attack_is_neither_told_as_done_nor_denied() -> None:
    doc = parse("A:DET:DT:3:det failed:ADJ:JJ:3:amod attack:NOUN:NN:4:nsubj ended=end:VERB:VBD:0:ROOT")

    assert factuality(word(doc, "attack"), SCHEMA)[0] == "underspecified"


def test_an_adverb_right_before_a_phrase_hedges_what_it_names() -> None:
    doc = parse(
        "The:DET:DT:2:det panic:NOUN:NN:4:nsubj:pass was=be:AUX:VBD:4:aux:pass caused=cause:VERB:VBN:0:ROOT"
        " apparently:ADV:RB:4:advmod by:ADP:IN:8:case a:DET:DT:8:det strike:NOUN:NN:4:obl"
    )

    assert factuality(word(doc, "strike"), SCHEMA) == ("probable", "apparently")


def test_what_a_road_is_blocked_for_is_not_denied() -> None:
    doc = parse(
        "Farmers:NOUN:NNS:2:nsubj blocked=block:VERB:VBD:0:ROOT the:DET:DT:4:det road:NOUN:NN:2:obj to:PART:TO:6:mark"
        " demand:VERB:VB:2:advcl aid:NOUN:NN:6:obj"
    )

    assert factuality(word(doc, "demand"), SCHEMA)[0] == "underspecified"
