"""The commands that keep a graph in order and take it elsewhere: export, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.app import SOME_SKIPPED, Graph, Model, Packs, app, err, open_graph, out

ENDINGS = ".ttl .trig .nq .nt .jsonld .rdf .html .graphml .gexf .csv .neo4j.csv .cypher .ftm.json"


@app.command()
def export(
    target: Annotated[Path, typer.Argument(help=f"File to write; its ending says how: {ENDINGS}")],
    graph: Graph = Path("output"),
    according_to: Annotated[
        str, typer.Option("--according-to", help="Only what this outlet says itself, or this speaker is said to say.")
    ] = "",
) -> None:
    """Write the graph as another format.

    Examples:

      kgraph export graph.jsonld

      kgraph export graph.csv     (graph-nodes.csv and graph-edges.csv)

      kgraph export tokayev.html --according-to Tokayev
    """
    from kgraph.graph.layers import according_to as layer
    from kgraph.writers import write

    with open_graph(graph) as opened:
        for path in write(layer(opened, according_to) if according_to else opened, target):
            err.print(f"wrote {path}", highlight=False)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The older build folder, or RDF file.")],
    new: Annotated[Path, typer.Argument(help="The newer one.")],
    form: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """What has become of the graph: facts won, lost and changed, things merged, renamed and split, and why.

    Exit code 0: no difference; 1: differences, listed.

    Example:  kgraph diff output-monday output
    """
    from kgraph.cli.lookups import as_json, difference_lines
    from kgraph.views.differences import difference

    with open_graph(old) as before, open_graph(new) as after:
        found = difference(before, after)
    if form == "json":
        sys.stdout.write(as_json(found))
    else:
        for line in difference_lines(found):
            out.print(line)
    if found:
        raise typer.Exit(SOME_SKIPPED)


@app.command()
def check(
    graph: Graph = Path("output"),
    shacl: Annotated[
        bool, typer.Option("--shacl/--no-shacl", help="Also validate against ontology/shapes.ttl.")
    ] = True,
    rules: Annotated[
        bool, typer.Option("--rules", help="Read the examples of the relation rules instead, or of those of a --pack.")
    ] = False,
    model: Model = None,
    pack: Packs = None,
) -> None:
    """Check the graph against the rules of its layout and the SHACL shapes, or the rules against their examples.

    Exit code 0: nothing found; 1: violations, or examples that failed with what was seen there instead.
    """
    found, fine = _rules(model, tuple(pack or ())) if rules else _layout(graph, shacl=shacl)
    for line in found:
        out.print(line, markup=False, highlight=False)
    if found:
        raise typer.Exit(SOME_SKIPPED)
    out.print(f"[green]ok[/] {fine}", highlight=False)


def _layout(graph: Path, *, shacl: bool) -> tuple[list[str], str]:
    from kgraph import checks

    with open_graph(graph) as opened:
        found = [str(v) for v in checks.check(opened)]
        report = checks.shacl(opened) if shacl else None
    if report is not None and not report.conforms:
        found.append(report.text)
    return found, "the layout holds" + (", SHACL conforms" if shacl else "")


def _rules(model: str | None, packs: tuple[str, ...]) -> tuple[list[str], str]:
    from kgraph.pipeline.examples import failures, reading
    from kgraph.schema import Schema

    schema = Schema.load(packs=packs)
    # the examples of the rules for news say what is found without a pack
    news = {rule.path for rule in Schema.load().relations} if packs else set()
    rules = tuple(rule for rule in schema.relations if rule.path not in news)
    found = list(failures(rules, reading(schema, model)))
    number = sum(len(rule.examples) for rule in rules)
    return found, f"{len(rules)} rules do what their {number} examples say"
