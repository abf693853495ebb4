"""Lessons in, the weights of the second voter out: `learnt/names.json`, and `learnt.json` for each pack.

Three logistic regressions for a pack. The first tells of which property a phrase is the value, the second what a
sentence is about, the third reads their chances and what stands between the two. So that it learns how far the others
can be trusted on texts they have not seen, the third is taught with chances from models that did not see the sentence.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kgraph.extraction.learnt import pairs, phrases, spans
from kgraph.extraction.learnt.candidates import Scene, plain
from kgraph.extraction.learnt.voting import OBJECTS, SUBJECTS, Asked, Likely, likeliest, numbers, subjects
from kgraph.extraction.learnt.weights import NONE, Voter, Weights
from kgraph.training.lessons import Lesson, bare, is_same, right_places, scenes, with_titles

Row = tuple[Iterable[str], Mapping[str, float]]
Values = dict[str, tuple[int, Mapping[str, int]]]
Report = Callable[[str], None]
LEAST = 0.15
FOLDS = 3
STRENGTH = {"names": 0.5, "objects": 0.2, "subjects": 0.5, "pairs": 0.05}  # of the weights, 1 / L2 penalty
RARE = {"names": 3, "objects": 2, "subjects": 2, "pairs": 3}  # a feature of fewer rows is left out
SMALL = 0.02  # a smaller weight is left out
OFTEN = 2  # values that were met less often are not remembered
LONGEST = 6
STRANGERS = 0.3  # for each lesson, so many of other domains teach what is none of this pack's facts


@dataclass(frozen=True)
class Taught:
    """A sentence of a lesson with its candidates and their features, which know nothing of what this lesson taught."""

    lesson: Lesson
    scene: Scene
    objects: tuple[Asked, ...]
    subjects: tuple[Asked, ...]


def write_voters(given: Sequence[Lesson], ontology: Path, report: Report) -> None:
    """Trains on parsed lessons and writes the files into an ontology folder."""
    titled = list(with_titles(given))
    half = [names_weights(titled[1::2]), names_weights(titled[::2])]
    report("names: crossed")
    write(ontology / "learnt/names.json", as_json(names_weights(titled)))
    own = {lesson.article.path: half[i % 2] for i, lesson in enumerate(given)}
    for pack in dict.fromkeys(lesson.pack for lesson in given):
        mine = [*(lesson for lesson in given if lesson.pack == pack), *strangers(given, pack)]
        voter = voter_of(list(with_titles(mine)), own)
        written = {key: as_json(getattr(voter, key)) for key in ("objects", "subjects", "pairs")}
        values = {value: [count, dict(of)] for value, (count, of) in sorted(voter.values.items())}
        write(ontology / "packs" / pack / "learnt.json", {"least": LEAST, "values": values, **written})
        report(f"{pack}: {len(mine)} sentences")


def strangers(given: Sequence[Lesson], pack: str) -> list[Lesson]:
    """Some lessons of packs that share no property with this one, without facts."""
    known: dict[str, set[str]] = defaultdict(set)
    for lesson in given:
        known[lesson.pack] |= {f.property for f in lesson.facts}
    far = [lesson for lesson in given if not known[lesson.pack] & known[pack]]
    wanted = int(STRANGERS * sum(lesson.pack == pack for lesson in given))
    every = max(1, len(far) // max(1, wanted))
    return [replace(lesson, pack=pack, facts=()) for lesson in far[::every]]


def names_weights(given: Iterable[Lesson]) -> Weights:
    """What tells where a name begins and ends."""
    rows: list[Row] = []
    labels: list[str] = []
    for lesson in given:
        for place, ents, right in right_places(lesson):
            rows.append((tuple(spans.features(lesson.parsed, place, ents)), {}))
            labels.append("name" if right else NONE)
    return fitted(rows, labels, "names")


def voter_of(given: Sequence[Lesson], names: Mapping[str, Weights]) -> Voter:
    """The voter of one pack; `names` are by path of the lesson's article, and have not seen it."""
    values = values_of(given)
    taught = [list(taught_by(lesson, names[lesson.article.path], values)) for lesson in given]
    rows: list[Row] = []
    labels: list[str] = []
    for fold in range(FOLDS):
        rest = [t for i, group in enumerate(taught) if i % FOLDS != fold for t in group]
        first, second = objects_weights(rest), subjects_weights(rest)
        for group in taught[fold::FOLDS]:
            for row, label in pair_rows(group, first, second):
                rows.append(row)
                labels.append(label)
    every = [t for group in taught for t in group]
    third = fitted(rows, labels, "pairs")
    return Voter("", objects_weights(every), subjects_weights(every), third, values, LEAST)


def taught_by(lesson: Lesson, names: Weights, values: Values) -> Iterator[Taught]:
    """The sentences of a lesson."""
    own: dict[str, set[str]] = defaultdict(set)
    for fact in lesson.facts:
        own[fact.object.lower()].add(fact.property)
    for scene in scenes(lesson, names, values):
        asked = tuple((o, tuple(phrases.features(o, scene, values, own))) for o in scene.objects)
        yield Taught(lesson, scene, asked, tuple(subjects(scene)))


