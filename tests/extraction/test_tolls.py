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


def test_what_a_disaster_goes_on_to_do_is_done_there_and_then() -> None:
    text = "A landslide swept through Velmo on 24 May 2024, killing at least 40 people."
    found = extract_one(Article(path="slide.txt", text=text, ranges=((0, len(text)),)), None)
    assert not isinstance(found, Exception)
    (slide, death) = found.events

    assert (slide.type, death.type) == ("DISASTER", "DIE")
    assert slide.time == death.time
    assert slide.figures == death.figures
    assert [r for r, _ in death.roles] == ["schema:object", "schema:location"]
