"""A question in the words of a property's label in, its SPARQL out: "Who owns X?", "Where was X born?".

The vocabulary says how each property reads from its subject ("was founded by") and from its object ("founded"); a
question is one of these with the one end left out. So a property that is added can be asked for at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.asking.forms import PASSAGE, Reading
from kgraph.asking.things import thing
from kgraph.graph import KnowledgeGraph
from kgraph.schema import Property, Schema

Words = Mapping[str, tuple[str, ...]]

ASKS = re.compile(
    r"(?:(?P<preposition>in|on|at|to|from|by|with|of) )?"
    r"(?P<wh>who|whom|what|where|when|which|since when)\b ?(?P<rest>.+)",
    re.IGNORECASE,
)
DO = frozenset(("do", "does", "did"))
BE = frozenset(("is", "are", "was", "were"))
SMALL = frozenset(("in", "on", "at", "by", "of", "to", "for", "with", "a", "an", "the", "as"))
ENDINGS = re.compile(r"(?:ied|ies|ed|es|s|e|y)$")
CLASSES = {
    "person": "schema:Person",
    "country": "schema:Country",
    "city": "schema:City",
    "place": "schema:Place",
    "organisation": "schema:Organization",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question taken apart: its word for what is asked, the kind this must be of, and the words about the thing."""

    wh: str
    kind: str
    phrase: tuple[str, ...]
    iri: str
    leading: bool  # whether the answer is what the phrase is said of: "Who owns X?", not "What does X own?"


def labelled(graph: KnowledgeGraph, question: str, words: Words) -> Iterator[Reading]:
    """The readings of a question by the labels of the properties, each asked."""
    found = ASKS.fullmatch(" ".join(question.split()).rstrip("?!. "))
    if not found:
        return
    for asked in _taken_apart(graph, found, words):
        for property_ in Schema.load().properties.values():
            for subject in (True, False):
                if property_.curie not in words["of_events"] and _fits(asked, property_, subject):
                    sparql = _sparql(asked, property_, subject)
                    yield Reading(sparql, False, tuple(graph.rows(sparql).dicts()))


def _taken_apart(graph: KnowledgeGraph, found: re.Match[str], words: Words) -> Iterator[_Asked]:
    wh, tokens, kind = found["wh"].lower(), found["rest"].split(" "), ""
    if wh in ("which", "what") and tokens[0].lower() not in BE | DO:
        kind, tokens = _kind(tokens, words)
        if wh == "which" and not kind:
            return
    extra = (found["preposition"].lower(),) if found["preposition"] else ()
    for end in range(1, len(tokens)):  # "Who owns | X"
        iri = thing(graph, " ".join(tokens[end:]))
        if iri:
            yield _Asked(wh, kind, tuple(w.lower() for w in tokens[:end]), iri, True)
            break
    if tokens[0].lower() not in BE | DO:
        return
    for end in range(len(tokens), 1, -1):  # "Where was | X | born"
        iri = thing(graph, " ".join(tokens[1:end]))
        if iri:
            phrase = (tokens[0].lower(), *(w.lower() for w in tokens[end:]), *extra)
            yield _Asked(wh, kind, phrase, iri, False)
            break


def _kind(tokens: list[str], words: Words) -> tuple[str, list[str]]:
    """The kind that a noun in the first words asks for, and what comes after it."""
    for i, token in enumerate(tokens[:4]):
        noun = token.lower()
        forms = (noun, noun.removesuffix("s"), re.sub("ies$", "y", noun))
        kind = next((k for k in CLASSES if any(f in words[k] for f in forms)), "")
        if kind:
            return kind, tokens[i + 1 :]
    return "", tokens


def _fits(asked: _Asked, property_: Property, subject: bool) -> bool:
    """Whether the phrase is the label that the property has as it is said of its subject, or of its object."""
    label = (property_.label if subject else property_.inverse).lower()
    if not label or not _range(asked, property_.curie, subject):
        return False
    said, read = _stems(asked.phrase), _stems(tuple(label.split()))
    if said == ("be",) and asked.wh != "where":  # "Who is X?" asks for more than who is in X
        return ["is" if w in BE else w for w in asked.phrase] == label.split()
    return said == read


def _range(asked: _Asked, name: str, subject: bool) -> bool:
    """Whether what is asked for can be what the property has at that end."""
    words = Schema.load().words["questions"]
    value = subject != asked.leading  # the answer is the property's object
    if asked.wh in ("when", "since when"):
        return value and name in words["of_dates"]
    if asked.wh == "where":
        return value and name in words["of_places"]
    return not (value and name in words["of_dates"])


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say something, without their endings, in any order of small words."""
    kept = [w for w in words if w not in SMALL | DO]
    return tuple("be" if w in BE else _stem(w) for w in kept)


def _stem(word: str) -> str:
    known = {w: line.split()[0] for line in Schema.load().words["questions"]["irregular"] for w in line.split()}
    return known.get(word, ENDINGS.sub("", word) if len(word) > 3 else word)


def _sparql(asked: _Asked, property_: Property, subject: bool) -> str:
    """The query: `subject` says that the label is read from the property's subject."""
    known_is_subject = subject != asked.leading
    ends = (f"<{asked.iri}>", "?answer") if known_is_subject else ("?answer", f"<{asked.iri}>")
    kind = CLASSES.get(asked.kind, "sem:Actor" if asked.wh in ("who", "whom") else "")
    lines = [
        f"?f rdf:subject {ends[0]} ; rdf:predicate {property_.curie} ; rdf:object {ends[1]} .",
        *([f"?answer a {kind} ."] if kind else []),
        "OPTIONAL { ?answer rdfs:label ?named } BIND (COALESCE(?named, STR(?answer)) AS ?label)",
        PASSAGE,
    ]
    body = "".join(f"  {line}\n" for line in lines)
    return f"SELECT DISTINCT ?label ?quote ?factuality ?speaker ?outlet {{\n{body}}} ORDER BY ?label ?quote"
