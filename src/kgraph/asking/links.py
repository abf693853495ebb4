"""Questions that SPARQL has no word for in, the answer out: how two things are linked, what letters stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kgraph.asking.forms import Reading
from kgraph.asking.things import thing
from kgraph.graph import KnowledgeGraph

NAMES = """SELECT DISTINCT ?name {{
  <{iri}> schema:name|schema:alternateName ?name
}} ORDER BY DESC(STRLEN(?name)) ?name"""


def special(graph: KnowledgeGraph, question: str) -> Iterator[Reading]:
    """The reading of a question of one of these forms."""
    text = " ".join(question.split()).rstrip("?!. ")
    for form, answer in FORMS.items():
        found = re.fullmatch(form, text, re.IGNORECASE)
        if found:
            yield answer(graph, *found.groups())


def _stands_for(graph: KnowledgeGraph, name: str) -> Reading:
    """The longest name that has the letters in it."""
    iri = thing(graph, name)
    sparql = NAMES.format(iri=iri)
    names = [str(r[0]) for r in graph.rows(sparql)] if iri else []
    longer = [n for n in names if len(n) > len(name) and " " in n]
    return Reading(sparql, rows=tuple({"label": n} for n in longer[:1]))


def _linked(graph: KnowledgeGraph, name: str, other: str) -> Reading:
    """The steps of the shortest way; SPARQL has no word for it, so what is shown finds the direct links."""
    from kgraph.views.networks import path

    one, two = thing(graph, name), thing(graph, other)
    sparql = f"SELECT ?p {{ {{ <{one}> ?p <{two}> }} UNION {{ <{two}> ?p <{one}> }} }}"
    way = path(graph, one, two) if one and two else None
    if way is None:
        return Reading(sparql)
    labels = {n.id: n.label for n in way.nodes}
    edges = [step[0] for step in way.steps]
    text = "; ".join(f"{labels[e.source]} {e.label} {labels[e.target]}" for e in edges)
    return Reading(sparql, rows=tuple({"label": text, "quote": e.evidence[0].quote} for e in edges))


FORMS: dict[str, Callable[..., Reading]] = {
    r"what (?:does|do|is) (?:the )?(?:abbreviation |acronym |letters )?(\S+) (?:stand for|short for|mean)": _stands_for,
    r"how (?:is|are|was|were) (?:the )?(.+?) (?:connected|linked|related|tied) (?:with|to|and) (?:the )?(.+)": _linked,
    r"what (?:links|connects|ties) (?:the )?(.+?) (?:with|to|and) (?:the )?(.+)": _linked,
}
