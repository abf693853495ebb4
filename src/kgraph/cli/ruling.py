"""The commands for those who write rules: relations, reliability."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli.app import SOME_SKIPPED, Model, Packs, Sources, app, err, out


@app.command()
def relations(
    sources: Sources,
    rule: Annotated[str | None, typer.Option("--rule", help="Only what this rule found: positions")] = None,
    model: Model = None,
    pack: Packs = None,
) -> None:
    """Show each relation found: its sentence with the words that tell it, its rule and its confidence.

    Example:  kgraph relations article.txt --rule positions
    """
    from kgraph.cli.progress import Bars
    from kgraph.cli.tables import relation_view
    from kgraph.pipeline import extract, read

    with Bars(err) as bars:
        articles = read(sources, listener=bars)
        found = extract(articles, model=model, packs=tuple(pack or ()), listener=bars)
    for extraction in found:
        names = {e.id: e.name for e in extraction.entities}
        for relation in extraction.relations:
            if rule in {None, relation.rule}:
                out.print(relation_view(relation, names))
    if bars.problems:
        raise typer.Exit(SOME_SKIPPED)


@app.command()
def reliability(pack: Packs = None) -> None:
    """Show how often each relation rule was right where its findings were judged by hand or against a benchmark.

    The confidence of a statement (nif:confidence) comes from these counts, which stand in the rule's file.

    Example:  kgraph reliability
    """
    from kgraph.cli.tables import reliability_table
    from kgraph.schema import Schema

    out.print(reliability_table(Schema.load(packs=tuple(pack or ())).relations))
