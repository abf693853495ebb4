"""Doc in, the same Doc with sentences, tags, morphology, dependency tree and names out, from one small ONNX network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab
from tokenizers import Tokenizer

from kgraph.annotation.decoding import OUTPUTS, Decoder, Parse
from kgraph.annotation.pieces import Pieces, stacked
from kgraph.annotation.readings import RARE, is_clause, reread
from kgraph.annotation.windows import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

BATCH = 2000  # pieces in one run of the network, padding counted
FILES = ("network.onnx", "tokenizer.json", "labels.json", "bilinear.npy")
COLUMNS = (TAG, POS, MORPH, HEAD, DEP, ENT_IOB, ENT_TYPE)
GAP_DEP = "dep"
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # spaCy's numbers for I, O and B

Place = tuple[int, int]  # document, first token of a window


@dataclass(frozen=True)
class Network:
    """The files of a trained network, and what can be computed from them once."""

    files: Mapping[str, bytes]
    threads: int = 1

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """The labels that each head tells apart."""
        found: dict[str, list[str]] = json.loads(self.files["labels.json"])
        return found

    @cached_property
    def pieces(self) -> Pieces:
        """Cuts words into what the network reads."""
        return Pieces(Tokenizer.from_str(self.files["tokenizer.json"].decode("utf-8")))

    @cached_property
    def decoder(self) -> Decoder:
        """Reads trees, labels and names from the scores."""
        flat = np.frombuffer(self.files["bilinear.npy"], dtype=np.float16)
        count = len(self.labels["deps"])
        size = round((len(flat) / count) ** 0.5)
        return Decoder.of(flat.reshape(count, size, size), self.labels["deps"], self.labels["names"])

    @cached_property
    def session(self) -> InferenceSession:
        """The network, ready to run."""
        import onnxruntime  # an eighth of a second, which who asks for tokens only need not pay

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(self.files["network.onnx"], options, providers=["CPUExecutionProvider"])

    def parse(self, batch: list[Window]) -> Iterator[Parse]:
        """The parses of some windows."""
        found = self.session.run(list(OUTPUTS), stacked([window.numbers for window in batch]))
        scores = dict(zip(OUTPUTS, found, strict=True))
        for row, window in enumerate(batch):
            yield self.decoder.parse(scores, row, len(window.tokens))


@Language.factory(
    "kgraph_encoder",
    assigns=[
        "token.tag", "token.pos", "token.morph", "token.dep", "token.head", "token.is_sent_start", "doc.sents",
        "doc.ents", "token.ent_iob", "token.ent_type",
    ],
    default_config={"threads": 1},
)  # fmt: skip
def make_encoder(nlp: Language, name: str, threads: int) -> Encoder:
    """The component without a network; `from_disk` gives it one."""
    return Encoder(nlp.vocab, name, threads)


class Encoder:
    """Parses documents, best one paragraph each. `threads` are for one run of the network."""

    def __init__(self, vocab: Vocab, name: str = "kgraph_encoder", threads: int = 1) -> None:
        self.vocab, self.name, self.threads = vocab, name, threads
        self.network: Network | None = None
        self.numbers: dict[str, Any] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The parsed document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """The documents in order, encoded together by length."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self.parse(batch)
            yield from batch

    def parse(self, docs: list[Doc]) -> None:
        """Fill the annotation of the documents."""
        network = self.loaded()
        cut = [window for i, doc in enumerate(docs) for window in windows(i, doc, network.pieces)]
        parses = dict(parsed(cut, network))
        parses |= read_again(docs, cut, parses, network)
        found: list[list[tuple[Window, Parse]]] = [[] for _ in docs]
        for window in cut:
            found[window.doc].append((window, parses[window.doc, window.tokens[0]]))
        for doc, parts in zip(docs, found, strict=True):
            self.annotate(doc, parts)

    def annotate(self, doc: Doc, parts: list[tuple[Window, Parse]]) -> None:
        """Write the parses of its windows into one document."""
        if not len(doc):
            return
        table = self.blank(doc)
        columns = self.columns()
        for window, parse in parts:
            at = np.array(window.tokens)
            heads = at[np.where(parse.heads < 0, np.arange(len(at)), parse.heads)]
            table[at, 0] = columns["tags"][parse.tags]
            table[at, 1] = columns["pos"][parse.morphs]
            table[at, 2] = columns["morphs"][parse.morphs]
            table[at, 3] = (heads - at).astype(np.uint64)
            table[at, 4] = columns["deps"][parse.deps]
            table[at, 5] = columns["iob"][parse.names]
            table[at, 6] = columns["types"][parse.names]
        close_gaps(doc, table)
        doc.from_array(list(COLUMNS), table)  # type: ignore[arg-type]

    def blank(self, doc: Doc) -> np.ndarray:
        """The table of a document of white space: it hangs on the word before it, the first on the first word."""
        strings = self.vocab.strings
        row = [strings.add("_SP"), IDS["SPACE"], self.vocab.morphology.add(""), 0, strings.add(GAP_DEP), OUTSIDE, 0]
        table = np.tile(np.array(row, dtype=np.uint64), (len(doc), 1))
        space = doc.to_array(IS_SPACE).astype(bool)
        words = np.flatnonzero(~space)
        for i in np.flatnonzero(space).tolist() if len(words) else ():
            anchor = words[max(0, int(np.searchsorted(words, i)) - 1)]
            table[i, 3] = np.array(anchor - i, dtype=np.int64).astype(np.uint64)
        return table

    def columns(self) -> dict[str, np.ndarray]:
        """What stands for each label in spaCy's arrays."""
        if not self.numbers:
            labels, strings = self.loaded().labels, self.vocab.strings
            parts = [morph.partition("|") for morph in labels["morphs"]]
            deps = ["ROOT" if dep == "root" else dep for dep in labels["deps"]]
            kinds = [name.partition("-") for name in labels["names"]]
            edges = {"B": BEGINS, "I": INSIDE, "O": OUTSIDE}
            values = {
                "tags": [strings.add(tag) for tag in labels["tags"]],
                "pos": [IDS[pos] for pos, _, _ in parts],
                "morphs": [self.vocab.morphology.add(feats) for _, _, feats in parts],
                "deps": [strings.add(dep) for dep in deps],
                "iob": [edges[edge] for edge, _, _ in kinds],
                "types": [strings.add(kind) if kind else 0 for _, _, kind in kinds],
            }
            self.numbers = {key: np.array(column, dtype=np.uint64) for key, column in values.items()}
        return self.numbers

    def loaded(self) -> Network:
        """The network; ValueError where none was read."""
        if self.network is None:
            raise ValueError(
                f"component {self.name!r} has no network; read one with from_disk or load a whole pipeline"
            )
        return self.network

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the network's files into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for file in FILES:
            (folder / file).write_bytes(self.loaded().files[file])

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:  # noqa: ARG002
        """The component with the network of a folder."""
        folder = Path(path)
        return self.with_files({file: (folder / file).read_bytes() for file in FILES})

    def with_files(self, files: Mapping[str, bytes]) -> Encoder:
        """The component with the network of these files."""
        self.network, self.numbers = Network(files, self.threads), {}
        return self

    def __getstate__(self) -> dict[str, Any]:
        files = self.network.files if self.network else None
        return {"vocab": self.vocab, "name": self.name, "threads": self.threads, "files": files}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["vocab"], state["name"], state["threads"])  # type: ignore[misc]
        if state["files"]:
            self.with_files(state["files"])


