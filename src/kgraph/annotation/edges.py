"""Entity in, the same name with its proper edges out: no article, title or possessive, hyphens joined, runs split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kgraph.annotation.known import Found
from kgraph.schema import Schema

Edge = tuple[int, int, str]
Starts = Mapping[int, Found]  # known names by their first token

HYPHENS = ("-", "‐", "‑", "–")
POSSESSIVES = ("'s", "’s", "'", "’")
OPENING, CLOSING = ("the", "The", "a", "A", "an", "An"), (".", ",", ";", ":", "'", "’", "s")
SHORTEST_DATED = 3  # words of a name with a day
FARTHEST = 9  # words from an office to the comma before its holder
DANGLING = frozenset(("of", "at", "in", "for", "and", "the"))
NAMES_ONLY = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "MISC"))


@dataclass(frozen=True)
class Edges:
    """The words that stand before a person's name without being part of it, in lower case, as tuples of words.

    `courtesy` are those of them that nothing but a person's name follows; `endings` are last words of other names,
    `calendar` words that no name ends with behind a preposition ("the Committee on Thursday").
    """

    titles: frozenset[tuple[str, ...]]
    courtesy: frozenset[str]
    endings: frozenset[str]
    calendar: frozenset[str]
    longest: int

    @classmethod
    def of(cls, schema: Schema, endings: Iterable[str]) -> Edges:
        """The titles and offices of the schema."""
        words = schema.words.get("names", {})
        phrases = [*words.get("titles", ()), *(office.name for office in schema.offices)]
        phrases += [word for modifiers in schema.modifiers.values() for word in modifiers]
        titles = frozenset(tuple(phrase.casefold().replace("-", " - ").split()) for phrase in phrases)
        courtesy = frozenset((*words.get("female_titles", ()), *words.get("male_titles", ()), *words.get("ranks", ())))
        calendar = frozenset(words.get("never_names", ()))
        return cls(titles, courtesy, frozenset(endings), calendar, max(map(len, titles), default=0))

    def trim(self, ent: Span, known: Starts) -> Iterator[Edge]:
        """The name or names in an entity of the model, as (start, end, label)."""
        if ent.label_ not in NAMES_ONLY:
            yield ent.start, ent.end, ent.label_
            return
        halves = list(separate(ent, known))
        if len(halves) > 1:
            for half in halves:
                yield from self.trim(half, known)
            return
        here = [known[i] for i in range(ent.start, ent.end) if i in known]
        inside = [found for found in here if found.end <= ent.end]
        start, end = bare(ent.doc, self.name_start(ent, inside), self.undated(ent, self.officers(ent, inside)))
        if ent.label_ == "PERSON":
            end = next((f.start - 1 for f in inside if f.start - 1 > start and of_place(ent.doc, f)), end)
        start, end = joined(ent.doc, initialled(start, ent) if start == ent.start else start, end, known)
        if start < end and capital(ent.doc, start, end, inside) and not only_known(ent.doc, start, end, inside):
            yield start, end, ent.label_

    def name_start(self, ent: Span, inside: Sequence[Found]) -> int:
        """Where the name begins after owners ("Ghana's ...") and, for persons, after nationalities and titles."""
        start, end, doc = ent.start, ent.end, ent.doc
        owners = {found.start: found.end for found in inside if owns(found)}
        while start < end:
            after = owners.get(start, start)
            if start < after < end and doc[after].text in POSSESSIVES:
                start = after + 1
            elif start < after < end and ent.label_ == "PERSON" and doc[after].text[:1].isupper():
                start = after
            elif size := self.title_size(doc, start, end, ent.label_):
                start = beyond(doc, start + size, end)
            else:
                return start
        return start

    def title_size(self, doc: Doc, start: int, end: int, label: str) -> int:
        """How many tokens of a title stand at `start`; 0 when none does or the whole is the name of something else."""
        if doc[end - 1].text in self.endings or (label in ("ORG", "MISC") and doc[start].text not in self.courtesy):
            return 0
        for size in range(min(self.longest, end - start), 0, -1):
            if tuple(token.text.casefold() for token in doc[start : start + size]) in self.titles:
                return size
        several = doc[start].text.casefold().removesuffix("s")
        return int(label == "PERSON" and doc[start].text.endswith("s") and (several,) in self.titles)

    def officers(self, ent: Span, inside: Sequence[Found]) -> int:
        """The end of a body's name before its officers: "ILO Special Envoy", "NTPU MPs"."""
        first = next((found.end for found in inside if found.start == ent.start), ent.start + 1)
        rest = [token.text.casefold() for token in ent.doc[first : ent.end]]
        known = first > ent.start + 1 or ent[0].text.isupper()
        offices = all((word,) in self.titles or (word.removesuffix("s"),) in self.titles for word in rest)
        return first if rest and known and offices and ent.label_ == "ORG" else ent.end

    def undated(self, ent: Span, end: int) -> int:
        """The end of the name before a day that goes with what is done: "the Lake Committee on Thursday"."""
        doc = ent.doc
        dated = end - ent.start > SHORTEST_DATED and doc[end - 1].text in self.calendar and doc[end - 2].pos_ == "ADP"
        return end - 2 if dated else end

    def described(self, span: Span) -> bool:
        """Whether the name stands between commas behind an office: "the chairwoman of Velmo Bank, Ana Lind,"."""
        doc, comma = span.doc, span.start - 1
        closed = span.end < len(doc) and doc[span.end].text in (",", ".")
        if not closed or len(span) == 1 or comma < 1 or doc[comma].text != ",":
            return False
        for i in range(comma - 1, max(comma - FARTHEST, span.sent.start) - 1, -1):
            if doc[i].text in (",", ";") or doc[i].pos_ in ("VERB", "AUX"):
                return False
            if doc[i].text.islower() and (doc[i].text,) in self.titles and doc[i].pos_ == "NOUN":
                return doc[i + 1].text in (",", "of", "for", "at")
        return False

    def titled(self, span: Span) -> bool:
        """Whether a title or office stands right before the span."""
        doc = span.doc
        for size in range(min(self.longest, span.start), 0, -1):
            words = doc[span.start - size : span.start]
            if words[0].sent == span[0].sent and tuple(t.text.casefold() for t in words) in self.titles:
                return words[0].text[:1].isupper() or words[-1].pos_ == "NOUN"
        return False


