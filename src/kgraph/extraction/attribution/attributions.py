"""Cues, contents and quotations of a document in, one attribution for each thing that somebody says out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.attribution.asides import Setting
from kgraph.extraction.attribution.contents import content
from kgraph.extraction.attribution.cues import PREPOSITION, Attribution, Cue, cues
from kgraph.extraction.attribution.direct import attached
from kgraph.extraction.attribution.gapping import gapped
from kgraph.extraction.attribution.headlines import introduced, labelled
from kgraph.extraction.attribution.listing import enumerated
from kgraph.extraction.attribution.quotations import Quotation, quotations
from kgraph.extraction.attribution.scope import trimmed
from kgraph.extraction.factuality import factuality
from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Span
from kgraph.schema import Schema

EMPTY = re.compile(  # takes up what was said before
    r"(?:to )?do(?:es|ing)? (?:so|it|this|that)|so|as much|the same(?: thing)?|not to"
    r"|to (?:comment|elaborate|respond|answer)",
    re.I,
)
REMARK = re.compile(r"\s[–—-]{1,2}\s")
GUESSED = frozenset({
    "thinking", "wanting", "attitude", "asking", "denying", "promising", "describing", "accusing", "saying", "showing",
})  # fmt: skip
TELLING = frozenset(
    {"saying", "writing", "denying", "warning", "showing", "describing", "asking", "accusing", PREPOSITION}
)
QUOTABLE = frozenset({"saying", "writing", "denying", "preposition"})


def attributions(doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> tuple[Attribution, ...]:
    """Everything that is put into somebody's mouth or mind, in the order of the text."""
    quoted = quotations(article.text, article.ranges)
    words = schema.words["statements"]
    own = frozenset(words["own_voice"])
    heard = [c for c in cues(doc, schema, grounding) if _is_told(c, quoted, own, grounding)]
    heard = [_outside(c, quoted) for c in heard if not _is_guessed(c, schema)]
    setting = Setting(
        _told(heard), *(frozenset(words[name]) for name in ("parenthetical", "beside", "empty", "taking"))
    )
    found = [(c, _clipped(c, content(c, setting), quoted)) for c in heard]
    found = [(c, None if span and EMPTY.fullmatch(doc.text[slice(*span)]) else span) for c, span in found]
    best = tuple(_best(found))
    indirect = [*labelled(doc, article.ranges, schema)] + [
        Attribution(c, _with_quotations(c, s, quoted, doc)) for c, s in best if s is not None
    ]
    silent = [c for c, s in best if s is None]
    whole = attached(doc, [*indirect, *introduced(doc, silent, article.ranges)], silent, quoted)
    whole = tuple(gapped(doc, whole, frozenset(words["others"])))
    whole += tuple(enumerated(doc, whole, words))
    return tuple(sorted(_distinct(whole), key=lambda a: (a.cue.anchor.i, a.content)))


def _told(heard: Iterable[Cue]) -> frozenset[int]:
    """The verbs of clauses that have a source of their own: "he said", and "died" in "two died, according to Y"."""
    verbs = (c.anchor if syntax.is_verbal(c.anchor) else syntax.clause_of(c.anchor) for c in heard if c.sources)
    kinds = {c.anchor.i: c.kind for c in heard}
    return frozenset(v.i for v in verbs if kinds.get(v.i, PREPOSITION) in TELLING)


def _is_told(cue: Cue, quoted: Iterable[Quotation], own: frozenset[str], grounding: Grounding) -> bool:
    """Whether somebody else's word is passed on.

    "I think" is the writer's own voice, or that of whoever is quoted. Inside a quotation only what it ascribes to
    somebody by name counts; "people know", said by the one who is quoted, is his own word.
    """
    if cue.sources and all(t.lower_ in own and not any(c.i > t.i for c in t.rights) for t in cue.sources):
        return False
    if not any(q.holds(cue.span) for q in quoted):
        return True
    named = any((id := grounding.of(t)) and grounding.entity(id).named and t.pos_ == "PROPN" for t in cue.sources)
    return named and cue.kind in QUOTABLE


