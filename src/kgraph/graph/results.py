"""The answer of a SELECT or an ASK in, the W3C's JSON or XML for it out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.graph.terms import clean

if TYPE_CHECKING:
    from kgraph.graph.rows import Rows, Solution

    Json = dict[str, object]

NAMESPACE = "http://www.w3.org/2005/sparql-results#"
STRING = "http://www.w3.org/2001/XMLSchema#string"
# the standard library's escape() would load half of its network code; a parser would make \n of a bare \r
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def rows_as_json(rows: Rows) -> str:
    """SPARQL 1.1 Query Results JSON."""
    bindings = [
        {v: _json(t) for v, t in zip(rows.variables, row, strict=True) if t is not None} for row in rows.solutions
    ]
    found = {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False) + "\n"


def rows_as_xml(rows: Rows) -> str:
    """SPARQL Query Results XML; what XML cannot hold becomes U+FFFD."""
    head = "".join(f'<variable name="{_escaped(v)}"/>' for v in rows.variables)
    results = "".join(f"<result>{''.join(_bindings(rows, row))}</result>\n" for row in rows.solutions)
    return f'{XML_HEAD}<sparql xmlns="{NAMESPACE}">\n<head>{head}</head>\n<results>\n{results}</results>\n</sparql>\n'


def _yes_or_no(answer: bool) -> str:
    return f"{str(answer).lower()}\n"


def _yes_or_no_as_json(answer: bool) -> str:
    return f'{{"head": {{}}, "boolean": {str(answer).lower()}}}\n'


def _yes_or_no_as_xml(answer: bool) -> str:
    return f'{XML_HEAD}<sparql xmlns="{NAMESPACE}"><head/><boolean>{str(answer).lower()}</boolean></sparql>\n'


# the W3C gives no CSV for ASK; the bare word is what most servers send
YES_OR_NO: dict[str, Callable[[bool], str]] = {
    "json": _yes_or_no_as_json,
    "xml": _yes_or_no_as_xml,
    "csv": _yes_or_no,
    "tsv": _yes_or_no,
}


def _json(term: Solution) -> Json:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {k: _json(t) for k, t in parts.items()}}
    found: Json = {"type": "literal", "value": term.value}
    if term.language:
        return found | {"xml:lang": term.language}
    return found if term.datatype.value == STRING else found | {"datatype": term.datatype.value}


def _bindings(rows: Rows, row: tuple[Solution | None, ...]) -> Iterator[str]:
    for variable, term in zip(rows.variables, row, strict=True):
        if term is not None:
            yield f'<binding name="{_escaped(variable)}">{_xml(term)}</binding>'


def _xml(term: Solution) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_escaped(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_escaped(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return f"<triple>{''.join(f'<{name}>{_xml(t)}</{name}>' for name, t in parts)}</triple>"
    text = _escaped(clean(term.value))
    if term.language:
        return f'<literal xml:lang="{term.language}">{text}</literal>'
    kind = "" if term.datatype.value == STRING else f' datatype="{_escaped(term.datatype.value)}"'
    return f"<literal{kind}>{text}</literal>"


def _escaped(text: str) -> str:
    return text.translate(ESCAPES)
