"""A toll's number stands on what it is the toll of."""

import pytest

from kgraph.model import Article
from kgraph.pipeline.workers import extract_one

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The death toll from Saturday's explosion in Oslo has risen to 12.", {"explosion": [12]}),
        ("The death toll has risen to 12, the ministry said.", {"toll": [12]}),
    ],
)
def test_a_toll_is_of_its_event(text: str, lemmas: dict[str, list[int]]) -> None:
    found = extract_one(Article(path="toll.txt", text=text, ranges=((0, len(text)),)), None)
    assert not isinstance(found, Exception)

    assert {e.lemma: [int(f.value) for f in e.figures] for e in found.events} == lemmas
