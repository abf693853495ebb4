"""Open corpora in, the English pipeline that kgraph ships out; needs the extra `training` (torch)."""
