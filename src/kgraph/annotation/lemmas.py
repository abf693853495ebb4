"""Tagged Doc in, the same Doc with the lemmas that treebanks give its words out; others stay as they are."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

FILE = "lemmas.json.gz"
PLAIN = str.maketrans("’‘“”", "''\"\"")


@Language.factory("kgraph_lemmas", assigns=["token.lemma"], requires=["token.tag", "token.pos"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001
    """The component without a table; `from_disk` gives it one."""
    return Lemmas()


class Lemmas:
    """A table from part of speech, tag and form to lemma; it comes after a lemmatizer with rules."""

    def __init__(self, table: Mapping[str, str] | None = None) -> None:
        self.table = dict(table or {})

    def __call__(self, doc: Doc) -> Doc:
        """The document with the lemmas that the table knows."""
        for token in doc:
            found = self.table.get(key(token.pos_, token.tag_, token.text))
            if found is not None:
                token.lemma_ = found
            elif not token.lemma_ or token.pos_ == "PROPN":
                token.lemma_ = token.text
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the table into a folder, the same bytes each time."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (folder / FILE).write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Lemmas:  # noqa: ARG002
        """The component with the table of a folder."""
        self.table = json.loads(gzip.decompress((Path(path) / FILE).read_bytes()))
        return self


def key(pos: str, tag: str, form: str) -> str:
    """Where the lemma of a form stands: proper nouns as they are written, other words in small letters."""
    form = form.translate(PLAIN)
    return f"{pos} {tag} {form if pos == 'PROPN' else form.lower()}"
