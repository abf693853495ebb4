"""Paragraphs in, attributions out that a colon or a dash tells: "MOREAU: We stay.", "Police: Nine dead", "– expert"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from kgraph.extraction.attribution.cues import Attribution, Cue
from kgraph.extraction.attribution.direct import SPEAKING
from kgraph.extraction.attribution.scope import trimmed
from kgraph.model import Span
from kgraph.schema import Schema

TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s*(?:[ap]\.?m\.?|GMT|[A-Z]{2,4}))?[\s–—-]+", re.I)
LABEL = re.compile(r"[^:\n]{2,40}?:(?=\s)")
TOPIC = re.compile(r"[^:\n]{2,40}? on [^:\n]{2,40}?:(?=\s*[“‘\"'])")  # "Ruiz on the strike: “It must end”"
ENDING = re.compile(r"(?:\s[–—-]|:|,\s(?=say|says|said)\b)\s*(?P<who>[^–—:,;.!?“”‘\"()]{3,40})$")
WORDS = re.compile(r"[\w’'-]+")
ANSWERING = re.compile(r"(Q|A)[:.]\s+(?=\S+\s)")
OPENING = frozenset("“”‘«„\"'")
MOST = 24  # words of a headline
CLOSED = re.compile(r"[.!?…:;][”’\"']?$")


def labelled(doc: Doc, paragraphs: Iterable[Span], schema: Schema) -> Iterator[Attribution]:
    """What stands behind a name and a colon at the start of a paragraph, or before who says it at a headline's end."""
    speakers = _speakers(schema)
    for start, end in paragraphs:
        clock = TIME.match(doc.text, start, end)
        start = clock.end() if clock else start  # noqa: PLW2901
        text = doc.text[start:end].rstrip()
        headline = not CLOSED.search(text) and len(WORDS.findall(text)) <= MOST
        found = _front(doc, (start, start + len(text)), speakers if headline else frozenset())
        found = found or _answered(doc, (start, start + len(text)))
        if found is None and headline:
            found = _back(doc, (start, start + len(text)), speakers)
        if found is not None:
            yield found


def introduced(doc: Doc, silent: Iterable[Cue], paragraphs: Sequence[Span]) -> Iterator[Attribution]:
    """The paragraph behind one that a saying ends with a colon: "The governor added:", where no quotation follows."""
    cues = [c for c in silent if c.sources and c.kind in SPEAKING]
    for (start, end), (first, last) in pairwise(paragraphs):
        text = doc.text[start:end].rstrip()
        if not text.endswith(":") or doc.text[first] in OPENING:
            continue
        inside = [c for c in cues if start <= c.span[0] and c.span[1] <= end]
        if inside:
            yield Attribution(max(inside, key=lambda c: c.span), (first, last))


def _speakers(schema: Schema) -> frozenset[str]:
    actors, statements = schema.words["actors"], schema.words["statements"]
    return frozenset({*actors["persons"], *actors["groups"], *actors["organisations"], *statements["labels"]})


def _front(doc: Doc, paragraph: Span, speakers: frozenset[str]) -> Attribution | None:
    """ "MOREAU: We stay.", in headlines also "Police: Driver was drunk" and "Ruiz on the strike: “It must end”"."""
    start, end = paragraph
    label = LABEL.match(doc.text, start, end)
    topic = TOPIC.match(doc.text, start, end) if speakers else None
    if label is None:
        return None
    words = _words(doc, start, label.end() - 1)
    if topic is not None:
        words = _words(doc, start, doc.text.index(" on ", start))
    source = _source(words, speakers)
    content = trimmed(doc, label.end(), end)
    if source is None or content is None:
        return None
    anchor = next((t for t in doc[words[-1].i :] if t.idx >= label.end() - 1), None)
    return Attribution(_cue(doc, anchor, source), (content[0], end)) if anchor is not None else None


def _back(doc: Doc, paragraph: Span, speakers: frozenset[str]) -> Attribution | None:
    """ "Bridge is unsafe – expert", "Nine dead in blast: officials", "Minister quits, say aides"."""
    start, end = paragraph
    ending = ENDING.search(doc.text, start, end)
    if ending is None or len(WORDS.findall(doc.text, start, ending.start())) < 3:  # no headline is shorter
        return None
    words = _words(doc, ending.start("who"), end)
    verb = words[0] if words and words[0].lower_ in {"say", "says", "said"} else None
    rest = words[1:] if verb is not None else words
    source = _source(rest, speakers)
    content = trimmed(doc, start, ending.start())
    if source is None or content is None or rest[0].pos_ == "DET":
        return None
    anchor = verb or next((t for t in doc[: rest[0].i] if t.idx >= ending.start() and t.is_punct), None)
    return Attribution(_cue(doc, anchor, source), content) if anchor is not None else None


def _answered(doc: Doc, paragraph: Span) -> Attribution | None:
    """ "Q: Why now?", which nobody in particular asks, and "A: It had to be", said by whom most was told of before."""
    start, end = paragraph
    label = ANSWERING.match(doc.text, start, end)
    content = trimmed(doc, label.end(), end) if label else None
    words = _words(doc, start, label.end()) if label else ()
    if label is None or content is None or not words:
        return None
    people = [e for e in doc.ents if e.label_ == "PERSON" and e.end_char <= start] if label[1] == "A" else []
    last = {e.text.split()[-1]: e for e in people}
    often = Counter(e.text.split()[-1] for e in people).most_common(1)
    if label[1] == "A" and not often:
        return None
    sources = tuple(last[name].root for name, _ in often)
    cue = Cue("label", "saying", words[-1], doc[words[0].i : words[0].i + 1], sources, confidence=0.6)
    return Attribution(cue, (content[0], end))


def _words(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    span: Words | None = doc.char_span(start, end, alignment_mode="contract")
    return tuple(t for t in span or () if not t.is_space)


def _source(words: tuple[Token, ...], speakers: frozenset[str]) -> Token | None:
    """The last of up to four words, where they are a name or somebody who may speak."""
    plain = [t for t in words if t.is_alpha]
    if not plain or len(plain) > 4 or len(plain) < len(words) - 1:
        return None
    last = plain[-1]
    if all(_is_name(t) for t in plain):
        return last
    named = any(_is_name(t) for t in plain) and last.pos_ not in {"NOUN", "VERB"}
    spoken = {last.lower_, last.lemma_.lower()} & speakers and all(
        t.pos_ not in {"VERB", "AUX", "ADP"} for t in plain[:-1]
    )
    return last if spoken and not named else None


def _is_name(token: Token) -> bool:
    placed = token.ent_type_ in {"GPE", "LOC"}  # "KUALA LUMPUR: The league …" is a dateline
    return token.ent_type_ in {"PERSON", "ORG"} or (token.is_upper and len(token) > 3 and not placed)


def _cue(doc: Doc, anchor: Token, source: Token) -> Cue:
    return Cue("label", "saying", anchor, doc[anchor.i : anchor.i + 1], (source,), confidence=0.7)
