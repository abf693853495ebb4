"""Logical functions out of hand-made parses."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax

from .byhand import parse
from .trees import tree

PASSIVE = """
The the DET DT det 1
envoys envoy NOUN NNS nsubj:pass 4
were be AUX VBD aux:pass 4
not not PART RB advmod 4
expelled expel VERB VBN ROOT 4
by by ADP IN case 6
Norway Norway PROPN NNP obl:agent 4 GPE
"""
CONTROL = """
Chile Chile PROPN NNP nsubj 1 GPE
asked ask VERB VBD ROOT 1
Peru Peru PROPN NNP obj 1 GPE
and and CCONJ CC cc 4
Bolivia Bolivia PROPN NNP conj 2 GPE
to to PART TO mark 6
send send VERB VB xcomp 1
doctors doctor NOUN NNS obj 6
"""
RELATIVE = """
Anna Anna PROPN NNP nsubj 8 PERSON
, , PUNCT , punct 4
who who PRON WP nsubj:pass 4
was be AUX VBD aux:pass 4
appointed appoint VERB VBN acl:relcl 0
governor governor NOUN NN xcomp 4
of of ADP IN case 7
Lapland Lapland PROPN NNP nmod 5 LOC
resigned resign VERB VBD ROOT 8
"""
TITLE = """
Ghana Ghana PROPN NNP nmod:poss 3 GPE
's 's PART POS case 0
former former ADJ JJ amod 3
minister minister NOUN NN nsubj 7
, , PUNCT , punct 5
Kofi Kofi PROPN NNP appos 3 PERSON
, , PUNCT , punct 5
left leave VERB VBD ROOT 7
"""
PARTICIPLE = """
the the DET DT det 4
Danish danish ADJ JJ compound 3 NORP
- - PUNCT HYPH punct 1
led lead VERB VBN amod 4
mission mission NOUN NN ROOT 4
"""
COPULA = """
Accra Accra PROPN NNP nsubj 4 GPE
is be AUX VBZ cop 4
not not PART RB advmod 4
the the DET DT det 4
capital capital NOUN NN ROOT 4
of of ADP IN case 6
Togo Togo PROPN NNP nmod 4 GPE
"""


def said(doc: Doc, word: str) -> set[tuple[str, str]]:
    return {(name, t.text) for name, t in syntax.functions(token(doc, word))}


def token(doc: Doc, word: str) -> Token:
    return next(t for t in doc if t.text == word)


def test_a_passive_is_turned_round() -> None:
    found = said(tree(PASSIVE), "expelled")

    assert {("subject", "Norway"), ("object", "envoys")} <= found


def test_not_is_a_negation_though_its_label_is_advmod() -> None:
    doc = tree(PASSIVE)

    assert syntax.is_negated(token(doc, "expelled"))
    assert not syntax.is_negated(token(doc, "envoys"))


def test_those_who_are_asked_do_what_they_are_asked_for() -> None:
    found = said(tree(CONTROL), "send")

    assert {("subject", "Peru"), ("subject", "Bolivia"), ("object", "doctors")} <= found
    assert ("subject", "Chile") not in found


def test_conjuncts_share_the_function_of_the_first() -> None:
    found = said(tree(CONTROL), "asked")

    assert {("object", "Peru"), ("object", "Bolivia")} <= found


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    found = said(tree(RELATIVE), "appointed")

    assert ("object", "Anna") in found


def test_who_is_appointed_holds_the_office() -> None:
    found = said(tree(RELATIVE), "governor")

    assert {("holder", "Anna"), ("of", "Lapland")} <= found


def test_an_apposition_holds_the_office_and_the_possessor_is_whose_it_is() -> None:
    found = said(tree(TITLE), "minister")

    assert {("holder", "Kofi"), ("possessor", "Ghana"), ("adjective", "former")} <= found


def test_a_compound_participle_has_its_noun_and_its_first_part() -> None:
    found = said(tree(PARTICIPLE), "led")

    assert {("head", "mission"), ("compound", "Danish")} <= found


def test_the_subject_of_a_copula_holds_what_is_said_of_it() -> None:
    doc = tree(COPULA)

    assert {("holder", "Accra"), ("of", "Togo")} <= said(doc, "capital")
    assert syntax.is_negated(token(doc, "capital"))


def test_a_noun_phrase_ends_before_its_apposition() -> None:
    assert syntax.noun_phrase(token(tree(TITLE), "minister")).text == "Ghana's former minister"


def test_a_title_is_presupposed_and_a_copula_is_not() -> None:
    capital = token(tree(COPULA), "capital")

    assert syntax.predication(token(tree(TITLE), "minister")) is None
    assert syntax.predication(capital) == capital


def test_a_date_or_a_number_is_no_name() -> None:
    doc = tree("""
    Norway Norway PROPN NNP nsubj 1 GPE
    sent send VERB VBD ROOT 1
    two two NUM CD nummod 3 CARDINAL
    envoys envoy NOUN NNS obj 1
    Monday Monday PROPN NNP obl:tmod 1 DATE
    """)

    assert [t.text for t in doc if syntax.is_name(t)] == ["Norway"]


def test_who_succeeds_somebody_as_director_is_the_director() -> None:
    doc = tree("""
    Ida Ida PROPN NNP nsubj 1 PERSON
    succeeded succeed VERB VBD ROOT 1
    Omar Omar PROPN NNP obj 1 PERSON
    as as ADP IN case 4
    director director NOUN NN obl 1
    """)

    assert [t.text for t in syntax.holders(doc[4])] == ["Ida"]


def test_a_title_between_an_owner_and_a_name_is_the_owner_s_though_a_parser_makes_two_subjects() -> None:
    doc = tree("""
    Chad Chad PROPN NNP nsubj 4 GPE
    's 's PART POS case 0
    President President PROPN NNP nmod:desc 3
    Ali Ali PROPN NNP nsubj 4 PERSON
    left leave VERB VBD ROOT 4
    """)

    assert syntax.fillers(doc[2], "possessor") == (doc[0],)


def test_a_noun_right_behind_an_active_verb_is_its_object_whatever_a_parser_calls_it() -> None:
    doc = parse(
        "The:DET:DT:2:det fleet:NOUN:NN:3:nsubj totals=total:VERB:VBZ:0:ROOT about:ADV:RB:5:advmod"
        " 40:NUM:CD:6:nummod ships=ship:NOUN:NNS:3:nsubj"
    )

    assert syntax.functions(doc[2])[:2] == (("subject", doc[1]), ("object", doc[5]))


def test_the_subject_of_a_clause_around_it_is_not_that_of_the_predicate() -> None:
    doc = parse(
        "The:DET:DT:2:det point:NOUN:NN:6:nsubj is=be:AUX:VBZ:6:cop that:SCONJ:IN:6:mark she:PRON:PRP:6:nsubj"
        " left=leave:VERB:VBD:0:ROOT"
    )

    assert syntax.surface_subjects(doc[5]) == (doc[4],)


def test_what_follows_a_comma_is_done_by_the_subject_not_by_the_noun_that_a_parser_hangs_it_on() -> None:
    doc = parse(
        "Rebels=rebel:NOUN:NNS:2:nsubj passed=pass:VERB:VBD:0:ROOT the:DET:DT:4:det bank:NOUN:NN:2:obj ,:PUNCT:,:6:punct"
        " throwing=throw:VERB:VBG:4:acl stones=stone:NOUN:NNS:6:obj"
    )

    assert syntax.surface_subjects(doc[5]) == (doc[0],)


def test_an_owner_hung_as_a_subject_still_owns_the_noun() -> None:
    doc = tree("""
    Mombasa Mombasa PROPN NNP nsubj 6 GPE
    ( ( PUNCT -LRB- punct 4
    Kenya Kenya PROPN NNP nsubj 4 GPE
    's 's PART POS case 2
    port port NOUN NN appos 0
    ) ) PUNCT -RRB- punct 4
    slept sleep VERB VBD ROOT 6
    """)

    assert syntax.fillers(doc[4], "possessor") == (doc[2],)


def test_of_two_bodies_an_apposition_is_said_of_the_nearer_one() -> None:
    doc = tree("""
    Institute Institute PROPN NNP nsubj 8 ORG
    at at ADP IN case 2
    Acme Acme PROPN NNP nmod 0 ORG
    , , PUNCT , punct 6
    a a DET DT det 6
    private private ADJ JJ amod 6
    university university NOUN NN appos 0
    , , PUNCT , punct 0
    closed close VERB VBD ROOT 8
    """)
    doc.set_ents([Span(doc, 0, 1, "ORG"), Span(doc, 2, 3, "ORG")])

    assert next(iter(syntax.holders(doc[6]))).text == "Acme"


def test_what_opens_a_clause_is_no_preposition_of_its_subject() -> None:
    doc = parse(
        "Peru:PROPN:NNP:2:nsubj fled=flee:VERB:VBD:0:ROOT after:ADP:IN:4:case audit:NOUN:NN:5:obl"
        " found=find:VERB:VBD:2:parataxis faults=fault:NOUN:NNS:5:obj"
    )

    assert syntax.surface_subjects(doc[4]) == (doc[3],)


def test_who_said_that_it_was_so_accuses_and_not_it() -> None:
    doc = parse(
        "Ruiz:PROPN:NNP:2:nsubj said=say:VERB:VBD:0:ROOT it:PRON:PRP:4:nsubj failed=fail:VERB:VBD:2:ccomp"
        " and:CCONJ:CC:6:cc accused=accuse:VERB:VBD:4:conj Peru:PROPN:NNP:6:obj"
    )

    assert syntax.surface_subjects(doc[5]) == (doc[0],)


def test_whom_a_relative_clause_accuses_of_something_is_who_did_it() -> None:
    doc = parse(
        "Chile:PROPN:NNP:7:nsubj which:PRON:WDT:4:obj Peru:PROPN:NNP:4:nsubj accuses=accuse:VERB:VBZ:1:acl:relcl"
        " of:SCONJ:IN:6:mark leaving=leave:VERB:VBG:4:advcl objects=object:VERB:VBZ:0:ROOT"
    )

    assert syntax.surface_subjects(doc[5]) == (doc[0],)


def test_who_is_accused_or_thanked_for_something_is_who_did_it() -> None:
    accused = parse(
        "Peru:PROPN:NNP:2:nsubj accused=accuse:VERB:VBD:0:ROOT Chile:PROPN:NNP:2:obj of:SCONJ:IN:5:mark"
        " leaving=leave:VERB:VBG:2:advcl"
    )
    thanked = parse(
        "Peru:PROPN:NNP:2:nsubj gave=give:VERB:VBD:0:ROOT thanks:NOUN:NNS:2:obj to:ADP:IN:5:case Chile:PROPN:NNP:3:nmod"
        " for:SCONJ:IN:7:mark leaving=leave:VERB:VBG:2:advcl"
    )

    assert syntax.surface_subjects(accused[4]) == (accused[2],)
    assert syntax.surface_subjects(thanked[6]) == (thanked[4],)


def test_what_money_is_made_from_is_done_by_who_makes_it() -> None:
    doc = parse(
        "Peru:PROPN:NNP:2:nsubj made=make:VERB:VBD:0:ROOT money:NOUN:NN:2:obj from:SCONJ:IN:5:mark"
        " fishing=fish:VERB:VBG:2:advcl"
    )

    assert syntax.surface_subjects(doc[4]) == (doc[0],)


def test_an_ing_form_with_a_determiner_is_a_noun() -> None:
    doc = parse(
        "The:DET:DT:2:det burning=burn:VERB:VBG:5:nsubj of:ADP:IN:4:case archives:NOUN:NNS:2:nmod shocked=shock:VERB:VBD:0:ROOT"
    )

    assert not syntax.is_verbal(doc[1])
    assert syntax.fillers(doc[1], "of") == (doc[3],)


def test_a_place_behind_a_comma_that_the_sentence_is_about_does_not_hold_the_one_before() -> None:
    doc = tree("""
    Like like ADP IN case 1
    Aleppo Aleppo PROPN NNP obl 4 GPE
    , , PUNCT , punct 1
    Damascus Damascus PROPN NNP nsubj 4 GPE
    grew grow VERB VBD ROOT 4
    """)
    doc.set_ents([Span(doc, 1, 2, "GPE"), Span(doc, 3, 4, "GPE")])

    assert syntax.fillers(doc[1], "within") == ()


def test_a_name_right_before_was_is_its_subject_even_if_a_parser_hangs_it_on_a_noun_behind() -> None:
    doc = tree(
        """
