"""Doc in, the same Doc out with entity spans that agree over the whole article.

What the names data knows has its key ("country:Ghana") in the entity's `kb_id_`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from kgraph.annotation.acronyms import acronym_pairs
from kgraph.annotation.edges import POSSESSIVES, Edges
from kgraph.annotation.known import Found, Gazetteer, believable, key_of
from kgraph.schema import Schema

LABELS = (
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW",
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL",
)  # fmt: skip
NAMES = frozenset(LABELS[:8])
GUESSED = NAMES | {"MISC"}  # what the model could not place
PLACES = frozenset(("GPE", "LOC"))
GROWING = PLACES | {"NORP"}

# How much one sign of a type counts against one guess of the model.
GUESS, UNSURE, TITLE, GIVEN, ENDING = 2, 1, 4, 3, 8


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
        words = schema.words.get("names", {})
        self.gazetteer = gazetteer
        self.given = frozenset(schema.given_names)
        self.small = frozenset(words.get("small", ()))
        self.place_prepositions = frozenset(words.get("place_prepositions", ()))
        self.after_persons = frozenset(words.get("after_persons", ()))
        self.of_persons = frozenset(words.get("of_persons", ()))
        self.never = frozenset(words.get("never_names", ()))
        self.endings = {
            word: label
            for label, table in ENDINGS.items()
            for word in words.get(table, ())
        }  # fmt: skip
        self.edges = Edges.of(schema, self.endings)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities set anew."""
        known = [found for found in self.gazetteer.find(doc) if believable(doc, found)]
        stated = list(self.stated(doc))
        starts = {found.start: found for found in known}
        guessed = [Candidate(s, e, label) for ent in doc.ents for s, e, label in self.edges.trim(ent, starts)]
        guessed = [c for c in guessed if c.label not in GUESSED or c.text(doc) not in self.never]
        labels = self.labels(doc, guessed)
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
        for name, acronym in acronym_pairs(doc, self.small):
            label = self.endings.get(name[-1].text, "ORG")
            label = label if label in NAMES - PLACES else "ORG"
            yield Candidate(name.start, name.end, label, sure=True)
            yield Candidate(acronym.start, acronym.end, label, sure=True)

    def grown(self, doc: Doc, candidate: Candidate) -> Iterator[Candidate]:
        """The longer name that begins with a place or nation and ends as the names of bodies do ("Accra Police")."""
        end = candidate.end
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and not doc[end].is_sent_start:
            end += 1
        for last in range(end, candidate.end, -1):
            label = self.endings.get(doc[last - 1].text)
            if label is not None:
                yield Candidate(candidate.start, last, label)
                return

    def labels(self, doc: Doc, guessed: list[Candidate]) -> dict[str, str]:
        """For each string the label that most speaks for; surnames follow the full names of persons."""
        votes: dict[str, Counter[str]] = {}
        for candidate in guessed:
            if candidate.label in GUESSED:
                counter = votes.setdefault(candidate.text(doc), Counter())
                for label, weight in self.signs(doc, candidate):
                    counter[label] += weight
        labels = {text: best(counter) for text, counter in votes.items()}
        return labels | dict.fromkeys(surnames_of(labels) & labels.keys(), "PERSON")

    def signs(self, doc: Doc, candidate: Candidate) -> Iterator[tuple[str, int]]:
        """What one mention says about the type of its string: labels with their weights."""
        span = doc[candidate.start : candidate.end]
        label, last = candidate.label, span[-1].text
        yield label, UNSURE if label == "MISC" else GUESS
        if len(span) > 1 and last in self.endings:
            yield self.endings[last], ENDING
        elif len(span) > 1 and span[0].text in self.given and label in ("PERSON", "ORG", "GPE", "MISC"):
            yield "PERSON", GIVEN
        if self.edges.titled(span) or self.of_person(span):
            yield "PERSON", TITLE
        if len(span) == 1 and span[0].pos_ == "ADJ" and last.istitle():
            yield "NORP", GIVEN
        elif label in PLACES and span.start and doc[span.start - 1].text in self.place_prepositions:
            yield label, UNSURE
        if len(span) == 1 and last.isupper() and label == "PERSON":
            yield "ORG", GIVEN  # people are not called by capitals alone

    def of_person(self, span: Span) -> bool:
        """Whether words follow that come after the names of persons ("the Duarte regime", "Duarte's brother")."""
        following = [token for token in span.doc[span.end : span.end + 3] if token.text.islower() or token.is_punct]
        words = [token.lemma_.casefold() for token in following]
        owned = len(words) > 1 and following[0].text in POSSESSIVES and self.of_persons.intersection(words[1:])
        return bool(owned) or (bool(words) and words[0] in self.after_persons)

    def judge(self, doc: Doc, found: Found, surnames: set[str]) -> Candidate:
        """The known name as an entity: a person where a person of that name is in the article and no place is meant."""
        candidate = Candidate(found.start, found.end, found.known.label, sure=True, known=key_of(found.known.name))
        fixed = found.known.name.kind == "country" and candidate.text(doc) not in self.given
        if fixed or candidate.label not in PLACES or candidate.text(doc) not in surnames:
            return candidate
        before = doc[found.start - 1].text.casefold() if found.start else ""
        return candidate if before in self.place_prepositions else Candidate(found.start, found.end, "PERSON")

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


ENDINGS = {
    "ORG": "organisation_ends",
    "LOC": "place_ends",
    "GPE": "region_ends",
    "FAC": "facility_ends",
    "EVENT": "event_ends",
    "LAW": "law_ends",
}


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
