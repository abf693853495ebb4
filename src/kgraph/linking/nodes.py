"""Extractions in, entities of the corpus out, with the way from every local id to its node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kgraph.linking.identity import same
from kgraph.linking.names import fold
from kgraph.linking.profiles import STATE, Key, Profile, family, meta_key, profiles
from kgraph.linking.slugs import distinct, short_name, slug
from kgraph.linking.unnamed import companions
from kgraph.model import Article, Entity, Extraction
from kgraph.schema import Name, Schema


@dataclass(frozen=True)
class Nodes:
    """The entities of the corpus by id, the id of each local entity, and what the names data knows of them."""

    entities: Mapping[str, Entity]
    ids: Mapping[Key, str]
    known: Mapping[str, Name] = field(default_factory=dict)

    def id(self, article: str, local: str) -> str:
        """The corpus id of a local entity, "" if there is none."""
        return self.ids.get((article, local), "")

    def named(self, node: str) -> bool:
        """Whether the node is known by a name, and so can be met again in another article."""
        return node in self.entities and self.entities[node].named

    def family(self, node: str) -> str:
        """The base class of a node, "" for an unknown one."""
        return family(self.entities[node].types) if node in self.entities else ""

    def is_state(self, node: str) -> bool:
        """Whether the node is a country."""
        return node in self.entities and self.entities[node].types[:1] == (STATE,)

    def merged(self, kept: Mapping[str, str]) -> Nodes:
        """These nodes with some made one: (node, the one that stands for it)."""
        members: dict[str, list[Entity]] = {}
        for node in self.entities.values():
            members.setdefault(kept.get(node.id, node.id), []).append(node)
        entities = {id: _together(self.entities[id], group) for id, group in members.items()}
        return replace(self, entities=entities, ids={key: kept.get(id, id) for key, id in self.ids.items()})

    def short(self, node: str) -> str:
        """What a label calls the node by."""
        return short_name(self.entities[node])

    def short_slug(self, node: str) -> str:
        """What a slug that is made of several names calls the node by."""
        return slug(self.short(node)) if self.family(node) == "schema:Person" else node.partition("--")[0]


def _together(first: Entity, group: Sequence[Entity]) -> Entity:
    names = {n for e in group for n in (e.name, *e.aliases)} - {first.name}
    return replace(first, aliases=tuple(sorted(names)), same_as=tuple(sorted({s for e in group for s in e.same_as})))


def resolve(
    articles: Sequence[Article], extractions: Sequence[Extraction], origins: Mapping[str, str], *, schema: Schema
) -> Nodes:
    """Who is who over all articles: one node for one person, organisation, place, group or law.

    `origins` maps the articles that restate one another to the first of them.
    """
    found: list[Profile] = list(profiles(articles, extractions, origins, schema=schema))
    groups = same(found, companions(articles, extractions, origins, schema=schema))
    members = [[found[m] for m in groups.members(root)] for root in groups.roots()]
    nodes = distinct(members, schema)
    ids = {p.key: node.id for node, group in zip(nodes, members, strict=True) for p in group}
    known = {node.id: p.known for node, group in zip(nodes, members, strict=True) for p in group if p.known}
    return Nodes({n.id: n for n in sorted(nodes, key=lambda n: n.id)}, ids, known)


def metadata(articles: Sequence[Article], nodes: Nodes) -> tuple[tuple[str, str], ...]:
    """(name in an article's head, entity id) pairs: outlets, credited sources, authors, translators."""
    names = {(a.id, n) for a in articles for n in (a.outlet, a.credited, *a.authors, *a.translators) if fold(n)}
    return tuple(sorted({(name, nodes.ids[meta_key(article, name)]) for article, name in names}))
