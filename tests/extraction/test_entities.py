"""Entities over hand-made parses and the names data as shipped."""

from __future__ import annotations

from spacy.tokens import Doc

from kgraph.extraction.entities import ground
from kgraph.extraction.grounding import Grounding
from kgraph.schema import Schema

from .trees import article, tree

SCHEMA = Schema.load()
TITLE = """
the the DET DT det 1
president president NOUN NN nsubj 5
, , PUNCT , punct 3
Salome Salome PROPN NNP appos 1 PERSON
Adjei Adjei PROPN NNP flat 3 PERSON
thanked thank VERB VBD ROOT 5
Danish danish ADJ JJ amod 7 NORP
troops troops NOUN NNS obj 5
"""
ACTS = """
Madrid Madrid PROPN NNP nsubj 1 GPE
refused refuse VERB VBD ROOT 1
to to PART TO mark 3
talk talk VERB VB xcomp 1
in in ADP IN case 5
Lisbon Lisbon PROPN NNP obl 3 GPE
"""
ACRONYM = """
The the DET DT det 3
Baltic Baltic PROPN NNP compound 3 ORG
Fishing Fishing PROPN NNP compound 3 ORG
Union Union PROPN NNP nsubj 7 ORG
( ( PUNCT -LRB- punct 5
BFU BFU PROPN NNP appos 3 MISC
) ) PUNCT -RRB- punct 5
met meet VERB VBD ROOT 7
"""
MINISTRY = """
Ghana Ghana PROPN NNP nmod:poss 3 GPE
's 's PART POS case 0
finance finance NOUN NN compound 3
ministry ministry NOUN NN nsubj 4
thanked thank VERB VBD ROOT 4
the the DET DT det 7
Danish danish ADJ JJ amod 7 NORP
government government NOUN NN obj 4
"""
ETHNIC = """
Ethnic ethnic ADJ JJ amod 1
Danes Danes PROPN NNPS nsubj 2 NORP
thanked thank VERB VBD ROOT 2
the the DET DT det 6
ethnic ethnic ADJ JJ amod 6
Danish danish ADJ JJ amod 6 NORP
minority minority NOUN NN obj 2
"""


def grounded(doc: Doc) -> Grounding:
    return ground(doc, article(doc), SCHEMA)


def name(doc: Doc, word: str) -> str:
    grounding = grounded(doc)
    id = grounding.of(next(t for t in doc if t.text == word))
    return grounding.entity(id).name if id else ""


def test_a_title_beside_a_name_speaks_of_the_person() -> None:
    assert name(tree(TITLE), "president") == "Salome Adjei"


def test_a_nationality_adjective_speaks_of_the_country() -> None:
    assert name(tree(TITLE), "Danish") == "Denmark"


def test_an_unnamed_actor_is_an_entity_without_a_name() -> None:
    grounding = grounded(tree(TITLE))
    troops = next(e for e in grounding.entities.values() if e.name == "Danish troops")

    assert not troops.named
    assert "foaf:Group" in troops.types


def test_a_capital_that_acts_is_its_state_and_one_that_is_a_place_is_the_city() -> None:
    doc = tree(ACTS)

    assert name(doc, "Madrid") == "Spain"
    assert name(doc, "Lisbon") == "Lisbon"


def test_an_acronym_in_brackets_is_an_alias() -> None:
    doc = tree(ACRONYM.replace("MISC", "LAW"))
    union = next(e for e in grounded(doc).entities.values() if e.name == "Baltic Fishing Union")

    assert union.aliases == ("BFU",)


def test_a_known_acronym_is_the_body_of_the_text_that_has_its_initials() -> None:
    words = ACRONYM.replace("Baltic Baltic", "Rural Rural").replace("Fishing Fishing", "Sailing Sailing")
    words = words.replace("Union Union", "Federation Federation").replace("( (", ", ,").replace(") )", ", ,")
    doc = tree(words.replace("BFU BFU", "RSF RSF").replace("MISC", "ORG"))

    assert name(doc, "RSF") == "Rural Sailing Federation"


def test_a_state_s_ministry_is_named_by_its_state_and_its_government_is_the_state() -> None:
    doc = tree(MINISTRY)

    assert name(doc, "ministry") == "Ghanaian finance ministry"
    assert name(doc, "government") == "Denmark"


def test_every_mention_quotes_the_text_at_its_offsets() -> None:
    doc = tree(MINISTRY)
    text = article(doc).text

    assert all(text[m.evidence.start : m.evidence.end] == m.evidence.quote for m in grounded(doc).mentions)


FORCES = """
Obi Obi PROPN NNP nsubj 1 PERSON
trusted trust VERB VBD ROOT 1
his his PRON PRP$ nmod:poss 4
own own ADJ JJ amod 4
forces force NOUN NNS obj 1
"""
PRESS = """
Western western ADJ JJ amod 1 NORP
media media NOUN NNS nsubj 2
praised praise VERB VBD ROOT 2
Kenya Kenya PROPN NNP nmod:poss 5 GPE
's 's PART POS case 3
elite elite ADJ JJ obj 2
"""


def test_somebodys_own_forces_are_named_after_him() -> None:
    doc = tree(FORCES)
    doc.spans["coref_clusters_1"] = [doc[0:1], doc[2:3]]

    assert name(doc, "forces") == "Obi forces"


def test_the_press_of_a_region_and_the_elite_of_a_country_are_bodies() -> None:
    doc = tree(PRESS)

    assert name(doc, "media") == "Western media"
    assert name(doc, "elite") == "Kenyan elite"


