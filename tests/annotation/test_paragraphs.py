"""An article becomes one Doc of the same text, paragraph by paragraph."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kgraph.annotation import annotate
from kgraph.annotation.paragraphs import collapse, merge, undated
from kgraph.model import Article


@Language.component("chain_parse")
def chain_parse(doc: Doc) -> Doc:
    """A parse for tests: each word hangs on the first, everything capitalised is one run of a name."""
    heads, deps = [0] * len(doc), ["ROOT", *["dep"] * (len(doc) - 1)][: len(doc)]
    ents = [token.text.istitle() for token in doc]
    iob = [("I-PERSON" if i and ents[i - 1] else "B-PERSON") if named else "O" for i, named in enumerate(ents)]
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        heads=heads,
        deps=deps,
        ents=iob,
    )


@pytest.fixture(scope="module")
def nlp() -> Language:
    from spacy.lang.en import English

    nlp = English()
    nlp.add_pipe("chain_parse")
    return nlp


def article(text: str, *parts: str) -> Article:
    return Article(path="a.txt", text=text, ranges=tuple((text.index(p), text.index(p) + len(p)) for p in parts))


def test_the_text_is_the_masked_article(nlp: Language) -> None:
    paper = article("Home | Login\n\nAda Obi won.\r\nShe left.\n\nRelated\n", "Ada Obi won.\r\nShe left.")

    assert merge(paper, nlp).text == paper.masked


def test_furniture_is_white_space(nlp: Language) -> None:
    doc = merge(article("Menu\nAda won.\nAdvertisement", "Ada won."), nlp)

    assert [token.text for token in doc if not token.is_space] == ["Ada", "won", "."]


def test_a_sentence_stays_in_its_paragraph_or_is_white_space(nlp: Language) -> None:
    doc = merge(article("No stop here\n\nA second one", "No stop here", "A second one"), nlp)

    assert [sentence.text.strip() for sentence in doc.sents] == ["No stop here", "", "A second one"]


def test_adjoining_paragraphs_are_parsed_apart(nlp: Language) -> None:
    text = "No stop here.A second one."
    doc = merge(Article(path="a", text=text, ranges=((0, 13), (13, 26))), nlp)

    assert [sentence.text for sentence in doc.sents] == ["No stop here.", "A second one."]


def test_a_name_goes_on_over_a_wrapped_line(nlp: Language) -> None:
    doc = merge(article("met Ada\n  Obi there", "met Ada\n  Obi there"), nlp)

    assert [ent.text for ent in doc.ents] == ["Ada\n  Obi"]


def test_no_name_goes_on_into_the_next_paragraph(nlp: Language) -> None:
    doc = merge(article("met Ada\n\nObi left", "met Ada", "Obi left"), nlp)

    assert [ent.text for ent in doc.ents] == ["Ada", "Obi"]


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeffOnly furniture"])
def test_an_article_without_body_is_a_doc_of_white_space(nlp: Language, text: str) -> None:
    paper = Article(path="a", text=text, ranges=())

    assert annotate(paper, nlp).text == paper.masked


def test_no_break_spaces_and_tabs_are_spaces_to_the_parser() -> None:
    clean, offsets = collapse("a\u00a0b\t\tc", 10)

    assert (clean, offsets) == ("a b c", [10, 11, 12, 13, 15])


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("STRELSAU (RNA) — The king left.", "STRELSAU (RNA) —"),
        (
            "PORT VELMO, Ruritania, March 3 2020 (Coast Wire) - A storm struck.",
            "PORT VELMO, Ruritania, March 3 2020 (Coast Wire) -",
        ),
        ("Strelsau (RNA) - The king left.", "Strelsau (RNA) -"),
        ("NEW STRELSAU: The king left.", "NEW STRELSAU:"),
        (
            "STRELSAU, Ruritania, 5 June 2024 /CoastLine/ — Velmo SA announced a sale.",
            "STRELSAU, Ruritania, 5 June 2024 /CoastLine/ —",
        ),
        ("NATO – Ruritania ties have suffered.", ""),
        ("The bank (RNA) left.", ""),
        ("Strelsau – the capital – is small.", ""),
    ],
)
def test_a_dateline_is_parsed_apart(text: str, dateline: str) -> None:
    spans = [text[start:end] for start, end in undated(text, 0, len(text))]

    assert spans == ([dateline, text[len(dateline) :].lstrip()] if dateline else [text])
