"""What in an article speaks of the same thing."""

import pytest
from spacy.tokens import Doc, Span

from kgraph.annotation.coreference import ArticleCoreference
from kgraph.schema import Schema

from .parses import parse


@pytest.fixture(scope="module")
def coreference() -> ArticleCoreference:
    return ArticleCoreference(Schema.load())


def clusters(doc: Doc) -> list[list[str]]:
    return [[span.text for span in group] for group in doc.spans.values()]


def together(doc: Doc, *texts: str) -> bool:
    """Whether one cluster has exactly these mentions."""
    return list(texts) in clusters(doc)


MET = "Ada|PROPN|nsubj|3 Obi|PROPN|flat|1 met|VERB|ROOT|3 Kofi|PROPN|obj|3 Mensah|PROPN|flat|4 .|PUNCT|punct|3"


def test_a_short_name_joins_the_full_name(coreference: ArticleCoreference) -> None:
    doc = parse(f"{MET} Mensah|PROPN|nsubj|8 left|VERB|ROOT|8", (0, 2, "PERSON"), (3, 5, "PERSON"), (6, 7, "PERSON"))

    assert clusters(coreference(doc)) == [["Ada Obi"], ["Kofi Mensah", "Mensah"]]


def test_two_people_of_one_surname_stay_two(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Ada|PROPN|nsubj|3 Obi|PROPN|flat|1 met|VERB|ROOT|3 Kofi|PROPN|obj|3 Obi|PROPN|flat|4",
        (0, 2, "PERSON"),
        (3, 5, "PERSON"),
    )

    assert clusters(coreference(doc)) == [["Ada Obi"], ["Kofi Obi"]]


def test_a_spelling_variant_of_a_given_name_is_the_same_person(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Mohamed|PROPN|nsubj|3 Diallo|PROPN|flat|1 met|VERB|ROOT|3 .|PUNCT|punct|3 Mohammed|PROPN|nsubj|7 Diallo|PROPN|flat|5 left|VERB|ROOT|7",
        (0, 2, "PERSON"),
        (4, 6, "PERSON"),
    )

    assert together(coreference(doc), "Mohamed Diallo", "Mohammed Diallo")


def test_she_takes_up_a_woman_and_he_a_man(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Fatima|PROPN|nsubj|3 Obi|PROPN|flat|1 met|VERB|ROOT|3 John|PROPN|obj|3 Mensah|PROPN|flat|4 .|PUNCT|punct|3"
        " She|PRON|nsubj|8 thanked|VERB|ROOT|8 him|PRON|obj|8",
        (0, 2, "PERSON"),
        (3, 5, "PERSON"),
    )

    assert clusters(coreference(doc)) == [["Fatima Obi", "She"], ["John Mensah", "him"]]


def test_an_object_is_not_its_own_subject(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Obi|PROPN|nsubj|2 left|VERB|ROOT|2 .|PUNCT|punct|2 Mensah|PROPN|nsubj|5 called|VERB|ROOT|5 him|PRON|obj|5",
        (0, 1, "PERSON"),
        (3, 4, "PERSON"),
    )

    assert together(coreference(doc), "Obi", "him")


def test_a_reflexive_is_its_subject(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Obi|PROPN|nsubj|2 left|VERB|ROOT|2 .|PUNCT|punct|2 Mensah|PROPN|nsubj|5 praised|VERB|ROOT|5 himself|PRON|obj|5",
        (0, 1, "PERSON"),
        (3, 4, "PERSON"),
    )

    assert together(coreference(doc), "Mensah", "himself")


def test_i_in_a_quotation_is_its_speaker(coreference: ArticleCoreference) -> None:
    doc = parse(
        "“|PUNCT|punct|4 I|PRON|nsubj|4 will|AUX|aux|4 stay|VERB|ccomp|8 here|ADV|advmod|4 ,|PUNCT|punct|4 ”|PUNCT|punct|4"
        " said/say|VERB|ROOT|8 Obi|PROPN|nsubj|8",
        (8, 9, "PERSON"),
        glued=(0, 4, 5),
    )

    assert together(coreference(doc), "I", "Obi")


