"""An Extraction in, relations in the words of re3d out: which of our properties and roles is which of its types.

The benchmark (news, statements and encyclopaedia on the war in Syria and Iraq) relates two mentions of one sentence
by eleven types. Many are not relations of ours but what an event says of those who take part in it: who is where,
who fights, meets or supports whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from places import Places

from kgraph.model import Article, Event, Extraction, Mention, Relation, Span

Found = tuple[Span, str, Span]
LOCATED = "CoLocated"
PROPERTIES = {
    "schema:containedInPlace": LOCATED,
    "schema:location": LOCATED,
    "schema:homeLocation": LOCATED,
    "schema:birthPlace": LOCATED,
    "schema:deathPlace": LOCATED,
    "schema:foundingLocation": LOCATED,
    "kg:capitalOf": LOCATED,
    "kg:formerCapitalOf": LOCATED,
    "kg:biggestCityOf": LOCATED,
    "schema:memberOf": "BelongsTo",
    "schema:affiliation": "BelongsTo",
    "schema:worksFor": "BelongsTo",
    "schema:parentOrganization": "BelongsTo",
    "schema:alumniOf": "BelongsTo",
    "schema:owns": "InChargeOf",
    "kg:allyOf": "AlliesOf",
    "kg:opponentOf": "Dislikes",
    "kg:loyalistOf": "Likes",
    "schema:nationality": "HasAttrOf",
}
TURNED = {"kg:ledBy": "InChargeOf", "schema:founder": "InChargeOf"}  # their object is in charge of their subject
IN_CHARGE = frozenset(
    ("president", "minister", "king", "queen", "chief", "head", "leader", "director", "commander", "chairman", "chair",
     "secretary", "general", "governor", "mayor", "executive", "chairwoman", "premier", "emir", "commander-in-chief")
)  # fmt: skip
EVENTS = {
    "CONSULT": "CommWith",
    "AGREE": "CommWith",
    "REQUEST": "CommWith",
    "COOPERATE": "AlliesOf",
    "ASSAULT": "FightingAgainst",
    "SUPPORT": "Likes",
    "AID": "Likes",
    "ACCUSE": "Dislikes",
    "REJECT": "Dislikes",
    "SANCTION": "Dislikes",
    "THREATEN": "Dislikes",
}
AGENT, WHERE = "schema:agent", "schema:location"
TO_WHOM = ("schema:recipient", "schema:object")
PLACE = "schema:Place"
BODIES = frozenset({"schema:Organization", "foaf:Group"})
SYMMETRIC = frozenset({"IsSynonymOf", "CommWith", "AlliesOf"})  # told in both directions


def article(text: str) -> Article:
    """A document of the benchmark: one line of its text is one paragraph."""
    lines = re.finditer(r"[^\n]+", text)
    return Article(path="document.txt", text=text, ranges=tuple(m.span() for m in lines))


def facts(extraction: Extraction) -> Iterator[Found]:
    """The relations between two mentions of a sentence that the benchmark has a type for, each once."""
    places, types = Places(extraction), {e.id: e.types for e in extraction.entities}
    found = [f for r in extraction.relations for f in _of_relation(r, places)]
    found += [f for e in extraction.events for f in _of_event(e, places, types)]
    found += _same(extraction)
    found += [(other, name, one) for one, name, other in found if name in SYMMETRIC]
    yield from dict.fromkeys(f for f in found if f[0][1] <= f[2][0] or f[2][1] <= f[0][0])


def _of_relation(relation: Relation, places: Places) -> Iterator[Found]:
    if relation.object.kind != "node" or relation.factuality == "negative":
        return
    name = PROPERTIES.get(relation.property) or TURNED.get(relation.property)
    within = relation.evidence.start, relation.evidence.end
    object_ = places.nearest(relation.object.value, relation.anchor, within)
    subject = places.nearest(relation.subject, relation.anchor, within, apart_from=object_)
    if name is None or subject is None or object_ is None:
        return
    if name == LOCATED and 0 <= object_[0] - subject[1] <= len(", "):
        return  # "Aleppo, Syria" is one mention
    if relation.property == "schema:worksFor" and IN_CHARGE & set(relation.role.split()):
        name = "InChargeOf"
    yield (object_, name, subject) if relation.property in TURNED else (subject, name, object_)


def _of_event(event: Event, places: Places, types: Mapping[str, tuple[str, ...]]) -> Iterator[Found]:
    if event.factuality == "negative":
        return
    within, anchor = (event.evidence.start, event.evidence.end), (event.trigger.start, event.trigger.end)
    name = EVENTS.get(event.type.partition("-")[0], "")
    filled = [(role, id, place) for role, id in event.roles if (place := places.nearest(id, anchor, within))]
    agents = [(id, place) for role, id, place in filled if role == AGENT]
    others = [(id, place) for role, id, place in filled if role in TO_WHOM]
    where = [place for role, _, place in filled if role == WHERE]
    if name:
        for (one, first), (other, second) in product(agents, others):
            allied = name == "Likes" and BODIES & set(types[one]) and BODIES & set(types[other])
            yield first, "AlliesOf" if allied else name, second
    if name == "CommWith":
        yield from ((one, name, other) for (_, one), (_, other) in pairwise(agents))
    present = [place for id, place in agents + others if PLACE not in types[id]]
    yield from ((one, LOCATED, place) for one, place in product(present, where))


def _same(extraction: Extraction) -> Iterator[Found]:
    """A name and its description side by side: "the spokesman, John Thomas"; a title is part of the name."""
    starts: dict[tuple[str, int], list[Mention]] = {}
    for mention in extraction.mentions:
        starts.setdefault((mention.entity, mention.evidence.start), []).append(mention)
    for one in extraction.mentions:
        for other in starts.get((one.entity, one.evidence.end + len(", ")), ()):
            if one.kind != other.kind:
                yield (one.evidence.start, one.evidence.end), "IsSynonymOf", (other.evidence.start, other.evidence.end)
