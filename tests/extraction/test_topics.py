"""What a sentence is about, and what stands behind a word, told by places alone."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from extraction.byhand import parse, word
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.topics import behind, theme, topics, when
from kgraph.model import Entity

FILM = (
    "Vara:PROPN:NNP:4:nsubj is=be:AUX:VBZ:4:cop a:DET:DT:4:det film:NOUN:NN:0:root starring=star:VERB:VBG:4:acl "
    "Anna:PROPN:NNP:5:obj Berg:PROPN:NNP:6:flat ,:PUNCT:,:10:punct and:CCONJ:CC:10:cc Olga:PROPN:NNP:6:conj "
    ",:PUNCT:,:12:punct directed=direct:VERB:VBN:4:acl in:ADP:IN:14:case 1990:NUM:CD:12:obl by:ADP:IN:17:case "
    "the:DET:DT:17:det painter:NOUN:NN:12:obl Lund:PROPN:NNP:17:appos .:PUNCT:.:4:punct"
)
NAMES = ((0, 1, "schema:Movie"), (5, 7, "PERSON"), (9, 10, "PERSON"), (13, 14, "DATE"), (17, 18, "PERSON"))


def film() -> tuple[Doc, Grounding]:
    doc = parse(FILM)
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in NAMES)
    entity = Entity("n1", ("schema:Movie",), "Vara")
    return doc, Grounding({"n1": entity}, {0: "n1", 3: "n1"})


def test_a_sentence_is_about_its_subject_whatever_its_participles_hang_on() -> None:
    doc, grounding = film()

    assert [t.text for t in topics(word(doc, "directed"), "", grounding)] == ["Vara"]


def test_a_participle_behind_a_comma_has_the_theme_and_one_behind_its_noun_has_none() -> None:
    doc, grounding = film()

    assert [t.text for t in theme(word(doc, "directed"), "", grounding)] == ["Vara"]
    assert not list(theme(word(doc, "starring"), "", grounding))


def test_a_list_of_names_stands_behind_a_word() -> None:
    doc, grounding = film()

    assert [t.text for t in behind(word(doc, "starring"), "", grounding)][:2] == ["Anna", "Olga"]


def test_behind_a_preposition_stands_the_name_after_its_description() -> None:
    doc, grounding = film()

    assert [t.text for t in behind(word(doc, "directed"), "by", grounding)] == ["Lund"]


def test_the_next_date_is_when() -> None:
    doc, grounding = film()

    assert [t.text for t in when(word(doc, "directed"), "", grounding)] == ["1990"]
