"""Rule files in, rules out: which words say a thing, and which syntactic function fills which role."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kgraph.errors import SchemaError

Pos = Literal["verb", "noun", "adjective", "participle"]
WORD_KEYS: dict[str, Pos] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective", "participles": "participle"}
FRAME_KEYS = {
    "require", "context", "without", "types", "affixes", "kind", "value", "factuality", "hedge", "role", "confidence",
    "mode", "decides", "within",
}  # fmt: skip
RULE_KEYS = {"type", "property", "label", "comment", "frames", "examples", "kind", "measured"}
WEIGHT = 4  # how many judgements the confidence that a rule was written with is worth


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say it.

    `words` are lemmas ("call on" has its particle), `roles` maps a role to the functions that may fill it, the first
    that does wins. Functions: subject, object, indirect-object (logical ones: passives are already turned round),
    complement, possessor, adjective, compound, called ("the city of X"), holder (whom an apposition, title, copula or
    "as" gives the noun to), outgoing (whom "succeeded X as director" takes it from), head (the noun that a participle
    modifies), self (the matched word), clause, aside (the verb of an adverbial clause), adverb, adverbial, number
    ("1994" before a noun), bracket (what stands in brackets behind a name), or a preposition.
    "object>from" is what the object has after "from". "function:date" and "function:number" ask for a value, and
    "function:name" for what has a name, "function:proper" for its name itself. A noun frame's word "any schema:Person"
    is every such name.
    `require` names roles without which it does not fire; `context` words of which one must fill the function;
    `without` words that must not; `types` the classes of which a filler must be one, or none ("!schema:Country").
    `kind` says what a relation's object is: "date", "text" (the filler's name), "phrase" (the words of what is no
    actor), "first" (the genus in a species' name), "words" (the matched words, or the frame's `value`), else a
    thing.
    `affixes` are words that a hyphen may tie to a noun frame's words ("ex-president", "president-elect").
    Of the sentence, not of the words' grammar, tell "topic" (what it is about), "theme" (the same, for a participle
    behind a comma), "behind" (the names right behind the words), "behind by" (behind that preposition), "before" (the
    nearest name before them), "when" (the next date), "preposition" (before a name) and "predicate" (of the sentence).
    `decides` are roles that the words decide the class of, whatever a name was taken for; `within` lets the words stand
    inside a name ("the 1990 rugby season"), which is then "self". "{}" in `value` stands for the matched words.
    """

    pos: Pos
    words: tuple[str, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    require: tuple[str, ...] = ()
    context: tuple[tuple[str, tuple[str, ...]], ...] = ()
    without: tuple[tuple[str, tuple[str, ...]], ...] = ()
    types: tuple[tuple[str, tuple[str, ...]], ...] = ()
    affixes: tuple[str, ...] = ()
    kind: str = ""
    value: str = ""
    mode: str = ""
    factuality: str = ""
    hedge: str = ""
    role: str = ""
    confidence: float = 0.8
    decides: tuple[str, ...] = ()
    within: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own and what the rule must find in it: role → words; `finds` is None when it must not fire."""

    text: str
    finds: tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One file: an event type, a property, or a kind of statement, with its frames and examples.

    Of `judged` findings on texts that no rule was written for `right` were right.
    """

    name: str
    path: Path
    type: str
    frames: tuple[Frame, ...]
    examples: tuple[Example, ...] = ()
    label: str = ""
    right: int = 0
    judged: int = 0

    def confidence(self, expected: float) -> float:
        """How often it is right: what one expected of a frame when it was written, corrected by what was judged."""
        return round((self.right + WEIGHT * expected) / (self.judged + WEIGHT), 2)


def read_rules(folder: Path, *, types: Mapping[str, object], lists: Mapping[str, tuple[str, ...]]) -> Iterator[Rule]:
    """The rules of a folder in the order of their file names.

    `types` are the names that a rule may be for; `lists` are word lists that a rule names with "@" ("@offices").
    Raises SchemaError for a file that is not TOML, an unknown key, an unknown type or a frame without words.
    """
    for path in sorted(folder.glob("*.toml")):
        yield _rule(path, read_toml(path), types, lists)


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; raises SchemaError with the line where it is broken."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SchemaError(path, f"not valid TOML: {error}") from error


def closest(word: str, known: Mapping[str, object]) -> str:
    """A hint to append to an error: "; did you mean 'x'?", or nothing."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _rule(path: Path, table: dict[str, Any], types: Mapping[str, object], lists: Mapping[str, tuple[str, ...]]) -> Rule:
    for key in table.keys() - RULE_KEYS:
        raise SchemaError(path, f"unknown key {key!r}{closest(key, dict.fromkeys(RULE_KEYS))}")
    name = table.get("type") or table.get("property")
    if not isinstance(name, str):
        raise SchemaError(path, 'a rule file says what it is for: type = "…" or property = "…"')
    if name not in types:
        raise SchemaError(path, f"type {name!r} is not in the vocabulary{closest(name, types)}")
    frames = tuple(_frame(path, f, lists) for f in table.get("frames", ()))
    examples = tuple(_example(path, e) for e in table.get("examples", ()))
    right, judged = _measured(path, table.get("measured", {}))
    return Rule(path.stem, path, name, frames, examples, str(table.get("label", "")), right, judged)


def _measured(path: Path, table: object) -> tuple[int, int]:
    given = table if isinstance(table, dict) else {"right": None}
    right, judged = given.get("right", 0), given.get("judged", 0)
    if not isinstance(right, int) or not isinstance(judged, int) or not 0 <= right <= judged:
        raise SchemaError(path, "measured = { right = 8, judged = 9 } counts judged findings, and the right among them")
    return right, judged


def _frame(path: Path, table: dict[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Frame:
    keys = [k for k in WORD_KEYS if k in table]
    if len(keys) != 1:
        raise SchemaError(path, f"a frame has one of {', '.join(WORD_KEYS)}; this one has {', '.join(keys) or 'none'}")
    roles = {k: v for k, v in table.items() if k not in FRAME_KEYS and k not in WORD_KEYS}
    for role, functions in roles.items():
        if not (isinstance(functions, list) and all(isinstance(f, str) for f in functions)):
            raise SchemaError(path, f'role {role!r} needs a list of functions, such as ["subject", "by"]')
    pairs = {
        k: tuple((f, _words(path, w, lists)) for f, w in table.get(k, {}).items())
        for k in ("context", "without", "types")
    }
    return Frame(
        pos=WORD_KEYS[keys[0]],
        words=_words(path, table[keys[0]], lists),
        roles=tuple((role, tuple(functions)) for role, functions in roles.items()),
        require=tuple(table.get("require", ())),
        context=pairs["context"],
        without=pairs["without"],
        types=pairs["types"],
        affixes=_words(path, table.get("affixes", []), lists),
        kind=str(table.get("kind", "")),
        value=str(table.get("value", "")),
        mode=str(table.get("mode", "")),
        factuality=str(table.get("factuality", "")),
        hedge=str(table.get("hedge", "")),
        role=str(table.get("role", "")),
        confidence=float(table.get("confidence", 0.8)),
        decides=tuple(table.get("decides", ())),
        within=bool(table.get("within", False)),
    )


def _words(path: Path, given: object, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    words = [given] if isinstance(given, str) else list(given) if isinstance(given, list) else []
    found: list[str] = []
    for word in words:
        if word.startswith("@") and word[1:] not in lists:
            raise SchemaError(path, f"no word list {word!r}{closest(word[1:], lists)}")
        found += lists[word[1:]] if word.startswith("@") else [word]
    return tuple(dict.fromkeys(found))


def _example(path: Path, table: dict[str, Any]) -> Example:
    finds = table.get("finds")
    if not isinstance(table.get("text"), str) or not (finds is False or isinstance(finds, dict)):
        raise SchemaError(path, 'an example has text = "…" and finds = { role = "words" } or finds = false')
    return Example(table["text"], None if finds is False else tuple((k, str(v)) for k, v in finds.items()))
