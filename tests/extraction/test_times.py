"""What the text says about when, and which event it says it of."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc

from extraction.byhand import VOCAB, article, parse, word
from kgraph.extraction.dates import Calendar, Setting, expressions, resolve
from kgraph.extraction.times import time_for, times
from kgraph.model import Article
from kgraph.schema import Schema

SCHEMA = Schema.load()
BOOK = Calendar.of(SCHEMA)
SUNDAY = date(2022, 1, 9)
ARRIVED = "Guards=guard:NOUN:NNS:2:nsubj arrived=arrive:VERB:VBD:0:ROOT on:ADP:IN:4:case Friday:PROPN:NNP:2:obl .:PUNCT:.:2:punct"
WILL_ARRIVE = (
    "Guards=guard:NOUN:NNS:3:nsubj will:AUX:MD:3:aux arrive:VERB:VB:0:ROOT on:ADP:IN:5:case"
    " Friday:PROPN:NNP:3:obl .:PUNCT:.:3:punct"
)


def read(text: str, setting: Setting) -> list[tuple[str, str, str]]:
    return [(text[e.start : e.end], *resolve(e, setting, BOOK)) for e in expressions(text, BOOK)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("5 January 2020", "2020-01-05", "2020-01-05"),
        ("5th January 2020", "2020-01-05", "2020-01-05"),
        ("January 5, 2020", "2020-01-05", "2020-01-05"),
        ("Sept. 30, 2019", "2019-09-30", "2019-09-30"),
        ("2020-01-05", "2020-01-05", "2020-01-05"),
        ("05.01.2020", "2020-01-05", "2020-01-05"),
        ("25/12/2020", "2020-12-25", "2020-12-25"),
        ("11 and 12 May 2020", "2020-05-11", "2020-05-12"),
        ("March 3-5, 2020", "2020-03-03", "2020-03-05"),
        ("July 1999", "1999-07", "1999-07"),
        ("1991-1995", "1991", "1995"),
        ("2019–21", "2019", "2021"),
        ("the 1980s", "1980", "1989"),
        ("the early 1990s", "1990", "1993"),
        ("mid-2014", "2014", "2014"),
        ("the 19th century", "1801", "1900"),
        ("spring 1945", "1945", "1945"),
    ],
)
def test_a_full_expression_needs_no_publication_date(text: str, start: str, end: str) -> None:
    assert [r[1:] for r in read(text, Setting())] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("yesterday", "2022-01-08", "2022-01-08"),
        ("last night", "2022-01-08", "2022-01-08"),
        ("Thursday morning", "2022-01-06", "2022-01-06"),
        ("next Tuesday", "2022-01-11", "2022-01-11"),
        ("last year", "2021", "2021"),
        ("this month", "2022-01", "2022-01"),
        ("last week", "2021-12-27", "2022-01-02"),
        ("three days ago", "2022-01-06", "2022-01-06"),
        ("two years ago", "2020", "2020"),
        ("25 December", "2021-12-25", "2021-12-25"),
        ("3 March", "2022-03-03", "2022-03-03"),
    ],
)
def test_a_relative_expression_counts_from_the_publication(text: str, start: str, end: str) -> None:
    assert [r[1:] for r in read(text, Setting(SUNDAY))] == [(start, end)]


@pytest.mark.parametrize("text", ["Friday", "yesterday", "last year", "5 January", "March", "the next day"])
def test_without_a_publication_date_nothing_is_made_up(text: str) -> None:
    assert [r[1:] for r in read(text, Setting())] == [("", "")]


@pytest.mark.parametrize("text", ["31 February 2020", "99/99/2020"])
def test_a_day_that_no_calendar_has_stays_unknown(text: str) -> None:
    assert [r[1:] for r in read(text, Setting(SUNDAY))] == [("", "")]


def test_a_date_of_two_readings_keeps_its_year_alone() -> None:
    assert read("03/04/2020", Setting()) == [("03/04/2020", "2020", "2020")]


def test_the_next_day_follows_the_last_day_told() -> None:
    assert read("the next day", Setting(SUNDAY, told="2020-02-28")) == [("the next day", "2020-02-29", "2020-02-29")]


@pytest.mark.parametrize("text", ["five days", "a week", "two-year", "several months"])
def test_a_duration_is_no_date(text: str) -> None:
    assert [e.kind for e in expressions(text, BOOK)] == ["duration"]


def test_a_weekday_is_the_last_one_before_the_publication() -> None:
    doc = parse(ARRIVED)

    (time,) = times(doc, article(doc, "2022-01-09"), SCHEMA)

    assert (time.start, time.end, time.evidence.quote) == ("2022-01-07", "2022-01-07", "Friday")


def test_a_weekday_under_a_verb_of_the_future_is_the_next_one() -> None:
    doc = parse(WILL_ARRIVE)

    (time,) = times(doc, article(doc, "2022-01-09"), SCHEMA)

    assert time.start == "2022-01-14"


def test_the_weekday_of_the_publication_is_that_day_even_ahead() -> None:
    doc = parse(WILL_ARRIVE)

    (time,) = times(doc, article(doc, "2022-01-14"), SCHEMA)

    assert time.start == "2022-01-14"


def test_a_weekday_without_a_publication_date_is_found_but_unknown() -> None:
    doc = parse(ARRIVED)

    (time,) = times(doc, article(doc), SCHEMA)

    assert (time.start, time.end, time.evidence.quote) == ("", "", "Friday")


@pytest.mark.parametrize(("word_before", "start", "end"), [("since", "1999", ""), ("until", "", "1999")])
def test_since_and_until_leave_one_end_open(word_before: str, start: str, end: str) -> None:
    doc = parse(
        f"He:PRON:PRP:2:nsubj ruled=rule:VERB:VBD:0:ROOT {word_before}:ADP:IN:4:case 1999:NUM:CD:2:obl .:PUNCT:.:2:punct"
    )

    (time,) = times(doc, article(doc), SCHEMA)

    assert (time.start, time.end) == (start, end)


def test_between_two_years_is_one_range() -> None:
    doc = parse(
        "He:PRON:PRP:2:nsubj ruled=rule:VERB:VBD:0:ROOT between:ADP:IN:4:case 1988:NUM:CD:2:obl"
        " and:CCONJ:CC:6:cc 1992:NUM:CD:4:conj .:PUNCT:.:2:punct"
    )

    (time,) = times(doc, article(doc), SCHEMA)

    assert (time.start, time.end) == ("1988", "1992")


def test_a_count_of_four_digits_is_no_year() -> None:
    doc = parse("They:PRON:PRP:2:nsubj hired=hire:VERB:VBD:0:ROOT 2000:NUM:CD:4:nummod guards=guard:NOUN:NNS:2:obj")

    assert list(times(doc, article(doc), SCHEMA)) == []


def test_may_the_verb_is_no_month() -> None:
    doc = parse("It:PRON:PRP:3:nsubj may:AUX:MD:3:aux rain:VERB:VB:0:ROOT .:PUNCT:.:3:punct")

    assert list(times(doc, article(doc, "2022-01-09"), SCHEMA)) == []


def test_a_date_belongs_to_the_event_of_its_own_clause() -> None:
    doc = parse(
        "Guards=guard:NOUN:NNS:2:nsubj fled=flee:VERB:VBD:0:ROOT after:SCONJ:IN:5:mark rebels=rebel:NOUN:NNS:5:nsubj"
        " attacked=attack:VERB:VBD:2:advcl on:ADP:IN:7:case Friday:PROPN:NNP:5:obl .:PUNCT:.:2:punct"
    )
    found = tuple(times(doc, article(doc, "2022-01-09"), SCHEMA))
    triggers = {1, 4}

    assert time_for(word(doc, "attacked"), found, SCHEMA, triggers=triggers) == found[0]
    assert time_for(word(doc, "fled"), found, SCHEMA, triggers=triggers) is None


def test_a_year_before_a_noun_is_that_nouns() -> None:
    doc = parse(
        "He:PRON:PRP:2:nsubj recalled=recall:VERB:VBD:0:ROOT the:DET:DT:5:det 2014:NUM:CD:5:nmod"
        " invasion:NOUN:NN:2:obj .:PUNCT:.:2:punct"
    )
    found = tuple(times(doc, article(doc), SCHEMA))

    assert time_for(word(doc, "invasion"), found, SCHEMA) == found[0]
    assert time_for(word(doc, "recalled"), found, SCHEMA, triggers={4}) is None


def test_a_verb_that_only_says_that_it_came_lends_its_date() -> None:
    doc = parse(
        "The:DET:DT:2:det request:NOUN:NN:3:nsubj came=come:VERB:VBD:0:ROOT on:ADP:IN:5:case"
        " Friday:PROPN:NNP:3:obl .:PUNCT:.:3:punct"
    )
    found = tuple(times(doc, article(doc, "2022-01-09"), SCHEMA))

    assert time_for(word(doc, "request"), found, SCHEMA) == found[0]


def test_what_was_when_something_else_was_has_its_date() -> None:
    doc = parse(
        "As:SCONJ:IN:3:mark news:NOUN:NN:3:nsubj came=come:VERB:VBD:8:advcl on:ADP:IN:5:case Friday:PROPN:NNP:3:obl"
        " ,:PUNCT:,:8:punct Peru:PROPN:NNP:8:nsubj withdrew=withdraw:VERB:VBD:0:ROOT .:PUNCT:.:8:punct"
    )
    found = tuple(times(doc, article(doc, "2022-01-09"), SCHEMA))

    assert time_for(word(doc, "withdrew"), found, SCHEMA) == found[0]


def test_a_passive_infinitive_under_an_expectation_lies_ahead() -> None:
    doc = parse(
        "He=he:PRON:PRP:3:nsubj:pass is=be:AUX:VBZ:3:aux:pass expected=expect:VERB:VBN:0:ROOT to:PART:TO:6:mark"
        " be:AUX:VB:6:aux:pass sworn=swear:VERB:VBN:3:xcomp in:ADP:RP:6:compound:prt on:ADP:IN:9:case 2:NUM:CD:6:obl"
        " April:PROPN:NNP:9:nmod"
    )

    assert [t.start for t in times(doc, article(doc, "2019-03-11"), SCHEMA)] == ["2019-04-02"]


def test_what_is_done_in_a_speech_is_done_on_its_day() -> None:
    doc = parse(
        "In:ADP:IN:3:case a:DET:DT:3:det speech:NOUN:NN:8:obl on:ADP:IN:5:case Friday:PROPN:NNP:3:nmod ,:PUNCT:,:8:punct"
        " Vale:PROPN:NNP:8:nsubj thanked=thank:VERB:VBD:0:ROOT Peru:PROPN:NNP:8:obj"
    )
    found = tuple(times(doc, article(doc, "2022-01-09"), SCHEMA))

    assert time_for(word(doc, "thanked"), found, SCHEMA, triggers={2}) == found[0]


def test_a_day_that_a_parser_takes_for_part_of_the_subject_is_the_verbs() -> None:
    doc = parse(
        "On:ADP:IN:4:mark Friday:PROPN:NNP:3:compound police:NOUN:NN:4:nsubj withdrew=withdraw:VERB:VBD:0:ROOT"
        " .:PUNCT:.:4:punct"
    )
    found = tuple(times(doc, article(doc, "2022-01-09"), SCHEMA))

    assert time_for(word(doc, "withdrew"), found, SCHEMA) == found[0]


def test_without_a_day_of_publication_a_year_holds_no_longer_than_its_paragraph() -> None:
    text = "In May 2020 they met.\nOn 3 June they met."
    doc = Doc(VOCAB, words=["In", "May", "2020", "they", "met", ".", "\n", "On", "3", "June", "they", "met", "."],
              spaces=[True] * 4 + [False, False, False] + [True] * 4 + [False, False],
              sent_starts=[True, *[False] * 6, True, *[False] * 5], pos=["X"] * 13, heads=[4] * 7 + [11] * 6,
              deps=["dep"] * 4 + ["ROOT"] + ["dep"] * 6 + ["ROOT", "dep"])  # fmt: skip
    line = text.index("\n")
    parts = Article(path="a", text=text, ranges=((0, line), (line + 1, len(text))))
    whole = Article(path="a", text=text, ranges=((0, len(text)),))

    assert [t.start for t in times(doc, parts, SCHEMA)] == ["2020-05", ""]
    assert [t.start for t in times(doc, whole, SCHEMA)] == ["2020-05", "2020-06-03"]


WHEN = (
    "In:ADP:IN:2:case 1985:NUM:CD:10:obl ,:PUNCT:,:10:punct when:SCONJ:WRB:6:mark rebels=rebel:NOUN:NNS:6:nsubj"
    " marched=march:VERB:VBD:10:advcl ,:PUNCT:,:10:punct the:DET:DT:9:det king:NOUN:NN:10:nsubj fled=flee:VERB:VBD:0:ROOT"
)


def test_the_clause_that_when_opens_behind_a_date_has_it() -> None:
    doc = parse(WHEN)
    found = tuple(times(doc, article(doc), SCHEMA))

    assert time_for(word(doc, "marched"), found, SCHEMA) == found[0]
    assert time_for(word(doc, "fled"), found, SCHEMA) == found[0]


def test_what_is_done_when_something_else_is_has_its_date_also_from_behind() -> None:
    doc = parse(
        "The:DET:DT:2:det king:NOUN:NN:3:nsubj fled=flee:VERB:VBD:0:ROOT when:SCONJ:WRB:6:mark"
        " rebels=rebel:NOUN:NNS:6:nsubj marched=march:VERB:VBD:3:advcl in:ADP:IN:8:case 1985:NUM:CD:6:obl"
    )
    found = tuple(times(doc, article(doc), SCHEMA))

    assert time_for(word(doc, "fled"), found, SCHEMA) == found[0]


def test_a_date_right_behind_a_verb_is_its_own_though_a_parser_hangs_it_on_the_next() -> None:
    doc = parse(
        "Once:SCONJ:IN:3:mark it:PRON:PRP:3:nsubj:pass founded=found:VERB:VBN:8:advcl in:ADP:IN:5:case 1985:NUM:CD:8:obl"
        " ,:PUNCT:,:8:punct it:PRON:PRP:8:nsubj grew=grow:VERB:VBD:0:ROOT"
    )
    found = tuple(times(doc, article(doc), SCHEMA))

    assert time_for(word(doc, "founded"), found, SCHEMA) == found[0]


def test_a_date_behind_the_object_of_a_verb_that_only_speaks_of_it_is_not_that_of_the_object() -> None:
    doc = parse(
        "They=they:PRON:PRP:2:nsubj discussed=discuss:VERB:VBD:0:ROOT the:DET:DT:4:det arrest:NOUN:NN:2:obj"
        " of:ADP:IN:6:case Ruiz:PROPN:NNP:4:nmod in:ADP:IN:8:case 1985:NUM:CD:2:obl"
    )
    found = tuple(times(doc, article(doc), SCHEMA))

    assert time_for(word(doc, "arrest"), found, SCHEMA) is None


def test_what_began_happening_on_a_day_happened_on_it() -> None:
    doc = parse(
        "In:ADP:IN:2:case 1985:NUM:CD:5:obl ,:PUNCT:,:5:punct troops=troop:NOUN:NNS:5:nsubj began=begin:VERB:VBD:0:ROOT"
        " landing=land:VERB:VBG:5:xcomp"
    )
    found = tuple(times(doc, article(doc), SCHEMA))

    assert time_for(word(doc, "landing"), found, SCHEMA, triggers={5}) == found[0]


def test_a_day_of_an_unknown_year_is_told_without_it_where_that_is_asked_for() -> None:
    doc = parse(
        "They=they:PRON:PRP:2:nsubj left=leave:VERB:VBD:0:ROOT on:ADP:IN:4:case 3:NUM:CD:2:obl June:PROPN:NNP:4:nmod"
    )

    assert [t.start for t in times(doc, article(doc), SCHEMA)] == [""]
    assert [t.start for t in times(doc, article(doc), SCHEMA, yearless=True)] == ["--06-03"]


def test_a_day_that_opens_the_sentence_is_the_verbs_though_a_parser_hangs_it_on_the_subject() -> None:
    doc = parse(
        "The:DET:DT:3:det next:ADJ:JJ:3:amod day:NOUN:NN:4:det units=unit:NOUN:NNS:5:nsubj landed=land:VERB:VBD:0:ROOT"
    )
    told = tuple(times(doc, article(doc), SCHEMA))

    assert time_for(word(doc, "landed"), told, SCHEMA) == told[0]


@pytest.mark.parametrize(("helper", "owner"), [("will", "discuss"), ("did", "attack")])
def test_a_day_behind_what_lies_behind_is_of_the_verb_that_lies_ahead(helper: str, owner: str) -> None:
    doc = parse(
        f"They:PRON:PRP:3:nsubj {helper}:AUX:MD:3:aux discuss:VERB:VB:0:ROOT the:DET:DT:5:det"
        " attack:NOUN:NN:3:obj on:ADP:IN:7:case Friday:PROPN:NNP:5:nmod"
    )
    for token in doc[3:4]:
        token.set_morph("Definite=Def|PronType=Art")
    found = tuple(times(doc, article(doc, "2022-01-09"), SCHEMA))
    at = {text: time_for(word(doc, text), found, SCHEMA, triggers={2, 4}) for text in ("discuss", "attack")}

    assert [text for text, time in at.items() if time is not None] == [owner]


def test_the_preposition_before_the_day_of_something_is_of_that_thing() -> None:
    doc = parse(
        "Killed=kill:VERB:VBN:0:ROOT by:ADP:IN:5:case Friday:PROPN:NNP:5:nmod:poss 's:PART:POS:3:case storm:NOUN:NN:1:obl"
    )
    (friday,) = times(doc, article(doc, "2022-01-09"), SCHEMA)

    assert (friday.start, friday.end) == ("2022-01-07", "2022-01-07")
