"""A graph served over HTTP: the SPARQL 1.1 Protocol, reading by the Graph Store Protocol, and a page to ask on."""

from kgraph.server.application import application
from kgraph.server.settings import Settings

__all__ = ["Settings", "application"]
