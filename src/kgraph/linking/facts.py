"""Extractions in, facts and claims out: every triple that a passage states, with corpus ids and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kgraph.linking.nodes import Nodes
from kgraph.model import Event, Evidence, Extraction, Fact, Factuality, Mention, Relation, Span, Statement, Value
from kgraph.schema import Schema

Detail = tuple[str, Value, str, str]  # property, value, where the value stands, its own hedge

# what the shapes of the ontology ask of a node that is the object of a property
PERSON, BODY, PLACE, GROUP = "schema:Person", "schema:Organization", "schema:Place", "foaf:Group"
ACTORS = (PERSON, BODY, PLACE, GROUP)
OBJECTS: Mapping[str, tuple[str, ...]] = {
    "kg:instigatedBy": ACTORS,
    "schema:worksFor": (BODY, PLACE, GROUP),
    "schema:memberOf": (BODY, GROUP),
    "schema:parentOrganization": (BODY, "schema:Country"),
    **dict.fromkeys(("schema:affiliation", "schema:alumniOf"), (BODY,)),
    **dict.fromkeys(("schema:parent", "schema:children", "schema:spouse"), (PERSON,)),
    **dict.fromkeys(("schema:sibling", "schema:relatedTo"), (PERSON,)),
    **dict.fromkeys(("kg:ledBy", "schema:founder", "kg:loyalistOf", "kg:allyOf", "kg:mediatedBy"), ACTORS),
    **dict.fromkeys(("schema:agent", "schema:recipient", "schema:participant"), ACTORS),
    **dict.fromkeys(("schema:containedInPlace", "schema:location", "kg:bordersWith", "kg:nearTo"), (PLACE,)),
    **dict.fromkeys(("kg:capitalOf", "kg:formerCapitalOf", "kg:biggestCityOf"), (PLACE,)),
    **dict.fromkeys(("schema:birthPlace", "schema:deathPlace"), (PLACE,)),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word a passage is: the claim that it is content of, its speaker, and what that takes from its truth."""

    claim: str = ""
    speaker: str = ""
    factuality: Factuality = ""


def digest(*parts: object) -> str:
    """Ten hex digits that stand for these parts."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def statements(extraction: Extraction, nodes: Nodes) -> dict[str, Statement]:
    """Local id → the statement in corpus terms; one without a speaker is nobody's word and left out."""
    ids = _claim_ids(extraction, nodes)

    def inside(s: Statement) -> str:
        return ids.get(s.parent, "")

    article = extraction.article
    return {
        s.id: replace(
            s,
            id=ids[s.id],
            speaker=nodes.id(article, s.speaker),
            addressee=nodes.id(article, s.addressee),
            about=tuple(dict.fromkeys(a for a in (nodes.id(article, x) for x in s.about) if a)),
            parent=inside(s),
        )
        for s in extraction.statements
        if s.id in ids
    }


def _claim_ids(extraction: Extraction, nodes: Nodes) -> dict[str, str]:
    ids: dict[str, str] = {}
    for s in extraction.statements:
        if nodes.id(extraction.article, s.speaker):
            name = digest(extraction.article, _offsets(s.evidence), _offsets(s.cue), _offsets(s.content))
            while name in ids.values():  # two speakers with one cue and content: "both ministers said"
                name = digest(name, "next")
            ids[s.id] = name
    return ids


def _offsets(passage: Evidence) -> str:
    return f"{passage.start},{passage.end}"


def voices(extraction: Extraction, claims: Mapping[str, Statement]) -> dict[str, Voice]:
    """Local id of a statement → whose word its content is; content without a speaker stays undecided."""
    return {
        s.id: Voice(claims[s.id].id, claims[s.id].speaker, "underspecified" if s.negated else "")
        if s.id in claims
        else Voice(factuality="underspecified")
        for s in extraction.statements
    }


