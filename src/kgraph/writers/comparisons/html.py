"""A comparison in, one HTML page out: no script, no request to any network, every cell opens its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from kgraph.comparison import Cell, Chain, Column, Comparison, Contradiction, Quantity, Row, Stance, name
from kgraph.graph import Passage
from kgraph.writers.comparisons.wording import (
    MEANINGS,
    SIGNS,
    TITLES,
    chain,
    detail,
    notes,
    number,
    reach,
    repeated,
    restating,
    sentence,
    shared,
    spread,
    stance,
    verdict,
)

STYLE = Path(__file__).parent / "comparison.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page(comparison: Comparison, chains: Sequence[Chain] = ()) -> str:
    """The whole comparison as a page."""
    sections = {
        "agreement": [_legend(), _matrix(comparison)],
        "contradictions": [_contradiction(c) for c in comparison.contradictions],
        "figures": [_quantity(q) for q in comparison.quantities],
        "alone": list(_of_outlets(comparison, comparison.alone)),
        "left-out": list(_of_outlets(comparison, comparison.left_out)),
        **({"chains": [_chain(c) for c in chains]} if chains else {}),
    }
    body = "".join(_section(part, parts) for part, parts in sections.items())
    links = "".join(f'<a href="#{part}">{escape(TITLES[part][0])}</a>' for part in sections)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="kgraph">\n'
        '<title>The sources compared</title>\n<link rel="icon" href="data:,">\n'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f"<header><h1>The sources compared</h1>{_outlets(comparison.columns)}"
        f'<nav aria-label="Parts">{links}</nav></header>\n'
        f"<main>{body}</main>\n</body>\n</html>\n"
    )


def _section(name: str, parts: Sequence[str]) -> str:
    title, note = TITLES[name]
    inside = "".join(parts) or "<p class='note'>Nothing found.</p>"
    return f'<section id="{name}"><h2>{escape(title)}</h2><p class="note">{escape(note)}</p>{inside}</section>\n'


def _outlets(columns: Sequence[Column]) -> str:
    rows = []
    for column in columns:
        titles = "; ".join(f"{a.title or a.path}{f', {a.date}' if a.date else ''}" for a in column.articles)
        rows.append(f"<li><b>{escape(restating(column))}</b> <span>{escape(titles)}</span></li>")
    return f"<ul class='outlets'>{''.join(rows)}</ul>"


def _legend() -> str:
    items = (f"<li>{_sign(s)} <b>{s}</b> {escape(m)}</li>" for s, m in MEANINGS.items())
    return f"<ul class='legend'>{''.join(items)}</ul>"


def _sign(name: Stance) -> str:
    return f'<i class="sign {name}" aria-hidden="true">{escape(SIGNS[name])}</i>'


def _matrix(comparison: Comparison) -> str:
    found = shared(comparison.rows)
    if not found:
        return "<p class='note'>No fact is spoken of by two outlets.</p>"
    heads = "".join(f'<th scope="col">{escape(c.name)}</th>' for c in comparison.columns)
    pairs = zip(found, (None, *found), strict=False)
    rows = "".join(_row(r, before, comparison.columns) for r, before in pairs)
    head = f'<thead><tr><th scope="col">Fact</th>{heads}</tr></thead>'
    return f'<div class="wide"><table class="matrix">{head}<tbody>{rows}</tbody></table></div>'


def _row(row: Row, before: Row | None, columns: Sequence[Column]) -> str:
    mark = '<span class="badge">disputed</span> ' if row.disputed else ""
    state = "source states" if row.told_by == 1 else "sources state"
    count = f"{row.support} of {row.told_by} independent {state} it as true"
    cells = "".join(_cell(c, column.name) for c, column in zip(row.cells, columns, strict=True))
    inside = detail(row, before)
    kind = ' class="detail"' if inside else ""
    return f'<tr{kind}><th scope="row">{mark}{escape(inside or row.label)}<small>{count}</small></th>{cells}</tr>'


def _cell(cell: Cell, outlet: str) -> str:
    if not cell.passages:
        return (
            f'<td class="none" data-outlet="{escape(outlet)}">{_sign("silent")}<span class="hidden">silent</span></td>'
        )
    summary = f"<summary>{_sign(cell.stance)} {escape(stance(cell))}</summary>"
    return f'<td data-outlet="{escape(outlet)}"><details>{summary}{_quotes(cell.passages)}</details></td>'


def _quotes(passages: Iterable[Passage]) -> str:
    return "".join(_quote(p) for p in dict.fromkeys(passages))


def _quote(p: Passage) -> str:
    limits = notes(p)
    place = ", ".join(x for x in (p.date, f"{p.path}:{p.start}–{p.end}") if x)
    outlet = f"<b>{escape(name(p))}</b>"
    note = f' <span class="limits">{escape(limits)}</span>' if limits else ""
    return f"<blockquote><q>{escape(sentence(p))}</q><footer>{outlet} {escape(place)}{note}</footer></blockquote>"


def _contradiction(found: Contradiction) -> str:
    sides = "".join(
        f"<div><h4>{escape(head)}</h4>{_quotes(side)}{_repeated(copies)}</div>"
        for head, side, copies in zip(found.sides, (found.one, found.two), found.copies, strict=True)
    )
    relation = f" <span>{escape(found.name)}</span>" if found.name else ""
    title = f"<h3>{escape(found.subject)}{relation}</h3>"
    why = f'<p class="why">{escape(found.why)}</p>'
    return f'<article class="contradiction">{title}{why}<div class="sides">{sides}</div></article>'


def _repeated(outlets: Sequence[str]) -> str:
    return f'<p class="why">{escape(repeated(outlets))}</p>' if outlets else ""


def _quantity(q: Quantity) -> str:
    apart = f' <span class="badge">{verdict(q)}</span>' if verdict(q) else ""
    heads = "".join(f'<th scope="col">{h}</th>' for h in ("Outlet", "Date", "According to", "As written", "Means"))
    rows = []
    for f in q.figures:
        p = f.passage
        written = " ".join(x for x in (p.hedge, number(f.value)) if x)
        opened = f"<details><summary>{escape(written)}</summary>{_quote(p)}</details>"
        cells = (escape(f.column), escape(p.date), escape(p.speaker or "own voice"), opened, escape(reach(f)))
        names = ("Outlet", "Date", "According to", "As written", "Means")
        rows.append("".join(f'<td data-outlet="{n}">{c}</td>' for n, c in zip(names, cells, strict=True)))
    body = "".join(f"<tr>{r}</tr>" for r in rows)
    title = f"<h3>{escape(q.subject)} <span>{escape(q.name)}: {escape(spread(q))}</span>{apart}</h3>"
    table = f'<table class="ledger"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
    return f'{title}<div class="wide">{table}</div>'


def _of_outlets(comparison: Comparison, found: Sequence[Sequence[Row]]) -> Iterator[str]:
    for column, rows in zip(comparison.columns, found, strict=True):
        if rows:
            facts = "".join(f"<li>{_opened(row)}</li>" for row in rows)
            yield f"<h3>{escape(restating(column))} <span>{len(rows)}</span></h3><ul class='facts'>{facts}</ul>"


def _opened(row: Row) -> str:
    passages = [p for c in row.cells for p in c.passages]
    return f"<details><summary>{escape(row.label)}</summary>{_quotes(passages)}</details>"


def _chain(found: Chain) -> str:
    only = ' <span class="badge">only source</span>' if found.only else ""
    summary = f"<summary>{escape(found.fact)}<small>{escape(chain(found))}{only}</small></summary>"
    return f'<details class="chain">{summary}{_quote(found.passage)}</details>'
