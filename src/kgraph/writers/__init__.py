"""A graph in, a file out, in the format that the file's ending says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from kgraph.errors import StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.views import Picture
from kgraph.writers import jsonld, lines, rdfxml, turtle

__all__ = ["PAIRS", "WRITERS", "Writer", "write", "write_picture"]

Writer = Callable[[KnowledgeGraph, Path], None]


def _later(module: str, function: str = "write") -> Writer:
    """The writer of a module that is imported when it is used, for what takes long to import or is seldom used."""

    def write_it(graph: KnowledgeGraph, path: Path, **more: Mapping[str, str]) -> None:
        getattr(import_module(f"kgraph.writers.{module}"), function)(graph, path, **more)

    return write_it


WRITERS: dict[str, Writer] = {
    ".ttl": turtle.write,
    ".trig": turtle.write_trig,
    ".nt": lines.write,
    ".nq": lines.write_quads,
    ".jsonld": jsonld.write,
    ".rdf": rdfxml.write,
    ".xml": rdfxml.write,
    ".html": _later("html"),
    ".graphml": _later("graphml"),
    ".gexf": _later("gexf"),
    ".cypher": _later("cypher"),
    ".ftm.json": _later("followthemoney"),
    ".ftm": _later("followthemoney"),
}

# formats that are two files: x.csv becomes x-nodes.csv and x-edges.csv
PAIRS: dict[str, dict[str, Writer]] = {
    ".neo4j.csv": {"nodes": _later("neo4j", "write_nodes"), "edges": _later("neo4j", "write_edges")},
    ".csv": {"nodes": _later("tables", "write_nodes"), "edges": _later("tables", "write_edges")},
}


def write(graph: KnowledgeGraph, path: Path | str, *, texts: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Writes the graph to a file, whole or not at all; the same graph gives the same bytes.

    The ending of the file says how: .ttl .trig .nt .nq .jsonld .rdf .xml .html .graphml .gexf .cypher .ftm.json .ftm;
    .csv and .neo4j.csv are two files, x-nodes.csv and x-edges.csv. Gives the files that were written. Raises
    StoreError for any other ending. `texts` are the articles' texts by IRI; an .html shows each sentence in them, the
    other formats have no use for it.
    """
    jobs = _jobs(Path(path))
    return _write({t: _with_texts(w, texts) if t.suffix.lower() == ".html" else w for t, w in jobs.items()}, graph)


def _with_texts(writer: Writer, texts: Mapping[str, str] | None) -> Writer:
    return partial(writer, texts=texts) if texts is not None else writer  # type: ignore[call-arg]  # the page takes them


def write_picture(picture: Picture, path: Path | str) -> None:
    """Writes a picture, the whole of a graph or a part, as a page; the file ends in .html."""
    from kgraph.writers import html

    target = Path(path)
    if target.suffix.lower() != ".html":
        raise StoreError(f"{target}: a picture is drawn as .html")
    try:
        target.write_text(html.page(picture), encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error


def _jobs(target: Path) -> dict[Path, Writer]:
    """The files to write for a target, with their writers."""
    name = target.name.lower()
    ending = max((e for e in (*WRITERS, *PAIRS) if name.endswith(e)), key=len, default="")
    if not ending:
        known = " ".join((*WRITERS, *PAIRS))
        raise StoreError(f"{target}: no format has the ending {target.suffix!r}; there are {known}")
    if ending in WRITERS:
        return {target: WRITERS[ending]}
    stem = target.name[: -len(ending)]
    return {target.with_name(f"{stem}-{part}{ending}"): writer for part, writer in PAIRS[ending].items()}


def _write(jobs: dict[Path, Writer], graph: KnowledgeGraph) -> tuple[Path, ...]:
    fresh = {target: target.with_name(f".{target.name}.{os.getpid()}") for target in jobs}
    try:
        for target, writer in jobs.items():
            writer(graph, fresh[target])
        for target, path in fresh.items():
            path.replace(target)
    except OSError as error:
        raise StoreError(f"{next(iter(jobs))}: cannot be written: {error.strerror or error}") from error
    finally:
        for path in fresh.values():
            path.unlink(missing_ok=True)
    return tuple(jobs)
