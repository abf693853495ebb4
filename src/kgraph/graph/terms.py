"""Plain values in, RDF terms out: IRIs that every tool accepts, literals that every format can carry."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox

from kgraph.schema import PREFIXES, expand

if TYPE_CHECKING:
    from kgraph.model import Value

XSD = PREFIXES["xsd"]
A = ox.NamedNode(PREFIXES["rdf"] + "type")
DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}

# what XML 1.0 cannot hold, and halves of surrogate pairs, which UTF-8 cannot; compiled when something is written
_UNWRITABLE = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_WIKIDATA = re.compile(r"(?:wd:)?(Q[1-9][0-9]*)")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def clean(text: str) -> str:
    """The text with each character that some format cannot hold replaced by U+FFFD, so that its length stays."""
    return re.sub(_UNWRITABLE, "\ufffd", text)


def named(curie: str) -> ox.NamedNode:
    """The node of a CURIE of the vocabulary; raises KeyError for an unknown prefix."""
    return ox.NamedNode(expand(curie))


def iri(base: str, *parts: str) -> ox.NamedNode:
    """`base` followed by the parts with a slash between them, each escaped where an IRI needs it."""
    return ox.NamedNode(base + "/".join(quote(clean(p), safe="-._~!$&'()*+,;=@") for p in parts))


def text(value: str) -> ox.Literal:
    """A plain string."""
    return ox.Literal(clean(value))


def integer(value: int) -> ox.Literal:
    """An xsd:integer."""
    return ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer"))


def number(value: str | float) -> ox.Literal | None:
    """An xsd:integer if the value is whole, else an xsd:decimal; None if it is no number."""
    try:
        exact = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    if not exact.is_finite():
        return None
    if exact == exact.to_integral_value():
        return integer(int(exact))
    return decimal(float(exact))


def decimal(value: float) -> ox.Literal:
    """An xsd:decimal in its shortest form, never with an exponent."""
    return ox.Literal(format(Decimal(str(round(value, 6))), "f"), datatype=ox.NamedNode(XSD + "decimal"))


def day(value: str) -> ox.Literal | None:
    """A date in the precision it is given in (xsd:gYear, gYearMonth or date); None if there is no such date."""
    cut = value.strip()[:10]
    if not _DATE.fullmatch(cut):
        return None
    try:
        date.fromisoformat(cut + "-01-01"[len(cut) - 4 :])
    except ValueError:
        return None
    return ox.Literal(cut, datatype=ox.NamedNode(XSD + DATES[len(cut)]))


def same_as(value: str) -> ox.NamedNode | None:
    """The IRI of an entity elsewhere: as it is, or from a Wikidata number; None if it is neither."""
    wikidata = _WIKIDATA.fullmatch(value.strip())
    if wikidata:
        return ox.NamedNode(f"http://www.wikidata.org/entity/{wikidata[1]}")
    try:
        return ox.NamedNode(value.strip())
    except ValueError:
        return None


def term(value: Value, base: str) -> ox.NamedNode | ox.Literal | None:
    """The object of a fact; None if the value is not what its kind says."""
    if value.kind == "node":
        return iri(f"{base}id/", value.value)
    if value.kind == "concept":
        return iri(PREFIXES["et"], value.value)
    if value.kind == "date":
        return day(value.value)
    if value.kind == "number":
        return number(value.value)
    return text(value.value)
