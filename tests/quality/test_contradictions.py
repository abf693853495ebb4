"""What reports hold against each other, through the whole path: four notes from Zambia, all invented, and our seeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.comparison import Comparison, compare
from kgraph.graph import KnowledgeGraph
from kgraph.pipeline.folder import build_folder

pytestmark = [pytest.mark.model, pytest.mark.slow]

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
HEAD = "---\ntitle: {title}\noutlet: {outlet}\ndate: {date}\n---\n{title}\n\n"
NOTES = {
    "courier.txt": (
        ("Maize riots shake Ndola", "Copper Courier", "2031-03-05"),
        "Riots over the price of maize broke out in Ndola, Zambia, on 2 March. The riots were spontaneous, said Chanda "
        "Mwale, who heads the traders' union.\n\nPresident Bwalya Tembo sent 500 soldiers to Ndola on 3 March. Police "
        "arrested about 40 people in Ndola on 3 March.\n\nThe Kafue League, founded in 1987, condemned the arrests. "
        "Its chairman, Joseph Banda, was born in 1961.\n",
    ),
    "herald.txt": (
        ("Exiles behind riots, says president", "Lusaka Herald", "2031-03-05"),
        "President Bwalya Tembo said that the riots in Ndola, Zambia, had been organised by exiles. “They paid the "
        "rioters,” Tembo said.\n\nHe sent 900 soldiers to Ndola on 3 March, and police arrested 43 people in Ndola on "
        "3 March.\n\nThe Kafue League, which was set up in 1991, called the arrests a mistake. Joseph Banda, the "
        "chairman of the League, was born in March 1961.\n",
    ),
    "star.txt": (
        ("No troops in Ndola, says army", "Ndola Star", "2031-03-06"),
        "President Bwalya Tembo did not send soldiers to Ndola, General Mary Phiri told the Ndola Star. The riots in "
        "Ndola, Zambia, began on 2 March.\n\nPolice arrested at least 30 people in Ndola on 3 March. The Kafue League "
        "was founded in June 1987.\n",
    ),
    "mirror.txt": (
        ("Riots over maize in Ndola", "Zambezi Mirror", "2031-03-06"),
        "Riots over the price of maize erupted in Ndola, Zambia, on 2 March, the Copper Courier reports. The riots "
        "were spontaneous, according to Chanda Mwale, who leads the traders' union.\n\nPresident Bwalya Tembo sent "
        "500 soldiers to Ndola on 3 March. Police arrested about 40 people in Ndola on 3 March.\n\nThe Kafue League, "
        "founded in 1987, condemned the arrests. Its chairman, Joseph Banda, was born in 1961.\n",
    ),
}


@pytest.fixture(scope="module")
def zambia(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    notes, out = tmp_path_factory.mktemp("notes"), tmp_path_factory.mktemp("zambia")
    for name, ((title, outlet, date), text) in NOTES.items():
        (notes / name).write_text(HEAD.format(title=title, outlet=outlet, date=date) + text, encoding="utf-8")
    build_folder(notes, out)
    return compare(KnowledgeGraph.load(out / "graph.ttl"))


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    out = tmp_path_factory.mktemp("seeds")
    build_folder(SEEDS, out)
    return compare(KnowledgeGraph.load(out / "graph.ttl"))


def sides(comparison: Comparison) -> set[tuple[str, frozenset[tuple[str, str]]]]:
    """The reason of each contradiction, and of each side the value and whose word it is."""
    return {
        (c.reason, frozenset((side[0].object, side[0].speaker) for side in (c.one, c.two)))
        for c in comparison.contradictions
    }


def test_the_notes_contradict_each_other_in_size_year_kind_and_deed_and_in_nothing_else(zambia: Comparison) -> None:
    found = sorted((c.reason, c.one[0].subject.partition(",")[0]) for c in zambia.contradictions)

    assert {reason for reason, _ in found} == {"number", "date", "kind", "polarity"}
    assert not [subject for _, subject in found if "arrest" in subject.lower() or "Banda" in subject]


def test_two_voices_that_call_an_event_things_which_exclude_each_other_are_named(zambia: Comparison) -> None:
    assert ("kind", frozenset((("spontaneous", "Chanda Mwale"), ("organised", "Bwalya Tembo")))) in sides(zambia)


def test_a_copy_is_named_on_its_originals_side_and_stands_nowhere_itself(zambia: Comparison) -> None:
    quoted = [{p.path for p in side} for c in zambia.contradictions for side in (c.one, c.two)]
    years = [set(c.copies) for c in zambia.contradictions if c.reason == "date"]

    assert {"courier.txt"} in quoted
    assert not [paths for paths in quoted if "mirror.txt" in paths]
    assert {(), ("Zambezi Mirror",)} in years


def test_the_seeds_dispute_the_founding_year_of_the_alliance_and_what_was_behind_the_protests(
    seeds: Comparison,
) -> None:
    found = sides(seeds)
    years = {value for reason, pair in found if reason == "date" for value, _ in pair}
    voices = {voice for reason, pair in found if reason == "kind" for _, voice in pair}

    assert years == {"1992", "1999"}
    assert "Kassym-Jomart Tokayev" in voices


def test_the_seeds_dispute_who_decided_and_what_it_amounts_to(seeds: Comparison) -> None:
    denied = {c.name: c.sides for c in seeds.contradictions if c.reason == "polarity"}

    assert denied["decided on"][0] == "“intervene”"
    assert any("is described as intervention" in one for one, _ in denied.values())
