"""A question in, the same with well-known names for those of the graph out: a short question is hard ground for names.

A sentence of an article shows what a name stands for; a question of seven words seldom does. So a name that only the
graph knows is read as one of the same kind that everybody knows, and turned back in the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kgraph.asking.restating import Words
from kgraph.graph import KnowledgeGraph

NAMES = """SELECT DISTINCT ?name ?x ?type {
  ?x schema:name|schema:alternateName ?name ; a ?type
} ORDER BY DESC(STRLEN(?name)) ?name ?x ?type"""
KINDS = {
    "Person": "person",
    "Country": "country",
    "City": "city",
    "Place": "city",
    "AdministrativeArea": "city",
    "Organization": "organisation",
}


def mask(graph: KnowledgeGraph, question: str, words: Words) -> tuple[str, Mapping[str, str]]:
    """The question with other names in place of the graph's, and what each of them stands for, as an IRI."""
    free = {kind: iter(words[f"{kind}_names"][1:]) for kind in set(KINDS.values())}  # the first stands for the answer
    masks: dict[str, str] = {}
    for name, iri, kind in _known(graph):
        whole = rf"(?<!\w){re.escape(name)}(?!\w)"
        if name[:1].isupper() and len(name) > 2 and re.search(whole, question) and iri not in masks.values():
            other = next(free[kind], "")
            if other:
                question, masks[other] = re.sub(whole, other, question), iri
    return question, masks


def _known(graph: KnowledgeGraph) -> Iterator[tuple[str, str, str]]:
    """Name, IRI and kind of all that has a kind, the longest names first."""
    for name, iri, type_ in graph.rows(NAMES):
        kind = KINDS.get(str(type_).rpartition("/")[2])
        if kind:
            yield str(name), str(iri), kind
