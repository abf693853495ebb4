"""The names of one article agree."""

import pytest
from spacy.tokens import Doc

from kgraph.annotation.known import Gazetteer, cutter, forms, plain
from kgraph.annotation.names import ArticleNames
from kgraph.schema import Schema

from .parses import NLP, parse

SCHEMA = Schema.load()


@pytest.fixture(scope="module")
def names() -> ArticleNames:
    return ArticleNames(SCHEMA, Gazetteer.of(SCHEMA, NLP))


def ents(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_a_known_country_wins_over_the_models_guess(names: ArticleNames) -> None:
    doc = parse("Ghana|PROPN|nsubj|2 agreed|VERB|ROOT|2", (0, 1, "PERSON"))

    assert ents(names(doc)) == [("Ghana", "GPE")]


def test_a_known_country_bears_its_key(names: ArticleNames) -> None:
    doc = parse("Ghanaian|ADJ|amod|2 troops|NOUN|nsubj|3 left|VERB|ROOT|3")

    assert [(e.label_, e.kb_id_) for e in names(doc).ents] == [("NORP", "country:Ghana")]


def test_a_known_name_inside_a_longer_one_gives_way(names: ArticleNames) -> None:
    doc = parse("Bank|PROPN|nsubj|4 of|ADP|case|3 Ghana|PROPN|nmod|1 waits|VERB|ROOT|4", (0, 3, "ORG"))

    assert ents(names(doc)) == [("Bank of Ghana", "ORG")]


def test_a_surname_follows_the_full_name(names: ArticleNames) -> None:
    doc = parse(
        "Ama|PROPN|nsubj|3 Owusu|PROPN|flat|1 spoke|VERB|ROOT|3 .|PUNCT|punct|3 Owusu|PROPN|nsubj|6 left|VERB|ROOT|6",
        (0, 2, "PERSON"),
        (4, 5, "GPE"),
    )

    assert ents(names(doc)) == [("Ama Owusu", "PERSON"), ("Owusu", "PERSON")]


def test_a_missed_repeat_of_a_full_name_is_found(names: ArticleNames) -> None:
    doc = parse(
        "Ama|PROPN|nsubj|3 Owusu|PROPN|flat|1 spoke|VERB|ROOT|3 .|PUNCT|punct|3 Owusu|PROPN|nsubj|6 left|VERB|ROOT|6",
        (0, 2, "PERSON"),
    )

    assert ents(names(doc)) == [("Ama Owusu", "PERSON"), ("Owusu", "PERSON")]


def test_one_string_gets_the_label_of_its_majority(names: ArticleNames) -> None:
    doc = parse(
        "Velmo|PROPN|nsubj|2 sold|VERB|ROOT|2 Velmo|PROPN|nsubj|4 bought|VERB|ROOT|4 Velmo|PROPN|nsubj|6 won|VERB|ROOT|6",
        (0, 1, "ORG"),
        (2, 3, "GPE"),
        (4, 5, "ORG"),
    )

    assert {label for _, label in ents(names(doc))} == {"ORG"}


def test_a_title_before_the_name_makes_it_a_person(names: ArticleNames) -> None:
    doc = parse("Mr|PROPN|nmod:desc|2 Velmo|PROPN|nsubj|3 won|VERB|ROOT|3", (1, 2, "GPE"))

    assert ents(names(doc)) == [("Velmo", "PERSON")]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("President|PROPN|nmod:desc|2 Velmo|PROPN|nsubj|3 won|VERB|ROOT|3", (0, 2, "PERSON"), ("Velmo", "PERSON")),
        ("the|DET|det|3 Velmo|PROPN|compound|3 Group|PROPN|nsubj|4 won|VERB|ROOT|4", (0, 3, "ORG"), ("Velmo Group", "ORG")),
        ("Velmo|PROPN|nmod:poss|3 's|PART|case|1 win|NOUN|ROOT|3", (0, 2, "PERSON"), ("Velmo", "PERSON")),
    ],
)  # fmt: skip
def test_articles_titles_and_possessives_are_no_part_of_a_name(
    names: ArticleNames, text: str, span: tuple[int, int, str], expected: tuple[str, str]
) -> None:
    assert ents(names(parse(text, span))) == [expected]


