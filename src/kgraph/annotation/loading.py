"""A model's name or path in, a spaCy pipeline out, with kgraph's article-level components at its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from kgraph.annotation import (  # noqa: F401  (spaCy finds their functions once they are imported)
    coreference,
    encoder,
    lemmas,
    names,
    numbers,
)
from kgraph.errors import ModelError

SHIPPED = Path(__file__).parents[1] / "models" / "kgraph_en"
BARE = "kgraph.BareTokenizer.v1"
ARTICLE_LEVEL = ("kgraph_names", "kgraph_coreference")

# What a pipeline must fill for kgraph to read from it, and the usual component that does.
NEEDED = {"token.dep": "parser", "doc.ents": "ner"}


def load_pipeline(model: str | None = None, *, ontology: Path | None = None) -> Language:
    """The shipped English pipeline, or any spaCy pipeline by name or path, with kgraph's components at its end.

    The pipeline must label dependencies (Universal Dependencies or CLEAR) and named entities. `ontology` is the folder
    whose names data the components use, the shipped one by default. Raises ModelError.
    """
    nlp = _load(model)
    filled = {field for pipe in nlp.pipe_names for field in nlp.get_pipe_meta(pipe).assigns}
    missing = [f"{component} ({field})" for field, component in NEEDED.items() if field not in filled]
    if missing:
        raise ModelError(
            f"pipeline {model or SHIPPED.name!r} has no {' and no '.join(missing)}, only {', '.join(nlp.pipe_names)};"
            " kgraph needs a parser and named entities, as in en_core_web_sm or the shipped pipeline (no --model)"
        )
    for component in ARTICLE_LEVEL:
        if not nlp.has_pipe(component):
            nlp.add_pipe(component, config={"ontology": str(ontology) if ontology else None})
    return nlp


def bare_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules, for a pipeline whose files hold them all: spaCy's own would first set up English's."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(BARE, func=bare_tokenizer)


def _load(model: str | None) -> Language:
    try:
        if model is None:  # half of the time to load goes into rules of tokenizers
            return spacy.load(SHIPPED, config={"nlp": {"tokenizer": {"@tokenizers": BARE}}})
        return spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"cannot load the pipeline {model or SHIPPED.name!r}: {str(error).splitlines()[0]}"
            " Leave --model out for the shipped pipeline, or name an installed spaCy pipeline"
            " (en_core_web_sm) or the folder of one (it holds config.cfg and meta.json)"
        ) from error