def parsed(cut: Iterable[Window], network: Network) -> Iterator[tuple[Place, Parse]]:
    """Each window's place, and its parse."""
    for batch in batches(cut):
        for window, parse in zip(batch, network.parse(batch), strict=True):
            yield (window.doc, window.tokens[0]), parse


def read_again(
    docs: Sequence[Doc], cut: Iterable[Window], parses: Mapping[Place, Parse], network: Network
) -> dict[Place, Parse]:
    """The parses of the windows in which a verb was taken for a noun, as far as a second reading makes a verb of it."""
    kinds, deps = [morph.partition("|")[0] for morph in network.labels["morphs"]], network.labels["deps"]
    again, places = [], {}
    for window in cut:
        place = window.doc, window.tokens[0]
        one = parses[place]
        labels = [deps[n] for n in one.deps]
        words = [docs[window.doc][i].text for i in window.tokens]
        first = [kinds[n] for n in one.morphs]
        first = ["" if w in RARE and not is_clause(one.heads, labels, i) else first[i] for i, w in enumerate(words)]
        words, changed = reread(words, first)
        if changed:
            again.append(Window(window.doc, window.tokens, network.pieces.numbers(words)))
            places[place] = changed
    return {
        place: parse
        for place, parse in parsed(again, network)
        if all(is_clause(parse.heads, [deps[n] for n in parse.deps], i) for i in places[place])
    }


def batches(cut: Iterable[Window]) -> Iterator[list[Window]]:
    """The windows in groups of like length."""
    group: list[Window] = []
    for window in sorted(cut, key=lambda w: len(w.numbers.pieces)):
        if group and (len(group) + 1) * len(window.numbers.pieces) > BATCH:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def close_gaps(doc: Doc, table: np.ndarray) -> None:
    """White space within a name belongs to the name."""
    for i in np.flatnonzero(doc.to_array(IS_SPACE)).tolist():
        if 0 < i < len(doc) - 1 and table[i - 1, 6] and table[i + 1, 5] == INSIDE:
            table[i, 5:] = INSIDE, table[i - 1, 6]
