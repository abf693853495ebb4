"""A trained network in, the small ONNX file and its companions that run without torch out."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kgraph.annotation.decoding import OUTPUTS
from kgraph.training.batches import Labels
from kgraph.training.network import Network, Sizes

INPUTS = ("pieces", "piece_shapes", "first", "shapes", "suffixes")
QUANTISED = ["MatMul", "Gather"]
OPSET = 17


class Decided(nn.Module):
    """The network with the classes chosen where nothing but the best one is wanted."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """See OUTPUTS."""
        morph, tag, start, name, arcs, head, child = self.network(*inputs)
        return morph.argmax(-1), tag.argmax(-1), start[:, :, 1] - start[:, :, 0], name, arcs, head, child


def read_labels(folder: Path) -> Labels:
    """The labels of a trained network."""
    groups = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return Labels(**{key: tuple(labels) for key, labels in groups.items()})


def read_network(folder: Path) -> Network:
    """A trained network with its weights."""
    labels = read_labels(folder)
    network = Network(Sizes(len(labels.morphs), len(labels.tags), len(labels.deps), len(labels.names)))
    network.load_state_dict(torch.load(folder / "network.pt", map_location="cpu", weights_only=True))
    network.eval()
    return network


def export(trained: Path, base: Path, out: Path, *, quantised: bool = True) -> None:
    """Write what the component `kgraph_encoder` reads: the network, tokenizer, labels and their bilinear form."""
    network = read_network(trained)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        write_onnx(network, whole)
        if quantised:
            quantize_dynamic(
                whole, out / "network.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                op_types_to_quantize=QUANTISED,
            )  # fmt: skip
        else:
            shutil.copy(whole, out / "network.onnx")
    shutil.copy(trained / "labels.json", out / "labels.json")
    (out / "tokenizer.json").write_text(small_tokenizer(base / "tokenizer.json"), encoding="utf-8")
    (out / "bilinear.npy").write_bytes(network.labels.detach().numpy().astype(np.float16).tobytes())


def write_onnx(network: Network, path: Path) -> None:
    """The network in full precision, for any number of texts, pieces and words."""
    pieces, words = torch.ones((2, 7), dtype=torch.long), torch.ones((2, 5), dtype=torch.long)
    axes: dict[str, dict[int, str]] = {name: {0: "texts", 1: "words"} for name in (*INPUTS, *OUTPUTS)}
    axes |= {name: {0: "texts", 1: "pieces"} for name in INPUTS[:2]}
    axes |= {"arcs": {0: "texts", 1: "words", 2: "rooted"}, "heads": {0: "texts", 1: "rooted"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter without torch.compile is called old, and needs no more packages
        torch.onnx.export(
            Decided(network).eval(), (pieces, pieces, words, words, words), str(path), input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def small_tokenizer(path: Path) -> str:
    """The tokenizer's file without what serves whole texts only: cutting off and filling up."""
    settings = json.loads(path.read_text(encoding="utf-8"))
    return json.dumps(settings | {"truncation": None, "padding": None}, ensure_ascii=False)
