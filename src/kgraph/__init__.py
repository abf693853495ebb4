"""kgraph reads news articles and builds a knowledge graph that shows the sentence behind every triple."""

__version__ = "0.1.0"
