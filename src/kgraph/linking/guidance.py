"""What the user knows better than the articles tell: judgements on who is who, and a table of known things."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.linking.decisions import Warn
from kgraph.linking.gazetteer import Entry
from kgraph.linking.judgements import Judgements

NONE = Judgements()


def ignore(warning: str) -> None:
    """Hear a warning and do nothing."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Judgements, the entries of a gazetteer, and who hears of a judgement that nothing in the articles fits."""

    judgements: Judgements = NONE
    gazetteer: tuple[Entry, ...] = ()
    warn: Warn = ignore
