"""All commands of `kgraph`, each with an example to start from; a module a subject, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

from kgraph.cli.app import app

__all__ = ["COMMANDS", "app", "register"]

COMMANDS = {
    "build": "building",
    "read": "building",
    "extract": "building",
    "relations": "ruling",
    "reliability": "ruling",
    "query": "querying",
    "queries": "querying",
    "ask": "querying",
    "entity": "looking",
    "entities": "entities",
    "path": "looking",
    "related": "looking",
    "explain": "looking",
    "stats": "looking",
    "show": "looking",
    "compare": "comparing",
    "timeline": "timelines",
    "serve": "serving",
    "push": "pushing",
    "export": "keeping",
    "diff": "keeping",
    "check": "keeping",
}


def register(words: list[str]) -> None:
    """Hangs the command that the words begin with on the application, or all of them if they begin with none."""
    wanted = COMMANDS.get(words[0] if words else "")
    for module in [wanted] if wanted else dict.fromkeys(COMMANDS.values()):
        import_module(f"kgraph.cli.{module}")
