"""Datelines: what stands before the dash, and whose names it holds; parses written by hand."""

from __future__ import annotations

import pytest
from blank import NLP
from spacy.tokens import Doc

from kgraph.annotation.datelines import dated


def line(*words: str, glued: tuple[int, ...] = ()) -> Doc:
    """A dateline as one sentence, all words hung on the first."""
    spaces = [i not in glued for i in range(len(words))]
    return Doc(
        NLP.vocab, words=list(words), spaces=spaces, heads=[0] * len(words), deps=["ROOT", *["dep"] * (len(words) - 1)]
    )


@pytest.mark.parametrize(
    ("doc", "named"),
    [
        (
            line("STRELSAU", ",", "Ruritania", "(", "Coast", "Wire", ")", "—", glued=(0, 3, 5)),
            [("STRELSAU", "GPE"), ("Ruritania", "GPE"), ("Coast Wire", "ORG")],
        ),
        (line("PORT", "VELMO", "-"), [("PORT VELMO", "GPE")]),
        (line("The", "king", "left", ".", glued=(2,)), []),
    ],
)
def test_a_dateline_names_its_place_and_its_agency(doc: Doc, named: list[tuple[str, str]]) -> None:
    assert [(doc[start:end].text, label) for start, end, label in dated(doc) if label] == named
