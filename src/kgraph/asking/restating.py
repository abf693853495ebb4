"""A question in, the statements that would answer it out: a name stands where the answer will be.

"Whom did Kenya ask for help?" becomes "Kenya did ask Peter Holmberg for help." So the rules that read articles read
questions too, and whatever is added to them can be asked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Parse = Callable[[str], Any]
Words = Mapping[str, tuple[str, ...]]

YEAR, NUMBER = "1901", "777"
AUXILIARIES = frozenset(
    ("do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may")
)
PARTICLES = frozenset(("up", "out", "over", "off", "down", "away", "back"))
KINDS = ("person", "country", "city", "place", "organisation", "time")
BY_WORD = {
    "who": ("person", "country", "organisation"),
    "whom": ("person", "country", "organisation"),
    "what": ("organisation", "country", "person"),
    "where": ("city", "country"),
    "when": ("time",),
}
STARTS = re.compile(
    r"(?:(?P<preposition>in|on|at|to|from|for|by|with|of|against|over)\s+)?"
    r"(?:(?P<wh>who|whom|where|when|what|which)\b|(?P<many>how many)\b)\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
LAST = re.compile(r"(?P<before>.+) (?:which|what) (?P<noun>\w+)$", re.IGNORECASE | re.DOTALL)
SOURCES = re.compile(r"(?:which|what) (?P<who>\w+) (?P<verb>\w+) (?:that )?(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
DESCRIBED = re.compile(r"(?:is|are|was|were) the (?:\w+ )?(\w+) of ", re.IGNORECASE)
WHOSE = re.compile(r"whose\s+(?P<noun>.+?)\s+(?P<be>is|are|was|were)\s+(?P<who>.+)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Restated:
    """A statement with a stand-in: `name` is what stands for the answer, "" in a question for yes or no.

    `kind` is what the answer must be (person, country, city, place, organisation, time, number), "" for anything;
    `where` says that a place of something is asked for; `verb` is the lemma of the verb of a yes-or-no question,
    "*" for any. `sources` says who is asked for by what they say ("outlet" or "title"), `denied` that they deny it.
    """

    sentence: str
    name: str
    kind: str = ""
    where: bool = False
    verb: str = ""
    sources: str = ""
    denied: bool = False


def restate(question: str, parse: Parse, words: Words) -> Iterator[Restated]:
    """The statements for a question, the likeliest reading first; none if it is of no form that is known."""
    text = " ".join(question.split()).rstrip("?!. ")
    told = _told(SOURCES.match(text), words)
    if told:
        yield from told
        return
    whose, start, last = WHOSE.match(text), STARTS.match(text), LAST.match(text)
    if whose:
        for name in _names("person", words):
            yield Restated(f"{whose['who']} {whose['be']} a {whose['noun']} of {name}.", name)
    elif start and start["many"]:
        yield from _numbered(start["rest"], parse)
    elif start:
        yield from _asked(start, parse, words)
    elif text.split(" ")[0].lower() in AUXILIARIES:
        turned = _turn(text, parse)
        if turned:
            clause = f"{turned.subject} {turned.auxiliary} {turned.verb} {turned.rest}".strip()
            yield Restated(f"{clause}.", "", verb=turned.lemma)
    elif last:
        kind = _kind(last["noun"], words, parse)
        for name in _names(kind, words) if kind else ():
            yield Restated(f"{last['before']} {name}.", name, kind)


def _told(found: re.Match[str] | None, words: Words) -> tuple[Restated, ...]:
    """What is said by those who are asked for ("which outlets say that …"): a clause, or a noun as one."""
    kind = next((k for k in ("outlet", "title") if found and found["who"].lower() in words[f"{k}_nouns"]), "")
    if not found or not kind or found["verb"].lower() not in (*words["reporting"], *words["denying"]):
        return ()
    denied = found["verb"].lower() in words["denying"]
    clauses = (f"{found['rest']}.", f"There was {found['rest']}.")
    return tuple(Restated(clause[0].upper() + clause[1:], "", "", False, "*", kind, denied) for clause in clauses)


@dataclass(frozen=True, slots=True)
class _Turned:
    """A clause with its words in the order of a statement."""

    subject: str
    auxiliary: str
    verb: str
    rest: str
    lemma: str


def _turn(clause: str, parse: Parse) -> _Turned | None:
    """The parts of "did Kenya ask for help": None if there is no subject between auxiliary and verb."""
    doc = parse(clause + "?")
    tokens = [t for t in doc if t.text != "?"]
    root = _verb(tokens)
    if root is None:
        return None
    end = root.i + 1
    while end < len(tokens) and tokens[end].text.lower() in PARTICLES and tokens[end].head.i == root.i:
        end += 1
    subject, auxiliary = doc[1 : root.i].text, tokens[0].text.lower()
    return _Turned(subject, auxiliary, doc[root.i : end].text, doc[end : len(tokens)].text, root.lemma_)


def _verb(tokens: Sequence[Any]) -> Any:
    """The verb of a question, with a subject before it: the head of all, or else the first word that is a verb."""
    verbs = [t for t in tokens[2:] if t.pos_ in ("VERB", "AUX", "ADJ")]
    heads = [t for t in verbs if t.head.i == t.i]
    return next(iter(heads or [t for t in verbs if t.pos_ == "VERB"]), None)


def _asked(start: re.Match[str], parse: Parse, words: Words) -> Iterator[Restated]:
    wh, preposition, rest = start["wh"].lower(), (start["preposition"] or "").lower(), start["rest"]
    kind = ""
    if wh in ("which", "what") and rest.split(" ")[0].lower() not in AUXILIARIES:
        kind, rest = _split(rest, words, parse)
        if not kind:
            return
    described = DESCRIBED.match(rest)
    stand_in_for = kind or (_kind(described[1], words, parse) if described else "")
    for stand_in in (stand_in_for,) if stand_in_for else BY_WORD.get(wh, ()):
        for name in _names(stand_in, words):
            for sentence in _sentences(rest, name, preposition or _preposition(wh, stand_in), parse):
                where = wh == "where" or (bool(preposition) and stand_in in ("city", "place", "country"))
                yield Restated(sentence, name, "time" if wh == "when" else kind, where)


def _preposition(wh: str, kind: str) -> str:
    return "in" if wh == "where" or kind == "time" else ""


def _split(rest: str, words: Words, parse: Parse) -> tuple[str, str]:
    """What the noun asks for, and what comes after it: organisation of "research institute does …"."""
    tokens = rest.split(" ")
    for i, token in enumerate(tokens[:4]):
        if _kind(token, words, parse):
            after = tokens[i + 1 :]
            if after[:1] == ["of"]:  # "which centres of violence were …"
                after = after[next((k for k, t in enumerate(after) if t.lower() in AUXILIARIES), 0) :]
            return _kind(token, words, parse), " ".join(after)
    return "", rest


def _kind(noun: str, words: Words, parse: Parse) -> str:
    """What a noun asks for: country of "states"; "" for a noun that says too little."""
    forms = (noun.lower(), parse(noun.lower())[0].lemma_.lower())
    return next((k for k in KINDS for form in forms if form in words[k]), "")


def _sentences(rest: str, name: str, preposition: str, parse: Parse) -> Iterator[str]:
    """The statements with the name in its place; a time also in front, where it can belong to nothing else."""
    filled = _filled(rest, name, preposition, parse)
    if not filled and preposition:
        be, _, noun = rest.partition(" ")
        filled = f"{noun} took place {preposition} {name}." if be.lower() in ("was", "were", "is", "are") else ""
    if filled:
        yield filled
    end = f" {preposition} {name}."
    if filled and name == YEAR and filled.endswith(end):
        yield f"{preposition.capitalize()} {name} {filled.removesuffix(end)}."


def _filled(rest: str, name: str, preposition: str, parse: Parse) -> str:
    """The statement with the name in its place: before the verb, behind it, or at the end with a preposition."""
    where = f" {preposition} {name}" if preposition else ""
    first = rest.split(" ", maxsplit=1)[0].lower()
    turned = _turn(rest, parse) if first in AUXILIARIES else None
    if turned is None:
        return "" if where else f"{name} {rest}."
    clause = f"{turned.subject} {turned.auxiliary} {turned.verb}"
    if where:
        return f"{clause} {turned.rest}".rstrip() + where + "."
    if turned.rest.split(" ")[-1].lower() in ("to", "by", "with", "for", "from", "of", "against"):
        return f"{clause} {turned.rest} {name}."
    return f"{clause} {name} {turned.rest}".rstrip() + "."


def _numbered(rest: str, parse: Parse) -> Iterator[Restated]:
    """ "How many troops did Kenya send?" has the number before its noun."""
    words = rest.split(" ")
    at = next((i for i, w in enumerate(words) if w.lower() in AUXILIARIES), None)
    if at is None:
        yield Restated(f"{NUMBER} {rest}.", NUMBER, "number")
        return
    noun, clause = " ".join(words[:at]), " ".join(words[at:])
    turned = _turn(clause, parse)
    if turned is not None:
        sentence = f"{turned.subject} {turned.auxiliary} {turned.verb} {NUMBER} {noun} {turned.rest}".rstrip()
        yield Restated(f"{sentence}.", NUMBER, "number")
    yield Restated(f"{NUMBER} {rest}.", NUMBER, "number")


def _names(kind: str, words: Words) -> Sequence[str]:
    if kind == "time":
        return (YEAR,)
    return words.get(f"{kind}_names", words["city_names"])[:1]
