"""Text of an article in, quotations out: what stands in quotation marks, runs over several paragraphs as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kgraph.model import Span

MARKS = re.compile(r"[“”\"«»„‟]|''|``|[‘’']")
PAIRS = {"“": "”", "”": "”", "«": "»", "„": "”“", "‘": "’'", '"': '"”', "``": "''", "''": "''", "'": "'’"}
SINGLE = frozenset("‘’'")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks by character offsets, marks included; `inner` is without the outer marks."""

    start: int
    end: int
    inner: Span
    words: int
    closed: bool = True
    mark: str = "“"

    def holds(self, span: Span) -> bool:
        """Whether a span lies between the marks."""
        return self.start <= span[0] and span[1] <= self.end


def quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text from left to right.

    A quotation that a paragraph leaves open goes on in the next one when that opens with the same mark; else it ends
    with its paragraph. Apostrophes and primes are no quotation marks.
    """
    found: list[Quotation] = []
    for start, end in paragraphs:
        for one in _of_paragraph(text, start, end):
            goes_on = bool(found) and _goes_on(found[-1], one, text)
            found.append(_joined(found.pop(), one) if goes_on else one)
    return tuple(found)


def _joined(first: Quotation, second: Quotation) -> Quotation:
    inner = first.inner[0], second.inner[1]
    return replace(second, start=first.start, inner=inner, words=first.words + second.words)


def _goes_on(last: Quotation, quotation: Quotation, text: str) -> bool:
    between = text[last.end : quotation.start]
    return not last.closed and last.mark == quotation.mark and "\n" in between and not between.strip()


def _of_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    at = start
    while (mark := MARKS.search(text, at, end)) is not None:
        at = mark.end()
        swapped = mark[0] == "”" and mark.start() == start and text.find("”", at, end) > 0  # ”Never again,” he said
        if not swapped and (mark[0] not in PAIRS or mark[0] == "”" or not _opens(text, mark, start, end)):
            continue
        close = _close(text, mark, end)
        if close is None and mark[0] in SINGLE:
            continue
        stop, last = (close.start(), close.end()) if close is not None else (end, end)
        words = len(WORD.findall(text, mark.end(), stop))
        yield Quotation(mark.start(), last, (mark.end(), stop), words, close is not None, mark[0])
        at = last


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if after.isspace() or (before.isalnum() and mark[0] not in "“«„"):
        return False
    if mark[0] in SINGLE:  # "'90s" and "'em" are short forms
        return not after.isdigit() and (before.isspace() or before in '([—–-/“"')
    return True


def _close(text: str, mark: re.Match[str], end: int) -> re.Match[str] | None:
    depth, fallback = 0, None
    for other in MARKS.finditer(text, mark.end(), end):
        if other[0] == mark[0] == "“":
            depth += 1
        elif other[0] in PAIRS[mark[0]] and _closes(text, other, end):
            if depth:
                depth -= 1
            elif mark[0] in SINGLE and _is_possessive(text, other, end):
                fallback = fallback or other
            else:
                return other
        elif mark[0] in SINGLE and other[0] == mark[0] == "‘":
            break
    return fallback


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    after = text[mark.end()] if mark.end() < end else " "
    return not after.isalnum() if mark[0] in SINGLE | {"''", '"'} else True


def _is_possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a single mark may as well end a plural's genitive ("the miners’ demands")."""
    return text[mark.start() - 1] == "s" and bool(re.match(r" [a-z]", text[mark.end() : min(mark.end() + 2, end)]))
