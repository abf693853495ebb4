"""Acronyms that the text itself explains."""

import pytest
from blank import NLP

from kgraph.annotation.acronyms import acronym_pairs

SMALL = frozenset(("of", "the", "for", "and"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. Lake Survey (USLS) said", [("U.S. Lake Survey", "USLS")]),
        ("at the Union of Lake States (ULS) today", [("Union of Lake States", "ULS")]),
        ("a Lake-States Union (LSU) office", [("Lake-States Union", "LSU")]),
        ("the Lake Mission for Ships (LMFS) sailed", [("Lake Mission for Ships", "LMFS")]),
        ("the Lake Union (ULS) office", []),
        ("Union, Lake States (ULS) office", []),
        ("in Lake Village (pop. 300) today", []),
        ("(ULS) alone", []),
        ("at the end (", []),
    ],
)
def test_an_acronym_is_paired_with_the_words_whose_initials_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    pairs = acronym_pairs(NLP(text), SMALL)

    assert [(name.text, acronym.text) for name, acronym in pairs] == expected
