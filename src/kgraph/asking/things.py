"""The words of a question in, what they stand for in the graph out: a thing, an article, a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.schema import Schema

ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
OWNER = re.compile(r"['’]s?$")
QUOTED = re.compile(r"[\"“”'‘’](.+)[\"“”'‘’]$")
TITLES = "SELECT ?d ?title { ?d a schema:Article ; rdfs:label ?title } ORDER BY ?d"
SHORTEST = 3  # words of a title that stand for all of it
DATE = re.compile(
    r"(?:the )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?P<month>[a-z]+),? (?P<year>\d{4})", re.IGNORECASE
)
AMERICAN = re.compile(r"(?P<month>[a-z]+) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})", re.IGNORECASE)
PROVISION = re.compile(r"(?P<part>(?:article|section|chapter) \w+) of (?P<whole>.+)", re.IGNORECASE)
PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def thing(graph: KnowledgeGraph, name: str) -> str:
    """The IRI of what is called so, "" if nothing is or several things are; "Kenyan" is Kenya."""
    short = bare(name)
    for words in dict.fromkeys(form for one in (name.strip(), short, OWNER.sub("", short)) for form in _spelt(one)):
        found = _one(graph, words)
        if found:
            return found
    country = _adjectives().get(short.casefold(), "")
    return _one(graph, country) if country else ""


def _spelt(name: str) -> Iterator[str]:
    """The name, with the printer's apostrophe, and a provision as the graph writes it: "Article 4 (league charter)"."""
    yield name
    yield name.replace("'", "’")
    found = PROVISION.fullmatch(name)
    if found:
        yield f"{found['part'].capitalize()} ({bare(found['whole'])})"


def bare(name: str) -> str:
    """The words of a name without the article before them."""
    return ARTICLE.sub("", name.strip(), count=1) if ARTICLE.match(name.strip()) else name.strip()


def adjective(graph: KnowledgeGraph, word: str) -> str:
    """The IRI of the country that an adjective means; "" if it is none."""
    country = _adjectives().get(word.strip().casefold(), "")
    return _one(graph, country) if country else ""


def article(graph: KnowledgeGraph, words: str) -> str:
    """The IRI of the one article with this title or, of some words at least, with a title that they are part of."""
    quoted = QUOTED.match(words.strip())
    wanted = _plain(quoted[1] if quoted else words)
    titles = [(str(d), _plain(str(title))) for d, title in graph.rows(TITLES)]
    same = [d for d, title in titles if title == wanted]
    part = [d for d, title in titles if f" {wanted} " in f" {title} "] if len(wanted.split()) >= SHORTEST else []
    found = same or part
    return found[0] if len(found) == 1 else ""


def date(words: str, months: tuple[str, ...]) -> str:
    """A day, month or year as the graph writes it, as precise as it is; "" if it is none."""
    if PLAIN.fullmatch(words):
        return words
    found = DATE.fullmatch(words) or AMERICAN.fullmatch(words)
    if not found or found["month"].lower() not in months:
        return ""
    month = f"{found['year']}-{months.index(found['month'].lower()) + 1:02}"
    return f"{month}-{int(found['day']):02}" if found["day"] else month


def literal(value: str) -> str:
    """A text as SPARQL writes it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _one(graph: KnowledgeGraph, name: str) -> str:
    try:
        return next(iter(graph.resolve(name)), "")
    except QueryError:
        return ""


@cache
def _adjectives() -> dict[str, str]:
    return {a.casefold(): n.name for n in Schema.load().names for a in n.adjectives}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
