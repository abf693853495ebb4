"""A cluster of event mentions in, an occurrence out: its slug and a label to read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.linking.events import AGENT, LOCATION, Cluster, Deed
from kgraph.linking.nodes import Nodes
from kgraph.linking.slugs import slug
from kgraph.model import Occurrence

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# closed classes of English after which a word that is both noun and verb is a noun
BEFORE_NOUN = re.compile(r"(?:\b(?:the|an?|this|that|these|those|his|her|its|their|our|my|of|no|any)|['’]s?)\s+$", re.I)
PREPOSITIONS = "to|with|for|against|from|on|upon|at|into|over|of"
NOUN_ENDING = re.compile(r"(?:tion|sion|ment|ence|ance|al|age|ure|ism|ity|ing|ship)s?$")


def occurrence(cluster: Cluster, nodes: Nodes) -> Occurrence:
    """The node of one event; its slug is not yet told apart from others."""
    name = cluster.deeds[0].name
    if name:
        entity = nodes.entities[name]
        return Occurrence(name, entity.name, entity.aliases)
    return Occurrence(_slug(cluster, nodes), _label(cluster, nodes))


def distinct(clusters: Sequence[Cluster], nodes: Nodes) -> list[Occurrence]:
    """The nodes of the clusters, each with an id of its own: one that is shared or says nothing gets a hash behind."""
    found = [occurrence(c, nodes) for c in clusters]
    uses = Counter(o.id for o in found)
    taken = nodes.entities.keys()

    def told(o: Occurrence, c: Cluster) -> Occurrence:
        if c.deeds[0].name or ("-" in o.id and uses[o.id] == 1 and o.id not in taken):
            return o
        return Occurrence(f"{o.id}--{_hash(c)}", o.label, o.aliases)

    return [told(o, c) for o, c in zip(found, clusters, strict=True)]


def _hash(cluster: Cluster) -> str:
    first = min((d.article_id, d.event.trigger.start, d.event.trigger.end, d.event.type) for d in cluster.deeds)
    return hashlib.sha256("/".join(map(str, first)).encode()).hexdigest()[:6]


def _slug(cluster: Cluster, nodes: Nodes) -> str:
    roles = [_main(cluster, AGENT), _main(cluster, "schema:object") or _main(cluster, "schema:recipient")]
    named = [r for r in roles if r] or [r for r in [_main(cluster, LOCATION)] if r]
    parts = [cluster.deeds[0].top.lower(), *(nodes.short_slug(n) for n in named), _day(cluster)]
    return "-".join(slug(p) for p in parts if p)


def _main(cluster: Cluster, role: str) -> str:
    """The node that most deeds have in the role, those that assert it counting first."""
    votes: Counter[str] = Counter()
    for d in cluster.deeds:
        for node in sorted(d.fillers(role)):
            votes[node] += 1 if d.event.factuality else 2
    return min(votes, key=lambda n: (-votes[n], n), default="")


def _day(cluster: Cluster) -> str:
    """The most exact start that most deeds give, "" if none gives one."""
    votes = Counter(d.event.time.start for d in cluster.deeds if d.event.time and d.event.time.start)
    return min(votes, key=lambda d: (-len(d), -votes[d], d), default="")


def _label(cluster: Cluster, nodes: Nodes) -> str:
    deed = min(cluster.deeds, key=_plainness)
    agent, thing, whom, place = (_main(cluster, r) for r in (AGENT, "schema:object", "schema:recipient", LOCATION))
    words = _noun_phrase if is_noun(deed) else _clause
    said = words(deed, *(_named(deed, n, nodes) for n in (agent, thing, whom if whom != thing else "")))
    where = f" in {nodes.short(place)}" if place and place not in (agent, thing, whom) else ""
    when = readable(_day(cluster))
    return said + where + (f", {when}" if when else "")


@dataclass(frozen=True, slots=True)
class _Named:
    """A role's filler as the label names it, and the preposition that the sentence puts before it."""

    name: str = ""
    preposition: str = ""

    def after(self, preposition: str) -> str:
        """A blank, the preposition and the name; nothing for an empty role."""
        return f" {preposition} {self.name}".replace("  ", " ") if self.name else ""


def _named(deed: Deed, node: str, nodes: Nodes) -> _Named:
    if not node:
        return _Named()
    entity = nodes.entities[node]
    forms = "|".join(re.escape(n) for n in sorted((entity.name, *entity.aliases), key=len, reverse=True))
    said = deed.event.evidence.quote[max(0, deed.event.trigger.end - deed.event.evidence.start) :]
    found = re.search(rf"\b({PREPOSITIONS})\s+(?:[\w'’‘-]+\s+){{0,3}}?(?:{forms})\b", said)
    return _Named(nodes.short(node), found[1] if found else "")


def _plainness(deed: Deed) -> tuple[bool, bool, int, str, int]:
    return (
        bool(deed.event.factuality),
        not deed.event.lemma,
        -len(deed.roles),
        deed.article.path,
        deed.event.trigger.start,
    )


def is_noun(deed: Deed) -> bool:
    """Whether the trigger is used as a noun, by its form and the word before it."""
    event = deed.event
    word, lemma = event.trigger.quote.lower(), event.lemma.lower()
    if word not in (lemma, f"{lemma}s"):
        return False
    before = event.evidence.quote[: max(0, event.trigger.start - event.evidence.start)]
    return bool(NOUN_ENDING.search(word) or BEFORE_NOUN.search(before))


def _noun_phrase(deed: Deed, agent: _Named, thing: _Named, whom: _Named) -> str:
    said = deed.event.lemma[:1].upper() + deed.event.lemma[1:]
    return said + thing.after("of") + agent.after("by") + whom.after(whom.preposition or "to")


def _clause(deed: Deed, agent: _Named, thing: _Named, whom: _Named) -> str:
    lemma, trigger = deed.event.lemma, deed.event.trigger.quote
    if agent.name:
        return f"{agent.name} {third_person(lemma)}" + thing.after(thing.preposition) + whom.after(whom.preposition)
    if thing.name and trigger.lower() not in (lemma, f"{lemma}s"):
        return f"{thing.name} {trigger}" + whom.after(whom.preposition)
    return _noun_phrase(deed, agent, thing, whom)


def third_person(lemma: str) -> str:
    """The verb as it follows "she": "call on" → "calls on", "carry" → "carries"."""
    verb, space, rest = lemma.partition(" ")
    if re.search(r"[^aeiou]y$", verb):
        verb = verb[:-1] + "ie"
    elif re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        verb += "e"
    return f"{verb}s{space}{rest}"


def readable(day: str) -> str:
    """A partial ISO date in words: "2022-01-05" → "5 January 2022"."""
    parts = [int(p) for p in day.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) else []
    words = [str(parts[2])] if len(parts) > 2 else []
    return " ".join([*words, *([MONTHS[parts[1] - 1]] if len(parts) > 1 else []), *(map(str, parts[:1]))])
