"""Doc in, the same Doc out with `doc.spans["coref_clusters_1"]` and so on: mentions of one thing, in reading order.

Rules in the order of their certainty (Raghunathan and others 2010): names, what the text states by apposition, title
or "is", then definite noun phrases and pronouns by salience. Every name is in some cluster; noun phrases and pronouns
only where they were joined with something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from kgraph.annotation.anaphora import resolve
from kgraph.annotation.appositions import join_stated
from kgraph.annotation.clusters import Cluster, Clusters
from kgraph.annotation.mentions import Lexicon, mentions
from kgraph.annotation.quotations import quotations
from kgraph.annotation.variants import join_names
from kgraph.schema import Schema

PREFIX = "coref_clusters_"  # the convention of spacy-experimental


@Language.factory(
    "kgraph_coreference",
    assigns=["doc.spans"],
    requires=["doc.ents", "token.dep", "token.pos"],
    default_config={"ontology": None},
)
def make_coreference(nlp: Language, name: str, ontology: str | None) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component, which says what in an article speaks of the same thing."""
    schema = Schema.load(Path(ontology) if ontology else None)
    return ArticleCoreference(schema)


class ArticleCoreference:
    """Coreference within one article, by rules."""

    def __init__(self, schema: Schema) -> None:
        self.lexicon = Lexicon.of(schema)
        self.small = frozenset(schema.words.get("names", {}).get("small", ()))

    def __call__(self, doc: Doc) -> Doc:
        """The document with its clusters; those of an earlier run are replaced."""
        for key in [key for key in doc.spans if key.startswith(PREFIX)]:
            del doc.spans[key]
        for number, spans in enumerate(self.clusters(doc), start=1):
            doc.spans[f"{PREFIX}{number}"] = SpanGroup(doc, name=f"{PREFIX}{number}", spans=spans)
        return doc

    def clusters(self, doc: Doc) -> Iterator[list[Span]]:
        """The mentions of each thing, in the order of their first mentions."""
        clusters = Clusters(mentions(doc, self.lexicon))
        join_names(doc, clusters, self.small)
        join_stated(doc, clusters, self.lexicon)
        resolve(doc, clusters, self.lexicon, quotations(doc, self.lexicon.tables["speech_verbs"]))
        spans = [spans_of(doc, clusters, cluster) for cluster in clusters]
        yield from sorted((group for group in spans if group), key=lambda group: (group[0].start, group[0].end))


def spans_of(doc: Doc, clusters: Clusters, cluster: Cluster) -> list[Span]:
    """The mentions of a cluster in reading order; none when it is a lone noun phrase or pronoun."""
    found = [clusters.mentions[i] for i in cluster.members]
    if len(found) == 1 and found[0].kind != "name":
        return []
    return [Span(doc, m.start, m.end) for m in sorted(found, key=lambda m: (m.start, m.end))]
