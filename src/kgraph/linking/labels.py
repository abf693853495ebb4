"""A cluster of event mentions in, an occurrence out: its slug and a label to read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgraph.linking.deeds import AGENT, LOCATION, MOVING, PLACE, Cluster, Deed
from kgraph.linking.nodes import Nodes
from kgraph.linking.slugs import slug
from kgraph.linking.triggers import gerund, is_noun, is_passive, third_person
from kgraph.linking.wording import said_after, said_aim, said_before
from kgraph.model import Event, Occurrence

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PHYSICAL = ("MOBILIZE", "AID", "ASSAULT", "COERCE")  # types whose goal is where they happen
GOING = ("MOBILIZE", "MOVE")  # types whose places are where somebody goes
HARM = ("kg:killed", "kg:injured", "kg:detained")
MUTUAL = ("CONSULT", "COOPERATE")  # types of what is done with somebody
ADDRESSED = ("address", "speech", "letter", "message", "lecture", "sermon")  # … but these
SAYING = ("say", "claim", "insist", "state", "tell", "allege", "declare")  # verbs of an accusation in other words
UNWILLED = ("DIE",)  # types that nobody does
TRANSITIVE = ("kill", "claim", "leave", "find")  # their verbs whose subject is not who dies
HARMING = ("ASSAULT", "COERCE", "DIE")
OF_ITSELF = ("explode", "detonate", "go off", "erupt", "die", "drown", "perish", "raid", "storm")
COUNTS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "many", "several"}
)
INTRANSITIVE = ("DIE", "MOVE", "LEAVE-OFFICE", "RETREAT")  # whose doer an "of" names: "the death of"
SPREADING = "spreading"  # the rule of events that another sentence calls by their own word
PREPOSITIONS = "to|with|for|against|from|on|upon|at|into|over|of"


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


def _first(deed: Deed, role: str) -> str:
    """The node that a sentence names first in a role."""
    return next((node for r, node in deed.roles if r == role), "")


def _day(cluster: Cluster) -> str:
    """The most exact start that most deeds give, "" if none gives one."""
    votes = Counter(d.event.time.start for d in cluster.deeds if d.event.time and d.event.time.start)
    return min(votes, key=lambda d: (-len(d), -votes[d], d), default="")


def _label(cluster: Cluster, nodes: Nodes) -> str:
    deed = min(cluster.deeds, key=lambda d: _plainness(d, nodes))
    roles = (AGENT, "schema:object", "schema:recipient")
    agent, thing, whom = (_first(deed, r) or _main(cluster, r) for r in roles)
    if deed.top == MOVING and _first(deed, AGENT) and not _first(deed, "schema:object"):
        thing = ""  # who arrives is elsewhere sent
    place = _main(cluster, LOCATION)
    named = [_named(cluster, deed, n, nodes) for n in (agent, thing, whom if whom != thing else "")]
    said = _event_noun(deed.event, *named) if is_noun(deed.event) else _clause(deed.event, *named)
    where = nodes.short(place) if place else ""
    placed = where in said or re.search(r"\b(?:in|at|near|off|outside) [A-Z]\w+(?: [A-Z]\w+)*$", said)
    there = f" in {where}" if where and not placed and place not in (agent, thing, whom) else ""
    when = readable(_day(cluster))
    said = said[:1].upper() + said[1:]
    return said + there + (f", {when}" if when and when not in said else "")


@dataclass(frozen=True, slots=True)
class _Named:
    """A role's filler as the label names it, the preposition that a sentence puts before it, its number, and whether
    the sentence that the label follows has it in that role."""

    name: str = ""
    preposition: str = ""
    plural: bool = False
    own: bool = False
    place: bool = False
    head: str = ""
    common: bool = False

    def after(self, preposition: str) -> str:
        """A blank, the preposition and the name; nothing for an empty role."""
        return f" {preposition} {self.name}".replace("  ", " ") if self.name else ""


def _named(cluster: Cluster, deed: Deed, node: str, nodes: Nodes) -> _Named:
    if not node:
        return _Named()
    entity = nodes.entities[node]
    said = (entity.name, *entity.aliases, *([] if entity.named else entity.name.split()[-1:]))
    forms = "|".join(re.escape(n) for n in sorted(said, key=len, reverse=True))
    told = (deed, *(d for d in cluster.deeds if node in d.fillers()))
    found = next((p for d in told if (p := _preposition(d.event, forms))), "")
    plural = nodes.family(node) == "foaf:Group" or (not entity.named and entity.name.endswith("s"))
    body = nodes.family(node) == "schema:Organization"
    article = body and any(re.search(rf"\b[Tt]he (?:{forms})\b", d.event.evidence.quote) for d in told)
    name = (
        f"the {nodes.short(node)}"
        if article and not nodes.short(node).lower().startswith("the ")
        else nodes.short(node)
    )
    head = name.removeprefix("the ") if entity.named else name.split()[-1]
    return _Named(
        name,
        found,
        plural,
        own=node in deed.fillers(),
        place=nodes.family(node) == PLACE,
        head=head,
        common=not entity.named,
    )


def _preposition(event: Event, forms: str) -> str:
    """The preposition before one of the names, behind the trigger."""
    said = event.evidence.quote[max(0, event.trigger.end - event.evidence.start) :]
    name = re.search(rf"\b(?:{forms})\b", said)
    before = said[: name.start()] if name else ""
    found = re.search(rf"\b({PREPOSITIONS})\s+(?:(?!(?:{PREPOSITIONS})\b)[\w'’‘-]+\s+){{0,3}}$", before)
    return found[1] if found else ""


def _plainness(deed: Deed, nodes: Nodes) -> tuple[bool, bool, bool, bool, int, str, int]:
    doer = _first(deed, AGENT)
    return (
        bool(deed.event.factuality),
        not deed.event.lemma,
        deed.event.rule == SPREADING,
        bool(doer) and not nodes.entities[doer].named,
        -len(deed.roles),
        deed.article.path,
        deed.event.trigger.start,
    )


def _event_noun(event: Event, agent: _Named, thing: _Named, whom: _Named) -> str:
    """ "Request by Virta to the Council"; with nobody in it the words that follow: "Clashes along the border"."""
    noun = " ".join(event.trigger.quote.split())
    if not (agent.name or thing.name or whom.name):
        after = said_after(event)
        noun += f" {after}" if after.partition(" ")[0] in PREPOSITIONS.split("|") else ""
    if event.type.startswith(UNWILLED) and thing.name:
        return noun + thing.after("of")
    alone = "of" if event.type.startswith(INTRANSITIVE) and not thing.name else "by"
    by = "between" if agent.preposition == "between" else alone
    mutual = event.type.startswith(MUTUAL) and event.lemma not in ADDRESSED
    to = "in" if whom.place and event.type.startswith(PHYSICAL) else "with" if mutual else "to"
    return noun + thing.after(thing.preposition or "of") + agent.after(by) + whom.after(whom.preposition or to)


def _clause(event: Event, agent: _Named, thing: _Named, whom: _Named) -> str:
    trigger = event.trigger.quote.lower()
    if agent.name and whom.name and event.type.startswith("ACCUSE") and event.lemma in SAYING:
        return f"{agent.name} {'accuse' if agent.plural else 'accuses'} {whom.name}"
    if agent.name:
        verb = event.lemma if agent.plural else third_person(event.lemma)
        return f"{agent.name} {verb}{_complement(event, agent, thing, whom)}"
    undergoer = thing if thing.name else whom
    undergoer = replace(undergoer, name=_counted(event, undergoer))
    if undergoer.name and event.type.startswith(UNWILLED) and not is_passive(event):
        return f"{undergoer.name} {_suffers(event, plural=undergoer.plural)}"
    active = trigger in (event.lemma, third_person(event.lemma)) or trigger.endswith("ing")
    if undergoer.name and not active and (is_passive(event) or not undergoer.preposition):
        particle = event.lemma.partition(" ")[2] if " " not in trigger else ""
        be = "are" if undergoer.plural else "is"
        said = f"{undergoer.name} {be} {trigger} {particle}".rstrip()
        return said + (whom.after(whom.preposition) if thing.name else "")
    return _doing(event, thing, whom)


def _counted(event: Event, undergoer: _Named) -> str:
    """The name of a nameless group with the number of them that the event harmed: "at least 12 people"."""
    count = next((f for f in event.figures if f.property in HARM and undergoer.plural and undergoer.common), None)
    return f"{count.hedge} {count.value:,.0f} {undergoer.name}".lstrip() if count is not None else undergoer.name


def _suffers(event: Event, *, plural: bool) -> str:
    """What is said of whom it happens to: "dies in Oslo", "are killed"."""
    if event.lemma in TRANSITIVE:
        return f"{'are' if plural else 'is'} killed"
    verb = event.lemma if plural else third_person(event.lemma)
    return f"{verb} {_said(event)}".rstrip()


def _doing(event: Event, thing: _Named, whom: _Named) -> str:
    """The verb as a noun, where nobody is said to do it: "Rolling into Prague", "Seizing of the bank"."""
    trigger = event.trigger.quote.lower()
    noun = trigger if trigger.endswith("ing") and trigger.isalpha() else gerund(event.lemma)
    if not (thing.name or whom.name):
        return _told(event) or f"{noun[:1].upper()}{noun[1:]} {_said(event)}".strip()
    behind = whom if thing.name else _Named()
    first = thing if thing.name else whom
    return noun[:1].upper() + noun[1:] + first.after(first.preposition or "of") + behind.after(behind.preposition)


def _told(event: Event) -> str:
    """What the sentence says it of, and the verb: "Three data lines are cut"; "" where it says it of nobody."""
    subject, trigger = said_before(event), event.trigger.quote.lower()
    if not subject or trigger.endswith("ing"):
        return ""
    several = re.search(r"[^s]s$", subject) is not None
    if is_passive(event) or (
        trigger.endswith("ed") and event.type.startswith(HARMING) and event.lemma not in OF_ITSELF
    ):
        return f"{subject} {'are' if several or subject.lower() in COUNTS else 'is'} {trigger}"
    return f"{subject} {event.lemma if several else third_person(event.lemma)} {_said(event)}".rstrip()


def _complement(event: Event, agent: _Named, thing: _Named, whom: _Named) -> str:
    """What follows the verb: the sentence's own words if they name the roles, else the roles, else the words."""
    words = "" if is_passive(event) or not agent.own else _said(event)
    named = [r for r in (thing, whom) if r.name and r.name != agent.name]
    aim = f" {said_aim(event)}".rstrip() if event.type.startswith("REQUEST") else ""
    if words and all(r.own and r.head in words for r in named):
        return f" {words}" + (aim if aim not in f" {words}" else "")
    # "deploys troops", whatever a noun had
    goal = "to" if event.type.startswith(GOING) else ""
    return "".join(r.after(r.preposition.replace("of", "") or (goal if r.place else "")) for r in named) + aim


def _said(event: Event) -> str:
    """What follows the verb and its particle."""
    return said_after(event).removeprefix(event.lemma.partition(" ")[2]).strip()


def readable(day: str) -> str:
    """A partial ISO date in words: "2022-01-05" → "5 January 2022"."""
    parts = [int(p) for p in day.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) else []
    words = [str(parts[2])] if len(parts) > 2 else []
    return " ".join([*words, *([MONTHS[parts[1] - 1]] if len(parts) > 1 else []), *(map(str, parts[:1]))])
