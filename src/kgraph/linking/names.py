"""A name in, keys out by which two spellings of one name meet: folding, initials, sound, parts of a person's name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

# letters that Unicode does not decompose into a base letter and a mark
BASE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
QUOTES = "\"'‘’‚‛“”„‟«»‹›`´"
POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
ACRONYM = re.compile(r"[A-Z](?:[A-Z0-9]|\.[A-Z]){1,11}\.?")

# British spelling → American; one direction for every word, so a word that is no variant only has to stay distinct
SPELLING = (
    (re.compile(r"is(ation|ations|ed|er|ers|es|ing|e)\b"), r"iz\1"),
    (re.compile(r"(?<=\w\w)our(s|ed|ing|able|)\b"), r"or\1"),
    (re.compile(r"(?<=\w)tre(s|)\b"), r"ter\1"),
    (re.compile(r"(?<=de)fence(s|)\b"), r"fense\1"),
    (re.compile(r"(?<=\w\w)ogue(s|)\b"), r"og\1"),
    (re.compile(r"(?<=gra)mme(s|)\b"), r"m\1"),
    (re.compile(r"(?<=\w)ll(?=ed\b|ing\b|er\b|ers\b)"), "l"),
)

# transliterations of one sound, in this order
SOUNDS = (
    ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("y", "i"),
)  # fmt: skip


def clean(name: str) -> str:
    """The name with single spaces and without punctuation or quotation marks around it."""
    return " ".join(name.split()).strip(QUOTES + " ,;:")


@cache
def fold(name: str) -> str:
    """The name without what spellings differ in: case, marks, quotes, hyphens, British or American, a leading "the"."""
    letters = unicodedata.normalize("NFKD", POSSESSIVE.sub("", clean(name)).casefold().replace("&", " and "))
    letters = "".join(c for c in letters.translate(BASE_LETTERS) if not unicodedata.combining(c))
    letters = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", re.sub(rf"[{QUOTES}]", "", letters))
    plain = " ".join(re.sub(r"[\W_]+", " ", letters).split())
    for british, american in SPELLING:
        plain = british.sub(american, plain)
    return plain.removeprefix("the ")


def squeezed(name: str) -> str:
    """The folded name without spaces."""
    return fold(name).replace(" ", "")


def is_acronym(name: str) -> bool:
    """Whether the name is written as capitals only: "NATO", "U.N."."""
    return bool(ACRONYM.fullmatch(clean(name))) and sum(c.isupper() for c in name) >= 2


def initials(name: str) -> str:
    """The initials of the capitalised words: "International Court of Justice" → "icj"."""
    words = re.split(r"[\s\-–]+", clean(name))
    return "".join(w[0].lower() for w in words if w[:1].isupper())


def stands_for(acronym: str, name: str) -> bool:
    """Whether the acronym is made of the initials of the name, at least three of them."""
    letters = squeezed(acronym)
    return len(letters) >= 3 and is_acronym(acronym) and not is_acronym(name) and letters == initials(name)


@cache
def sound(word: str) -> str:
    """A word as it sounds whatever the transliteration: "Kassym" → "kasim", "Yevgeny" → "evgeni"."""
    heard = squeezed(word)
    for spelt, said in SOUNDS:
        heard = heard.replace(spelt, said)
    heard = re.sub(r"c(?!h)", "k", re.sub(r"c(?=[ei])", "s", heard))
    heard = re.sub(r"(?<=[a-z])(?<![cs])h(?![aeiou])", "", heard)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"^i(?=[eo])", "", heard))


@cache
def skeleton(word: str) -> str:
    """The consonants of the sound: "Tokayev", "Tokaev" → "tkv"."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", sound(word)))


@cache
def similar(a: str, b: str) -> bool:
    """Whether two words are transliterations of one name: the same consonants, nearly the same vowels, the same end.

    The end decides the sex in many languages (Alexander, Alexandra; Petrov, Petrova), so it has to agree.
    """
    one, two = sorted((sound(a), sound(b)))
    if one == two:
        return True
    if len(skeleton(a)) < 3 or skeleton(a) != skeleton(b) or one[-1] != two[-1]:
        return False
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.7


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts: given names as written, and the surname without its particle ("al-", "van der")."""

    given: tuple[str, ...]
    surname: str

    @property
    def first(self) -> str:
        """The first given name, or ""."""
        return self.given[0] if self.given else ""


@cache
def person_name(name: str) -> PersonName:
    """A person's name in parts; a single word is a surname."""
    words = [w for w in clean(name).replace(",", " ").split() if not SUFFIX.fullmatch(w)]
    if not words:
        return PersonName((), "")
    last = re.sub(r"^(?:[Aa][a-z]|[Ee]l)[-‐‑–'’](?=\w)", "", words.pop())
    while words and words[-1].islower():
        words.pop()
    return PersonName(tuple(words), last)


def _is_initial(word: str) -> bool:
    return len(squeezed(word)) == 1


def _same_given(a: str, b: str) -> bool:
    if _is_initial(a) or _is_initial(b):
        return squeezed(a)[:1] == squeezed(b)[:1]
    return similar(a, b)


def same_person(a: PersonName, b: PersonName) -> bool:
    """Whether two full names can be one person's: surname and first name alike, middle names not in conflict."""
    if not (a.given and b.given) or not similar(a.surname, b.surname):
        return False
    if similar("".join(a.given), "".join(b.given)):
        return True
    if not _same_given(a.first, b.first):
        return False
    middles = a.given[1:], b.given[1:]
    if not (middles[0] and middles[1]):
        return True
    return len(middles[0]) == len(middles[1]) and all(_same_given(x, y) for x, y in zip(*middles, strict=True))
