"""A graph in, its entities out as a list to go through: how often and where each is mentioned, and what is doubtful."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgraph.graph import KnowledgeGraph
from kgraph.linking.suspects import Called, Suspect, suspects
from kgraph.schema import Schema, curie

NODES = """SELECT ?x ?name ?alias ?unnamed {
  ?x rdfs:label ?name . FILTER(STRSTARTS(STR(?x), "BASEid/")) FILTER NOT EXISTS { ?x a sem:Event }
  OPTIONAL { ?x schema:alternateName ?alias } OPTIONAL { ?x kg:unnamed ?unnamed } } ORDER BY ?x ?alias"""
TYPES = 'SELECT ?x ?type { ?x a ?type . FILTER(STRSTARTS(STR(?x), "BASEid/")) } ORDER BY ?x ?type'
PLACES = """SELECT ?x ?doc ?start ?quote {
  ?p itsrdf:taIdentRef ?x ; nif:referenceContext ?doc ; nif:beginIndex ?start ; nif:anchorOf ?quote
} ORDER BY ?x ?doc ?start"""
SENTENCES = """SELECT ?doc ?start ?end ?quote {
  ?p a nif:Sentence ; nif:referenceContext ?doc ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?quote
} ORDER BY ?doc ?start"""
GENERAL = ("schema:Thing", "sem:Actor")  # said of many nodes beside what each of them is


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article in which a node is spoken of: the sentence where the graph has it, else the mention."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Identity:
    """A node as a row: its names and classes, how often it is mentioned, in how many articles, and some quotes."""

    called: Called
    mentions: int = 0
    articles: int = 0
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about identity with a quote for each node that it is about."""

    suspect: Suspect
    quotes: tuple[tuple[str, Quote], ...]


def identities(graph: KnowledgeGraph, schema: Schema) -> tuple[Identity, ...]:
    """All people, organisations, places and groups, the most mentioned first."""
    places: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for x, doc, start, quote in graph.rows(PLACES):
        places[str(x)].append((str(doc), int(str(start)), str(quote)))
    sentences = _sentences(graph)
    paths = {iri: source.path for iri, source in graph.sources().items()}
    found = [_identity(c, places[iri], sentences, paths) for iri, c in _called(graph, schema).items()]
    return tuple(sorted(found, key=lambda i: (-i.mentions, i.called.id)))


def doubts(found: Sequence[Identity], schema: Schema) -> tuple[Doubt, ...]:
    """What is doubtful about these entities, the likeliest first, with the words of the articles."""
    by_id = {i.called.id: i for i in found}
    return tuple(
        Doubt(s, tuple((by_id[n].called.name, q) for n in s.nodes for q in by_id[n].quotes[:1]))
        for s in suspects([i.called for i in found], schema)
    )


def _called(graph: KnowledgeGraph, schema: Schema) -> dict[str, Called]:
    """IRI → names and classes."""
    start = f"{graph.base}id/"
    classes: dict[str, list[str]] = defaultdict(list)
    for x, type_ in graph.rows(TYPES.replace("BASE", graph.base)):
        classes[str(x)].append(curie(str(type_)))
    rows: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for x, name, alias, unnamed in graph.rows(NODES.replace("BASE", graph.base)):
        rows[str(x)].append((str(name), str(alias) if alias is not None else "", unnamed is not None))
    return {
        iri: Called(
            id=iri.removeprefix(start),
            types=_upwards(classes[iri], schema),
            name=found[0][0],
            aliases=tuple(alias for _, alias, _ in found if alias),
            named=not found[0][2],
        )
        for iri, found in rows.items()
    }


def _upwards(types: Sequence[str], schema: Schema) -> tuple[str, ...]:
    """The classes with the most specific first, which is the one that has most of the others above it."""
    own = [t for t in types if t not in GENERAL]
    return schema.up(max(own, key=lambda t: (len(schema.up(t)), t))) if own else ()


def _sentences(graph: KnowledgeGraph) -> dict[str, list[tuple[int, int, str]]]:
    """Article → its sentences that the graph quotes, in order."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for doc, start, end, quote in graph.rows(SENTENCES):
        found[str(doc)].append((int(str(start)), int(str(end)), str(quote)))
    return {doc: sorted(told) for doc, told in found.items()}


def _identity(
    called: Called,
    places: Sequence[tuple[str, int, str]],
    sentences: Mapping[str, Sequence[tuple[int, int, str]]],
    paths: Mapping[str, str],
) -> Identity:
    spoken = [(doc, *_quote(start, words, sentences.get(doc, ()))) for doc, start, words in places]
    quotes = (Quote(paths.get(doc, doc), " ".join(words.split())) for doc, _, words in sorted(spoken, key=_told_first))
    articles = len({doc for doc, *_ in places})
    return Identity(called, len(places), articles, tuple(dict.fromkeys(quotes)))


def _told_first(spoken: tuple[str, bool, str]) -> bool:
    return not spoken[1]


def _quote(start: int, words: str, sentences: Sequence[tuple[int, int, str]]) -> tuple[bool, str]:
    """Whether the graph quotes the sentence of a mention, and that sentence or else the mention."""
    n = bisect_right(sentences, start, key=lambda s: s[0]) - 1
    inside = n >= 0 and start < sentences[n][1]
    return inside, sentences[n][2] if inside else words
