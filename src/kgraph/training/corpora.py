"""Corpus files in, paragraphs of words with what the corpus states about them out; what it leaves out is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

LONGEST = 120  # words in a paragraph; a longer sentence stands alone
TOO_LONG = 200
HYPHEN = re.compile(r"(?<=\w)(-)(?=\w)")

NameSpan = tuple[int, int, str]  # first word, end (exclusive), the corpus' own label


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in running order. `starts` are the first words of sentences; the other fields are empty if not annotated.

    `heads` are absolute word numbers, -1 for a root; `names` is None where the corpus does not annotate names.
    """

    corpus: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    upos: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    names: tuple[NameSpan, ...] | None = None


Rows = list[list[str]]


def read_treebank(path: Path, corpus: str) -> Iterator[Paragraph]:
    """The paragraphs of a CoNLL-U file, cut at `newpar`, `newdoc` and LONGEST words; words only, no other rows."""
    held: list[Rows] = []
    for fresh, rows in _sentences(path):
        if held and (fresh or sum(map(len, held)) + len(rows) > LONGEST):
            yield _paragraph(held, corpus)
            held = []
        if len(rows) <= TOO_LONG:
            held.append(rows)
    if held:
        yield _paragraph(held, corpus)


def read_names(path: Path, corpus: str, *, recut: bool = True) -> Iterator[Paragraph]:
    """The paragraphs of a JSON-lines file with names: rows with tokens, sents and gold spans (end inclusive).

    `recut` cuts words as treebanks do.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "tokens" in row:
                spans = [(s, e + 1, t) for s, e, t, *_ in row["gold"]]
                starts = [s for s, _ in row.get("sents") or [[0, 0]]]
                cut: tuple[list[str], list[int], list[NameSpan]]
                cut = united(row["tokens"], spans, starts) if recut else (row["tokens"], starts, spans)
                yield from _cut(*cut, corpus)
            else:
                yield from _documents(row, corpus)


def with_names(parsed: Iterable[Paragraph], named: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs of a treebank with the names of the same texts, which `named` has in the same order."""
    words: list[str] = []
    spans: list[NameSpan] = []
    for other in named:
        spans += [(s + len(words), e + len(words), t) for s, e, t in other.names or ()]
        words += other.words
    place = 0
    for paragraph in parsed:
        size = len(paragraph.words)
        while place + size <= len(words) and tuple(words[place : place + size]) != paragraph.words:
            place += 1
        inside = tuple((s - place, e - place, t) for s, e, t in spans if place <= s and e <= place + size)
        yield replace(paragraph, names=inside if place + size <= len(words) else None)
        place += size


def united(
    words: Sequence[str], spans: Sequence[NameSpan], starts: Sequence[int]
) -> tuple[list[str], list[int], list[NameSpan]]:
    """The words cut as the treebanks cut them: hyphens are words of their own, a possessive is one."""
    cut: list[str] = []
    at: list[int] = []
    for word in words:
        if cut and word == "s" and cut[-1] in ("'", "’"):
            at.append(len(cut) - 1)
            cut[-1] += word
            continue
        at.append(len(cut))
        cut += [part for part in HYPHEN.split(word) if part]
    at.append(len(cut))
    moved = [(at[s], max(at[e], at[s] + 1), t) for s, e, t in spans]
    return cut, sorted({at[s] for s in starts if s < len(words)}), moved


def read_columns(path: Path, corpus: str) -> Iterator[Paragraph]:
    """The sentences of a two-column file, word and BIO tag, a blank line between sentences."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if len(fields) >= 2:
            words.append(fields[0])
            tags.append(fields[-1])
        elif words:
            if len(words) <= TOO_LONG:
                cut, starts, spans = united(words, list(spans_of(tags)), (0,))
                yield Paragraph(corpus, tuple(cut), tuple(starts), names=tuple(spans))
            words, tags = [], []


def spans_of(tags: Iterable[str]) -> Iterator[NameSpan]:
    """BIO or IO tags as spans."""
    start, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        begins, _, here = tag.partition("-")
        if kind and (begins != "I" or here != kind):
            yield start, i, kind
            kind = ""
        if begins in ("B", "I") and not kind:
            start, kind = i, here


def _sentences(path: Path) -> Iterator[tuple[bool, Rows]]:
    fresh, rows = False, Rows()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith(("# newpar", "# newdoc")):
            fresh = True
        elif not line:
            if rows:
                yield fresh, rows
                fresh = False
            rows = []
        elif not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)


def _paragraph(sentences: list[Rows], corpus: str) -> Paragraph:
    starts, heads, offset = [], [], 0
    for rows in sentences:
        starts.append(offset)
        heads += [int(r[6]) - 1 + offset if r[6] != "0" else -1 for r in rows]
        offset += len(rows)
    flat = [r for rows in sentences for r in rows]
    column = [tuple(r[k] for r in flat) for k in (1, 3, 4, 5, 2, 7)]
    words, upos, xpos, feats, lemmas, labels = column
    return Paragraph(corpus, words, tuple(starts), upos, xpos, feats, lemmas, tuple(heads), labels)


def _documents(row: dict[str, Any], corpus: str) -> Iterator[Paragraph]:
    """Rows with sentences and clusters of mentions (sentence, start, end, type, text), as Re-DocRED has them."""
    words: list[str] = [word for sentence in row["sents"] for word in sentence]
    starts = [0]
    for sentence in row["sents"]:
        starts.append(starts[-1] + len(sentence))
    mentions = [mention for cluster in row["entities"] for mention in cluster]
    spans = [(starts[n] + s, starts[n] + e, label) for n, s, e, label, *_ in mentions]
    yield from _cut(*united(words, spans, starts[:-1]), corpus)


def _cut(words: list[str], starts: list[int], spans: list[NameSpan], corpus: str) -> Iterator[Paragraph]:
    """A document as paragraphs of at most LONGEST words; of spans that overlap the longest counts."""
    edges, begun = [*starts, len(words)], 0
    for here, end in pairwise(edges):
        if end - begun > LONGEST and here > begun:
            yield _piece(words, edges, spans, corpus, begun, here)
            begun = here
    yield _piece(words, edges, spans, corpus, begun, len(words))


def _piece(words: list[str], edges: list[int], spans: list[NameSpan], corpus: str, start: int, end: int) -> Paragraph:
    kept: list[NameSpan] = []
    for s, e, t in sorted(set(spans), key=lambda x: (x[0] - x[1], x)):
        if start <= s and e <= min(end, start + TOO_LONG) and all(e - start <= a or b <= s - start for a, b, _ in kept):
            kept.append((s - start, e - start, t))
    end = min(end, start + TOO_LONG)
    inside = tuple(e - start for e in edges if start <= e < end)
    return Paragraph(corpus, tuple(words[start:end]), inside, names=tuple(sorted(kept)))
