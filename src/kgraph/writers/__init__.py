"""A graph in, a file out, in the format that the file's ending says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from kgraph.errors import StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.writers import jsonld, lines, rdfxml, turtle

__all__ = ["WRITERS", "Writer", "write"]

Writer = Callable[[KnowledgeGraph, Path], None]


def _html(graph: KnowledgeGraph, path: Path, texts: Mapping[str, str] | None = None) -> None:
    from kgraph.writers import html  # half a second to import; only this format needs it

    html.write(graph, path, texts=texts)


WRITERS: dict[str, Writer] = {
    ".ttl": turtle.write,
    ".trig": turtle.write_trig,
    ".nt": lines.write,
    ".nq": lines.write_quads,
    ".jsonld": jsonld.write,
    ".rdf": rdfxml.write,
    ".xml": rdfxml.write,
    ".html": _html,
}


def write(graph: KnowledgeGraph, path: Path | str, *, texts: Mapping[str, str] | None = None) -> None:
    """Writes the graph to a file, whole or not at all; the same graph gives the same bytes.

    The ending of the file says how: .ttl .trig .nt .nq .jsonld .rdf .xml .html. Raises StoreError for any other.
    `texts` are the articles' texts by IRI; an .html shows each sentence in them, the other formats have no use for it.
    """
    target = Path(path)
    if target.suffix.lower() not in WRITERS:
        raise StoreError(f"{target}: no format has the ending {target.suffix!r}; there are {' '.join(WRITERS)}")
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if texts is not None and target.suffix.lower() == ".html":
            _html(graph, fresh, texts)
        else:
            WRITERS[target.suffix.lower()](graph, fresh)
        fresh.replace(target)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        fresh.unlink(missing_ok=True)