def facts(
    extraction: Extraction, nodes: Nodes, events: Mapping[tuple[str, str], str], *, schema: Schema
) -> Iterator[Fact]:
    """The facts of one article; `events` maps (article, local event id) to the id of the occurrence."""
    heard = voices(extraction, statements(extraction, nodes))
    founded = frozenset(schema.words.get("alike", {}).get("founding", ()))
    best: dict[str, Fact] = {}
    described = _of_descriptions(extraction, nodes, heard, events)
    for fact in (*_of_relations(extraction, nodes, heard), *_of_events(extraction, nodes, heard, events), *described):
        other = best.get(fact.id)
        if other is None or fact.confidence > other.confidence:
            best[fact.id] = fact
    told = {(f.subject, f.property, f.evidence) for f in best.values()}
    dated = (f for e in extraction.events for f in _founding(e, heard, nodes, founded))
    return iter([*best.values(), *(f for f in dated if (f.subject, f.property, f.evidence) not in told)])


class _Spans:
    """Where in the article the entities are mentioned."""

    def __init__(self, extraction: Extraction) -> None:
        self._mentions: dict[str, list[Mention]] = {}
        self._names = {e.id: e.name for e in extraction.entities}
        for m in extraction.mentions:
            self._mentions.setdefault(m.entity, []).append(m)

    def near(self, entity: str, anchor: Span, sentence: Span) -> str:
        """The offsets of the mention nearest to the anchor inside the sentence; the name if there is none."""
        inside = [m.evidence for m in self._mentions.get(entity, ()) if _within(m.evidence, sentence)]
        if not inside:
            return self._names.get(entity, entity)
        return _offsets(min(inside, key=lambda e: (abs(e.start - anchor[0]), e.start, e.end)))


def _within(passage: Evidence, span: Span) -> bool:
    return span[0] <= passage.start and passage.end <= span[1]


def _of_relations(extraction: Extraction, nodes: Nodes, heard: Mapping[str, Voice]) -> Iterator[Fact]:
    spans = _Spans(extraction)
    for r in extraction.relations:
        subject = nodes.id(extraction.article, r.subject)
        value = _value(extraction.article, r.object, nodes)
        if not subject or value is None or value.value == subject or not fits(r.property, value, nodes):
            continue
        voice = heard.get(r.statement, Voice())
        yield Fact(
            id=_relation_id(extraction.article, r, spans),
            article=extraction.article,
            subject=subject,
            property=r.property,
            object=value,
            evidence=r.evidence,
            factuality=r.factuality or voice.factuality,
            hedge=r.hedge,
            speaker=voice.speaker,
            claim=voice.claim,
            role=r.role,
            start=r.start,
            end=r.end,
            rule=r.rule,
            confidence=r.confidence,
        )


def _relation_id(article: str, r: Relation, spans: _Spans) -> str:
    sentence = (r.evidence.start, r.evidence.end)
    subject = spans.near(r.subject, r.anchor, sentence)
    value = spans.near(r.object.value, r.anchor, sentence) if r.object.kind == "node" else r.object.value
    return digest(article, *sentence, *r.anchor, r.property, subject, value)


def _value(article: str, value: Value, nodes: Nodes) -> Value | None:
    if value.kind != "node":
        return value
    node = nodes.id(article, value.value)
    return replace(value, value=node) if node else None


def fits(name: str, value: Value, nodes: Nodes) -> bool:
    """Whether the node can be the object of the property, now that its class is settled over all articles."""
    if value.kind != "node" or name not in OBJECTS or value.value not in nodes.entities:
        return True
    return bool({*OBJECTS[name]} & {*nodes.entities[value.value].types})


