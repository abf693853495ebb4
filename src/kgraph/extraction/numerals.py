"""Text in, the numbers that it writes out: in figures, in words, with a hyphen, as a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Words = Mapping[str, tuple[str, ...]]
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
THOUSAND, HUNDRED = 1000, 100
GAP = r"[\s-]+"
FROM, TO = "from", "up to"  # how the ends of a range bound what is counted


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: offsets, value, and "from" or "up to" where it is an end of a range."""

    start: int
    end: int
    value: float
    bound: str = ""


def numerals(text: str, words: Words) -> Iterator[Numeral]:
    """The numbers of a text, left to right, both ends of "10 to 15"; a bare "a" or "thousands" is none."""
    numbers, scales = pairs(words["numbers"]), pairs(words["scales"])
    found = [(m.start(), m.end(), m[0]) for m in _grammar(numbers, scales).finditer(text)]
    read = [Numeral(s, e, value) for s, e, said in found if (value := _value(said, numbers, scales))]
    for before, one, after in zip([None, *read], read, [*read[1:], None], strict=False):
        if after is not None and _is_range(text, one, after):
            scaled = one.value * _scale(text[after.start : after.end], scales)
            yield Numeral(one.start, one.end, scaled if one.value < after.value >= scaled else one.value, FROM)
        elif before is not None and _is_range(text, before, one):
            yield Numeral(one.start, one.end, one.value, TO)
        else:
            yield one


def pairs(words: tuple[str, ...]) -> dict[str, int]:
    """What each word of a list like "ten=10" stands for."""
    return {w: int(n) for w, _, n in (pair.rpartition("=") for pair in words)}


def _grammar(numbers: Mapping[str, int], scales: Mapping[str, int]) -> re.Pattern[str]:
    word = rf"(?:{'|'.join(sorted(numbers, key=len, reverse=True))})\b"
    scale = rf"(?:{'|'.join(scales)})\b"
    compound = rf"{word}(?:[- ]{word})?"
    more = rf"(?:(?:{GAP}and)?{GAP}{compound}(?:{GAP}{scale})*)"
    pattern = rf"(?:half{GAP}an?|{DIGITS}|\ban?|{compound})(?:(?:{GAP}{scale})+{more}*)?"
    return re.compile(rf"(?<![\w$£€.,:/])(?:{pattern})(?![\w:/]|[.,]\d)", re.IGNORECASE)


def _value(said: str, numbers: Mapping[str, int], scales: Mapping[str, int]) -> float:
    """The number, 0 for a bare "a" that counts nothing."""
    total, here = 0.0, 0.0
    for word in re.findall(r"[\d.,]*\d|[a-z]+", said.lower()):
        if word in scales and scales[word] >= THOUSAND:
            total, here = total + (here or 1) * scales[word], 0.0
        elif word in scales:
            here = (here or 1) * scales[word]
        elif word == "half":
            here = 0.5
        else:
            here += float(word.replace(",", "")) if word[0].isdigit() else numbers.get(word, 0)
    return total + here


def _is_range(text: str, one: Numeral, two: Numeral) -> bool:
    between, before = text[one.end : two.start].strip().lower(), text[: one.start].lower().split()[-1:]
    joined = between in {"to", "-", "–", "—"} or (between == "and" and before == ["between"])
    return joined and (one.value < two.value or one.value * HUNDRED > two.value) and one.value != two.value


def _scale(said: str, scales: Mapping[str, int]) -> int:
    """What the words for hundreds and thousands in it multiply by."""
    times = 1
    for word in said.lower().replace("-", " ").split():
        times *= scales.get(word, 1)
    return times
