"""What happened when, as far as the articles say."""

from __future__ import annotations

import pytest
import toy

from kgraph.graph import KnowledgeGraph
from kgraph.graph.passages import Passage
from kgraph.views.timelines import Moment, timeline


@pytest.fixture(scope="module")
def moments() -> tuple[Moment, ...]:
    return timeline(KnowledgeGraph.from_corpus(toy.CORPUS))


def moment(*starts: str, ends: tuple[str, ...] = (), passages: tuple[Passage, ...] = ()) -> Moment:
    return Moment("e", "Moreau asks the League, 3 March 1998", "request", True, starts, ends, 1, passages)


def test_events_stand_in_the_order_of_their_time_and_undated_ones_last(moments: tuple[Moment, ...]) -> None:
    dated = [m.starts[0] for m in moments if m.starts]

    assert dated == sorted(dated)
    assert [bool(m.starts or m.ends) for m in moments] == sorted(
        (bool(m.starts or m.ends) for m in moments), reverse=True
    )


def test_every_event_has_its_sentences_once_with_their_source(moments: tuple[Moment, ...]) -> None:
    assert moments
    for m in moments:
        places = [(p.article, p.start) for p in m.passages]
        assert len(places) == len(set(places))
        assert all(p.quote for p in m.passages)


def test_a_copy_adds_no_support(moments: tuple[Moment, ...]) -> None:
    for m in moments:
        assert m.support <= len({p.article for p in m.passages})

    asked = next(m for m in moments if "Moreau" in m.label and len({p.path for p in m.passages}) > 2)
    assert asked.support == 2


@pytest.mark.parametrize(
    ("starts", "ends", "when"),
    [
        (("1968",), (), "1968"),
        (("1992", "1999"), (), "1992 or 1999"),
        (("1988",), ("1992",), "1988 – 1992"),
        ((), ("1992",), "until 1992"),
        ((), (), ""),
    ],
)
def test_a_time_is_one_phrase(starts: tuple[str, ...], ends: tuple[str, ...], when: str) -> None:
    assert moment(*starts, ends=ends).when == when


def test_the_date_of_the_label_is_not_said_twice() -> None:
    assert moment("1998-03-03").what == "Moreau asks the League"