def _of_events(
    extraction: Extraction, nodes: Nodes, heard: Mapping[str, Voice], events: Mapping[tuple[str, str], str]
) -> Iterator[Fact]:
    spans = _Spans(extraction)
    for event in extraction.events:
        node = events[extraction.article, event.id]
        voice = heard.get(event.statement, Voice())
        for name, value, place, hedge in _details(event, nodes, spans):
            if value.value == node or not fits(name, value, nodes):
                continue
            yield Fact(
                id=digest(extraction.article, *_trigger(event), event.type, name, place),
                article=extraction.article,
                subject=node,
                property=name,
                object=value,
                evidence=event.evidence,
                factuality=event.factuality or voice.factuality,
                hedge=hedge or event.hedge,
                speaker=voice.speaker,
                claim=voice.claim,
                rule=event.rule,
                confidence=event.confidence,
            )


def _of_descriptions(
    extraction: Extraction, nodes: Nodes, heard: Mapping[str, Voice], events: Mapping[tuple[str, str], str]
) -> Iterator[Fact]:
    """What is said of events as a whole."""
    for said in extraction.descriptions:
        value = _value(extraction.article, said.value, nodes)
        if value is None or not fits(said.property, value, nodes):
            continue
        voice = heard.get(said.statement, Voice())
        yield Fact(
            id=digest(extraction.article, *said.anchor, said.property, said.value.text),
            article=extraction.article,
            subject=events[extraction.article, said.event],
            property=said.property,
            object=value,
            evidence=said.evidence,
            factuality=said.factuality or voice.factuality,
            hedge=said.hedge,
            speaker=voice.speaker,
            claim=voice.claim,
            rule="kinds",
            confidence=said.confidence,
        )


def _trigger(event: Event) -> Span:
    return event.trigger.start, event.trigger.end


def _details(event: Event, nodes: Nodes, spans: _Spans) -> Iterator[Detail]:
    """All that an event mention says."""
    yield "sem:eventType", Value("concept", event.type, event.trigger.quote), event.type, ""
    sentence = (event.evidence.start, event.evidence.end)
    for role, local in event.roles:
        node = nodes.id(event.trigger.article, local)
        if node:
            yield role, Value("node", node), spans.near(local, _trigger(event), sentence), ""
    yield from _dates(event)
    if event.duration is not None:
        value, passage = event.duration
        yield "schema:duration", value, _offsets(passage), ""
    for f in event.figures:
        yield f.property, Value("number", number(f.value), f.evidence.quote), _offsets(f.evidence), f.hedge


def _founding(event: Event, heard: Mapping[str, Voice], nodes: Nodes, founded: frozenset[str]) -> Iterator[Fact]:
    """The dates at which the bodies came to be that a dated founding, told as a fact, has for objects."""
    time, article = event.time, event.trigger.article
    if event.lemma.lower() not in founded or time is None or not time.start:
        return
    voice = heard.get(event.statement, Voice())
    for role, local in event.roles:
        body = nodes.id(article, local)
        if role == "schema:object" and nodes.family(body) in (BODY, PLACE):
            yield Fact(
                id=digest(article, *_trigger(event), "schema:foundingDate", local),
                article=article,
                subject=body,
                property="schema:foundingDate",
                object=Value("date", time.start, time.evidence.quote),
                evidence=event.evidence,
                factuality=event.factuality or voice.factuality,
                hedge=event.hedge,
                speaker=voice.speaker,
                claim=voice.claim,
                rule=event.rule,
                confidence=event.confidence,
            )


def _dates(event: Event) -> Iterator[Detail]:
    time = event.time
    if time is None:
        return
    if time.start:
        yield "schema:startDate", Value("date", time.start, time.evidence.quote), _offsets(time.evidence), ""
    if time.end and time.end != time.start:
        yield "schema:endDate", Value("date", time.end, time.evidence.quote), _offsets(time.evidence), ""
    for again in event.also:
        yield "schema:startDate", Value("date", again.start, again.evidence.quote), _offsets(again.evidence), ""


def number(value: float) -> str:
    """A count as the graph writes it: without a fraction where it has none."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def in_order(found: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts by article and place in it."""
    return tuple(sorted(found, key=lambda f: (f.article, f.evidence.start, f.evidence.end, f.property, f.id)))
