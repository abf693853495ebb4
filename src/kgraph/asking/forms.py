"""Questions of the forms in `ontology/questions` in, SPARQL and rows out; the forms are data, and so is the SPARQL."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgraph.asking import things
from kgraph.asking.things import literal
from kgraph.graph import KnowledgeGraph
from kgraph.schema import Schema, ontology_path

SLOT = re.compile(r"\{(\w+)\}")
SELECT = "SELECT DISTINCT ?label ?quote ?factuality ?speaker ?outlet {{\n{body}}} ORDER BY ?label ?quote"
PASSAGE = """?f prov:wasDerivedFrom ?passage . ?passage nif:anchorOf ?quote ; nif:referenceContext ?document .
  OPTIONAL { ?document schema:publisher/rdfs:label ?outlet } OPTIONAL { ?f kg:factuality ?factuality }
  OPTIONAL { ?f prov:wasAttributedTo/rdfs:label ?speaker }"""


@dataclass(frozen=True, slots=True)
class Form:
    """Ways to put a question, and the SPARQL that answers it; `more` says that other readings may answer it too."""

    ask: tuple[str, ...]
    sparql: str
    more: bool = False
    examples: tuple[Mapping[str, Any], ...] = ()

    def slots(self, text: str) -> Iterator[Mapping[str, str]]:
        """What fills the slots, for each way in which the question has the form: "of" may stand twice in it."""
        for ask in self.ask:
            for few in ("?", ""):
                found = re.fullmatch(SLOT.sub(rf"(?P<\1>.+{few})", ask), text, re.IGNORECASE)
                if found:
                    yield found.groupdict()


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to understand a question: its SPARQL; `final` says that there is no other if it finds nothing."""

    sparql: str
    final: bool = True
    rows: tuple[Mapping[str, Any], ...] = ()


def formal(graph: KnowledgeGraph, question: str) -> Iterator[Reading]:
    """The readings of a question by the forms, each asked."""
    text = " ".join(question.split()).rstrip("?!. ")
    for form in forms():
        seen = set()
        for slots in form.slots(text):
            values = _values(graph, slots)
            if values is None or tuple(values.items()) in seen:
                continue
            seen.add(tuple(values.items()))
            sparql = _filled(form.sparql, values)
            yield Reading(sparql, not form.more, tuple(graph.rows(sparql).dicts()))


def unknown(graph: KnowledgeGraph, question: str) -> str:
    """The name in a question of a known form that stands for nothing in the graph; "" if that is not why."""
    text = " ".join(question.split()).rstrip("?!. ")
    for form in forms():
        for slots in form.slots(text):
            name = slots.get("thing", "")
            if name[:1].isupper() and not things.thing(graph, name):
                return name
    return ""


@cache
def forms() -> tuple[Form, ...]:
    """The forms, file by file."""
    tables = [
        tomllib.loads(f.read_text(encoding="utf-8")) for f in sorted((ontology_path() / "questions").glob("*.toml"))
    ]
    return tuple(
        Form(tuple(f["ask"]), f["sparql"], f.get("more", False), tuple(f["examples"]))
        for t in tables
        for f in t["forms"]
    )


def _values(graph: KnowledgeGraph, slots: Mapping[str, str]) -> Mapping[str, str] | None:
    """What stands for the slots in SPARQL; None if one of them means nothing here."""
    found: dict[str, str] = {}
    for slot, words in slots.items():
        if slot == "role":
            found["role"] = literal(words.strip().lower())
        elif slot == "date":
            found["date"] = literal(things.date(words, Schema.load().words["questions"]["months"]))
        elif slot == "kind":
            found["kind"] = kinds(words)
        else:
            key = "title" if slot == "title" else "thing"
            lookup = {"title": things.article, "adjective": things.adjective}.get(slot, things.thing)
            found |= {key: lookup(graph, words), "name": literal(things.bare(words))}
    return None if any(v in ("", '""') for v in found.values()) else found


def kinds(noun: str) -> str:
    """The event types that a noun of a question means, as SPARQL writes them: et:PROTEST of "protests"; "" for none."""
    table = (pair.partition("=") for pair in Schema.load().words["questions"]["happenings"])
    known = {one: types for one, _, types in table}
    word = noun.strip().lower()
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word))
    return " ".join(f"et:{t}" for t in next((known[form] for form in forms if form in known), "").split())


def _filled(sparql: str, values: Mapping[str, str]) -> str:
    body = sparql.replace("%passage%", PASSAGE)
    for slot, value in values.items():
        body = body.replace(f"%{slot}%", value)
    return SELECT.format(body=body.lstrip("\n"))
