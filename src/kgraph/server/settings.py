"""What a server serves, and how much of it at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The graph, what may be done with it, and the limits: seconds of a job, rows of an answer, bytes of a request.

    `host` is where the server listens; on this machine only, it answers to no other name, so that no page of the web
    can reach it by one. `cors` lets pages of other sites ask; `update` lets those change the graph who may ask.
    """

    graph: Path
    host: str = "127.0.0.1"
    update: bool = False
    cors: bool = False
    timeout: float = 30.0
    max_rows: int = 100_000
    max_body: int = 1_000_000
    workers: int = 2

    @property
    def is_local(self) -> bool:
        """Whether only this machine can ask."""
        return self.host in LOOPBACK
