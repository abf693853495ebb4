"""A sentence and a voter in, its guesses out: which name stands to which value as which property, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from kgraph.extraction.learnt import pairs, phrases
from kgraph.extraction.learnt.candidates import Candidate, Scene, plain
from kgraph.extraction.learnt.weights import NONE, Voter, Weights
from kgraph.extraction.learnt.words import overlap

OBJECTS, SUBJECTS = 12, 4  # how many candidates of a sentence are paired
LEAST = 1e-4
SCALE = 3.0  # log odds are divided by this, so that they weigh like other features
ABOUT = "=subject"
Asked = tuple[Candidate, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Likely:
    """A candidate with its chances by class."""

    candidate: Candidate
    chances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """Subject stands to object as property says, with a chance, by the vote of a model."""

    subject: Candidate
    property: str
    object: Candidate
    chance: float
    rule: str


def guesses(scene: Scene, voter: Voter) -> Iterator[Guess]:
    """What a voter takes a sentence to say, the surest first, each property and value once."""
    found = sorted(_voted(scene, voter), key=lambda g: (-g.chance, g.subject, g.property, g.object))
    told: list[Guess] = []
    for guess in found:
        if not any(_repeats(guess, other) for other in told):
            told.append(guess)
            yield guess


def objects(scene: Scene, values: phrases.Values) -> list[Asked]:
    """The values that a sentence may give, with their features."""
    return [(o, tuple(phrases.features(o, scene, values, {}))) for o in scene.objects]


def subjects(scene: Scene) -> list[Asked]:
    """The names that a sentence may be about, with their features."""
    return [(s, tuple(pairs.subject_features(s, rank, scene))) for rank, s in enumerate(scene.subjects)]


def likeliest(asked: Iterable[Asked], weights: Weights, most: int) -> list[Likely]:
    """So many of the candidates as are likeliest something, the likeliest first."""
    found = [Likely(one, tuple(weights.chances(features))) for one, features in asked]
    nothing = weights.classes.index(NONE)
    return sorted(found, key=lambda x: (x.chances[nothing], x.candidate))[:most]


def numbers(subject: Likely, one: Likely, classes: Sequence[str]) -> dict[str, float]:
    """What the subject and the value alone tell, as features that have a size."""
    odds: Mapping[str, float] = {f"={c}": _odds(chance) for c, chance in zip(classes, one.chances, strict=True)}
    return {**odds, ABOUT: _odds(subject.chances[1])}


def _voted(scene: Scene, voter: Voter) -> Iterator[Guess]:
    values = likeliest(objects(scene, voter.values), voter.objects, OBJECTS)
    for rank, subject in enumerate(likeliest(subjects(scene), voter.subjects, SUBJECTS)):
        for one in values:
            if plain(subject.candidate.value) == plain(one.candidate.value):
                continue
            told = pairs.features(subject.candidate, rank, one.candidate, scene)
            chances = voter.pairs.chances(set(told), numbers(subject, one, voter.objects.classes))
            for name, chance in zip(voter.pairs.classes, chances, strict=True):
                if name != NONE and chance >= voter.least:
                    yield Guess(subject.candidate, name, one.candidate, round(chance, 2), voter.name)


def _repeats(guess: Guess, other: Guess) -> bool:
    """Whether a less likely guess gives the value of a property another subject, or cuts the value otherwise."""
    same = overlap(guess.object.place, other.object.place) or plain(guess.object.value) == plain(other.object.value)
    return guess.property == other.property and same


def _odds(chance: float) -> float:
    inside = min(max(chance, LEAST), 1 - LEAST)
    return log(inside / (1 - inside)) / SCALE
