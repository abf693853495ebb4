"""Who wrote it, where, when, and from whom it is taken, as pages say it."""

from __future__ import annotations

import pytest

from kgraph.readers import bylines, dates, furniture
from kgraph.readers.blocks import Block
from kgraph.readers.imprints import imprint
from kgraph.readers.lexicon import Lexicon, load_lexicon
from kgraph.readers.metadata import language

from .conftest import BODY, Write, kept, only_article


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("BY ANN LEE", ("Ann Lee",)),
        ("Ann Lee and Bo Diaz in Oslo", ("Ann Lee", "Bo Diaz")),
        ("Ann Lee, Europe editor", ("Ann Lee",)),
        ("Ann Lee Chief reporter", ("Ann Lee",)),
        ("Words by Jean-Luc de la Tour", ("Jean-Luc de la Tour",)),
        ("Siobhán O’Neill & María José Peña", ("Siobhán O’Neill", "María José Peña")),
        ("By Dr. Helga Amundsen, Senior Fellow", ("Helga Amundsen",)),
        ("Foreign Policy", ()),
        ("The Harbour Post", ()),
        ("Ann Lee left early", ()),
        ("By the sea", ()),
        ("Monday Morning", ()),
    ],
)
def test_a_byline_names_its_authors(line: str, names: tuple[str, ...], lexicon: Lexicon) -> None:
    assert bylines.authors(line, lexicon) == names


@pytest.mark.parametrize("line", ["Translated by Ann Lee and Bo Diaz", "Translated from the Danish by Ann Lee, Bo Diaz", "Translation: Ann Lee; Bo Diaz."])  # fmt: skip
def test_a_translators_line_names_them(line: str, lexicon: Lexicon) -> None:
    assert bylines.translators(line, lexicon) == ("Ann Lee", "Bo Diaz")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ann Lee explains why the bridge was never built", "Ann Lee"),
        ("Bo Diaz on the price of herring", "Bo Diaz"),
        ("Bo Diaz asks what Skerrow gets for its patience", "Bo Diaz"),
        ("Otto Vail resigns after nine days", ""),
        ("Herring prices rise on the coast", ""),
    ],
)
def test_a_standfirst_may_name_its_author(line: str, name: str, lexicon: Lexicon) -> None:
    assert bylines.explainer(line, lexicon) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee is a writer and lives in Oslo.", "Ann Lee"),
        ("Ann Lee, who grew up in Oslo, teaches history.", ""),
        ("About the author: she lives in Oslo.", "the author"),
        ("Otto Vail is the president of Marlovia.", ""),
        ("Ann Lee is an editor. “I never sleep,” she said.", ""),
    ],
)
def test_a_note_about_the_author_is_told_from_the_news(text: str, name: str, lexicon: Lexicon) -> None:
    assert bylines.bio(Block(0, len(text), text), lexicon, frozenset()) == name


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Sunday, January 9, 2022", "2022-01-09"),
        ("14, Feb, 2021 @7:08 AM", "2021-02-14"),
        ("5th May 2021", "2021-05-05"),
        ("Published: Wed 4 Jan 2023 07.00 GMT", "2023-01-04"),
        ("March 3, 2024 6:12 PM GMT Updated 2 hours ago", "2024-03-03"),
        ("October 2019", "2019-10"),
        ("12.11.2021", "2021-11-12"),
        ("13/01/2022", "2022-01-13"),
        ("01/13/2022", "2022-01-13"),
        ("2022-01-09T10:11:12+03:00", "2022-01-09"),
    ],
)
def test_a_date_line_gives_the_date_it_says(line: str, date: str, lexicon: Lexicon) -> None:
    assert (dates.is_date(line, lexicon), dates.published(line, lexicon)) == (True, date)


def test_a_date_that_can_be_read_two_ways_is_cut_to_its_year(lexicon: Lexicon) -> None:
    assert dates.published("03/04/2022", lexicon) == "2022"


@pytest.mark.parametrize("line", ["In May 2022 the war began", "2022", "Budget 2022", "Monday", "1,999 people"])
def test_a_line_with_a_year_is_not_yet_a_date_line(line: str, lexicon: Lexicon) -> None:
    assert not dates.is_date(line, lexicon)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        (" The Oster Gazette newspaper.", "The Oster Gazette"),
        (" The Oster Gazette reports.", "The Oster Gazette"),
        (" (Reuters)", "Reuters"),
        (" Nobody wept.", ""),
        (" They were at sea until 5 a.m. Friday, the Oster Gazette reports.", ""),
        (" The president writes.", ""),
        (" He works for the Oster Gazette newspaper.", ""),
    ],
)
def test_an_outlet_credited_at_the_end_of_a_paragraph_is_cut_off(sentence: str, outlet: str, write: Write) -> None:
    article = only_article(write("a.txt", f"A ship is lost\n\n{BODY}{sentence}\n\n{BODY.replace('63', '64')}\n"))

    assert article.credited == outlet
    assert kept(article)[1] == (BODY if outlet else BODY + sentence)


