"""Frames over hand-made parses."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from kgraph.extraction.frames import matches
from kgraph.extraction.grounding import Grounding
from kgraph.model import Entity
from kgraph.schema import Frame, Rule

from .trees import tree

SENTENCE = """
Norway Norway PROPN NNP nsubj 1 GPE
called call VERB VBD ROOT 1
off off ADP RP compound:prt 1
talks talk NOUN NNS obj 1
with with ADP IN case 7
its its PRON PRP$ nmod:poss 7
foreign foreign ADJ JJ amod 7
minister minister NOUN NN obl 1
Berg Berg PROPN NNP flat 7 PERSON
"""


def found(doc: Doc, *frames: Frame, types: dict[int, str] | None = None) -> list[tuple[str, dict[str, list[str]]]]:
    entities = {str(i): Entity(str(i), (t,), doc[i].text) for i, t in (types or {}).items()}
    grounding = Grounding(entities, {i: str(i) for i in (types or {})})
    rule = Rule("test", Path("test.toml"), "schema:worksFor", frames)
    return [
        (m.words.text, {role: [t.text for t in tokens] for role, tokens in m.fillers})
        for m in matches(doc, [rule], grounding)
    ]


def test_a_verb_with_its_particle_is_another_verb() -> None:
    doc = tree(SENTENCE)

    assert found(doc, Frame("verb", ("call",), (("who", ("subject",)),))) == []
    assert found(doc, Frame("verb", ("call off",), (("who", ("subject",)),))) == [("called", {"who": ["Norway"]})]


def test_the_longest_wording_wins() -> None:
    frame = Frame("noun", ("minister", "foreign minister"), (("who", ("holder",)),))

    assert found(tree(SENTENCE), frame) == [("foreign minister", {"who": ["Berg"]})]


def test_a_frame_without_a_required_role_does_not_fire() -> None:
    frame = Frame("verb", ("call off",), (("who", ("subject",)), ("where", ("in",))), require=("where",))

    assert found(tree(SENTENCE), frame) == []


def test_the_first_function_that_has_a_filler_of_the_right_type_fills_the_role() -> None:
    frame = Frame("verb", ("call off",), (("what", ("object", "subject")),), types=(("what", ("schema:Country",)),))

    assert found(tree(SENTENCE), frame, types={0: "schema:Country"}) == [("called", {"what": ["Norway"]})]


def test_context_must_be_there_and_without_must_not() -> None:
    roles = (("who", ("subject",)),)
    wanted = Frame("verb", ("call off",), roles, context=(("object", ("talk",)),))
    barred = Frame("verb", ("call off",), roles, without=(("object", ("talk",)),))

    assert len(found(tree(SENTENCE), wanted)) == 1
    assert found(tree(SENTENCE), barred) == []


def test_a_class_in_place_of_words_matches_every_name_of_it() -> None:
    frame = Frame("noun", ("any schema:Country",), (("what", ("self",)),))

    assert found(tree(SENTENCE), frame, types={0: "schema:Country"}) == [("Norway", {"what": ["Norway"]})]
