"""Sources held against each other, on the invented strike in Selm: the Echo restates the Courier."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
import toy

from kgraph.comparison import Comparison, Row, chains, compare, only_about
from kgraph.comparison.matrix import written
from kgraph.graph import KnowledgeGraph
from kgraph.model import Evidence, Fact, Mention, Value


def compared(facts: Iterable[Fact] = (), against: tuple[tuple[str, str], ...] = ()) -> Comparison:
    """The toy corpus with further facts, whose statements may contradict each other."""
    corpus = replace(toy.CORPUS, facts=(*toy.FACTS, *facts), contradictions=(*toy.CORPUS.contradictions, *against))
    return compare(KnowledgeGraph.from_corpus(corpus))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared()


def row(comparison: Comparison, label: str) -> Row:
    return next(r for r in comparison.rows if r.label == label)


def labels(rows: Iterable[Row]) -> list[str]:
    return [r.label for r in rows]


FOUNDED_71, FOUNDED_74 = "Harbour League was founded in 1971", "Harbour League was founded in 1974"
REQUEST = "Moreau asks the Harbour League for help, 3 March 1998"


def test_a_column_is_an_outlet_and_a_copy_stands_after_its_original(comparison: Comparison) -> None:
    assert [(c.name, c.copy_of) for c in comparison.columns] == [
        ("Courier", ()), ("echo", ("Courier",)), ("Selm Herald", ()),
    ]  # fmt: skip


def test_support_counts_origins_and_not_articles(comparison: Comparison) -> None:
    founded = row(comparison, FOUNDED_74)

    assert [c.stance for c in founded.cells] == ["asserts", "asserts", "silent"]
    assert (founded.told_by, founded.support) == (1, 1)


def test_disputed_facts_come_first(comparison: Comparison) -> None:
    assert labels(r for r in comparison.rows if r.disputed) == [FOUNDED_71, FOUNDED_74]
    assert labels(comparison.rows)[:2] == [FOUNDED_71, FOUNDED_74]


def test_a_cell_says_whose_word_the_outlet_gives(comparison: Comparison) -> None:
    size = row(comparison, "Dockers strike in Selm · size: 400").cells[-1]

    assert (size.stance, size.voices) == ("attributes", ("the union",))
    assert size.passages[0].quote == "About 400 dockers walked out, the union says."


def test_a_denial_and_a_doubt_are_told_apart(comparison: Comparison) -> None:
    assert [c.stance for c in row(comparison, "Police assault strikers").cells] == ["silent", "silent", "denies"]
    assert [c.stance for c in row(comparison, "Moreau resigns").cells] == ["hedges", "silent", "silent"]


def test_a_role_that_is_told_just_as_its_event_needs_no_row(comparison: Comparison) -> None:
    assert f"{REQUEST} · is done by: Ada Moreau" in labels(comparison.rows)  # the copies name only her
    assert "Police assault strikers · is done by: police" not in labels(comparison.rows)


def test_one_outlet_that_denies_what_another_affirms_makes_a_dispute() -> None:
    place = toy.sentence("courier", "Jon Tell")
    told = ("harbour-league", "schema:member", Value("node", "union"))
    affirmed, denied = toy.fact("bb08", place, told), toy.fact("aa19", toy.sentence("herald", "denied"), told)

    found = compared([affirmed, replace(denied, factuality="negative")])

    assert [r.disputed for r in found.rows if r.triple[1] == "schema:member"] == [True]


def test_a_denial_about_an_event_makes_a_dispute_only_where_it_was_found_to_be_of_the_same_deed() -> None:
    place = toy.sentence("courier", "Jon Tell")
    said = toy.fact("bb09", place, (toy.BEATING, "sem:eventType", Value("concept", "ASSAULT")))

    assert not row(compared([said]), "Police assault strikers").disputed
    assert row(compared([said], (("aa10", "bb09"),)), "Police assault strikers").disputed


def test_contradictions_have_both_sides_once_and_a_reason(comparison: Comparison) -> None:
    (found,) = comparison.contradictions

    assert (found.subject, found.reason) == ("Harbour League", "date")
    assert (len(found.one), len(found.two)) == (1, 1)
    assert {found.one[0].object, found.two[0].object} == {"1971", "1974"}


def test_the_copies_of_a_side_are_named_and_not_quoted(comparison: Comparison) -> None:
    (found,) = comparison.contradictions
    quoted = {p.outlet for p in (*found.one, *found.two)}

    assert sorted(found.copies) != [(), ()]
    assert not quoted & {outlet for copies in found.copies for outlet in copies}


def test_what_stands_against_one_side_is_one_dispute() -> None:
    evidence = toy.sentence("courier", "founded")
    years = [
        toy.fact(f"cd0{n}", evidence, ("harbour-league", "schema:foundingDate", Value("date", f"198{n}")))
        for n in (1, 2)
    ]

    (found,) = compared(years, (("aa06", "cd01"), ("aa06", "cd02"))).contradictions

    assert found.sides == ("1974, 1981, 1982", "1971")


def test_a_side_of_a_contradiction_says_what_it_says_in_short(comparison: Comparison) -> None:
    said = {c.reason: set(c.sides) for c in comparison.contradictions}

    assert said["date"] == {"1971", "1974"}


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [("2500", "number", "2,500"), ("2022-01-06", "date", "6 January 2022"), ("1987-06", "date", "June 1987"),
     ("1987", "date", "1987"), ("Selm", "node", "")],
)  # fmt: skip
def test_numbers_and_dates_are_written_to_be_read(value: str, kind: str, words: str) -> None:
    assert written(value, kind) == words


def test_what_is_told_of_an_event_stands_under_it(comparison: Comparison) -> None:
    events = [r.triple[0] for r in comparison.rows if r.event]
    before = dict(zip(comparison.rows[1:], comparison.rows, strict=False))

    assert all(before[r].triple[0] == r.triple[0] for r in before if r.triple[0] in events and not r.event)


def test_the_ledger_says_what_a_hedge_allows(comparison: Comparison) -> None:
    (quantity,) = comparison.quantities
    (figure,) = quantity.figures

    assert (quantity.subject, quantity.name, quantity.agree) == ("Dockers strike in Selm", "size", True)
    assert (figure.column, figure.value, figure.least, figure.most) == ("Selm Herald", 400, 360, 440)


def test_the_ledger_finds_figures_that_no_number_satisfies() -> None:
    other = toy.fact("bb08", toy.sentence("courier", "Jon Tell"), (toy.STRIKE, "kg:size", Value("number", "900")))
    (quantity,) = compared([other], against=(("aa09", "bb08"),)).quantities

    assert not quantity.agree
    assert quantity.spread == (400, 900)
    assert quantity.columns == ("Courier", "Selm Herald")


def test_what_one_outlet_alone_says_counts_a_copy_with_its_original(comparison: Comparison) -> None:
    courier, echo, herald = (labels(rows) for rows in comparison.alone)

    assert FOUNDED_74 in courier and "Moreau resigns" in courier
    assert echo == []
    assert FOUNDED_71 in herald and FOUNDED_74 not in herald


def test_an_outlet_leaves_out_what_two_others_say() -> None:
    third = replace(toy.ARTICLES[2], path="gazette.txt", text=toy.ECHO + "\nMore.\n", outlet="", credited="")
    start = third.text.index("Ada Moreau")
    named = Mention("ada-moreau", "name", Evidence(third.id, start, start + 10, "Ada Moreau"), (start, start + 10))
    corpus = replace(toy.CORPUS, articles=(*toy.ARTICLES, third), mentions=(*toy.MENTIONS, named))
    told = compare(KnowledgeGraph.from_corpus(corpus))
    silent = compare(KnowledgeGraph.from_corpus(replace(corpus, mentions=toy.MENTIONS)))

    position = [c.name for c in told.columns].index("gazette")
    assert f"{REQUEST} · is done by: Ada Moreau" in labels(told.left_out[position])
    assert FOUNDED_74 not in labels(told.left_out[position])  # a copy is no second voice
    assert silent.left_out[position] == ()  # it may be no matter of theirs


def test_a_comparison_can_be_cut_to_some_words(comparison: Comparison) -> None:
    found = only_about(comparison, "harbour LEAGUE was")

    assert labels(found.rows) == [FOUNDED_71, FOUNDED_74]
    assert found.quantities == ()


def test_a_chain_leads_from_the_outlet_to_the_source() -> None:
    found = {c.fact: c for c in chains(KnowledgeGraph.from_corpus(toy.CORPUS))}
    size = found["Dockers strike in Selm · size: 400"]

    assert [v.name for v in size.voices] == ["Selm Herald", "the union"]
    assert size.only
    assert FOUNDED_71 not in found


def test_what_rests_on_one_unnamed_source_comes_first() -> None:
    first = chains(KnowledgeGraph.from_corpus(toy.CORPUS))[0]

    assert (first.source.name, first.source.unnamed, first.only) == ("the union", True, True)


def test_a_claim_inside_a_claim_is_a_link_of_the_chain() -> None:
    inner = replace(toy.CLAIMS[0], parent="c2")
    found = chains(KnowledgeGraph.from_corpus(replace(toy.CORPUS, statements=(inner, *toy.CLAIMS[1:]))))
    size = next(c for c in found if "size" in c.fact)

    assert [v.name for v in size.voices] == ["Selm Herald", "Ada Moreau", "the union"]


def test_the_same_graph_gives_the_same_comparison(comparison: Comparison) -> None:
    assert compared() == comparison
