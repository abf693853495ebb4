"""A name in its context in, hints on its type out: labels with weights, one mention at a time or a whole list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kgraph.annotation.edges import POSSESSIVES, Edges
from kgraph.schema import Schema

PLACES = frozenset(("GPE", "LOC"))
GROUPS = {"GPE": "place", "LOC": "place", "FAC": "place", "PERSON": "PERSON", "ORG": "ORG"}
BETWEEN = frozenset((",", ";", "and", "or", "&", "/"))
LISTED = 3  # so many names in a row make a list

# How much one sign of a type counts against one guess of the model.
GUESS, UNSURE, TITLE, GIVEN, QUOTED, NOUN, ENDING = 2, 1, 4, 3, 4, 8, 8

ENDINGS = {
    "ORG": "organisation_ends",
    "LOC": "place_ends",
    "GPE": "region_ends",
    "FAC": "facility_ends",
    "EVENT": "event_ends",
    "LAW": "law_ends",
}


@dataclass(frozen=True)
class Signs:
    """The words around and in a name that tell its type, from ontology/rules/words/names.toml."""

    edges: Edges
    endings: dict[str, str]
    given: frozenset[str]
    words: dict[str, frozenset[str]]

    @classmethod
    def of(cls, schema: Schema) -> Signs:
        """The signs that the schema lists."""
        lists = schema.words.get("names", {})
        endings = {word: label for label, table in ENDINGS.items() for word in lists.get(table, ())}
        words = {name: frozenset(listed) for name, listed in lists.items()}
        return cls(Edges.of(schema, endings), endings, frozenset(schema.given_names), words)

    def listed(self, table: str) -> frozenset[str]:
        """The words of a list, none if there is no such list."""
        return self.words.get(table, frozenset())

    def of_mention(self, span: Span, label: str) -> Iterator[tuple[str, int]]:
        """What one mention says about the type of its string, the model's guess included."""
        yield label, UNSURE if label == "MISC" else GUESS
        yield from self.inside(span, label)
        if self.edges.titled(span) or self.of_person(span) or self.edges.described(span):
            yield "PERSON", TITLE
        placing = self.beside(span, "place_nouns", of=True, comma=True) or self.owned(span)
        if label in ("PERSON", "ORG") and placing:
            yield "GPE", TITLE
        elif label in ("PERSON", "ORG", "GPE", "LOC") and self.beside(span, "organisation_nouns", comma=True):
            yield "ORG", NOUN
        if label == "PERSON" and len(span) == 1 and self.with_article(span[0]):
            yield "ORG", GIVEN
        after = [t.text for t in span.doc[span.end : span.end + 3]]
        if label != "MISC" and after[:1] == [","] and {"".join(after[1:]), *after[1:2]} & self.listed("short_states"):
            yield "GPE", ENDING
        if self.placed(span, label):
            yield (label, UNSURE) if label in PLACES else ("GPE", GIVEN)
        if label in ("PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT") and self.thing(span):
            yield "MISC", ENDING + GIVEN
        if label != "MISC" and quoted(span):
            yield "MISC", QUOTED

    def inside(self, span: Span, label: str) -> Iterator[tuple[str, int]]:
        """What the words of the name itself say."""
        last, kind = span[-1].text, self.kind(span)
        if kind:
            yield kind, ENDING
        elif len(span) > 1 and span[0].text in self.given and label in ("PERSON", "ORG", "GPE", "MISC"):
            yield "PERSON", GIVEN
        if len(span) == 1 and span[0].pos_ == "ADJ" and last.istitle():
            yield "NORP", GIVEN
        if len(span) == 1 and label == "PERSON" and any(a.isupper() and b.isupper() for a, b in pairwise(last)):
            yield "ORG", GIVEN  # people are not called by capitals alone

    def kind(self, span: Span) -> str:
        """What the last word of a longer name says, or the one before its first preposition ("Council of Elders")."""
        if len(span) < 2:
            return ""
        head = next((t.i for t in span[1:-1] if t.pos_ == "ADP"), span.start) - 1
        return self.endings.get(span[-1].text, "") or (
            self.endings.get(span.doc[head].text, "") if head >= span.start else ""
        )

    def of_person(self, span: Span) -> bool:
        """Whether words follow that come after the names of persons ("the Duarte regime", "Duarte's brother")."""
        following = [token for token in span.doc[span.end : span.end + 3] if token.text.islower() or token.is_punct]
        words = [token.lemma_.casefold() for token in following]
        owned = (
            len(words) > 1 and following[0].text in POSSESSIVES and self.listed("of_persons").intersection(words[1:])
        )
        return bool(owned) or (bool(words) and words[0] in self.listed("after_persons"))

    def thing(self, span: Span) -> bool:
        """Whether it is the name of a ship, an animal or a work by the noun before it: "the ferry, the Velmo"."""
        doc, before = span.doc, span.start - 1
        if before > 1 and doc[before].text == "the" and doc[before - 1].text == ",":
            before -= 2
        noun = doc[before] if before >= 0 else None
        return noun is not None and noun.text.islower() and noun.lemma_.casefold() in self.listed("thing_nouns")

    def owned(self, span: Span) -> bool:
        """Whether it is that of which only places have one: "the mayor of Velmo", "Velmo's mayor"."""
        doc, nouns = span.doc, self.listed("of_places")
        if doc[span.end : span.end + 1].text in POSSESSIVES:
            owned = next((t for t in doc[span.end + 1 : span.end + 4] if t.pos_ != "ADJ"), None)
            return owned is not None and owned.text.islower() and owned.lemma_.casefold() in nouns
        after = span.start > 1 and doc[span.start - 1].text == "of" and len(span) <= LISTED
        return after and doc[span.start - 2].lemma_.casefold() in nouns

    def beside(self, span: Span, table: str, *, of: bool = False, comma: bool = False) -> bool:
        """Whether a noun of the list stands right before or after the name ("the daily Velmo", "the port of Velmo").

        With `comma` it may be set off by one: "the agency, Velmo,".
        """
        doc, nouns = span.doc, self.listed(table)
        before = span.start - (2 if of and span.start > 1 and doc[span.start - 1].text == "of" else 1)
        closed = span.end < len(doc) and doc[span.end].text in (",", ".", ")")
        before -= comma and closed and span.start > 1 and doc[before].text == "," and len(span) == 1
        near = [doc[i] for i in (before, span.end) if 0 <= i < len(doc)]
        return any(t.text.islower() and t.pos_ == "NOUN" and t.lemma_.casefold() in nouns for t in near)

    def with_article(self, token: Token) -> bool:
        """Whether the name itself has an article ("the Velmo met"), as no single person has."""
        doc, after = token.doc, token.i + 1
        if token.i == 0 or doc[token.i - 1].text not in ("the", "The") or token.tag_ == "NNPS":
            return False
        alone = after == len(doc) or doc[after].pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP", "SCONJ")
        return alone and (token.text.casefold(),) not in self.edges.titles and doc[min(after, len(doc) - 1)].text != "-"

    def placed(self, span: Span, label: str) -> bool:
        """Whether a preposition of place stands before the name, and nobody is trusted or believed in there."""
        strange = label == "PERSON" and (len(span) == 1 or span[0].text not in self.given)
        if label not in PLACES and not (strange and len(span) <= LISTED - 1):
            return False
        before = span.doc[span.start - 1] if span.start else None
        if before is None or before.text not in self.listed("place_prepositions"):
            return False
        return label in PLACES or span.root.head.lemma_.casefold() not in self.listed("trusting")


