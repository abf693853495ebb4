"""Files in, a build folder out: graph in all its forms, store, extractions and report, put in place at one stroke."""

from __future__ import annotations

import itertools
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kgraph.errors import KgraphError, StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.linking import link
from kgraph.model import Article, Corpus, Extraction
from kgraph.pipeline import BASE, Sources, extract, paths, read
from kgraph.pipeline.cache import code_version, digest, extraction_key, model_version, to_json
from kgraph.pipeline.guidance import UNGUIDED, Guides, beside, guidance, text
from kgraph.pipeline.listener import Listener, Log
from kgraph.pipeline.workers import Packs
from kgraph.schema import Schema
from kgraph.writers import write

FILES = ("graph.ttl", "graph.trig", "graph.html")
OUTPUTS = (*FILES, "extractions.jsonl", "report.json", "store")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build holds. `skipped` has a line for every source that could not be used; `fresh` is false if the
    sources had not changed since the build that stands."""

    articles: int
    entities: int
    events: int
    facts: int
    asserted: int
    statements: int
    copies: int
    contradictions: int
    triples: int
    skipped: tuple[str, ...] = ()
    fresh: bool = True


class Tee:
    """A listener that keeps the problems and passes everything on."""

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.problems: list[str] = []

    def progress(self, step: str, done: int, total: int) -> None:
        """Pass on."""
        self.listener.progress(step, done, total)

    def problem(self, error: KgraphError) -> None:
        """Keep and pass on."""
        self.problems.append(str(error))
        self.listener.problem(error)


def build_folder(  # noqa: PLR0913  # each of these is an option of `kgraph build`
    sources: Sources,
    out: Path,
    *,
    model: str | None = None,
    workers: int = 1,
    base: str = BASE,
    guides: Guides = UNGUIDED,
    packs: Packs = (),
    listener: Listener | None = None,
) -> Report:
    """Builds the graph of the sources into a folder: graph.ttl, graph.trig, graph.html, store, extractions.jsonl.

    Everything is written aside and put in place by one rename, so the last good build stands until the new one is
    whole. Extractions of unchanged articles are reused. `guides` are the user's files on who is who, `packs` rule packs
    to read beside the rules for news. Raises SourceError when nothing can be read, StoreError when the folder cannot be
    written.
    """
    schema = Schema.load(packs=packs)
    tee = Tee(listener or Log())
    articles = read(sources, listener=tee)
    builds = _folder(out / ".builds")
    guides = beside(guides, paths(sources), out)
    known = guidance(guides, schema=schema, listener=tee.listener)
    key = _build_key(articles, model, base, schema.version, text(guides.judgements), text(guides.gazetteer))
    standing = _standing(builds / "current", key)
    if standing is not None:
        _publish((builds / "current").resolve(), out)
        return standing
    cache = out / ".cache/extractions.sqlite"
    extractions = extract(articles, model=model, workers=workers, cache=cache, packs=packs, listener=tee)
    staging = _folder(builds / f"{key}.{os.getpid()}.partial")
    tee.progress("link", 0, 1)
    corpus = link(_read(articles, extractions), extractions, schema=schema, guidance=known)
    tee.progress("link", 1, 1)
    report = _write(staging, corpus, extractions, base=base, model=model_version(model), packs=packs, tee=tee)
    finished = staging.rename(_unused(builds / key))
    _publish(finished, out)
    _clean(builds, keep=finished.name)
    return report


def _write(  # noqa: PLR0913  # what a build is made from and under which names
    folder: Path, corpus: Corpus, extractions: Sequence[Extraction], *, base: str, model: str, packs: Packs, tee: Tee
) -> Report:
    graph = KnowledgeGraph.from_corpus(corpus, base=base, model=model, path=folder / "store", packs=packs)
    texts = {f"{base}doc/{a.id}": a.masked for a in corpus.articles}
    for done, name in enumerate(FILES):
        tee.progress("write", done, len(FILES))
        write(graph, folder / name, texts=texts)
    tee.progress("write", len(FILES), len(FILES))
    lines = [f"{to_json(e)}\n" for e in extractions]
    (folder / "extractions.jsonl").write_text("".join(lines), encoding="utf-8")
    report = _report(corpus, len(graph), tee.problems)
    graph.close()
    (folder / "report.json").write_text(json.dumps(asdict(report), indent=2) + "\n", encoding="utf-8")
    return report


def _read(articles: Sequence[Article], extractions: Sequence[Extraction]) -> list[Article]:
    """The articles that something was read out of."""
    done = {e.article for e in extractions}
    return [a for a in articles if a.id in done]


def _report(corpus: Corpus, triples: int, problems: Sequence[str]) -> Report:
    return Report(
        articles=len(corpus.articles),
        entities=len(corpus.entities),
        events=len(corpus.occurrences),
        facts=len(corpus.facts),
        asserted=sum(f.asserted for f in corpus.facts),
        statements=len(corpus.statements),
        copies=len(corpus.copies),
        contradictions=len(corpus.contradictions),
        triples=triples,
        skipped=tuple(problems),
    )


def _build_key(articles: Sequence[Article], model: str | None, base: str, rules: str, *guides: str) -> str:
    """A hash of everything that the outputs depend on."""
    version = model_version(model)
    keys = [(a.path, extraction_key(a, model=version, rules=rules)) for a in articles]
    return digest({"articles": keys, "base": base, "code": code_version(), "guides": guides})[:16]


def _standing(current: Path, key: str) -> Report | None:
    """The report of the build in place if it has this key, unless some of its articles could not be analysed."""
    path = current / "report.json"
    if not (current.resolve().name.startswith(key) and path.is_file()):
        return None
    about = json.loads(path.read_text(encoding="utf-8"))
    report = Report(**{**about, "skipped": tuple(about["skipped"]), "fresh": False})
    return None if any("could not be analysed" in s or "died" in s for s in report.skipped) else report


def _unused(path: Path) -> Path:
    numbered = (path.with_name(f"{path.name}-{n}") for n in itertools.count(1))
    return next(p for p in numbered if not p.exists())


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror}); name another folder with -o") from error
    return path


def _publish(build: Path, out: Path) -> None:
    """Makes `out` show this build: one symbolic link is swapped, which is atomic, and the outputs lead through it."""
    current = build.parent / "current"
    try:
        _link(current, build.name)
        for name in OUTPUTS:
            _link(out / name, f".builds/current/{name}")
    except NotImplementedError:  # a file system without symbolic links: one file after the other
        for name in OUTPUTS:
            _copy(build / name, out / name)


def _link(path: Path, target: str) -> None:
    if path.is_symlink() and str(path.readlink()) == target:
        return
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    try:
        fresh.symlink_to(target)
    except OSError as error:
        raise NotImplementedError from error
    try:
        fresh.replace(path)
    except OSError as error:
        fresh.unlink()
        raise StoreError(f"{path}: is in the way of an output; move it or name another folder with -o") from error


def _copy(source: Path, target: Path) -> None:
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    if source.is_dir():
        shutil.copytree(source, fresh, dirs_exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
    else:
        shutil.copy2(source, fresh)
    fresh.replace(target)


def _clean(builds: Path, *, keep: str) -> None:
    """Removes older builds and what killed runs left behind; another run's folder stays while its process lives."""
    for path in sorted(builds.iterdir()):
        if path.name in {keep, "current"} or _alive(path.name):
            continue
        shutil.rmtree(path, ignore_errors=True) if not path.is_symlink() else path.unlink(missing_ok=True)


def _alive(name: str) -> bool:
    parts = name.split(".")
    if len(parts) != 3 or not parts[1].isdigit() or int(parts[1]) == os.getpid():
        return False
    try:
        os.kill(int(parts[1]), 0)
    except OSError:
        return False
    return True
