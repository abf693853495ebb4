"""The shipped pipeline on whole articles."""

import pytest
from spacy.language import Language

from kgraph import annotation
from kgraph.annotation.loading import SHIPPED
from kgraph.model import Article

pytestmark = pytest.mark.model

TEXT = """Harbour Post | Subscribe

Ghana sends observers to Togo

Ghana's president, Nana Akufo-Addo, said on Tuesday that forty observers from the Economic Community
of West African States (ECOWAS) would travel to Lomé. "I expect a calm vote," he told reporters in Accra

Akufo-Addo added that the bloc had learnt from the last election. It will report in May.

Read more: weather in Accra
"""
PARTS = (
    (26, 55),
    (57, TEXT.index("\n\nAkufo-Addo added")),
    (TEXT.index("Akufo-Addo added"), TEXT.index("\n\nRead more")),
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return annotation.load_pipeline()


@pytest.fixture(scope="module")
def article() -> Article:
    return Article(path="togo.txt", text=TEXT, ranges=PARTS)


def test_the_doc_reads_like_the_masked_article(nlp: Language, article: Article) -> None:
    assert annotation.annotate(article, nlp).text == article.masked


def test_each_sentence_is_in_one_paragraph(nlp: Language, article: Article) -> None:
    sentences = [s for s in annotation.annotate(article, nlp).sents if s.text.strip()]

    assert all(any(a <= s.start_char and s.end_char <= b for a, b in PARTS) for s in sentences)


def test_names_are_found_at_file_offsets_with_their_types(nlp: Language, article: Article) -> None:
    ents = {(TEXT[e.start_char : e.end_char], e.label_) for e in annotation.annotate(article, nlp).ents}

    assert {("Nana Akufo-Addo", "PERSON"), ("Akufo-Addo", "PERSON"), ("ECOWAS", "ORG"), ("Togo", "GPE")} <= ents


def test_no_name_comes_out_of_furniture(nlp: Language, article: Article) -> None:
    ents = annotation.annotate(article, nlp).ents

    assert not [e.text for e in ents if not any(a <= e.start_char and e.end_char <= b for a, b in PARTS)]


def test_the_president_is_one_person_throughout(nlp: Language, article: Article) -> None:
    doc = annotation.annotate(article, nlp)
    cluster = next(g for g in doc.spans.values() if any(s.text == "Nana Akufo-Addo" for s in g))

    assert {"Ghana's president", "Nana Akufo-Addo", "Akufo-Addo"} <= {span.text for span in cluster}


def test_two_articles_come_out_in_order(nlp: Language, article: Article) -> None:
    docs = annotation.annotate_all([article, article], nlp)

    assert [doc.text for doc in docs] == [article.masked] * 2


def test_the_same_article_gives_the_same_doc(nlp: Language, article: Article) -> None:
    first, second = (annotation.annotate(article, nlp) for _ in range(2))

    assert [(k, [s.text for s in g]) for k, g in first.spans.items()] == [
        (k, [s.text for s in g]) for k, g in second.spans.items()
    ]


def test_a_pipeline_can_be_named_by_its_path(nlp: Language) -> None:
    assert annotation.load_pipeline(str(SHIPPED)).pipe_names == nlp.pipe_names


def test_a_plain_string_is_read_too(nlp: Language) -> None:
    assert [(e.text, e.label_) for e in nlp("Angela Merkel flew to Accra.").ents] == [
        ("Angela Merkel", "PERSON"),
        ("Accra", "GPE"),
    ]
