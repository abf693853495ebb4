"""The application that the commands hang on: its consoles, its options, and the graph that most of them open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from kgraph import __version__
from kgraph.errors import StoreError

if TYPE_CHECKING:
    from kgraph.graph import KnowledgeGraph

SOME_SKIPPED = 1
app = typer.Typer(
    help="Reads news articles and builds a knowledge graph that shows the sentence behind every triple.\n\n"
    "Start with:  kgraph build seeds   then   kgraph show   and   kgraph query said --who Tokayev",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
out = Console(soft_wrap=False)
err = Console(stderr=True)

Graph = Annotated[Path, typer.Option("--graph", "-g", help="A build folder, or an RDF file (.ttl, .trig, .nq …).")]
Model = Annotated[str | None, typer.Option("--model", help="Another spaCy pipeline, such as en_core_web_trf.")]
Packs = Annotated[
    list[str] | None,
    typer.Option("--pack", help="A rule pack to read too: film, music … or a folder; repeatable."),
]
Sources = Annotated[list[Path], typer.Argument(help="Articles: .txt, .md or .html files, or folders of them.")]
Who = Annotated[str, typer.Argument(help="Who or what: a name, part of one, an alias or an IRI.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgraph {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Reads news articles and builds a knowledge graph that shows the sentence behind every triple."""


def open_graph(path: Path) -> KnowledgeGraph:
    """The graph of a build folder or of an RDF file; raises StoreError with how to build one."""
    from kgraph.graph import KnowledgeGraph

    if (path / "store").is_dir():
        return KnowledgeGraph.open(path / "store", read_only=True)
    if path.is_file():
        return KnowledgeGraph.load(path)
    raise StoreError(f"{path}: no graph here; build one first: kgraph build seeds -o {path}")
