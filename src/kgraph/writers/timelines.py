"""A timeline in, text out: CSV, Markdown, or a page that asks no network."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from kgraph.errors import StoreError
from kgraph.graph import Passage
from kgraph.views.timelines import Moment

STYLE = Path(__file__).parent / "timeline.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
COLUMNS = ("when", "what", "type", "standing", "published", "outlet", "support", "sentence")
UNDATED = "no date"


def write_timeline(moments: Sequence[Moment], path: Path | str) -> Path:
    """Writes the timeline to a file that ends in .csv, .md or .html, and gives its path. Raises StoreError."""
    target = Path(path)
    form = target.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        endings = " ".join(f".{f}" for f in FORMATS)
        raise StoreError(f"{target}: no timeline has the ending {target.suffix!r}; there are {endings}")
    try:
        target.write_text(FORMATS[form](moments), encoding="utf-8", newline="")
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    return target


def as_csv(moments: Sequence[Moment]) -> str:
    """A row for each event, with its best sentence."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for m in moments:
        outlets = "; ".join(m.outlets)
        writer.writerow((m.when, m.what, m.type, m.standing, m.published, outlets, m.support, best(m)))
    return text.getvalue()


def as_markdown(moments: Sequence[Moment]) -> str:
    """A table: when, what, how it is told, who reports it, in which sentence."""
    lines = ["| When | What | Reported | By | Sentence |", "|---|---|---|---|---|"]
    for m in moments:
        what = m.what if m.stated else f"{m.what} ({m.standing})"
        cells = (m.when or UNDATED, what, m.published, ", ".join(m.outlets), best(m))
        lines.append(f"| {' | '.join(c.replace('|', chr(92) + '|') for c in cells)} |")
    return "\n".join([*lines, ""])


def as_html(moments: Sequence[Moment]) -> str:
    """One page: a year a heading, an event an entry that opens its sentences; without script."""
    sections: dict[str, list[str]] = {}
    for m in moments:
        first = (m.starts or m.ends or ("",))[0]
        sections.setdefault(first[:4] or UNDATED, []).append(_entry(m))
    links = "".join(f'<a href="#y{escape(y)}">{escape(y)}</a>' for y in sections)
    body = "".join(
        f'<section id="y{escape(y)}"><h2>{escape(y)}</h2><ol>{"".join(entries)}</ol></section>\n'
        for y, entries in sections.items()
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="kgraph">\n'
        '<title>Timeline</title>\n<link rel="icon" href="data:,">\n'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f'<header><h1>Timeline</h1><p>{len(moments)} events</p><nav aria-label="Years">{links}</nav></header>\n'
        f"<main>{body}</main>\n</body>\n</html>\n"
    )


def best(moment: Moment) -> str:
    """The sentence to show where there is room for one."""
    return " ".join(moment.passages[0].quote.split()) if moment.passages else ""


def _entry(m: Moment) -> str:
    kind = "stated" if m.stated else "unstated"
    how = "" if m.stated else f'<span class="how">{escape(m.standing)}</span>'
    support = f"{m.support} independent article{'' if m.support == 1 else 's'}"
    about = " · ".join(x for x in (m.type, support, f"reported {m.published}" if m.published else "") if x)
    sentences = "".join(map(_sentence, m.passages))
    return (
        f'<li class="{kind}"><time>{escape(m.when or UNDATED)}</time><details><summary>{escape(m.what)}{how}'
        f"<small>{escape(about)}</small></summary>{sentences}</details></li>\n"
    )


def _sentence(p: Passage) -> str:
    source = ", ".join(x for x in (p.outlet or p.title or p.path, p.date) if x)
    notes = [p.factuality, f"hedged: {p.hedge}" if p.hedge else "", f"says {p.speaker}" if p.speaker else ""]
    note = "; ".join(n for n in notes if n)
    marked = f" <i>{escape(note)}</i>" if note else ""
    return f"<blockquote>{escape(' '.join(p.quote.split()))}<cite>{escape(source)}{marked}</cite></blockquote>"


FORMATS: Mapping[str, Callable[[Sequence[Moment]], str]] = {"csv": as_csv, "md": as_markdown, "html": as_html}
