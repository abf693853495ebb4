"""Parts of places and of laws over hand-made parses and the names data as shipped."""

from __future__ import annotations

from spacy.tokens import Doc

from kgraph.extraction import extract
from kgraph.extraction.contained import contained
from kgraph.extraction.entities import ground
from kgraph.schema import Schema

from .trees import article, tree

SCHEMA = Schema.load()
BEFORE = """
Rebels rebel NOUN NNS nsubj 1
hold hold VERB VBP ROOT 1
eastern eastern ADJ JJ amod 3
Chad Chad PROPN NNP obj 1 GPE
"""
HYPHENATED = """
Rebels rebel NOUN NNS nsubj 1
hold hold VERB VBP ROOT 1
south south NOUN NN compound 4
- - PUNCT HYPH punct 4
eastern eastern ADJ JJ amod 5
Chad Chad PROPN NNP obj 1 GPE
"""
NOUN = """
Rebels rebel NOUN NNS nsubj 1
hold hold VERB VBP ROOT 1
the the DET DT det 3
east east NOUN NN obj 1
of of ADP IN case 5
Chad Chad PROPN NNP nmod 3 GPE
"""
OUTSIDE = """
Rebels rebel NOUN NNS nsubj 1
met meet VERB VBD ROOT 1
north north ADV RB advmod 1
of of ADP IN case 4
Chad Chad PROPN NNP obl 1 GPE
"""
ARTICLE = """
Norway Norway PROPN NNP nsubj 1 GPE
invoked invoke VERB VBD ROOT 1
Article article NOUN NN obj 1
12 12 NUM CD nummod 2
of of ADP IN case 8
the the DET DT det 8
Geneva Geneva PROPN NNP compound 8 LAW
Conventions Conventions PROPN NNPS compound 8 LAW
Protocol Protocol PROPN NNP nmod 2 LAW
"""
BARE = """
She she PRON PRP nsubj 1
wrote write VERB VBD ROOT 1
article article NOUN NN obj 1
12 12 NUM CD nummod 2
"""
OWNED = """
The the DET DT det 1
Hanse Hanse PROPN NNP nsubj 2 ORG
invoked invoke VERB VBD ROOT 2
Article article NOUN NN obj 2
12 12 NUM CD nummod 3
of of ADP IN case 7
its its PRON PRP$ nmod:poss 7
charter charter NOUN NN nmod 3
"""
SAID = """
Rebels rebel NOUN NNS nsubj 1
said say VERB VBD ROOT 1
eastern eastern ADJ JJ amod 3
Chad Chad PROPN NNP nsubj 4 GPE
fell fall VERB VBD ccomp 1
"""


def told(doc: Doc) -> dict[str, str]:
    """Each part by its name, with the property and the name of its whole."""
    grounding = ground(doc, article(doc), SCHEMA)
    found = contained(doc, article(doc), grounding)
    return {
        grounding.entity(r.subject).name: f"{r.property} {grounding.entity(r.object.value).name}" for r in found
    }  # fmt: skip


def test_a_direction_before_a_country_names_a_part_of_it() -> None:
    assert told(tree(BEFORE)) == {"eastern Chad": "schema:containedInPlace Chad"}


def test_a_direction_may_be_hyphenated() -> None:
    assert list(told(tree(HYPHENATED))) == ["south-eastern Chad"]


def test_a_noun_of_direction_with_of_names_the_same_part() -> None:
    assert told(tree(NOUN)) == {"eastern Chad": "schema:containedInPlace Chad"}


def test_what_lies_north_of_a_country_is_no_part_of_it() -> None:
    assert told(tree(OUTSIDE)) == {}


def test_the_country_is_still_mentioned_inside_its_part() -> None:
    doc = tree(BEFORE)
    grounding = ground(doc, article(doc), SCHEMA)

    named = [grounding.entity(m.entity) for m in grounding.mentions if grounding.entity(m.entity).named]
    assert [e.name for e in named] == ["eastern Chad", "Chad"]


def test_a_numbered_article_is_part_of_its_treaty() -> None:
    (name, whole), = told(tree(ARTICLE)).items()  # fmt: skip

    assert name.startswith("Article 12 (")
    assert whole.startswith("kg:partOf")


def test_a_number_after_the_word_article_alone_is_no_law() -> None:
    doc = tree(BARE)

    assert told(doc) == {}
    assert not any("schema:Legislation" in e.types for e in ground(doc, article(doc), SCHEMA).entities.values())


def test_a_charter_governs_its_body_and_an_article_is_a_provision_of_the_charter() -> None:
    doc = tree(OWNED)
    doc.spans["coref_clusters_1"] = [doc[0:2], doc[6:7]]

    assert told(doc) == {"Hanse charter": "kg:governs Hanse", "Article 12 (Hanse charter)": "kg:partOf Hanse charter"}


def test_what_somebody_says_of_a_part_leaves_it_a_part() -> None:
    found = extract(tree(SAID), article(tree(SAID)), SCHEMA)

    assert [r.property for r in found.relations] == ["schema:containedInPlace"]
