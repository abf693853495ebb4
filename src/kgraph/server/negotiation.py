"""An Accept header in, the format to answer in out (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# what each kind of answer comes as, the form taken where the client does not mind first
ROWS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPH: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "application/x-turtle": "turtle",
}


@dataclass(frozen=True, slots=True)
class Range:
    """A part of an Accept header: a type, `type/*` or `*/*`, and how much it is wanted."""

    type: str
    quality: float

    def weighs(self, media: str) -> int:
        """How exactly it names the media type: 3 by name, 2 and 1 by a star; 0 if it does not fit."""
        if self.type == media:
            return 3
        return 2 if self.type == f"{media.partition('/')[0]}/*" else int(self.type == "*/*")


def choose(accept: str, offered: Mapping[str, str]) -> str | None:
    """The media type of those offered that the header wants most, the first of equals; None if it wants none."""
    ranges = list(_ranges(accept)) or [Range("*/*", 1.0)]
    best, wanted = None, 0.0
    for media in offered:
        fitting = max(((r.weighs(media), r.quality) for r in ranges), default=(0, 0.0))
        if fitting[0] and fitting[1] > wanted:
            best, wanted = media, fitting[1]
    return best


def content_type(media: str) -> str:
    """The header's value, with the charset where the type has one."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _ranges(accept: str) -> Iterator[Range]:
    for part in accept.split(","):
        media, *parameters = (p.strip() for p in part.split(";"))
        if media:
            yield Range(media.lower(), _quality(parameters))


def _quality(parameters: list[str]) -> float:
    found = next((p[2:] for p in parameters if p[:2].lower() == "q="), "1")
    try:
        return min(max(float(found), 0.0), 1.0)
    except ValueError:
        return 0.0
