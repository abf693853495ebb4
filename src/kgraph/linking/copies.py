"""Articles in, pairs out: which article restates which, found by re-worded paragraphs in the same order.

Candidates come from MinHash sketches of each paragraph's words in bands (Broder 1997), so the work grows with the
number of paragraphs, not with the number of pairs of articles.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from kgraph.linking.names import squeezed
from kgraph.model import Article

BANDS, ROWS = 24, 4  # two paragraphs that share half of their words meet with 79 %, those that share 3 % with 0.002 %
SHORTEST = 8  # words in a paragraph below which likeness is chance
CROWD = 200  # paragraphs in a bucket above which it is a stock phrase of the trade
ALIKE = 0.35  # share of common words that makes two paragraphs versions of one another
ENOUGH, ENOUGH_IF_CREDITED = 0.5, 0.3  # share of the smaller article's paragraphs

Words = frozenset[str]


def copies(articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """(article id, id of the article it restates) pairs, each copy once, with its closest and earliest original."""
    by_id = {a.id: a for a in articles}
    texts = {a.id: paragraphs(a) for a in articles}
    found: dict[str, tuple[float, str, str, str]] = {}
    for one, two in _candidates(texts):
        score = likeness(texts[one], texts[two])
        credited = _credits(by_id[one], by_id[two]) or _credits(by_id[two], by_id[one])
        if score < (ENOUGH_IF_CREDITED if credited else ENOUGH):
            continue
        copy, original = _direction(by_id[one], by_id[two])
        closest = (-score, by_id[original].published, by_id[original].path, original)
        found[copy] = min(found.get(copy, closest), closest)
    return tuple(sorted((copy, original) for copy, (*_, original) in found.items()))


def origin_of(copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Article → the one that it goes back to through however many copies; only for copies and their originals."""
    above = dict(copies)
    origins = {}
    for article, nearest in above.items():
        seen, origin = {article}, nearest
        while origin in above and origin not in seen:
            seen.add(origin)
            origin = above[origin]
        origins[article] = origins[origin] = origin
    return origins


def paragraphs(article: Article) -> tuple[Words, ...]:
    """The words of each paragraph that is long enough, cut to their stems."""
    texts = (article.text[start:end] for start, end in article.ranges)
    return tuple(w for w in map(stems, texts) if len(w) >= SHORTEST)


def stems(text: str) -> Words:
    """The words of a text cut to what inflection and derivation leave of them, without the short words of grammar."""
    return frozenset(w[:6] for w in re.findall(r"[^\W_]+", text.casefold()) if len(w) > 3 or w.isdigit())


def likeness(a: Sequence[Words], b: Sequence[Words]) -> float:
    """The share of the smaller article's words that stand in paragraphs which the other has too, in the same order."""
    a, b = (a, b) if sum(map(len, a)) <= sum(map(len, b)) else (b, a)
    if not a:
        return 0.0
    best = [0] * (len(b) + 1)  # the longest common subsequence, paragraphs weighed by their words
    for x in a:
        row = [0]
        for n, y in enumerate(b):
            row.append(max(row[-1], best[n + 1], best[n] + (len(x) if same_words(x, y) else 0)))
        best = row
    return best[-1] / sum(map(len, a))


def same_words(x: Words, y: Words) -> bool:
    """Whether one passage can be the other in other words."""
    return len(x & y) >= ALIKE * len(x | y)


def _candidates(texts: dict[str, tuple[Words, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles of which two paragraphs (or the only one) share a bucket."""
    buckets: dict[tuple[int, ...], list[tuple[str, int]]] = defaultdict(list)
    for article in sorted(texts):
        for n, words in enumerate(texts[article]):
            sketch = _sketch(words)
            for band in range(BANDS):
                buckets[band, *sketch[band * ROWS : band * ROWS + ROWS]].append((article, n))
    met: dict[tuple[str, str], set[int]] = defaultdict(set)
    for places in buckets.values():
        for (one, n), (two, _) in combinations(places, 2) if len(places) <= CROWD else ():
            if one != two:
                met[one, two].add(n)
    return (pair for pair in sorted(met) if len(met[pair]) >= min(2, *(len(texts[a]) for a in pair)))


def _sketch(words: Words) -> tuple[int, ...]:
    return tuple(map(min, zip(*map(_hashes, words), strict=True)))


@cache
def _hashes(word: str) -> tuple[int, ...]:
    size = BANDS * ROWS
    return struct.unpack(f"<{size}I", hashlib.shake_128(word.encode("utf-8", "surrogatepass")).digest(4 * size))


def _credits(copy: Article, original: Article) -> bool:
    """Whether the one names the other's outlet as its source."""
    source, outlet = squeezed(copy.credited), squeezed(original.outlet)
    return bool(source and outlet) and (source in outlet or outlet in source)


def _direction(a: Article, b: Article) -> tuple[str, str]:
    """(copy, original): the one that credits, else the later, else the shorter is the copy."""
    if _credits(a, b) != _credits(b, a):
        return (a.id, b.id) if _credits(a, b) else (b.id, a.id)
    if bool(a.credited) != bool(b.credited):
        return (a.id, b.id) if a.credited else (b.id, a.id)
    n = min(len(a.published), len(b.published))
    if a.published[:n] != b.published[:n]:
        return (a.id, b.id) if a.published[:n] > b.published[:n] else (b.id, a.id)
    size = [sum(end - start for start, end in x.ranges) for x in (a, b)]
    return (a.id, b.id) if (size[0], b.path) < (size[1], a.path) else (b.id, a.id)
