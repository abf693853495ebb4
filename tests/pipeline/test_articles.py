"""Three short articles of our own through the whole pipeline: what must stand in their graph, and what must not.

A transfer ban, a quarrel over a dam and a scandal at a central bank; people, clubs and companies are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.graph import KnowledgeGraph
from kgraph.pipeline import build

pytestmark = [pytest.mark.model, pytest.mark.slow]

TEXTS = {
    "ban.txt": """Club banned from transfers for two windows

Monday 6 March 2023

The Andean Football League banned Pisco United from buying players for two transfer windows on Monday. The Peruvian
club had signed 11 players under the age of 18 between 2019 and 2021, the league said in a statement.

Pisco United's president, Ramiro Salas, denied that the club had broken any rule. “We have never paid an agent for a
child,” he told reporters in Lima. The club will appeal to the Court of Arbitration for Sport.

The league's disciplinary committee, which is led by the former judge Inés Quiroga, also fined the club $400,000. It did
not suspend Salas, who became president of the club in 2017. His brother, Tomás Salas, owns the agency Sur Talento.

Supporters of the club staged a protest in Bogotá on Monday evening. Police arrested four people.
""",
    "dam.txt": """Paraguay recalls ambassador as Bolivia fills reservoir

12 October 2021

Bolivia began to fill the reservoir of the Tres Cruces dam on Tuesday, Bolivian Energy Minister Marta Quispe said.
Paraguay, which lies downstream, called the step “an act of hostility” and recalled its ambassador from La Paz.

Paraguayan President Hugo Benegas accused Bolivia of violating the 1998 Pilcomayo Treaty. “They have closed the tap on a
million farmers,” he said in a televised address. Bolivia rejected the accusation.

The two countries have not fought a war since 1935. Paraguay has not sent troops to the border, its defence minister,
Luis Aquino, said. Officials of both countries will meet in Buenos Aires on 20 October.

Protests broke out in Asunción on Sunday. Benegas may ask the United Nations for help.
""",
    "bank.txt": """Governor of Ghana's central bank resigns over loans

4 May 2018

The governor of the Bank of Ghana, Efua Mensah, resigned on Friday. Mensah had approved loans of $90 million to Volta
Trust, a bank that her husband, Kojo Mensah, chairs.

Prosecutors charged Kojo Mensah with fraud on Thursday. He is said to have fled to Togo. His lawyer, Ama Boateng, said
that he was in Accra and would “answer every question”.

