"""A paragraph in, the labels that each word may have out: one label set over corpora that annotate different things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgraph.schema import Name, Schema
from kgraph.training.corpora import Paragraph

TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "DATE", "MISC")
TAGS = ("O", *(f"{edge}-{kind}" for kind in TYPES for edge in "BI"))
PLACE = ("GPE", "LOC", "FAC")
OTHER = ("NORP", "EVENT", "LAW", "MISC")

# What a corpus' label can mean, and which of our types it annotates nowhere, so that its O says nothing of them.
MEANINGS: Mapping[str, tuple[str, ...]] = {
    "person": ("PERSON",), "per": ("PERSON",), "politician": ("PERSON",), "writer": ("PERSON",),
    "scientist": ("PERSON",), "musicalartist": ("PERSON",),
    "org": ("ORG",), "organisation": ("ORG",), "organization": ("ORG",), "politicalparty": ("ORG",), "band": ("ORG",),
    "university": ("ORG",), "magazine": ("ORG", "MISC"), "academicjournal": ("ORG", "MISC"),
    "loc": PLACE, "place": PLACE, "location": PLACE, "country": ("GPE",),
    "event": ("EVENT",), "election": ("EVENT",), "conference": ("EVENT",), "award": ("EVENT", "MISC"),
    "time": ("DATE",), "misc": OTHER, "object": ("MISC",), "num": ("O",),
}  # fmt: skip
SILENT: Mapping[str, tuple[str, ...]] = {
    "gum": ("NORP", "LAW", "MISC"),
    "uner": ("NORP", "EVENT", "LAW", "DATE", "MISC"),
    "crossner": ("NORP", "DATE"),
    "redocred": (),
    "wikigold": ("DATE",),
}
ENDS = {
    "LOC": "place_ends", "FAC": "facility_ends", "GPE": "region_ends", "EVENT": "event_ends", "LAW": "law_ends",
}  # fmt: skip
NATURE = frozenset(("schema:Continent", "schema:BodyOfWater", "schema:SeaBodyOfWater", "schema:RiverBodyOfWater"))


@dataclass(frozen=True)
class Gazetteer:
    """Words for places and peoples of the names data, which say more than a corpus' own coarse label."""

    kinds: Mapping[str, tuple[str, ...]]
    peoples: frozenset[str]
    ends: Mapping[str, str]

    @classmethod
    def of(cls, schema: Schema) -> Gazetteer:
        """The places and peoples that the schema knows by name, and the words that names of one type end on."""
        kinds: dict[str, tuple[str, ...]] = {}
        peoples: set[str] = set()
        for name in schema.names:
            if name.kind in ("country", "city", "region"):
                kinds |= dict.fromkeys((name.name, *name.aliases), _place(name))
            peoples |= {*name.adjectives, *name.people}
        words = schema.words["names"]
        ends = {word: kind for kind, table in ENDS.items() for word in words[table]}
        return cls(kinds, frozenset(peoples - kinds.keys()), ends)


def _place(name: Name) -> tuple[str, ...]:
    if name.kind != "region":
        return ("GPE",)
    return ("LOC",) if NATURE.intersection(name.types) else ("GPE", "LOC")


def allowed_tags(paragraph: Paragraph, gazetteer: Gazetteer) -> list[tuple[int, ...]]:
    """For each word the tags that it may have; all of them are right, as far as the corpus says."""
    silent = SILENT[paragraph.corpus.partition("/")[0]]
    outside = ("O", *(f"{edge}-{kind}" for kind in silent for edge in "BI"))
    tags: list[Iterable[str]] = [outside] * len(paragraph.words)
    for start, end, label in paragraph.names or ():
        kinds = _kinds(label, paragraph.words[start:end], gazetteer)
        for i in range(start, end):
            edge = "B" if i == start else "I"
            tags[i] = [k if k == "O" else f"{edge}-{k}" for k in kinds]
    for i, word in enumerate(paragraph.words):
        if word in gazetteer.peoples and tags[i] is outside:
            tags[i] = ("B-NORP",)
        elif word.islower() and tags[i] is outside:
            tags[i] = ("O", *(t for t in outside if t.startswith("I-") or t == "B-DATE"))
    number = {tag: k for k, tag in enumerate(TAGS)}
    return [tuple(number[t] for t in options) for options in tags]


def _kinds(label: str, words: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    kinds = MEANINGS.get(label.lower(), ("MISC",))
    text, end = " ".join(words), gazetteer.ends.get(words[-1], "")
    if text in gazetteer.peoples and set(kinds) & {*PLACE, "NORP"}:
        return ("NORP",)
    if kinds == PLACE and text in gazetteer.kinds:
        return gazetteer.kinds[text]
    if end in kinds and len(words) > 1:
        return (end,)
    return kinds
