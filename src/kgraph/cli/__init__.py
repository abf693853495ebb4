"""The command line: each command is one call of the library and something to read on the terminal."""

from __future__ import annotations

import sys

from kgraph.errors import KgraphError, QueryError, StoreError

FAILED = 2


def main() -> None:
    """Runs `kgraph`; an error of ours is one line on stderr and exit code 2."""
    from kgraph.cli.commands import app, register

    register(sys.argv[1:])
    try:
        app(prog_name="kgraph")
    except KgraphError as error:
        _complain(error)
        sys.exit(FAILED)
    except BrokenPipeError:  # the reader of our output left; that is its right
        sys.stderr.close()
        sys.exit(0)


def _complain(error: KgraphError) -> None:
    from rich.console import Console

    kind = {QueryError: "query", StoreError: "graph"}.get(type(error), "error")
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(f"[bold red]{kind}[/]", end=" ")
    console.print(str(error), markup=False)
