"""What comes after the network: numbers by rules, lemmas by a table."""

from pathlib import Path

import pytest
from blank import NLP
from spacy.lookups import Lookups
from spacy.tokens import Doc, Span

from kgraph.annotation.lemmas import Lemmas
from kgraph.annotation.numbers import Numbers
from kgraph.schema import Schema

VOCAB = NLP.vocab


@pytest.fixture(scope="module")
def numbers() -> Numbers:
    return Numbers.of(Schema.load())


def doc(text: str, *, numerals: str) -> Doc:
    words = text.split()
    return Doc(VOCAB, words=words, pos=["NUM" if w in numerals.split() else "NOUN" for w in words])


@pytest.mark.parametrize(
    ("text", "numerals", "found"),
    [
        ("$ 3.5 million", "3.5 million", ("$ 3.5 million", "MONEY")),
        ("cost 2bn euros", "2bn", ("2bn euros", "MONEY")),
        ("12 per cent", "12", ("12 per cent", "PERCENT")),
        ("rose 4 % today", "4", ("4 %", "PERCENT")),
        ("at 5 pm sharp", "5", ("5 pm", "TIME")),
        ("at 17:30 sharp", "17:30", ("17:30", "TIME")),
        ("thirty square kilometres", "thirty", ("thirty square kilometres", "QUANTITY")),
        ("twenty - five ferries", "twenty five", ("twenty - five", "CARDINAL")),
        ("10,000 ferries", "10,000", ("10,000", "CARDINAL")),
    ],
)
def test_a_number_is_what_the_words_beside_it_say(
    numbers: Numbers, text: str, numerals: str, found: tuple[str, str]
) -> None:
    assert [(ent.text, ent.label_) for ent in numbers(doc(text, numerals=numerals)).ents] == [found]


def test_a_number_inside_a_date_stays_part_of_the_date(numbers: Numbers) -> None:
    text = doc("5 January", numerals="5")
    text.ents = (Span(text, 0, 2, label="DATE"),)

    assert [ent.label_ for ent in numbers(text).ents] == ["DATE"]


@pytest.fixture
def lemmas() -> Lemmas:
    lookups = Lookups()
    lookups.add_table("lemma_rules", {"noun": [], "verb": [["ed", ""], ["ed", "e"]]})
    lookups.add_table("lemma_exc", {"noun": {}, "verb": {"fled": ["flee"]}})
    lookups.add_table("lemma_index", {"noun": [], "verb": ["flee", "stag", "stage"]})
    made = Lemmas(VOCAB, None, mode="rule", overwrite=True)
    made.initialize(lookups=lookups)
    made.learn({"VERB VBD left": "leave", "VERB VBD fled": "flead", "PART RB n't": "not"})
    return made


def tagged(word: str, pos: str, tag: str) -> Doc:
    return Doc(VOCAB, words=[word], pos=[pos], tags=[tag])


def test_the_table_knows_more_than_the_rules(lemmas: Lemmas) -> None:
    assert lemmas(tagged("Left", "VERB", "VBD"))[0].lemma_ == "leave"


def test_a_curly_apostrophe_reads_like_a_straight_one(lemmas: Lemmas) -> None:
    assert lemmas(tagged("n’t", "PART", "RB"))[0].lemma_ == "not"


def test_a_verb_that_would_double_its_last_letter_is_not_the_one_that_did_not(lemmas: Lemmas) -> None:
    assert lemmas(tagged("staged", "VERB", "VBD"))[0].lemma_ == "stage"


def test_a_treebanks_slip_does_not_outweigh_an_irregular_verb(lemmas: Lemmas) -> None:
    assert lemmas(tagged("fled", "VERB", "VBD"))[0].lemma_ == "flee"


def test_a_name_that_no_table_knows_is_its_own_lemma(lemmas: Lemmas) -> None:
    assert lemmas(tagged("Rabat", "PROPN", "NNP"))[0].lemma_ == "Rabat"


def test_the_table_comes_back_from_disk(lemmas: Lemmas, tmp_path: Path) -> None:
    lemmas.to_disk(tmp_path)
    read = Lemmas(VOCAB, None, mode="rule", overwrite=True)
    read.from_disk(tmp_path)

    assert dict(read.table) == dict(lemmas.table)
