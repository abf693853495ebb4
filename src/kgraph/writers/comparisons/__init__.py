"""A comparison in, files out: Markdown, CSV or an HTML page, as the file's ending says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from kgraph.comparison import Chain, Comparison
from kgraph.errors import StoreError
from kgraph.writers.comparisons.html import page
from kgraph.writers.comparisons.markdown import text
from kgraph.writers.comparisons.tables import csv_files

__all__ = ["write_comparison"]

Files = Mapping[str, str]  # what stands between the name of the target and its ending → text
ComparisonWriter = Callable[[Comparison, tuple[Chain, ...]], Files]

WRITERS: dict[str, ComparisonWriter] = {
    ".md": lambda comparison, chains: {"": text(comparison, chains)},
    ".html": lambda comparison, chains: {"": page(comparison, chains)},
    ".csv": csv_files,
}


def write_comparison(comparison: Comparison, path: Path | str, *, chains: tuple[Chain, ...] = ()) -> tuple[Path, ...]:
    """Writes the comparison to a file that ends in .md, .html or .csv, and gives the files that it wrote.

    CSV is one table a file: NAME.csv has the matrix, NAME-figures.csv and so on the rest. Raises StoreError.
    """
    target = Path(path)
    if target.suffix.lower() not in WRITERS:
        raise StoreError(f"{target}: no comparison has the ending {target.suffix!r}; there are {' '.join(WRITERS)}")
    parts = WRITERS[target.suffix.lower()](comparison, chains)
    return tuple(
        _write(target.with_name(f"{target.stem}{part}{target.suffix}"), content) for part, content in parts.items()
    )


def _write(path: Path, content: str) -> Path:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_text(content, encoding="utf-8", newline="")
        fresh.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        fresh.unlink(missing_ok=True)
    return path
