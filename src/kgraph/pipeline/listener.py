"""What a build tells whoever watches it: how far it is, and what it could not read."""

from __future__ import annotations

import logging
from typing import Protocol

from kgraph.errors import KgraphError


class Listener(Protocol):
    """Hears about the steps of a build; the command line draws progress bars from it."""

    def progress(self, step: str, done: int, total: int) -> None:
        """Step `step` has done `done` of `total` pieces; the first call of a step has `done` 0."""

    def problem(self, error: KgraphError) -> None:
        """A source could not be read; the rest goes on."""


class Log:
    """The default listener: problems go to the logger "kgraph" as warnings, progress nowhere."""

    def progress(self, step: str, done: int, total: int) -> None:
        """Keep quiet."""

    def problem(self, error: KgraphError) -> None:
        """Log the error."""
        logging.getLogger("kgraph").warning("%s", error)
