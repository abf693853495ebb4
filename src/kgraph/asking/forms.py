"""Questions of a fixed form in, SPARQL and rows out: what a name stands for, how two things are linked, who wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph

Row: TypeAlias = tuple[str, tuple[str, ...], str]
Asked: TypeAlias = tuple[str, tuple[Row, ...]]

NAMES = """SELECT DISTINCT ?name {{
  <{iri}> schema:name|schema:alternateName ?name
}} ORDER BY DESC(STRLEN(?name)) ?name"""
POSTS = """SELECT DISTINCT ?post ?quote {{
  ?f rdf:subject <{iri}> ; rdf:object/rdfs:label ?where ; schema:roleName ?role .
  ?f prov:wasDerivedFrom/nif:anchorOf ?quote
  BIND (CONCAT(?role, ", ", ?where) AS ?post)
}} ORDER BY ?post ?quote"""
FORMER = """SELECT DISTINCT ?name ?quote {{
  ?f rdf:subject <{iri}> ; rdf:predicate kg:formerName ; rdf:object ?name ; prov:wasDerivedFrom/nif:anchorOf ?quote
}} ORDER BY ?name"""
AUTHORS = """SELECT DISTINCT ?name ?title {{
  ?d a schema:Article ; rdfs:label ?title ; schema:author/rdfs:label ?name FILTER (LCASE(?title) = LCASE({text}))
}} ORDER BY ?name"""
DATED = """SELECT DISTINCT ?date ?title {{
  ?d a schema:Article ; rdfs:label ?title ; schema:datePublished ?date FILTER (LCASE(?title) = LCASE({text}))
}} ORDER BY ?date"""
ARTICLES = """SELECT DISTINCT ?title {{ ?d schema:mentions <{iri}> ; rdfs:label ?title }} ORDER BY ?title"""
HAPPENED = """SELECT DISTINCT ?event ?quote {{
  ?e a schema:Event ; rdfs:label ?event . ?f rdf:subject ?e ; prov:wasDerivedFrom/nif:anchorOf ?quote
  FILTER EXISTS {{ ?e schema:location|schema:object|schema:recipient <{iri}> }}
}} ORDER BY ?event ?quote"""


def formal(graph: KnowledgeGraph, question: str) -> Asked | None:
    """The answer to a question of one of the forms; None if it has none of them."""
    text = " ".join(question.split()).rstrip("?!. ")
    for form, answer in FORMS.items():
        found = re.fullmatch(form, text, re.IGNORECASE)
        if found:
            return answer(graph, *found.groups())
    return None


def _stands_for(graph: KnowledgeGraph, name: str) -> Asked:
    """The longest name that has the letters in it."""
    iri = thing(graph, name)
    sparql = NAMES.format(iri=iri)
    names = [str(r[0]) for r in graph.rows(sparql)] if iri else []
    longer = [n for n in names if len(n) > len(name) and " " in n]
    return sparql, tuple((n, (), "") for n in longer[:1])


def _other_names(graph: KnowledgeGraph, name: str) -> Asked:
    iri = thing(graph, name)
    sparql = NAMES.format(iri=iri)
    names = [str(r[0]) for r in graph.rows(sparql)] if iri else []
    return sparql, tuple((n, (), "") for n in names if n.casefold() != name.casefold())


def _formerly(graph: KnowledgeGraph, name: str) -> Asked:
    sparql = FORMER.format(iri=thing(graph, name))
    return sparql, _rows(graph, sparql) if thing(graph, name) else ()


def _author(graph: KnowledgeGraph, title: str) -> Asked:
    sparql = AUTHORS.format(text=_text(title))
    return sparql, tuple((row[0], (), "") for row in _rows(graph, sparql))


def _published(graph: KnowledgeGraph, title: str) -> Asked:
    sparql = DATED.format(text=_text(title))
    return sparql, tuple((row[0], (), "") for row in _rows(graph, sparql))


def _mention(graph: KnowledgeGraph, name: str) -> Asked:
    iri = thing(graph, name)
    sparql = ARTICLES.format(iri=iri)
    return sparql, tuple((str(r[0]), (), "") for r in graph.rows(sparql)) if iri else ()


def _happened(graph: KnowledgeGraph, name: str) -> Asked:
    sparql = HAPPENED.format(iri=thing(graph, name))
    return sparql, _rows(graph, sparql) if thing(graph, name) else ()


def _posts(graph: KnowledgeGraph, name: str) -> Asked | None:
    """Who somebody is: the positions; None for a description, which is read as a statement."""
    iri = thing(graph, name)
    sparql = POSTS.format(iri=iri)
    return (sparql, _rows(graph, sparql)) if iri else None


def _linked(graph: KnowledgeGraph, name: str, other: str) -> Asked | None:
    """The steps of the shortest way; SPARQL has no word for it, so what is shown finds the direct links."""
    from kgraph.views.networks import path

    one, two = thing(graph, name), thing(graph, other)
    sparql = f"SELECT ?p {{ {{ <{one}> ?p <{two}> }} UNION {{ <{two}> ?p <{one}> }} }}"
    way = path(graph, one, two) if one and two else None
    if way is None:
        return sparql, ()
    labels = {n.id: n.label for n in way.nodes}
    edges = [step[0] for step in way.steps]
    text = "; ".join(f"{labels[e.source]} {e.label} {labels[e.target]}" for e in edges)
    return sparql, ((text, tuple(" ".join(e.evidence[0].quote.split()) for e in edges), ""),)


FORMS: dict[str, Callable[..., Asked | None]] = {
    r"what does (?:the )?(?:abbreviation |acronym )?(\S+) stand for": _stands_for,
    r"what (?:was|is) (.+?) (?:called|named|known as) (?:formerly|before|previously)": _formerly,
    r"what (?:was|is) (.+?) (?:formerly|previously) (?:called|named|known as)": _formerly,
    r"by which other names? (?:is|was|are|were) (?:the )?(.+?) (?:called|known)": _other_names,
    r"what (?:else is|other names? does) (?:the )?(.+?) (?:called|known as|have)": _other_names,
    r"how (?:is|are|was|were) (?:the )?(.+?) (?:connected|linked|related|tied) (?:with|to|and) (?:the )?(.+)": _linked,
    r"who (?:wrote|is the author of) [\"“'‘](.+)[\"”'’]": _author,
    r"when was [\"“'‘](.+)[\"”'’] published": _published,
    r"who (?:is|was) (?!the |a |an )(.+)": _posts,
    r"which (?:articles|documents|reports) (?:mention|name|are about) (?:the )?(.+)": _mention,
    r"what (?:has )?happened (?:in|to) (?:the )?(.+)": _happened,
}


def _rows(graph: KnowledgeGraph, sparql: str) -> tuple[Row, ...]:
    found: dict[str, list[str]] = {}
    for name, quote in graph.rows(sparql):
        found.setdefault(str(name), []).append(" ".join(str(quote).split()))
    return tuple((name, tuple(quotes), "") for name, quotes in found.items())


def thing(graph: KnowledgeGraph, name: str) -> str:
    """The IRI of what is called so, "" if nothing is or several things are."""
    try:
        return next(iter(graph.resolve(name)), "")
    except QueryError:
        return ""


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
