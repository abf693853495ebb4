"""A corpus in, a knowledge graph out: RDF on Oxigraph, to query and to explain."""
