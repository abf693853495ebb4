"""An exported network and treebanks in, a whole spaCy pipeline in a folder out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.annotation import encoder, numbers  # noqa: F401  (spaCy finds their factories once imported)
from kgraph.annotation.lemmas import Lemmas, key
from kgraph.training.corpora import Paragraph
from kgraph.training.tokens import english

SURE = 0.6  # a form whose commonest lemma is rarer than this is left to the rules
META = {
    "name": "kgraph",
    "version": "0.2.0",
    "description": "English news: Universal Dependencies, lemmas and named entities, from one small encoder.",
    "author": "kgraph contributors",
    "license": "CC BY-SA 4.0",
}


def package(exported: Path, parsed: Iterable[Paragraph], out: Path, *, threads: int = 1) -> Language:
    """The pipeline, written into the folder `out`; `parsed` are the treebank paragraphs that lemmas are learnt from.

    The rules of the lemmatizer come from the package spacy-lookups-data.
    """
    nlp: Language = english()
    nlp.add_pipe("kgraph_encoder", config={"threads": threads}).from_disk(exported)  # type: ignore[attr-defined]
    lemmas = cast(Lemmas, nlp.add_pipe("kgraph_lemmas"))
    lemmas.initialize()
    lemmas.learn(needed(lemma_table(parsed), lemmas, nlp))
    nlp.add_pipe("kgraph_numbers")
    nlp.meta.update(META)
    nlp.to_disk(out)
    return nlp


def lemma_table(parsed: Iterable[Paragraph]) -> dict[str, str]:
    """For each part of speech, tag and form its commonest lemma, where one is common enough."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for p in parsed:
        for form, pos, tag, lemma in zip(p.words, p.upos, p.xpos, p.lemmas, strict=True):
            if lemma != "_" or form == "_":
                votes[key(pos, tag, form)][lemma] += 1
    best = {place: min(count, key=lambda lemma: (-count[lemma], lemma)) for place, count in votes.items()}
    return {place: lemma for place, lemma in sorted(best.items()) if votes[place][lemma] > SURE * votes[place].total()}


def needed(table: dict[str, str], rules: Lemmas, nlp: Language) -> dict[str, str]:
    """What the rules alone would get wrong."""
    wrong: dict[str, str] = {}
    for place, lemma in table.items():
        pos, tag, form = place.split(" ", 2)
        doc = Doc(nlp.vocab, words=[form], pos=[pos], tags=[tag])
        if rules.lemma(doc[0]) != lemma:
            wrong[place] = lemma
    return wrong
