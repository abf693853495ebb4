"""Attributions in, more of them out: what somebody demands or proposes, listed in a sentence of its own.

"Lund set out his demands. These include a vote": the list is as much his word as the demands are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.attribution.cues import Attribution, Cue
from kgraph.extraction.attribution.scope import trimmed

TAKING_UP = frozenset({"these", "they", "those"})
BACK = 3  # sentences in which it is said what the list is of


def enumerated(doc: Doc, found: Sequence[Attribution], words: Mapping[str, Collection[str]]) -> Iterator[Attribution]:
    """What stands behind "these include" and "her conditions included", for nouns of what somebody asks or offers."""
    nouns, verbs = frozenset(words["lists"]), frozenset(words["listing"])
    anchors = {a.cue.anchor.i for a in found}
    for verb in doc:
        if verb.lemma_.lower() not in verbs or not syntax.is_verbal(verb) or verb.i in anchors:
            continue
        sources = next((s for t in syntax.surface_subjects(verb) if (s := _sources(t, found, nouns))), ())
        span = trimmed(doc, verb.idx + len(verb), syntax.sentence(verb).end_char) if sources else None
        if span is not None and not any(a.content[0] <= verb.idx < a.content[1] for a in found):
            yield Attribution(Cue("saying", "saying", verb, doc[verb.i : verb.i + 1], sources, confidence=0.7), span)


def _sources(subject: Token, found: Sequence[Attribution], nouns: Collection[str]) -> tuple[Token, ...]:
    """Whose demands it is that a list is of."""
    if subject.lower_ not in TAKING_UP:
        if subject.lemma_.lower() not in nouns or subject.tag_ != "NNS":
            return ()
        owners = syntax.fillers(subject, "possessor")
        if owners:
            return owners
    start = subject.sent.start
    for _ in range(BACK):
        before = subject.doc[: max(start, 0)]
        start = next((t.sent.start for t in reversed(before) if not t.is_space), 0)
    told = (a for a in reversed(found) if start <= a.cue.anchor.i < subject.sent.start and a.cue.sources)
    return next((a.cue.sources for a in told if _holds(a, nouns)), ())


def _holds(told: Attribution, nouns: Collection[str]) -> bool:
    """Whether what is told, or the words for telling it, is of demands and the like."""
    anchor = told.cue.anchor
    span = anchor.doc.char_span(*told.content, alignment_mode="expand") or ()
    return anchor.lemma_.lower() in nouns or any(t.lemma_.lower() in nouns and t.tag_ == "NNS" for t in span)
