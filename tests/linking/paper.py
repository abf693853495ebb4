"""Hand-made articles with what was read out of them: names are found in the text, nothing is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.linking import link
from kgraph.model import (
    Article,
    Corpus,
    Entity,
    Event,
    Evidence,
    Extraction,
    Factuality,
    Figure,
    Mention,
    Relation,
    Statement,
    Time,
    Value,
)
from kgraph.schema import EventType, Name, Property, Schema

PERSON, BODY, PLACE, CITY, STATE, COUNTRY, GROUP, EVENT = (
    "schema:Person", "schema:Organization", "schema:Place", "schema:City", "schema:State", "schema:Country",
    "foaf:Group", "sem:Event",
)  # fmt: skip
MINISTRY, OUTLET = "kg:Ministry", "schema:NewsMediaOrganization"
CLASSES = {
    **{c: (c,) for c in (PERSON, BODY, PLACE, GROUP, EVENT)},
    **{c: (c, PLACE) for c in (CITY, STATE, COUNTRY)},
    **{c: (c, BODY) for c in (MINISTRY, OUTLET)},
}
NAMES = (
    Name("Finland", "country", (COUNTRY,), ("Republic of Finland",), (), ("Finnish",), ("Finns",), "Helsinki",
         metonyms=("Arkadia Hill",), country="FI"),
    Name("Helsinki", "city", (CITY,), ("Helsingfors",), country="FI"),
    Name("Georgia", "country", (COUNTRY,), ("Republic of Georgia",), adjectives=("Georgian",), country="GE"),
    Name("Nordic Council of Ministers", "organisation", (BODY,), acronyms=("NCM",)),
    Name("Old Finland", "country", (COUNTRY,), capital="Helsinki", country="X-FI", former=True),
    Name("Helsinki", "city", (CITY,), country="X-FI"),
    Name("The Nordic Post", "outlet", (OUTLET,), ("Nordic Post",), country="FI"),
)  # fmt: skip
TYPES = {
    t: EventType(t, t.lower(), above)
    for t, above in {
        "VERBAL": "", "REQUEST": "VERBAL", "REQUEST-assist": "REQUEST", "REQUEST-meet": "REQUEST", "COERCE": "VERBAL",
        "COERCE-arrest": "COERCE", "PROTEST": "VERBAL", "PROTEST-strike": "PROTEST", "CONSULT": "VERBAL",
    }.items()
}  # fmt: skip
SCHEMA = Schema(
    path=Path(), classes=CLASSES, event_types=TYPES, names=NAMES, offices=(), modifiers={}, given_names={},
    properties={"schema:foundingDate": Property("schema:foundingDate", "founded", one_valued=True),
                "schema:worksFor": Property("schema:worksFor", "works for")},
    words={"bounds": {"about": ("about", "nearly"), "at_least": ("more than",), "at_most": ("up to",)},
           "kinds": {"opposed": ("spontaneous|organised", "spontaneous|instigated", "grievance|instigated")},
           "denials": {"other_times": ("before",), "prevented": ("thwart", "refus")},
           "harms": {"slide": ("landslide", "mudslide"), "arms": ("clash", "shooting")},
           "alike": {"founding": ("found", "set up"), "resigning": ("resign",), "forces": ("troops", "force", "paratrooper")}},
    relations=(), events=(), statements=(), version="test",
)  # fmt: skip


@dataclass
class Paper:
    """An article under construction; every method returns what it wrote down."""

    text: str
    path: str = "a.txt"
    head: dict[str, object] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    @property
    def article(self) -> Article:
        ranges = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text))
        return Article(path=self.path, text=self.text, ranges=ranges, **self.head)  # type: ignore[arg-type]

    @property
    def extraction(self) -> Extraction:
        parts = (self.entities, self.mentions, self.relations, self.events, self.statements)
        return Extraction(self.article.id, *map(tuple, parts))  # type: ignore[arg-type]

    def passage(self, words: str) -> Evidence:
        start = self.text.index(words)
        return Evidence(self.article.id, start, start + len(words), words)

    def line(self, words: str) -> Evidence:
        at = self.text.index(words)
        return self.passage(next(line for line in self.text[self.text.rfind("\n", 0, at) + 1 :].split("\n")))

    def entity(self, kind: str, name: str, *aliases: str, named: bool = True) -> str:
        local = f"e{len(self.entities)}"
        self.entities.append(Entity(local, (kind,), name, aliases, named))
        for form in (name, *aliases):
            if form in self.text:
                found = self.passage(form)
                self.mentions.append(Mention(local, "name" if named else "nominal", found, (found.start, found.end)))
        return local

    def relation(self, name: str, subject: str, value: Value | str, words: str, **more: object) -> Relation:
        found, value = self.passage(words), Value("node", value) if isinstance(value, str) else value
        anchor = (found.start, found.end)
        self.relations.append(Relation(name, subject, value, self.line(words), anchor, **more))  # type: ignore[arg-type]
        return self.relations[-1]

    def event(
        self, kind: str, trigger: str, lemma: str = "", *, day: str = "", figure: tuple[str, float, str] | None = None,
        factuality: Factuality = "", statement: str = "", name: str = "", **roles: str,
    ) -> Event:  # fmt: skip
        found = self.passage(trigger)
        self.events.append(
            Event(
                f"v{len(self.events)}", kind, found, self.line(trigger), lemma or trigger,
                tuple((f"schema:{role}", local) for role, local in roles.items()),
                Time(day, day, found) if day else None,
                (Figure(figure[0], figure[1], figure[2], found),) if figure else (),
                factuality, statement=statement, name=name,
            )
        )  # fmt: skip
        return self.events[-1]

    def statement(self, speaker: str, cue: str, content: str, **more: object) -> str:
        local = f"s{len(self.statements)}"
        parts = self.passage(cue), self.passage(content)
        self.statements.append(Statement(local, speaker, *parts, "indirect", self.line(cue), **more))  # type: ignore[arg-type]
        return local


def corpus(*papers: Paper) -> Corpus:
    return link([p.article for p in papers], [p.extraction for p in papers], schema=SCHEMA)


def names(*given: tuple[str, str] | tuple[str, str, str]) -> Corpus:
    """A corpus in which each article names one thing, (class, name, further names)."""
    papers = []
    for n, (kind, *forms) in enumerate(given):
        paper = Paper(f"Report {n}. {', '.join(forms)}.", f"{n}.txt")
        paper.entity(kind, *forms)
        papers.append(paper)
    return corpus(*papers)
