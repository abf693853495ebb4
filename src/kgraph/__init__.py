"""kgraph reads news articles and builds a knowledge graph that shows the sentence behind every triple.

>>> import kgraph
>>> graph = kgraph.build("seeds")
>>> kgraph.write(graph, "graph.ttl")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

# Each public name and where it lives; imported on first use, because spaCy alone takes over a second.
_HOMES = {
    "build": "kgraph.pipeline",
    "build_folder": "kgraph.pipeline.folder",
    "read": "kgraph.pipeline",
    "extract": "kgraph.pipeline",
    "link": "kgraph.linking",
    "write": "kgraph.writers",
    "check": "kgraph.checks",
    "load_pipeline": "kgraph.annotation",
    "annotate": "kgraph.annotation",
    "named_query": "kgraph.queries",
    "named_queries": "kgraph.queries",
    "network": "kgraph.views.networks",
    "compare": "kgraph.comparison",
    "according_to": "kgraph.graph.layers",
    "KnowledgeGraph": "kgraph.graph",
    "Schema": "kgraph.schema",
    "Article": "kgraph.model",
    "Extraction": "kgraph.model",
    "KgraphError": "kgraph.errors",
}

if TYPE_CHECKING:
    from kgraph.annotation import annotate, load_pipeline
    from kgraph.checks import check
    from kgraph.comparison import compare
    from kgraph.errors import KgraphError
    from kgraph.graph import KnowledgeGraph
    from kgraph.graph.layers import according_to
    from kgraph.linking import link
    from kgraph.model import Article, Extraction
    from kgraph.pipeline import build, extract, read
    from kgraph.pipeline.folder import build_folder
    from kgraph.queries import named_queries, named_query
    from kgraph.schema import Schema
    from kgraph.views.networks import network
    from kgraph.writers import write

__all__ = [
    "Article",
    "Extraction",
    "KgraphError",
    "KnowledgeGraph",
    "Schema",
    "according_to",
    "annotate",
    "build",
    "build_folder",
    "check",
    "compare",
    "extract",
    "link",
    "load_pipeline",
    "named_queries",
    "named_query",
    "network",
    "read",
    "write",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kgraph' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
