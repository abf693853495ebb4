"""Articles with their nodes in, for each article those out that tell the same story: the same people within days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from kgraph.linking.nodes import Nodes
from kgraph.linking.times import FULL
from kgraph.model import Article, Extraction

DAYS = 3  # how far apart reports of one thing appear
SHARED, SHARE = 3, 0.25  # how many named nodes two articles share at least, and which part of the smaller one's
UNDATED_SHARE = 0.5  # … where nobody knows when one of them appeared
CROWD = 50  # articles with a node above which it marks no story


def stories(
    articles: Sequence[Article], extractions: Sequence[Extraction], nodes: Nodes
) -> Mapping[str, frozenset[str]]:
    """Article → the others that tell its story; of those without a day of publication more has to be shared."""
    days = {a.id: date.fromisoformat(a.published) for a in articles if FULL.fullmatch(a.published)}
    cast = {x.article: frozenset(_cast(x, nodes)) for x in extractions}
    met: Counter[tuple[str, str]] = Counter(pair for pair in _meetings(cast))
    found: dict[str, set[str]] = defaultdict(set)
    for (one, two), shared in met.items():
        dated = one in days and two in days
        share = SHARE if dated else UNDATED_SHARE
        enough = shared >= max(SHARED, share * min(len(cast[one]), len(cast[two])))
        if enough and (not dated or abs((days[one] - days[two]).days) <= DAYS):
            found[one].add(two)
            found[two].add(one)
    return {article: frozenset(others) for article, others in found.items()}


def at_once(one: Article, other: Article) -> bool:
    """Whether two articles are known to have appeared within days of each other."""
    if not (FULL.fullmatch(one.published) and FULL.fullmatch(other.published)):
        return False
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days) <= DAYS


def _cast(extraction: Extraction, nodes: Nodes) -> Iterator[str]:
    """The named nodes of an article but for states, which are in too much of the news."""
    for e in extraction.entities:
        node = nodes.id(extraction.article, e.id)
        if nodes.named(node) and not nodes.is_state(node):
            yield node


def _meetings(cast: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of articles that share a node, once for each such node."""
    telling: dict[str, list[str]] = defaultdict(list)
    for article in sorted(cast):
        for node in cast[article]:
            telling[node].append(article)
    for articles in telling.values():
        if len(articles) <= CROWD:
            yield from combinations(articles, 2)
