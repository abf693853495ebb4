"""Killing that nobody did is a death; parses written by hand."""

from __future__ import annotations

import pytest

from kgraph.extraction.entities import ground
from kgraph.extraction.events import events
from kgraph.model import Event
from kgraph.schema import Schema

from .trees import article, tree

SCHEMA = Schema.load()
ROOF = """
Seven seven NUM CD nummod 1
workers worker NOUN NNS nsubj:pass 3
were be AUX VBD aux:pass 3
killed kill VERB VBN ROOT 3
and and CCONJ CC cc 6
12 12 NUM CD conj 3
injured injure VERB VBN conj 3
when when SCONJ WRB advmod 10
the the DET DT det 9
roof roof NOUN NN nsubj 10
collapsed collapse VERB VBD advcl 3
"""
SQUARE = """
Seven seven NUM CD nummod 1
workers worker NOUN NNS nsubj:pass 3
were be AUX VBD aux:pass 3
killed kill VERB VBN ROOT 3
in in ADP IN case 6
the the DET DT det 6
square square NOUN NN obl 3
"""
HAND = """
Rebels rebel NOUN NNS nsubj 1
killed kill VERB VBD ROOT 1
seven seven NUM CD nummod 3
workers worker NOUN NNS obj 1
when when SCONJ WRB advmod 7
the the DET DT det 6
roof roof NOUN NN nsubj 7
collapsed collapse VERB VBD advcl 1
"""


def found(text: str) -> list[Event]:
    doc = tree(text)
    return list(events(doc, article(doc), SCHEMA, ground(doc, article(doc), SCHEMA)))


@pytest.mark.parametrize(
    ("text", "types"), [(ROOF, ["DIE", "DISASTER"]), (SQUARE, ["ASSAULT"]), (HAND, ["ASSAULT", "DISASTER"])]
)
def test_who_is_killed_by_a_roof_dies_by_no_hand(text: str, types: list[str]) -> None:
    assert [e.type for e in found(text)] == types


def test_those_hurt_are_counted_with_the_dead() -> None:
    death, _ = found(ROOF)

    assert [(f.property, f.value) for f in death.figures] == [("kg:killed", 7), ("kg:injured", 12)]


def test_who_dies_is_whom_it_happens_to() -> None:
    death, _ = found(ROOF)

    assert [role for role, _ in death.roles] == ["schema:object"]
