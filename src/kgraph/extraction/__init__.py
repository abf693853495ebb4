"""Doc in, Extraction out: one generator function per question, put together here."""

from __future__ import annotations

from spacy.tokens import Doc

from kgraph.extraction import learnt
from kgraph.extraction.assembly import assemble, attributed, nested
from kgraph.extraction.attribution import attributions
from kgraph.extraction.classes import classed
from kgraph.extraction.descriptions import descriptions
from kgraph.extraction.entities import ground
from kgraph.extraction.events import events
from kgraph.extraction.relations import relations
from kgraph.extraction.statements import heard, statements
from kgraph.extraction.titles import entitled
from kgraph.extraction.verdicts import without_refuted
from kgraph.model import Article, Extraction
from kgraph.schema import Schema

__all__ = ["extract"]


def extract(doc: Doc, article: Article, schema: Schema, *, guessing: bool = True) -> Extraction:
    """All that one article says: entities with their mentions, relations, events, and who says which of it.

    Without `guessing` only rules are asked for relations, not what packs have learnt.
    """
    doc = entitled(doc, schema)
    grounding = ground(doc, article, schema)
    guesses = learnt.guessed(doc, article, schema, grounding) if guessing else ()
    renamed = learnt.named(doc, guesses, schema)
    if renamed is not doc:
        doc, grounding = renamed, ground(renamed, article, schema)
    found = attributions(doc, article, schema, grounding)
    grounding = heard(found, article, grounding)
    said = nested(statements(article, schema, grounding, found))
    voiced = (s for s in said if s.rule not in schema.words["statements"]["presupposing"])
    told = without_refuted(doc, voiced, schema.words["factuality"])
    related = tuple(relations(doc, article, schema, grounding, told, guesses))
    grounding = classed(related, grounding, schema)
    happened = tuple(
        attributed(e, (e.trigger.start, e.trigger.end), told) for e in events(doc, article, schema, grounding)
    )
    described = tuple(attributed(d, d.anchor, told) for d in descriptions(doc, article, schema, grounding, happened))
    return assemble(article, grounding, related, happened, said, described)