def quoted(span: Span) -> bool:
    """Whether the name fills a pair of quotation marks: the title of a work, or a nickname."""
    doc, end = span.doc, span.end
    while end < len(doc) - 1 and doc[end].text in (",", ".", "!", "?"):
        end += 1
    if not span.start or end >= len(doc):
        return False
    left, right = doc[span.start - 1], doc[end]
    return left.is_quote and left.is_left_punct and right.is_quote and right.is_right_punct


def of_lists(doc: Doc, spans: Sequence[tuple[int, int, str, bool]]) -> Iterator[tuple[str, str, int]]:
    """(name, label, weight) for names unlike most others of their list; spans are (start, end, label, sure)."""
    for run in runs(doc, sorted(set(spans))):
        groups: Counter[str] = Counter()
        labels: Counter[str] = Counter()
        for *_, label, sure in run:
            groups[GROUPS[label]] += 1 + sure
            labels[label] += 1 + sure
        group, weight = max(groups.items(), key=lambda pair: (pair[1], pair[0]))
        if 2 * weight <= sum(groups.values()):
            continue
        label = max((n, name) for name, n in labels.items() if GROUPS[name] == group)[1]
        for start, end, own, sure in run:
            if not sure and GROUPS[own] != group:
                yield " ".join(doc[start:end].text.split()), label, GIVEN


def runs(doc: Doc, spans: Sequence[tuple[int, int, str, bool]]) -> Iterator[list[tuple[int, int, str, bool]]]:
    """The spans that stand in one list: commas and conjunctions are all that parts them."""
    run: list[tuple[int, int, str, bool]] = []
    for span in spans:
        if span[2] not in GROUPS:
            continue
        if run and not joins(doc[run[-1][1] : span[0]]):
            if len(run) >= LISTED:
                yield run
            run = []
        run.append(span)
    if len(run) >= LISTED:
        yield run


def joins(between: Span) -> bool:
    """Whether nothing but commas, conjunctions and articles stands there."""
    words: list[Token] = [token for token in between if token.text not in ("the", "The")]
    return 0 < len(words) <= 2 and all(token.text in BETWEEN for token in words)
