"""How far a saying reaches that stands beside its content, through the real pipeline: punctuation decides."""

from __future__ import annotations

import pytest
from whole import read

pytestmark = pytest.mark.model

REACHES = [
    ("Two guards died when a gate collapsed, according to the Red Cross.", "Two guards died when a gate collapsed"),
    ("The farm was sold, and forty men were dismissed, a union leader said.", "The farm was sold, and forty men were dismissed"),
    ("Because the pass was shut, the trucks waited for hours, drivers said.", "Because the pass was shut, the trucks waited for hours"),
    ("The van was told to wait, but the guards drove off, another source said.", "The van was told to wait, but the guards drove off"),
    ("At least nine people were hurt in the blast, which wrecked a market, according to local media.", "At least nine people were hurt in the blast, which wrecked a market"),
    ("The rebels took the airfield, but according to the army four soldiers got away.", "four soldiers got away"),
    ("The toll rose to forty, according to figures from the ministry, but doctors doubt them.", "The toll rose to forty"),
    ("The bus, which was carrying forty children, according to police, hit a tree.", "which was carrying forty children"),
    ("The mill was closed; forty men lost their jobs, according to the union.", "forty men lost their jobs"),
    ("According to the police, the man shot a guard and fled.", "the man shot a guard and fled"),
]  # fmt: skip
AROUND = [
    (
        "The storm, according to the mayor, wrecked half the town because nobody was warned.",
        "because nobody was warned",
    ),
    ("Gunmen stopped a bus in Kenya, said police, killing two passengers.", "killing two passengers"),
    ("The attack killed nine people, police said, and wounded twenty.", "and wounded twenty"),
]


def contents(text: str) -> list[str]:
    return [s.content.quote for s in read(text).statements]


@pytest.mark.parametrize(("text", "content"), REACHES)
def test_a_saying_at_an_edge_reaches_over_what_is_coordinated_there(text: str, content: str) -> None:
    assert contents(text)[0] == content


@pytest.mark.parametrize(("text", "end"), AROUND)
def test_a_saying_between_commas_reaches_over_both_sides(text: str, end: str) -> None:
    [content] = contents(text)

    assert content.endswith(end)


def test_what_follows_a_quotation_and_its_verb_is_the_writer_s() -> None:
    [content] = contents("“The river is rising,” the mayor said after he had seen the dam.")

    assert content == "The river is rising"


def test_a_death_in_a_sentence_that_names_its_source_is_not_the_article_s_own_word() -> None:
    found = read("Two guards died when a gate collapsed, according to the Red Cross.")

    assert all(e.statement for e in found.events)


def test_both_halves_of_a_quotation_around_its_verb_are_one_content() -> None:
    [content] = contents("“If she believes the bridge is safe,” the mason says, “why does she never cross it?”")

    assert content.startswith("If she believes")
    assert content.endswith("never cross it?")
