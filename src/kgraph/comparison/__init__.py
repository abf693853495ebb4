"""A graph in, its sources held against each other out: who asserts what, who denies it, and who leaves it out."""

from kgraph.comparison.attribution import Chain, Voice, chains
from kgraph.comparison.comparing import Comparison, compare, only_about
from kgraph.comparison.conflicts import Contradiction, disputes
from kgraph.comparison.figures import Figure, Quantity
from kgraph.comparison.matrix import Cell, Row, Stance, stance_of
from kgraph.comparison.outlets import Column, name

__all__ = [
    "Cell",
    "Chain",
    "Column",
    "Comparison",
    "Contradiction",
    "Figure",
    "Quantity",
    "Row",
    "Stance",
    "Voice",
    "chains",
    "compare",
    "disputes",
    "name",
    "only_about",
    "stance_of",
]