In in ADP IN case 1
1990 1990 NUM CD obl 5 DATE
, , PUNCT , punct 1
Acme Acme PROPN NNP compound 7 ORG
was be AUX VBD aux:pass 5
founded found VERB VBN ROOT 5
as as ADP IN case 7
firm firm NOUN NN xcomp 5
"""
    )

    assert syntax.surface_subjects(doc[5]) == (doc[3],)


def test_a_preposition_on_the_description_before_a_name_is_the_names() -> None:
    doc = parse(
        "The:DET:DT:2:det arrest:NOUN:NN:0:ROOT of:ADP:IN:5:case club:NOUN:NN:5:compound owner:NOUN:NN:6:nmod:desc"
        " Vale:PROPN:NNP:2:nmod"
    )

    assert syntax.fillers(doc[1], "of") == (doc[5],)


def test_a_place_right_behind_a_place_says_where_that_is() -> None:
    doc = tree(
        """
They they PRON PRP nsubj 1
met meet VERB VBD ROOT 1
in in ADP IN case 3
Lyon Lyon PROPN NNP obl 1 GPE
in in ADP IN case 5
France France PROPN NNP obl 1 GPE
"""
    )

    assert ("in", doc[5]) in syntax.functions(doc[3])


def test_a_noun_joined_to_another_with_what_stands_behind_both_has_it_too() -> None:
    doc = tree("""
    Ida Ida PROPN NNP nsubj 2 PERSON
    is be AUX VBZ cop 2
    founder founder NOUN NN ROOT 2
    and and CCONJ CC cc 4
    head head NOUN NN conj 2
    of of ADP IN case 6
    Acme Acme PROPN NNP nmod 2 ORG
    """)

    assert syntax.fillers(doc[4], "of") == (doc[6],)


def test_a_description_joined_to_a_name_by_mistake_is_no_second_filler() -> None:
    doc = tree("""
    the the DET DT det 1
    sister sister NOUN NN ROOT 1
    of of ADP IN case 3
    Omar Omar PROPN NNP nmod 1 PERSON
    and and CCONJ CC cc 5
    wife wife NOUN NN conj 3
    of of ADP IN case 7
    Ali Ali PROPN NNP nmod 5 PERSON
    """)

    assert syntax.fillers(doc[1], "of") == (doc[3],)


def test_a_name_that_a_parser_takes_for_a_complement_is_the_object() -> None:
    doc = tree("""
