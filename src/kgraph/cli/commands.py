"""The commands of `kgraph`, each with an example to start from."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from kgraph import __version__
from kgraph.errors import QueryError, SourceError, StoreError

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
Sources = Annotated[list[Path], typer.Argument(help="Articles: .txt, .md or .html files, or folders of them.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgraph {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Reads news articles and builds a knowledge graph that shows the sentence behind every triple."""


@app.command()
def build(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the results.")] = Path("output"),
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes that read articles.")] = 1,
    base: Annotated[str, typer.Option("--base", help="Start of every IRI of data.")] = "https://kgraph.example/",
    model: Model = None,
) -> None:
    """Build the graph of some articles: Turtle, TriG, HTML, a store for queries, and the extractions.

    Example:  kgraph build seeds -o output

    Exit code 0: all read; 1: built, but some sources were skipped; 2: nothing could be built.
    """
    from kgraph.cli.progress import Bars
    from kgraph.cli.tables import report_table
    from kgraph.pipeline.folder import build_folder

    with Bars(err) as bars:
        report = build_folder(sources, output, model=model, workers=workers, base=base, listener=bars)
    out.print(report_table(report, output))
    if report.skipped:
        raise typer.Exit(SOME_SKIPPED)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def query(
    context: typer.Context,
    sparql: Annotated[str, typer.Argument(help="SPARQL text, a .rq file, or the name of a query (`kgraph queries`).")],
    graph: Graph = Path("output"),
    form: Annotated[
        str, typer.Option("--format", "-f", help="table, csv, tsv, json, xml; for CONSTRUCT ttl, nt, jsonld or rdfxml.")
    ] = "table",
) -> None:
    """Ask the graph: in SPARQL, or by the name of a query.

    Examples:

      kgraph query "SELECT ?who { ?who schema:worksFor id:kazakhstan }"

      kgraph query said --who Tokayev

      kgraph query contradictions -f csv
    """
    from kgraph.cli.results import render

    text = _sparql(sparql, _parameters(context.args))
    with _open(graph) as opened:
        sys.stdout.write(render(opened.query(text), form, console=out, prefixes=opened.prefixes))


@app.command()
def queries() -> None:
    """List the named queries: what each answers, and what it takes."""
    from kgraph.cli.tables import queries_table
    from kgraph.queries import named_queries

    out.print(queries_table(named_queries().values()))


@app.command()
def export(
    target: Annotated[
        Path, typer.Argument(help="File to write; its ending says how: .ttl .trig .nq .nt .jsonld .rdf .html")
    ],
    graph: Graph = Path("output"),
) -> None:
    """Write the graph as another format.

    Example:  kgraph export graph.jsonld
    """
    from kgraph.writers import write

    with _open(graph) as opened:
        write(opened, target)
    err.print(f"wrote {target}", highlight=False)


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

    with _open(graph) as opened:
        rows = opened.explain(subject, relation, other)
    if not rows:
        raise QueryError(
            f"nothing in the graph links {subject!r} to {other!r}" if other else f"no facts about {subject!r}"
        )
    for line in passages(rows):
        out.print(line)


@app.command()
def check(
    graph: Graph = Path("output"),
    shacl: Annotated[
        bool, typer.Option("--shacl/--no-shacl", help="Also validate against ontology/shapes.ttl.")
    ] = True,
) -> None:
    """Check the graph against the rules of its layout, and against the SHACL shapes.

    Exit code 0: nothing found; 1: violations, listed.
    """
    from kgraph import checks

    with _open(graph) as opened:
        found = [str(v) for v in checks.check(opened)]
        report = checks.shacl(opened) if shacl else None
    for line in found:
        out.print(line, markup=False, highlight=False)
    if report is not None and not report.conforms:
        out.print(report.text, markup=False, highlight=False)
    if found or (report is not None and not report.conforms):
        raise typer.Exit(SOME_SKIPPED)
    out.print("[green]ok[/] the layout holds" + (", SHACL conforms" if shacl else ""), highlight=False)


@app.command()
def extract(sources: Sources, model: Model = None) -> None:
    """Print what each article says as JSON, one article a line, without building a graph.

    Example:  kgraph extract article.txt | jq .statements
    """
    from kgraph.cli.progress import Bars
    from kgraph.pipeline import extract as extract_all
    from kgraph.pipeline import read as read_all
    from kgraph.pipeline.cache import to_json

    with Bars(err) as bars:
        articles = read_all(sources, listener=bars)
        found = extract_all(articles, model=model, listener=bars)
    for extraction in found:
        sys.stdout.write(to_json(extraction) + "\n")
    if bars.problems:
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


def _open(path: Path) -> KnowledgeGraph:
    from kgraph.graph import KnowledgeGraph

    if (path / "store").is_dir():
        return KnowledgeGraph.open(path / "store", read_only=True)
    if path.is_file():
        return KnowledgeGraph.load(path)
    raise StoreError(f"{path}: no graph here; build one first: kgraph build seeds -o {path}")


def _sparql(text: str, values: dict[str, str]) -> str:
    from kgraph.queries import named_queries, named_query

    if text in named_queries() or not (set(text) & set(" {\n") or text.endswith(".rq")):
        return named_query(text).fill(**values)
    if values:
        raise QueryError(f"--{next(iter(values))}: only named queries take values; see `kgraph queries`")
    path = Path(text)
    if text.endswith(".rq"):
        try:
            return path.read_text(encoding="utf-8")
        except OSError as error:
            raise QueryError(f"{path}: {error.strerror}") from error
    return text


def _parameters(args: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    rest = list(args)
    while rest:
        name = rest.pop(0)
        if not name.startswith("--") or not ("=" in name or rest):
            raise QueryError(f"{name!r} is not understood; give values as --who Tokayev")
        key, equals, value = name[2:].partition("=")
        found[key] = value if equals else rest.pop(0)
    return found
