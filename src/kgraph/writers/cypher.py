"""A graph in, a Cypher script out that makes the same graph in Neo4j, Memgraph or any that reads openCypher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kgraph.graph import KnowledgeGraph
from kgraph.writers import flat
from kgraph.writers.neo4j import labels, properties, relationship

HEAD = "CREATE CONSTRAINT thing_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;"
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
        also = f" SET n{names}" if names else ""
        yield f"MERGE (n:Thing {{iri: {_value(record['id'])}}}){also} SET n += {_map(properties(record))};"
    for record in flat.edges(drawn):
        ends = f"(a:Thing {{iri: {_value(record['source'])}}}), (b:Thing {{iri: {_value(record['target'])}}})"
        kind = f"MERGE (a)-[r:{_name(relationship(record))}]->(b)"
        yield f"MATCH {ends} {kind} SET r += {_map(properties(record))};"


def _map(record: flat.Record) -> str:
    return "{" + ", ".join(f"{_name(k)}: {_value(v)}" for k, v in record.items() if v != "") + "}"


def _name(name: str) -> str:
    """A name as Cypher takes it: between backticks unless it is plain."""
    return name if re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII) else f"`{name.replace('`', '``')}`"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    return "'" + "".join(ESCAPES.get(c, c) for c in str(value)) + "'"
