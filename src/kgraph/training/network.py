"""The network: a small pretrained encoder with heads for tags, sentence starts, a biaffine parse and names.

Encoder: BERT (Devlin et al. 2019) as in MiniLM (Wang et al. 2020); parser: deep biaffine attention (Dozat and Manning
2017); names: a tag per word. The encoder knows no case, so the shape of each word is added to its input.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

SHAPES, SUFFIXES = 512, 4096
ARC, LABEL, WIDE = 320, 64, 384
FAR = -1e4


@dataclass(frozen=True)
class Sizes:
    """How many classes each head tells apart."""

    morphs: int
    tags: int
    labels: int
    names: int


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self, width: int = WIDE, heads: int = 12, inner: int = 1536) -> None:
        super().__init__()
        self.heads, self.scale = heads, (width // heads) ** -0.5
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: batch, pieces, width; mask: batch, 1, 1, pieces, 0 where there is a piece, else far below."""
        size = (x.size(0), x.size(1), self.heads, x.size(2) // self.heads)
        q, k, v = (f(x).view(size).transpose(1, 2) for f in (self.query, self.key, self.value))
        drop = 0.1 if self.training else 0.0
        scores = (q * self.scale) @ k.transpose(2, 3) + mask
        mixed = scores.softmax(-1).to(v.dtype) @ v  # no dropout here: a quarter of the time
        mixed = mixed.transpose(1, 2).reshape(x.shape)
        x = self.norm1(x + F.dropout(self.out(mixed), drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Encoder(nn.Module):
    """BERT with a second embedding for the shape of the word that a piece belongs to."""

    def __init__(self, vocabulary: int = 30522, layers: int = 6) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDE), nn.Embedding(512, WIDE)
        self.kind = nn.Parameter(torch.zeros(WIDE))
        self.shapes = nn.Embedding(SHAPES, WIDE)
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        nn.init.normal_(self.shapes.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """pieces, shapes: batch, pieces (0 pads); gives batch, pieces, width."""
        places = torch.arange(pieces.size(1), device=pieces.device)
        x = self.norm(self.words(pieces) + self.places(places) + self.kind + self.shapes(shapes))
        mask = (pieces == 0)[:, None, None, :] * FAR
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_bert(self, weights: Mapping[str, Tensor]) -> None:
        """Takes over the weights of a BERT checkpoint in Hugging Face's naming."""
        self.words.weight.data = weights["embeddings.word_embeddings.weight"].clone()
        self.places.weight.data = weights["embeddings.position_embeddings.weight"].clone()
        self.kind.data = weights["embeddings.token_type_embeddings.weight"][0].clone()
        _take(self.norm, weights, "embeddings.LayerNorm")
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        for i, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                _take(getattr(layer, ours), weights, f"encoder.layer.{i}.{theirs}")


class Network(nn.Module):
    """All heads over one encoding of a paragraph."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.shapes, self.suffixes = nn.Embedding(SHAPES, 48), nn.Embedding(SUFFIXES, 48)
        wide = WIDE + 96
        self.mix = nn.Sequential(nn.Linear(wide, WIDE), nn.GELU(), nn.LayerNorm(WIDE))
        self.morph, self.tag = nn.Linear(WIDE, sizes.morphs), nn.Linear(WIDE, sizes.tags)
        self.start, self.name = nn.Linear(WIDE, 2), nn.Linear(WIDE, sizes.names)
        self.root = nn.Parameter(torch.zeros(WIDE))
        self.arc_head, self.arc_child = nn.Linear(WIDE, ARC), nn.Linear(WIDE, ARC)
        self.label_head, self.label_child = nn.Linear(WIDE, LABEL), nn.Linear(WIDE, LABEL)
        self.arcs = nn.Parameter(torch.empty(ARC + 1, ARC))
        self.labels = nn.Parameter(torch.empty(sizes.labels, LABEL + 1, LABEL + 1))
        nn.init.xavier_uniform_(self.arcs)
        nn.init.normal_(self.labels, std=0.02)

    def forward(
        self, pieces: Tensor, piece_shapes: Tensor, first: Tensor, shapes: Tensor, suffixes: Tensor
    ) -> tuple[Tensor, ...]:
        """pieces, piece_shapes: batch, pieces; first (piece of each word), shapes, suffixes: batch, words.

        Gives scores: morph, tag, start, name (batch, words, classes), arcs (batch, words, 1 + words; 0 is the root),
        and the vectors of heads (batch, 1 + words, LABEL) and children (batch, words, LABEL) that label scores need.
        """
        return self.heads(self.encoder(pieces, piece_shapes), first, shapes, suffixes)

    def heads(self, x: Tensor, first: Tensor, shapes: Tensor, suffixes: Tensor) -> tuple[Tensor, ...]:
        """The scores over an encoding."""
        x = torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDE))
        both = torch.cat([x, self.shapes(shapes), self.suffixes(suffixes)], -1)
        h = F.dropout(self.mix(F.dropout(both, 0.2, self.training)), 0.1, self.training)
        rooted = torch.cat([self.root.expand(h.size(0), 1, -1), h], 1)
        head, child = F.leaky_relu(self.arc_head(rooted), 0.1), F.leaky_relu(self.arc_child(h), 0.1)
        child = F.dropout(child, 0.1, self.training)
        arcs = torch.cat([child, torch.ones_like(child[:, :, :1])], -1) @ self.arcs @ head.transpose(1, 2)
        label_head, label_child = F.leaky_relu(self.label_head(rooted), 0.1), F.leaky_relu(self.label_child(h), 0.1)
        return self.morph(h), self.tag(h), self.start(h), self.name(h), arcs, label_head, label_child

    def label_scores(self, head: Tensor, child: Tensor, chosen: Tensor) -> Tensor:
        """Scores of dependency labels (batch, words, labels) for chosen heads (batch, words; 0 is the root)."""
        picked = torch.gather(head, 1, chosen[:, :, None].expand(-1, -1, LABEL))
        one = torch.ones_like(child[:, :, :1])
        left, right = torch.cat([child, one], -1), torch.cat([picked, one], -1)
        return torch.einsum("bwi,lij,bwj->bwl", left, self.labels, right)


def _take(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    module.load_state_dict({"weight": weights[f"{name}.weight"], "bias": weights[f"{name}.bias"]})
