"""An event word in, how long it went on out: "cut off for five days", "a three-day strike", "lasted two weeks"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.numerals import Words, numerals
from kgraph.model import Article, Evidence, Value

FROM_NOW = frozenset({"ago", "later", "earlier", "before", "after", "hence", "old", "to", "on", "more"})
ONE = frozenset({"a", "an"})


def duration(trigger: Token, article: Article, words: Words, lasting: tuple[str, ...]) -> tuple[Value, Evidence] | None:
    """The ISO 8601 duration of an event with its passage, None where the text tells none.

    `words` are the lists for figures; `lasting` are verbs that only say how long their subject went on.
    """
    periods = dict(pair.split("=") for pair in words["periods"])
    for token in _spans(trigger, lasting):
        unit = periods.get(token.lemma_.lower(), "")
        start, end = token.left_edge.i, token.i + 1
        count = _count(token, words) if unit else 0
        after = token.doc[end].lower_ if end < len(token.doc) else ""
        if count and after not in FROM_NOW:
            times, _, letter = unit.rpartition("x")
            span = token.doc[start:end]
            passage = Evidence(
                article.id, span.start_char, span.end_char, article.text[span.start_char : span.end_char]
            )
            return Value("text", _iso(count * int(times or 1), letter), passage.quote), passage
    return None


def _spans(trigger: Token, lasting: tuple[str, ...]) -> Iterator[Token]:
    """The nouns that may tell how long: after "for", in a hyphen before a noun, or behind a verb of lasting."""
    yield from syntax.fillers(trigger, "for")
    if syntax.is_verbal(trigger):
        return
    yield from (t for t in syntax.fillers(trigger, "compound") if t.i > 1 and t.nbor(-1).text == "-")
    if trigger.head.lemma_.lower() in lasting and syntax.link(trigger) == "subject":
        functions: Mapping[str, tuple[Token, ...]] = {
            name: syntax.fillers(trigger.head, name) for name in ("adverbial", "for", "object")
        }
        yield from (t for name in functions for t in functions[name])


def _count(token: Token, words: Words) -> float:
    text = token.doc[token.left_edge.i : token.i].text
    number = next(reversed(list(numerals(text, words))), None)
    if number is not None:
        return number.value
    return float(any(c.lower_ in ONE for c in token.lefts))


def _iso(count: float, unit: str) -> str:
    return f"P{unit.replace('T', f'T{count:g}')}" if unit.startswith("T") else f"P{count:g}{unit}"
