"""What the terminal shows of a look at the graph: ways, neighbours, figures, differences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgraph.cli.tables import sentence
from kgraph.views.networks import Neighbour, Way

if TYPE_CHECKING:
    from kgraph.asking import Answer
    from kgraph.views.differences import Change, Difference
    from kgraph.views.figures import Figures

TOP = 10
SENTENCES = 2  # of a step of a way


def way_lines(way: Way) -> Iterator[RenderableType]:
    """Each step of a way as a line, and below it the sentences that state it."""
    labels = {n.id: n.label for n in way.nodes}
    for step in way.steps:
        for edge in step:
            ends = (labels[edge.source], labels[edge.target])
            support = f"  {edge.support} independent" if edge.support > 1 else ""
            yield Text.assemble((ends[0], "bold"), " ", (edge.label, "cyan"), " ", (ends[1], "bold"), (support, "dim"))
            for passage in edge.evidence[:SENTENCES]:
                yield Padding(sentence(passage), (0, 0, 0, 2))


def related_table(found: Sequence[Neighbour]) -> Table:
    """Who stands close, how, and how well supported."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("related", style="bold")
    table.add_column("by")
    table.add_column("support", justify="right", style="dim")
    for neighbour in found:
        ways = [e.label if e.target == neighbour.node.id else f"({e.label})" for e in neighbour.edges]
        ways += [event.label for event in neighbour.events]
        table.add_row(Text(neighbour.node.label), Text("; ".join(dict.fromkeys(ways))), f"{neighbour.weight:g}")
    return table


def figures_tables(found: Figures) -> RenderableType:
    """The counts, and beside each other the longest rankings."""
    counts = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    counts.add_column(justify="right", style="bold")
    counts.add_column()
    for what, number in found.counts:
        counts.add_row(f"{number:,}", what)
    return Group(counts, Text(), Columns([_ranking(heading, rows) for heading, rows in found.rankings], padding=(1, 4)))


def _ranking(heading: str, rows: Sequence[tuple[str, int]]) -> Table:
    table = Table(title=heading, title_justify="left", title_style="bold", show_header=False, box=None)
    table.add_column(justify="right")
    table.add_column(max_width=40)
    for what, number in rows[:TOP]:
        table.add_row(f"{number:,}", Text(what))
    if len(rows) > TOP:
        table.add_row("", Text(f"and {len(rows) - TOP} more", style="dim"))
    return table


def difference_lines(found: Difference) -> Iterator[RenderableType]:
    """Articles, moves and facts, each kind under its heading; one line if nothing differs."""
    if not found:
        yield Text("no difference", style="green")
        return
    for path, what in found.articles:
        yield Text(f"article {what}: {path}", style="bold")
    for move in found.moves:
        yield Text(f"{move.kind}: {move.old} → {', '.join(move.new)}", style="magenta")
    kinds = (
        ("+", "won", found.won, "green"),
        ("-", "lost", found.lost, "red"),
        ("~", "changed", found.changed, "yellow"),
    )
    for sign, word, changes, style in kinds:
        if changes:
            yield Text(f"{len(changes)} facts {word}", style="bold")
        for change in changes:
            yield Text.assemble((f"{sign} {_change(change)}", style), (f"  {change.why}", "dim"))


def _change(change: Change) -> str:
    place = f"{change.passage.path}:{change.passage.start}"
    return f"{change.text} [{change.what}] ({place})" if change.what else f"{change.text} ({place})"


def answer_lines(found: Answer) -> Iterator[RenderableType]:
    """Each answer with the sentences that give it, or why there is none."""
    if found.refused:
        yield Text(found.refused, style="yellow")
    for one in found.found:
        yield Text.assemble((one.text, "bold"), (f"  [{one.note}]" if one.note else "", "yellow"))
        for quote in one.quotes[:SENTENCES]:
            yield Padding(Text(f"“{quote}”", style="dim"), (0, 0, 0, 2))


def as_json(found: Any) -> str:
    """A frozen record of ours as JSON, two spaces a level."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"
