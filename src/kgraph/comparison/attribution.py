"""A graph in, attribution chains out: through whose mouths each thing came that no outlet states itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.comparison.matrix import Row, rows
from kgraph.comparison.outlets import columns, name, roots
from kgraph.comparison.tellings import told
from kgraph.graph import KnowledgeGraph, Passage, Source

CLAIMS = """
SELECT ?claim ?fact ?who ?label ?unnamed ?outer {
  ?claim a schema:Claim ; schema:author ?who . ?who rdfs:label ?label
  OPTIONAL { ?claim kg:content ?fact } OPTIONAL { ?claim schema:isPartOf ?outer }
  BIND (EXISTS { ?who kg:unnamed true } AS ?unnamed)
} ORDER BY ?claim ?fact ?outer"""


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain: an outlet or a speaker, by name and IRI, and whether the text leaves it without a name."""

    name: str
    node: str
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """One fact as it reached the reader: the outlet first, the source that it rests on last.

    `only` is true if all that is told of the fact goes back to this one source.
    """

    fact: str
    voices: tuple[Voice, ...]
    passage: Passage
    only: bool

    @property
    def source(self) -> Voice:
        """The voice that the fact rests on."""
        return self.voices[-1]


@dataclass(frozen=True, slots=True)
class Claims:
    """Who speaks in each claim, which claim it stands in, and which claim a statement is the content of; by IRI."""

    speakers: Mapping[str, Voice]
    outer: Mapping[str, str]
    of_fact: Mapping[str, str]

    def speakers_of(self, fact: str) -> tuple[Voice, ...]:
        """The speakers through whom a statement came, the outermost first."""
        found: dict[str, Voice] = {}
        claim = self.of_fact.get(fact, "")
        while claim in self.speakers and claim not in found:
            found[claim] = self.speakers[claim]
            claim = self.outer.get(claim, "")
        return tuple(reversed(found.values()))


def chains(graph: KnowledgeGraph) -> tuple[Chain, ...]:
    """The chains of all that no article states in its own voice; what rests on one unnamed source comes first."""
    known, claims = told(graph), _claims(graph)
    matrix = rows(known, columns(known.sources))
    found = (c for row in matrix if not row.support for c in _chains(row, claims, known.sources))
    return tuple(sorted(found, key=_order))


def _claims(graph: KnowledgeGraph) -> Claims:
    speakers: dict[str, Voice] = {}
    outer: dict[str, str] = {}
    of_fact: dict[str, str] = {}
    for row in graph.rows(CLAIMS).dicts():
        claim = str(row["claim"])
        speakers[claim] = Voice(str(row["label"]), str(row["who"]), bool(row["unnamed"]))
        if "outer" in row:
            outer[claim] = str(row["outer"])
        if "fact" in row:
            of_fact.setdefault(str(row["fact"]), claim)
    return Claims(speakers, outer, of_fact)


def _chains(row: Row, claims: Claims, sources: Mapping[str, Source]) -> Iterator[Chain]:
    """The chains of one fact, each once; what a copy passes on is its original's chain."""
    said = [p for cell in row.cells for p in cell.passages]
    found = sorted(((tuple(_voices(p, claims, sources)), p) for p in said), key=lambda x: len(x[0]))
    only = len({voices[-1].node for voices, _ in found}) == 1
    seen: set[tuple[Voice, ...]] = set()
    for voices, passage in found:
        if passage.speaker and not {voices, voices[1:]} & seen:
            seen.add(voices)
            yield Chain(row.label, voices, passage, only)


def _voices(passage: Passage, claims: Claims, sources: Mapping[str, Source]) -> Iterator[Voice]:
    outlets = [passage.article, *sorted(roots(passage.article, sources) - {passage.article})]
    yield from (Voice(name(sources[a]) if a in sources else a, a) for a in outlets)
    yield from claims.speakers_of(passage.fact)


def _order(chain: Chain) -> tuple[bool, bool, str, str, tuple[str, ...], str]:
    names = tuple(v.name for v in chain.voices)
    return not chain.only, not chain.source.unnamed, chain.source.name, chain.fact, names, chain.passage.fact
