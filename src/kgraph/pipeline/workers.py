"""Articles in, extractions out, over one or several processes; a worker that dies takes no other article with it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from typing import TYPE_CHECKING

from kgraph.errors import SourceError
from kgraph.model import Article, Extraction
from kgraph.pipeline.authors import notes, with_notes
from kgraph.schema import Schema

if TYPE_CHECKING:
    from spacy.language import Language

CHUNK = 8
Result = tuple[Article, Extraction | SourceError]
Packs = tuple[str, ...]


def extract_articles(
    articles: Sequence[Article], *, model: str | None, workers: int, packs: Packs = ()
) -> Iterator[Result]:
    """Each article with what was read out of it, or with the error that stopped it; in no fixed order."""
    if workers <= 1 or len(articles) <= 1:
        for article in articles:
            yield article, extract_one(article, model, packs)
        return
    left = yield from _in_pool(articles, model, workers, packs)
    for article in left:  # each alone, so that the one that kills its process is known by name
        yield article, _in_own_process(article, model, packs)


def extract_one(article: Article, model: str | None, packs: Packs = ()) -> Extraction | SourceError:
    """What is read out of one article, in this process."""
    from kgraph.annotation import annotate
    from kgraph.extraction import extract

    nlp, schema = _pipeline(model), Schema.load(packs=packs)
    try:
        read = extract(annotate(article, nlp), article, schema)
        if not article.notes or not article.authors:
            return read
        note = notes(article)
        return with_notes(read, extract(annotate(note, nlp), note, schema), article)
    except Exception as error:  # one article must never stop a batch of a million, whatever a parser does with it
        return SourceError(article.path, f"could not be analysed ({type(error).__name__}: {error})")


@cache
def _pipeline(model: str | None) -> Language:
    from kgraph.annotation import load_pipeline

    return load_pipeline(model)


def _extract_chunk(articles: Sequence[Article], model: str | None, packs: Packs) -> list[Result]:
    return [(article, extract_one(article, model, packs)) for article in articles]


def _in_pool(
    articles: Sequence[Article], model: str | None, workers: int, packs: Packs
) -> Generator[Result, None, list[Article]]:
    """Yields results; returns the articles that were lost with a dead worker."""
    context = multiprocessing.get_context("spawn")  # threads of a parent do not survive a fork
    size = max(1, min(CHUNK, len(articles) // workers))
    chunks = [articles[i : i + size] for i in range(0, len(articles), size)]
    lost: list[Article] = []
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        pending: dict[Future[list[Result]], Sequence[Article]] = {}
        for chunk in chunks:
            pending[pool.submit(_extract_chunk, chunk, model, packs)] = chunk
        for future in as_completed(pending):
            try:
                yield from future.result()
            except BrokenProcessPool:
                lost += pending[future]
    return lost


def _in_own_process(article: Article, model: str | None, packs: Packs) -> Extraction | SourceError:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            return pool.submit(extract_one, article, model, packs).result()
        except BrokenProcessPool:
            return SourceError(article.path, "the process that analysed it died (out of memory?)")
