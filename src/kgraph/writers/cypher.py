"""A graph in, a Cypher script out that makes the same graph in Neo4j, Memgraph or any that reads openCypher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kgraph.graph import KnowledgeGraph
from kgraph.writers import flat
from kgraph.writers.neo4j import labels, properties, relationship

# every engine has its own words for an index, so the script has none and runs in all of them
HEAD = "// Neo4j, for a big graph first: CREATE CONSTRAINT FOR (n:Thing) REQUIRE n.iri IS UNIQUE;"
ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Writes one statement a line; run twice, the script changes nothing the second time."""
    path.write_text("".join(f"{line}\n" for line in statements(graph)), encoding="utf-8", newline="\n")


def statements(graph: KnowledgeGraph) -> Iterator[str]:
    """The statements of the script in its order."""
    drawn = flat.drawn(graph)
    yield HEAD
    for record in flat.nodes(drawn):
        names = "".join(f":{_name(x)}" for x in labels(record)[1:])
        also = [f"n{names}"] if names else []
        yield f"MERGE (n:Thing {{iri: {_value(record['id'])}}}){_set('n', record, also)};"
    for record in flat.edges(drawn):
        ends = f"(a:Thing {{iri: {_value(record['source'])}}}), (b:Thing {{iri: {_value(record['target'])}}})"
        yield f"MATCH {ends} MERGE (a)-[r:{_name(relationship(record))}]->(b){_set('r', record, [])};"


def _set(variable: str, record: flat.Record, also: list[str]) -> str:
    """The clause that gives labels and properties, one by one: not all engines know `+=`."""
    kept = [f"{variable}.{_name(k)} = {_value(v)}" for k, v in properties(record).items() if v != ""]
    return f" SET {', '.join(also + kept)}" if also or kept else ""


def _name(name: str) -> str:
    """A name as Cypher takes it: between backticks unless it is plain."""
    return name if re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII) else f"`{name.replace('`', '``')}`"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    return "'" + "".join(ESCAPES.get(c, c) for c in str(value)) + "'"
