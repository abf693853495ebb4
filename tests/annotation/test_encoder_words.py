"""What comes after the network: numbers by rules, lemmas by a table."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from kgraph.annotation.lemmas import Lemmas
from kgraph.annotation.numbers import Numbers
from kgraph.schema import Schema

VOCAB = spacy.blank("en").vocab


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


def tagged(word: str, pos: str, tag: str, lemma: str) -> Doc:
    return Doc(VOCAB, words=[word], pos=[pos], tags=[tag], lemmas=[lemma])


def test_the_table_knows_more_than_the_rules() -> None:
    lemmas = Lemmas({"VERB VBD left": "leave"})

    assert lemmas(tagged("Left", "VERB", "VBD", "left"))[0].lemma_ == "leave"


def test_a_curly_apostrophe_reads_like_a_straight_one() -> None:
    assert Lemmas({"PART RB n't": "not"})(tagged("n’t", "PART", "RB", "n’t"))[0].lemma_ == "not"


def test_a_name_that_no_table_knows_is_its_own_lemma() -> None:
    assert Lemmas()(tagged("Rabat", "PROPN", "NNP", "rabat"))[0].lemma_ == "Rabat"


def test_the_same_table_is_written_as_the_same_bytes(tmp_path: Path) -> None:
    Lemmas({"b": "2", "a": "1"}).to_disk(tmp_path / "one")
    Lemmas({"a": "1", "b": "2"}).to_disk(tmp_path / "two")
    one, two = (next((tmp_path / name).iterdir()).read_bytes() for name in ("one", "two"))

    assert one == two
    assert Lemmas().from_disk(tmp_path / "one").table == {"a": "1", "b": "2"}
