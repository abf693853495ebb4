"""Doc in, attributions out: cue, source and content of everybody's word, before anybody is an entity."""

from kgraph.extraction.attribution.attributions import attributions
from kgraph.extraction.attribution.cues import Attribution, Cue

__all__ = ["Attribution", "Cue", "attributions"]
