"""Mentions in, clusters out: which mentions were joined so far, with the features of each cluster and its salience."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kgraph.annotation.mentions import Mention

SPOKEN = frozenset(("speaker", "speakers", "addressee"))  # tables of pronouns of the first and second person
HALF = 0.5  # salience halves with each sentence (Lappin and Leass 1994)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody is said to hold: its words, the state it is of ("" when unsaid), whether it is past."""

    words: tuple[str, ...]
    state: str = ""
    former: bool = False


@dataclass(slots=True)
class Cluster:
    """Mentions of one thing and what they say of it: the state that it is, the states that it is said to be of.

    `spoken` while nothing but "I", "we" and "you" has spoken of it.
    """

    members: list[int]
    labels: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    offices: set[Office] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    state: str = ""
    people: bool = False
    spoken: bool = False
    weight: float = 0.0
    sentence: int = 0

    def salience(self, sentence: int) -> float:
        """How present the thing is in the reader's mind in a sentence."""
        return self.weight * HALF ** max(sentence - self.sentence, 0)

    def raise_to(self, sentence: int, weight: float) -> None:
        """Add the weight of a mention in a sentence."""
        self.weight = self.salience(sentence) + weight
        self.sentence = max(sentence, self.sentence)


class Clusters:
    """The mentions of one document, joined step by step."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.home = [one(i, mention) for i, mention in enumerate(mentions)]

    def of(self, i: int) -> Cluster:
        """The cluster of the i-th mention."""
        return self.home[i]

    def join(self, i: int, j: int) -> bool:
        """Join the clusters of two mentions; False when what is known of them forbids it."""
        kept, gone = self.home[i], self.home[j]
        if kept is gone:
            return True
        if not agree(kept, gone):
            return False
        if kept.members[0] > gone.members[0]:
            kept, gone = gone, kept
        absorb(kept, gone)
        for member in gone.members:
            self.home[member] = kept
        return True

    def __iter__(self) -> Iterator[Cluster]:
        """The clusters in the order of their first mentions."""
        return (c for i, c in enumerate(self.home) if c.members[0] == i)


def one(i: int, mention: Mention) -> Cluster:
    """The cluster of a mention that is joined to nothing yet."""
    known = mention.known
    return Cluster(
        members=[i],
        labels={mention.label} - {""},
        numbers={mention.number} - {""},
        genders={mention.gender} - {""},
        nouns={mention.noun} - {""},
        types=set(known.types) if known else set(),
        state=known.name if known and known.kind == "country" else "",
        people=mention.people,
        spoken=mention.table in SPOKEN,
    )


def agree(one: Cluster, other: Cluster) -> bool:
    """Whether nothing known of the two speaks against their being one."""
    if len(one.genders | other.genders) > 1 or (one.people != other.people and one.state and other.state):
        return False
    if one.state and other.state and one.state != other.state:
        return False
    person, thing = "PERSON" in one.labels, "PERSON" in other.labels
    return person == thing or not (one.labels and other.labels)


def absorb(kept: Cluster, gone: Cluster) -> None:
    """Move all members and features of one cluster into another."""
    kept.members = sorted([*kept.members, *gone.members])
    for name in ("labels", "numbers", "genders", "nouns", "types", "offices", "states"):
        getattr(kept, name).update(getattr(gone, name))
    kept.state = kept.state or gone.state
    kept.people = kept.people or gone.people
    kept.spoken = kept.spoken and gone.spoken
    sentence = max(kept.sentence, gone.sentence)
    kept.weight, kept.sentence = kept.salience(sentence) + gone.salience(sentence), sentence
