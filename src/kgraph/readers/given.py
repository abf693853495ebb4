"""What somebody wrote down about an article: the front matter of its file and the `sources.toml` beside it."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from kgraph.errors import SourceError
from kgraph.readers import dates
from kgraph.readers.decoding import decode
from kgraph.readers.lexicon import load_lexicon
from kgraph.readers.metadata import Metadata, tidy

SIDE_FILE = "sources.toml"
FIELDS = {
    "title": "title", "standfirst": "standfirst", "subtitle": "standfirst", "description": "standfirst",
    "outlet": "outlet", "publisher": "outlet", "source": "outlet", "author": "authors", "authors": "authors",
    "byline": "authors", "translator": "translators", "translators": "translators", "date": "published",
    "published": "published", "credited": "credited", "language": "language", "lang": "language", "url": "url",
}  # fmt: skip
MANY = ("authors", "translators")
FENCE = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r?\n|\r)")
PAIR = re.compile(r"(?P<key>[A-Za-z][\w .-]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
IGNORED = re.compile(r"[ \t]*(?:#.*)?$|[ \t]+\S.*$")  # blank, a comment, or the inside of a nested value


def front_matter(text: str, path: object) -> tuple[Metadata, int]:
    """What the head of a file says (`---` key: value, or `+++` TOML), and where the text behind it starts.

    Keys that are not about the source are passed over. Raises SourceError with the line that cannot be read.
    """
    opened = FENCE.match(text)
    if not opened:
        return Metadata(), 0
    fence = re.escape(opened["fence"])
    closed = re.compile(rf"^{fence}[ \t]*(?:\r?\n|\r|\Z)", re.MULTILINE).search(text, opened.end())
    inside = text[opened.end() : closed.start()].splitlines() if closed else []
    if not closed or not (opened["fence"] == "+++" or any(PAIR.match(line) for line in inside)):
        return Metadata(), 0  # a rule drawn across the page, or a text that begins with one
    table = _toml("\n".join(inside), path, 1) if opened["fence"] == "+++" else _pairs(inside, path)
    known = {key: value for key, value in table.items() if key.lower() in FIELDS}
    return _metadata(known, path), closed.end()


def side_file(folder: Path) -> Mapping[str, Metadata]:
    """The sections of a folder's `sources.toml`, by file name or pattern; none without one. Raises SourceError."""
    path = folder / SIDE_FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SourceError(path, f"cannot be read: {error.strerror}") from error
    sections = _toml(decode(data, path), path) if data.strip() else {}
    for name, section in sections.items():
        _refuse_unknown(name, section, path)
    return {name: _metadata(section, path) for name, section in sections.items()}


def stated(name: str, sections: Mapping[str, Metadata]) -> Metadata:
    """What a side file says about a file: the section with its name before any pattern, later before earlier."""
    found = [s for pattern, s in sections.items() if pattern == name]
    found += [s for pattern, s in reversed(list(sections.items())) if pattern != name and fnmatchcase(name, pattern)]
    merged = Metadata()
    for section in found:
        merged = merged.over(section)
    return merged


def _pairs(lines: Iterable[str], path: object) -> dict[str, Any]:
    found: dict[str, Any] = {}
    key = ""
    for number, line in enumerate(lines, start=2):
        if pair := PAIR.match(line):
            key = pair["key"].strip()
            found[key] = _value(pair["value"] or "")
        elif key and not found[key] and (item := ITEM.match(line)):
            found[key] = [_value(item["value"])]
        elif key and isinstance(found[key], list) and (item := ITEM.match(line)):
            found[key].append(_value(item["value"]))
        elif not IGNORED.match(line):
            raise SourceError(path, f"line {number}: front matter is `key: value`, not {line.strip()[:40]!r}")
    return found


def _value(text: str) -> Any:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [_value(part) for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^,\s][^,]*", text[1:-1])]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return re.sub(r"\s+#.*$", "", text)


def _toml(text: str, path: object, above: int = 0) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"line {int(line[1]) + above}" if line else "at its end"
        raise SourceError(path, f"{where}: not valid TOML: {str(error).split(' (at')[0]}") from error


def _refuse_unknown(name: str, section: Any, path: Path) -> None:
    if not isinstance(section, dict):
        raise SourceError(path, f'{name!r} stands outside a section; write ["file name.txt"] above it')
    for key in section:
        if key.lower() not in FIELDS:
            close = difflib.get_close_matches(key, FIELDS, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(sorted(set(FIELDS)))}"
            raise SourceError(path, f"unknown key {key!r} for {name!r}; {hint}")


def _metadata(table: Mapping[str, Any], path: object) -> Metadata:
    values: dict[str, Any] = {}
    for key, value in table.items():
        field = FIELDS[key.lower()]
        if isinstance(value, (dict, bool)):
            raise SourceError(path, f"{key!r} must be text" + (" or a list" if field in MANY else ""))
        texts = [tidy(str(v)) for v in (value if isinstance(value, list) else [value])]
        values[field] = _field(field, [t for t in texts if t], path)
    return Metadata(**values)


def _field(field: str, texts: list[str], path: object) -> Any:
    if field in MANY:
        parts = (name.strip() for text in texts for name in re.split(r"\s*[;,]\s*|\s+and\s+", text))
        return tuple(dict.fromkeys(p for p in parts if p))
    text = ", ".join(texts)
    date = dates.published(text, load_lexicon()) if field == "published" else ""
    if field == "published" and text and not date:
        raise SourceError(path, f"date {text!r} is no date; write it like 2022-01-09")
    return date if field == "published" else text.lower() if field == "language" else text