Efua Mensah has denied wrongdoing. The opposition demanded an inquiry. If the inquiry is opened, President Kwabena Osei
will have to testify, his spokesman said.
""",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    folder: Path = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
        (folder / name).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return build(folder)


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        # ---- who is what
        ("Salas is the club's president", "?x schema:name 'Ramiro Salas' ; schema:worksFor/schema:name 'Pisco United'"),
        ("the Salases are brothers", "?x schema:name 'Tomás Salas' ; schema:sibling/schema:name 'Ramiro Salas'"),
        ("Quispe is a minister of Bolivia", "?x schema:name 'Marta Quispe' ; schema:worksFor id:bolivia"),
        ("Benegas is Paraguay's president",
         "?r rdf:subject/schema:name 'Hugo Benegas' ; rdf:object id:paraguay ; schema:roleName 'president'"),
        ("Aquino is Paraguay's minister", "?x schema:name 'Luis Aquino' ; schema:worksFor id:paraguay"),
        ("Mensah led the Bank of Ghana",
         "?r rdf:subject/schema:name 'Efua Mensah' ; rdf:object/schema:name 'Bank of Ghana' ; schema:roleName 'governor'"),
        ("the Mensahs are married",
         "?x schema:name 'Kojo Mensah' . ?y schema:name 'Efua Mensah' . ?x schema:spouse|^schema:spouse ?y"),
        # ---- what happened
        ("the league banned the club",
         "?e sem:eventType/skos:broader* ?t ; schema:agent/schema:name 'Andean Football League' ;"
         " schema:object|schema:recipient [ schema:name 'Pisco United' ]"),
        ("supporters protested in Bogotá",
         "?e sem:eventType/skos:broader* et:PROTEST ; schema:location/schema:name 'Bogotá'"),
        ("four were arrested", "?e sem:eventType et:COERCE-arrest ; kg:detained ?n . FILTER (?n = 4)"),
        ("Benegas accused Bolivia",
         "?e sem:eventType/skos:broader* et:ACCUSE ; schema:agent/schema:name 'Hugo Benegas' ; schema:recipient id:bolivia"),
        ("there were protests in Asunción",
         "?e sem:eventType/skos:broader* et:PROTEST ; schema:location/schema:name 'Asunción'"),
        ("Efua Mensah resigned on 4 May",
         "?e sem:eventType/skos:broader* et:RETREAT ; schema:agent|schema:object [ schema:name 'Efua Mensah' ] ;"
         " schema:startDate ?d . FILTER (STR(?d) = '2018-05-04')"),
        ("Kojo Mensah was charged on 3 May",
         "?e sem:eventType/skos:broader* et:ACCUSE ; schema:recipient/schema:name 'Kojo Mensah' ; schema:startDate ?d ."
         " FILTER (STR(?d) = '2018-05-03')"),
        # ---- who said what
        ("Salas denies it", "?c a schema:Claim ; schema:author/schema:name 'Ramiro Salas' ; kg:cue 'denied'"),
        ("Salas said it in these words",
         "?c a schema:Quotation ; schema:author/schema:name 'Ramiro Salas' ; schema:text ?t . FILTER (CONTAINS(?t, 'never paid'))"),
        ("Benegas said it in these words",
         "?c a schema:Quotation ; schema:author/schema:name 'Hugo Benegas' ; schema:text ?t . FILTER (CONTAINS(?t, 'the tap'))"),
        ("the lawyer speaks", "?c a schema:Claim ; schema:author/schema:name 'Ama Boateng' ; schema:text ?t . FILTER (CONTAINS(?t, 'Accra'))"),
    ],
)  # fmt: skip
def test_what_an_article_tells_is_in_the_graph(graph: KnowledgeGraph, what: str, pattern: str) -> None:
    assert graph.query(f"ASK {{ {pattern} }}") is True, what


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("Salas was suspended",
         "?e a schema:Event ; schema:object|schema:recipient [ schema:name 'Ramiro Salas' ] ; sem:eventType/skos:broader* et:SANCTION"),
        ("the club has appealed",
         "?e a schema:Event ; sem:eventType/skos:broader* et:REQUEST ; schema:agent/schema:name 'Pisco United'"),
        ("Bolivia and Paraguay fought", "?e a schema:Event ; sem:eventType/skos:broader* et:ASSAULT ; ?role id:paraguay"),
        ("Paraguay sent troops", "?e a schema:Event ; sem:eventType/skos:broader* et:MOBILIZE"),
        ("the officials have met", "?e a schema:Event ; schema:location/schema:name 'Buenos Aires'"),
        ("Benegas asked for help",
         "?e a schema:Event ; sem:eventType/skos:broader* et:REQUEST ; schema:agent/schema:name 'Hugo Benegas'"),
        ("Mensah fled to Togo", "?e a schema:Event ; sem:eventType/skos:broader* et:MOVE"),
        ("Efua Mensah was charged", "?e sem:eventType/skos:broader* et:ACCUSE ; schema:recipient/schema:name 'Efua Mensah'"),
        ("the two Mensahs are one", "?x schema:name|schema:alternateName 'Kojo Mensah' , 'Efua Mensah'"),
        ("the two Salases are one", "?x schema:name|schema:alternateName 'Ramiro Salas' , 'Tomás Salas'"),
        ("Bolivia is Paraguay", "?x schema:name|schema:alternateName 'Bolivia' , 'Paraguay'"),
        ("Benegas broke the treaty", "?e schema:agent/schema:name 'Hugo Benegas' ; schema:object/schema:name 'Pilcomayo Treaty'"),
        ("a recalled ambassador is remembered",
         "?c a schema:Claim ; schema:author id:paraguay ; kg:cue ?cue . FILTER (STRSTARTS(?cue, 'recall'))"),
        ("a speaker is no actor", "?c a schema:Claim ; schema:author ?x . FILTER NOT EXISTS { ?x a sem:Actor }"),
    ],
)  # fmt: skip
def test_what_no_article_asserts_is_not_in_the_graph(graph: KnowledgeGraph, what: str, pattern: str) -> None:
    assert graph.query(f"ASK {{ {pattern} }}") is False, what