def test_he_in_a_quotation_is_not_its_speaker(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Mensah|PROPN|nsubj|2 left|VERB|ROOT|2 .|PUNCT|punct|2 Obi|PROPN|nsubj|5 said/say|VERB|ROOT|5 :|PUNCT|punct|5"
        " “|PUNCT|punct|9 He|PRON|nsubj|9 went|VERB|ccomp|5 away|ADV|advmod|9 early|ADV|advmod|9 ”|PUNCT|punct|9",
        (0, 1, "PERSON"),
        (3, 4, "PERSON"),
        glued=(6, 10),
    )

    assert together(coreference(doc), "Mensah", "He")


def test_an_apposition_is_the_same(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Obi|PROPN|nsubj|6 ,|PUNCT|punct|4 the|DET|det|4 director|NOUN|appos|1 ,|PUNCT|punct|4 left|VERB|ROOT|6",
        (0, 1, "PERSON"),
    )

    assert together(coreference(doc), "Obi", "the director")


def test_an_office_is_taken_up_by_its_holder(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Mayor|PROPN|nmod:desc|2 Obi|PROPN|nsubj|3 met|VERB|ROOT|3 Mensah|PROPN|obj|3 .|PUNCT|punct|3 The|DET|det|7 mayor|NOUN|nsubj|8 left|VERB|ROOT|8",
        (1, 2, "PERSON"),
        (3, 4, "PERSON"),
    )

    assert together(coreference(doc), "Obi", "The mayor")


def test_a_former_holder_is_not_meant_by_the_plain_office(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Former|ADJ|amod|3 mayor|NOUN|nmod:desc|3 Obi|PROPN|nsubj|4 left|VERB|ROOT|4 .|PUNCT|punct|4"
        " They|PRON|nsubj|7 met|VERB|ROOT|7 the|DET|det|9 mayor|NOUN|obj|7",
        (2, 3, "PERSON"),
    )

    assert together(coreference(doc), "Obi")


def test_the_country_is_the_state_last_spoken_of(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Ghana|PROPN|nsubj|2 voted|VERB|ROOT|2 .|PUNCT|punct|2 The|DET|det|5 country|NOUN|nsubj|6 waits|VERB|ROOT|6"
    )
    doc.ents = [Span(doc, 0, 1, label="GPE", kb_id="country:Ghana")]

    assert together(coreference(doc), "Ghana", "The country")


def test_a_nationality_goes_with_its_state_and_a_people_does_not(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Ghana|PROPN|nsubj|2 sent|VERB|ROOT|2 Ghanaian|ADJ|amod|4 aid|NOUN|obj|2 to|ADP|case|6 Ghanaians|PROPN|obl|2"
    )
    spans = ((0, 1, "GPE"), (2, 3, "NORP"), (5, 6, "NORP"))
    doc.ents = [Span(doc, start, end, label=label, kb_id="country:Ghana") for start, end, label in spans]

    assert clusters(coreference(doc)) == [["Ghana", "Ghanaian"], ["Ghanaians"]]


@pytest.mark.parametrize(
    "text",
    [
        "It|PRON|nsubj|2 seems/seem|VERB|ROOT|2 late|ADJ|xcomp|2",
        "It|PRON|expl|2 rains/rain|VERB|ROOT|2",
        "It|PRON|nsubj|3 is|AUX|cop|3 clear|ADJ|ROOT|3 that|SCONJ|mark|6 votes|NOUN|nsubj|6 count|VERB|ccomp|3",
    ],
)
def test_an_empty_it_takes_up_nothing(coreference: ArticleCoreference, text: str) -> None:
    shifted = " ".join("|".join([*f.split("|")[:3], str(int(f.split("|")[3]) + 3)]) for f in text.split())
    doc = parse(f"Velmo|PROPN|nsubj|2 won|VERB|ROOT|2 .|PUNCT|punct|2 {shifted}", (0, 1, "ORG"))

    assert together(coreference(doc), "Velmo")


def test_a_noun_phrase_is_taken_up_by_the_same_noun(coreference: ArticleCoreference) -> None:
    doc = parse(
        "A|DET|det|3 large|ADJ|amod|3 convoy|NOUN|nsubj|4 came|VERB|ROOT|4 .|PUNCT|punct|4 The|DET|det|7 convoy|NOUN|nsubj|8 left|VERB|ROOT|8"
    )

    assert clusters(coreference(doc)) == [["A large convoy", "The convoy"]]


