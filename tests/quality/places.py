"""An Extraction in, places of the text out: where the two ends of a relation or event are spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.model import Extraction, Mention, Span


class Places:
    """Where each entity of one extraction is spoken of, asked for sentence by sentence."""

    def __init__(self, extraction: Extraction) -> None:
        self.mentions: dict[str, list[Mention]] = {}
        for mention in extraction.mentions:
            self.mentions.setdefault(mention.entity, []).append(mention)

    def nearest(self, entity: str, anchor: Span, within: Span, *, apart_from: Span | None = None) -> Span | None:
        """The mention of an entity in a passage that is nearest to some words of it, None if there is none.

        With `apart_from` only one that does not share words with that span.
        """
        near = [m for m in self.all(entity, within) if apart_from is None or not _overlap(m, apart_from)]
        return min(near, key=lambda m: (max(m[0] - anchor[1], anchor[0] - m[1], 0), m), default=None)

    def all(self, entity: str, within: Span, *kinds: str) -> list[Span]:
        """Every mention of an entity in a passage, or each of the given kinds, from left to right."""
        return sorted(self._inside(entity, within, kinds))

    def _inside(self, entity: str, within: Span, kinds: tuple[str, ...]) -> Iterator[Span]:
        for mention in self.mentions.get(entity, ()):
            said = mention.evidence
            if within[0] <= said.start and said.end <= within[1] and (not kinds or mention.kind in kinds):
                yield said.start, said.end


def _overlap(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])
