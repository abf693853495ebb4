"""The commands that show what the graph knows: show, explain."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from kgraph.cli.app import Graph, Who, app, err, open_graph, out
from kgraph.errors import QueryError, StoreError


@app.command()
def show(
    graph: Annotated[Path, typer.Argument(help="A build folder.")] = Path("output"),
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it, or only say where it is.")] = True,
) -> None:
    """Open the interactive graph in a web browser.

    Example:  kgraph show output
    """
    page = (graph / "graph.html" if graph.is_dir() else graph).resolve()
    if page.suffix != ".html" or not page.is_file():
        raise StoreError(f"{page}: there is no graph to show; build one first: kgraph build seeds -o {graph}")
    typer.echo(str(page))
    if browser:
        webbrowser.open(page.as_uri())


@app.command()
def explain(
    subject: Annotated[str, typer.Argument(help="Who or what: a name, an alias or an IRI.")],
    other: Annotated[str | None, typer.Argument(help="Only what links it to this one.")] = None,
    graph: Graph = Path("output"),
    relation: Annotated[
        str | None, typer.Option("--property", "-p", help="Only this property: schema:worksFor")
    ] = None,
) -> None:
    """Why does the graph say this? The sentences behind it, with outlet and date.

    Examples:

      kgraph explain Tokayev

      kgraph explain "Margarita Simonyan" RT -p schema:worksFor
    """
    from kgraph.cli.tables import passages

    with open_graph(graph) as opened:
        rows = opened.explain(subject, relation, other)
    if not rows:
        raise QueryError(
            f"nothing in the graph links {subject!r} to {other!r}" if other else f"no facts about {subject!r}"
        )
    for line in passages(rows):
        out.print(line)


@app.command()
def entity(
    name: Who,
    graph: Graph = Path("output"),
    form: Annotated[str, typer.Option("--format", "-f", help="text, md, html or json.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this file.")] = None,
) -> None:
    """A dossier: what it is, its positions and relations, its events by time, what it said and what is said of it.

    Examples:

      kgraph entity Tokayev

      kgraph entity CSTO -f html -o csto.html
    """
    from rich.markdown import Markdown

    from kgraph.views.dossiers import dossier
    from kgraph.writers.dossiers import FORMATS

    if form not in ("text", *FORMATS):
        raise QueryError(f"no dossier comes as {form!r}; there are text, {', '.join(FORMATS)}")
    with open_graph(graph) as opened:
        found = dossier(opened, name)
    text = FORMATS["md" if form == "text" else form](found)
    if output is not None:
        _save(text, output)
    elif form == "text":
        out.print(Markdown(text))
    else:
        sys.stdout.write(text)


@app.command()
def path(
    name: Who,
    other: Who,
    graph: Graph = Path("output"),
    reported: Annotated[bool, typer.Option("--all", help="Also along what is somebody's word, or denied.")] = False,
) -> None:
    """How are two things linked? The shortest way, and the best supported one, with the sentences on it.

    Example:  kgraph path Tokayev Putin
    """
    from kgraph.cli.lookups import way_lines
    from kgraph.views import networks

    with open_graph(graph) as opened:
        short = networks.path(opened, name, other, asserted=not reported)
        strong = networks.path(opened, name, other, asserted=not reported, strongest=True)
    if short is None or strong is None:
        more = "" if reported else "; --all looks along what is only reported too"
        raise QueryError(f"nothing stated as true links {name!r} to {other!r}{more}")
    if short == strong:
        _print_way("The shortest way, and the best supported one", way_lines(short))
        return
    _print_way("The shortest way", way_lines(short))
    _print_way("The best supported way", way_lines(strong))


@app.command()
def related(
    name: Who,
    graph: Graph = Path("output"),
    limit: Annotated[int, typer.Option("--limit", help="Show so many.")] = 20,
) -> None:
    """What stands close to it? By facts and shared events, the best supported first.

    Example:  kgraph related Putin
    """
    from kgraph.cli.lookups import related_table
    from kgraph.views.networks import related as find

    with open_graph(graph) as opened:
        found = find(opened, name)
    if not found:
        raise QueryError(f"nothing stands close to {name!r}")
    out.print(related_table(found[:limit]))
    if len(found) > limit:
        err.print(f"{len(found) - limit} more; --limit {len(found)} shows them", style="dim", highlight=False)


@app.command()
def stats(
    graph: Graph = Path("output"),
    form: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """How much of what does the graph hold? Who speaks most, who is spoken of most?

    Example:  kgraph stats -g output
    """
    from kgraph.cli.lookups import as_json, figures_tables
    from kgraph.views.figures import figures

    with open_graph(graph) as opened:
        found = figures(opened)
    if form == "json":
        sys.stdout.write(as_json(found))
    else:
        out.print(figures_tables(found))


def _print_way(heading: str, lines: Iterable[RenderableType]) -> None:
    out.print(heading, style="bold underline")
    for line in lines:
        out.print(line)


def _save(text: str, target: Path) -> None:
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    err.print(f"wrote {target}", highlight=False)
