"""Annotated corpora in, their raw text as it was before anybody cut it into words, and what is right for it, out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TIGHT_AFTER = frozenset("([{“‘$£€#")
TIGHT_BEFORE = frozenset(".,;:!?)]}%’”…") | {"'s", "n't", "’s", "n’t", "'re", "'ve", "'m", "'ll", "'d", "''"}
SENTENCES = 4  # in a paragraph, where the corpus does not say


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank by its place in the text without white space; `head` is that of its head, -1 for a root."""

    start: int
    end: int
    upos: str
    xpos: str
    lemma: str
    head: tuple[int, int]
    dep: str
    sentence: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of raw text and its words; `genre` is told by the document's id."""

    text: str
    words: tuple[Word, ...]
    genre: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """An article with paragraphs apart, where its words stand, and its names (first word, last word, label)."""

    text: str
    places: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int, str], ...]


def texts(path: Path) -> Iterator[Text]:
    """The paragraphs of a CoNLL-U file."""
    held: list[list[list[str]]] = []
    kind = genre = ""
    for fresh, rows, genre in _sentences(path):
        if held and (fresh or genre != kind):
            yield _text(held, kind)
            held = []
        held.append(rows)
        kind = genre
    if held:
        yield _text(held, genre)


def _sentences(path: Path) -> Iterator[tuple[bool, list[list[str]], str]]:
    fresh, rows, genre = False, list[list[str]](), ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            genre = genre_of(line.partition("=")[2].strip())
        if line.startswith(("# newpar", "# newdoc")):
            fresh = True
        elif not line and rows:
            yield fresh, rows, genre
            fresh, rows = False, []
        elif line and not line.startswith("#") and "." not in line.split("\t")[0]:
            rows.append(line.split("\t"))


def genre_of(document: str) -> str:
    """What the id of a document of GUM ("GUM_news_…") or EWT ("weblog-…") says of its genre."""
    return document.split("_")[1] if document.startswith("GUM_") else document.partition("-")[0]


def _text(sentences: Iterable[list[list[str]]], genre: str) -> Text:
    text, words, place = "", [], 0
    for rows in sentences:
        surface, cut = _cut(rows)
        text += surface
        spans: list[tuple[int, int]] = []
        for form in cut:
            spans.append((place, place + len(form)))
            place += len(form)
        plain = [row for row in rows if row[0].isdigit()]
        for i, row in enumerate(plain):
            head = spans[int(row[6]) - 1] if row[6] != "0" else (-1, -1)
            words.append(Word(*spans[i], row[3], row[4], row[2], head, row[7].partition(":")[0], i == 0))
    return Text(text.strip(), tuple(words), genre)


def _cut(rows: list[list[str]]) -> tuple[str, list[str]]:
    """The text of a sentence, and its words as they stand in it."""
    text, cut, last = "", [], 0
    whole = {int(row[0].partition("-")[0]): row for row in rows if "-" in row[0]}
    plain = {int(row[0]): row for row in rows if row[0].isdigit()}
    for i, row in plain.items():
        if i <= last:
            continue
        over = whole.get(i, row)
        last = int(over[0].rpartition("-")[2])
        cut += _parts(over[1], [plain[k][1] for k in range(i, last + 1)])
        text += over[1] + ("" if "SpaceAfter=No" in over[9] else " ")
    return text, ["".join(form.split()) for form in cut]


def _parts(surface: str, words: list[str]) -> list[str]:
    """The surface form cut where its words part, from the end where they do not spell it ("gimme")."""
    cut: list[str] = []
    rest = surface
    for word in reversed(words[1:]):
        size = max(1, min(len(word), len(rest) - 1))
        cut.insert(0, rest[len(rest) - size :])
        rest = rest[: len(rest) - size]
    return [rest, *cut]


def named(path: Path) -> Iterator[Named]:
    """The articles of a JSON-lines file with tokens, sents and gold names, set as an editor would."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            starts = [s for s, _ in row.get("sents") or [[0, 0]]]
            text, places = _set(row["tokens"], frozenset(starts[SENTENCES::SENTENCES]))
            yield Named(text, places, tuple((s, e, t) for s, e, t, *_ in row["gold"]))


def _set(tokens: list[str], breaks: frozenset[int]) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, places, quoted = "", [], False
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else ""
        closes = token == '"' and quoted
        if i in breaks:
            text += "\n\n"
        elif i and not (token in TIGHT_BEFORE or closes or before in TIGHT_AFTER or (before == '"' and quoted)):
            text += " "
        quoted = quoted != (token == '"')
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, tuple(places)
