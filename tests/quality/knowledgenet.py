"""An Extraction in, facts in the words of KnowledgeNet out: which of our properties is which of its fifteen.

A passage of the benchmark is cut out of a longer text, so its first pronoun may stand for a name that is not in it:
`opened` puts a sentence with a name before such a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from places import Places

from kgraph.model import Article, Extraction, Relation, Span

Found = tuple[str, Span, Span]
OPENINGS = {
    "he": "Peter Lund spoke. ",
    "his": "Peter Lund spoke. ",
    "she": "Anna Berg spoke. ",
    "her": "Anna Berg spoke. ",
    "it": "Peldon Inc. grew. ",
    "its": "Peldon Inc. grew. ",
}
FIRST_PRONOUN = re.compile(r"\W*(?:\w+,? ){0,5}?(he|she|his|her|it|its)\b", re.IGNORECASE)
PROPERTIES = {
    "schema:nationality": ("NATIONALITY",),
    "schema:spouse": ("SPOUSE",),
    "schema:parent": ("CHILD_OF",),
    "schema:birthPlace": ("PLACE_OF_BIRTH",),
    "schema:birthDate": ("DATE_OF_BIRTH",),
    "schema:deathDate": ("DATE_OF_DEATH",),
    "schema:homeLocation": ("PLACE_OF_RESIDENCE",),
    "schema:alumniOf": ("EDUCATED_AT",),
    "schema:founder": ("FOUNDED_BY",),
    "schema:foundingDate": ("DATE_FOUNDED",),
    "schema:location": ("HEADQUARTERS",),
    "schema:parentOrganization": ("SUBSIDIARY_OF",),
}
WHERE = frozenset({"schema:birthPlace", "schema:homeLocation", "schema:location"})
TURNED = {"schema:children": ("CHILD_OF",), "schema:owns": ("SUBSIDIARY_OF",)}
CEO = re.compile(r"\bceo\b|chief executive|managing director")
RELATIVE = re.compile(r",? (who|which|that|where)\b")
KINDS = ("name", "pronoun")
PERSON, PARTY, BODY, COUNTRY = "schema:Person", "schema:PoliticalParty", "schema:Organization", "schema:Country"


def opened(text: str) -> tuple[Article, int]:
    """A passage as an article, and how many characters were put before it."""
    pronoun = FIRST_PRONOUN.match(text)
    opening = OPENINGS[pronoun[1].lower()] if pronoun is not None else ""
    whole = opening + text
    return Article(path="passage.txt", text=whole, ranges=((0, len(whole)),)), len(opening)


def facts(extraction: Extraction, shift: int, text: str) -> Iterator[Found]:
    """The relations that the benchmark has a property for, at every mention of both ends in the passage."""
    places, types = Places(extraction), {e.id: frozenset(e.types) for e in extraction.entities}
    within = {r.subject: r.object.value for r in extraction.relations if r.property == "schema:containedInPlace"}
    whole = shift, shift + len(text)
    found: dict[Found, None] = {}
    for relation in _with_wider(extraction.relations, within):
        subjects = places.all(relation.subject, whole, *KINDS)
        for name in _names(relation, types):
            for subject, object_ in product(
                _with_relatives(subjects, text, shift), _objects(relation, places, whole, text)
            ):
                one, other = ((s[0] - shift, s[1] - shift) for s in (subject, object_))
                turned = relation.property in TURNED or name == "CEO"
                found[(name, other, one) if turned else (name, one, other)] = None
                if name == "SPOUSE":
                    found[name, other, one] = None
    yield from (f for f in found if f[1] != f[2])


def _with_wider(relations: Iterable[Relation], within: dict[str, str]) -> Iterator[Relation]:
    """The relations that are not denied, each with a place also with the wider places that it is in: "Lyon, France"."""
    for relation in relations:
        if relation.factuality != "negative":
            yield relation
            wider = within.get(relation.object.value, "") if relation.property in WHERE else ""
            for place in (wider, within.get(wider, "")):
                if place:
                    yield replace(relation, object=replace(relation.object, value=place))


def _names(relation: Relation, types: dict[str, frozenset[str]]) -> Iterator[str]:
    yield from PROPERTIES.get(relation.property, ())
    yield from TURNED.get(relation.property, ())
    if relation.object.kind != "node":
        return
    person, of = PERSON in types[relation.subject], types[relation.object.value]
    political = PARTY in of or relation.role.endswith("politician")  # whose politician somebody is, is a party
    if relation.property in {"schema:memberOf", "schema:worksFor"} and person and political:
        yield "POLITICAL_AFFILIATION"
    elif relation.property in {"schema:memberOf", "schema:worksFor", "schema:affiliation"} and person and BODY in of:
        yield "EMPLOYEE_OR_MEMBER_OF"
    if relation.property == "schema:worksFor" and CEO.search(relation.role) and BODY in of - {COUNTRY}:
        yield "CEO"


def _objects(relation: Relation, places: Places, whole: Span, text: str) -> list[Span]:
    if relation.object.kind == "node":
        found = places.all(relation.object.value, whole, *KINDS)
        return found if relation.property in WHERE else _with_relatives(found, text, whole[0])
    said = relation.object.text
    near = range(max(relation.evidence.start, whole[0]), relation.evidence.end)
    found = [m.start() + whole[0] for m in re.finditer(re.escape(said), text) if m.start() + whole[0] in near]
    return [(start, start + len(said)) for start in found]


def _with_relatives(spans: list[Span], text: str, shift: int) -> list[Span]:
    """The mentions, and the relative pronouns right behind them, which the benchmark counts as mentions."""
    behind = (RELATIVE.match(text, end - shift) for _, end in spans)
    return spans + [(m.start(1) + shift, m.end(1) + shift) for m in behind if m is not None]
