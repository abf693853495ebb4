"""Questions of a fixed form, answered without reading: names, links, authors, words; and what is refused."""

import pytest
import toy

from kgraph.asking.claims import said
from kgraph.asking.forms import formal
from kgraph.graph import KnowledgeGraph
from kgraph.schema import Schema


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


def texts(answer: object) -> list[str]:
    assert isinstance(answer, tuple)
    return [row[0] for row in answer[1]]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("By which other names is Ada Moreau called?", ["the premier", "Moreau"]),
        ("Who is Ada Moreau?", ["premier, Orvania"]),
        ("Who wrote “Port of Selm closed by strike”?", ["Ines Vale"]),
        ("When was 'Moreau turns to the league' published?", ["1998-03"]),
        ("Which articles mention Jon Tell?", ["Moreau turns to the league"]),
        ("What happened to the Harbour League?", ["Moreau asks the Harbour League for help, 3 March 1998"]),
    ],
)
def test_a_question_of_a_known_form_is_answered(graph: KnowledgeGraph, question: str, answers: list[str]) -> None:
    assert texts(formal(graph, question)) == answers


def test_how_two_things_are_linked_is_told_step_by_step(graph: KnowledgeGraph) -> None:
    (text,) = texts(formal(graph, "How is Orvania connected with the Harbour League?"))

    assert text.startswith("Ada Moreau premier Orvania; ") and text.endswith("is directed at Harbour League")


@pytest.mark.parametrize("question", ["Who asked the league for help?", "Who is the premier of Orvania?", "Why?"])
def test_a_question_of_another_form_is_left_to_the_rules(graph: KnowledgeGraph, question: str) -> None:
    assert formal(graph, question) is None


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What did Jon Tell say?", ["Moreau might resign"]),
        ("What did Moreau tell reporters?", ["We shall not give in,"]),
        ("What did Moreau deny?", ["police beat strikers"]),
        ("What did Moreau say about the weather?", []),
    ],
)
def test_what_somebody_said_is_found_by_verb_and_subject(
    graph: KnowledgeGraph, question: str, answers: list[str]
) -> None:
    assert texts(said(graph, question, Schema.load().words["questions"])) == answers


def test_a_speaker_whom_nobody_knows_has_said_nothing(graph: KnowledgeGraph) -> None:
    assert said(graph, "What did Fritz Nobody say?", Schema.load().words["questions"]) is None
