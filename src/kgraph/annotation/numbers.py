"""Tagged Doc in, the same Doc with sums, shares, times of day, measures and bare numbers among its entities out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.attrs import IS_ALPHA, POS
from spacy.language import Language
from spacy.symbols import NUM
from spacy.tokens import Doc, Span, Token

from kgraph.schema import Schema

CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[ap]m|h)?|\d{1,2}[ap]m")
GLUED = re.compile(r"[\d.,]*\d(?:m|mn|bn|tn|k)", re.IGNORECASE)  # "2bn"


@Language.factory(
    "kgraph_numbers",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    requires=["token.pos"],
    default_config={"ontology": None},
)
def make_numbers(nlp: Language, name: str, ontology: str | None) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component, which finds what numbers say."""
    return Numbers.of(Schema.load(Path(ontology) if ontology else None))


@dataclass(frozen=True)
class Numbers:
    """Word lists by their name in ontology/rules/words/numbers.toml."""

    words: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, schema: Schema) -> Numbers:
        """The component with the words of the schema."""
        return cls({name: frozenset(words) for name, words in schema.words["numbers"].items()})

    def __call__(self, doc: Doc) -> Doc:
        """The document with the entities found beside those that it had."""
        taken = {i for ent in doc.ents for i in range(ent.start, ent.end)}
        found = [Span(doc, s, e, label=label) for s, e, label in self.find(doc) if taken.isdisjoint(range(s, e))]
        if found:
            doc.ents = tuple(sorted((*doc.ents, *found), key=lambda span: span.start))
        return doc

    def find(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """What each number of the text is, with the words that say so."""
        past = 0
        for i in np.flatnonzero((doc.to_array(IS_ALPHA) == 0) | (doc.to_array(POS) == NUM)).tolist():
            if i >= past and number(doc[i]):
                end = self.run_end(doc, i)
                start, stop, label = self.label(doc, i, end)
                yield start, stop, label
                past = max(end, stop)

    def run_end(self, doc: Doc, start: int) -> int:
        """The end of the number that starts here, its magnitude counted in: "1.5 million", "twenty - five"."""
        end = start + 1
        while end < len(doc):
            hyphen = (
                doc[end].text == "-" and end + 1 < len(doc) and doc[end + 1].pos_ == "NUM" and doc[end - 1].is_alpha
            )
            if hyphen:
                end += 2
            elif self.has(doc, end, "magnitudes") or (number(doc[end]) and doc[end].is_alpha):
                end += 1
            else:
                break
        return end

    def label(self, doc: Doc, start: int, end: int) -> tuple[int, int, str]:
        """What the number from start to end is; the span grows over its symbol, currency or unit."""
        if start and (self.has(doc, start - 1, "symbols") or self.has(doc, start - 1, "codes")):
            return start - 1, end, "MONEY"
        if self.has(doc, end, "shares"):
            return start, end + 1, "PERCENT"
        if doc[end : end + 2].text.lower() == "per cent":
            return start, end + 2, "PERCENT"
        if self.has(doc, end, "clock") or (end == start + 1 and CLOCK.fullmatch(doc[start].lower_)):
            return start, end + self.has(doc, end, "clock"), "TIME"
        if self.has(doc, end, "currencies") or self.has(doc, end, "codes"):
            return start, end + 1, "MONEY"
        unit = end
        while self.has(doc, unit, "between"):
            unit += 1
        return (start, unit + 1, "QUANTITY") if self.has(doc, unit, "units") else (start, end, "CARDINAL")

    def has(self, doc: Doc, i: int, words: str) -> bool:
        """Whether the i-th token is one of the words."""
        return 0 <= i < len(doc) and doc[i].lower_ in self.words[words]


def number(token: Token) -> bool:
    """Whether the token is a number that counts; ordinals are not."""
    if token.pos_ in ("NUM", "SYM", "NOUN") and (CLOCK.fullmatch(token.lower_) or GLUED.fullmatch(token.text)):
        return True
    return token.pos_ == "NUM" and (token.like_num or token.text[:1].isdigit())
