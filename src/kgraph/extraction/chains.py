"""Doc in, the chains of mentions out that coreference found in it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, SpanGroup, Token

PREFIX = "coref_clusters_"


def chains(doc: Doc) -> Iterator[SpanGroup]:
    """All chains, in the order of their names: "coref_clusters_1", "coref_clusters_10", "coref_clusters_2"."""
    yield from (doc.spans[name] for name in sorted(doc.spans) if name.startswith(PREFIX))


def before(token: Token) -> tuple[Token, ...]:
    """What is mentioned before a token in its chain, the nearest last; nothing where it stands in none."""
    found = (sorted(span.root.i for span in chain) for chain in chains(token.doc))
    roots = next((roots for roots in found if token.i in roots), [])
    return tuple(token.doc[i] for i in roots if i < token.i)