def test_the_halves_of_a_hyphenated_name_are_one(names: ArticleNames) -> None:
    doc = parse(
        "Jean|PROPN|nsubj|5 -|PUNCT|punct|1 Luc|PROPN|flat|1 Velmo|PROPN|flat|1 won|VERB|ROOT|5",
        (2, 4, "PERSON"),
        glued=(0, 1),
    )

    assert ents(names(doc)) == [("Jean-Luc Velmo", "PERSON")]


def test_two_states_with_a_hyphen_between_stay_two(names: ArticleNames) -> None:
    doc = parse(
        "Ghana|PROPN|compound|3 -|PUNCT|punct|3 Togo|PROPN|compound|4 talks|NOUN|ROOT|4", (0, 3, "ORG"), glued=(0, 1)
    )

    assert ents(names(doc)) == [("Ghana", "GPE"), ("Togo", "GPE")]


def test_an_acronym_in_parentheses_has_the_type_of_its_expansion(names: ArticleNames) -> None:
    doc = parse(
        "Velmo|PROPN|compound|3 Water|PROPN|compound|3 Users|PROPN|nsubj|7 (|PUNCT|punct|5 VWU|PROPN|appos|3 )|PUNCT|punct|5 met|VERB|ROOT|7",
        (4, 5, "PERSON"),
    )

    assert ents(names(doc)) == [("Velmo Water Users", "ORG"), ("VWU", "ORG")]


def test_what_the_model_could_not_place_is_dropped(names: ArticleNames) -> None:
    doc = parse("Velmo|PROPN|nsubj|2 won|VERB|ROOT|2", (0, 1, "MISC"))

    assert ents(names(doc)) == []


def test_us_in_small_letters_is_no_country(names: ArticleNames) -> None:
    doc = parse("told|VERB|ROOT|1 us|PRON|obj|1")

    assert ents(names(doc)) == []


def test_a_city_that_is_a_surname_here_is_a_person_except_after_in(names: ArticleNames) -> None:
    doc = parse(
        "Ada|PROPN|nsubj|3 Lomé|PROPN|flat|1 spoke|VERB|ROOT|3 Lomé|PROPN|nsubj|5 left|VERB|ROOT|5 in|ADP|case|7 Lomé|PROPN|obl|5",
        (0, 2, "PERSON"),
        (3, 4, "PERSON"),
        (6, 7, "PERSON"),
    )

    assert ents(names(doc)) == [("Ada Lomé", "PERSON"), ("Lomé", "PERSON"), ("Lomé", "GPE")]


def test_a_place_and_the_body_named_after_it_are_one_name(names: ArticleNames) -> None:
    doc = parse("Accra|PROPN|compound|2 Police|PROPN|nsubj|3 came|VERB|ROOT|3", (0, 1, "GPE"))

    assert ents(names(doc)) == [("Accra Police", "ORG")]


def test_whoever_has_a_brother_is_a_person(names: ArticleNames) -> None:
    doc = parse("Velmo|PROPN|nmod:poss|3 's|PART|case|1 brother|NOUN|nsubj|4 fled|VERB|ROOT|4", (0, 1, "ORG"))

    assert ents(names(doc)) == [("Velmo", "PERSON")]


def test_a_known_name_is_found_where_the_parser_ends_a_sentence_inside_it(names: ArticleNames) -> None:
    doc = parse("near|ADP|case|2 African|PROPN|ROOT|2 Union|PROPN|compound|4 troops|NOUN|ROOT|4")

    assert ents(names(doc)) == [("African Union", "ORG")]


