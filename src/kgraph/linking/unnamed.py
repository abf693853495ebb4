"""Extractions in, pairs of unnamed actors out that one article, or an article and its copy, speak of as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from kgraph.linking.copies import Words, same_words, stems
from kgraph.linking.names import fold
from kgraph.linking.profiles import Key
from kgraph.model import Article, Extraction, Mention
from kgraph.schema import Schema

# between a noun and those whose it is, in a list or not ("of", "from Togo and", "from the bank's")
OF = re.compile(r"\s+(?:of|from|by)\s(?:(?!\b(?:in|to|into|at|on|near|against|for|after)\b).)*\Z", re.I | re.S)
OWNED = re.compile(r"(?:['’]s|s['’])\s")
DEFINITE = ("the ", "these ", "those ", "this ", "that ")
OTHER = ("other ", "another ", "more ", "further ", "additional ", "different ")  # say that it is not the one before
SINGLE = (*OTHER, "a ", "an ", "some ", "several ", "many ", "few ", "two ", "three ", "four ", "five ", "no ", "any ")


@dataclass(frozen=True, slots=True)
class Description:
    """An unnamed actor of one article as its noun phrases describe it.

    `sense` is what its head word shares with other words, the head word itself where it shares nothing; `owners`
    are the local ids of the states and bodies that its phrases name; `places` its mentions in the text.
    """

    key: Key
    name: str
    head: str
    sense: str
    owners: frozenset[str]
    places: tuple[int, ...]
    phrases: tuple[str, ...]
    paragraphs: tuple[Words, ...]

    @property
    def recalled(self) -> bool:
        """Whether it is first spoken of as something that the reader knows: "the force", and no more than that.

        Whose it is, and how many they are, is news: "the city's 40,000 refugees".
        """
        first = self.phrases[0] if self.phrases else ""
        known = not any(c.isdigit() for c in first) and OWNED.search(first) is None
        return known and first.startswith(DEFINITE) and first.endswith(f" {self.head}") and not self.other

    @property
    def other(self) -> bool:
        """Whether a phrase sets it apart from what was spoken of before."""
        return any(p.removeprefix("the ").startswith(OTHER) for p in self.phrases)

    @property
    def single(self) -> bool:
        """Whether its words alone do not say which one it is: "some", "an official"."""
        return self.sense == "" or any(p.startswith(SINGLE) or p == self.head == "some" for p in self.phrases)


def companions(
    articles: Sequence[Article], extractions: Sequence[Extraction], origins: Mapping[str, str], *, schema: Schema
) -> Iterator[tuple[Key, Key]]:
    """Pairs of unnamed actors that are one: called back inside an article, or told of again by its copy."""
    texts = {a.id: a for a in articles}
    restated: dict[tuple[str, str], list[Description]] = defaultdict(list)
    for extraction in extractions:
        found = sorted(descriptions(texts[extraction.article], extraction, schema), key=lambda d: (d.places, d.key))
        yield from _called_back(found)
        yield from pairwise(_unheard(extraction))
        if extraction.article in origins:
            for d in found:
                restated[origins[extraction.article], d.sense].append(d)
    for versions in restated.values():
        yield from _restated(versions)


def unnamed(articles: Sequence[Article], extractions: Sequence[Extraction], *, schema: Schema) -> Iterator[Description]:
    """The descriptions of all unnamed actors, article by article."""
    texts = {a.id: a for a in articles}
    for extraction in extractions:
        yield from descriptions(texts[extraction.article], extraction, schema)


def descriptions(article: Article, extraction: Extraction, schema: Schema) -> Iterator[Description]:
    """The unnamed actors of an article, as far as some noun phrase describes them."""
    senses = {word: table for table, words in schema.words.get("alike", {}).items() for word in words}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for m in extraction.mentions:
        mentions[m.entity].append(m)
    bodies = [e.id for e in extraction.entities if e.named and "schema:Person" not in e.types]
    owners = [m for body in bodies for m in mentions[body] if m.kind == "name"]
    for e in extraction.entities:
        nominals = [m for m in mentions[e.id] if m.kind == "nominal"]
        if e.named or not nominals or "schema:Person" in e.types:
            continue
        head = article.text[slice(*nominals[0].head)].lower()
        phrases = tuple(" ".join(m.evidence.quote.lower().split()) for m in nominals)
        yield Description(
            key=(article.id, e.id),
            name=fold(e.name),
            head=head,
            sense=senses.get(head) or senses.get(head.removesuffix("s")) or head,
            owners=frozenset(
                o.entity for o in owners for m in nominals if o.kind == "name" and _belongs(o, m, article)
            ),
            places=tuple(sorted(m.evidence.start for m in mentions[e.id])),
            phrases=phrases,
            paragraphs=tuple(dict.fromkeys(_paragraph(article, m.evidence.start) for m in nominals)),
        )


def _unheard(extraction: Extraction) -> list[Key]:
    """The sources that no words stand for: "is said to", "reportedly"."""
    spoken_of = {m.entity for m in extraction.mentions}
    return [(extraction.article, e.id) for e in extraction.entities if not e.named and e.id not in spoken_of]


def _belongs(owner: Mention, phrase: Mention, article: Article) -> bool:
    """Whether the name stands in the phrase, or right before it: "[Omani] soldiers"."""
    start, head = phrase.evidence.start, phrase.head
    if owner.evidence.end <= start:
        return article.text[owner.evidence.end : start] in (" ", "’s ", "'s ")
    if owner.evidence.start < head[0]:
        return owner.evidence.start >= start and owner.evidence.end <= phrase.evidence.end
    behind = article.text[head[1] : owner.evidence.start]
    return owner.evidence.end <= phrase.evidence.end and OF.match(behind) is not None


def _paragraph(article: Article, place: int) -> Words:
    return next((stems(article.text[s:e]) for s, e in article.ranges if s <= place < e), frozenset())


def _called_back(found: Sequence[Description]) -> Iterator[tuple[Key, Key]]:
    """The same words are the same actor; "the force" is who of that sense was spoken of last."""
    for one, two in combinations(found, 2):
        if one.name == two.name and not (one.single or two.single or _apart(one, two)):
            yield one.key, two.key
    for d in found:
        before = [o for o in found if o.sense == d.sense and o.key != d.key and o.places[0] < d.places[0]]
        if d.recalled and before:
            last = max(before, key=lambda o: max(p for p in o.places if p < d.places[0]))
            if not _apart(last, d):
                yield last.key, d.key


def _apart(one: Description, two: Description) -> bool:
    return one.other or two.other or bool(one.owners and two.owners and not one.owners & two.owners)


def _restated(versions: Sequence[Description]) -> Iterator[tuple[Key, Key]]:
    """One actor of a sense in a paragraph is the only one of that sense in the copy's version of the paragraph."""
    for one, two in combinations(versions, 2):
        if one.key[0] != two.key[0] and any(_alone(one, two, both, versions) for both in _versions(one, two)):
            yield one.key, two.key


def _versions(one: Description, two: Description) -> Iterator[tuple[Words, Words]]:
    """The paragraphs in which the two are spoken of and that tell the same."""
    return ((a, b) for a in one.paragraphs for b in two.paragraphs if same_words(a, b))


def _alone(one: Description, two: Description, both: tuple[Words, Words], versions: Sequence[Description]) -> bool:
    rivals = [d for d in versions if d.key not in (one.key, two.key) and not set(d.paragraphs).isdisjoint(both)]
    return not rivals or (one.head == two.head and all(d.head != one.head for d in rivals))
