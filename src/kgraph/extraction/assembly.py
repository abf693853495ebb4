"""What the generators found in, one Extraction out: attribution, pruning, and local ids by text position."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Description, Event, Extraction, Mention, Relation, Span, Statement, Value

CLOSING = ("”", "’", '"', "''")
OPENING = ("“", "‘", '"', "''")
Fact = TypeVar("Fact", Relation, Event, Description)


def nested(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements by text position, each with the id of the one inside whose content it stands."""
    said = sorted(statements, key=lambda s: (s.evidence.start, s.content.start, -s.content.end, s.cue.start))
    return tuple(s if s.parent else replace(s, parent=_parent(s, said)) for s in said)


def attributed(fact: Fact, span: Span, said: Iterable[Statement]) -> Fact:
    """The fact with the id of the innermost statement whose content covers the span of its words."""
    return replace(fact, statement=_innermost(span, said))


def assemble(
    article: Article,
    grounding: Grounding,
    relations: tuple[Relation, ...],
    events: tuple[Event, ...],
    statements: tuple[Statement, ...],
    descriptions: tuple[Description, ...] = (),
) -> Extraction:
    """One Extraction: unnamed entities that nobody uses are gone, ids are e1, v1, q1 … in the order of the text."""
    used = _used((*relations, *descriptions), events, statements)
    kept = {id for id, e in grounding.entities.items() if id in used or e.named}
    mentions = tuple(sorted((m for m in grounding.mentions if m.entity in kept), key=_place))
    order = dict.fromkeys([*(m.entity for m in mentions), *sorted(kept)])
    happened = sorted(events, key=lambda e: (e.trigger.start, e.trigger.end, e.type))
    ids = _numbered("e", order) | _numbered("v", (e.id for e in happened)) | _numbered("q", (s.id for s in statements))
    return Extraction(
        article=article.id,
        entities=tuple(replace(grounding.entities[id], id=ids[id]) for id in order),
        mentions=tuple(replace(m, entity=ids[m.entity]) for m in mentions),
        relations=tuple(_relation(r, ids) for r in sorted(set(relations), key=_relation_place)),
        events=tuple(_event(e, ids) for e in happened),
        statements=tuple(_statement(s, ids) for s in statements),
        descriptions=tuple(_description(d, ids) for d in descriptions),
    )


def _used(
    relations: Iterable[Relation | Description], events: Iterable[Event], statements: Iterable[Statement]
) -> set[str]:
    found = {r.subject for r in relations if isinstance(r, Relation)}
    found |= {value.value for r in relations if (value := _object(r)).kind == "node"}
    found |= {id for e in events for _, id in e.roles} | {e.name for e in events}
    return found | {id for s in statements for id in (s.speaker, s.addressee, *s.about)}


def _object(found: Relation | Description) -> Value:
    return found.object if isinstance(found, Relation) else found.value


def _numbered(letter: str, ids: Iterable[str]) -> dict[str, str]:
    return {id: f"{letter}{number}" for number, id in enumerate(dict.fromkeys(ids), 1)}


def _relation(relation: Relation, ids: Mapping[str, str]) -> Relation:
    value = relation.object
    if value.kind == "node":
        value = replace(value, value=ids[value.value])
    return replace(relation, subject=ids[relation.subject], object=value, statement=ids.get(relation.statement, ""))


def _event(event: Event, ids: Mapping[str, str]) -> Event:
    roles = tuple((role, ids[id]) for role, id in event.roles)
    name, statement = ids.get(event.name, ""), ids.get(event.statement, "")
    return replace(event, id=ids[event.id], roles=roles, name=name, statement=statement)


def _description(said: Description, ids: Mapping[str, str]) -> Description:
    value = replace(said.value, value=ids[said.value.value]) if said.value.kind == "node" else said.value
    return replace(said, event=ids[said.event], value=value, statement=ids.get(said.statement, ""))


def _statement(statement: Statement, ids: Mapping[str, str]) -> Statement:
    return replace(
        statement,
        id=ids[statement.id],
        speaker=ids.get(statement.speaker, ""),
        addressee=ids.get(statement.addressee, ""),
        about=tuple(ids[a] for a in statement.about if a in ids),
        parent=ids.get(statement.parent, ""),
    )


def _parent(inner: Statement, said: Iterable[Statement]) -> str:
    length = inner.content.end - inner.content.start
    longer = [s for s in said if s.id != inner.id and s.content.end - s.content.start > length]
    return _innermost((inner.cue.start, inner.cue.end), longer)


def _innermost(span: Span, said: Iterable[Statement]) -> str:
    around = [s for s in said if s.content.start <= span[0] and span[1] <= s.content.end and not _interrupts(span, s)]
    return min(around, key=lambda s: s.content.end - s.content.start).id if around else ""


def _interrupts(span: Span, said: Statement) -> bool:
    """Whether words stand where the writer cuts in to tell who speaks: “…,” said Holm, a doctor, “…”."""
    start, cue, text = said.content.start, said.cue, said.content.quote
    if not start <= cue.start < said.content.end:
        return False
    before, after = text[: cue.start - start], text[cue.end - start :]
    closing = max(before.rfind(mark) for mark in (CLOSING if any(m in before for m in CLOSING) else ","))
    opening = min((at for mark in OPENING if (at := after.find(mark)) >= 0), default=after.find(","))
    end = cue.end + opening if opening >= 0 else said.content.end
    return start + closing < span[0] and span[1] <= end


def _place(mention: Mention) -> tuple[int, int, str]:
    return mention.evidence.start, mention.evidence.end, mention.entity


def _relation_place(relation: Relation) -> tuple[int, int, str, str, str]:
    return *relation.anchor, relation.property, relation.subject, relation.object.value
