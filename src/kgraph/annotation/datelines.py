"""A paragraph in, its dateline apart out, and the place and the agency that the dateline names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]+(?:[ /-][^\W\d_a-zß-öø-ÿ.'’-]+){0,4}"
AROUND = r"(?:,\s[^,()—–/]{2,40}){0,3}\s*"  # a state, a date
AGENCY = r"[(/][^()/]{2,40}[)/]"
DATELINE = re.compile(  # "STRELSAU, Ruritania, March 3 (Reuters) -", "NEW DELHI:"
    rf"(?:{CAPITALS}{AROUND}(?:{AGENCY})?|[^\W\d_a-z][\w .'’-]{{2,30}}{AROUND}{AGENCY}|{AGENCY})"
    r"\s*(?:--|—|–|-|:)\s+(?=[\"“‘'A-Z0-9])"
)
SHORT = re.compile(r"[^\s,(:]{1,4}\s+[—–-]")  # "NATO – Russia ties"
NAMED = re.compile(
    rf"^(?P<place>{CAPITALS})(?=[,.:]|\s*(?:[(/]|--|—|–|-))"
    r"|(?<=, )(?P<state>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+){0,3})(?=,|\s*[(/]|\s+[—–-])"
    r"|[(/](?P<agency>[A-Z][^()/,]{1,38})[)/]"
)
LABELS = {"place": "GPE", "state": "GPE", "agency": "ORG"}


def undated(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph that are parsed alone: its dateline, which is nobody's subject, and the rest."""
    found = DATELINE.match(text, start, end)
    at = start if found is None or SHORT.match(found[0]) else found.end()
    if at > start:
        yield start, start + len(text[start:at].rstrip())
    yield at, end


def dated(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """The names in datelines as (start, end, label), and each whole dateline with the label ""."""
    if not doc.has_annotation("SENT_START"):
        return
    for sentence in doc.sents:
        text = sentence.text.strip()
        found = DATELINE.match(f"{text} A")  # what follows a dateline begins with a capital
        if found is None or found.end() < len(text):
            continue
        yield sentence.start, sentence.end, ""
        for named in NAMED.finditer(sentence.text):
            group = str(named.lastgroup)
            start, end = (sentence.start_char + i for i in named.span(group))
            span = doc.char_span(start, end)
            if span is not None:
                yield span.start, span.end, LABELS[group]
