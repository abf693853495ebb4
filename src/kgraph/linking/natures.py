"""Facts in, pairs of them out of which one says what a deed amounts to and the other that nobody did such a thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kgraph.linking.denials import DESCRIBED, EVENT_TYPE, Tellings, is_of_other_times, is_prevented
from kgraph.linking.setting import Setting
from kgraph.linking.triggers import alike
from kgraph.model import Fact

AGENT = "schema:agent"
TARGETS = ("schema:object", "schema:recipient", "schema:location")
AFFIRMED = ("", "probable")
DEEDS = "_deeds"
ANYBODY = ""  # who did it where the text does not say

Words = Mapping[str, Mapping[str, Sequence[str]]]


class Doer(NamedTuple):
    """A kind of deed by somebody."""

    kind: str
    agent: str


def disowned(facts: Sequence[Fact], tellings: Tellings, words: Words, setting: Setting) -> Iterator[tuple[Fact, Fact]]:
    """What is called an invasion by somebody, with the denial that they invaded, in articles on one story."""
    kinds = words.get("kinds", {})
    denied: dict[Doer, list[Fact]] = defaultdict(list)
    for f in facts:
        if f.property == EVENT_TYPE and f.factuality == "negative":
            for kind in _kinds_of(f.object.text.lower(), kinds):
                for agent in {ANYBODY, *tellings.fillers(f, AGENT)}:
                    denied[Doer(kind, agent)].append(f)
    for f in facts:
        if f.property == DESCRIBED and f.factuality in AFFIRMED:
            doers = tellings.fillers(f, AGENT) or tellings.fillers_of(f.subject, AGENT)
            for agent in sorted(doers or {ANYBODY}):
                for other in denied.get(Doer(f.object.value, agent), ()):
                    if _is_meant(f, other, agent, tellings, setting) and not _is_spared(other, words):
                        yield f, other


def _kinds_of(word: str, kinds: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The kinds that nothing can be of if the deed that the word names was not done."""
    for table, deeds in kinds.items():
        if table.endswith(DEEDS) and any(word == d or alike(word.rsplit(maxsplit=1)[-1], d) for d in deeds):
            yield table.removesuffix(DEEDS)


def _is_meant(described: Fact, denied: Fact, agent: str, tellings: Tellings, setting: Setting) -> bool:
    """Whether the denial is of a deed where the other's is, or against whom it is, in one story."""
    targets = tellings.fillers(denied, *TARGETS) - {agent}
    here = tellings.fillers_of(described.subject, *TARGETS)
    here |= frozenset().union(*(setting.places.get(place, frozenset()) for place in here))
    met = here or setting.cast.get(described.article, frozenset())
    beside = frozenset((agent,)) | targets
    return (not targets or bool(targets & met)) and setting.same_story(described.article, denied.article, beside=beside)


def _is_spared(denied: Fact, words: Words) -> bool:
    return is_of_other_times(denied, words) or is_prevented(denied, words)