def test_a_body_at_another_is_two_names_and_a_place_belongs_to_the_name(names: ArticleNames) -> None:
    two = "Institute|PROPN|nsubj|6 of|ADP|case|3 Peace|PROPN|nmod|1 at|ADP|case|5 MNTU|PROPN|nmod|1 waits|VERB|ROOT|6"
    one = "College|PROPN|nsubj|6 of|ADP|case|3 Law|PROPN|nmod|1 at|ADP|case|5 Accra|PROPN|nmod|1 waits|VERB|ROOT|6"

    assert ents(names(parse(two, (0, 5, "ORG")))) == [("Institute of Peace", "ORG"), ("MNTU", "ORG")]
    assert ents(names(parse(one, (0, 5, "ORG")))) == [("College of Law at Accra", "ORG")]


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian|ADJ|amod|3 defence|NOUN|compound|3 ministry|NOUN|nsubj|4 left|VERB|ROOT|4",
        "de|X|nsubj|4 facto|X|flat|1 has|AUX|aux|4 left|VERB|ROOT|4",
    ],
)
def test_a_guess_without_a_capital_of_its_own_is_no_name(names: ArticleNames, text: str) -> None:
    assert all(label == "NORP" for _, label in ents(names(parse(text, (0, 2, "ORG")))))


def test_the_names_of_a_list_are_of_one_type(names: ArticleNames) -> None:
    doc = parse(
        "in|ADP|case|2 Accra|PROPN|obl|8 ,|PUNCT|punct|4 Velmo|PROPN|conj|2 and|CCONJ|cc|6 Tarnby|PROPN|conj|2 it|PRON|nsubj|8 rained|VERB|ROOT|8",
        (3, 4, "PERSON"),
        (5, 6, "GPE"),
    )

    assert ents(names(doc)) == [("Accra", "GPE"), ("Velmo", "GPE"), ("Tarnby", "GPE")]


def test_a_body_is_told_by_the_word_before_its_preposition(names: ArticleNames) -> None:
    doc = parse("Council|PROPN|nsubj|4 of|ADP|case|3 Velmo|PROPN|nmod|1 met|VERB|ROOT|4", (0, 3, "PERSON"))

    assert ents(names(doc)) == [("Council of Velmo", "ORG")]


def test_the_title_of_a_work_is_no_name_of_a_person_or_body(names: ArticleNames) -> None:
    doc = parse(
        "the|DET|det|2 film|NOUN|nsubj|6 “|PUNCT|punct|4 Velmo|PROPN|appos|2 ”|PUNCT|punct|4 won|VERB|ROOT|6",
        (3, 4, "PERSON"),
    )

    assert ents(names(doc)) == []


@pytest.mark.parametrize(
    ("text", "span", "label"),
    [
        ("near|ADP|case|2 Velmo|PROPN|obl|3 fell|VERB|ROOT|3", (1, 2, "PERSON"), "GPE"),
        ("trust|NOUN|ROOT|1 in|ADP|case|3 Velmo|PROPN|nmod|1", (2, 3, "PERSON"), "PERSON"),
        ("the|DET|det|2 village|NOUN|ROOT|2 of|ADP|case|4 Velmo|PROPN|nmod|2", (3, 4, "PERSON"), "GPE"),
        ("the|DET|det|2 daily|NOUN|ROOT|2 Velmo|PROPN|appos|2", (2, 3, "PERSON"), "ORG"),
        ("the|DET|det|2 Velmo|PROPN|nsubj|3 met|VERB|ROOT|3", (1, 2, "PERSON"), "ORG"),
        ("Sikhs|PROPN|nsubj|2 met|VERB|ROOT|2", (0, 1, "PERSON"), "NORP"),
        ("VSTp|PROPN|nsubj|2 paid|VERB|ROOT|2", (0, 1, "PERSON"), "ORG"),
    ],
)
def test_the_words_around_a_name_tell_its_type(
    names: ArticleNames, text: str, span: tuple[int, int, str], label: str
) -> None:
    assert [found for _, found in ents(names(parse(text, span)))] == [label]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Ama|PROPN|nsubj|6 Owusu|PROPN|flat|1 and|CCONJ|cc|4 Kofi|PROPN|conj|1 Addo|PROPN|flat|4 left|VERB|ROOT|6", (0, 5, "PERSON"), ["Ama Owusu", "Kofi Addo"]),
        ("MNTU|PROPN|nsubj|6 and|CCONJ|cc|5 the|DET|det|5 African|PROPN|amod|5 Union|PROPN|conj|1 met|VERB|ROOT|6", (0, 5, "ORG"), ["MNTU", "African Union"]),
        ("said|VERB|ROOT|1 B|PROPN|nsubj|1 S|PROPN|flat|2 Velmo|PROPN|flat|2", (3, 4, "PERSON"), ["B S Velmo"]),
        ("Secretary|PROPN|nsubj|5 for|ADP|case|3 Sport|PROPN|nmod|1 Ada|PROPN|flat|1 came|VERB|ROOT|5", (0, 4, "PERSON"), []),
        ("Head|PROPN|nsubj|6 of|ADP|case|3 Sport|PROPN|nmod|1 Ada|PROPN|flat|1 Velmo|PROPN|flat|1 came|VERB|ROOT|6", (0, 5, "PERSON"), ["Ada Velmo"]),
        ("Presidents|PROPN|nsubj|3 Velmo|PROPN|flat|1 came|VERB|ROOT|3", (0, 2, "PERSON"), ["Velmo"]),
        ("NTPU|PROPN|compound|2 MPs|PROPN|nsubj|3 left|VERB|ROOT|3", (0, 2, "ORG"), ["NTPU"]),
        ("His|PRON|nmod:poss|2 Highness|PROPN|nsubj|4 Velmo|PROPN|flat|2 came|VERB|ROOT|4", (0, 3, "PERSON"), ["Velmo"]),
    ],
)  # fmt: skip
def test_a_name_is_whole_and_alone(
    names: ArticleNames, text: str, span: tuple[int, int, str], expected: list[str]
) -> None:
    assert [name for name, _ in ents(names(parse(text, span)))] == expected


