"""Files in, a knowledge graph out: the only module that sees more than one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kgraph.errors import SourceError
from kgraph.graph import KnowledgeGraph
from kgraph.linking import link
from kgraph.model import Article, Extraction
from kgraph.pipeline.cache import Cache, extraction_key, model_version
from kgraph.pipeline.guidance import UNGUIDED, Guides, beside, guidance
from kgraph.pipeline.listener import Listener, Log
from kgraph.pipeline.workers import Packs, extract_articles
from kgraph.readers import load
from kgraph.schema import Schema

__all__ = ["BASE", "Listener", "Log", "build", "extract", "read"]

BASE = "https://kgraph.example/"
Sources = Path | str | Sequence[Path | str]


def build(  # noqa: PLR0913  # each of these is an option of `kgraph build`
    sources: Sources,
    *,
    model: str | None = None,
    workers: int = 1,
    base: str = BASE,
    guides: Guides = UNGUIDED,
    packs: Packs = (),
    listener: Listener | None = None,
) -> KnowledgeGraph:
    """The knowledge graph of the articles in files and folders, in memory.

    `model` names a spaCy pipeline (the shipped one by default), `workers` counts processes, `base` starts every IRI
    of data, `guides` are the user's files on who is who, `packs` rule packs to read beside the rules for news. What
    cannot be read goes to `listener`. Raises SourceError when nothing can be read at all.
    """
    schema = Schema.load(packs=packs)
    articles = read(sources, listener=listener)
    extractions = extract(articles, model=model, workers=workers, packs=packs, listener=listener)
    known = guidance(beside(guides, paths(sources)), schema=schema, listener=listener or Log())
    corpus = link(articles, extractions, schema=schema, guidance=known)
    return KnowledgeGraph.from_corpus(corpus, base=base, model=model_version(model), packs=packs)


def read(sources: Sources, *, listener: Listener | None = None) -> tuple[Article, ...]:
    """The articles of files and folders in the order of their paths; problems go to the listener."""
    heard = listener or Log()
    found: list[Article] = []
    for item in load(paths(sources)):
        heard.problem(item) if isinstance(item, SourceError) else found.append(item)
        heard.progress("read", len(found), 0)
    if not found:
        where = ", ".join(map(str, paths(sources)))
        raise SourceError(where, "no article could be read here; articles are .txt, .md or .html files")
    return tuple(sorted(found, key=lambda a: (a.path, a.id)))


def extract(
    articles: Sequence[Article],
    *,
    model: str | None = None,
    workers: int = 1,
    cache: Path | None = None,
    packs: Packs = (),
    listener: Listener | None = None,
) -> tuple[Extraction, ...]:
    """What each article says, in the order of the articles; those that fail are left out and told to the listener.

    With `cache`, a SQLite file, articles that were read before by the same model, rules and code are not read again.
    """
    heard = listener or Log()
    found: dict[str, Extraction] = {}
    for article, result in _extractions(articles, model, workers, cache, packs):
        heard.progress("extract", len(found), len(articles))
        if isinstance(result, SourceError):
            heard.problem(result)
        else:
            found[article.id] = result
    heard.progress("extract", len(articles), len(articles))
    return tuple(found[a.id] for a in articles if a.id in found)


def _extractions(
    articles: Sequence[Article], model: str | None, workers: int, path: Path | None, packs: Packs
) -> Iterator[tuple[Article, Extraction | SourceError]]:
    if path is None:
        yield from extract_articles(articles, model=model, workers=workers, packs=packs)
        return
    rules, version = Schema.load(packs=packs).version, model_version(model)
    keys = {a.id: extraction_key(a, model=version, rules=rules) for a in articles}
    with Cache(path) as cache:
        known = {a.id: hit for a in articles if (hit := cache.get(keys[a.id])) is not None}
        yield from ((a, known[a.id]) for a in articles if a.id in known)
        new = [a for a in articles if a.id not in known]
        for article, result in extract_articles(new, model=model, workers=workers, packs=packs):
            if isinstance(result, Extraction):
                cache.put(keys[article.id], result)
            yield article, result


def paths(sources: Sources) -> list[Path]:
    """The sources as a list of paths."""
    return [Path(sources)] if isinstance(sources, str | Path) else [Path(s) for s in sources]
