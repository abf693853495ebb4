"""Names in, joined names out: full and short names, acronyms, spelling variants and known aliases of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from spacy.tokens import Doc

from kgraph.annotation.acronyms import acronym_pairs
from kgraph.annotation.clusters import Clusters
from kgraph.annotation.mentions import Mention

ALIKE = 0.75  # of given names: "Kassym-Jomart" and "Kasim-Jomart" are 0.88, "Anna" and "Ivan" 0.5
Words = tuple[str, ...]


def join_names(doc: Doc, clusters: Clusters, small: frozenset[str]) -> None:
    """Join the mentions by name that speak of one thing."""
    join_same(doc, clusters)
    join_acronyms(doc, clusters, small)
    join_persons(doc, clusters)
    join_tails(doc, clusters)


def join_same(doc: Doc, clusters: Clusters) -> None:
    """Join equal names, and aliases that the names data knows; short names of persons wait for the full ones."""
    first: dict[tuple[str, ...], int] = {}
    for i, mention in named(clusters.mentions):
        words = words_of(doc, mention)
        if mention.person and len(words) == 1:
            continue
        clusters.join(first.setdefault(key_of(mention, words), i), i)


def key_of(mention: Mention, words: Words) -> tuple[str, ...]:
    """What two mentions by name share if they are sure to be one."""
    known = mention.known
    if known is None or mention.person:
        return mention.label, *(word.casefold() for word in words)
    return "known", known.kind, known.name, "people" if mention.people else ""


def join_acronyms(doc: Doc, clusters: Clusters, small: frozenset[str]) -> None:
    """Join expansions with the acronyms in parentheses after them, and with those made of their initials."""
    at = {(m.start, m.end): i for i, m in named(clusters.mentions)}
    for name, acronym in acronym_pairs(doc, small):
        i, j = at.get((name.start, name.end)), at.get((acronym.start, acronym.end))
        if i is not None and j is not None:
            clusters.join(i, j)
    longer = {initials(w, small): i for i, w in organisations(doc, clusters) if len(w) > 2}
    for i, words in organisations(doc, clusters):
        if len(words) == 1 and words[0].isupper() and words[0] in longer:
            clusters.join(longer[words[0]], i)


def initials(words: Words, small: frozenset[str]) -> str:
    """The capitals that the words begin with."""
    return "".join(word[0] for word in words if word[0].isupper() and word.casefold() not in small)


def join_persons(doc: Doc, clusters: Clusters) -> None:
    """Join spelling variants of full names, then each short name with the full name last used before it."""
    persons = [(i, words_of(doc, mention)) for i, mention in named(clusters.mentions) if mention.person]
    join_spellings(clusters, persons)
    ends: dict[str, list[tuple[int, Words]]] = {}
    starts: dict[str, list[tuple[int, Words]]] = {}
    middles: dict[str, list[tuple[int, Words]]] = {}
    for i, words in persons:
        if len(words) > 1:
            ends.setdefault(words[-1], []).append((i, words))
            starts.setdefault(words[0], []).append((i, words))
        if len(words) > 2:  # "Batz" of "Ana Batz Ruiz"
            middles.setdefault(words[-2], []).append((i, words))
    alone: dict[Words, int] = {}
    for i, words in persons:
        longer = last_before(i, [(j, w) for j, w in ends.get(words[-1], ()) if w[-len(words) :] == words != w])
        if longer is None:
            longer = last_before(i, [(j, w) for j, w in starts.get(words[0], ()) if w[: len(words)] == words != w])
        if longer is None and len(words) == 1:
            longer = last_before(i, middles.get(words[0], ()))
        if longer is None and len(words) == 1:
            longer = alone.setdefault(words, i)
        if longer is not None:
            clusters.join(longer, i)


def join_spellings(clusters: Clusters, persons: Sequence[tuple[int, Words]]) -> None:
    """Join full names that are spellings of one another; only those of one surname are compared."""
    by_surname: dict[str, dict[Words, int]] = {}
    for i, words in persons:
        known = by_surname.setdefault(words[-1], {}) if len(words) > 1 else {}
        if len(words) == 1 or words in known:
            continue
        twin = next((j for others, j in known.items() if same_person(words, others)), None)
        if twin is not None:
            clusters.join(twin, i)
        known[words] = i


def last_before(i: int, full: Sequence[tuple[int, Words]]) -> int | None:
    """The full name last used before the i-th mention, else the first one after it."""
    before = [j for j, _ in full if j < i]
    return before[-1] if before else full[0][0] if full else None


def same_person(one: Words, other: Words) -> bool:
    """Whether two full names are spellings of one: the same surname, and given names alike or cut to initials."""
    if one[-1] != other[-1]:
        return False
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if min(len(first), len(second)) == 1:
        return first[0] == second[0]
    return SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False).ratio() >= ALIKE


def join_tails(doc: Doc, clusters: Clusters) -> None:
    """Join organisations called by the last words of a longer name, where only one longer name fits."""
    names = list(organisations(doc, clusters))
    longer: dict[Words, set[int]] = {}
    for i, words in names:
        for start in range(1, len(words) - 1):
            longer.setdefault(words[start:], set()).add(clusters.of(i).members[0])
    for i, words in names:
        fitting = longer.get(words, set())
        if len(fitting) == 1 and clusters.mentions[i].known is None:
            clusters.join(min(fitting), i)


def named(mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    """The mentions by name, with their places in the list."""
    return ((i, mention) for i, mention in enumerate(mentions) if mention.kind == "name")


def organisations(doc: Doc, clusters: Clusters) -> Iterator[tuple[int, Words]]:
    """The organisations mentioned by name, with their words."""
    return ((i, words_of(doc, m)) for i, m in named(clusters.mentions) if m.label == "ORG")


def words_of(doc: Doc, mention: Mention) -> Words:
    """The words of a name as they are written between white space."""
    return tuple(doc[mention.start : mention.end].text.split())
