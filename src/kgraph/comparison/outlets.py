"""Articles in, outlets out: one column for each outlet, and where its articles come from in the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from kgraph.graph import Passage, Source


@dataclass(frozen=True, slots=True)
class Column:
    """One outlet with its articles; an article without an outlet stands alone, under the name of its file.

    `copy_of` names the columns whose articles these restate, if that is all that they do.
    """

    name: str
    articles: tuple[Source, ...]
    copy_of: tuple[str, ...] = ()


def columns(sources: Mapping[str, Source]) -> tuple[Column, ...]:
    """The outlets, a copy right after its original, else by the date of the first article and by name."""
    found: dict[str, list[Source]] = {}
    for source in sorted(sources.values(), key=_order):
        found.setdefault(name(source), []).append(source)
    plain = [Column(n, tuple(a), _copied(n, a, sources)) for n, a in found.items()]
    originals = [c for c in plain if not c.copy_of]
    return tuple(x for c in originals for x in (c, *(d for d in plain if d.copy_of[:1] == (c.name,))))


def name(source: Source | Passage) -> str:
    """What the column of an article is called."""
    return source.outlet or PurePath(source.path).stem or source.title or "(no name)"


def roots(article: str, sources: Mapping[str, Source], seen: tuple[str, ...] = ()) -> frozenset[str]:
    """The articles that one goes back to through however many copies; itself if it is an original."""
    older = sources[article].copy_of if article in sources else ()
    if not older or article in seen:
        return frozenset((article,))
    return frozenset().union(*(roots(o, sources, (*seen, article)) for o in older))


def origins(articles: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    """The columns that the articles come from in the end, so that a copy adds none."""
    found = frozenset[str]().union(*(roots(a, sources) for a in articles))
    return frozenset(name(sources[a]) if a in sources else a for a in found)


def _copied(column: str, articles: Iterable[Source], sources: Mapping[str, Source]) -> tuple[str, ...]:
    found = [origins((a.id,), sources) for a in articles]
    return () if any(column in f for f in found) else tuple(sorted(frozenset().union(*found)))


def _order(source: Source) -> tuple[str, str, str]:
    return source.date or "9999", name(source), source.id
