"""When several short reports tell of one event, and when of two; all of it is invented, read by the shipped model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from kgraph.linking import link
from kgraph.model import Article, Corpus
from kgraph.pipeline import extract
from kgraph.schema import Schema

pytestmark = [pytest.mark.model, pytest.mark.slow]

Told = tuple[int, str]  # number of the report, trigger


@dataclass(frozen=True)
class Story:
    """Reports with the day on which each appeared; `one` are groups of one event, `two` pairs of two."""

    reports: tuple[tuple[str, str], ...]
    one: tuple[tuple[Told, ...], ...] = ()
    two: tuple[tuple[Told, Told], ...] = ()


STORIES = {
    "members of a body": Story(
        (
            ("2031-03-05", "Troops of the Economic Community of West African States (ECOWAS) were deployed to Gambia on "
                           "Tuesday. The force numbers about 900 soldiers, the bloc said."),
            ("2031-03-05", "Senegalese soldiers arrived in Gambia on Tuesday. Senegal is a member of ECOWAS and had "
                           "offered help."),
            ("2031-03-06", "ECOWAS sent troops to Gambia on Tuesday after a row over the election."),
            ("2031-03-06", "Some 1,400 soldiers were flown to Banjul, the capital of Gambia, on Tuesday."),
            ("2031-03-07", "The soldiers who landed in Banjul on Tuesday came from Senegal and Ghana, two members of "
                           "ECOWAS."),
            ("2031-03-08", "The ECOWAS soldiers guard the port of Banjul and patrol its streets, a minister of Gambia "
                           "said."),
        ),
        one=(((0, "deployed"), (1, "arrived"), (2, "sent"), (3, "flown"), (4, "landed")),),
        two=(((0, "deployed"), (5, "guard")), ((4, "landed"), (5, "guard"))),
    ),
    "deployments of other days, states and places": Story(
        (
            ("2031-03-05", "French troops arrived in Mali on Tuesday. They will train recruits."),
            ("2031-03-05", "Chadian troops arrived in Mali on Tuesday, a spokesman said."),
            ("2031-03-05", "French troops landed in Niger on Tuesday."),
            ("2031-03-12", "French troops arrived in Mali on Monday, the second time this month."),
            ("2031-03-06", "Rwandan soldiers were sent to the town of Gao in Mali."),
            ("2031-03-06", "The French army sent soldiers to Mali on Tuesday."),
        ),
        one=(((0, "arrived"), (5, "sent")),),
        two=(
            ((0, "arrived"), (1, "arrived")), ((0, "arrived"), (2, "landed")), ((0, "arrived"), (3, "arrived")),
            ((1, "arrived"), (4, "sent")), ((5, "sent"), (4, "sent")),
        ),
    ),
    "more soldiers of one bloc": Story(
        (
            ("2031-08-05", "Soldiers of the Caribbean Community (CARICOM) landed in Haiti on Monday to help its police. "
                           "Jamaica is a member of CARICOM."),
            ("2031-08-05", "Jamaican soldiers arrived in Haiti on Monday. They were cheered at the airport."),
            ("2031-08-06", "CARICOM has deployed troops to Haiti. The president thanked the bloc."),
            ("2031-08-09", "Kenyan soldiers arrived in Haiti on Friday. Kenya had promised them last year."),
            ("2031-08-12", "More soldiers of the Caribbean Community arrived in Haiti on Monday."),
            ("2031-08-06", "Jamaican soldiers arrived in Belize on Monday for an exercise."),
        ),
        one=(((0, "landed"), (1, "arrived"), (2, "deployed")),),
        two=(
            ((1, "arrived"), (3, "arrived")), ((1, "arrived"), (4, "arrived")), ((1, "arrived"), (5, "arrived")),
        ),
    ),
    "air raids": Story(
        (
            ("2031-02-11", "Turkish jets bombed the town of Kobane in Syria on Monday. Four people were hurt, doctors "
                           "said."),
            ("2031-02-11", "Kobane was bombed on Monday, its mayor said, and a school burnt down."),
            ("2031-02-12", "Turkey bombed Kobane on Monday, a Kurdish news agency said."),
            ("2031-02-12", "Turkish jets bombed the town of Tal Rifaat in Syria on Monday."),
            ("2031-02-14", "Turkish jets bombed Kobane again on Thursday. Nobody was hurt."),
            ("2031-02-12", "Israeli jets bombed Damascus, the capital of Syria, on Monday."),
        ),
        one=(((0, "bombed"), (1, "bombed"), (2, "bombed")),),
        two=(
            ((0, "bombed"), (3, "bombed")), ((0, "bombed"), (4, "bombed")), ((0, "bombed"), (5, "bombed")),
            ((3, "bombed"), (5, "bombed")),
        ),
    ),
    "visits": Story(
        (
            ("2031-06-03", "President Anna Kovac of Slovenia met Prime Minister Ivo Horvat of Croatia in Zagreb on "
                           "Monday."),
            ("2031-06-04", "Anna Kovac met Ivo Horvat in Zagreb on Monday. The two spoke about fish."),
            ("2031-06-11", "Anna Kovac met Ivo Horvat in Ljubljana on Tuesday."),
            ("2031-06-04", "Foreign Minister Petra Novak of Slovenia met Ivo Horvat in Zagreb on Tuesday."),
            ("2031-06-05", "The Slovenian president, Anna Kovac, held talks with Ivo Horvat in Zagreb on Monday."),
            ("2031-06-04", "Anna Kovac met the mayor of Split, Luka Maric, on Tuesday."),
        ),
        one=(((0, "met"), (1, "met"), (4, "talks")),),
        two=(((0, "met"), (2, "met")), ((0, "met"), (3, "met")), ((1, "met"), (5, "met"))),
    ),
    "arrests": Story(
        (
            ("2031-10-07", "Police in Uganda arrested the singer Moses Okello in Kampala on Monday. He had called for a "
                           "strike."),
            ("2031-10-07", "Moses Okello was detained on Monday, his lawyer Grace Nambi said in Kampala."),
            ("2031-10-09", "Okello was released on Tuesday. On Wednesday, police arrested his lawyer, Grace Nambi."),
            ("2031-10-08", "The arrest of Moses Okello on Monday angered his fans."),
            ("2031-11-20", "Police arrested Moses Okello in Gulu on Wednesday."),
            ("2031-10-07", "Police in Kenya arrested the runner Daniel Kiprono in Nairobi on Monday."),
        ),
        one=(((0, "arrested"), (1, "detained"), (3, "arrest")),),
        two=(((0, "arrested"), (2, "arrested")), ((0, "arrested"), (4, "arrested")), ((0, "arrested"), (5, "arrested"))),
    ),
    "words of a body and of its members": Story(
        (
            ("2031-04-08", "The African Union condemned Russia on Monday over the arrest of a student."),
            ("2031-04-08", "Ghana condemned Russia on Monday. Ghana is a member of the African Union."),
            ("2031-04-08", "Ghana's foreign minister, Ama Boateng, condemned Russia on Monday. She spoke in Accra."),
            ("2031-04-09", "Kenya imposed sanctions on Russia on Tuesday. Kenya is a member of the African Union."),
            ("2031-04-09", "The African Union imposed sanctions on Russia on Tuesday, its chairman said."),
            ("2031-04-15", "Ghana condemned Russia on Monday for the second time."),
        ),
        one=(((1, "condemned"), (2, "condemned")),),
        two=(
            ((0, "condemned"), (1, "condemned")), ((3, "imposed"), (4, "imposed")), ((1, "condemned"), (5, "condemned")),
        ),
    ),
    "resignations": Story(
        (
            ("2031-01-15", "Prime Minister Olga Petrenko of Ukraine resigned on Tuesday. Parliament elected Ivan Bondar on "
                           "Wednesday."),
            ("2031-01-15", "Olga Petrenko stepped down on Tuesday, and Ivan Bondar was elected on Wednesday."),
            ("2031-01-16", "The resignation of Olga Petrenko came as a surprise. Her party wept."),
            ("2031-01-15", "The mayor of Odessa, Taras Koval, resigned on Tuesday."),
            ("2031-01-17", "President Maria Shevchuk appointed Ivan Bondar on Thursday."),
            ("2031-01-16", "Defence Minister Pavlo Hnatiuk resigned on Tuesday with Olga Petrenko."),
        ),
        one=(((0, "resigned"), (1, "stepped"), (2, "resignation")), ((0, "elected"), (1, "elected"))),
        two=(((0, "resigned"), (3, "resigned")), ((0, "resigned"), (5, "resigned")), ((0, "elected"), (4, "appointed"))),
    ),
    "marches": Story(
        (
            ("2031-09-02", "Protesters marched through Tabriz in Iran on Monday. They carried candles."),
            ("2031-09-02", "Students protested in Tabriz on Monday over the price of water."),
            ("2031-09-03", "The protest in Tabriz on Monday was calm, the governor, Reza Amini, said."),
            ("2031-09-05", "Protesters marched through Tabriz again on Thursday."),
            ("2031-09-03", "Protesters marched through Shiraz in Iran on Monday. A child was lost and found."),
            ("2031-09-03", "Workers of the port of Bushehr went on strike on Monday."),
        ),
        one=(((0, "marched"), (1, "protested"), (2, "protest")),),
        two=(((0, "marched"), (3, "marched")), ((0, "marched"), (4, "marched")), ((1, "protested"), (4, "marched"))),
    ),
    "a fire and a stabbing in one town": Story(
        (
            ("2031-05-12", "At least 14 people were killed in a warehouse fire in Arusha on Saturday, the mayor, Juma "
                           "Msuya, said. The Tanzania Red Cross sent beds."),
            ("2031-05-13", "Three men were killed in a stabbing at a bar in Arusha, the mayor, Juma Msuya, told the "
                           "Tanzania Red Cross."),
            ("2031-05-14", "Juma Msuya said in Arusha that two women had died in the stabbing. The Tanzania Red Cross was "
                           "thanked."),
            ("2031-05-14", "A warehouse fire killed at least 14 people in Arusha, Juma Msuya said. The Tanzania Red Cross "
                           "helped."),
        ),
        one=(((0, "fire"), (3, "fire")),),
        two=(
            ((0, "killed"), (1, "killed")), ((0, "killed"), (2, "died")), ((1, "stabbing"), (0, "fire")),
        ),
    ),
    "a quake and what shook the same towns later": Story(
        (
            ("2031-07-03", "An earthquake struck the province of Surkhet in Nepal on Wednesday, killing 128 people, said "
                           "the governor, Hari Thapa. Engineers of the Nepal Red Cross were on their way."),
            ("2031-07-06", "An aftershock killed 6 people in Surkhet. It followed Wednesday's earthquake in Nepal. Hari "
                           "Thapa thanked the Nepal Red Cross."),
            ("2031-07-04", "Wednesday's earthquake in Nepal killed more than 100 people in Surkhet, the Nepal Red Cross "
                           "said. Hari Thapa asked for tents."),
        ),
        one=(((0, "earthquake"), (2, "earthquake"), (1, "earthquake")), ((0, "killing"), (2, "killed"))),
        two=(((0, "killing"), (1, "killed")), ((1, "killed"), (2, "killed")), ((0, "earthquake"), (1, "aftershock"))),
    ),
    "two buses on two days": Story(
        (
            ("2031-02-04", "Eleven people died on Monday when a bus crashed near Cusco in Peru, the firm Sol Andino said. "
                           "The driver, Raul Quispe, was hurt."),
            ("2031-02-07", "A bus of the firm Sol Andino crashed near Cusco in Peru on Thursday and 4 people died. It was "
                           "the second crash of the week: on Monday 11 people died when Raul Quispe lost his way."),
        ),
        two=(((0, "crashed"), (1, "crashed")),),
    ),
    "strikes in two towns": Story(
        (
            ("2031-11-05", "Bus drivers went on strike in Turin on Tuesday. Carla Bruni of the union Filt spoke "
                           "of a full success."),
            ("2031-11-05", "Tram drivers went on strike in Naples on Tuesday. Carla Bruni of the union Filt was "
                           "cheered."),
            ("2031-11-06", "Drivers who went on strike in Turin on Tuesday were glad, Carla Bruni of the union Filt "
                           "said."),
        ),
        one=(((0, "went"), (2, "went")),),
        two=(((0, "went"), (1, "went")), ((1, "went"), (2, "went"))),
    ),
    "arrests by one police": Story(
        (
            ("2031-04-03", "Police in Accra arrested 3 men on Wednesday over a robbery at the Volta Bank, said the "
                           "inspector, Kofi Mensah."),
            ("2031-04-04", "Police in Accra arrested 12 students on Wednesday at a march to the Volta Bank, said the "
                           "inspector, Kofi Mensah."),
            ("2031-04-05", "Kofi Mensah said that police had arrested a clerk of the Volta Bank in Accra on Thursday."),
        ),
        two=(
            ((0, "arrested"), (1, "arrested")), ((0, "arrested"), (2, "arrested")), ((1, "arrested"), (2, "arrested")),
        ),
    ),
    "a flood and a dam that burst": Story(
        (
            ("2031-09-12", "Thursday's flood in Derna killed 40 people, said the mayor, Salem Faraj. The Libyan Red "
                           "Crescent sent boats."),
            ("2031-09-13", "A dam collapsed near Derna on Friday and 7 people were killed in the collapse. The Libyan Red "
                           "Crescent sent tents, Salem Faraj said."),
            ("2031-09-13", "Thursday's flood in Libya killed at least 38 people, the Libyan Red Crescent said. Salem "
                           "Faraj called for help for Derna."),
        ),
        one=(((0, "flood"), (2, "flood")), ((0, "killed"), (2, "killed"))),
        two=(((0, "killed"), (1, "killed")), ((1, "killed"), (2, "killed")), ((0, "flood"), (1, "collapsed"))),
    ),
    "clashes near a slide": Story(
        (
            ("2031-05-25", "A landslide swept through the village of Tambuli in Dasa province before dawn on Friday, "
                           "killing at least 90 people, said the governor, Paul Wena. The Highland Red Cross sent soldiers "
                           "with spades."),
            ("2031-05-27", "Friday's landslide in Papua New Guinea has cut the road, said Paul Wena of Dasa province. "
                           "Tribal clashes, in which five men were killed, have slowed the Highland Red Cross."),
            ("2031-05-28", "In Dasa, Paul Wena said that 12 people had been killed by a band of robbers. The Highland "
                           "Red Cross has come."),
        ),
        one=(((0, "landslide"), (1, "landslide")),),
        two=(((0, "killing"), (1, "killed")), ((0, "killing"), (2, "killed")), ((1, "killed"), (2, "killed"))),
    ),
    "a toll that rises": Story(
        (
            ("2031-06-02", "At least 9 people were killed on Sunday in an explosion at the Kosmo Refinery in Izmir, the "
                           "governor, Selim Aydin, said."),
            ("2031-06-04", "The death toll from Sunday's explosion at the Kosmo Refinery in Izmir has risen to 12, Selim "
                           "Aydin said."),
        ),
        one=(((0, "explosion"), (1, "explosion")),),
    ),
}  # fmt: skip


def article(number: int, published: str, text: str) -> Article:
    ranges = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Article(path=f"{number}.txt", text=f"{text}\n", ranges=ranges, published=published)


@cache
def linked(name: str) -> tuple[Corpus, Mapping[Told, str]]:
    """The corpus of a story, and the event that each trigger tells of."""
    articles = [article(n, day, text) for n, (day, text) in enumerate(STORIES[name].reports)]
    corpus = link(articles, extract(articles), schema=Schema.load())
    numbers, events = {a.id: n for n, a in enumerate(articles)}, {o.id for o in corpus.occurrences}
    told = [m for m in corpus.mentions if m.entity in events]
    return corpus, {(numbers[m.evidence.article], m.evidence.quote): m.entity for m in told}


ONE = [(name, group) for name, story in STORIES.items() for group in story.one]
TWO = [(name, pair) for name, story in STORIES.items() for pair in story.two]


@pytest.mark.parametrize(("name", "group"), ONE, ids=[name for name, _ in ONE])
def test_reports_of_one_event_have_one_node(name: str, group: tuple[Told, ...]) -> None:
    events = linked(name)[1]

    assert len({events[told] for told in group}) == 1


@pytest.mark.parametrize(("name", "pair"), TWO, ids=[f"{name} {a} {b}" for name, (a, b) in TWO])
def test_reports_of_other_days_places_or_people_have_nodes_of_their_own(name: str, pair: tuple[Told, Told]) -> None:
    events = linked(name)[1]

    assert events[pair[0]] != events[pair[1]]


def test_two_sizes_of_the_force_of_a_body_contradict_each_other_and_nothing_else_does() -> None:
    contradictions = {name: len(linked(name)[0].contradictions) for name in STORIES}

    assert contradictions == {**dict.fromkeys(STORIES, 0), "members of a body": 1}
