"""Articles with their nodes in, out what facts of theirs are compared against: days, places, people, and who is met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kgraph.linking.deeds import containers
from kgraph.linking.nodes import Nodes
from kgraph.linking.times import same_news
from kgraph.model import Article, Extraction

PERSON = "schema:Person"
COMPANY = 2  # named things that two articles both speak of, beside what is compared, if they are about one story


@dataclass(frozen=True, slots=True)
class Setting:
    """`published` are the days of the articles, `cast` the things with a name that each speaks of.

    `places` are the places around each place, as far as they are known, and `people` the persons with a name, who
    answer for the numbers that they give.
    """

    published: Mapping[str, str] = field(default_factory=dict)
    cast: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people: frozenset[str] = frozenset()

    def same_story(self, one: str, two: str, *, beside: frozenset[str]) -> bool:
        """Whether two articles are of the same days and share named things beside these."""
        shared = self.cast.get(one, frozenset()) & self.cast.get(two, frozenset()) - beside
        near = same_news(self.published.get(one, ""), self.published.get(two, ""))
        return one == two or (near and len(shared) >= COMPANY)


def setting(articles: Sequence[Article], extractions: Sequence[Extraction], nodes: Nodes) -> Setting:
    """The setting of a corpus."""
    named = frozenset(n.id for n in nodes.entities.values() if n.named)
    return Setting(
        published={a.id: a.published for a in articles},
        cast={x.article: named & {nodes.id(x.article, e.id) for e in x.entities} for x in extractions},
        places=containers(extractions, nodes),
        people=frozenset(n for n in named if PERSON in nodes.entities[n].types),
    )
