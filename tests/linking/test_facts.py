"""What the passages state, with corpus ids, whose word it is, and ids that only the text decides."""

from __future__ import annotations

from dataclasses import replace

from kgraph.model import Value
from linking.paper import BODY, COUNTRY, PERSON, PLACE, Paper, corpus

TEXT = "Aino Virta, head of the Salt Board, said Ida Sorensen led the Fish Board. She asked 300 strikers to wait."


def paper(text: str = TEXT) -> tuple[Paper, dict[str, str]]:
    made = Paper(text)
    people = {n: made.entity(PERSON, n) for n in ("Aino Virta", "Ida Sorensen")}
    return made, people | {n: made.entity(BODY, n) for n in ("Salt Board", "Fish Board")}


def test_a_relation_is_a_fact_with_its_sentence_and_role() -> None:
    made, who = paper()
    made.relation("schema:worksFor", who["Aino Virta"], who["Salt Board"], "head of", role="head", start="2031")

    (fact,) = corpus(made).facts
    assert (fact.subject, fact.property, fact.object.value, fact.role, fact.start) == (
        "aino-virta", "schema:worksFor", "salt-board", "head", "2031",
    )  # fmt: skip
    assert fact.asserted
    assert made.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote


def test_what_somebody_says_is_a_fact_with_speaker_and_claim() -> None:
    made, who = paper()
    said = made.statement(who["Aino Virta"], "said", "Ida Sorensen led the Fish Board")
    made.relation("schema:worksFor", who["Ida Sorensen"], who["Fish Board"], "led", statement=said)

    found = corpus(made)
    assert [(f.speaker, f.claim) for f in found.facts] == [("aino-virta", found.statements[0].id)]
    assert not found.facts[0].asserted


def test_nested_statements_keep_their_order() -> None:
    made, who = paper()
    outer = made.statement(who["Aino Virta"], "said", "Ida Sorensen led the Fish Board")
    made.statement(who["Ida Sorensen"], "led", "Fish Board", parent=outer)

    first, second = corpus(made).statements
    assert (first.parent, second.parent) == ("", first.id)


def test_what_nobody_is_known_to_have_said_is_not_asserted() -> None:
    made, who = paper()
    said = made.statement("", "said", "Ida Sorensen led the Fish Board")
    made.relation("schema:worksFor", who["Ida Sorensen"], who["Fish Board"], "led", statement=said)

    found = corpus(made)
    assert [(f.factuality, f.claim) for f in found.facts] == [("underspecified", "")]
    assert not found.statements


def test_what_somebody_did_not_say_stays_undecided() -> None:
    made, who = paper()
    said = made.statement(who["Aino Virta"], "said", "Ida Sorensen led the Fish Board", negated=True)
    made.relation("schema:worksFor", who["Ida Sorensen"], who["Fish Board"], "led", statement=said)

    assert [f.factuality for f in corpus(made).facts] == ["underspecified"]


def test_an_event_is_a_fact_for_each_thing_said_of_it() -> None:
    made, who = paper()
    made.event("REQUEST", "asked", "ask", day="2031-05-04", figure=("kg:size", 300.0, "about"), agent=who["Aino Virta"])

    found = {f.property: (f.object, f.hedge) for f in corpus(made).facts}
    assert found == {
        "sem:eventType": (Value("concept", "REQUEST", "asked"), ""),
        "schema:agent": (Value("node", "aino-virta"), ""),
        "schema:startDate": (Value("date", "2031-05-04", "asked"), ""),
        "kg:size": (Value("number", "300", "asked"), "about"),
    }


def test_the_trigger_is_a_mention_of_the_event() -> None:
    made, who = paper()
    made.event("REQUEST", "asked", "ask", agent=who["Aino Virta"])

    found = corpus(made)
    (mention,) = [m for m in found.mentions if m.entity == found.occurrences[0].id]
    assert (mention.kind, mention.evidence.quote) == ("nominal", "asked")


def test_ids_of_facts_and_claims_outlast_the_merging_of_entities() -> None:
    made, who = paper()
    said = made.statement(who["Aino Virta"], "said", "Ida Sorensen led the Fish Board")
    made.relation("schema:worksFor", who["Ida Sorensen"], who["Fish Board"], "led", statement=said)
    renamed = replace(made.entities[1], aliases=("Ida Sorensen-Falk of the Fish Board",))
    other = Paper("Ida Sorensen-Falk of the Fish Board left.", "b.txt")
    other.entity(PERSON, "Ida Sorensen-Falk of the Fish Board")
    alone = corpus(made)
    made.entities[1] = renamed
    together = corpus(made, other)

    assert alone.facts[0].subject != together.facts[0].subject
    assert [f.id for f in alone.facts] == [f.id for f in together.facts]
    assert [s.id for s in alone.statements] == [s.id for s in together.statements]


def test_one_fact_found_by_two_rules_is_one() -> None:
    made, who = paper()
    for rule, confidence in (("apposition", 0.6), ("title", 0.9)):
        made.relation(
            "schema:worksFor", who["Aino Virta"], who["Salt Board"], "head of", rule=rule, confidence=confidence
        )

    assert [f.rule for f in corpus(made).facts] == ["title"]


def test_a_node_of_the_wrong_class_is_no_object() -> None:
    made = Paper("Aino Virta works for Bothnia in Bothnia.")
    virta, bothnia, finland = (
        made.entity(PERSON, "Aino Virta"),
        made.entity(PLACE, "Bothnia"),
        made.entity(COUNTRY, "Finland"),
    )
    made.relation("schema:memberOf", virta, bothnia, "works for")
    made.relation("schema:worksFor", virta, finland, "works")

    assert [f.object.value for f in corpus(made).facts] == ["finland"]


def test_the_date_of_a_founding_is_also_the_founding_date_of_the_body() -> None:
    paper = Paper("The River League was set up in 1971.")
    league = paper.entity(BODY, "River League")
    paper.event("FOUND", "set up", day="1971", object=league)

    (fact,) = [f for f in corpus(paper).facts if f.property == "schema:foundingDate"]

    assert (fact.subject, fact.object.value, fact.asserted) == ("river-league", "1971", True)


def test_the_date_of_an_end_is_no_founding_date() -> None:
    paper = Paper("The River League was dissolved in 1999.")
    league = paper.entity(BODY, "River League")
    paper.event("FOUND", "dissolved", "dissolve", day="1999", object=league)

    assert not [f for f in corpus(paper).facts if f.property == "schema:foundingDate"]