def test_an_acronym_of_common_words_is_no_name(names: ArticleNames) -> None:
    doc = parse(
        "chief|ADJ|amod|3 water|NOUN|compound|3 officer|NOUN|nsubj|7 (|PUNCT|punct|5 CWO|PROPN|appos|3 )|PUNCT|punct|5 left|VERB|ROOT|7",
        (4, 5, "ORG"),
    )

    assert ents(names(doc)) == []


def test_what_a_minister_is_minister_of_is_no_body(names: ArticleNames) -> None:
    doc = parse(
        "Minister|PROPN|nsubj|6 of|ADP|case|3 Health|PROPN|nmod|1 and|CCONJ|cc|5 Sport|PROPN|conj|3 left|VERB|ROOT|6",
        (2, 5, "ORG"),
    )

    assert ents(names(doc)) == []


def test_a_currency_is_no_country(names: ArticleNames) -> None:
    doc = parse("US|PROPN|compound|3 $|SYM|nmod|3 5|NUM|ROOT|3", glued=(0, 1))

    assert ents(names(doc)) == []


def test_names_are_cut_word_by_word_as_the_tokenizer_cuts_them_whole() -> None:
    cut = cutter(NLP)
    written = {form for name in SCHEMA.names for form, _ in forms(name)}
    whole = {form: tuple(plain(token.text) for token in NLP.tokenizer(form)) for form in written}

    assert [form for form in sorted(written) if cut(form) not in (whole[form], whole[form][1:])] == []


def test_what_an_agency_is_called_is_no_person(names: ArticleNames) -> None:
    doc = parse(
        "The|DET|det|2 agency|NOUN|nsubj|6 ,|PUNCT|punct|4 Velmarnas|PROPN|appos|2 ,|PUNCT|punct|2 waits|VERB|ROOT|6",
        (3, 4, "PERSON"),
    )

    assert ents(names(doc)) == [("Velmarnas", "ORG")]


def test_of_what_somebody_is_mayor_is_a_place(names: ArticleNames) -> None:
    doc = parse("The|DET|det|2 mayor|NOUN|nsubj|5 of|ADP|case|4 Velma|PROPN|nmod|2 waits|VERB|ROOT|5", (3, 4, "PERSON"))

    assert ents(names(doc)) == [("Velma", "GPE")]


