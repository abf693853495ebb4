"""An Extraction in, attributions as PolNeAR writes them out: source, cue and content as character spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgraph.model import Article, Evidence, Extraction, Mention, Span, Statement

Attribution = dict[str, list[list[int]]]
BESIDE = 150  # characters of a cue clause with its source; what lies further apart is no clause put into the content


def article(id: str, text: str, date: str) -> Article:
    """A text with one paragraph a line."""
    ranges, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            ranges.append((start, start + len(line)))
        start += len(line) + 1
    return Article(path=f"{id}.txt", text=text, ranges=tuple(ranges), published=date)


def attributions(extraction: Extraction) -> Iterator[Attribution]:
    """The statements of an article; one that several make is one attribution with several sources."""
    known: dict[tuple[int, int, int], Attribution] = {}
    for said in extraction.statements:
        near = _mention(said, extraction.mentions)
        source = [[near.evidence.start, near.evidence.end]] if near is not None else []
        key = said.cue.start, said.content.start, said.content.end
        if key in known:
            known[key]["source"] += source
            continue
        cue = said.cue.start, said.cue.end
        known[key] = {"source": source, "cue": [list(cue)], "content": [list(p) for p in _pieces(said, cue, source)]}
    yield from known.values()


def _mention(said: Statement, mentions: Sequence[Mention]) -> Mention | None:
    """The mention of the speaker that stands nearest to the cue, outside the content if it can be."""
    own = [m for m in mentions if m.entity == said.speaker]
    here = [m for m in own if _holds(said.evidence, m)] or own
    near = [m for m in here if not _holds(said.content, m)] or here
    return min(near, key=lambda m: (_distance(m, said), m.evidence.start), default=None)


def _holds(around: Evidence, mention: Mention) -> bool:
    return around.start <= mention.evidence.start and mention.evidence.end <= around.end


def _distance(mention: Mention, said: Statement) -> int:
    return min(abs(mention.evidence.end - said.cue.start), abs(mention.evidence.start - said.cue.end))


def _pieces(said: Statement, cue: Span, source: Sequence[Sequence[int]]) -> list[Span]:
    """The content without the words of saying that are put into it."""
    start, end = said.content.start, said.content.end
    told = [cue, *((a, b) for a, b in source if start <= a and b <= end)]
    first, last = min(a for a, _ in told), max(b for _, b in told)
    if not (start <= cue[0] and cue[1] <= end) or last - first > BESIDE:
        return [(start, end)]
    return [(a, b) for a, b in ((start, first), (last, end)) if a < b]
