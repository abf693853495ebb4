"""Which article restates which; three invented reports on one harbour, and the real ones where they are at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.linking.copies import copies
from kgraph.model import Article, Span

ORIGINAL = """The harbour council of Selmouth voted late on Tuesday to close the northern dock for eighteen months.
Engineers had warned since autumn that rusted pillars under the grain terminal could collapse in a heavy storm.
Councillor Petra Holm said that repairs would cost forty million crowns, twice the sum named in the first survey.
Fishermen who land herring at the dock fear for their season and demanded compensation from the ministry."""
REWORDED = """Selmouth's harbour council decided on Tuesday evening that the northern dock will close for eighteen months.
Since autumn, engineers warned that the rusted pillars beneath the grain terminal might collapse during heavy storms.
The repairs, councillor Petra Holm said, will cost forty million crowns: twice the sum which a first survey named.
The fishermen landing herring at this dock fear for the season; compensation is demanded from the ministry."""
SAME_MATTER = """Ships bound for Selmouth will have to unload elsewhere after the port shut one of its docks.
Petra Holm, who sits on the council, put the bill at forty million crowns and called it painful but necessary.
Grain traders told this newspaper that they had already booked space in two rival ports along the coast.
The opposition wants to know why nobody acted on the warnings that engineers gave in autumn."""


def article(text: str, path: str, *, outlet: str = "", published: str = "", credited: str = "") -> Article:
    ranges: list[Span] = []
    for line in text.splitlines():
        start = text.index(line)
        ranges.append((start, start + len(line)))
    return Article(path, text, tuple(ranges), outlet=outlet, published=published, credited=credited)


def test_a_reworded_article_restates_the_earlier_one() -> None:
    first, second = article(ORIGINAL, "z", published="2031-03-04"), article(REWORDED, "a", published="2031-03-06")

    assert copies([second, first]) == ((second.id, first.id),)


def test_a_credit_says_which_one_is_the_copy() -> None:
    first = article(ORIGINAL, "z", outlet="The Selmouth Herald", published="2031-03-07")
    second = article(REWORDED, "a", credited="Selmouth Herald", published="2031-03-06")

    assert copies([first, second]) == ((second.id, first.id),)


def test_a_translation_is_the_copy_whatever_the_dates() -> None:
    first = article(ORIGINAL, "z", published="2031-03-07")
    second = replace(article(REWORDED, "a", published="2031-03-06"), translators=("Nils Aro",))

    assert copies([first, second]) == ((second.id, first.id),)


def test_a_credit_lets_a_copy_of_less_than_half_count() -> None:
    part = "\n".join([*REWORDED.splitlines()[:2], *SAME_MATTER.splitlines()[1:]])
    first = article(ORIGINAL, "a", outlet="Herald")

    assert copies([first, article(part, "b")]) == ()
    assert len(copies([first, article(part, "b", credited="Herald")])) == 1


def test_two_reports_of_one_matter_are_no_copies_even_with_a_credit() -> None:
    first, second = article(ORIGINAL, "a", outlet="Herald"), article(SAME_MATTER, "b", credited="Herald")

    assert copies([first, second]) == ()


def test_every_copy_has_one_original_the_earliest_of_the_closest() -> None:
    first = article(ORIGINAL, "a", published="2031-03-04")
    second = article(REWORDED, "b", published="2031-03-05")
    third = article(REWORDED.replace("Tuesday", "Monday"), "c", published="2031-03-06")

    assert copies([first, second, third]) == tuple(sorted([(second.id, first.id), (third.id, first.id)]))


@pytest.mark.parametrize("folder", ["seeds", "../shared/seeds"])
def test_of_the_five_reports_only_the_second_restates_another(folder: str) -> None:
    from kgraph.readers import load

    sources = Path(__file__).resolve().parents[2] / folder
    if not sources.is_dir():
        pytest.skip(f"no folder {folder}")
    found = [a for a in load([sources]) if isinstance(a, Article)]

    assert copies(found) == ((found[1].id, found[0].id),)


def test_two_short_notes_on_one_matter_are_no_copies_unless_they_are_alike_to_the_letter() -> None:
    one = "The soprano Petra Holm, who was born in 1961 in Selmouth, died on Sunday."
    two = "Petra Holm, the celebrated soprano from Selmouth, has died. She was born there in 1958."

    def copied(a: str, b: str) -> bool:
        return bool(copies([article(a, "a.txt", published="2031-05-01"), article(b, "b.txt", published="2031-05-02")]))

    assert not copied(one, two)
    assert copied(one, one.replace("on Sunday", "yesterday"))
    assert copied(ORIGINAL.splitlines()[0], REWORDED.splitlines()[0])
