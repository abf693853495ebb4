"""All commands of `kgraph`, each with an example to start from; a module a subject."""

from kgraph.cli import building, keeping, looking, querying
from kgraph.cli.app import app

__all__ = ["app", "building", "keeping", "looking", "querying"]
