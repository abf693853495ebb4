"""Articles in, pairs out: which article restates which, found by re-worded paragraphs in the same order.

Candidates come from MinHash sketches of each paragraph's words in bands (Broder 1997), so the work grows with the
number of paragraphs, not with the number of pairs of articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b, shake_128
from itertools import chain, combinations, pairwise, repeat

import numpy as np

from kgraph.linking.names import squeezed
from kgraph.model import Article

BANDS, ROWS = 24, 4  # two paragraphs that share half of their words meet with 79 %, those that share 3 % with 0.002 %
SHORTEST = 8  # words in a paragraph below which likeness is chance
CROWD = 100  # paragraphs in a bucket above which not all pairs are looked at
COMMON, COMMON_LEAST = 0.01, 100  # share and number of paragraphs above which a word leads nowhere
ALIKE = 0.35  # share of common words that makes two paragraphs versions of one another
# the same where an article is no longer than that, and the share of the shorter's where that has so many words: two
# notes on one matter share many
ALONE, CONTAINED, MANY = 0.6, 0.85, 20
RECENT = 4096  # articles whose words are kept at hand
ENOUGH, ENOUGH_IF_CREDITED = 0.5, 0.3  # share of the smaller article's paragraphs

BYTES = 4  # of one value in a sketch
FACTORS = np.frombuffer(shake_128(b"paragraphs").digest(16 * BANDS * ROWS), dtype="<u8").reshape(2, -1) | np.uint64(1)

Words = frozenset[str]


def copies(articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """(article id, id of the article it restates) pairs, each copy once, with its closest and earliest original."""
    by_id = {a.id: a for a in articles}

    @lru_cache(maxsize=RECENT)  # the words of 50,000 articles are a gigabyte
    def texts(article: str) -> tuple[Words, ...]:
        return paragraphs(by_id[article])

    found: dict[str, tuple[float, str, str, str]] = {}
    for one, two in _candidates(sorted(by_id, key=lambda a: _age(by_id[a])), texts):
        score = likeness(texts(one), texts(two))
        if not _is_long_or_literal(texts(one), texts(two)):
            continue
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


def _age(article: Article) -> tuple[str, str, str]:
    return article.published or "9999", article.path, article.id


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


def _is_long_or_literal(a: Sequence[Words], b: Sequence[Words]) -> bool:
    """Whether both have several paragraphs to be alike in, or two that are alike to the letter."""
    return min(len(a), len(b)) > 1 or any(_is_literal(x, y) for x in a for y in b)


def _is_literal(x: Words, y: Words) -> bool:
    shared, shorter = len(x & y), min(len(x), len(y))
    return shared >= ALONE * len(x | y) or (shorter >= MANY and shared >= CONTAINED * shorter)


def same_words(x: Words, y: Words) -> bool:
    """Whether one passage can be the other in other words."""
    return len(x & y) >= ALIKE * len(x | y)


def _candidates(articles: Sequence[str], texts: Callable[[str], Sequence[Words]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles, the first given first, of which two paragraphs (or the only one) share a bucket."""
    common = _common(texts(a) for a in articles)
    sketches = {a: tuple(_sketch(words - common or words) for words in texts(a)) for a in articles}
    met: dict[tuple[str, str], set[int]] = defaultdict(set)
    for band in range(BANDS):
        for places in _buckets(sketches, band):
            for (one, n), (two, _) in _pairs(places):
                if one != two:
                    met[one, two].add(n)
    return (pair for pair in sorted(met) if len(met[pair]) >= min(2, *(len(sketches[a]) for a in pair)))


def _pairs(places: Sequence[tuple[str, int]]) -> Iterable[tuple[tuple[str, int], tuple[str, int]]]:
    """All pairs; of a crowd each with the first and the next, which is enough for what an agency sends to hundreds."""
    if len(places) <= CROWD:
        return combinations(places, 2)
    return chain(zip(repeat(places[0]), places[1:], strict=False), pairwise(places))


def _common(texts: Iterable[Sequence[Words]]) -> Words:
    """The words of so many paragraphs that to share them says nothing; in a small corpus there are none."""
    counts: Counter[str] = Counter()
    total = 0
    for paragraph in chain.from_iterable(texts):
        counts.update(paragraph)
        total += 1
    return frozenset(w for w, n in counts.items() if n > max(COMMON_LEAST, COMMON * total))


def _buckets(sketches: Mapping[str, Sequence[bytes]], band: int) -> Iterable[list[tuple[str, int]]]:
    """Paragraphs, as (article, number), that are alike in one band; the bands one by one, to save memory."""
    part = slice(band * ROWS * BYTES, (band + 1) * ROWS * BYTES)
    found: dict[bytes, list[tuple[str, int]]] = defaultdict(list)
    for article, sketched in sketches.items():
        for n, sketch in enumerate(sketched):
            found[sketch[part]].append((article, n))
    return found.values()


def _sketch(words: Words) -> bytes:
    """The smallest value of each of the hash functions over the words (Dietzfelbinger's multiply-shift)."""
    numbers = np.fromiter(map(_number, words), dtype=np.uint64, count=len(words))
    hashed = (numbers[:, None] * FACTORS[0] + FACTORS[1]) >> np.uint64(32)
    return bytes(hashed.min(axis=0).astype("<u4").tobytes())


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _credits(copy: Article, original: Article) -> bool:
    """Whether the one names the other's outlet as its source."""
    source, outlet = squeezed(copy.credited), squeezed(original.outlet)
    return bool(source and outlet) and (source in outlet or outlet in source)


def _direction(a: Article, b: Article) -> tuple[str, str]:
    """(copy, original): the one that credits, else the translated, else the later, else the shorter is the copy."""
    for one, two in ((_credits(a, b), _credits(b, a)), (a.credited, b.credited), (a.translators, b.translators)):
        if bool(one) != bool(two):
            return (a.id, b.id) if one else (b.id, a.id)
    n = min(len(a.published), len(b.published))
    if a.published[:n] != b.published[:n]:
        return (a.id, b.id) if a.published[:n] > b.published[:n] else (b.id, a.id)
    size = [sum(end - start for start, end in x.ranges) for x in (a, b)]
    return (a.id, b.id) if (size[0], b.path) < (size[1], a.path) else (b.id, a.id)
