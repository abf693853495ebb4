"""Doc in, the same Doc out with entity spans that agree over the whole article.

What the names data knows has its key ("country:Ghana") in the entity's `kb_id_`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from kgraph.annotation.acronyms import acronym_pairs
from kgraph.annotation.datelines import dated
from kgraph.annotation.known import Found, Gazetteer, believable, key_of
from kgraph.annotation.signs import PLACES, Signs, of_lists
from kgraph.schema import Schema

LABELS = (
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW",
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL",
)  # fmt: skip
NAMES = frozenset(LABELS[:8])
GUESSED = NAMES | {"MISC"}  # what the model could not place
AFFILIATION = re.compile(r"[A-Z]-[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?")  # party and state: "D-Mont.", "R-N. Dak."
GROWING = PLACES | {"NORP"}
ACRONYM = 3  # letters that are too many to be the initials of another name by chance


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be an entity; `sure` when the names data or a stated acronym says so.

    `known` is the key of what the names data knows by this name, "" for none.
    """

    start: int
    end: int
    label: str
    sure: bool = False
    known: str = ""

    def text(self, doc: Doc) -> str:
        """The words of the name, whatever white space stands between them."""
        return " ".join(doc[self.start : self.end].text.split())


@Language.factory("kgraph_names", assigns=["doc.ents"], requires=["doc.ents"], default_config={"ontology": None})
def make_names(nlp: Language, name: str, ontology: str | None) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component, which makes the names of one article agree."""
    schema = Schema.load(Path(ontology) if ontology else None)
    return ArticleNames(schema, Gazetteer.of(schema, nlp))


class ArticleNames:
    """Known names win, then one string has one label, and what was missed once but found twice is found everywhere."""

    def __init__(self, schema: Schema, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.signs = Signs.of(schema)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities set anew."""
        known = own_acronyms(doc, [found for found in self.gazetteer.find(doc) if believable(doc, found)])
        stated = list(self.stated(doc))
        starts = {found.start: found for found in known}
        guessed = [Candidate(s, e, label) for ent in doc.ents for s, e, label in self.signs.edges.trim(ent, starts)]
        never = self.signs.listed("never_names") | self.abbreviations(doc)
        guessed = [c for c in guessed if c.label not in GUESSED or not (c.text(doc) in never or self.portfolio(doc, c))]
        small = self.signs.listed("small")
        guessed = [c for c in guessed if not (AFFILIATION.fullmatch(c.text(doc)) or c.text(doc).casefold() in small)]
        lines = list(dated(doc))
        taken = {i for start, end, label in lines if not label for i in range(start, end)}
        guessed = [c for c in guessed if c.label not in GUESSED or taken.isdisjoint(range(c.start, c.end))]
        stated += [Candidate(s, e, label) for s, e, label in lines if label]
        labels = self.labels(doc, guessed, known)
        surnames = surnames_of(labels)
        sure = [self.judge(doc, found, surnames) for found in known]
        grown = (longer for c in [*sure, *guessed] if c.label in GROWING for longer in self.grown(doc, c))
        chosen = select([*stated, *sure], [*grown, *(relabel(doc, c, labels) for c in guessed)])
        chosen = [*chosen, *self.repeats(doc, chosen)]
        doc.ents = tuple(
            Span(doc, c.start, c.end, label=c.label, kb_id=c.known) for c in sorted(chosen, key=lambda c: c.start)
        )
        return doc

    def stated(self, doc: Doc) -> Iterator[Candidate]:
        """Organisations that the text itself introduces with their acronym."""
        for name, acronym in acronym_pairs(doc, self.signs.listed("small")):
            label = self.signs.endings.get(name[-1].text, "ORG")
            label = label if label in NAMES - PLACES else "ORG"
            yield Candidate(name.start, name.end, label, sure=True)
            yield Candidate(acronym.start, acronym.end, label, sure=True)

    def abbreviations(self, doc: Doc) -> frozenset[str]:
        """The acronyms that the text gives for words in small letters that name no body ("proof of stake (POS)")."""
        pairs = acronym_pairs(doc, self.signs.listed("small"), capital=False)
        return frozenset(a.text for words, a in pairs if words[-1].text.title() not in self.signs.endings)

    def portfolio(self, doc: Doc, candidate: Candidate) -> bool:
        """Whether the words are what a minister is minister of, and no body: "Minister of Health and Wellness"."""
        before = doc[max(candidate.start - 2, 0) : candidate.start]
        if candidate.label != "ORG" or len(before) < 2 or before[1].text not in ("of", "for"):
            return False
        named = doc[candidate.end - 1].text in self.signs.endings
        return not named and before[0].text.casefold() in self.signs.listed("ministers")

    def grown(self, doc: Doc, candidate: Candidate) -> Iterator[Candidate]:
        """The longer name that begins with a place or nation and ends as the names of bodies do ("Accra Police")."""
        end = candidate.end
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and not doc[end].is_sent_start:
            end += 1
        for last in range(end, candidate.end, -1):
            label = self.signs.endings.get(doc[last - 1].text)
            if label is not None:
                yield Candidate(candidate.start, last, label)
                return

    def labels(self, doc: Doc, guessed: list[Candidate], known: list[Found]) -> dict[str, str]:
        """For each string the label that most speaks for; surnames follow the full names of persons."""
        votes: dict[str, Counter[str]] = {}
        for candidate in guessed:
            if candidate.label in GUESSED:
                counter = votes.setdefault(candidate.text(doc), Counter())
                for label, weight in self.signs.of_mention(doc[candidate.start : candidate.end], candidate.label):
                    counter[label] += weight
        for text, label, weight in of_lists(doc, among(guessed, known)):
            votes[text][label] += weight
        labels = {text: best(counter) for text, counter in votes.items()}
        peoples = {text: "NORP" for text in labels if text in self.signs.listed("peoples")}
        return labels | peoples | dict.fromkeys(surnames_of(labels) & labels.keys(), "PERSON")

    def judge(self, doc: Doc, found: Found, surnames: set[str]) -> Candidate:
        """The known name as an entity: a person where a person of that name is in the article and no place is meant.

        So "Santander" is a banker in an article that names Jorge Santander, and a bank in others.
        """
        candidate = Candidate(found.start, found.end, found.known.label, sure=True, known=key_of(found.known.name))
        fixed = found.known.name.kind == "country" and candidate.text(doc) not in self.signs.given
        shared = candidate.label in PLACES or (candidate.label == "ORG" and not candidate.text(doc).isupper())
        if fixed or not shared or candidate.text(doc) not in surnames:
            return candidate
        before = doc[found.start - 1].text.casefold() if found.start else ""
        return (
            candidate
            if before in self.signs.listed("place_prepositions")
            else Candidate(found.start, found.end, "PERSON")
        )

    def repeats(self, doc: Doc, chosen: list[Candidate]) -> Iterator[Candidate]:
        """Further places of names that were found twice, or that are of several words, or surnames of those."""
        wanted = repeatable(doc, chosen)
        taken = {i for c in chosen for i in range(c.start, c.end)}
        tokens = [token for token in doc if not token.is_space]
        longest = max((len(words) for words in wanted), default=0)
        i = 0
        while i < len(tokens):
            size = next((n for n in range(longest, 0, -1) if tuple(t.text for t in tokens[i : i + n]) in wanted), 0)
            run = tokens[i : i + size]
            if run and not any(t.i in taken for t in run) and run[0].pos_ in ("PROPN", "NOUN", "ADJ"):
                yield Candidate(run[0].i, run[-1].i + 1, wanted[tuple(t.text for t in run)])
            i += max(size, 1)


