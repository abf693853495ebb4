"""Mentions in, stated identities out: "X, the head of Y", "the president, X", "President X", "X is the president"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.annotation.clusters import Clusters, Office
from kgraph.annotation.mentions import Lexicon, Mention, office_before
from kgraph.annotation.phrases import APPOSITIONS, NAME_PARTS, is_subject, negated, predicated

COMMAS = (",", "–", "—", "-", "(")
CLOSING = (",", ".", ")", "–", "—", ";", ":", "?", "!", "-", "'s", "’s")

NEAR = 6  # mentions that may stand inside one noun phrase

# Which nouns may stand beside a name with this label.
FITTING: Mapping[str, frozenset[str]] = {
    "GPE": frozenset(("country", "city", "region")),
    "LOC": frozenset(("region", "country")),
    "ORG": frozenset(("organisation", "alliance", "company", "party", "media", "university", "military", "ministry"))
    | frozenset(("court", "parliament")),
    "EVENT": frozenset(("event",)),
    "LAW": frozenset(("law",)),
    "FAC": frozenset(("city",)),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where mentions stand: names by start and by end, all mentions by head."""

    starts: Mapping[int, int]
    ends: Mapping[int, int]
    heads: Mapping[int, int]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Places:
        """The places of all mentions of a document."""
        names = [(i, mention) for i, mention in enumerate(mentions) if mention.kind == "name"]
        return cls(
            starts={mention.start: i for i, mention in names},
            ends={mention.end: i for i, mention in names},
            heads={mention.head: i for i, mention in enumerate(mentions)},
        )


def join_stated(doc: Doc, clusters: Clusters, lexicon: Lexicon) -> None:
    """Join noun phrases with the names that the text puts beside them, and note nouns and offices said of names."""
    places = Places.of(clusters.mentions)
    for i, mention in enumerate(clusters.mentions):
        if mention.kind == "name":
            note_title(doc, clusters, i, places, lexicon)
        elif mention.kind == "nominal" and mention.number == "s":
            beside = neighbour(doc, clusters.mentions, i, places, lexicon)
            if beside is not None and clusters.join(beside, i):
                note_office(clusters, i)
            else:
                note_predicate(doc, clusters, i, places)


def neighbour(doc: Doc, mentions: Sequence[Mention], i: int, places: Places, lexicon: Lexicon) -> int | None:
    """The name that stands in apposition to the i-th mention, a noun phrase."""
    mention = mentions[i]
    joined = places.starts.get(mention.end)
    joined = joined if joined is not None and linked(doc[mention.head], doc[mentions[joined].head]) else None
    after, before = places.starts.get(mention.end + 1), places.ends.get(mention.start - 1)
    parted = after is not None and doc[mention.end].text in COMMAS and closed(doc, mentions[after].end)
    follows = before is not None and doc[mention.start - 1].text in COMMAS and closed(doc, mention.end)
    head = doc[mention.head]
    labelled = places.heads.get(head.head.i) if head.dep_ in APPOSITIONS else None
    choices = (joined, after if parted else None, before if follows else None, labelled)
    return next((j for j in choices if j is not None and fits(mention, mentions[j], lexicon)), None)


def linked(noun: Token, name: Token) -> bool:
    """Whether one of the two depends on the other, and not as the subject of a clause of its own."""
    return (name.head == noun and not is_subject(name)) or noun.head == name


def closed(doc: Doc, end: int) -> bool:
    """Whether the phrase that ends here is followed by a mark, as an apposition is."""
    return end >= len(doc) or doc[end].text in CLOSING or doc[end].is_space


def fits(mention: Mention, name: Mention, lexicon: Lexicon) -> bool:
    """Whether a noun phrase can be said of a name, by the kind of its noun."""
    if name.kind != "name" or name.label == "PERSON":
        return name.kind == "name" and mention.person
    return bool(lexicon.nouns.get(mention.noun, frozenset()) & FITTING.get(name.label, frozenset()))


def note_title(doc: Doc, clusters: Clusters, i: int, places: Places, lexicon: Lexicon) -> None:
    """Note the office, noun or state right before a name: "Kazakh President X", "the radio station Y"."""
    mention = clusters.mentions[i]
    if not mention.start:
        return
    noun = doc[mention.start - 1]
    office, start = office_before(doc, mention.start, lexicon)
    if not mention.person:
        kinds = lexicon.nouns.get(noun.lemma_.casefold(), frozenset())
        if noun.dep_ in NAME_PARTS | APPOSITIONS and kinds & FITTING.get(mention.label, frozenset()):
            clusters.of(i).nouns.add(noun.lemma_.casefold())
        return
    start = start if office else mention.start
    state = state_before(doc, clusters.mentions, start, places)
    clusters.of(i).states.update({state} - {""})
    if office and noun.ent_type_ != "PERSON":
        former = start > 0 and doc[start - 1].text.casefold() in lexicon.former
        clusters.of(i).offices.add(Office(office, state, former))
        clusters.of(i).genders.update({lexicon.offices.get(office, "")} - {""})


def note_office(clusters: Clusters, i: int) -> None:
    """Note the office that a noun phrase joined with a name says."""
    mention = clusters.mentions[i]
    if mention.office:
        state = state_in(clusters.mentions, i)
        clusters.of(i).offices.add(Office(mention.office, state, mention.former))
        clusters.of(i).states.update({state} - {""})


def note_predicate(doc: Doc, clusters: Clusters, i: int, places: Places) -> None:
    """Note what is said of a name by "is": "X is the president", "the CSTO is an alliance"."""
    mention = clusters.mentions[i]
    subject = predicated(doc[mention.head])
    j = places.heads.get(subject.i) if subject is not None else None
    if j is None or clusters.mentions[j].kind != "name" or negated(doc[mention.head]):
        return
    if mention.office and clusters.mentions[j].person:
        clusters.of(j).offices.add(Office(mention.office, state_in(clusters.mentions, i), mention.former))
    elif not mention.person and not clusters.mentions[j].person:
        clusters.of(j).nouns.add(mention.noun)


def state_in(mentions: Sequence[Mention], i: int) -> str:
    """The state named inside a noun phrase: "the Kazakh president", "the president of Kazakhstan"."""
    mention = mentions[i]
    near = mentions[max(i - NEAR, 0) : i + NEAR]
    return next((state_of(m) for m in near if mention.start <= m.start and m.end <= mention.end and state_of(m)), "")


def state_before(doc: Doc, mentions: Sequence[Mention], start: int, places: Places) -> str:
    """The state named right before a title or name: "Kazakh President", "Belarus's Alexander"."""
    for end in range(start, max(start - 3, -1), -1):
        if end in places.ends and all(token.pos_ != "ADP" for token in doc[end:start]):
            return state_of(mentions[places.ends[end]])
    return ""


def state_of(mention: Mention) -> str:
    """The state that a name or an adjective of nationality names."""
    return mention.known.name if mention.kind == "name" and mention.known and mention.known.kind == "country" else ""
