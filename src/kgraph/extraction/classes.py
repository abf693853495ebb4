"""Relations in, the grounding out with the classes that they tell: what stars somebody is a film, whatever its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgraph.extraction.frames import GUESSED
from kgraph.extraction.grounding import Grounding
from kgraph.model import Relation
from kgraph.schema import Schema


def classed(relations: Iterable[Relation], grounding: Grounding, schema: Schema) -> Grounding:
    """The grounding with entities of a guessed class as what the relations of rule packs make of their subjects."""
    if not schema.packs:
        return grounding
    told: dict[str, tuple[str, ...]] = {}
    for relation in relations:
        domain = schema.properties[relation.property].domain
        entity = grounding.entity(relation.subject)
        if domain and entity.named and entity.types[0] in GUESSED and not set(domain) & set(entity.types):
            told.setdefault(entity.id, schema.up(domain[0]))
    entities = {id: replace(e, types=told.get(id, e.types)) for id, e in grounding.entities.items()}
    return replace(grounding, entities=entities)
