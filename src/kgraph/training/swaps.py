"""A paragraph with names in, the same paragraph with other names of the same kind out, so that the context is learnt.

Replacing mentions by others of their type is "mention replacement" of Dai and Adel (2020).
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgraph.training.corpora import Paragraph
from kgraph.training.labels import MEANINGS, PLACE, Gazetteer


@dataclass(frozen=True)
class Swaps:
    """Words that can stand for one another: towns, first and last words of persons' names; each counts once."""

    towns: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph], gazetteer: Gazetteer) -> Swaps:
        """Towns of the names data, and the names of persons that the corpora mark."""
        towns = [name for name, kinds in gazetteer.kinds.items() if kinds == ("GPE",) and _plain(name)]
        first, last = set(), set()
        for paragraph in paragraphs:
            for start, end, label in paragraph.names or ():
                words = paragraph.words[start:end]
                if _kinds(label) == ("PERSON",) and len(words) == 2 and all(map(_plain, words)):
                    first.add(words[0])
                    last.add(words[1])
        return cls(tuple(sorted(towns)), tuple(sorted(first)), tuple(sorted(last)))

    def swapped(self, paragraph: Paragraph, rng: random.Random) -> Paragraph:
        """The paragraph with other towns and persons, the same word wherever the same word stood."""
        known, given = frozenset(self.towns), frozenset(self.first)
        chosen: dict[tuple[str, tuple[str, ...]], str] = {}
        words = list(paragraph.words)
        for start, end, label in paragraph.names or ():
            kinds = _kinds(label)
            if kinds in (PLACE, ("GPE",)) and end - start == 1 and words[start] in known:
                pools: tuple[tuple[str, ...], ...] = (self.towns,)
            elif kinds == ("PERSON",) and end - start == 2 and all(map(_plain, words[start:end])):
                pools = (self.first, self.last)
            elif kinds == ("PERSON",) and end - start == 1 and _plain(words[start]):
                pools = (self.first if words[start] in given else self.last,)
            else:
                continue
            for i, pool in zip(range(start, end), pools, strict=True):
                key = (paragraph.words[i], pool[:1])
                words[i] = chosen.setdefault(key, rng.choice(pool) if pool else words[i])
        return replace(paragraph, words=tuple(words))


def _kinds(label: str) -> tuple[str, ...]:
    return MEANINGS.get(label.lower(), ())


def _plain(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and word[1:].islower()