def of_place(doc: Doc, found: Found) -> bool:
    """Whether a known place stands behind "of": that of "President Ana Lind of Norway" is no part of her name."""
    return doc[found.start - 1].text == "of" and found.known.label in ("GPE", "LOC")


def beyond(doc: Doc, start: int, end: int) -> int:
    """Where a name may begin after a title: "Secretary for Education Velmo"; at the end if none is left."""
    if start >= end or doc[start].pos_ != "ADP":
        return start
    after = start + 2 + (start + 1 < end and doc[start + 1].text in OPENING)
    return after if after < end - 1 else end


def initialled(start: int, ent: Span) -> int:
    """Where a person's name begins with the initials that stand before it ("B. S. Velmo")."""
    doc = ent.doc
    while ent.label_ == "PERSON" and start > 0:
        dotted = start > 1 and doc[start - 1].text == "." and len(doc[start - 2].text) == 1
        if not is_initial(doc[start - 1 - dotted]):
            break
        start -= 1 + dotted
    return start


def is_initial(token: Token) -> bool:
    """Whether the token is a single capital letter that is no word of its own."""
    letter = token.text.removesuffix(".")
    return len(letter) == 1 and letter.isalpha() and letter.isupper() and token.pos_ == "PROPN"


def separate(ent: Span, known: Starts) -> Iterator[Span]:
    """Two names that the model took for one: at a body, in a list, or one person and another."""
    parting = {"ORG": parts_bodies, "PERSON": parts_persons}.get(ent.label_)
    at = next((t.i for t in ent[1:-1] if parting(t, ent, known)), None) if parting else None
    if at is None:
        yield ent
        return
    yield Span(ent.doc, ent.start, at, label=ent.label_)
    yield Span(ent.doc, at + 1, ent.end, label=ent.label_)


def parts_persons(token: Token, ent: Span, known: Starts) -> bool:  # noqa: ARG001  # one kind of thing, as below
    """Whether the token stands between two persons: "and" and commas are in nobody's name."""
    return token.text in (",", ";", "and", "&") and ent[-1].text.rstrip(".") not in ("Jr", "Sr")


