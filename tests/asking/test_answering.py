"""Questions read by the rules: restated with a stand-in, asked in SPARQL, refused where the graph is silent."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import toy

from kgraph.annotation import load_pipeline
from kgraph.asking import answer
from kgraph.asking.restating import restate
from kgraph.graph import KnowledgeGraph
from kgraph.schema import Schema

pytestmark = pytest.mark.model
WORDS = Schema.load().words["questions"]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


@pytest.fixture(scope="module")
def parse() -> Callable[[str], Any]:
    return load_pipeline()


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Who asked the Red Cross for help?", "Peter Holmberg asked the Red Cross for help."),
        ("Whom did Kenya ask for help?", "Kenya did ask Peter Holmberg for help."),
        ("Which country invaded Kuwait?", "Paraguay invaded Kuwait."),
        ("Where did the ministers meet?", "the ministers did meet in Montevideo."),
        ("When did the ministers meet?", "the ministers did meet in 1901."),
        ("In which year was the union founded?", "the union was founded in 1901."),
        ("How many soldiers were killed?", "777 soldiers were killed."),
        ("Whose ally was Anna Berg?", "Anna Berg was a ally of Peter Holmberg."),
        ("Did Kenya ask Norway for help?", "Kenya did ask Norway for help."),
        ("Lapland is part of which country?", "Lapland is part of Paraguay."),
    ],
)
def test_a_question_becomes_a_statement(question: str, statement: str, parse: Callable[[str], Any]) -> None:
    assert next(iter(restate(question, parse, WORDS))).sentence == statement


@pytest.mark.parametrize("question", ["Why?", "Tell me more", "Which colour is it?", ""])
def test_what_has_no_known_form_is_not_guessed_at(question: str, parse: Callable[[str], Any]) -> None:
    assert list(restate(question, parse, WORDS)) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who asked the Harbour League for help?", "Ada Moreau"),
        ("Whom did Ada Moreau ask for help?", "Harbour League"),
        ("When did Ada Moreau ask the Harbour League for help?", "1998-03-03"),
        ("Did Ada Moreau ask the Harbour League for help?", "yes"),
        ("Who is the premier of Orvania?", "Ada Moreau"),
        ("Was the Harbour League founded in 1971?", "yes"),
        ("Which outlets say that the Harbour League was founded in 1974?", "Courier"),
        ("Which articles report that the Harbour League was founded in 1971?", "Port of Selm closed by strike"),
    ],
)
def test_a_question_is_answered_with_its_sparql_and_sentence(graph: KnowledgeGraph, question: str, found: str) -> None:
    given = answer(graph, question)

    assert [f.text for f in given.found] == [found], given.refused
    assert given.found[0].quotes
    assert len(graph.rows(given.sparql)) > 0


@pytest.mark.parametrize(
    "question",
    [
        "Was the Harbour League founded in 1950?",
        "Which outlets deny that the Harbour League was founded in 1971?",
        "Who killed the mayor?",
        "Who asked the Harbour League for money in 1850?",
        "Who is the premier of Kenya?",
    ],
)
def test_silence_is_no_answer(graph: KnowledgeGraph, question: str) -> None:
    assert answer(graph, question).found == ()
    assert answer(graph, question).refused


def test_a_name_that_nobody_knows_is_said_to_be_unknown(graph: KnowledgeGraph) -> None:
    assert "'Mars'" in answer(graph, "Who is the premier of Mars?").refused


def test_of_the_public_questions_few_are_answered_wrongly() -> None:
    folder = Path(os.environ.get("KGRAPH_GOLD", Path(__file__).resolve().parents[3] / "shared/gold"))
    built = os.environ.get("KGRAPH_BUILD")
    if not (folder / "questions.jsonl").is_file() or not built:
        pytest.skip("set KGRAPH_BUILD to a build of the gold's articles, and KGRAPH_GOLD to the gold")
    graph = KnowledgeGraph.open(Path(built) / "store")
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    wrong, answered = [], 0
    for gold in map(json.loads, lines):
        given = answer(graph, gold["question"])
        said = " ".join(f.text for f in given.found).casefold()
        words = [w for a in gold["answers"] for w in str(a).casefold().replace(",", "").split()]
        answered += bool(given.found)
        if given.found and not any(w in said or w in " ".join(given.found[0].quotes).casefold() for w in words):
            wrong.append(gold["id"])

    assert answered >= 24
    assert len(wrong) <= 0.05 * answered
