"""Files and folders in, articles out: one format a module, told apart by the file's suffix."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kgraph.errors import SourceError
from kgraph.model import Article
from kgraph.readers import html, markdown, text
from kgraph.readers.given import side_file, stated
from kgraph.readers.metadata import Metadata

__all__ = ["READERS", "Reader", "find", "load", "read"]

Reader = Callable[[bytes, str, Metadata], Iterator[Article]]
READERS: dict[str, Reader] = {
    ".txt": text.read, ".text": text.read, ".md": markdown.read, ".markdown": markdown.read,
    ".html": html.read, ".htm": html.read, ".xhtml": html.read,
}  # fmt: skip
NO_ARTICLES = ("readme", "license", "changelog", "contributing", "judgements")  # files about a folder, by stem


def read(path: Path, *, root: Path | None = None) -> Iterator[Article]:
    """The articles of one file; `Article.path` counts from `root`. Raises SourceError."""
    yield from _read(path, root or path.parent, side_file(path.parent))


def find(sources: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file to read with the folder it was found under, sorted; raises SourceError at a source that is none.

    Folders are searched to the bottom; hidden files, README files and formats without a reader are passed over there.
    """
    yield from _sorted(pair for source in sources for pair in _find(source))


def load(sources: Sequence[Path]) -> Iterator[Article | SourceError]:
    """The articles of all files and folders, and, in their place, an error for each that could not be read.

    The same text is read once: a second file with it gives a SourceError that names the first.
    """
    files: list[tuple[Path, Path]] = []
    for source in sources:
        try:
            files.extend(_find(source))
        except SourceError as error:
            yield error
    sides: dict[Path, Mapping[str, Metadata]] = {}
    seen: dict[str, str] = {}
    for path, root in _sorted(files):
        if path.parent not in sides:
            yield from _side(path.parent, sides)
        yield from _once(path, root, sides[path.parent], seen)


def _once(
    path: Path, root: Path, side: Mapping[str, Metadata], seen: dict[str, str]
) -> Iterator[Article | SourceError]:
    try:
        for article in _read(path, root, side):
            first = seen.get(article.id)
            yield SourceError(article.path, f"the same text as {first}; read once") if first else article
            seen.setdefault(article.id, article.path)
    except SourceError as error:
        yield error


def _side(folder: Path, sides: dict[Path, Mapping[str, Metadata]]) -> Iterator[SourceError]:
    """Read a folder's side file; broken, it is reported once and the articles are read without it."""
    sides[folder] = {}
    try:
        sides[folder] = side_file(folder)
    except SourceError as error:
        yield error


def _read(path: Path, root: Path, side: Mapping[str, Metadata]) -> Iterator[Article]:
    name = _name(path, root)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(name, _unknown(path.suffix))
    if path.exists() and not path.is_file():
        raise SourceError(name, "not a regular file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(name, f"cannot be read: {error.strerror or error}") from error
    yield from reader(data, name, stated(path.name, side))


def _find(source: Path) -> Iterator[tuple[Path, Path]]:
    try:
        source.stat()
    except OSError as error:
        raise SourceError(_printable(str(source)), _missing(source, error)) from error
    except ValueError as error:
        raise SourceError(_printable(str(source)), "no path: it holds a NUL character") from error
    if not source.is_dir():
        if source.suffix.lower() not in READERS:
            raise SourceError(_printable(str(source)), _unknown(source.suffix))
        yield source, source.parent
        return
    for folder, folders, names in os.walk(source):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from ((Path(folder, name), source) for name in sorted(names) if _is_article(name))


def _is_article(name: str) -> bool:
    path = Path(name.lower())
    return path.suffix in READERS and path.stem not in NO_ARTICLES and not name.startswith((".", "~"))


def _sorted(files: Iterator[tuple[Path, Path]] | Sequence[tuple[Path, Path]]) -> list[tuple[Path, Path]]:
    """Each file once, in the order of the names that the articles get."""
    unique: dict[str, tuple[Path, Path]] = {}
    for path, root in files:
        unique.setdefault(os.path.realpath(path), (path, root))
    return sorted(unique.values(), key=lambda pair: (_name(*pair), str(pair[0])))


def _name(path: Path, root: Path) -> str:
    return _printable(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)


def _printable(name: str) -> str:
    """The name without bytes that are no UTF-8 and without control characters, neither of which a graph can hold."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "\ufffd", os.fsencode(name).decode("utf-8", "replace"))


def _missing(source: Path, error: OSError) -> str:
    if not isinstance(error, FileNotFoundError):
        return f"cannot be read: {error.strerror or error}"
    beside = sorted(p.name for p in source.parent.iterdir()) if source.parent.is_dir() else []
    close = difflib.get_close_matches(source.name, beside, n=1)
    return "no such file or folder" + (
        f"; did you mean {_printable(str(source.parent / close[0]))!r}?" if close else ""
    )


def _unknown(suffix: str) -> str:
    close = difflib.get_close_matches(suffix.lower(), READERS, n=1)
    what = f"no reader for {_printable(suffix)!r}" if suffix else "no suffix to tell the format by"
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return f"{what}{hint} Known are {', '.join(READERS)}" if hint else f"{what}; known are {', '.join(READERS)}"
