"""Paragraphs and the weights of a pretrained encoder in, a trained network out."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from kgraph.annotation.pieces import Pieces
from kgraph.schema import Schema
from kgraph.training.batches import NONE, Batch, Batcher, Labels
from kgraph.training.corpora import Paragraph
from kgraph.training.labels import Gazetteer
from kgraph.training.network import Network, Sizes

FAR = -1e4  # score of an arc that cannot be
TAG_WEIGHT, NAME_WEIGHT = 0.5, 2.0  # the other heads weigh 1
EVERY = 25  # steps between two reports

Report = Callable[[str], None]


@dataclass(frozen=True)
class Settings:
    """How to train: for so many epochs or minutes, whichever end first."""

    epochs: int = 7
    minutes: float = 600.0
    encoder_rate: float = 2e-4
    head_rate: float = 2e-3
    warm_up: int = 200
    pieces: int = 1200
    seed: int = 0
    threads: int = 2


def fit(
    paragraphs: Sequence[Paragraph],
    base: Path,
    out: Path,
    settings: Settings,
    *,
    report: Report = print,
    after_epoch: Callable[[Network, Batcher], object] | None = None,
) -> Network:
    """Trains, and writes `network.pt` and `labels.json` into the folder `out`; `base` holds the pretrained encoder."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    labels = Labels.of(paragraphs)
    batcher = Batcher(Pieces(tokenizer(base)), labels, Gazetteer.of(Schema.load()), settings.pieces)
    network = new_network(labels, base)
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(asdict(labels), indent=1), encoding="utf-8")
    steps = settings.epochs * len(batcher.epoch(paragraphs, random.Random(settings.seed)))
    maker, log = optimizer(network, settings), Log(report, steps)
    rng, done = random.Random(settings.seed), 0
    for epoch in range(settings.epochs):
        network.train()
        for batch in batches(batcher, paragraphs, rng):
            spent = log.minutes() / settings.minutes
            if spent >= 1:
                break
            set_rate(maker, (done + 1) / settings.warm_up, max(done / steps, spent))
            losses = learn(network, maker, batch)
            done += 1
            log.step(epoch, done, batch, losses)
        torch.save(network.state_dict(), out / "network.pt")
        if after_epoch:
            after_epoch(network, batcher)
        if log.minutes() >= settings.minutes:
            break
    network.eval()
    return network


def batches(batcher: Batcher, paragraphs: Sequence[Paragraph], rng: random.Random) -> Iterator[Batch]:
    """The batches of one epoch, made as they are needed."""
    return (batcher.batch(group) for group in batcher.epoch(paragraphs, rng))


def learn(network: Network, maker: torch.optim.Optimizer, batch: Batch) -> dict[str, float]:
    """One step; gives the loss of each head."""
    losses = loss_of(network, batch)
    maker.zero_grad()
    torch.stack(list(losses.values())).sum().backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    maker.step()
    return {head: float(loss.detach()) for head, loss in losses.items()}


@dataclass
class Log:
    """Says now and then how far the training is and how large the losses are."""

    report: Report
    steps: int

    def __post_init__(self) -> None:
        self.began, self.words, self.sums = time.monotonic(), 0, Counter[str]()

    def minutes(self) -> float:
        """How long the training has gone on."""
        return (time.monotonic() - self.began) / 60

    def step(self, epoch: int, done: int, batch: Batch, losses: Mapping[str, float]) -> None:
        """Takes one step into account."""
        self.words += int(batch.words.sum())
        self.sums.update(losses)
        if done % EVERY == 0:
            told = " ".join(f"{head} {loss / EVERY:.3f}" for head, loss in sorted(self.sums.items()))
            speed = self.words / self.minutes() / 60
            self.report(f"{epoch} {done}/{self.steps} {told} {speed:.0f} words/s {self.minutes():.1f} min")
            self.sums.clear()


def tokenizer(base: Path) -> Tokenizer:
    """The word-piece tokenizer of the pretrained encoder."""
    made: Tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def new_network(labels: Labels, base: Path) -> Network:
    """A network whose encoder has the pretrained weights and whose heads know nothing."""
    network = Network(Sizes(len(labels.morphs), len(labels.tags), len(labels.deps), len(labels.names)))
    network.encoder.load_bert(load_file(base / "model.safetensors"))
    return network


def encode(network: Network, batch: Batch) -> tuple[Tensor, ...]:
    """All scores of a batch; the encoder computes in bfloat16."""
    given = batch.inputs
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = network.encoder(given["pieces"], given["piece_shapes"])
    return network.heads(x.float(), given["first"], given["shapes"], given["suffixes"])


def within(arcs: Tensor, sentences: Tensor) -> Tensor:
    """Arc scores with no arc over the end of a sentence."""
    same = (sentences[:, :, None] == sentences[:, None, :]) & (sentences[:, None, :] > 0)
    same &= ~torch.eye(same.size(1), dtype=torch.bool)
    rooted = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    return arcs.masked_fill(~rooted, FAR)


def loss_of(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head, weighted, for one word of the batch."""
    morph, tag, start, name, arcs, head, child = encode(network, batch)
    losses: dict[str, Tensor] = {}
    if (batch.heads != NONE).any():
        labels = network.label_scores(head, child, batch.heads.clamp(min=0))
        losses["arcs"] = _cross(within(arcs, batch.sentences), batch.heads)
        losses["labels"] = _cross(labels, batch.deps)
        losses["morph"] = _cross(morph, batch.morphs)
        losses["tag"] = TAG_WEIGHT * _cross(tag, batch.tags)
        losses["start"] = _cross(start, batch.starts)
    told = ~batch.names.all(-1)
    if told.any():
        scores = name[told].log_softmax(-1).masked_fill(~batch.names[told], FAR)
        losses["names"] = -NAME_WEIGHT * scores.logsumexp(-1).sum() / (batch.sentences > 0).sum()
    return losses


def _cross(scores: Tensor, target: Tensor) -> Tensor:
    """Mean over the words of the batch, those without a target counted as nothing."""
    total = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=NONE, reduction="sum")
    return total / target.numel()


def optimizer(network: Network, settings: Settings) -> torch.optim.Optimizer:
    """AdamW with a slower encoder."""
    parameters = list(network.named_parameters())
    inner = [p for n, p in parameters if n.startswith("encoder.") and "shapes" not in n]
    outer = [p for n, p in parameters if not n.startswith("encoder.") or "shapes" in n]
    groups = [
        {"params": inner, "top": settings.encoder_rate, "weight_decay": 0.01},
        {"params": outer, "top": settings.head_rate, "weight_decay": 0.001},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def set_rate(maker: torch.optim.Optimizer, warmth: float, progress: float) -> None:
    """Learning rates after a warm-up (0 to 1) on a straight way down."""
    for group in maker.param_groups:
        group["lr"] = group["top"] * min(1.0, warmth) * max(0.005, 1 - progress)
