"""Groups of profiles in, named nodes out: the best name, the class, the slug of each entity of the corpus."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kgraph.linking.names import BASE_LETTERS, clean, is_acronym, person_name, stands_for
from kgraph.linking.profiles import Profile, family
from kgraph.model import Entity
from kgraph.schema import Schema

TWO_NAMES = 2
HYPHENED = re.compile(r"\w+-[a-z]\w*")  # "Chang-yang" is a given name
PERSON, ORGANIZATION = "schema:Person", "schema:Organization"


def slug(name: str) -> str:
    """The name in lower-case ASCII with hyphens; a hash of it where nothing of it is ASCII."""
    letters = unicodedata.normalize("NFKD", clean(name).casefold()).translate(BASE_LETTERS)
    plain = re.sub(r"['‘’ʼ]", "", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or hashlib.sha256(name.encode()).hexdigest()[:8]


def entity(group: Sequence[Profile], schema: Schema) -> Entity:
    """One node for a group, its id still the bare slug of its name."""
    known = next((p.known for p in group if p.known), None)
    types = schema.up(*known.types) if known else schema.up(_leaf(group))
    name = known.name if known else best_name(group, types)
    seen = {n for p in group for n in (*p.names, *(w for w, _ in p.seen))}
    # "Danish" speaks of the state, but it is no name of it
    adjectives = {*known.adjectives} - {*known.aliases, *known.acronyms} if known else set()
    aliases = tuple(sorted(n for n in seen - adjectives if n and n != name))
    same_as = tuple(sorted({s for p in group for s in p.same_as}))
    # the names data keeps the slug the same whether or not an article spells the acronym out
    called = Entity("", types, name, (*aliases, *known.aliases, *known.acronyms) if known else aliases)
    short = short_name(called) if family(types) == ORGANIZATION else name
    return Entity(slug(short), types, name, aliases, named=group[0].named, same_as=same_as)


def _leaf(group: Sequence[Profile]) -> str:
    """The most specific class of the base class that most members have."""
    weights: Counter[str] = Counter()
    # capitals tell a reader of names less than small letters do ("SELM: The council …")
    told = [p for p in group if not all(n.isupper() for n in p.names)] or group
    told = [p for p in group if p.meta] or told  # the head of an article says that it is an outlet, or a person
    for p in told:
        for kind in p.types:
            weights[kind] += 1 + sum(n for _, n in p.seen)
    leading = min(told, key=lambda p: (-weights[p.family], -len(p.types), -weights[p.leaf], p.leaf))
    inside = [p for p in told if p.family == leading.family]
    return min(inside, key=lambda p: (-len(p.types), -weights[p.leaf], p.leaf)).leaf


def best_name(group: Sequence[Profile], types: Sequence[str] = ()) -> str:
    """The fullest name: no acronym, a full name for a person, then what is written most, then the longer."""
    votes: Counter[str] = Counter()
    for p in group:
        votes[p.names[0] if p.names else ""] += 1
        votes.update(dict(p.seen))
    given = {n for p in group for n in p.names[: 1 if not p.named else None]}
    person = family(tuple(types)) == PERSON

    def rank(name: str) -> tuple[int, int, int, int, str]:
        full = len(person_name(name).given) if person else 0
        return is_acronym(name), -min(full, 1), -votes[name], -len(name), name

    return min(given, key=rank, default="")


def short_name(node: Entity) -> str:
    """What a label or a slug calls it by: a person's surname, a body's acronym, else the name."""
    if family(node.types) == PERSON and node.named:
        return person_name(node.name).surname or node.name
    acronyms = sorted(
        (a for a in node.aliases if is_acronym(a) and stands_for(a, node.name)), key=lambda a: (len(a), a)
    )
    return acronyms[0].replace(".", "") if acronyms and family(node.types) == ORGANIZATION else node.name


def label_name(node: Entity) -> str:
    """What a label calls it by: a person as the articles do for short, "van Wyk" with the particle, else in full."""
    if family(node.types) != PERSON or not node.named:
        return short_name(node)
    words = clean(node.name).split()
    used = [a.split() for a in node.aliases if a.split()[-1] in words and len(a.split()) < len(words)]
    called = sorted((a for a in used if a[-1] == words[-1]), key=lambda a: (len(a), a)) or [
        a for a in used if a == words[:1] and HYPHENED.fullmatch(words[-1])
    ]
    if not called and (sum(not w.islower() for w in words) > TWO_NAMES or HYPHENED.fullmatch(words[-1])):
        return node.name  # "López Obrador", "Faki", "Lee": nobody knows which of the names is used alone
    short = called[0] if called else words[-1:]
    start = len(words) - len(short)
    while short[-1] == words[-1] and start > 1 and words[start - 1].islower():
        start -= 1
        short = words[start:]
    return " ".join(short)


def distinct(groups: Sequence[Sequence[Profile]], schema: Schema) -> list[Entity]:
    """The nodes of the groups, each with an id of its own: a shared slug has the class behind it, then the article."""
    nodes = [entity(g, schema) for g in groups]
    slugs = [n.id if n.named else f"{n.id}--{g[0].key[0][:6]}" for n, g in zip(nodes, groups, strict=True)]
    for suffix in (_class_suffix, _article_suffix, _number_suffix):
        slugs = _told_apart(slugs, [suffix(n, g) for n, g in zip(nodes, groups, strict=True)])
    return [Entity(s, n.types, n.name, n.aliases, n.named, n.same_as) for s, n in zip(slugs, nodes, strict=True)]


def _class_suffix(node: Entity, _group: Sequence[Profile]) -> str:
    return slug(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", (node.types or (":thing",))[0].split(":")[-1]))


def _article_suffix(_node: Entity, group: Sequence[Profile]) -> str:
    return min(p.key for p in group)[0][:6]


def _number_suffix(_node: Entity, group: Sequence[Profile]) -> str:
    return hashlib.sha256("/".join(min(p.key for p in group)).encode()).hexdigest()[:6]


def _told_apart(slugs: Sequence[str], suffixes: Sequence[str]) -> list[str]:
    """Slugs that clash get their suffix, if the suffixes tell at least two of them apart."""
    sharing: Mapping[str, list[int]] = defaultdict(list)
    for n, s in enumerate(slugs):
        sharing[s].append(n)
    told = list(slugs)
    for s, numbers in sharing.items():
        if len({suffixes[n] for n in numbers}) > 1:
            for n in numbers:
                told[n] = f"{s}--{suffixes[n]}"
    return told
