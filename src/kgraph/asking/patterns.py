"""What was read out of a restated question in, SPARQL out: a pattern with a variable where the stand-in was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.asking.labels import CLASSES
from kgraph.asking.restating import NUMBER, YEAR, Restated
from kgraph.asking.things import literal
from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.model import Entity, Event, Extraction, Relation
from kgraph.schema import Schema

OTHERS = ("schema:object", "schema:recipient", "schema:participant", "schema:location")
FOLLOWING = frozenset(("schema:containedInPlace", "schema:location"))
PASSAGE = (
    "?f prov:wasDerivedFrom/nif:anchorOf ?quote .",
    "OPTIONAL { ?f kg:factuality ?factuality }",
    "OPTIONAL { ?f prov:wasAttributedTo/rdfs:label ?speaker }",
    "OPTIONAL { ?f prov:wasDerivedFrom/nif:referenceContext/schema:publisher/rdfs:label ?outlet }",
    "OPTIONAL { ?f prov:wasDerivedFrom/nif:referenceContext/rdfs:label ?title }",
)


EITHER = {"kill": ("et:ASSAULT", "et:DIE")}  # a question does not say whether it was done or happened


@dataclass(frozen=True, slots=True)
class Pattern:
    """A question as a pattern: `sparql` selects ?answer, ?label, ?quote and how the passage says it.

    `loose` says that part of the question is not in the pattern, so that its words must be in the sentences found;
    `every` that all sentences answer it, `whole` that all do which tell of the events of the best ones.
    """

    sparql: str
    loose: bool = False
    every: bool = False
    whole: bool = False


def patterns(
    restated: Restated, found: Extraction, graph: KnowledgeGraph, masks: Mapping[str, str] | None = None
) -> Iterator[Pattern]:
    """The patterns of a restated question, relations before events; none if it names what the graph does not know.

    `masks` are names that stand for others in it, with the IRIs of those.
    """
    entities = {e.id: e for e in found.entities}
    asked = {e.id for e in found.entities if restated.name and restated.name in (e.name, *e.aliases)}
    reader = _Reader(restated, entities, frozenset(asked), graph, masks or {})
    for relation in _told(found.relations):
        yield from reader.relation(relation)
    for event in found.events:
        yield from reader.event(event)


@dataclass(frozen=True)
class _Reader:
    """Turns facts of one question into patterns."""

    restated: Restated
    entities: Mapping[str, Entity]
    asked: frozenset[str]
    graph: KnowledgeGraph
    masks: Mapping[str, str]

    def relation(self, relation: Relation) -> Iterator[Pattern]:
        """The pattern of a relation: one statement, with its role and whether it still holds."""
        subject, value = self._node(relation.subject), self._value(relation)
        if not subject or not value or (self.restated.name and "?answer" not in (subject, value)):
            return
        said = [] if value != "?value" else [f"FILTER (STRSTARTS(STR(?value), {literal(relation.object.value)}))"]
        lines = [f"?f rdf:subject {subject} ; rdf:predicate {relation.property} ; rdf:object {value} .", *said]
        if relation.role:
            lines.append(f"?f schema:roleName {literal(relation.role)} .")
            over = "?f sem:hasEndTimeStamp|sem:hasLatestEndTimeStamp ?end"
            lines.append(f"{over} ." if relation.end else f"FILTER NOT EXISTS {{ {over} }}")
        yield self._pattern(lines, every=True)

    def event(self, event: Event) -> Iterator[Pattern]:
        """The pattern of an event: its kind, who and what is named of it, and the role that is asked for."""
        roles = list(_one_each([(p, self._those(i)) for p, i in event.roles]))
        asked = self._asked(event, roles)
        if not asked or any(n is None for _, n in roles):
            return
        lines = [f"?k rdf:subject ?e ; rdf:predicate sem:eventType ; rdf:object/skos:broader* {_kind(event)} ."]
        lines += [f"VALUES ?kind {{ {' '.join(EITHER[event.lemma])} }}"] if event.lemma in EITHER else []
        fixed = [(p, n) for p, n in roles if n not in ("?answer", "")]
        for i, (properties, nodes) in enumerate(self._together(fixed, asked)):
            lines.append(f"?r{i} rdf:subject ?e ; rdf:predicate ?p{i} ; rdf:object ?o{i} .")
            lines.append(f"FILTER (?p{i} IN ({properties}) && ?o{i} IN ({', '.join(nodes)}))")
        lines.append(f"?f rdf:subject ?e ; rdf:predicate ?p ; rdf:object {self.variable} .")
        lines.append(f"FILTER (?p IN ({asked}))")
        if event.time and event.time.start and event.time.start != YEAR:
            lines.append("?w rdf:subject ?e ; rdf:predicate schema:startDate ; rdf:object ?on .")
            day = event.time.start  # "--05-17" is a day of any year
            told = f'STRENDS(STR(?on), "{day[1:]}")' if day.startswith("--") else f'STRSTARTS(STR(?on), "{day}")'
            lines.append(f"FILTER ({told})")
        yield self._pattern(lines, loose=not fixed or any(n == "" for _, n in roles), whole=asked == "schema:agent")

    @staticmethod
    def _together(fixed: Sequence[tuple[str, str | None]], asked: str) -> list[tuple[str, list[str]]]:
        """What is known of the event, by property; "when did A and B ask" asks for the times of each."""
        if asked != "schema:startDate":
            return [(_alike(p), [str(node)]) for p, node in fixed]
        found: dict[str, list[str]] = {}
        for property_, node in fixed:
            found.setdefault(_alike(property_), []).append(str(node))
        return list(found.items())

    @property
    def variable(self) -> str:
        """What is asked for; in a question for yes or no any value will do."""
        return "?answer" if self.restated.name else "?any"

    def _asked(self, event: Event, roles: list[tuple[str, str | None]]) -> str:
        """The properties that the answer may be the value of; "" if the event is not asked for."""
        if not self.restated.name:
            return "sem:eventType" if self.restated.verb in ("*", event.lemma.split(" ")[0]) else ""
        if event.time is not None and YEAR in (event.time.start, event.time.end):
            return "schema:startDate"
        counted = sorted(f.property for f in event.figures if f"{f.value:g}" == NUMBER)
        if counted:
            return ", ".join(dict.fromkeys(["kg:size", *counted]))
        asked = [p for p, n in roles if n == "?answer"]
        if not asked:
            return ""
        return "schema:location, schema:recipient" if self.restated.where else _alike(asked[0])

    def _pattern(self, lines: list[str], *, loose: bool = False, every: bool = False, whole: bool = False) -> Pattern:
        kind = CLASSES.get(self.restated.kind or ("place" if self.restated.where else ""))
        lines = [*lines, *([f"?answer a {kind} ."] if kind else []), *PASSAGE]
        if self.restated.name:
            lines.append("OPTIONAL { ?answer rdfs:label ?label }")
        answers = "?answer ?label " if self.restated.name else ""
        event = "?e " if any("?e ;" in line for line in lines) else ""
        selected = f"{answers}{event}?quote ?factuality ?speaker ?outlet ?title"
        body = "".join(f"  {line}\n" for line in lines)
        return Pattern(f"SELECT DISTINCT {selected} {{\n{body}}} ORDER BY {answers}?quote", loose, every, whole)

    def _value(self, relation: Relation) -> str | None:
        value = relation.object
        if value.kind == "node":
            return self._node(value.value)
        if not self.restated.name:
            return "?value"
        return "?answer" if self.restated.name in (value.value, value.text) else None

    def _those(self, local: str) -> str | None:
        """What stands for a local entity in an event: all that are called so where it has no name ("soldiers")."""
        entity = self.entities.get(local)
        if entity is None or entity.named or local in self.asked:
            return self._node(local)
        name = literal(entity.name.lower())
        rows = self.graph.rows(
            f"SELECT DISTINCT ?x {{ ?x a sem:Actor ; rdfs:label ?n FILTER (LCASE(?n) = {name}) }} ORDER BY ?x"
        )
        return ", ".join(f"<{row[0]}>" for row in rows) or self._node(local)

    def _node(self, local: str) -> str | None:
        """What stands for a local entity: the variable, an IRI, "" if it has no name, None if nothing is called so."""
        if local in self.asked:
            return "?answer"
        entity = self.entities.get(local)
        if entity is None:
            return None
        for name in (entity.name, *entity.aliases):
            if name in self.masks:
                return f"<{self.masks[name]}>"
            try:
                found = self.graph.resolve(name)
            except QueryError:
                continue
            if found:
                return f"<{found[0]}>"
        return None if entity.named else ""


def _told(relations: Sequence[Relation]) -> Sequence[Relation]:
    """The relations without those that only follow from another ("the capital of Chad" is in Chad)."""
    return [r for r in relations if r.property not in FOLLOWING] or relations


def _kind(event: Event) -> str:
    return "?kind" if event.lemma in EITHER else f"et:{_top(event)}"


def _top(event: Event) -> str:
    return Schema.load().top_type(event.type)


def _one_each(roles: list[tuple[str, str | None]]) -> Iterator[tuple[str, str | None]]:
    """Each thing once: a place entered is the event's object as well as its location."""
    seen: set[str | None] = set()
    for property_, node in roles:
        if node not in seen:
            seen.add(node)
            yield property_, node


def _alike(name: str) -> str:
    """A role with those that another wording would give: whom something is done to, or at whom it is directed."""
    return name if name in ("schema:agent", "schema:instrument") else ", ".join(OTHERS)
