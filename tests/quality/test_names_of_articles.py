"""The names in the hand-marked articles: how many persons, organisations and places are found and of the right type."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from kgraph.annotation import annotate, load_pipeline
from kgraph.readers import load

pytestmark = [pytest.mark.model, pytest.mark.slow]

FLOOR = 0.98
CLASSES = {"PERSON": "Person", "ORG": "Organisation", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group"}
WANTED = frozenset(("Person", "Organisation", "Place"))


@dataclass(frozen=True)
class Marked:
    """A name that the gold standard marks: its words, the offsets of its head, and what it may be."""

    doc: str
    text: str
    head: tuple[int, int]
    types: frozenset[str]


def marked(gold: Path) -> Iterator[Marked]:
    """All names of persons, organisations and places but those inside a longer name, which no flat list can hold.

    What stands for something else ("Moscow" for a government) may be either.
    """
    entities = {e["id"]: e["type"] for e in lines(gold / "entities.jsonl")}
    names = [m for m in lines(gold / "mentions.jsonl") if m["kind"] == "name"]
    for name in names:
        types = {entities.get(name["entity"], ""), entities.get(name.get("metonym_of", ""), "")}
        if types & WANTED and not any(inside(name, other) for other in names):
            yield Marked(name["doc"], name["text"], (name["head_start"], name["head_end"]), frozenset(types - {""}))


def inside(name: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether another name holds this one."""
    holds = name["doc"] == other["doc"] and other["start"] <= name["start"] and name["end"] <= other["end"]
    return bool(holds) and (name["start"], name["end"]) != (other["start"], other["end"])


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def seen(doc: Doc, name: Marked) -> str:
    """What the pipeline says of a name: the class and words of the entity that holds its head, "" for none."""
    last = name.head[1] - 1
    found = [e for e in doc.ents if e.start_char <= last < e.end_char and e.label_ in CLASSES]
    return f"{CLASSES[found[0].label_]} {found[0].text!r}" if found else ""


def test_names_have_the_right_type(shared: Path) -> None:
    nlp = load_pipeline()
    files = {d["id"]: d["file"] for d in lines(shared / "gold/documents.jsonl")}
    articles = {a.path: a for a in load([shared / "seeds"]) if not isinstance(a, Exception)}
    docs = {id: annotate(articles[file], nlp) for id, file in files.items() if file in articles}
    names = [name for name in marked(shared / "gold") if name.doc in docs]
    judged = [(name, seen(docs[name.doc], name)) for name in names]
    wrong = [(n.doc, n.text, *sorted(n.types), saw) for n, saw in judged if saw.partition(" ")[0] not in n.types]
    share = 1 - len(wrong) / len(names)
    print(f"{share:.3f} of {len(names)} names", *wrong, sep="\n  ")

    assert share >= FLOOR, wrong