VISITED = """
Tanks tank NOUN NNS nsubj 3
to to PART TO mark 2
attack attack VERB VB xcomp 3
entered enter VERB VBD ROOT 3
Madrid Madrid PROPN NNP obj 2 GPE
"""
SITUATED = """
Unrest unrest NOUN NN nsubj 1
surprised surprise VERB VBD ROOT 1
Madrid Madrid PROPN NNP obj 1 GPE
, , PUNCT , punct 6
in in ADP IN case 6
the the DET DT det 6
centre centre NOUN NN nmod 2
"""


def test_a_capital_that_is_entered_or_situated_is_the_city() -> None:
    assert name(tree(VISITED), "Madrid") == "Madrid"
    assert name(tree(SITUATED), "Madrid") == "Madrid"


DATELINE = """
OSLO OSLO PROPN NNP dep 2 GPE
: : PUNCT : punct 0
rained rain VERB VBD ROOT 2
"""


def test_a_city_in_capitals_has_its_name_with_small_letters() -> None:
    assert name(tree(DATELINE), "OSLO") == "Oslo"


FOREIGN = """
Force Force PROPN NNP compound 1 ORG
Union Union PROPN NNP nsubj 5 ORG
( ( PUNCT -LRB- punct 3
UFP UFP PROPN NNP appos 1 ORG
) ) PUNCT -RRB- punct 3
met meet VERB VBD ROOT 5
. . PUNCT . punct 5
UFP UFP PROPN NNP nsubj 8 ORG
left leave VERB VBD ROOT 8
"""


def test_an_acronym_in_another_language_is_its_body_where_it_is_used_again() -> None:
    grounding = grounded(tree(FOREIGN))

    assert [e.aliases for e in grounding.entities.values()] == [("UFP",)]


BANKER = """
Jorge Jorge PROPN NNP nsubj 2 PERSON
Santander Santander PROPN NNP flat 0 PERSON
left leave VERB VBD ROOT 2
. . PUNCT . punct 2
Santander Santander PROPN NNP nsubj 5 PERSON
slept sleep VERB VBD ROOT 5
"""


def test_a_surname_is_not_the_company_of_that_name() -> None:
    assert [e.name for e in grounded(tree(BANKER)).entities.values()] == ["Jorge Santander"]


THOUSANDS = """
Thousands thousand NOUN NNS nsubj 3
of of ADP IN case 2
protesters protester NOUN NNS nmod 0
marched march VERB VBD ROOT 3
"""


def test_a_number_of_people_is_those_people() -> None:
    doc = tree(THOUSANDS)
    grounding = grounded(doc)

    assert grounding.of(doc[0]) == grounding.of(doc[2]) is not None


CHARTER = """
The the DET DT det 2
Hanse Hanse PROPN NNP compound 2 ORG
Union Union PROPN NNP nsubj 3 ORG
cited cite VERB VBD ROOT 3
its its PRON PRP$ nmod:poss 5
charter charter NOUN NN obj 3
"""


def test_the_charter_of_a_body_is_a_law_named_after_it() -> None:
    doc = tree(CHARTER)
    doc.spans["coref_clusters_1"] = [doc[1:3], doc[4:5]]

    assert name(doc, "charter") == "Hanse Union charter"


def test_the_ethnic_minority_of_a_people_are_its_ethnic_members_and_not_the_people_of_its_state() -> None:
    doc = tree(ETHNIC)

    assert name(doc, "minority") == "ethnic Danes"
    assert name(doc, "Danes") == "ethnic Danes"


def test_a_companys_short_name_is_the_companys() -> None:
    doc = tree("""
Velmo Velmo PROPN NNP nsubj 2 ORG
Inc. Inc. PROPN NNP flat 0 ORG
sued sue VERB VBD ROOT 2
as as SCONJ IN mark 5
Velmo Velmo PROPN NNP nsubj 5 PERSON
lost lose VERB VBD advcl 2
""")

    found = ground(doc, article(doc), SCHEMA)

    assert [(e.name, e.types[0]) for e in found.entities.values()] == [("Velmo Inc.", "schema:Corporation")]


def test_initials_without_brackets_are_the_bodys() -> None:
    doc = tree("""
The the DET DT det 3
Coastal Coastal PROPN NNP compound 3 ORG
Audit Audit PROPN NNP compound 3 ORG
Office Office PROPN NNP nsubj 4 ORG
agreed agree VERB VBD ROOT 4
as as SCONJ IN mark 7
CAO CAO PROPN NNP nsubj 7 ORG
left leave VERB VBD advcl 4
""")

    found = ground(doc, article(doc), SCHEMA)

    assert [(e.name, e.aliases) for e in found.entities.values()] == [("Coastal Audit Office", ("CAO",))]


def test_a_common_word_for_a_body_is_not_short_for_a_longer_name() -> None:
    doc = tree("""
Senate Senate PROPN NNP compound 2 ORG
Fishing Fishing PROPN NNP compound 2 ORG
Committee Committee PROPN NNP nsubj 3 ORG
agreed agree VERB VBD ROOT 3
as as SCONJ IN mark 6
Senate Senate PROPN NNP nsubj 6 ORG
left leave VERB VBD advcl 3
""")

    assert len(ground(doc, article(doc), SCHEMA).entities) == 2


def test_the_first_of_two_surnames_may_stand_alone() -> None:
    doc = tree("""
Ana Ana PROPN NNP nsubj 3 PERSON
Batz Batz PROPN NNP flat 0 PERSON
Ruiz Ruiz PROPN NNP flat 0 PERSON
left leave VERB VBD ROOT 3
as as SCONJ IN mark 6
Batz Batz PROPN NNP nsubj 6 PERSON
feared fear VERB VBD advcl 3
arrest arrest NOUN NN obj 6
""")

    assert [(e.name, e.aliases) for e in ground(doc, article(doc), SCHEMA).entities.values()] == [
        ("Ana Batz Ruiz", ("Batz",))
    ]
