"""Extractions in and out of a SQLite file, under a key of everything that they depend on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import fields
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from pydantic import TypeAdapter

from kgraph.model import Article, Extraction

PACKAGE = Path(__file__).resolve().parents[1]
READING = ("model.py", "annotation", "extraction", "schema")  # the code that an extraction depends on
CODE = frozenset((".py", ".js", ".css", ".html"))
EXTRACTION = TypeAdapter(Extraction)


class Cache:
    """Extractions by key; each `put` is a transaction of its own, so that a killed run loses at most one article."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, timeout=60)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("CREATE TABLE IF NOT EXISTS extraction (key TEXT PRIMARY KEY, json TEXT NOT NULL)")

    def get(self, key: str) -> Extraction | None:
        """The extraction stored under a key."""
        row = self._connection.execute("SELECT json FROM extraction WHERE key = ?", (key,)).fetchone()
        return from_json(row[0]) if row else None

    def put(self, key: str, extraction: Extraction) -> None:
        """Stores an extraction; an older one under the same key is replaced."""
        with self._connection:
            row = (key, to_json(extraction))
            self._connection.execute("INSERT OR REPLACE INTO extraction (key, json) VALUES (?, ?)", row)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        with closing(self._connection):
            pass


def to_json(extraction: Extraction) -> str:
    """One line of JSON with the fields of model.Extraction."""
    return EXTRACTION.dump_json(extraction).decode()


def from_json(line: str) -> Extraction:
    """The extraction that `to_json` wrote."""
    return EXTRACTION.validate_json(line)


def extraction_key(article: Article, *, model: str, rules: str) -> str:
    """A hash of what the extraction of an article depends on: text, ranges, metadata, model, rules and code."""
    known = {f.name: getattr(article, f.name) for f in fields(article) if f.name not in {"path", "url"}}
    return digest({"article": known, "model": model, "rules": rules, "code": code_version(READING)})


def digest(value: Mapping[str, object]) -> str:
    """The SHA-256 of a JSON value, 64 hex digits."""
    return sha256(json.dumps(value, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def code_version(parts: tuple[str, ...] = (".",)) -> str:
    """A hash of kgraph's own modules, so that a changed rule of grammar is never answered from the cache."""
    found = hashed_files(p for part in parts for p in _modules(PACKAGE / part))
    return found[:12]


@cache
def model_version(model: str | None) -> str:
    """Name and version of a pipeline, without loading it: from its meta.json, or from the installed package."""
    folder = PACKAGE / "models/kgraph_en" if model is None else Path(model)
    meta = folder / "meta.json"
    if meta.is_file():
        about = json.loads(meta.read_text(encoding="utf-8"))
        return f"{about['lang']}_{about['name']} {about['version']} {hashed_files([meta, folder / 'config.cfg'])[:8]}"
    try:
        return f"{model} {version(str(model).replace('_', '-'))}"
    except PackageNotFoundError:
        return str(model)


def hashed_files(paths: Iterable[Path]) -> str:
    """The SHA-256 over the contents of files, in the order given; a missing file counts as empty."""
    total = sha256()
    for path in paths:
        total.update(path.read_bytes() if path.is_file() else b"")
        total.update(b"\0")
    return total.hexdigest()


def _modules(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in CODE)
