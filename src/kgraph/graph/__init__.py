"""A corpus in, a knowledge graph out: RDF on Oxigraph, to query and to explain."""

from kgraph.graph.knowledge_graph import KnowledgeGraph
from kgraph.graph.passages import Passage, Source
from kgraph.graph.rows import Rows

__all__ = ["KnowledgeGraph", "Passage", "Rows", "Source"]
