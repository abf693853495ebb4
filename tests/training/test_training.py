"""The way from a treebank to a pipeline that spaCy loads, with a network that has seen next to nothing."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.annotation.pieces import Pieces
from kgraph.schema import Schema
from kgraph.training.corpora import Paragraph

torch = pytest.importorskip("torch", reason="training needs the extra `training`")
pytest.importorskip("onnx", reason="training needs the extra `training`")

SENTENCE = Paragraph(
    "gum", ("Ada", "sails", '"', "home", '"', "."), (0,), ("PROPN", "VERB", "PUNCT", "ADV", "PUNCT", "PUNCT"),
    ("NNP", "VBZ", "``", "RB", "''", "."), ("_", "Tense=Pres", "_", "_", "_", "_"),
    ("Ada", "sail", '"', "home", '"', "."), (1, -1, 3, 1, 3, 1),
    ("nsubj", "root", "punct", "advmod", "punct", "punct"), ((0, 1, "PERSON"),),
)  # fmt: skip


def pieces() -> Pieces:
    from tokenizers import Tokenizer, models

    return Pieces(Tokenizer(models.WordLevel({"[UNK]": 100}, unk_token="[UNK]")))


def test_a_variant_says_the_same_of_the_same_words() -> None:
    from kgraph.training.batches import joined, varied
    from kgraph.training.swaps import Swaps

    rng = random.Random(1)
    for _ in range(50):
        changed = varied(SENTENCE, rng, Swaps((), (), ()))
        assert changed.heads == SENTENCE.heads[: len(changed.words)]
    whole = next(p for p in joined([SENTENCE] * 30, rng) if len(p.starts) > 1)

    assert whole.heads[6:12] == (7, -1, 9, 7, 9, 7)
    assert whole.names is not None and whole.names[1] == (6, 7, "PERSON")


def test_other_names_of_the_same_kind_stand_in_the_same_places() -> None:
    from kgraph.training.labels import Gazetteer
    from kgraph.training.swaps import Swaps

    words = ("Ada", "Byron", "left", "Paris", "and", "Byron", "wept")
    names = ((0, 2, "PER"), (3, 4, "LOC"), (5, 6, "PER"))
    told = replace(SENTENCE, words=words, names=names)
    swaps = Swaps.of([told], Gazetteer({"Paris": ("GPE",)}, frozenset(), {}))
    assert swaps == Swaps(("Paris",), ("Ada",), ("Byron",))

    other = Swaps(("Paris", "Oslo"), ("Ada", "Nia"), ("Mbeki",)).swapped(told, random.Random(2)).words
    assert other[1] == other[5] == "Mbeki"
    assert other[0] in ("Ada", "Nia") and other[3] in ("Paris", "Oslo")
    assert (*other[2:3], *other[4:5], *other[6:]) == ("left", "and", "wept")


def test_quotation_marks_open_and_close() -> None:
    from kgraph.training.batches import curled

    assert list(curled(["''", '"', "don't", '"'])) == ["”", "“", "don’t", "”"]


def test_the_loss_falls_when_it_sees_the_same_sentence_again() -> None:
    from kgraph.training.batches import Batcher, Labels
    from kgraph.training.fit import Settings, learn, optimizer, set_rate
    from kgraph.training.labels import Gazetteer
    from kgraph.training.network import Network, Sizes

    torch.manual_seed(0)
    labels = Labels.of([SENTENCE])
    batch = Batcher(pieces(), labels, Gazetteer.of(Schema.load())).batch([SENTENCE, SENTENCE])
    network = Network(Sizes(len(labels.morphs), len(labels.tags), len(labels.deps), len(labels.names)))
    maker = optimizer(network, Settings())
    set_rate(maker, 1.0, 0.0)
    losses = [sum(learn(network, maker, batch).values()) for _ in range(8)]

    assert losses[-1] < losses[0] / 2


@pytest.mark.slow
def test_an_exported_network_runs_in_spacy_without_torch(tmp_path: Path) -> None:
    import json
    from dataclasses import asdict

    import spacy

    from kgraph.training.batches import Labels
    from kgraph.training.export import export
    from kgraph.training.network import Network, Sizes
    from kgraph.training.package import package

    pytest.importorskip("spacy_lookups_data", reason="lemma rules come from spacy-lookups-data")
    labels = Labels.of([SENTENCE])
    network = Network(Sizes(len(labels.morphs), len(labels.tags), len(labels.deps), len(labels.names)))
    trained = tmp_path / "trained"
    trained.mkdir()
    torch.save(network.state_dict(), trained / "network.pt")
    (trained / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    pieces().tokenizer.save(str(tmp_path / "tokenizer.json"))

    export(trained, tmp_path, tmp_path / "exported")
    package(tmp_path / "exported", [SENTENCE], tmp_path / "kgraph_en")
    doc = spacy.load(tmp_path / "kgraph_en")("Ada sails home. Ada sails.")

    assert doc.has_annotation("DEP") and doc.has_annotation("TAG")
    assert sum(token.dep_ == "ROOT" for token in doc) == len(list(doc.sents))
