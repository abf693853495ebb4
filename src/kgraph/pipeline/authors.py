"""Two extractions in, one out: of an article, and of the note that its page has about who wrote it.

A note is not part of the article: of all that it says only the facts about the authors are taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kgraph.model import Article, Entity, Extraction, Relation


def notes(article: Article) -> Article:
    """The notes about the authors, read as if they were the article."""
    return replace(article, ranges=article.notes, notes=(), title="", standfirst="", credited="")


def with_notes(read: Extraction, noted: Extraction, article: Article) -> Extraction:
    """The extraction of an article with what a note about its authors says of them."""
    authors = {e.id for e in noted.entities if {e.name, *e.aliases} & set(article.authors)}
    told = [r for r in noted.relations if r.subject in authors and not r.statement]
    kept = {r.subject for r in told} | {r.object.value for r in told if r.object.kind == "node"}
    ids = _ids(read, [e for e in noted.entities if e.id in kept])
    known = {e.id for e in read.entities}
    mentions = [replace(m, entity=ids[m.entity]) for m in noted.mentions if m.entity in kept]
    passages = [(r.evidence.start, r.evidence.end) for r in told]
    mentions = [m for m in mentions if any(s <= m.evidence.start and m.evidence.end <= e for s, e in passages)]
    added = (replace(e, id=ids[e.id]) for e in noted.entities if e.id in kept and ids[e.id] not in known)
    return replace(
        read,
        entities=(*read.entities, *added),
        mentions=tuple(sorted((*read.mentions, *mentions), key=lambda m: (m.evidence.start, m.evidence.end, m.entity))),
        relations=tuple(sorted((*read.relations, *(_renamed(r, ids) for r in told)), key=lambda r: r.anchor)),
    )


def _ids(read: Extraction, noted: list[Entity]) -> dict[str, str]:
    """The ids that entities of a note have in the article: those of the same name and class, else new ones."""
    known = {(name, e.types[-1]): e.id for e in reversed(read.entities) for name in (*e.aliases, e.name)}
    new = len(read.entities)
    ids: dict[str, str] = {}
    for entity in noted:
        found = known.get((entity.name, entity.types[-1]))
        new += found is None
        ids[entity.id] = found or f"e{new}"
    return ids


def _renamed(relation: Relation, ids: Mapping[str, str]) -> Relation:
    value = relation.object
    if value.kind == "node":
        value = replace(value, value=ids[value.value])
    return replace(relation, subject=ids[relation.subject], object=value)
