"""Tagged Doc in, the same Doc with lemmas out: what treebanks say of a form, and rules for what they do not know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from spacy.attrs import LEMMA, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc, Token

TABLE = "treebank_lemmas"
PLAIN = str.maketrans("’‘“”", "''\"\"")
MOST = 200_000  # forms remembered
SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtz]")  # a syllable whose last consonant doubles: "stag", "stagged"


@Language.factory("kgraph_lemmas", assigns=["token.lemma"], requires=["token.tag", "token.pos"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    """The component without tables; `initialize` or `from_disk` gives it some."""
    return Lemmas(nlp.vocab, None, name, mode="rule", overwrite=True, scorer=None)


class Lemmas(EnglishLemmatizer):
    """spaCy's rules below a table from part of speech, tag and form to lemma; each form is looked up once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The document with its lemmas."""
        if not self._validated:
            self._validate_tables()
        places = [tuple(row) for row in doc.to_array([ORTH, POS, TAG]).tolist()]
        if len(self.known) > MOST:
            self.known.clear()
        for i, place in enumerate(places):
            if place not in self.known:
                self.known[place] = self.vocab.strings.add(self.lemma(doc[i]))
        doc.from_array([LEMMA], np.array([self.known[place] for place in places], dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def lemma(self, token: Token) -> str:
        """The lemma of one token; a name that the table does not know is its own."""
        found = self.table.get(key(token.pos_, token.tag_, token.text))
        if found is not None and not self._is_slip(token, str(found)):
            return str(found)
        if token.pos_ == "PROPN":
            return token.text
        forms = self.rule_lemmatize(token)
        return str(next((f for f in forms if not _is_half(token, f)), forms[0])) or token.text

    def _is_slip(self, token: Token, lemma: str) -> bool:
        """Whether a treebank gives an irregular verb a lemma that is no verb at all."""
        irregular: Mapping[str, Sequence[str]] = self.lookups.get_table("lemma_exc", {}).get("verb", {})
        verbs = self.lookups.get_table("lemma_index", {}).get("verb", ())
        return token.pos_ == "VERB" and token.lower_ in irregular and lemma not in verbs

    @property
    def table(self) -> Mapping[str, str]:
        """What the treebanks say."""
        found: Mapping[str, str] = self.lookups.get_table(TABLE, {})
        return found

    def learn(self, table: Mapping[str, str]) -> None:
        """Take over a table."""
        if self.lookups.has_table(TABLE):
            self.lookups.remove_table(TABLE)
        self.lookups.add_table(TABLE, dict(sorted(table.items())))
        self.known.clear()


def _is_half(token: Token, lemma: str) -> bool:
    """Whether a verb's form would have doubled the last letter of a lemma: "staged" is of "stage", not of "stag"."""
    form = token.lower_
    return token.pos_ == "VERB" and bool(SHORT.fullmatch(lemma)) and form in {f"{lemma}ed", f"{lemma}ing"}


def key(pos: str, tag: str, form: str) -> str:
    """Where the lemma of a form stands: proper nouns as they are written, other words in small letters."""
    form = form.translate(PLAIN)
    return f"{pos} {tag} {form if pos == 'PROPN' else form.lower()}"
