"""A graph in, what people draw, count and follow out: pictures, networks, dossiers, figures and differences."""

from kgraph.views.differences import Change, Difference, Move, difference
from kgraph.views.dossiers import Coverage, Dossier, Entry, dossier
from kgraph.views.figures import Figures, figures
from kgraph.views.networks import (
    Neighbour,
    Way,
    centrality,
    communities,
    neighbourhood,
    network,
    path,
    related,
    ties,
)
from kgraph.views.pictures import Attribute, Claim, Edge, Node, Passage, Picture, Source, part, picture, things

__all__ = [
    "Attribute",
    "Change",
    "Claim",
    "Coverage",
    "Difference",
    "Dossier",
    "Edge",
    "Entry",
    "Figures",
    "Move",
    "Neighbour",
    "Node",
    "Passage",
    "Picture",
    "Source",
    "Way",
    "centrality",
    "communities",
    "difference",
    "dossier",
    "figures",
    "neighbourhood",
    "network",
    "part",
    "path",
    "picture",
    "related",
    "things",
    "ties",
]
