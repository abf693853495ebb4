"""What a graph shows of its sources: one frozen row per passage that states a fact, and one per article."""

from __future__ import annotations

import builtins
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An article as its readers know it: `id` is the IRI, `path` the file, `copy_of` the IRIs that it restates."""

    id: str
    title: str
    outlet: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    path: str = ""
    copy_of: tuple[str, ...] = ()

    @property
    def author(self) -> str:
        """The authors as one line to read."""
        return ", ".join(self.authors)


@dataclass(frozen=True, slots=True)
class Passage:
    """A fact as one passage of one article states it; `text[start:end] == quote` in the file `path`.

    `fact` is the statement's IRI, `article` the article's; `subject`, `object` and `speaker` are labels to read,
    `property` is a CURIE. `rule` found it, and `confidence` tells how often that is right. `factuality` is "" for what
    is stated as true; `speaker` and `cue` are "" in the article's own voice. The fact holds from `since` to `until` at
    the latest, "" where that is not known.
    """

    fact: str
    article: str
    subject: str
    property: str
    object: str
    quote: str
    start: int
    end: int
    outlet: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    path: str = ""
    speaker: str = ""
    cue: str = ""
    factuality: str = ""
    hedge: str = ""
    role: str = ""
    contradicted: bool = False
    rule: str = ""
    confidence: float = 0.0
    since: str = ""
    until: str = ""

    @builtins.property  # a field has that name too
    def asserted(self) -> bool:
        """Whether the article states it in its own voice as true."""
        return not self.factuality and not self.speaker