def test_a_noun_phrase_alone_is_in_no_cluster(coreference: ArticleCoreference) -> None:
    doc = parse("The|DET|det|2 convoy|NOUN|nsubj|3 left|VERB|ROOT|3")

    assert clusters(coreference(doc)) == []


def test_a_second_run_replaces_the_first(coreference: ArticleCoreference) -> None:
    doc = coreference(parse("Obi|PROPN|nsubj|2 left|VERB|ROOT|2", (0, 1, "PERSON")))

    assert list(coreference(doc).spans) == ["coref_clusters_1"]


def test_a_bare_title_is_no_mention(coreference: ArticleCoreference) -> None:
    doc = parse("Mayor|NOUN|nsubj|3 Obi|PROPN|flat|1 spoke|VERB|ROOT|3", (1, 2, "PERSON"))

    assert clusters(coreference(doc)) == [["Obi"]]


def test_a_title_with_an_article_is_a_mention(coreference: ArticleCoreference) -> None:
    doc = parse(
        "the|DET|det|4 new|ADJ|amod|3 mayor|NOUN|nmod:desc|4 Obi|PROPN|nsubj|5 spoke|VERB|ROOT|5", (3, 4, "PERSON")
    )

    assert clusters(coreference(doc)) == [["the new mayor", "Obi"]]


def test_a_thing_of_the_same_owner_is_the_same(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Obi|PROPN|nsubj|2 sold|VERB|ROOT|2 her|PRON|nmod:poss|4 boat|NOUN|obj|2 .|PUNCT|punct|2"
        " Her|PRON|nmod:poss|7 boat|NOUN|nsubj|8 leaked|VERB|ROOT|8",
        (0, 1, "PERSON"),
    )

    assert clusters(coreference(doc)) == [["Obi", "her", "Her"], ["her boat", "Her boat"]]


def test_a_seat_of_government_is_no_country(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Kremlin|PROPN|nsubj|2 waits|VERB|ROOT|2 .|PUNCT|punct|2 The|DET|det|5 country|NOUN|nsubj|6 votes|VERB|ROOT|6"
    )
    doc.ents = [Span(doc, 0, 1, label="ORG", kb_id="country:Russia")]

    assert clusters(coreference(doc)) == [["Kremlin"]]


def test_you_and_your_are_one_in_a_speech(coreference: ArticleCoreference) -> None:
    doc = parse(
        "You|PRON|nsubj|2 won|VERB|ROOT|2 .|PUNCT|punct|2 Keep|VERB|ROOT|4 your|PRON|nmod:poss|6 word|NOUN|obj|4"
    )

    assert together(coreference(doc), "You", "your")


def test_they_never_takes_up_we(coreference: ArticleCoreference) -> None:
    doc = parse("We|PRON|nsubj|2 won|VERB|ROOT|2 .|PUNCT|punct|2 They|PRON|nsubj|5 lost|VERB|ROOT|5")

    assert clusters(coreference(doc)) == []


def test_it_that_brings_a_name_forward_means_nothing(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Chad|PROPN|nsubj|2 voted|VERB|ROOT|2 .|PUNCT|punct|2"
        " It|PRON|nsubj|6 is|AUX|cop|6 Mali|PROPN|ROOT|6 that|PRON|nsubj|8 failed|VERB|acl:relcl|6",
        (0, 1, "GPE"),
        (5, 6, "GPE"),
    )

    assert not any("It" in group for group in clusters(coreference(doc)))


def test_it_before_what_is_made_clear_means_nothing(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Chad|PROPN|nsubj|2 voted|VERB|ROOT|2 .|PUNCT|punct|2 Mali|PROPN|nsubj|5 made|VERB|ROOT|5 it|PRON|obj|5"
        " clear|ADJ|xcomp|5 that|SCONJ|mark|10 nobody|PRON|nsubj|10 won|VERB|ccomp|7",
        (0, 1, "GPE"),
        (3, 4, "GPE"),
    )

    assert not any("it" in group for group in clusters(coreference(doc)))


