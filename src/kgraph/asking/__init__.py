"""A question in plain English in, an answer with the SPARQL that found it out; or a plain no."""

from kgraph.asking.answering import Answer, Found, answer

__all__ = ["Answer", "Found", "answer"]
