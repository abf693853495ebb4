"""Attributions in, those out whose saying is left out the second time: "Some say it was cut, others that it broke"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.attribution.cues import Attribution
from kgraph.extraction.attribution.scope import trimmed

JOINING = frozenset({",", ";", "and", "while", "but"})


def gapped(doc: Doc, found: Sequence[Attribution], others: frozenset[str]) -> Iterator[Attribution]:
    """The attributions, each with the ones behind it that share its verb; `others` are the words for their sources."""
    for a in found:
        source = _second(doc, a, others)
        if source is None:
            yield a
            continue
        sentence = syntax.sentence(source)
        yield replace(a, content=trimmed(doc, a.content[0], _before(source)) or a.content)
        rest = trimmed(doc, doc[source.i + 2].idx, sentence.end_char)
        if rest is not None:
            yield Attribution(replace(a.cue, sources=(source,), addressees=(), medium=None), rest)


def _second(doc: Doc, a: Attribution, others: frozenset[str]) -> Token | None:
    """The word before a bare "that" behind the content, in the sentence of the cue."""
    cue = a.cue
    if not syntax.is_verbal(cue.anchor) or a.content[0] < cue.words.end_char:
        return None
    sentence = syntax.sentence(cue.anchor)
    for token in doc[cue.words.end : max(sentence.end - 2, cue.words.end)]:
        joined = doc[token.i - 1].lower_ in JOINING and token.idx > a.content[0]
        if joined and token.lower_ in others and token.nbor().lower_ == "that":
            return token
    return None


def _before(source: Token) -> int:
    """Where the first content ends: before the comma or the conjunction."""
    i = source.i - 1
    while source.doc[i].lower_ in JOINING:
        i -= 1
    return source.doc[i].idx + len(source.doc[i])
