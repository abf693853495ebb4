"""Questions of a fixed form, answered without reading: names, offices, articles, days; and what is refused."""

import pytest
import toy

from kgraph.asking import answer, things
from kgraph.asking.claims import said, sayers
from kgraph.asking.forms import Form, Reading, formal, forms
from kgraph.asking.labels import labelled
from kgraph.asking.links import special
from kgraph.graph import KnowledgeGraph
from kgraph.schema import Schema

WORDS = Schema.load().words["questions"]
EXAMPLES = [(form, example) for form in forms() for example in form.examples]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


def texts(readings: object) -> list[str]:
    found = next((r for r in readings if isinstance(r, Reading) and r.rows), None)  # type: ignore[attr-defined]
    return list(dict.fromkeys(str(row["label"]) for row in found.rows)) if found else []


@pytest.mark.parametrize(("form", "example"), EXAMPLES, ids=[str(e["question"]) for _, e in EXAMPLES])
def test_every_form_reads_its_own_examples(form: Form, example: dict[str, object]) -> None:
    found = [
        {k: things.date(v, WORDS["months"]) if k == "date" else v for k, v in slots.items()}
        for slots in form.slots(str(example["question"]).rstrip("?"))
    ]

    assert example["slots"] in found


def test_every_form_is_sparql_that_runs(graph: KnowledgeGraph) -> None:
    for _, example in EXAMPLES:
        list(formal(graph, str(example["question"])))


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("By which other names is Ada Moreau called?", ["Moreau", "the premier"]),
        ("Who is Ada Moreau?", ["premier, Orvania"]),
        ("Who is the premier of Orvania?", ["Ada Moreau"]),
        ("Who is Orvania's premier?", ["Ada Moreau"]),
        ("Who is the deputy premier of Orvania?", []),
        ("Who leads Orvania?", ["Ada Moreau"]),
        ("Which country does Ada Moreau lead?", ["Orvania"]),
        ("Who works for Orvania?", ["Ada Moreau, premier"]),
        ("Who wrote “Port of Selm closed by strike”?", ["Ines Vale"]),
        ("When was 'Moreau turns to the league' published?", ["1998-03"]),
        ("Which outlet published “Port of Selm closed”?", ["Selm Herald"]),
        ("Which article does 'Moreau turns to league' restate?", ["Moreau turns to the league, Courier"]),
        ("Which articles mention Jon Tell?", ["Moreau turns to the league"]),
        ("Which outlets mention Jon Tell?", ["Courier"]),
        ("What happened to the Harbour League?", ["Moreau asks the Harbour League for help, 3 March 1998"]),
        ("What happened on 3 March 1998?", ["Moreau asks the Harbour League for help, 3 March 1998"]),
        ("What happened in May 1998?", []),
        ("What did Ada Moreau do?", ["Moreau asks the Harbour League for help, 3 March 1998"]),
        ("Which requests are mentioned?", ["Moreau asks the Harbour League for help, 3 March 1998"]),
        ("Which requests are mentioned, with year?", ["Moreau asks the Harbour League for help, 3 March 1998"]),
        ("Which elections are mentioned?", []),
        ("Which fancies are mentioned?", []),
        (
            "Which outlets disagree about the Harbour League?",
            [
                "Courier: was founded in 1974",
                "Moreau turns to league: was founded in 1974",
                "Selm Herald: was founded in 1971",
            ],
        ),
        (
            "Where do the sources disagree?",
            ["Harbour League was founded in 1971", "Harbour League was founded in 1974"],
        ),
    ],
)
def test_a_question_of_a_known_form_is_answered(graph: KnowledgeGraph, question: str, answers: list[str]) -> None:
    assert texts(formal(graph, question)) == answers


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("When was the Harbour League founded?", ["1971", "1974"]),
        ("Where was the Harbour League founded?", []),
        ("Who does Ada Moreau work for?", ["Orvania"]),
        ("Which person works for Orvania?", ["Ada Moreau"]),
        ("Which city works for Orvania?", []),
        ("Who is Orvania?", []),
    ],
)
def test_what_a_property_is_called_can_be_asked_for(graph: KnowledgeGraph, question: str, answers: list[str]) -> None:
    assert texts(labelled(graph, question, WORDS)) == answers


def test_how_two_things_are_linked_is_told_step_by_step(graph: KnowledgeGraph) -> None:
    (text,) = texts(special(graph, "How is Orvania connected with the Harbour League?"))

    assert text.startswith("Ada Moreau premier Orvania; ") and text.endswith("is directed at Harbour League")


@pytest.mark.parametrize("question", ["Who asked the league for help?", "Why?", "Whom did Moreau ask for help?"])
def test_a_question_of_another_form_is_left_to_the_rules(graph: KnowledgeGraph, question: str) -> None:
    assert list(formal(graph, question)) == []


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What did Jon Tell say?", ["Moreau might resign"]),
        ("What did Moreau tell reporters?", ["We shall not give in,"]),
        ("What did Moreau deny?", ["police beat strikers"]),
        ("What did Moreau say about the weather?", []),
        ("How did Moreau describe the weather?", []),
    ],
)
def test_what_somebody_said_is_found_by_verb_and_subject(
    graph: KnowledgeGraph, question: str, answers: list[str]
) -> None:
    assert texts(said(graph, question, WORDS)) == answers


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Who denied that police beat strikers?", ["Ada Moreau"]),
        ("Who said that Moreau might resign?", ["Jon Tell"]),
        ("Who said that Moreau resigned?", []),
        ("Who said we shall give in?", []),
    ],
)
def test_who_said_something_said_all_of_it_and_nothing_that_turns_it(
    graph: KnowledgeGraph, question: str, answers: list[str]
) -> None:
    assert texts(sayers(graph, question, WORDS)) == answers


def test_what_is_asked_according_to_a_source_is_answered_by_it_alone(graph: KnowledgeGraph) -> None:
    question = "When was the Harbour League founded, according to the {}?"

    assert [f.text for f in answer(graph, question.format("Courier")).found] == ["1974"]
    assert [f.text for f in answer(graph, question.format("Selm Herald")).found] == ["1971"]


def test_a_speaker_whom_nobody_knows_has_said_nothing(graph: KnowledgeGraph) -> None:
    assert list(said(graph, "What did Fritz Nobody say?", WORDS)) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3 March 1998", "1998-03-03"),
        ("March 3rd, 1998", "1998-03-03"),
        ("March 1998", "1998-03"),
        ("1998", "1998"),
        ("1998-03-03", "1998-03-03"),
        ("last spring", ""),
        ("3 Marz 1998", ""),
    ],
)
def test_a_date_is_as_precise_as_its_words(words: str, found: str) -> None:
    assert things.date(words, WORDS["months"]) == found