Norway Norway PROPN NNP nsubj 1 GPE
named name VERB VBD ROOT 1
Ida Ida PROPN NNP compound 5 PERSON
Holm Holm PROPN NNP flat 2 PERSON
prime prime ADJ JJ amod 5
minister minister NOUN NN xcomp 1
""")

    assert [t.text for t in syntax.fillers(doc[1], "object")] == ["Ida"]


def test_who_replaced_somebody_in_an_office_may_hang_on_the_office() -> None:
    doc = tree("""
Holm Holm PROPN NNP nsubj:pass 2 PERSON
was be AUX VBD aux:pass 2
replaced replace VERB VBN ROOT 2
as as ADP IN case 4
mayor mayor NOUN NN obl 2
by by ADP IN case 6
Dahl Dahl PROPN NNP nmod 4 PERSON
""")

    assert [t.text for t in syntax.fillers(doc[2], "subject")] == ["Dahl"]


def test_whom_a_sentence_leaves_out_by_name_is_no_conjunct() -> None:
    doc = parse(
        "Lund:PROPN:NNP:5:nsubj ,:PUNCT:,:1:punct not:PART:RB:4:advmod Berg:PROPN:NNP:1:conj left=leave:VERB:VBD:0:ROOT"
    )

    assert [t.text for t in syntax.expand(doc[0])] == ["Lund"]
