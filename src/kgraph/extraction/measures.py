"""A noun in, the number that it measures something by out: a share in per cent, a time of service in years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.numerals import Words, numerals, pairs
from kgraph.model import Value

Measure = tuple[Value, str]
SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent)")
MORE = "more than"


def shares(token: Token, words: Words) -> Iterator[Measure]:
    """The number before a sign or word of per cent, and its hedge: "about 14.5 per cent", "nearly a third", "half"."""
    phrase = syntax.noun_phrase(token).text
    found = SHARE.search(phrase)
    if found is not None:
        yield Value("number", found[1], found[0]), _hedge(phrase[: found.start()], words)
        return
    part = pairs(words["fractions"]).get(token.lemma_.lower())
    number = next(reversed(list(numerals(phrase[: phrase.find(token.text)], words))), None)
    if part is not None and (number is None or number.value < part):
        many = number.value if number is not None else 1
        before = phrase[: number.start if number is not None else phrase.find(token.text)]
        yield Value("number", f"{many * 100 / part:.3g}", phrase), _hedge(before, words)


def years(token: Token, words: Words) -> Iterator[Measure]:
    """How many years a noun tells of, and its hedge: 30 of "nearly three decades", 11 of "11+ years"."""
    spans = pairs(words["spans"]).get(token.lemma_.lower())
    if spans is None:
        return
    text = token.doc[token.left_edge.i : token.i].text
    number = next(reversed(list(numerals(text, words))), None)
    if number is None and spans == 1:
        return
    count = (number.value if number is not None else 1) * spans
    before = text[: number.start] if number is not None else text
    above = number is not None and text[number.end :].strip().startswith("+")
    said = f"{text[number.start :] if number is not None else ''} {token.text}".strip()
    yield Value("number", f"{count:g}", said), MORE if above else _hedge(before, words)


MEASURES: Mapping[str, Callable[[Token, Words], Iterator[Measure]]] = {"share": shares, "years": years}


def _hedge(before: str, words: Words) -> str:
    """The longest hedge that ends the words before a number."""
    left = " ".join(before.lower().split()).removesuffix(" a")
    return max((h for h in words["hedges"] if f" {left}".endswith(f" {h}")), key=len, default="")
