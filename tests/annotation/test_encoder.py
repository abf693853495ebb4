"""Words become numbers, texts become windows, and what the network says becomes annotation."""

import pickle
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import pytest
from blank import NLP
from spacy.tokens import Doc
from tokenizers import Tokenizer, models, pre_tokenizers

from kgraph.annotation.decoding import Parse
from kgraph.annotation.encoder import Encoder, Network
from kgraph.annotation.pieces import MOST_PIECES, Pieces, shape, stacked
from kgraph.annotation.windows import Window, window_end, windows

LABELS = {
    "morphs": ["NOUN|Number=Plur", "VERB"],
    "tags": ["NNS", "VBP"],
    "deps": ["nsubj", "root"],
    "names": ["O", "B-ORG", "I-ORG"],
}


@pytest.fixture
def pieces() -> Pieces:
    made = Tokenizer(models.WordLevel({"[UNK]": 0, "ferries": 7, "sail": 8}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return Pieces(made)


class Fixed:
    """A network that takes the last word of each window for its verb, and all of it for one organisation."""

    labels = LABELS

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.files: dict[str, bytes] = {}

    def parse(self, batch: Sequence[Window]) -> list[Parse]:
        return [self.one(len(window.tokens)) for window in batch]

    def one(self, size: int) -> Parse:
        last = np.arange(size) == size - 1
        names = np.where(np.arange(size) == 0, 1, 2)
        return Parse(
            last.astype(int),
            last.astype(int),
            np.arange(size) == 0,
            np.where(last, -1, size - 1),
            last.astype(int),
            names,
        )


@pytest.fixture
def encoder(pieces: Pieces) -> Encoder:
    made = Encoder(NLP.vocab)
    made.network = cast(Network, Fixed(pieces))
    return made


@pytest.mark.parametrize(
    ("word", "drawn"), [("Lomé", "Xxx"), ("NATO", "XX"), ("2019", "dd"), ("U.S.", "X.X."), ("don’t", "xx’x")]
)
def test_a_word_is_drawn_by_its_capitals_letters_and_digits(word: str, drawn: str) -> None:
    assert shape(word) == drawn


def test_each_word_knows_where_its_pieces_begin(pieces: Pieces) -> None:
    numbers = pieces.numbers(["ferries", "sail"])

    assert numbers.pieces == [101, 7, 8, 102]
    assert numbers.first == [1, 2]


def test_a_batch_is_as_wide_as_its_longest_window(pieces: Pieces) -> None:
    batch = stacked([pieces.numbers(["ferries"]), pieces.numbers(["ferries", "sail"])])

    assert batch["pieces"].tolist() == [[101, 7, 102, 0], [101, 7, 8, 102]]
    assert batch["first"].shape == (2, 2)


def test_a_long_text_is_cut_after_a_full_stop() -> None:
    words = (["word"] * 99 + ["."]) * 4

    assert window_end(words, [1] * 400, 0) == 100


def test_a_sentence_that_never_ends_is_cut_at_a_comma() -> None:
    words = ["word"] * 300 + [","] + ["word"] * 600

    assert window_end(words, [1] * len(words), 0) == 301


def test_even_words_without_any_sign_fit_the_encoder() -> None:
    assert window_end(["word"] * 900, [1] * 900, 0) <= MOST_PIECES


def test_white_space_is_never_read(pieces: Pieces) -> None:
    doc = Doc(NLP.vocab, words=["ferries", "\n", "sail"])

    assert [window.tokens for window in windows(0, doc, pieces)] == [(0, 2)]


def test_the_network_fills_all_a_parser_fills(encoder: Encoder) -> None:
    doc = encoder(Doc(encoder.vocab, words=["ferries", "sail"]))

    assert [(t.pos_, t.tag_, str(t.morph), t.dep_, t.head.i) for t in doc] == [
        ("NOUN", "NNS", "Number=Plur", "nsubj", 1),
        ("VERB", "VBP", "", "ROOT", 1),
    ]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("ferries sail", "ORG")]
    assert doc.has_annotation("SENT_START")


def test_white_space_inside_a_name_belongs_to_it(encoder: Encoder) -> None:
    doc = encoder(Doc(encoder.vocab, words=["ferries", "\n", "sail"]))

    assert [ent.text for ent in doc.ents] == ["ferries \n sail"]
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("words", [[], ["\n"], [" ", "\n"]])
def test_a_text_without_words_passes_through(encoder: Encoder, words: list[str]) -> None:
    assert len(encoder(Doc(encoder.vocab, words=words))) == len(words)


def test_documents_come_out_in_the_order_they_went_in(encoder: Encoder) -> None:
    docs = [Doc(encoder.vocab, words=["sail"] * size) for size in (3, 1, 2)]

    assert [len(doc) for doc in encoder.pipe(docs, batch_size=2)] == [3, 1, 2]


def test_a_component_without_a_network_says_how_to_get_one() -> None:
    encoder = Encoder(NLP.vocab)

    with pytest.raises(ValueError, match="from_disk"):
        encoder(Doc(encoder.vocab, words=["sail"]))


def test_the_component_can_be_sent_to_another_process() -> None:
    encoder = Encoder(NLP.vocab, threads=2).with_files({"labels.json": b'{"deps": []}'})

    sent: Any = pickle.loads(pickle.dumps(encoder))

    assert sent.loaded().labels == {"deps": []}
    assert sent.loaded().threads == 2