def test_an_outlet_is_known_by_its_appeal(write: Write) -> None:
    appeal = "We at Fjordwatch take no money from ministers. Please support us with a donation, as little as you like."

    article = only_article(write("a.txt", f"A ship is lost\n\n{BODY}\n\n{appeal}\n"))

    assert (article.outlet, kept(article)) == ("Fjordwatch", ["A ship is lost", BODY])


def test_a_source_line_names_the_outlet(write: Write) -> None:
    article = only_article(write("a.txt", f"A ship is lost\n\nSource: Fjord-Nytt.NO\n\n{BODY}\n"))

    assert article.outlet == "Fjord-Nytt.NO"


def test_the_dates_of_other_stories_are_not_the_articles(write: Write) -> None:
    article = only_article(
        write("a.txt", f"A ship is lost\n\n{BODY}\n\nRelated\n\nOld wreck found\n\nBo Diaz\n\n3 May 2020\n")
    )

    assert (article.published, article.authors) == ("", ())


def test_another_language_is_not_taken_for_english(lexicon: Lexicon) -> None:
    danish = "Færgen gik på grund tirsdag aften, og alle passagerer blev bragt i land, siger havnen til avisen i dag."

    assert (language(BODY, lexicon), language(danish, lexicon)) == ("en", "und")


def test_a_paragraph_about_donors_is_no_appeal(lexicon: Lexicon) -> None:
    text = "Donors pledged 3 billion crowns on Monday. The donations will be paid in monthly instalments, the ministry said."

    assert furniture.kind(Block(0, len(text), text), lexicon) == "prose"


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("Harbour Post, Oslo, 3 May 2019", "Harbour Post", "2019-05-03"),
        ("Gazeta Skerrow – Oslo, 3 May 2019", "Gazeta Skerrow", "2019-05-03"),
        ("*Tidsspeil — Tuesday 5 March 2024, 18:05 GMT*", "Tidsspeil", "2024-03-05"),
        ("SKERROW DAILY | Thu 9 Feb 2023", "SKERROW DAILY", "2023-02-09"),
        ("9 February 2023 | Tidsspeil", "Tidsspeil", "2023-02-09"),
        ("(Gulf Courier) Muscat, Jan. 30, 2023", "Gulf Courier", "2023-01-30"),
        ("AGENCE TUMBA, 14 March 2023", "AGENCE TUMBA", "2023-03-14"),
        ("Published by The Harbour Post on 2024-03-05", "The Harbour Post", "2024-03-05"),
        ("Oslo, Norway, 3 May 2019", "", "2019-05-03"),
        ("Nature desk, The Harbour Observer", "The Harbour Observer", ""),
    ],
)
def test_an_imprint_gives_outlet_and_date(line: str, outlet: str, published: str, lexicon: Lexicon) -> None:
    found = imprint(line, lexicon)

    assert found is not None
    assert (found.outlet, found.published) == (outlet, published)


@pytest.mark.parametrize(
    "line",
    [
        "The Velmo Uprising, 9 November 1989",
        "Council votes to sell hall on 3 May 2019",
        "Herring, cod and hake",
        "What we know about 3 May",
        "Oslo, Norway",
        "Ann Lee, Bo Diaz",
    ],
)
def test_a_line_that_is_no_imprint_is_left_alone(line: str, lexicon: Lexicon) -> None:
    assert imprint(line, lexicon) is None


def test_outlet_and_date_below_a_byline_are_the_articles(write: Write) -> None:
    article = only_article(
        write("a.txt", f"Ferry runs aground\n\nBy Ann Lee\nTidsspeil – Oslo, 9 February 2023\n\n{BODY}\n\n{BODY}\n")
    )

    assert (article.outlet, article.published, article.authors) == ("Tidsspeil", "2023-02-09", ("Ann Lee",))
    assert kept(article)[:2] == ["Ferry runs aground", BODY]


def test_who_writes_without_a_name_is_no_standfirst(write: Write) -> None:
    article = only_article(
        write(
            "a.txt",
            f"Ferry runs aground\n\nFrom our correspondent in Oslo\nEl Faro (English edition)\n3 May 2019\n\n{BODY}\n\n{BODY}\n",
        )
    )

    assert (article.outlet, article.published, article.standfirst) == ("El Faro", "2019-05-03", "")


def test_a_name_and_a_date_below_a_byline_are_outlet_and_date(write: Write) -> None:
    article = only_article(
        write("a.txt", f"Ferry runs aground\n\nAnn Lee in Skerrow\nCorreo del Fjord, 3 May 2019\n\n{BODY}\n\n{BODY}\n")
    )

    assert (article.outlet, article.published, article.authors) == ("Correo del Fjord", "2019-05-03", ("Ann Lee",))


def test_whom_a_byline_is_written_for_is_the_outlet(write: Write) -> None:
    article = only_article(
        write(
            "a.txt",
            f"Ferry runs aground\n\nBy Ann Lee for the Fjord Tidende. Posted on May 3, 2019\n\n{BODY}\n\n{BODY}\n",
        )
    )

    assert (article.outlet, article.published, article.authors) == ("Fjord Tidende", "2019-05-03", ("Ann Lee",))
