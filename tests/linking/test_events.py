"""Which triggers speak of one event; the matter is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.linking.times import overlap
from kgraph.linking.triggers import is_passive
from kgraph.linking.wording import said_after
from kgraph.model import Factuality, Figure
from linking.paper import BODY, CITY, COUNTRY, EVENT, GROUP, PERSON, PLACE, Paper, corpus


def request(
    path: str,
    *,
    agent: str = "Aino Virta",
    body: str = "Nordic Council",
    kind: str = "REQUEST-assist",
    published: str = "",
    day: str = "",
    factuality: Factuality = "",
) -> Paper:
    """An article in which somebody asks a body for something."""
    paper = Paper(f"In {path} {agent} asked the {body} for help.", path, head={"published": published})
    paper.event(
        kind,
        "asked",
        "ask",
        day=day,
        factuality=factuality,
        agent=paper.entity(PERSON, agent),
        recipient=paper.entity(BODY, body),
    )
    return paper


def events(*papers: Paper) -> list[str]:
    return [o.id for o in corpus(*papers).occurrences]


def test_one_deed_in_two_articles_is_one_event() -> None:
    assert events(request("a", day="2031-05-04"), request("b")) == ["request-virta-nordic-council-2031-05-04"]


def test_dates_are_compared_at_the_coarser_precision() -> None:
    assert len(events(request("a", day="2031-05-04"), request("b", day="2031-05"))) == 1
    assert len(events(request("a", day="2031-05-04"), request("b", day="2031-05-06"))) == 2


def test_deeds_of_two_agents_or_to_two_bodies_are_two_events() -> None:
    assert len(events(request("a"), request("b", agent="Ida Sorensen"))) == 2
    assert len(events(request("a"), request("b", body="Arctic Bank"))) == 2


def test_one_type_in_two_modes_is_two_events() -> None:
    assert len(events(request("a"), request("b", kind="REQUEST-meet"))) == 2
    assert len(events(request("a"), request("b", kind="REQUEST"))) == 1


def test_undated_deeds_of_articles_far_apart_in_time_are_two_events() -> None:
    old, new = "2031-05-05", "2031-09-01"

    assert len(events(request("a", published=old), request("b", published=new))) == 2
    assert len(events(request("a", published=old), request("b", published=old))) == 1


def test_an_expected_deed_is_not_the_undated_past_one() -> None:
    assert len(events(request("a"), request("b", factuality="future"))) == 2


def test_a_denied_deed_is_the_deed_that_others_affirm() -> None:
    assert len(events(request("a"), request("b", factuality="negative"))) == 1


def test_one_agent_alone_makes_no_event_one() -> None:
    papers = []
    for n in range(2):
        paper = Paper(f"{n} Virta met.", f"{n}.txt")
        paper.event("CONSULT", "met", "meet", agent=paper.entity(PERSON, "Aino Virta"))
        papers.append(paper)

    assert len(events(*papers)) == 2


def protest(path: str, place: str, kind: str = CITY, text: str = "Protests shook {}.") -> Paper:
    paper = Paper(f"{path}: " + text.format(place), path)
    paper.event("PROTEST", "Protests", "protest", location=paper.entity(kind, place))
    return paper


def test_a_city_and_its_country_are_no_conflict_of_place() -> None:
    papers = [request("a"), request("b")]
    for paper, kind, place in zip(papers, (CITY, COUNTRY), ("Helsinki", "Finland"), strict=True):
        event = paper.events[0]
        paper.events[0] = replace(event, roles=(*event.roles, ("schema:location", paper.entity(kind, place))))

    assert len(events(*papers)) == 1


def test_two_places_are_two_events() -> None:
    assert len(events(protest("a", "Oslo"), protest("b", "Turku"))) == 2


def test_two_towns_of_one_state_are_two_places() -> None:
    papers = []
    for n, town in enumerate(("Selm", "Orrin")):
        paper = Paper(f"{n}: Guards stormed {town}, a town in Finland.", str(n))
        place, state = paper.entity(CITY, town), paper.entity(COUNTRY, "Finland")
        paper.relation("schema:containedInPlace", place, state, "a town in Finland")
        paper.event("ASSAULT", "stormed", "storm", object=state, location=place)
        papers.append(paper)

    assert len(events(*papers)) == 2


def test_that_something_spread_is_an_event_beside_what_spread() -> None:
    def told(rule: str) -> int:
        paper = Paper("Protests shook Finland. They spread to Orrin in the east of Finland.")
        state = paper.entity(COUNTRY, "Finland")
        town = paper.entity(CITY, "Orrin")
        paper.relation("schema:containedInPlace", town, state, "Orrin")
        paper.event("PROTEST", "Protests", "protest", location=state)
        paper.event("PROTEST", "spread", "protest", location=town)
        event = paper.events[-1]
        paper.events[-1] = replace(event, roles=(*event.roles, ("schema:location", state)))
        paper.events[-1] = replace(paper.events[-1], rule=rule, pos="verb")
        return len(events(paper))

    assert (told("spreading"), told("protest")) == (2, 1)


def test_the_raid_that_killed_twelve_is_the_killing_of_twelve() -> None:
    paper = Paper("The raid on Selm killed 12.")
    counted = paper.passage("12")
    for trigger, place in (("raid", paper.entity(CITY, "Selm")), ("killed", "")):
        paper.event("ASSAULT", trigger, **({"location": place} if place else {}))
        paper.events[-1] = replace(paper.events[-1], figures=(Figure("kg:killed", 12, "", counted),))

    assert len(events(paper)) == 1


def test_what_an_article_calls_back_without_roles_is_the_event_it_told_of() -> None:
    paper = request("a")
    paper.text += "\nThe asking was a surprise."
    paper.event("REQUEST", "asking", "ask")

    assert len(events(paper)) == 1


def test_bare_events_of_two_articles_stay_two() -> None:
    papers = []
    for n in range(2):
        paper = Paper(f"{n} unrest began.", f"{n}.txt")
        paper.event("PROTEST", "unrest")
        papers.append(paper)

    ids = events(*papers)
    assert len(set(ids)) == 2
    assert all(i.startswith("protest--") for i in ids)


def test_a_named_event_is_one_under_its_name_and_has_the_entity_of_that_name() -> None:
    papers = []
    for n in range(2):
        paper = Paper(f"{n} The Salt Strike began.", f"{n}.txt")
        paper.event("PROTEST-strike", "Strike", "strike", name=paper.entity(EVENT, "Salt Strike"))
        papers.append(paper)

    found = corpus(*papers)
    assert [(o.id, o.label) for o in found.occurrences] == [("salt-strike", "Salt Strike")]
    assert [e.id for e in found.entities] == ["salt-strike"]


@pytest.mark.parametrize(
    ("trigger", "lemma", "roles", "label"),
    [
        (
            "asked",
            "ask",
            {"agent": "Aino Virta", "recipient": "Nordic Council"},
            "Virta asks the wider Nordic Council, 4 May 2031",
        ),
        ("detained", "detain", {"object": "Aino Virta"}, "Virta is detained, 4 May 2031"),
        ("arrest", "arrest", {"object": "Aino Virta"}, "Arrest of Virta, 4 May 2031"),
        (
            "appealed",
            "appeal",
            {"agent": "Aino Virta", "recipient": "Nordic Council"},
            "Virta appeals to the wider Nordic Council, 4 May 2031",
        ),
        ("seize", "seize", {"object": "Nordic Council"}, "Seizing of Nordic Council, 4 May 2031"),
        ("carries", "carry", {"agent": "Aino Virta"}, "Virta carries the wider Nordic Council, 4 May 2031"),
    ],
)
def test_a_label_reads_like_a_headline(trigger: str, lemma: str, roles: dict[str, str], label: str) -> None:
    to, the = "to " if lemma == "appeal" else "", "To " if lemma == "seize" else "The "
    paper = Paper(f"{the}{trigger} {to}the wider Nordic Council, Aino Virta.")
    local = {role: paper.entity(PERSON if name == "Aino Virta" else BODY, name) for role, name in roles.items()}
    paper.event("COERCE", trigger, lemma, day="2031-05-04", **local)  # type: ignore[arg-type]

    assert [o.label for o in corpus(paper).occurrences] == [label]


@pytest.mark.parametrize(
    ("text", "trigger", "said"),
    [
        ("Virta appealed to the board for salt, which came late.", "appealed", "to the board for salt"),
        ("Virta refused to sell the boats on Monday.", "refused", "to sell the boats"),
        ("Virta crushed a strike using her own guards.", "crushed", "a strike"),
        ("Virta met it.", "met", ""),
    ],
)
def test_a_label_takes_over_the_words_up_to_the_next_clause(text: str, trigger: str, said: str) -> None:
    paper = Paper(text)
    paper.event("COERCE", trigger, trigger.removesuffix("ed"))

    assert said_after(paper.events[0]) == said


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        ("It stopped after three salt boats were sold, she said.", "sold", "Three salt boats are sold"),
        ("The long strike has sold out.", "sold", "Long strike sells out"),
        ("In Oslo they were sold.", "sold", "Selling"),
    ],
)
def test_a_label_without_a_name_says_what_the_sentence_says_it_of(text: str, trigger: str, label: str) -> None:
    paper = Paper(text)
    paper.event("COERCE", trigger, "sell")

    assert [o.label for o in corpus(paper).occurrences] == [label]


def test_a_label_says_what_is_asked_for() -> None:
    paper = Paper("Aino Virta urged the Nordic Council to open its ports.")
    paper.event(
        "REQUEST",
        "urged",
        "urge",
        agent=paper.entity(PERSON, "Aino Virta"),
        recipient=paper.entity(BODY, "Nordic Council"),
    )

    assert [o.label for o in corpus(paper).occurrences] == ["Virta urges the Nordic Council to open its ports"]


def test_a_label_calls_people_as_the_articles_do() -> None:
    paper = Paper("Piet van Dael sued Lee Chang-yang.")
    paper.event(
        "ACCUSE",
        "sued",
        "sue",
        agent=paper.entity(PERSON, "Piet van Dael"),
        recipient=paper.entity(PERSON, "Lee Chang-yang"),
    )

    assert [o.label for o in corpus(paper).occurrences] == ["Van Dael sues Lee Chang-yang"]


def test_the_dead_are_counted_in_a_label_and_do_nothing() -> None:
    paper = Paper("At least 12 sailors drowned off Oslo.")
    paper.event("DIE", "drowned", "drown", object=paper.entity(GROUP, "sailors", named=False))

    assert [o.label for o in corpus(paper).occurrences] == ["Sailors drown off Oslo"]


def test_a_label_follows_the_sentence_that_says_most() -> None:
    papers = []
    for n, (text, agent) in enumerate(
        (("Virta sold the salt to the Council.", "Virta"), ("The board sold it.", "board"))
    ):
        paper = Paper(text, f"{n}.txt")
        roles = {"agent": paper.entity(PERSON if agent == "Virta" else BODY, agent)}
        if n == 0:
            roles["recipient"] = paper.entity(BODY, "Council")
        paper.event("COERCE", "sold", "sell", day="2031-05-04", **roles)  # type: ignore[arg-type]
        papers.append(paper)

    assert "Virta sells the salt to the Council, 4 May 2031" in [o.label for o in corpus(*papers).occurrences]


def test_a_verb_behind_a_form_of_be_is_passive_but_for_one_in_ing() -> None:
    paper = Paper("Salt was quickly sold. Virta was selling.")
    paper.event("COERCE", "sold", "sell")
    paper.event("COERCE", "selling", "sell")

    assert [is_passive(e) for e in paper.events] == [True, False]


def test_partial_dates_overlap_where_the_coarser_one_contains_the_other() -> None:
    assert overlap(("2031", "2031"), ("2031-05-04", "2031-05-04"))
    assert overlap(("", ""), ("2031", "2031"))
    assert not overlap(("2031-05-01", "2031-05-03"), ("2031-05-04", "2031-05-09"))


def test_a_possessed_noun_calls_back_the_deed_of_its_agent() -> None:
    paper = request("a")
    paper.text += "\nVirta's appeal was heard."
    paper.event("REQUEST", "appeal", "appeal", agent=paper.entities[0].id)

    assert len(events(paper)) == 1


def test_unrest_in_one_place_is_one_event_by_whatever_word() -> None:
    papers = []
    for n, word in enumerate(("unrest", "riots", "demonstrations")):
        paper = Paper(f"The {word} in Turku went on.", f"{n}.txt")
        paper.event("PROTEST", word, word.removesuffix("s"), location=paper.entity(CITY, "Turku"))
        papers.append(paper)

    assert len(events(*papers)) == 1


def test_a_founding_in_the_same_year_is_one_by_whatever_verb() -> None:
    papers = []
    for n, (trigger, lemma) in enumerate((("founded", "found"), ("set up", "set up"))):
        paper = Paper(f"The Salt Board was {trigger} then.", f"{n}.txt")
        paper.event("FOUND", trigger, lemma, day="1992", object=paper.entity(BODY, "Salt Board"))
        papers.append(paper)

    assert events(*papers) == ["found-salt-board-1992"]


def test_two_founding_dates_are_two_words_on_one_founding() -> None:
    papers = []
    for year in ("1992", "1999"):
        paper = Paper(f"The Salt Board was founded in {year}.", year)
        paper.event("FOUND", "founded", "found", day=year, object=paper.entity(BODY, "Salt Board"))
        papers.append(paper)

    found = corpus(*papers)
    assert len(found.occurrences) == 1
    assert len(found.contradictions) == 1


def test_a_copy_tells_of_the_events_and_unnamed_actors_of_its_original() -> None:
    lines = [
        f"The {w} harbour workers of Selmouth walked out over unpaid overtime on dock {w}." for w in ("north", "south")
    ]
    papers = []
    for n, verb in enumerate(("walked out", "downed tools")):
        paper = Paper("\n".join(lines).replace("walked out", verb), f"{n}.txt")
        group = paper.entity(GROUP, "harbour workers", named=False)
        paper.event("PROTEST", verb, verb.split()[0], agent=group)
        papers.append(paper)

    found = corpus(papers[0], Paper("Something else.", "b"), papers[1])
    assert len(found.occurrences) == 1
    assert [e.name for e in found.entities] == ["harbour workers"]


def toll(path: str, kind: str, verb: str, killed: float, day: str, *people: str) -> Paper:
    rest = {"a": "Shots were heard across the harbour at dawn.", "b": "The hospital gave a list to reporters later."}[
        path
    ]
    paper = Paper(f"{path}: {killed} {verb}. {rest} {', '.join(people)}.", path, {"published": day})
    for person in people:
        paper.entity(PERSON, person)
    paper.event(kind, verb, verb, figure=("kg:killed", killed, ""))
    return paper


CAST = ("Ida Sorensen", "Aino Virta", "Nurlan Temir")


def test_tolls_in_articles_on_the_same_people_within_days_are_of_one_event() -> None:
    papers = [toll("a", "ASSAULT", "killed", 9, "2031-05-02", *CAST), toll("b", "DIE", "died", 8, "2031-05-03", *CAST)]

    found = corpus(*papers)
    assert len(found.occurrences) == 1
    assert len(found.contradictions) == 1


def test_tolls_weeks_apart_or_among_other_people_are_of_two_events() -> None:
    first = toll("a", "ASSAULT", "killed", 9, "2031-05-02", *CAST)

    assert len(events(first, toll("b", "DIE", "died", 8, "2031-05-23", *CAST))) == 2
    assert len(events(first, toll("b", "DIE", "died", 8, "2031-05-03", "Lazar Petrov", "Joan Whitlock"))) == 2


def retold(path: str, victim: str, *people: str, day: str = "2031-05-02") -> Paper:
    rest = {"a": "Shots rang over the harbour at dawn.", "b": "The hospital spoke to reporters later that night."}[path]
    paper = Paper(f"{path}: {rest} Somebody robbed {victim}. {', '.join(people)}.", path, {"published": day})
    for person in people:
        paper.entity(PERSON, person)
    paper.event("COERCE", "robbed", "rob", object=paper.entity(GROUP, victim, named=False))
    return paper


def test_what_nobody_known_by_name_takes_part_in_is_one_event_where_two_articles_tell_one_story() -> None:
    assert len(events(retold("a", "an old baker", *CAST), retold("b", "a baker", *CAST))) == 1
    assert len(events(retold("a", "an old baker", *CAST), retold("b", "a florist", *CAST))) == 2
    assert len(events(retold("a", "an old baker", *CAST), retold("b", "a baker", "Pia Lund", "Ola Berg"))) == 2
    assert len(events(retold("a", "an old baker", *CAST), retold("b", "a baker", *CAST, day="2031-06-02"))) == 2


def test_a_resignation_is_one_though_only_one_article_has_its_day() -> None:
    def told(lemma: str) -> int:
        first, second = Paper("Aino Virta left on Tuesday.", "a"), Paper("What Aino Virta did was no surprise.", "b")
        first.event("RETREAT", "left", lemma, day="2031-01-14", agent=first.entity(PERSON, "Aino Virta"))
        second.event("RETREAT", "did", lemma, agent=second.entity(PERSON, "Aino Virta"))
        return len(events(first, second))

    assert (told("resign"), told("withdraw")) == (1, 2)


def test_what_was_denied_of_past_times_is_not_the_news() -> None:
    def told(text: str) -> int:
        paper = Paper(f"The envoys asked the Nordic Council for help. {text}")
        agent, body = paper.entity(PERSON, "envoys"), paper.entity(BODY, "Nordic Council")
        paper.event("REQUEST", "asked", "ask", agent=agent, recipient=body)
        paper.event("REQUEST", "begged", "ask", factuality="negative", agent=agent, recipient=body)
        return len(events(paper))

    assert told("\nIn past winters they never begged for any.") == 2
    assert told("\nA rival says that they never begged for any.") == 1


def test_victims_of_two_kinds_of_harm_or_far_more_of_them_are_of_two_events() -> None:
    def told(one: Paper, other: Paper) -> int:
        return len(corpus(one, other).occurrences)

    slide = toll("a", "DIE", "killed by a landslide", 90, "2031-05-02", *CAST)
    assert told(slide, toll("b", "DIE", "killed in a mudslide", 88, "2031-05-03", *CAST)) == 1
    assert told(slide, toll("b", "DIE", "killed in clashes", 88, "2031-05-03", *CAST)) == 2
    assert told(slide, toll("b", "DIE", "died", 8, "2031-05-03", *CAST)) == 2
    # of one disaster more are found from day to day
    assert told(slide, toll("b", "DIE", "killed in the mudslide", 300, "2031-05-03", *CAST)) == 1
    assert told(slide, toll("b", "DIE", "died", 300, "2031-05-03", *CAST)) == 2


def test_numbers_that_differ_are_of_one_event_where_place_and_day_are_told() -> None:
    def told(day: str, *, city: str = "Selmouth", victims: str = "people") -> int:
        papers = []
        for path, killed, when, where, whom in (
            ("a", 90, "2031-05-01", "Selmouth", "people"),
            ("b", 30, day, city, victims),
        ):
            paper = toll(path, "DIE", f"{whom} died in {where}", killed, "2031-05-03", *CAST)
            place, group = paper.entity(CITY, where), paper.entity(GROUP, whom, named=False)
            verb = f"{whom} died"
            paper.events.clear()
            paper.event("DIE", verb, "die", day=when, figure=("kg:killed", killed, ""), object=group, location=place)
            papers.append(paper)
        return len(corpus(*papers).occurrences)

    assert told("2031-05-01") == 1
    assert told("2031-05-02") == told("") == told("2031-05-01", city="Velmo") == 2


def test_a_disaster_of_one_day_is_one_in_a_village_and_in_the_state_where_nobody_says_that_it_lies() -> None:
    def told(day: str, state: str = "Finland") -> int:
        papers = []
        for path, kind, where, when in (("a", PLACE, "Tambuli", "2031-05-01"), ("b", COUNTRY, state, day)):
            rest = "Houses lay in ruins." if path == "a" else "A spokesman gave the news later."
            paper = Paper(
                f"{path}: a landslide in {where}. {rest} {', '.join(CAST)}.", path, {"published": "2031-05-03"}
            )
            for person in CAST:
                paper.entity(PERSON, person)
            paper.event("DISASTER", "landslide", day=when, location=paper.entity(kind, where))
            papers.append(paper)
        return len(events(*papers))

    assert told("2031-05-01") == 1
    assert told("2031-05-02") == 2


def test_a_city_alone_does_not_make_two_undated_blasts_one() -> None:
    def told(*, day: str = "", people: tuple[str, ...] = (), later: str = "2031-05-13") -> int:
        papers = []
        for path in "ab":
            day_out = {"a": "2031-05-03", "b": later}[path]
            paper = Paper(f"{path}: a blast in Selmouth. {', '.join(people)}.", path, {"published": day_out})
            for person in people:
                paper.entity(PERSON, person)
            paper.event("ASSAULT", "blast", day=day, location=paper.entity(CITY, "Selmouth"))
            papers.append(paper)
        return len(events(*papers))

    assert (told(), told(later="2031-05-04"), told(day="2031-05-02")) == (2, 1, 1)
    assert (told(people=CAST), told(people=CAST, later="2031-05-05")) == (2, 1)


def test_a_headline_without_names_tells_of_what_the_text_names() -> None:
    def told(name: str, *, named: bool = True) -> int:
        text = f"Minister quits over boat\nShe was {name}, who stepped down on Tuesday. Shots were heard."
        paper = Paper(text, head={"title": "Minister quits over boat"})
        post, person = paper.entity(PERSON, "Minister", named=False), paper.entity(PERSON, name, named=named)
        paper.event("RETREAT", "quits", "resign", agent=post)
        paper.event("RETREAT", "stepped down", "resign", day="2031-01-14", agent=person)
        return len(events(paper))

    assert (told("Aino Virta"), told("a clerk", named=False)) == (1, 2)
