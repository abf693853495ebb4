"""Whose deed a deed may be called, and which deployments are one for it."""

from __future__ import annotations

from dataclasses import replace

from kgraph.linking.belonging import Belonging
from kgraph.model import Corpus
from linking.paper import BODY, CITY, COUNTRY, GROUP, Paper, corpus

UNION, MEMBER, OTHER = "Arctic Union", "Finland", "Georgia"


def test_what_a_member_does_its_body_may_be_said_to_do_but_not_another_member() -> None:
    above = {"finland": frozenset({"union"}), "norway": frozenset({"union"})}
    known = Belonging(above, {"troops": frozenset({"finland"})})

    assert known.kin("troops", "finland", armed=True)
    assert known.kin("troops", "union", armed=True)
    assert not known.kin("troops", "norway", armed=True)


def test_what_a_member_says_its_body_does_not_say_but_what_a_minister_says_his_state_does() -> None:
    served = {"minister": frozenset({"finland"})}
    known = Belonging({"finland": frozenset({"union"}), **served}, served=served)

    assert not known.kin("finland", "union", armed=False)
    assert known.kin("minister", "finland", armed=False)


def test_a_member_is_a_part_of_its_body_and_not_the_other_way_round() -> None:
    known = Belonging({"finland": frozenset({"union"})})

    assert known.is_part(("finland",), ("union", "finland"))
    assert not known.is_part(("union", "finland"), ("finland",))
    assert not known.is_part(("finland",), ("finland",))


NEWS = {  # what else the reports tell, so that none of them is another's copy
    "a": "Snow fell on the old harbour all night and the ferries stayed in.",
    "b": "A choir sang for the mayor while bakers gave away their bread.",
    "d": "Prices of fish rose again, said the woman who keeps the market.",
}


def deployed(
    path: str, owner: tuple[str, str], *, place: tuple[str, str] = (COUNTRY, "Norlund"), day: str = "", size: float = 0
) -> Paper:
    """A report of the force of somebody that went somewhere."""
    kind, name = owner
    text = f"{NEWS[path]} Then troops from {name} arrived in {place[1]}."
    paper = Paper(text, path, {"published": "2031-05-02"})
    local = paper.entity(GROUP, f"troops from {name}", named=False)
    start = paper.text.index("troops")
    paper.mentions[-1] = replace(paper.mentions[-1], head=(start, start + len("troops")))
    paper.entity(kind, name)
    figure = ("kg:size", size, "") if size else None
    goal = paper.entity(*place)
    paper.event("MOBILIZE", "arrived", "arrive", day=day, figure=figure, agent=local, recipient=goal)
    return paper


def member(path: str, *, leads: bool = False) -> Paper:
    """A report that says what is a member of the union, or leads it."""
    paper = Paper(f"{path}: {MEMBER} and the {UNION}.", path)
    state, body = paper.entity(COUNTRY, MEMBER), paper.entity(BODY, UNION)
    paper.relation(
        "kg:ledBy" if leads else "schema:memberOf", body if leads else state, state if leads else body, MEMBER
    )
    return paper


def moves(found: Corpus) -> int:
    return sum(o.id.startswith("mobilize") for o in found.occurrences)


def test_the_force_of_a_body_and_that_of_its_member_go_to_one_place_on_one_day_once() -> None:
    papers = (
        deployed("a", (BODY, UNION), day="2031-05-01"),
        deployed("b", (COUNTRY, MEMBER), day="2031-05-01"),
    )

    assert moves(corpus(*papers, member("c"))) == 1
    assert moves(corpus(*papers, member("c", leads=True))) == 1
    assert moves(corpus(*papers)) == 2


def test_the_forces_of_two_states_or_of_two_days_are_two_deployments() -> None:
    first = deployed("a", (COUNTRY, MEMBER), day="2031-05-01")

    assert moves(corpus(first, deployed("b", (COUNTRY, OTHER), day="2031-05-01"))) == 2
    assert moves(corpus(first, deployed("b", (COUNTRY, MEMBER), day="2031-05-03"))) == 2
    assert moves(corpus(first, deployed("b", (COUNTRY, MEMBER), place=(CITY, "Selm"), day="2031-05-01"))) == 2


def test_the_size_of_a_part_does_not_contradict_that_of_the_whole() -> None:
    papers = (
        deployed("a", (BODY, UNION), day="2031-05-01", size=900),
        deployed("b", (COUNTRY, MEMBER), day="2031-05-01", size=300),
    )
    again = deployed("d", (BODY, UNION), day="2031-05-01", size=1400)

    assert corpus(*papers, member("c")).contradictions == ()
    assert len(corpus(*papers, member("c"), again).contradictions) == 1


def test_a_label_that_says_who_arrived_does_not_say_whom_somebody_sent() -> None:
    sent = Paper("The Arctic Union sent troops from Finland to Norlund on the first of May.", "b")
    union, goal = sent.entity(BODY, UNION), sent.entity(COUNTRY, "Norlund")
    force = sent.entity(GROUP, "troops from Finland", named=False)
    sent.event("MOBILIZE", "sent", "send", day="2031-05-01", agent=union, object=force, recipient=goal)
    found = corpus(deployed("a", (BODY, UNION), day="2031-05-01"), sent)

    assert "arrive troops" not in " ".join(o.label for o in found.occurrences)
