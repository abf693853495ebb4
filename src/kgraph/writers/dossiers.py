"""A dossier in, text out: Markdown to read, a page for a browser, JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from html import escape

from kgraph.graph import Passage
from kgraph.views import Coverage, Dossier, Entry

Link = Callable[[Passage], str]

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
STYLE = (
    ":root{color-scheme:light dark;--ink:#222;--soft:#666;--rule:#ccc;--note:#a05a00;--mark:#0072b2}"
    "@media(prefers-color-scheme:dark){:root{--ink:#eceae4;--soft:#a3a19a;--rule:#44484d;--note:#f0b429;--mark:#6cb8ea}"
    "body{background:#15171a}}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:var(--ink);"
    "overflow-wrap:anywhere}a{color:var(--mark)}"
    "h1{margin-bottom:0}h2{border-bottom:1px solid var(--rule);margin-top:1.6em}.dim{color:var(--soft);font-size:.9em}"
    "blockquote{margin:.2em 0 .6em 1em;padding-left:.8em;border-left:3px solid var(--rule)}.note{color:var(--note)}"
    "table{border-collapse:collapse}td{padding:.1em 1em .1em 0}"
)


def markdown(dossier: Dossier) -> str:
    """The dossier as Markdown, every name and quote escaped."""
    return "\n".join(_markdown(dossier)) + "\n"


def page(dossier: Dossier, *, link: Link | None = None) -> str:
    """The dossier as one HTML page without scripts, everything from articles escaped.

    `link` gives the address under which a passage can be read in its article.
    """
    head = f"<title>{escape(dossier.label)}</title><style>{STYLE}</style>"
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    body = "\n".join(_html(dossier, link))
    start = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    start += '<meta name="viewport" content="width=device-width, initial-scale=1">'
    return f"{start}{policy}{head}</head><body>\n{body}\n</body></html>\n"


def data(dossier: Dossier) -> str:
    """The dossier as JSON."""
    return json.dumps(asdict(dossier), ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Dossier], str]] = {"md": markdown, "html": page, "json": data}


def _known(dossier: Dossier) -> Iterator[str]:
    yield ", ".join(dossier.types)
    if dossier.aliases:
        yield f"also: {', '.join(dossier.aliases)}"
    yield from dossier.same_as


def _markdown(dossier: Dossier) -> Iterator[str]:
    yield f"# {_md(dossier.label)}"
    yield ""
    yield "  \n".join(_md(line) for line in _known(dossier))
    for heading, entries in dossier.sections:
        yield f"\n## {heading}\n"
        for entry in entries:
            yield from _markdown_entry(entry)
    yield "\n## By outlet\n"
    for row in dossier.coverage:
        yield f"- {_md(_covered(row))}"


def _markdown_entry(entry: Entry) -> Iterator[str]:
    date = f"**{entry.date}** " if entry.date else ""
    note = f" *({_md(entry.note)})*" if entry.note else ""
    yield f"- {date}{_md(entry.text)}{note}"
    for passage in _each_once(entry):
        yield f"  > “{_md(_quote(passage))}” ({_md(_place(passage))})"
        yield ""


def _html(dossier: Dossier, link: Link | None) -> Iterator[str]:
    yield f"<h1>{escape(dossier.label)}</h1>"
    yield f'<p class="dim">{"<br>".join(escape(line) for line in _known(dossier))}</p>'
    for heading, entries in dossier.sections:
        yield f"<h2>{heading}</h2>"
        for entry in entries:
            yield from _html_entry(entry, link)
    yield "<h2>By outlet</h2><ul>"
    yield from (f"<li>{escape(_covered(row))}</li>" for row in dossier.coverage)
    yield "</ul>"


def _html_entry(entry: Entry, link: Link | None) -> Iterator[str]:
    date = f"<b>{escape(entry.date)}</b> " if entry.date else ""
    note = f' <span class="note">({escape(entry.note)})</span>' if entry.note else ""
    yield f"<p>{date}{escape(entry.text)}{note}</p>"
    for passage in _each_once(entry):
        named = escape(_place(passage))
        read = f'<a href="{escape(link(passage))}">{named}</a>' if link else named
        place = f'<span class="dim">({read})</span>'
        yield f"<blockquote>“{escape(_quote(passage))}” {place}</blockquote>"


def _each_once(entry: Entry) -> list[Passage]:
    """A sentence that states several facts of the entry is quoted once."""
    return list({(p.article, p.start, p.end): p for p in entry.evidence}.values())


def _covered(row: Coverage) -> str:
    known = (row.source.outlet, row.source.title, row.source.date, row.source.path)
    times = "1 mention" if row.mentions == 1 else f"{row.mentions} mentions"
    return f"{', '.join(x for x in known if x)}: {times}"


def _quote(passage: Passage) -> str:
    return " ".join(passage.quote.split())


def _place(passage: Passage) -> str:
    return ", ".join(x for x in (passage.outlet or passage.title, passage.date, f"{passage.path}:{passage.start}") if x)


def _md(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
