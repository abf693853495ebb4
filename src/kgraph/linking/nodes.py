"""Extractions in, entities of the corpus out, with the way from every local id to its node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kgraph.linking.decisions import Sides, changed, decided
from kgraph.linking.gazetteer import identified, iso
from kgraph.linking.guidance import Guidance
from kgraph.linking.identity import same
from kgraph.linking.names import fold
from kgraph.linking.profiles import STATE, Key, Profile, family, meta_key, profiles
from kgraph.linking.slugs import distinct, label_name, short_name, slug
from kgraph.linking.unnamed import companions
from kgraph.model import Article, Entity, Extraction
from kgraph.schema import Name, Schema

UNGUIDED = Guidance()


@dataclass(frozen=True)
class Nodes:
    """The entities of the corpus by id, the id of each local entity, and what the names data knows of them.

    `sides` are those of the judgements that keep a node from others.
    """

    entities: Mapping[str, Entity]
    ids: Mapping[Key, str]
    known: Mapping[str, Name] = field(default_factory=dict)
    sides: Mapping[str, Sides] = field(default_factory=dict)

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
        return label_name(self.entities[node])

    def short_slug(self, node: str) -> str:
        """What a slug that is made of several names calls the node by."""
        return (
            slug(short_name(self.entities[node])) if self.family(node) == "schema:Person" else node.partition("--")[0]
        )


def _together(first: Entity, group: Sequence[Entity]) -> Entity:
    names = {n for e in group for n in (e.name, *e.aliases)} - {first.name}
    return replace(first, aliases=tuple(sorted(names)), same_as=tuple(sorted({s for e in group for s in e.same_as})))


def resolve(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    origins: Mapping[str, str],
    *,
    schema: Schema,
    guidance: Guidance = UNGUIDED,
) -> Nodes:
    """Who is who over all articles: one node for one person, organisation, place, group or law.

    `origins` maps the articles that restate one another to the first of them. What the user judged is so.
    """
    found: list[Profile] = list(profiles(articles, extractions, origins, schema=schema))
    pairs = list(companions(articles, extractions, origins, schema=schema))
    judged, former = guidance.judgements, _former(found, pairs, guidance, schema)
    groups = same(found, pairs, decided(judged, found, former, guidance.warn))
    roots = groups.roots()
    members = [groups.members(root) for root in roots]
    slugs = distinct([[found[m] for m in group] for group in members], schema)
    group_of = {m: n for n, group in enumerate(members) for m in group}
    before = {slug: group_of[numbers[0]] for slug, numbers in former.items()}
    nodes = changed(slugs, judged, schema=schema, warn=guidance.warn, former=before)
    ids = {found[m].key: node.id for node, group in zip(nodes, members, strict=True) for m in group if node}
    known = {ids[p.key]: p.known for p in found if p.known and p.key in ids}
    kept = _identified([n for n in nodes if n is not None], known, guidance)
    sides = {node.id: groups.traits(root).sides for node, root in zip(nodes, roots, strict=True) if node}
    return Nodes({n.id: n for n in sorted(kept, key=lambda n: n.id)}, ids, known, sides)


def _former(
    found: Sequence[Profile], pairs: Sequence[tuple[Key, Key]], guidance: Guidance, schema: Schema
) -> dict[str, tuple[int, ...]]:
    """The ids that nodes have without judgements, and the profiles of each; empty where no judgement names an id."""
    if not any(name.startswith("id:") for j in guidance.judgements.items for name in j.entities):
        return {}
    groups = same(found, pairs)
    members = [groups.members(root) for root in groups.roots()]
    nodes = distinct([[found[m] for m in group] for group in members], schema)
    return {node.id: tuple(group) for node, group in zip(nodes, members, strict=True)}


def _identified(nodes: Sequence[Entity], known: Mapping[str, Name], guidance: Guidance) -> list[Entity]:
    """The nodes with what the gazetteer and the standard of country codes call them."""
    certain = dict(identified(nodes, guidance.gazetteer))
    codes = {node: iso(name) for node, name in known.items()}
    more = {n.id: {certain.get(n.id, ""), codes.get(n.id, ""), *n.same_as} - {""} for n in nodes}
    return [replace(n, same_as=tuple(sorted(more[n.id]))) for n in nodes]


def metadata(articles: Sequence[Article], nodes: Nodes) -> tuple[tuple[str, str], ...]:
    """(name in an article's head, entity id) pairs: outlets, credited sources, authors, translators."""
    names = {(a.id, n) for a in articles for n in (a.outlet, a.credited, *a.authors, *a.translators) if fold(n)}
    found = {(name, nodes.id(*meta_key(article, name))) for article, name in names}
    return tuple(sorted((name, node) for name, node in found if node))
