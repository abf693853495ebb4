"""Relations over hand-made parses and the rules as shipped."""

from __future__ import annotations

from kgraph.extraction.entities import ground
from kgraph.extraction.relations import relations
from kgraph.model import Evidence, Relation, Statement, StatementKind
from kgraph.schema import Schema

from .trees import article, tree

SCHEMA = Schema.load()
OFFICE = """
Former former ADJ JJ amod 3
Danish danish ADJ JJ amod 3 NORP
foreign foreign ADJ JJ amod 3
minister minister NOUN NN nmod:desc 4
Ida Ida PROPN NNP nsubj 6 PERSON
Holm Holm PROPN NNP flat 4 PERSON
left leave VERB VBD ROOT 6
"""
DENIED = """
Ida Ida PROPN NNP nsubj 5 PERSON
Holm Holm PROPN NNP flat 0 PERSON
is be AUX VBZ cop 5
not not PART RB advmod 5
the the DET DT det 5
president president NOUN NN ROOT 5
of of ADP IN case 7
Denmark Denmark PROPN NNP nmod 5 GPE
"""
FOUNDED = """
Oxfam Oxfam PROPN NNP nsubj:pass 2 ORG
was be AUX VBD aux:pass 2
founded found VERB VBN ROOT 2
in in ADP IN case 4
1942 1942 NUM CD obl 2 DATE
"""
KIN = """
Ida Ida PROPN NNP nmod:poss 3 PERSON
Holm Holm PROPN NNP flat 0 PERSON
's 's PART POS case 0
brother brother NOUN NN nsubj 4
fled flee VERB VBD ROOT 4
"""


PREFIXED = """
The the DET DT det 3
ex ex NOUN NN compound 3
- - PUNCT HYPH punct 1
president president NOUN NN nsubj 9
of of ADP IN case 5
Denmark Denmark PROPN NNP nmod 3 GPE
, , PUNCT , punct 7
Ida Ida PROPN NNP appos 3 PERSON
Holm Holm PROPN NNP flat 7 PERSON
left leave VERB VBD ROOT 9
"""
SPAN = """
Ida Ida PROPN NNP nsubj 11 PERSON
Holm Holm PROPN NNP flat 0 PERSON
, , PUNCT , punct 3
president president NOUN NN appos 0
of of ADP IN case 5
Denmark Denmark PROPN NNP nmod 3 GPE
from from ADP IN case 7
1985 1985 NUM CD nmod 3 DATE
until until ADP IN case 9
1990 1990 NUM CD obl 11 DATE
, , PUNCT , punct 0
left leave VERB VBD ROOT 11
"""
NO_LONGER = """
Ida Ida PROPN NNP nsubj 5 PERSON
Holm Holm PROPN NNP flat 0 PERSON
is be AUX VBZ cop 5
no no ADV RB advmod 4
longer long ADV RBR advmod 5
president president NOUN NN ROOT 5
of of ADP IN case 7
Denmark Denmark PROPN NNP nmod 5 GPE
"""


def found(rows: str) -> list[tuple[Relation, str, str]]:
    doc = tree(rows)
    grounding = ground(doc, article(doc), SCHEMA)
    names = {id: e.name for id, e in grounding.entities.items()}
    return [
        (r, names[r.subject], names.get(r.object.value, r.object.value))
        for r in relations(doc, article(doc), SCHEMA, grounding)
    ]


def test_a_title_gives_the_position_with_its_name_and_state() -> None:
    [(relation, subject, object_)] = found(OFFICE)

    assert (subject, relation.property, object_) == ("Ida Holm", "schema:worksFor", "Denmark")
    assert relation.role == "former foreign minister"
    assert relation.rule == "positions"


def test_a_title_is_taken_for_granted() -> None:
    [(relation, _, _)] = found(OFFICE)

    assert relation.factuality == ""


def test_what_is_denied_is_no_fact() -> None:
    [(relation, _, _)] = found(DENIED)

    assert relation.factuality == "negative"


def test_a_founding_date_is_a_date() -> None:
    [(relation, subject, value)] = found(FOUNDED)

    assert (subject, value) == ("Oxfam", "1942")
    assert relation.object.kind == "date"


def test_unnamed_kin_is_known_by_whose_kin_it_is() -> None:
    [(relation, subject, object_)] = found(KIN)

    assert (subject, relation.property, object_) == ("Ida Holm's brother", "schema:sibling", "Ida Holm")


def test_the_evidence_is_the_sentence_and_the_anchor_the_words() -> None:
    [(relation, _, _)] = found(FOUNDED)
    text = article(tree(FOUNDED)).text

    assert relation.evidence.quote == text
    assert text[slice(*relation.anchor)] == "founded"


def test_a_title_in_indirect_speech_is_the_article_s_own_word_and_in_a_quotation_the_speaker_s() -> None:
    doc = tree(OFFICE)
    passage = Evidence(article(doc).id, 0, len(doc.text), doc.text)

    def spoken(kind: StatementKind) -> list[str]:
        cue = Evidence(passage.article, passage.end, passage.end, "")
        statement = Statement("q1", "n9", cue, passage, kind, passage)
        grounding = ground(doc, article(doc), SCHEMA)
        return [r.statement for r in relations(doc, article(doc), SCHEMA, grounding, [statement])]

    assert spoken("indirect") == [""]
    assert spoken("direct") == ["q1"]


def test_a_prefix_with_a_hyphen_tells_a_former_office() -> None:
    assert [r.role for r, _, _ in found(PREFIXED)] == ["former president"]


def test_who_is_no_longer_president_is_a_former_one() -> None:
    assert [(r.role, r.factuality) for r, _, _ in found(NO_LONGER)] == [("former president", "")]


def test_a_span_of_time_behind_a_description_is_the_time_in_office() -> None:
    assert [(r.role, r.start, r.end) for r, _, _ in found(SPAN)] == [("president", "1985", "1990")]
