"""A pipeline and annotated corpora in, how right and how fast it is on their raw text out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kgraph.annotation import annotate
from kgraph.annotation.loading import ARTICLE_LEVEL
from kgraph.model import Article
from kgraph.training.gold import Named, Text, named, texts

COARSE = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "ORGANIZATION": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "LOCATION": "LOC", "FACILITY": "LOC", "PLACE": "LOC",
}  # fmt: skip
BY_GENRE = ("upos", "lemma", "las")
MEASURES = ("words", "sentences", "upos", "xpos", "lemma", "uas", "las")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured on what, in per cent (speed in words a second)."""

    corpus: str
    measure: str
    value: float


def evaluate(nlp: Language, corpora: Path, names: Sequence[Path] = ()) -> Iterator[Row]:
    """The table of the model card: the dev parts of the treebanks, and any files of named articles."""
    for corpus in ("ud_ewt", "gum_open"):
        path = corpora / corpus / "dev.conllu"
        if path.exists():
            yield from parsing(nlp, list(texts(path)), corpus)
    for path in names:
        yield from (Row(path.stem, key, value) for key, value in naming(nlp, named(path)).items())


def parsing(nlp: Language, gold: Sequence[Text], corpus: str) -> Iterator[Row]:
    """F of words, sentences, tags, lemmas and arcs as in the CoNLL 2018 shared task, then some of them by genre."""
    counts: dict[str, Counter[str]] = {}
    began = time.perf_counter()
    for right, doc in zip(gold, nlp.pipe((t.text for t in gold), disable=ARTICLE_LEVEL), strict=True):
        compare(counts.setdefault(right.genre, Counter()), right, doc)
    took = time.perf_counter() - began
    every = sum(counts.values(), Counter[str]())
    yield from (Row(corpus, measure, rate(every, measure)) for measure in MEASURES)
    yield Row(corpus, "words/s", round(every["system"] / took))
    for genre, count in sorted(counts.items()):
        yield from (Row(f"{corpus} {genre}", measure, rate(count, measure)) for measure in BY_GENRE)


def rate(count: Counter[str], measure: str) -> float:
    """F in per cent."""
    ends = ("gold sentences", "system sentences") if measure == "sentences" else ("gold", "system")
    return round(200 * count[measure] / sum(count[end] for end in ends), 2)


def compare(count: Counter[str], right: Text, doc: Doc) -> None:
    """Count what is right in one parsed paragraph."""
    tokens = [token for token in doc if not token.is_space]
    places = dict(letters(tokens))
    system = {places[token.i]: token for token in tokens}
    count["gold"] += len(right.words)
    count["system"] += len(tokens)
    ends = set(sentences(right))
    spans = ([places[t.i] for t in sentence if not t.is_space] for sentence in doc.sents)
    found = {(span[0][0], span[-1][1]) for span in spans if span}
    count["gold sentences"] += len(ends)
    count["system sentences"] += len(found)
    count["sentences"] += len(ends & found)
    for word in right.words:
        token = system.get((word.start, word.end))
        if token is None:
            continue
        arc = word.head == ((-1, -1) if token.head.i == token.i else places[token.head.i])
        dep = token.dep_.lower().partition(":")[0]
        count["words"] += 1
        count["upos"] += token.pos_ == word.upos
        count["xpos"] += token.tag_ == word.xpos
        count["lemma"] += word.lemma in ("_", token.lemma_)
        count["uas"] += arc
        count["las"] += arc and dep == word.dep


def sentences(right: Text) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    firsts = [i for i, word in enumerate(right.words) if word.sentence]
    for i, after in zip(firsts, [*firsts[1:], len(right.words)], strict=True):
        yield right.words[i].start, right.words[after - 1].end


def letters(tokens: Iterable[Token]) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each token its place in the text without white space."""
    place = 0
    for token in tokens:
        size = len("".join(token.text.split()))
        yield token.i, (place, place + size)
        place += size


def naming(nlp: Language, articles: Iterable[Named]) -> dict[str, float]:
    """F of persons, organisations and places, exact span and type, one article at a time."""
    right: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for number, article in enumerate(articles):
        found = names_of(nlp, article, number)
        wanted = {(s, e, COARSE[t.upper()]) for s, e, t in article.names if t.upper() in COARSE}
        right.update(t for *_, t in found & wanted)
        guessed.update(t for *_, t in found)
        gold.update(t for *_, t in wanted)
    rates = {t: 200 * right[t] / max(1, guessed[t] + gold[t]) for t in ("PER", "ORG", "LOC")}
    every = 200 * right.total() / max(1, guessed.total() + gold.total())
    return {"names": round(every, 2)} | {t: round(rate, 2) for t, rate in rates.items()}


def names_of(nlp: Language, named_article: Named, number: int) -> set[tuple[int, int, str]]:
    """The names that the whole pipeline finds, by the corpus' own words."""
    text = named_article.text
    ranges, start = [], 0
    for paragraph in text.split("\n\n"):
        ranges.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    doc = annotate(Article(f"{number}.txt", text, tuple(ranges)), nlp)
    first = {s: i for i, (s, _) in enumerate(named_article.places)}
    last = {e: i for i, (_, e) in enumerate(named_article.places)}
    found = ((first.get(e.start_char, -1 - e.start_char), last.get(e.end_char, -1), e.label_) for e in doc.ents)
    return {(s, e, COARSE[t]) for s, e, t in found if t in COARSE}