def test_a_noun_of_a_set_phrase_is_taken_up_only_with_a_determiner(coreference: ArticleCoreference) -> None:
    told = "A|DET|det|2 result|NOUN|nsubj|3 came|VERB|ROOT|3 .|PUNCT|punct|3 {} held|VERB|ROOT|{}"
    definite = parse(told.format("The|DET|det|6 result|NOUN|nsubj|7", 7))
    bare = parse("In|ADP|case|2 fact|NOUN|obl|4 Chad|PROPN|nsubj|4 voted|VERB|ROOT|4 and|CCONJ|cc|7 it|PRON|nsubj|7 won|VERB|conj|4", (2, 3, "GPE"))  # fmt: skip

    assert together(coreference(definite), "A result", "The result")
    assert together(coreference(bare), "Chad", "it")


def test_what_a_person_owns_is_taken_up_by_what_his_pronoun_owns(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Anna|PROPN|nmod:poss|4 Obi|PROPN|flat|1 's|PART|case|1 brother|NOUN|nsubj|5 left|VERB|ROOT|5 ,|PUNCT|punct|5"
        " her|PRON|nmod:poss|8 brother|NOUN|nsubj|9 returned|VERB|parataxis|5",
        (0, 2, "PERSON"),
    )

    assert together(coreference(doc), "Anna Obi 's brother", "her brother")


def test_the_first_word_of_a_name_may_be_its_kind(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Cyclone|PROPN|nsubj|3 Ada|PROPN|flat|1 came|VERB|ROOT|3 .|PUNCT|punct|3"
        " The|DET|det|6 cyclone|NOUN|nsubj|7 left|VERB|ROOT|7",
        (0, 2, "EVENT"),
    )

    assert together(coreference(doc), "Cyclone Ada", "The cyclone")


FIRST = (
    "Malta|PROPN|nsubj|2 grew|VERB|ROOT|2 .|PUNCT|punct|2 It|PRON|expl|8 was|AUX|cop|8 the|DET|det|8 first|ADJ|amod|8"
    " island|NOUN|ROOT|8 to|PART|mark|10 free|VERB|acl|8 itself|PRON|obj|10"
)


def test_what_takes_up_a_predicate_takes_up_its_subject(coreference: ArticleCoreference) -> None:
    doc = parse(FIRST, (0, 1, "GPE"))

    assert clusters(coreference(doc)) == [["Malta", "It", "itself"]]


def test_it_before_a_noun_with_a_clause_of_its_own_means_nothing(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Malta|PROPN|nsubj|2 grew|VERB|ROOT|2 .|PUNCT|punct|2 It|PRON|expl|7 was|AUX|cop|7 a|DET|det|7 pity|NOUN|ROOT|7"
        " that|SCONJ|mark|10 rain|NOUN|nsubj|10 fell|VERB|csubj|7",
        (0, 1, "GPE"),
    )

    assert clusters(coreference(doc)) == [["Malta"]]


def test_an_office_of_two_nouns_that_a_parser_leaves_side_by_side_is_one_phrase(
    coreference: ArticleCoreference,
) -> None:
    doc = parse(
        "The|DET|det|2 secretary|NOUN|nsubj|8 general|NOUN|nsubj|8 ,|PUNCT|punct|5 Ama|PROPN|appos|3 Owusu|PROPN|flat|5"
        " ,|PUNCT|punct|5 left|VERB|ROOT|8",
        (4, 6, "PERSON"),
    )

    assert clusters(coreference(doc)) == [["The secretary general", "Ama Owusu"]]


def test_who_says_i_and_is_called_he_after_the_quotation_is_who_was_named_before(
    coreference: ArticleCoreference,
) -> None:
    doc = parse(
        "Obi|PROPN|nsubj|2 came|VERB|ROOT|2 .|PUNCT|punct|2"
        " “|PUNCT|punct|7 I|PRON|nsubj|7 will|AUX|aux|7 leave/leave|VERB|ccomp|12 this|DET|det|9 town|NOUN|obj|7 ”|PUNCT|punct|7"
        " he|PRON|nsubj|12 said/say|VERB|ROOT|12 .|PUNCT|punct|12",
        (0, 1, "PERSON"),
        glued=(3, 8),
    )

    assert together(coreference(doc), "Obi", "I", "he")


