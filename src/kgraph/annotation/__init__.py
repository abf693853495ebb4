"""Article in, spaCy Doc out: parsed paragraph by paragraph, with names in `doc.ents`, coreference in `doc.spans`."""

from kgraph.annotation.loading import load_pipeline
from kgraph.annotation.paragraphs import annotate, annotate_all

__all__ = ["annotate", "annotate_all", "load_pipeline"]
