"""A graph in, what a notebook shows of it out: how much it holds, and of which kinds; every label escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.graph.knowledge_graph import KnowledgeGraph

COUNTED = {
    "articles": "?x a schema:Article",
    "actors and places": "{ ?x a sem:Actor } UNION { ?x a schema:Place }",
    "events": "?x a sem:Event",
    "statements of facts": "?x a rdf:Statement",
    "claims with their speaker": "?x a schema:Claim",
}
BUSIEST = """
SELECT ?label (COUNT(?m) AS ?mentions) { ?m itsrdf:taIdentRef ?x . ?x a sem:Actor ; rdfs:label ?label }
GROUP BY ?x ?label ORDER BY DESC(?mentions) ?label LIMIT 8"""


def html(graph: KnowledgeGraph) -> str:
    """A small table of figures, and who is spoken of most."""
    counts = {k: next(iter(graph.rows(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {p} }}")))[0] for k, p in COUNTED.items()}
    rows = "".join(f"<tr><td>{n:,}</td><td>{escape(what)}</td></tr>" for what, n in counts.items())
    busiest = ", ".join(f"{escape(str(label))} ({n})" for label, n in graph.rows(BUSIEST))
    return f"<table><caption>kgraph: {len(graph):,} triples</caption>{rows}</table><p>{busiest}</p>"
