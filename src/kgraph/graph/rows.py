"""The answer of a SELECT: rows of Python values, of RDF terms, and in the W3C's formats."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.graph.results import rows_as_json, rows_as_xml

if TYPE_CHECKING:
    from rdflib import BNode, Literal, URIRef

    Term = URIRef | BNode | Literal

Plain = str | int | float | bool | None
Solution = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
ROW_FORMATS = ("csv", "tsv", "json", "xml", "markdown")
SHOWN = 200  # rows that a notebook shows

_NUMBERS = ("integer", "int", "long", "nonNegativeInteger")


@dataclass(frozen=True)
class Rows:
    """The answer of a SELECT; `solutions` has a tuple of Oxigraph's terms per row, None where there is no value.

    Iterating gives the rows as plain values: numbers and booleans as such, all else as text. A date stays text,
    because a year is not a day. `complete` is false if a limit cut the answer.
    """

    variables: tuple[str, ...]
    solutions: tuple[tuple[Solution | None, ...], ...]
    complete: bool = True

    def __len__(self) -> int:
        return len(self.solutions)

    def __iter__(self) -> Iterator[tuple[Plain, ...]]:
        return (tuple(plain(t) for t in row) for row in self.solutions)

    @cached_property
    def terms(self) -> tuple[tuple[Term | None, ...], ...]:
        """The same rows as rdflib's terms."""
        return tuple(tuple(to_rdflib(t) for t in row) for row in self.solutions)

    def dicts(self) -> Iterator[dict[str, Plain]]:
        """The rows as dictionaries by variable name, without the variables that have no value."""
        for row in self:
            yield {k: v for k, v in zip(self.variables, row, strict=True) if v is not None}

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame; raises QueryError where pandas is not installed."""
        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise QueryError("to_pandas() needs pandas, which is not installed: pip install pandas") from error
        return pandas.DataFrame(list(self), columns=list(self.variables))

    def serialize(self, form: str) -> str:
        """The rows in one of the W3C's formats (csv, tsv, json or xml), or as a Markdown table."""
        if form not in ROW_FORMATS:
            raise QueryError(f"rows cannot be written as {form!r}; one of {', '.join(ROW_FORMATS)} can")
        writers = {
            "csv": self._csv,
            "tsv": self._tsv,
            "json": lambda: rows_as_json(self),
            "xml": lambda: rows_as_xml(self),
            "markdown": self._markdown,
        }
        return writers[form]()

    def _csv(self) -> str:
        out = StringIO()
        table = csv.writer(out, lineterminator="\r\n")
        table.writerow(self.variables)
        table.writerows([text(t) for t in row] for row in self.solutions)
        return out.getvalue()

    def _tsv(self) -> str:
        rows = [[f"?{v}" for v in self.variables], *([_tsv(t) for t in r] for r in self.solutions)]
        return "".join("\t".join(row) + "\n" for row in rows)

    def _markdown(self) -> str:
        rows = [self.variables, ["---"] * len(self.variables), *([text(t) for t in row] for row in self.solutions)]
        return "".join("| " + " | ".join(map(_cell, row)) + " |\n" for row in rows)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(v)}</th>" for v in self.variables)
        cells = ("".join(f"<td>{escape(text(t))}</td>" for t in row) for row in self.solutions[:SHOWN])
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        more = f"<p>{len(self)} rows, the first {SHOWN} shown</p>" if len(self) > SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def plain(term: Solution | None) -> Plain:
    """A term as a Python value: int, float or bool where it is one, else its text."""
    if not isinstance(term, ox.Literal):
        return None if term is None else text(term)
    kind = term.datatype.value.rpartition("#")[2]
    try:
        if kind in _NUMBERS:
            return int(term.value)
        if kind in ("decimal", "double", "float"):
            return float(term.value)
    except ValueError:
        return term.value
    return term.value in ("true", "1") if kind == "boolean" else term.value


def text(term: Solution | None) -> str:
    """A term as text: an IRI, a literal's value; "" for no value."""
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple) else term.value


def short(row: Sequence[Solution | None], prefixes: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """A row to read: each term on one line, an IRI with its prefix, and whether it is an IRI."""
    for term in row:
        words, node = text(term), isinstance(term, ox.NamedNode)
        near = [(p, n) for p, n in prefixes.items() if node and words.startswith(n)]
        yield f"{near[0][0]}:{words.removeprefix(near[0][1])}" if near else " ".join(words.split()), node


def to_rdflib(term: Solution | None) -> Term | None:
    """An Oxigraph term as an rdflib term, its spelling kept; a quoted triple, which rdflib lacks, as text."""
    from rdflib import BNode, Literal, URIRef

    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        return Literal(str(term))
    if term.language:
        return Literal(term.value, lang=term.language)
    kind = term.datatype.value
    is_text = kind.endswith("XMLSchema#string")
    return Literal(term.value, datatype=None if is_text else URIRef(kind), normalize=False)


def _tsv(term: Solution | None) -> str:
    return "" if term is None else str(term).replace("\t", "\\t")


def _cell(value: str) -> str:
    return " ".join(value.replace("\\", "\\\\").replace("|", "\\|").split())
