"""A user's files in, guidance for linking out: judgements on who is who, and a gazetteer of known things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kgraph.errors import KgraphError, SourceError
from kgraph.linking.gazetteer import parse as parse_gazetteer
from kgraph.linking.guidance import Guidance
from kgraph.linking.judgements import parse as parse_judgements
from kgraph.pipeline.listener import Listener
from kgraph.schema import Schema

JUDGEMENTS = "judgements.txt"


@dataclass(frozen=True, slots=True)
class Guides:
    """The files: `judgements` (see kgraph.linking.judgements), by default the judgements.txt beside the articles or in
    the output folder, and `gazetteer`, a CSV table of id, name, aliases and type."""

    judgements: Path | None = None
    gazetteer: Path | None = None


UNGUIDED = Guides()


def beside(guides: Guides, sources: Sequence[Path], output: Path | None = None) -> Guides:
    """The guides, with the judgements.txt that stands beside the articles if no file is named."""
    if guides.judgements is not None:
        return guides
    folders = [s if s.is_dir() else s.parent for s in sources] + ([output] if output else [])
    return replace(guides, judgements=next((f / JUDGEMENTS for f in folders if (f / JUDGEMENTS).is_file()), None))


def guidance(guides: Guides, *, schema: Schema, listener: Listener) -> Guidance:
    """What the files say; a judgement that nothing in the articles fits goes to the listener as a problem.

    Raises JudgementError with the line that cannot be followed, SourceError for a file that cannot be read.
    """
    decided = parse_judgements(text(guides.judgements), path=str(guides.judgements), classes=schema.classes)
    table = guides.gazetteer
    known = parse_gazetteer(text(table), path=str(table), schema=schema) if table is not None else ()
    return Guidance(decided, known, warn=lambda warning: listener.problem(KgraphError(warning)))


def text(path: Path | None) -> str:
    """The text of a file in UTF-8, "" for no file."""
    try:
        return path.read_text(encoding="utf-8") if path is not None else ""
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise SourceError(path, f"cannot be read: {reason}") from error