def _is_guessed(cue: Cue, schema: Schema) -> bool:
    """Whether the writer only supposes what somebody may think or say ("he may hope for it", "vowed to demand it")."""
    if cue.kind not in GUESSED or cue.anchor.pos_ not in {"VERB", "ADJ"}:
        return False
    if cue.kind in TELLING and any(t.text == "?" for t in cue.anchor.sent):  # what is asked is in the content
        return False
    anchor = _done(cue.anchor, schema) if cue.kind in TELLING - {"asking"} else cue.anchor
    unreal = {"possible", "future", "underspecified", *(("negative",) if _is_infinitive(anchor) else ())}
    return factuality(anchor, schema)[0] in unreal


def _done(verb: Token, schema: Schema) -> Token:
    """The verb above an infinitive that was done: "as they like to say", "took to the stage to announce"."""
    while _is_infinitive(verb):
        above = verb.head
        habit = above.lemma_.lower() in schema.words["statements"]["habits"]
        if above.i == verb.i or not syntax.is_verbal(above) or not (habit or syntax.link(verb) == "adverbial"):
            break
        verb = above
    return verb


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.i < verb.i for c in verb.children)


def _outside(cue: Cue, quoted: Iterable[Quotation]) -> Cue:
    """The cue with the name beside it as its source where a parse took a word of the quotation for the subject."""
    anchor = cue.anchor
    inside = [t for t in cue.sources if any(q.holds((t.idx, t.idx + 1)) and not q.holds(cue.span) for q in quoted)]
    beside = [anchor.doc[i] for i in (anchor.i + 1, anchor.i - 1) if 0 <= i < len(anchor.doc)]
    names = [t for t in beside if t.pos_ in {"PROPN", "PRON"}]
    return replace(cue, sources=(syntax.name_span(names[0]).root,)) if inside and names else cue


def _clipped(cue: Cue, span: Span | None, quoted: Iterable[Quotation]) -> Span | None:
    """What is told inside a quotation ends with it."""
    around = next((q for q in quoted if q.holds(cue.span)), None)
    if span is None or around is None:
        return span
    start, end = max(span[0], around.inner[0]), min(span[1], around.inner[1])
    return (start, end) if start < end else None


def _best(found: Iterable[tuple[Cue, Span | None]]) -> Iterator[tuple[Cue, Span | None]]:
    """For each anchor the frame that finds a content, the surest and longest first."""
    by_anchor: dict[int, list[tuple[Cue, Span | None]]] = {}
    for cue, span in found:
        by_anchor.setdefault(cue.anchor.i, []).append((cue, span))
    for those in by_anchor.values():
        yield max(those, key=_quality)


def _quality(pair: tuple[Cue, Span | None]) -> tuple[bool, bool, float, int, bool]:
    cue, span = pair
    length = span[1] - span[0] if span else 0
    return span is not None, bool(cue.sources), cue.confidence, length, (cue.kind == "asking") == _is_to_do(cue, span)


def _is_to_do(cue: Cue, span: Span | None) -> bool:
    """Whether somebody is told to do something, and not told it."""
    return span is not None and cue.anchor.doc.text.startswith("to ", span[0])


def _with_quotations(cue: Cue, span: Span | None, quoted: Iterable[Quotation], doc: Doc) -> Span:
    """The content with all of a quotation that begins or ends in it."""
    assert span is not None
    start, end = span
    for q in quoted:
        overlaps = q.start < end and start < q.end
        if overlaps and not q.holds(cue.span) and not (q.start <= start and end <= q.end and q.words > 3 * 40):
            if any(q.start <= t.idx < q.end for t in cue.sources):
                continue
            start, end = min(start, q.start), max(end, q.end)
    whole = next((q for q in quoted if q.start == start and q.end < end), None)
    if whole and REMARK.match(doc.text, whole.end, end) and not any(whole.end < q.start < end for q in quoted):
        end = whole.end  # “…” – which is the writer's remark
    return trimmed(doc, start, end) or span


def _distinct(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Each content once a source: "said he believed that" are two, a participle that repeats its verb is one."""
    seen: set[tuple[object, ...]] = set()
    for a in found:
        key = (a.content, tuple(t.i for t in a.cue.sources))
        if key not in seen:
            seen.add(key)
            yield replace(a, content=a.content)