MINISTER = "Defence|PROPN|compound|2 Minister|PROPN|nmod:desc|3 Owusu|PROPN|nsubj|5 had|AUX|aux|5 slept|VERB|ROOT|5 .|PUNCT|punct|5"


def test_the_minister_of_a_thing_is_the_minister_named_with_it_before_his_title(
    coreference: ArticleCoreference,
) -> None:
    doc = parse(
        f"{MINISTER} The|DET|det|8 minister|NOUN|nsubj|11 of|ADP|case|10 defence|NOUN|nmod|8 left|VERB|ROOT|11",
        (2, 3, "PERSON"),
    )

    assert together(coreference(doc), "Owusu", "The minister of defence")


def test_what_a_writer_calls_the_subject_of_the_sentence_before_is_that_subject(
    coreference: ArticleCoreference,
) -> None:
    doc = parse(
        "Owusu|PROPN|nsubj|2 slept|VERB|ROOT|2 .|PUNCT|punct|2 The|DET|det|5 hardliner|NOUN|nsubj|6 left|VERB|ROOT|6",
        (0, 1, "PERSON"),
    )

    assert together(coreference(doc), "Owusu", "The hardliner")


def test_two_subjects_in_the_sentence_before_leave_open_whom_a_writer_calls_so(
    coreference: ArticleCoreference,
) -> None:
    doc = parse(
        "Owusu|PROPN|nsubj|2 slept|VERB|ROOT|2 while|SCONJ|mark|5 Obi|PROPN|nsubj|5 read|VERB|advcl|2 .|PUNCT|punct|2"
        " The|DET|det|8 hardliner|NOUN|nsubj|9 left|VERB|ROOT|9",
        (0, 1, "PERSON"),
        (3, 4, "PERSON"),
    )

    assert clusters(coreference(doc)) == [["Owusu"], ["Obi"]]


def test_a_clause_after_a_comma_does_not_keep_a_noun_from_taking_up_a_name(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Movis|PROPN|nsubj|2 grew|VERB|ROOT|2 .|PUNCT|punct|2 The|DET|det|5 group|NOUN|nsubj|10 ,|PUNCT|punct|8"
        " which|PRON|nsubj|8 digs|VERB|acl:relcl|5 ,|PUNCT|punct|8 won|VERB|ROOT|10",
        (0, 1, "ORG"),
    )

    assert together(coreference(doc), "Movis", "The group , which digs")


def test_it_takes_up_this_before_a_body_that_was_named_earlier(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Movis|PROPN|nsubj|2 grew|VERB|ROOT|2 .|PUNCT|punct|2 This|PRON|nsubj|5 surprised|VERB|ROOT|5 many|ADJ|obj|5"
        " .|PUNCT|punct|5 It|PRON|nsubj|10 had|AUX|aux|10 worked|VERB|ROOT|10",
        (0, 1, "ORG"),
        tags={3: "DT"},
    )

    assert clusters(coreference(doc)) == [["Movis"], ["This", "It"]]


def test_the_subject_of_the_same_sentence_goes_before_one_that_was_spoken_of_more(
    coreference: ArticleCoreference,
) -> None:
    doc = parse(
        "Movis|PROPN|nsubj|2 grew|VERB|ROOT|2 .|PUNCT|punct|2 Movis|PROPN|nsubj|5 hired|VERB|ROOT|5 .|PUNCT|punct|5"
        " Kelos|PROPN|nsubj|8 fell|VERB|ROOT|8 as|SCONJ|mark|11 it|PRON|nsubj|11 spent|VERB|advcl|8",
        (0, 1, "ORG"),
        (3, 4, "ORG"),
        (6, 7, "ORG"),
    )

    assert together(coreference(doc), "Kelos", "it")