def test_party_and_state_behind_a_senator_are_no_name(names: ArticleNames) -> None:
    doc = parse(
        "Ama|PROPN|nsubj|7 Owusu|PROPN|flat|1 ,|PUNCT|punct|1 D|PROPN|appos|1 -|PUNCT|punct|6 Velm.|PROPN|flat|4 spoke|VERB|ROOT|7",
        (0, 2, "PERSON"),
        (3, 6, "PERSON"),
        glued=(3, 4),
    )

    assert ents(names(doc)) == [("Ama Owusu", "PERSON")]


def test_an_outlets_name_inside_another_name_is_not_that_outlet(names: ArticleNames) -> None:
    doc = parse("Baltic|PROPN|compound|2 Wire|PROPN|nsubj|3 agrees|VERB|ROOT|3")

    assert [(e.text, e.kb_id_) for e in names(doc).ents] == [("Baltic Wire", "")]


def test_a_ship_is_nobody(names: ArticleNames) -> None:
    doc = parse(
        "The|DET|det|2 ferry|NOUN|nsubj|7 ,|PUNCT|punct|2 the|DET|det|5 Velmo|PROPN|appos|2 ,|PUNCT|punct|2 sank|VERB|ROOT|7",
        (4, 5, "PERSON"),
    )

    assert ents(names(doc)) == []


def test_a_country_in_the_middle_of_a_continent_is_not_named_by_it(names: ArticleNames) -> None:
    doc = parse("The|DET|det|4 Central|ADJ|amod|4 African|ADJ|amod|4 country|NOUN|nsubj|5 waits|VERB|ROOT|5")

    assert ents(names(doc)) == []


def test_a_town_named_behind_a_comma_is_a_place(names: ArticleNames) -> None:
    doc = parse(
        "The|DET|det|2 town|NOUN|nsubj|6 ,|PUNCT|punct|2 Velmat|PROPN|appos|2 ,|PUNCT|punct|2 waits|VERB|ROOT|6",
        (3, 4, "PERSON"),
    )

    assert ents(names(doc)) == [("Velmat", "GPE")]


def test_a_strange_name_of_two_words_behind_in_is_a_place(names: ArticleNames) -> None:
    doc = parse(
        "Voters|NOUN|nsubj|2 wait|VERB|ROOT|2 in|ADP|case|4 Rau|PROPN|obl|2 Velmi|PROPN|flat|4", (3, 5, "PERSON")
    )

    assert ents(names(doc)) == [("Rau Velmi", "GPE")]


def test_what_a_state_stands_behind_is_a_town(names: ArticleNames) -> None:
    doc = parse(
        "Voters|NOUN|nsubj|2 left|VERB|ROOT|2 Velmo|PROPN|obj|2 ,|PUNCT|punct|3 Mich.|PROPN|appos|3", (2, 3, "ORG")
    )

    assert ("Velmo", "GPE") in ents(names(doc))


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Rapid Support Forces", "organisation:Rapid Support Forces"),
        ("Rural Sailing Federation", ""),
        ("Reporters Without Borders", "organisation:Reporters Without Borders"),
    ],
)
def test_an_acronym_is_the_name_in_the_text_that_has_its_initials(names: ArticleNames, name: str, known: str) -> None:
    one, two, three = name.split()
    text = f"{one}|PROPN|compound|3 {two}|PROPN|compound|3 {three}|PROPN|nsubj|4 left|VERB|ROOT|4 .|PUNCT|punct|4"
    doc = parse(f"{text} RSF|PROPN|nsubj|7 won|VERB|ROOT|7", (0, 3, "ORG"), (5, 6, "ORG"))

    assert [e.kb_id_ for e in names(doc).ents if e.text == "RSF"] == [known]


def test_the_state_of_a_president_is_no_part_of_the_name(names: ArticleNames) -> None:
    doc = parse(
        "Ama|PROPN|nsubj|5 Owusu|PROPN|flat|1 of|ADP|case|4 Ghana|PROPN|nmod|1 left|VERB|ROOT|5", (0, 4, "PERSON")
    )

    assert ents(names(doc)) == [("Ama Owusu", "PERSON"), ("Ghana", "GPE")]