def values_of(given: Sequence[Lesson]) -> Values:
    """The values of facts in small letters: in how many sentences each stands, and of which properties it is one."""
    of: dict[str, Counter[str]] = defaultdict(Counter)
    for lesson in given:
        for name, value in sorted({(f.property, f.object.lower()) for f in lesson.facts}):
            of[value][name] += 1
    seen: Counter[str] = Counter()
    for lesson in given:
        words = [t.text.lower() + t.whitespace_ for t in lesson.parsed]
        cut = ("".join(words[i:j]).strip() for i in range(len(words)) for j in range(i + 1, i + LONGEST + 1))
        seen.update(of.keys() & set(cut))
    often = {value: counts for value, counts in of.items() if counts.total() >= OFTEN}
    return {value: (seen[value], dict(sorted(counts.items()))) for value, counts in often.items()}


def objects_weights(taught: Iterable[Taught]) -> Weights:
    """What tells of which property a phrase is the value."""
    rows: list[Row] = []
    labels: list[str] = []
    for one in taught:
        for candidate, features in one.objects:
            rows.append((features, {}))
            labels.append(next((f.property for f in one.lesson.facts if is_same(candidate, f.object)), NONE))
    return fitted(rows, labels, "objects")


def subjects_weights(taught: Iterable[Taught]) -> Weights:
    """What tells whether a name is what its sentence is about."""
    rows: list[Row] = []
    labels: list[str] = []
    for one in taught:
        told = {bare(f.subject) for f in one.lesson.facts}
        for candidate, features in one.subjects:
            rows.append((features, {}))
            labels.append("subject" if bare(candidate.value) in told else NONE)
    return fitted(rows, labels, "subjects")


def pair_rows(group: Iterable[Taught], first: Weights, second: Weights) -> Iterator[tuple[Row, str]]:
    """The pairs of a lesson with what ties them; where no pair is right, those with a right value teach nothing."""
    found: list[tuple[Row, str, bool]] = []
    for one in group:
        likely = likeliest(one.objects, first, OBJECTS)
        for rank, subject in enumerate(likeliest(one.subjects, second, SUBJECTS)):
            for value in likely:
                if plain(subject.candidate.value) != plain(value.candidate.value):
                    found.append(_pair(one, (rank, subject), value, first))
    known = any(label for _, label, _ in found)
    yield from ((row, label) for row, label, doubtful in found if known or not doubtful)


def _pair(one: Taught, about: tuple[int, Likely], value: Likely, weights: Weights) -> tuple[Row, str, bool]:
    rank, subject = about
    told = tuple(pairs.features(subject.candidate, rank, value.candidate, one.scene))
    sizes = numbers(subject, value, weights.classes)
    right = [f for f in one.lesson.facts if is_same(value.candidate, f.object)]
    label = next((f.property for f in right if is_same(subject.candidate, f.subject)), NONE)
    return (told, sizes), label, bool(right)


def fitted(rows: Sequence[Row], labels: Sequence[str], part: str) -> Weights:
    """Multinomial logistic regression over rows of features, rare features left out."""
    counts = Counter(f for features, sizes in rows for f in {*features, *sizes})
    known = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= RARE[part]))}
    model = LogisticRegression(C=STRENGTH[part], max_iter=80, tol=1e-3)
    model.fit(matrix(rows, known), np.array(labels))
    classes = [str(c) for c in model.classes_]
    table, bias = model.coef_, model.intercept_
    if len(classes) == 2:  # one row then stands for both
        table, bias = np.vstack([np.zeros_like(table[0]), table[0]]), np.array([0.0, bias[0]])
    kept = {f: _kept(table[:, i]) for f, i in known.items()}
    return Weights(tuple(classes), tuple(round(float(b), 3) for b in bias), {f: w for f, w in kept.items() if w})


def matrix(rows: Sequence[Row], known: Mapping[str, int]) -> csr_matrix:
    """The rows as a sparse matrix with a column for each known feature."""
    places: list[int] = []
    sizes: list[float] = []
    ends = [0]
    for features, numbered in rows:
        there = {known[f]: x for f, x in {**dict.fromkeys(features, 1.0), **numbered}.items() if f in known}
        places += sorted(there)
        sizes += [there[i] for i in sorted(there)]
        ends.append(len(places))
    return csr_matrix((np.array(sizes, dtype=np.float32), places, ends), shape=(len(rows), len(known)))


def _kept(column: np.ndarray) -> tuple[tuple[int, float], ...]:
    return tuple((i, round(float(w), 2)) for i, w in enumerate(column) if abs(w) >= SMALL)


def as_json(weights: Weights) -> dict[str, object]:
    """The weights as `Weights.of` reads them."""
    table = {f: " ".join(f"{i}:{w:g}" for i, w in line) for f, line in sorted(weights.table.items())}
    return {"classes": list(weights.classes), "bias": list(weights.bias), "weights": table}


def write(path: Path, content: Mapping[str, object]) -> None:
    """A JSON file with a line for each feature."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