def test_what_is_done_to_it_is_done_to_what_the_clause_before_is_about(coreference: ArticleCoreference) -> None:
    text = (
        "The|DET|det|2 ferry|NOUN|nsubj|3 sank|VERB|ROOT|3 and|CCONJ|cc|6 Movis|PROPN|nsubj|6 said/say|VERB|conj|3"
        " it|PRON|{0}|9 had|AUX|aux|9 {1}|VERB|ccomp|6"
    )
    done = parse(text.format("nsubj:pass", "sold"), (4, 5, "ORG"))
    does = parse(text.format("nsubj", "paid"), (4, 5, "ORG"))

    assert together(coreference(done), "The ferry", "it")
    assert together(coreference(does), "Movis", "it")


def test_a_long_description_before_a_comma_ends_before_the_name(coreference: ArticleCoreference) -> None:
    doc = parse(
        "the|DET|det|2 head|NOUN|nsubj|9 of|ADP|case|4 Movis|PROPN|nmod|2 ,|PUNCT|punct|6 Ama|PROPN|appos|4"
        " Owusu|PROPN|flat|6 ,|PUNCT|punct|6 left|VERB|ROOT|9",
        (3, 4, "ORG"),
        (5, 7, "PERSON"),
    )

    assert together(coreference(doc), "the head of Movis", "Ama Owusu")


def test_it_beside_a_clause_takes_up_its_subject_even_a_city_less_spoken_of(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Peru|PROPN|nsubj|2 fell|VERB|ROOT|2 as|SCONJ|mark|5 Peru|PROPN|nsubj|5 rose|VERB|advcl|2 as|SCONJ|mark|8"
        " Peru|PROPN|nsubj|8 slept|VERB|advcl|2 .|PUNCT|punct|2 Ames|PROPN|nsubj|12 may|AUX|aux|12 agree|VERB|ROOT|12"
        " ;|PUNCT|punct|15 it|PRON|nsubj|15 waits|VERB|parataxis|12 .|PUNCT|punct|12",
        (0, 1, "GPE"),
        (3, 4, "GPE"),
        (6, 7, "GPE"),
        (9, 10, "GPE"),
    )

    assert together(coreference(doc), "Ames", "it")


@pytest.mark.parametrize(
    ("name", "noun", "one"),
    [
        ("Velmo Dairy", "firm", True),
        ("Velmo Ministry", "firm", False),
        ("Velmo Tribunal", "court", True),
        ("Velmo Dairy", "court", False),
    ],
)
def test_a_noun_takes_up_an_unknown_body_of_its_kind(
    coreference: ArticleCoreference, name: str, noun: str, one: bool
) -> None:
    first, last = name.split()
    doc = parse(
        f"{first}|PROPN|compound|2 {last}|PROPN|nsubj|3 grew|VERB|ROOT|3 .|PUNCT|punct|3 "
        f"Ada|PROPN|nsubj|6 praised|VERB|ROOT|6 the|DET|det|8 {noun}|NOUN|obj|6",
        (0, 2, "ORG"),
        (4, 5, "PERSON"),
    )

    assert together(coreference(doc), name, f"the {noun}") is one


def test_the_first_word_of_a_buildings_name_is_not_its_kind(coreference: ArticleCoreference) -> None:
    doc = parse(
        "Government|PROPN|compound|2 Palace|PROPN|nsubj|3 burned|VERB|ROOT|3 .|PUNCT|punct|3"
        " The|DET|det|6 government|NOUN|nsubj|7 left|VERB|ROOT|7",
        (0, 2, "ORG"),
    )

    assert not together(coreference(doc), "Government Palace", "The government")


def test_it_is_the_body_of_the_sentence_that_is_what_it_is_said_to_be(coreference: ArticleCoreference) -> None:
    text = (
        "Lagos|PROPN|nsubj|2 waits|VERB|ROOT|2 .|PUNCT|punct|2 Lagos|PROPN|nsubj|5 hears|VERB|ROOT|5 of|ADP|case|7"
        " Velmo|PROPN|obl|5 because|SCONJ|mark|12 it|PRON|nsubj|12 is|AUX|cop|12 a|DET|det|12 {}|NOUN|advcl|5"
    )
    names = ((0, 1, "GPE"), (3, 4, "GPE"), (6, 7, "ORG"))

    assert together(coreference(parse(text.format("group"), *names)), "Velmo", "it")
    assert not together(coreference(parse(text.format("place"), *names)), "Velmo", "it")
