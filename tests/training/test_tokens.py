"""The tokenizer cuts as the treebanks do."""

import pytest
from spacy.language import Language

from kgraph.training.tokens import english


@pytest.fixture(scope="module")
def nlp() -> Language:
    return english()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stop!!!", "Stop !!!"),
        ("and/or", "and / or"),
        ("*** News ***", "*** News ***"),
        ("call 212-555-0134", "call 212-555-0134"),
        ("state-run", "state - run"),
        ("ports, docks, etc.", "ports , docks , etc."),
        ("the dockers’ union didn’t", "the dockers ’ union did n’t"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(nlp: Language, text: str, words: str) -> None:
    assert [token.text for token in nlp(text)] == words.split()
