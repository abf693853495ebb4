"""A corpus in, triples out: the layout of the graph, with its rules R1 to R4.

R1: a triple of a fact property stands in the graph if and only if some statement asserts it. R2: every event is a
sem:Event, and a schema:Event if and only if some article asserts something of it. R3: an article that mentions a
thing says so with schema:mentions. R4: who takes part in an event, speaks, or is a person, organisation, group or
state is a sem:Actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import pyoxigraph as ox

from kgraph.graph.terms import clean, day, decimal, integer, iri, named, same_as, term, text
from kgraph.model import Article, Corpus, Entity, Evidence, Fact, Mention, Statement

Pair = tuple[str, ox.NamedNode | ox.Literal | None]

ACTORS = frozenset(("schema:Person", "schema:Organization", "schema:Country", "foaf:Group"))
PARTICIPANTS = frozenset(("schema:agent", "schema:recipient", "schema:participant", "kg:mediatedBy", "kg:instigatedBy"))
POSITIONS = frozenset(("schema:worksFor", "schema:memberOf", "schema:affiliation"))
EVENTS = frozenset(("sem:Event", "schema:Event"))
PAST = ("former ", "late ")  # how the name of a position begins that its holder has left
TRUE = ox.Literal(True)
MENTION_ORDER = {"name": 0, "nominal": 1, "pronoun": 2}


@dataclass(frozen=True)
class Layout:
    """How a corpus is written down: `triples()` yields all of it, in no order and some of it twice.

    `base` is the IRI that all nodes start with; `texts` puts the text of each article into the graph.
    """

    corpus: Corpus
    base: str
    software: str
    model: str
    texts: bool = False

    def triples(self) -> Iterator[ox.Triple]:
        """Everything that the corpus holds, as triples of one graph."""
        for article in self.corpus.articles:
            yield from self.article(article)
        for entity in self.corpus.entities:
            yield from self.entity(entity)
        yield from self.occurrences()
        yield from self.mentions()
        for fact in self.facts.values():
            yield from self.fact(fact)
        for claim in self.claims:
            yield from self.claim(claim)
        for old, new in self.corpus.contradictions:
            yield from self.contradiction(old, new)
        yield from self.process()

    # ---- what more than one part needs to know

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts by id, without those whose object is not what it says it is (a 31st of February)."""
        return {f.id: f for f in self.corpus.facts if term(f.object, self.base) is not None}

    @cached_property
    def claims(self) -> Sequence[Statement]:
        """The statements that have a speaker: a claim is somebody's."""
        return [c for c in self.corpus.statements if c.speaker]

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """Ids of the nodes that statements have as their subject."""
        return frozenset(f.subject for f in self.facts.values())

    @cached_property
    def asserted(self) -> frozenset[str]:
        """Ids of the nodes of which some article asserts something."""
        return frozenset(f.subject for f in self.facts.values() if f.asserted)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Ids of the nodes that take part in an event, speak or are spoken to (R4)."""
        found = {f.object.value for f in self.facts.values() if f.property in PARTICIPANTS and f.object.kind == "node"}
        found |= {f.speaker for f in self.facts.values() if f.speaker}
        return frozenset(found | {x for c in self.claims for x in (c.speaker, c.addressee) if x})

    @cached_property
    def metadata(self) -> Mapping[str, str]:
        """The entity ids of the names in article metadata."""
        return dict(reversed(self.corpus.metadata))

    @cached_property
    def run(self) -> ox.NamedNode:
        """The run, named after what went in, so that equal builds are equal to the byte."""
        known = [*sorted(a.sha256 for a in self.corpus.articles), self.software, self.model]
        return iri(f"{self.base}run/", sha256("\n".join(known).encode()).hexdigest()[:8])

    def published(self, article: str) -> str:
        """The day of an article, "" where it does not tell."""
        known = self.first_file.get(article)
        return known.published if known is not None else ""

    def node(self, name: str) -> ox.NamedNode:
        """The IRI of an entity or event."""
        return iri(f"{self.base}id/", name)

    def document(self, article: str) -> ox.NamedNode:
        """The IRI of an article."""
        return iri(f"{self.base}doc/", article)

    def part(self, article: str, fragment: str) -> ox.NamedNode:
        """The IRI of a statement or claim: "fact-…" or "claim-…" of its article."""
        return iri(f"{self.document(article).value}#", fragment)

    def passage(self, evidence: Evidence) -> ox.NamedNode:
        """The IRI of a passage, with its offsets (RFC 5147)."""
        return ox.NamedNode(f"{self.document(evidence.article).value}#char={evidence.start},{evidence.end}")

    # ---- documents

    def article(self, article: Article) -> Iterator[ox.Triple]:
        """An article with its metadata; a text that lies in two files is one article with two sources."""
        document = self.document(article.id)
        yield from _triples(document, [("dcterms:source", text(article.path))])
        if self.first_file[article.id] is not article:
            return
        kinds = ["schema:NewsArticle"] if article.kind.endswith("NewsArticle") else []
        types = ["schema:Article", *kinds, article.kind, "nif:Context"]
        yield from _triples(document, [("rdf:type", named(t)) for t in types])
        yield from _triples(document, self.imprint(article))
        yield from _triples(document, [("schema:isBasedOn", self.document(o)) for o in self.originals(article.id)])

    def imprint(self, article: Article) -> Iterator[Pair]:
        """What an article says of itself: title, outlet, where it is taken from, people, date."""
        yield "rdfs:label", text(article.title or article.path)
        yield "schema:headline", text(article.title) if article.title else None
        yield "schema:sha256", text(article.sha256)
        yield "schema:inLanguage", text(article.language)
        yield "schema:datePublished", day(article.published)
        yield "schema:url", same_as(article.url)
        yield "nif:isString", text(article.text) if self.texts else None
        yield "schema:creditText", text(article.credited) if article.credited else None
        yield from (("schema:publisher", x) for x in self.known(article.outlet))
        yield from (("schema:sourceOrganization", x) for x in self.known(article.credited))
        yield from (("schema:author", x) for name in article.authors for x in self.known(name))
        yield from (("schema:translator", x) for name in article.translators for x in self.known(name))

    @cached_property
    def first_file(self) -> Mapping[str, Article]:
        """Of the files with one text the one whose metadata count."""
        return {a.id: a for a in sorted(self.corpus.articles, key=lambda a: a.path, reverse=True)}

    def originals(self, article: str) -> Iterator[str]:
        """The ids of the articles that an article restates."""
        return (original for copy, original in self.corpus.copies if copy == article != original)

    def known(self, name: str) -> Iterator[ox.NamedNode]:
        """The node behind a name of the metadata, if there is one."""
        if name in self.metadata:
            yield self.node(self.metadata[name])

    def sentence(self, evidence: Evidence) -> Iterator[ox.Triple]:
        """The passage that proves a statement or claim."""
        yield from self.quote(evidence, "nif:Phrase" if evidence in self.long_passages else "nif:Sentence")

    def quote(self, evidence: Evidence, kind: str) -> Iterator[ox.Triple]:
        """A passage with its exact words and offsets."""
        yield from _triples(
            self.passage(evidence),
            [
                ("rdf:type", named(kind)),
                ("nif:beginIndex", integer(evidence.start)),
                ("nif:endIndex", integer(evidence.end)),
                ("nif:anchorOf", text(evidence.quote)),
                ("nif:referenceContext", self.document(evidence.article)),
            ],
        )

    @cached_property
    def long_passages(self) -> frozenset[Evidence]:
        """The evidence that is longer than a sentence: evidence is made of whole sentences, and this holds another."""
        found: dict[str, set[Evidence]] = {}
        proofs = [f.evidence for f in self.facts.values()] + [c.evidence for c in self.claims]
        for evidence in proofs:
            found.setdefault(evidence.article, set()).add(evidence)
        return frozenset(x for same in found.values() for x in same for y in same if _holds(x, y))

    def mentions(self) -> Iterator[ox.Triple]:
        """The places where entities and events are spoken of (R3); of two in one place the clearer one is named."""
        taken: dict[ox.NamedNode, str] = {}
        for mention in sorted(self.corpus.mentions, key=_clearest_first):
            passage, node = self.passage(mention.evidence), self.node(mention.entity)
            yield from _triples(self.document(mention.evidence.article), [("schema:mentions", node)])
            if taken.setdefault(passage, mention.entity) == mention.entity:
                yield from self.quote(mention.evidence, "nif:Phrase")
                yield from _triples(passage, [("itsrdf:taIdentRef", node)])

    # ---- the world

    def entity(self, entity: Entity) -> Iterator[ox.Triple]:
        """An entity with its types and names."""
        node = self.node(entity.id)
        types = [t for t in entity.types if t not in EVENTS] + list(self.event_types(entity.id, entity.types))
        if entity.id in self.actors or ACTORS.intersection(types):
            types.append("sem:Actor")
        name = clean(entity.name)
        yield from _triples(node, [("rdf:type", named(t)) for t in types or ["schema:Thing"]])
        yield from _triples(node, [("rdfs:label", text(name)), ("schema:name", text(name))])
        yield from _triples(node, [("schema:alternateName", text(a)) for a in entity.aliases if clean(a) != name])
        yield from _triples(node, [("schema:sameAs", same_as(x)) for x in entity.same_as])
        yield from _triples(node, [("kg:unnamed", TRUE)] if not entity.named else [])

    def event_types(self, name: str, types: Sequence[str] = ("sem:Event",)) -> Iterator[str]:
        """The event classes of a node (R2): none if it is no event or nothing is said of it."""
        if not EVENTS.intersection(types) or name not in self.spoken_of:
            return
        yield "sem:Event"
        if name in self.asserted:
            yield "schema:Event"

    def occurrences(self) -> Iterator[ox.Triple]:
        """The events; one with a name of its own has its label as an entity."""
        entities = {e.id for e in self.corpus.entities}
        for event in self.corpus.occurrences:
            node = self.node(event.id)
            yield from _triples(node, [("rdf:type", named(t)) for t in self.event_types(event.id)])
            if event.id not in entities:
                yield from _triples(node, [("rdfs:label", text(event.label))])
            others = [a for a in event.aliases if clean(a) != clean(event.label)]
            yield from _triples(node, [("schema:alternateName", text(a)) for a in others])

    # ---- statements and claims

    def fact(self, fact: Fact) -> Iterator[ox.Triple]:
        """A statement with its evidence, and the direct triple if it is asserted (R1)."""
        statement, subject = self.part(fact.article, f"fact-{fact.id}"), self.node(fact.subject)
        value = term(fact.object, self.base)
        if fact.asserted:
            yield from _triples(subject, [(fact.property, value)])
        yield from _triples(
            statement,
            [
                ("rdf:type", named("rdf:Statement")),
                ("rdf:subject", subject),
                ("rdf:predicate", named(fact.property)),
                ("rdf:object", value),
            ],
        )
        yield from _triples(statement, self.qualifiers(fact))
        yield from self.origin(statement, fact)

    def qualifiers(self, fact: Fact) -> Iterator[Pair]:
        """What limits a statement: how sure, whose word, in which position, from when to when."""
        if fact.role and fact.property in POSITIONS:
            yield "rdf:type", named("schema:OrganizationRole")
        yield "schema:roleName", text(fact.role) if fact.role else None
        yield "kg:factuality", named(f"fact:{fact.factuality}") if fact.factuality else None
        yield "kg:hedge", text(fact.hedge) if fact.hedge else None
        yield "prov:wasAttributedTo", self.node(fact.speaker) if fact.speaker else None
        yield "sem:hasBeginTimeStamp", day(fact.start)
        yield "sem:hasEndTimeStamp", day(fact.end)
        if not fact.end and fact.role.startswith(PAST):
            yield "sem:hasLatestEndTimeStamp", day(self.published(fact.article))

    def origin(self, node: ox.NamedNode, made: Fact | Statement) -> Iterator[ox.Triple]:
        """Where a statement or claim comes from: its passage, the run, the rule, and how often the rule is right."""
        yield from self.sentence(made.evidence)
        yield from _triples(
            node,
            [
                ("prov:wasDerivedFrom", self.passage(made.evidence)),
                ("prov:wasGeneratedBy", self.run),
                ("kg:rule", text(made.rule) if made.rule else None),
                ("nif:confidence", decimal(made.confidence)),
            ],
        )

    def claim(self, claim: Statement) -> Iterator[ox.Triple]:
        """Who says what, in which words."""
        node = self.part(claim.evidence.article, f"claim-{claim.id}")
        yield from _triples(node, [("rdf:type", named("schema:Claim"))])
        yield from _triples(node, self.wording(claim))
        yield from self.origin(node, claim)

    def wording(self, claim: Statement) -> Iterator[Pair]:
        """What is known of a claim; of one that the article denies ("never said that …") that too."""
        article = claim.evidence.article
        yield "rdf:type", named("schema:Quotation") if claim.kind == "direct" else None
        yield "schema:author", self.node(claim.speaker)
        yield "kg:cue", text(claim.cue.quote)
        yield "schema:text", text(claim.content.quote)
        yield "schema:audience", self.node(claim.addressee) if claim.addressee else None
        yield "kg:factuality", named("fact:negative") if claim.negated else None
        yield "kg:hedge", text(claim.hedge) if claim.hedge else None
        yield "schema:isPartOf", self.part(article, f"claim-{claim.parent}") if claim.parent else None
        yield from (("schema:about", self.node(x)) for x in claim.about)
        facts = self.contents.get((article, claim.id), ())
        yield from (("kg:content", self.part(article, f"fact-{x}")) for x in facts)

    @cached_property
    def contents(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The ids of the facts that a claim has as its content, by article and claim."""
        found: dict[tuple[str, str], list[str]] = {}
        for fact in self.facts.values():
            if fact.claim:
                found.setdefault((fact.article, fact.claim), []).append(fact.id)
        return found

    def contradiction(self, one: str, other: str) -> Iterator[ox.Triple]:
        """Two statements that cannot both hold, written in both directions."""
        if one not in self.facts or other not in self.facts or one == other:
            return
        nodes = [self.part(self.facts[f].article, f"fact-{f}") for f in (one, other)]
        yield from _triples(nodes[0], [("kg:contradicts", nodes[1])])
        yield from _triples(nodes[1], [("kg:contradicts", nodes[0])])

    # ---- process

    def process(self) -> Iterator[ox.Triple]:
        """The run with the software and the model that it used; no clock, so that equal builds are equal."""
        software, model = self.tool("software", self.software), self.tool("model", self.model)
        yield from _triples(
            self.run,
            [
                ("rdf:type", named("prov:Activity")),
                ("rdfs:label", text(f"{self.software}, {self.model}")),
                ("prov:wasAssociatedWith", software),
                ("prov:used", model),
            ],
        )
        yield from _program(software, "prov:SoftwareAgent", self.software)
        yield from _program(model, "prov:Entity", self.model)

    def tool(self, folder: str, name: str) -> ox.NamedNode:
        """The IRI of a program by its name and version ("kgraph 0.1.0")."""
        return iri(f"{self.base}{folder}/", name.replace(" ", "-"))


def _program(node: ox.NamedNode, kind: str, name: str) -> Iterator[ox.Triple]:
    types: list[Pair] = [("rdf:type", named(kind)), ("rdf:type", named("schema:SoftwareApplication"))]
    version = name.rpartition(" ")[2]
    return _triples(node, [*types, ("rdfs:label", text(name)), ("schema:softwareVersion", text(version))])


def _holds(evidence: Evidence, other: Evidence) -> bool:
    return evidence.start <= other.start and other.end <= evidence.end and evidence != other


def _clearest_first(mention: Mention) -> tuple[Evidence, int, str]:
    return mention.evidence, MENTION_ORDER[mention.kind], mention.entity


def _triples(subject: ox.NamedNode, pairs: Iterable[Pair]) -> Iterator[ox.Triple]:
    return (ox.Triple(subject, named(p), o) for p, o in pairs if o is not None)
