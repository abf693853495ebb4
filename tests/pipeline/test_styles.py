"""Four short articles in four styles through the whole pipeline: an agency's, a business page's, one from a capitol, one
as a broadcaster writes; what must stand in their graph, and what must not. People, firms and outlets are invented.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kgraph.graph import KnowledgeGraph
from kgraph.pipeline import build

pytestmark = [pytest.mark.model, pytest.mark.slow]

ARTICLES = Path(__file__).parent.parent / "articles"
NAMES = ("ferry-sinking.txt", "bank-succession.txt", "drone-hearing.txt", "factory-fire.txt")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    folder = tmp_path_factory.mktemp("styles")
    for name in NAMES:
        shutil.copy(ARTICLES / name, folder / name)
    return build(folder)


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        # ---- what the head of the article says
        ("a line below the byline is outlet and date",
         "?d schema:publisher/schema:name 'AGENCE LUKENI' ; schema:author/schema:name 'Jean-Pierre Mbala' ;"
         " schema:datePublished ?t . FILTER (STR(?t) = '2023-03-14')"),
        ("an outlet before a dash",
         "?d schema:publisher/schema:name 'The Capitol Ledger' ; schema:datePublished ?t . FILTER (STR(?t) = '2024-03-21')"),
        ("an outlet with its bureau", "?d schema:publisher/schema:name 'Meridian News' ; schema:author/schema:name 'Farhana Rahmani'"),
        # ---- who is what
        ("a firm by its short name", "?x schema:name|schema:alternateName 'Aerolan' , 'Aerolan Inc.' ; ^schema:worksFor/schema:name 'Brent Kowalczyk'"),
        ("a body by initials that no bracket explains",
         "?x schema:name 'Government Accountability Office' ; schema:alternateName 'GAO'"),
        ("a body whose name begins with an abbreviation",
         "?x schema:name 'U.S. Flight Safety Board' ; schema:alternateName 'USFSB'"),
        ("a company by its name without its form", "?x schema:name|schema:alternateName 'Veldt' , 'Veldt Systems Ltd'"),
        ("what a retailer is called", "?x schema:name 'Linnex' ; a schema:Organization"),
        ("the chairwoman of a bank", "?x schema:name 'Nomvula Khumane' ; schema:worksFor/schema:name 'Karoo Bank'"),
        ("a senator's party", "?x schema:name 'Jonah Teller' ; schema:memberOf/schema:name 'Democratic Party'"),
        ("a committee without the day", "?x schema:name 'Senate Armed Services Committee'"),
        # ---- who succeeds whom
        ("who is named to replace another",
         "?e sem:eventType et:APPOINT ; schema:agent/schema:name 'Karoo Bank' ; schema:object/schema:name 'Lerato Dlamane'"),
        ("who was succeeded, and when",
         "?e sem:eventType et:APPOINT ; schema:agent/schema:name 'Dumisani Mogale' ; schema:object/schema:name 'Lerato Dlamane' ;"
         " schema:startDate ?t . FILTER (STR(?t) = '2019')"),
        ("a successor", "?x schema:name 'Dumisani Mogale' ; kg:successorOf/schema:name 'Lerato Dlamane'"),
        ("who replaced whom",
         "?e schema:agent/schema:name 'Nomvula Khumane' ; schema:object/schema:name 'Johan Burger'"),
        # ---- who dies
        ("the dead of a sinking", "?e sem:eventType et:DIE ; kg:killed ?n . FILTER (?n = 40)"),
        ("a toll that stands at a number",
         "?s rdf:predicate kg:killed ; rdf:object ?n . FILTER (?n = 43)"),
        ("a number of dead that is put somewhere", "?s rdf:predicate kg:killed ; rdf:object ?n . FILTER (?n = 5)"),
        ("the dead of a building that fell", "?e sem:eventType et:DIE ; kg:killed ?n . FILTER (?n = 1100)"),
        # ---- what is done
        ("a fine",
         "?e sem:eventType et:COERCE ; schema:agent/schema:name 'Prudential Authority' ; schema:object/schema:name 'Karoo Bank'"),
        ("an arrest on a weekday",
         "?e sem:eventType et:COERCE-arrest ; schema:object/schema:name 'Faustin Ilunga' ; schema:startDate ?t ."
         " FILTER (STR(?t) = '2023-03-13')"),
        ("a road blocked on a weekday",
         "?e sem:eventType et:PROTEST-obstruct ; schema:startDate ?t . FILTER (STR(?t) = '2021-08-22')"),
        ("a label without a doer of one's own death", "?e rdfs:label 'At least 12 people die'"),
        ("a label with a particle", "?e rdfs:label 'Van Wyk sues Karoo Bank'"),
        ("a label that says what is asked for", "?e rdfs:label 'Diakesi calls on Okando to resign'"),
    ],
)  # fmt: skip
def test_what_an_article_tells_is_in_the_graph(graph: KnowledgeGraph, what: str, pattern: str) -> None:
    assert graph.query(f"ASK {{ {pattern} }}") is True, what


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("who dies does it", "?e sem:eventType et:DIE ; schema:agent ?x"),
        ("a wreck is an attack", "?e sem:eventType/skos:broader* et:ASSAULT ; kg:killed ?n . FILTER (?n = 40)"),
        ("a collapse is an attack", "?e sem:eventType/skos:broader* et:ASSAULT ; kg:killed ?n . FILTER (?n = 1100)"),
        ("a product's demonstration is a protest", "?e sem:eventType/skos:broader* et:PROTEST ; ?role ?x . ?x schema:name 'Aerolan Inc.'"),
        ("a committee demonstrates",
         "?e sem:eventType/skos:broader* et:PROTEST ; schema:agent/schema:name 'Senate Armed Services Committee'"),
        ("party and state are a name", "?x schema:name|schema:alternateName ?n . FILTER (REGEX(?n, '^[DR]-[A-Z]'))"),
        ("a boat is somebody", "?x schema:name 'Maman Bolingo' ; a schema:Person"),
        ("Congo is its neighbour", "?x schema:name 'Central African Republic'"),
        ("the succession is reversed", "?x schema:name 'Lerato Dlamane' ; kg:successorOf ?y"),
        ("the vote of a committee is an election", "?e sem:eventType/skos:broader* et:ELECT"),
        ("the bank is bailed out", "?e a schema:Event ; sem:eventType/skos:broader* et:AID"),
        ("the demand for justice is denied", "?s rdf:object et:REQUEST ; kg:factuality fact:negative"),
    ],
)  # fmt: skip
def test_what_no_article_asserts_is_not_in_the_graph(graph: KnowledgeGraph, what: str, pattern: str) -> None:
    assert graph.query(f"ASK {{ {pattern} }}") is False, what