def among(guessed: Iterable[Candidate], known: Iterable[Found]) -> list[tuple[int, int, str, bool]]:
    """Where names stand, as (start, end, label, sure): what the names data knows, and guesses beside it."""
    sure = [(found.start, found.end, found.known.label, True) for found in known]
    taken = {i for start, end, *_ in sure for i in range(start, end)}
    return [*sure, *((c.start, c.end, c.label, False) for c in guessed if taken.isdisjoint(range(c.start, c.end)))]


def own_acronyms(doc: Doc, known: list[Found]) -> list[Found]:
    """The known names, each acronym that the initials of another name in the text make as that name's or as unknown.

    "RSF" is no journalists' body in an article about Rapid Support Forces.
    """
    full = [found for found in known if found.end - found.start > 1]
    meant = {initials(doc[f.start : f.end]): f.known for f in reversed(full)}
    taken = {i for found in known for i in range(found.start, found.end)}
    others = (ent for ent in doc.ents if ent.label_ == "ORG" and taken.isdisjoint(range(ent.start, ent.end)))
    unknown = {initials(ent) for ent in others if len(ent) > 1}
    spelt = {found.known.name for found in full}
    kept = []
    for found in known:
        text = doc[found.start : found.end].text
        if found.known.name in spelt or len(text) < ACRONYM or text not in unknown | meant.keys():
            kept.append(found)
        elif text in meant and meant[text].name.kind == found.known.name.kind:
            kept.append(replace(found, known=meant[text]))
    return kept


def initials(name: Span) -> str:
    """The capitals that the words of a name begin with."""
    return "".join(token.text[0] for token in name if token.text[0].isupper())


def surnames_of(labels: dict[str, str]) -> set[str]:
    """The last words of the full names of persons."""
    return {text.split()[-1] for text, label in labels.items() if label == "PERSON" and " " in text}


def best(counter: Counter[str]) -> str:
    """The label with most votes, the more usual one on a tie."""
    order = {label: i for i, label in enumerate((*LABELS, "MISC"))}
    return min(counter, key=lambda label: (-counter[label], order.get(label, len(order)), label))


def relabel(doc: Doc, candidate: Candidate, labels: dict[str, str]) -> Candidate:
    """The candidate with the label of its string in this article."""
    label = labels.get(candidate.text(doc), candidate.label)
    return Candidate(candidate.start, candidate.end, label)


def select(sure: Iterable[Candidate], guessed: Iterable[Candidate]) -> list[Candidate]:
    """Spans that do not overlap: the longest first, sure ones before guesses of the same length; no leftover MISC."""
    candidates = [*sure, *(c for c in guessed if c.label != "MISC")]
    taken: set[int] = set()
    chosen = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, not c.sure, c.start, c.label)):
        places = range(candidate.start, candidate.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(candidate)
    return chosen


def repeatable(doc: Doc, chosen: list[Candidate]) -> dict[tuple[str, ...], str]:
    """The word sequences that are taken for names wherever they stand, with their labels."""
    named = [c for c in chosen if c.label in NAMES]
    counts = Counter(c.text(doc) for c in named)
    wanted: dict[tuple[str, ...], str] = {}
    for c in named:
        words = tuple(t.text for t in doc[c.start : c.end] if not t.is_space)
        if len(words) > 1 or (counts[c.text(doc)] > 1 and len(words[0]) > 2):
            wanted.setdefault(words, c.label)
        if c.label == "PERSON" and len(words) > 1 and words[-1][:1].isupper() and len(words[-1]) > 2:
            wanted.setdefault(words[-1:], "PERSON")
    return wanted
