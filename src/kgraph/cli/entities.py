"""The command that shows who is who: entities, with what is doubtful about them to be decided on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgraph.cli.app import Graph, app, out
from kgraph.views.identities import Doubt, Identity, doubts, identities

MOST = 30
LONGEST = 220


@app.command()
def entities(
    graph: Graph = Path("output"),
    suspects: Annotated[
        bool, typer.Option("--suspects", "-s", help="Likely duplicates and odd merges, each with a line to decide it.")
    ] = False,
    all_of_them: Annotated[bool, typer.Option("--all", "-a", help=f"All rows, not only the first {MOST}.")] = False,
) -> None:
    """List people, organisations, places and groups; or what is doubtful about who is who.

    Copy the lines that you agree with into judgements.txt beside the articles, and build again:

      same: id:ida-sorensen = id:sorensen       different: Ida Sorensen | Nils Sorensen

      rename: Salt Board -> Royal Salt Board    retype: Selm -> City    reject: id:read-more

    Examples:

      kgraph entities

      kgraph entities --suspects
    """
    from kgraph.cli.app import open_graph
    from kgraph.schema import Schema

    schema = Schema.load()
    with open_graph(graph) as opened:
        found = identities(opened, schema)
    doubtful = doubts(found, schema) if suspects else ()
    rows = len(doubtful) if suspects else len(found)
    shown = rows if all_of_them else min(rows, MOST)
    if suspects:
        for doubt in doubtful[:shown]:
            _show(doubt)
    else:
        out.print(_table(found[:shown]))
    if suspects and not doubtful:
        out.print("Nothing is doubtful.")
    if shown < rows:
        out.print(Text(f"{rows - shown} more; --all shows them", style="dim"))


def _table(found: tuple[Identity, ...]) -> Table:
    """Names and classes of entities, and where they are mentioned."""
    table = Table(box=None, padding=(0, 2, 0, 0), expand=True)
    table.add_column("id", style="cyan", overflow="ellipsis", no_wrap=True, ratio=3)
    table.add_column("class", no_wrap=True)
    table.add_column("times", justify="right")
    table.add_column("articles", justify="right")
    table.add_column("name (also called)", ratio=4)
    for one in found:
        called = one.called
        kind = called.types[0].partition(":")[2] if called.types else "Thing"
        name = Text(called.name, style="bold" if called.named else "italic")
        name.append(f" ({', '.join(called.aliases)})" if called.aliases else "", style="not bold dim")
        table.add_row(Text(f"id:{called.id}"), kind, str(one.mentions), str(one.articles), name)
    return table


def _show(doubt: Doubt) -> None:
    """The line to copy with its reason as a comment, and the words of the articles below."""
    out.print(Text.assemble((doubt.suspect.judgement, "bold"), (f"  # {doubt.suspect.reason}", "dim")), soft_wrap=True)
    for name, quote in doubt.quotes:
        words = quote.text if len(quote.text) <= LONGEST else f"{quote.text[: LONGEST - 1]}…"
        line = Text.assemble((f"# {name}: “", "dim"), words, (f"” ({quote.article})", "dim"))
        out.print(Padding(line, (0, 0, 0, 2)))
