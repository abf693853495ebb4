"""Who says what: cue, speaker and content, on parses built by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from extraction.byhand import article, parse
from kgraph.extraction.assembly import attributed, nested
from kgraph.extraction.attribution import attributions
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.statements import heard, statements
from kgraph.model import Entity, Event, Evidence, Statement
from kgraph.schema import Schema

SCHEMA = Schema.load()
REPORTED = (
    "Lund:PROPN:NNP:2:nsubj said=say:VERB:VBD:0:ROOT that:SCONJ:IN:6:mark the:DET:DT:5:det "
    "dam:NOUN:NN:6:nsubj held=hold:VERB:VBD:2:ccomp .:PUNCT:.:2:punct"
)
INSERTED = (
    "The:DET:DT:2:det dam:NOUN:NN:7:nsubj ,:PUNCT:,:5:punct Lund:PROPN:NNP:5:nsubj said=say:VERB:VBD:7:parataxis "
    ",:PUNCT:,:5:punct held=hold:VERB:VBD:0:ROOT .:PUNCT:.:7:punct"
)
PASSIVE = (
    "The:DET:DT:2:det king:NOUN:NN:4:nsubj:pass is=be:AUX:VBZ:4:aux:pass said=say:VERB:VBN:0:ROOT to:PART:TO:7:mark "
    "have:AUX:VB:7:aux left=leave:VERB:VBN:4:xcomp .:PUNCT:.:4:punct"
)
DENIED = (
    "Lund:PROPN:NNP:4:nsubj did=do:AUX:VBD:4:aux not:PART:RB:4:advmod say:VERB:VB:0:ROOT that:SCONJ:IN:8:mark "
    "the:DET:DT:7:det dam:NOUN:NN:8:nsubj held=hold:VERB:VBD:4:ccomp .:PUNCT:.:4:punct"
)
SOURCED = (
    "According=accord:VERB:VBG:4:case to:ADP:IN:1:fixed the:DET:DT:4:det police:NOUN:NNS:8:obl ,:PUNCT:,:4:punct "
    "the:DET:DT:7:det dam:NOUN:NN:8:nsubj held=hold:VERB:VBD:0:ROOT .:PUNCT:.:8:punct"
)
OWN = "I:PRON:PRP:2:nsubj think:VERB:VBP:0:ROOT the:DET:DT:4:det dam:NOUN:NN:5:nsubj held=hold:VERB:VBD:2:ccomp"
BOTH = (
    "Lund:PROPN:NNP:4:nsubj and:CCONJ:CC:3:cc Berg:PROPN:NNP:1:conj said=say:VERB:VBD:0:ROOT the:DET:DT:6:det "
    "dam:NOUN:NN:7:nsubj held=hold:VERB:VBD:4:ccomp .:PUNCT:.:4:punct"
)
SPLIT = (
    "“:PUNCT:``:3:punct It:PRON:PRP:3:nsubj held=hold:VERB:VBD:6:ccomp ,:PUNCT:,:3:punct ”:PUNCT:'':3:punct "
    "said=say:VERB:VBD:0:ROOT Lund:PROPN:NNP:6:nsubj .:PUNCT:.:6:punct “:PUNCT:``:10:punct "
    "Go=go:VERB:VB:6:parataxis home:ADV:RB:10:advmod right:ADV:RB:13:advmod now:ADV:RB:10:advmod .:PUNCT:.:10:punct "
    "”:PUNCT:'':10:punct"
)
GAPPED = (
    "Some:PRON:DT:2:nsubj say:VERB:VBP:0:ROOT it:PRON:PRP:4:nsubj held=hold:VERB:VBD:2:ccomp ,:PUNCT:,:6:punct "
    "others=other:NOUN:NNS:4:conj that:SCONJ:IN:9:mark it:PRON:PRP:9:nsubj broke=break:VERB:VBD:6:acl .:PUNCT:.:2:punct"
)
WARNED = (
    "Lund:PROPN:NNP:2:nsubj warned=warn:VERB:VBD:0:ROOT tourists=tourist:NOUN:NNS:2:obj of:ADP:IN:5:case "
    "storms=storm:NOUN:NNS:3:nmod .:PUNCT:.:2:punct"
)
ASKED_SO = (
    "Berg:PROPN:NNP:2:nsubj asked=ask:VERB:VBD:0:ROOT Lund:PROPN:NNP:2:obj to:PART:TO:5:mark do:VERB:VB:2:xcomp "
    "so:ADV:RB:5:advmod .:PUNCT:.:2:punct"
)
TERM = (
    "The:DET:DT:4:det “:PUNCT:``:4:punct safe:ADJ:JJ:4:amod dam:NOUN:NN:6:nsubj ”:PUNCT:'':4:punct "
    "fell=fall:VERB:VBD:0:ROOT .:PUNCT:.:6:punct"
)


def with_marks(doc: Doc) -> Doc:
    """The same parse with quotation marks that stand close to what they hold."""
    close = [t.text == "“" or (t.i + 1 < len(doc) and t.nbor().text in {"”", ",", "."}) for t in doc]
    spaces = [not c and t.i + 1 < len(doc) for t, c in zip(doc, close, strict=True)]
    rows = {name: [getattr(t, f"{name[:-1]}_") for t in doc] for name in ("tags", "deps", "lemmas")}
    heads, pos = [t.head.i for t in doc], [t.pos_ for t in doc]
    return Doc(doc.vocab, words=[t.text for t in doc], spaces=spaces, heads=heads, pos=pos, **rows)


def names(doc: Doc) -> Grounding:
    """A grounding in which every proper noun is a person of that name."""
    known = {t.i: t.text for t in doc if t.pos_ == "PROPN"}
    return Grounding({n: Entity(n, ("schema:Person",), n) for n in known.values()}, known)


LISTED = (
    "Berg:PROPN:NNP:2:nsubj set=set:VERB:VBD:2:ROOT out:ADP:RP:2:compound:prt demands=demand:NOUN:NNS:2:obj .:PUNCT:.:2:punct "
    "{}:PRON:DT:7:nsubj include=include:VERB:VBP:7:ROOT a:DET:DT:9:det vote:NOUN:NN:7:obj .:PUNCT:.:7:punct"
)


def read(text: str) -> tuple[tuple[Statement, ...], Grounding]:
    doc = with_marks(parse(text))
    paper = article(doc)
    found = attributions(doc, paper, SCHEMA, names(doc))
    grounding = heard(found, paper, names(doc))
    return nested(statements(paper, SCHEMA, grounding, found)), grounding


def told(text: str) -> list[tuple[str, str, str]]:
    found, grounding = read(text)
    return [(grounding.entity(s.speaker).name, s.cue.quote, s.content.quote) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REPORTED, ("Lund", "said", "the dam held")),
        (SOURCED, ("police", "According to", "the dam held")),
        (DENIED, ("Lund", "did not say", "the dam held")),
    ],
)
def test_indirect_speech_has_speaker_cue_and_content(text: str, expected: tuple[str, str, str]):
    assert [(n.removeprefix("the "), c, t) for n, c, t in told(text)] == [expected]


def test_a_saying_put_into_a_sentence_has_the_whole_sentence_as_content():
    assert told(INSERTED) == [("Lund", "said", "The dam, Lund said, held")]


def test_an_impersonal_passive_has_an_unnamed_speaker():
    found, grounding = read(PASSIVE)

    assert (found[0].content.quote, grounding.entity(found[0].speaker).named) == ("to have left", False)


def test_a_verb_of_saying_that_is_left_out_serves_the_next_source_too():
    assert told(GAPPED) == [("some", "say", "it held"), ("others", "say", "it broke")]


def test_what_somebody_is_warned_of_is_the_content_and_he_is_who_hears_it():
    [statement], grounding = read(WARNED)

    assert (statement.content.quote, grounding.entity(statement.addressee).name) == ("storms", "tourists")


def test_what_only_takes_up_what_was_said_is_no_content():
    assert told(ASKED_SO) == []


def test_a_denied_saying_is_negated():
    assert [s.negated for s in read(DENIED)[0]] == [True]


def test_the_writer_s_own_thoughts_are_no_statement():
    assert told(OWN) == []


def test_each_of_two_speakers_has_a_statement():
    assert [name for name, _, _ in told(BOTH)] == ["Lund", "Berg"]


def test_the_parts_of_a_split_quotation_are_one_direct_statement():
    found, _ = read(SPLIT)

    assert [(s.kind, s.content.quote) for s in found] == [("direct", "It held,” said Lund. “Go home right now.")]


def test_a_term_in_quotation_marks_is_no_statement():
    assert told(TERM) == []


def test_quotes_equal_the_text_at_their_offsets():
    doc = parse(REPORTED)
    for s in read(REPORTED)[0]:
        assert all(doc.text[e.start : e.end] == e.quote for e in (s.cue, s.content, s.evidence))


def test_what_happens_inside_the_content_is_the_speaker_s_word():
    found, _ = read(REPORTED)
    start = parse(REPORTED).text.index("held")

    assert attributed(event(start), (start, start + 4), found).statement == found[0].id


def test_where_the_writer_cuts_in_nobody_else_speaks():
    found, _ = read(INSERTED)
    start = parse(INSERTED).text.index("said")

    assert not attributed(event(start), (start, start + 4), found).statement


def event(start: int) -> Event:
    passage = Evidence("a", start, start + 4, "held")
    return Event("v1", "RETREAT", passage, passage, "hold")


def test_a_list_of_demands_is_the_word_of_who_set_them_out() -> None:
    assert told(LISTED.format("These"))[-1] == ("Berg", "include", "a vote")


def test_a_list_of_other_things_is_nobodys_word() -> None:
    parks = LISTED.format("These").replace("demands=demand", "parks=park")

    assert all(cue != "include" for _, cue, _ in told(parks))
