"""The commands that read articles: build, read, extract."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import SOME_SKIPPED, Model, Packs, Sources, app, err, out
from kgraph.errors import SourceError


@app.command()
def build(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the results.")] = Path("output"),
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes that read articles.")] = 1,
    base: Annotated[str, typer.Option("--base", help="Start of every IRI of data.")] = "https://kgraph.example/",
    model: Model = None,
    judgements: Annotated[
        Path | None, typer.Option("--judgements", help="Who is who; by default judgements.txt beside the articles.")
    ] = None,
    gazetteer: Annotated[
        Path | None, typer.Option("--gazetteer", help="CSV of id, name, aliases, type: identifiers for schema:sameAs.")
    ] = None,
    pack: Packs = None,
) -> None:
    """Build the graph of some articles: Turtle, TriG, HTML, a store for queries, and the extractions.

    Example:  kgraph build seeds -o output

    Exit code 0: all read; 1: built, but some sources were skipped; 2: nothing could be built.
    """
    from kgraph.cli.progress import Bars
    from kgraph.cli.tables import report_table
    from kgraph.pipeline.folder import build_folder
    from kgraph.pipeline.guidance import Guides

    with Bars(err) as bars:
        report = build_folder(
            sources,
            output,
            model=model,
            workers=workers,
            base=base,
            guides=Guides(judgements, gazetteer),
            packs=tuple(pack or ()),
            listener=bars,
        )
    out.print(report_table(report, output))
    if report.skipped:
        raise typer.Exit(SOME_SKIPPED)


@app.command()
def read(sources: Sources) -> None:
    """Show which part of each file is the article and what was cut (struck out), with title, outlet and date.

    Example:  kgraph read page.html
    """
    from kgraph.cli.tables import article_view
    from kgraph.pipeline.listener import Log
    from kgraph.readers import load

    problems = 0
    for item in load(sources):
        if isinstance(item, SourceError):
            problems += 1
            Log().problem(item)
        else:
            out.print(article_view(item))
    if problems:
        raise typer.Exit(SOME_SKIPPED)


@app.command()
def extract(sources: Sources, model: Model = None, pack: Packs = None) -> None:
    """Print what each article says as JSON, one article a line, without building a graph.

    Example:  kgraph extract article.txt | jq .statements
    """
    from kgraph.cli.progress import Bars
    from kgraph.pipeline import extract as extract_all
    from kgraph.pipeline import read as read_all
    from kgraph.pipeline.cache import to_json

    with Bars(err) as bars:
        articles = read_all(sources, listener=bars)
        found = extract_all(articles, model=model, packs=tuple(pack or ()), listener=bars)
    for extraction in found:
        sys.stdout.write(to_json(extraction) + "\n")
    if bars.problems:
        raise typer.Exit(SOME_SKIPPED)