def parts_bodies(token: Token, ent: Span, known: Starts) -> bool:
    """Whether the token stands between two bodies: "Institute of Law at NTNU", "NTNU and the United Nations".

    A place after "at" is part of the name, and so is what follows "and" unless it is a body that is known.
    """
    after = token.i + 1 + (token.nbor(1).text in OPENING)
    found = known.get(after)
    rest = found is not None and found.end >= ent.end
    if token.text == "at":
        return not (found is not None and rest and found.known.label in ("GPE", "LOC"))
    return token.text == "and" and found is not None and rest and found.known.label == "ORG"


def capital(doc: Doc, start: int, end: int, inside: Sequence[Found]) -> bool:
    """Whether a name has a capital or figure of its own beside the known name in it: "Danish defence" has none."""
    covered = {i for found in inside if found.end < end or found.start > start for i in range(found.start, found.end)}
    return any(c.isupper() or c.isdigit() for i in range(start, end) if i not in covered for c in doc[i].text)


def owns(found: Found) -> bool:
    """Whether the known name may stand before another name without being part of it: a nation, not a city."""
    return found.known.label == "NORP" or found.known.name.kind in ("country", "organisation")


def bare(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span without articles before and possessives, punctuation and white space after it."""
    while start < end and (
        doc[start].text in OPENING or doc[start].is_space or doc[start].is_punct or doc[start].pos_ in ("PART", "ADP")
    ):
        start += 1
    end = within_brackets(doc, start, end)
    capital = any(token.text[:1].isupper() for token in doc[start:end])
    while start < end and (
        doc[end - 1].is_space
        or doc[end - 1].text in (*POSSESSIVES, *HYPHENS)
        or closes(doc[end - 1])
        or (capital and trails(doc[end - 1]))
    ):
        end -= 1
    spelt = end - start > 2 and end < len(doc) and len(doc[end - 1].text) == 1
    return start, end + (spelt and doc[end].text == "." == doc[end - 2].text)  # "U . S ." in a text cut into words


def within_brackets(doc: Doc, start: int, end: int) -> int:
    """The end before a bracket whose partner is not in the span: "Belarussian) secretary", "Peter Lund (R"."""
    opened: list[int] = []
    for i in range(start, end):
        if doc[i].text == "(":
            opened.append(i)
        elif doc[i].text == ")":
            if not opened:
                return i
            opened.pop()
    return opened[0] if opened else end


def trails(token: Token) -> bool:
    """Whether a last word in small letters ends no name ("Institute for Peace at", "Russia-led"), unlike "Jong-un"."""
    tied = token.i > 0 and token.nbor(-1).text in HYPHENS
    return token.text[:1].islower() and (token.pos_ != "PROPN" if tied else token.is_alpha)


def closes(token: Token) -> bool:
    """Whether the token is punctuation that ends no name."""
    return token.is_punct and token.text not in (")", "!")


def joined(doc: Doc, start: int, end: int, known: Starts) -> tuple[int, int]:
    """The span with the other half of a hyphenated name, unless a half is a known name of its own (Iran-Iraq)."""
    if start >= end:
        return start, end
    while start > 1 and hyphenated(doc, start - 1) and start - 2 not in known:
        start -= 2
    while end < len(doc) - 1 and hyphenated(doc, end) and end + 1 not in known:
        end += 2
    return start, end


def hyphenated(doc: Doc, i: int) -> bool:
    """Whether the i-th token is a hyphen between two halves of a name, without white space."""
    around = half(doc[i - 1]) and half(doc[i + 1])
    return doc[i].text in HYPHENS and around and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def half(token: Token) -> bool:
    """Whether the token may be half of a hyphenated name."""
    return token.text[:1].isupper() and token.is_alpha


def only_known(doc: Doc, start: int, end: int, inside: Sequence[Found]) -> bool:
    """Whether the span is nothing but known names in a row, which then stand for themselves ("EU-Nigeria")."""
    covered = {i for found in inside for i in range(found.start, found.end)}
    rest = [doc[i] for i in range(start, end) if i not in covered]
    return len(inside) > 1 and all(token.is_punct or token.is_space or token.pos_ == "CCONJ" for token in rest)
