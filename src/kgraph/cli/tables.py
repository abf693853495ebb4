"""What the terminal shows: the report of a build, the list of queries, sentences with their source, a cut page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgraph.graph.passages import Passage
from kgraph.model import Article, Relation
from kgraph.pipeline.folder import Report
from kgraph.queries import NamedQuery
from kgraph.schema import Rule, Schema


def report_table(report: Report, folder: Path) -> RenderableType:
    """The figures of a build, and where its files are."""
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold")
    table.add_column()
    for number, what in _figures(report):
        table.add_row(f"{number:,}", re.sub(r"^(\w+)s\b", r"\1", what) if number == 1 else what)
    where = Text(f"{folder}/graph.html  graph.ttl  graph.trig  extractions.jsonl  store/", style="cyan")
    status = Text("" if report.fresh else "Nothing has changed since this was built.", style="dim")
    hint = Text(f"Next: kgraph show {folder}   ·   kgraph query said --who NAME   ·   kgraph explain NAME", style="dim")
    return Group(*(part for part in (status, table, where, hint) if not isinstance(part, Text) or part.plain))


def _figures(report: Report) -> Iterator[tuple[int, str]]:
    copies = f", {report.copies} of them restating another" if report.copies else ""
    yield report.articles, f"articles{copies}"
    yield report.entities, "people, organisations, places and groups"
    yield report.events, "events"
    yield report.facts, f"facts, {report.asserted} stated as true, the rest denied, hedged or somebody's word"
    yield report.statements, "statements with their speaker"
    yield report.contradictions, "pairs of facts that contradict each other"
    yield report.triples, "triples"
    if report.skipped:
        yield len(report.skipped), "sources skipped (listed above)"


def queries_table(queries: Iterable[NamedQuery]) -> Table:
    """Name, question and parameters of each query."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("query", style="cyan", no_wrap=True)
    table.add_column("answers")
    table.add_column("takes", style="dim")
    for query in queries:
        table.add_row(query.name, Text(query.question), " ".join(f"--{p.name}" for p in query.parameters))
    return table


def passages(rows: Sequence[Passage]) -> Iterator[RenderableType]:
    """Each fact as a line, and below it the sentences that state it."""
    known = Schema.load().properties
    facts: dict[tuple[str, str, str], list[Passage]] = {}
    for row in rows:
        label = known[row.property].label if row.property in known else row.property
        facts.setdefault((row.subject, row.role or label, row.object), []).append(row)
    for (subject, relation, other), found in facts.items():
        yield Text.assemble((subject, "bold"), " ", (relation, "cyan"), " ", (other, "bold"))
        for row in found:
            yield Padding(sentence(row), (0, 0, 0, 2))


def sentence(row: Passage) -> Text:
    """A sentence in quotation marks with its source, what limits the fact, and the rule that read it."""
    source = ", ".join(x for x in (row.outlet or row.title, row.date, f"{row.path}:{row.start}") if x)
    notes = [row.factuality, f"hedged: {row.hedge}" if row.hedge else "", f"says {row.speaker}" if row.speaker else ""]
    note = "; ".join(n for n in notes if n)
    text = Text.assemble(("“", "dim"), " ".join(row.quote.split()), ("” ", "dim"), (f"({source})", "dim"))
    text.append(f" [{note}]" if note else "", style="yellow")
    return text.append(f"  {row.rule} {row.confidence:.2f}" if row.rule else "", style="dim")


def reliability_table(rules: Iterable[Rule]) -> Table:
    """Each rule with what it finds, what of that was judged and right, and the confidence of its statements."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("rule", "property", "right", "judged", "share", "confidence"):
        table.add_column(name, justify="left" if name in {"rule", "property"} else "right")
    for rule in sorted(rules, key=lambda r: (-r.judged, r.name)):
        sure = sorted({rule.confidence(frame.confidence) for frame in rule.frames})
        counts = (str(rule.right), str(rule.judged), f"{rule.right / rule.judged:.2f}") if rule.judged else ("", "", "")
        table.add_row(rule.name, rule.type, *counts, "–".join(f"{x:.2f}" for x in dict.fromkeys((sure[0], sure[-1]))))
    return table


def relation_view(relation: Relation, names: Mapping[str, str]) -> RenderableType:
    """A relation in a line with its rule and confidence, and below it the sentence with the words that tell it."""
    other = names.get(relation.object.value, relation.object.value)
    span = f"{relation.start}–{relation.end}" if relation.start or relation.end else ""
    marks = (relation.role, relation.factuality, f"hedged: {relation.hedge}" if relation.hedge else "", span)
    notes = ", ".join(m for m in (*marks, "somebody's word" if relation.statement else "") if m)
    head = Text.assemble(
        (names[relation.subject], "bold"), " ", (relation.property, "cyan"), " ", (other, "bold"),
        (f" ({notes})" if notes else "", "yellow"), (f"  {relation.rule} {relation.confidence:.2f}", "dim"),
    )  # fmt: skip
    sentence = Text(relation.evidence.quote.replace("\n", " "))
    start, end = (i - relation.evidence.start for i in relation.anchor)
    sentence.stylize("underline", max(start, 0), max(end, 0))
    return Group(head, Padding(sentence, (0, 0, 0, 2)))


def article_view(article: Article) -> RenderableType:
    """The whole file, with what was cut struck out, under what is known about it."""
    head = Text.assemble((article.title or article.path, "bold"), f"  {article.path}")
    known = (article.outlet, ", ".join(article.authors), article.published)
    credit = f"credits {article.credited}" if article.credited else ""
    translated = f"translated by {', '.join(article.translators)}" if article.translators else ""
    about = Text("  ·  ".join(x for x in (*known, credit, translated) if x), style="cyan")
    page = Text(article.text)
    for start, end in article.furniture:
        page.stylize("dim strike", start, end)
    return Group(head, about, Padding(page, (1, 0, 1, 0)))
