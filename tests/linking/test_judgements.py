"""What the user decides about who is who, and how a decision that cannot be followed is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.errors import JudgementError
from kgraph.linking import Guidance, link
from kgraph.linking.judgements import Judgements, parse
from kgraph.model import Corpus
from linking.paper import BODY, CLASSES, COUNTRY, PERSON, PLACE, SCHEMA, Paper


def read(text: str) -> Judgements:
    return parse(text, path="judgements.txt", classes=CLASSES)


def judged(text: str, *given: tuple[str, str], heard: list[str] | None = None) -> Corpus:
    """A corpus in which each article names one thing, linked under these judgements."""
    papers = [Paper(f"Report {n}: {name}.", f"{n}.txt") for n, (_, name) in enumerate(given)]
    for paper, (kind, name) in zip(papers, given, strict=True):
        paper.entity(kind, name)
    warnings = heard if heard is not None else []
    guidance = Guidance(read(text), warn=warnings.append)
    return link([p.article for p in papers], [p.extraction for p in papers], schema=SCHEMA, guidance=guidance)


def names(found: Corpus) -> list[str]:
    return sorted(e.name for e in found.entities)


def test_comments_and_empty_lines_decide_nothing() -> None:
    text = "# who is who\n\nsame: Arran Port = Port of Arran  # one harbour\nreject: Harbour #3\n"

    assert [(j.kind, j.names, j.line) for j in read(text).items] == [
        ("same", ("Arran Port", "Port of Arran"), 3),
        ("reject", ("Harbour",), 4),
    ]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("sane: A = B", "did you mean 'same: NAME = NAME'"),
        ("Ida Sorensen", "is no judgement"),
        ("same: A", "not complete"),
        ("different: A = B", "not complete"),
        ("rename: A ->", "not complete"),
        ("retype: A -> Persn", "did you mean 'schema:Person'"),
        ("reject:", "not complete"),
    ],
)
def test_what_is_no_judgement_is_answered_with_its_line_and_what_would_be(line: str, answer: str) -> None:
    with pytest.raises(JudgementError, match=answer) as raised:
        read(f"# first\n{line}")

    assert str(raised.value).startswith("judgements.txt:2: ")


def test_names_kept_apart_by_one_line_and_joined_by_others_are_refused_with_all_lines() -> None:
    with pytest.raises(JudgementError) as raised:
        read("same: A = B\nsame: C = b\n\ndifferent: A | C")

    assert str(raised.value).startswith("judgements.txt:4: ")
    assert "line 1" in str(raised.value) and "line 2" in str(raised.value)


def test_two_new_names_for_one_thing_are_refused() -> None:
    with pytest.raises(JudgementError, match="line 1"):
        read("rename: A -> B\nrename: a -> C")


def test_same_makes_one_node_of_names_that_nothing_else_joins() -> None:
    found = judged("same: Arran Port = Salt Board", (BODY, "Arran Port"), (BODY, "Salt Board"), (BODY, "Tin Board"))

    assert len(found.entities) == 2


def test_same_is_transitive_and_stronger_than_classes() -> None:
    text = "same: Arran = Salt Board\nsame: Salt Board = Ida Sorensen"

    assert len(judged(text, (PLACE, "Arran"), (BODY, "Salt Board"), (PERSON, "Ida Sorensen")).entities) == 1


def test_same_takes_along_whom_each_of_the_names_is_one_with() -> None:
    text = "same: Nurlan Abdykadyrov = N. A. Temir"
    people = ((PERSON, "Nurlan Abdykadyrov"), (PERSON, "Nurlan Abdikadyrov"), (PERSON, "N. A. Temir"))

    assert len(judged(text, *people).entities) == 1


def test_different_keeps_two_spellings_apart() -> None:
    people = ((PERSON, "Nurlan Abdykadyrov"), (PERSON, "Nurlan Abdikadyrov"))

    assert len(judged("", *people).entities) == 1
    assert len(judged("different: Nurlan Abdykadyrov | Nurlan Abdikadyrov", *people).entities) == 2


def test_different_holds_against_a_third_name_that_fits_both() -> None:
    people = ((PERSON, "Nurlan Abdykadyrov"), (PERSON, "Nurlan Abdikadyrov"), (PERSON, "Nurlan Abdikadirov"))

    assert len(judged("different: Nurlan Abdykadyrov | Nurlan Abdikadyrov", *people).entities) == 2


def test_a_contradiction_that_only_the_articles_show_is_refused_too() -> None:
    text = "same: id:salt-board = Tin Board\ndifferent: Salt Board | Tin Board"

    with pytest.raises(JudgementError, match=r"judgements.txt:2: .*line 1"):
        judged(text, (BODY, "Salt Board"), (BODY, "Tin Board"))


def test_a_new_name_leaves_the_id_and_keeps_the_old_name() -> None:
    (node,) = judged("rename: Salt Board -> Royal Salt Board", (BODY, "Salt Board")).entities

    assert (node.id, node.name, node.aliases) == ("salt-board", "Royal Salt Board", ("Salt Board",))


def test_a_new_class_is_written_up_to_its_base() -> None:
    (node,) = judged("retype: id:selm -> Country", (BODY, "Selm")).entities

    assert node.types == (COUNTRY, PLACE)


def test_what_is_rejected_is_gone_with_all_that_is_said_of_it() -> None:
    paper = Paper("Ida Sorensen leads the Salt Board.")
    ida, board = paper.entity(PERSON, "Ida Sorensen"), paper.entity(BODY, "Salt Board")
    paper.relation("schema:worksFor", ida, board, "leads")
    guidance = Guidance(read("reject: Salt Board"))

    found = link([paper.article], [paper.extraction], schema=SCHEMA, guidance=guidance)

    assert names(found) == ["Ida Sorensen"]
    assert found.facts == () and len(found.mentions) == 1


def test_an_outlet_can_be_rejected() -> None:
    paper = Paper("Ida Sorensen spoke.", head={"outlet": "Page Feed"})
    paper.entity(PERSON, "Ida Sorensen")

    found = link([paper.article], [paper.extraction], schema=SCHEMA, guidance=Guidance(read("reject: Page Feed")))

    assert found.metadata == ()


@pytest.mark.parametrize("line", ["same: Salt Board = Tin Board", "reject: Tin Board", "rename: id:tin -> Zinc"])
def test_a_judgement_that_nothing_fits_is_a_warning(line: str) -> None:
    heard: list[str] = []
    found = judged(line, (BODY, "Salt Board"), heard=heard)

    assert names(found) == ["Salt Board"]
    assert len(heard) == 1 and heard[0].startswith("judgements.txt:1: ")


def test_a_name_with_two_bearers_is_a_warning_that_names_their_ids() -> None:
    heard: list[str] = []
    judged("reject: Sorensen", (PERSON, "Sorensen"), (PLACE, "Sorensen"), heard=heard)

    assert "id:sorensen--person or id:sorensen--place" in heard[0]


def test_judgements_hold_whatever_the_order_of_the_articles() -> None:
    given = [(BODY, "Arran Port"), (BODY, "Salt Board"), (BODY, "Tin Board")]
    text = "same: Tin Board = Arran Port\ndifferent: Salt Board | Tin Board"

    one, two = (judged(text, *order) for order in (given, given[::-1]))
    assert [replace(e, id="") for e in one.entities] == [replace(e, id="") for e in two.entities]
