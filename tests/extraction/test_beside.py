"""What a word's place among its neighbours gives it, where a parse is wrong: parses by hand, wrong as parsers are."""

from __future__ import annotations

from kgraph.extraction import syntax

from .trees import tree


def test_what_of_right_behind_a_noun_holds_is_the_nouns_wherever_a_parser_hangs_it() -> None:
    doc = tree("""
    Anna Anna PROPN NNP nsubj 3 PERSON
    is be AUX VBZ cop 3
    the the DET DT det 3
    head head NOUN NN ROOT 3
    of of ADP IN case 5
    Acme Acme PROPN NNP nmod 8 ORG
    , , PUNCT , punct 8
    a a DET DT det 8
    bank bank NOUN NN appos 3
    """)

    assert syntax.fillers(doc[3], "of") == (doc[5],)


def test_a_place_behind_a_participle_is_the_participles_though_it_hangs_on_a_word_beyond_a_bracket() -> None:
    doc = tree("""
    Anna Anna PROPN NNP nsubj 7 PERSON
    ( ( PUNCT -LRB- punct 2
    born bear VERB VBN acl 0
    in in ADP IN case 4
    Lyon Lyon PROPN NNP nmod 7 GPE
    ) ) PUNCT -RRB- punct 2
    was be AUX VBD cop 7
    mayor mayor NOUN NN ROOT 7
    """)

    assert syntax.fillers(doc[2], "in") == (doc[4],)


def test_one_of_several_is_who_the_noun_in_the_plural_is_said_of() -> None:
    doc = tree("""
    Anna Anna PROPN NNP nsubj 2 PERSON
    was be AUX VBD cop 2
    one one NUM CD ROOT 2
    of of ADP IN case 5
    the the DET DT det 5
    founders founder NOUN NNS nmod 2
    """)

    assert tuple(syntax.holders(doc[5])) == (doc[0],)
    assert syntax.predication(doc[5]) == doc[2]


def test_a_preposition_hung_on_the_first_part_of_a_name_is_the_names() -> None:
    doc = tree("""
    Anna Anna PROPN NNP nsubj 1 PERSON
    moved move VERB VBD ROOT 1
    to to ADP IN case 3
    West West PROPN NNP compound 4 GPE
    Berlin Berlin PROPN NNP obl 1 GPE
    """)

    assert syntax.fillers(doc[1], "to") == (doc[4],)


def test_of_two_persons_that_and_joins_an_apposition_is_said_of_the_nearer_one() -> None:
    doc = tree("""
    Ida Ida PROPN NNP nsubj 8 PERSON
    and and CCONJ CC cc 2
    Omar Omar PROPN NNP conj 0 PERSON
    , , PUNCT , punct 6
    the the DET DT det 6
    new new ADJ JJ amod 6
    director director NOUN NN appos 0
    , , PUNCT , punct 0
    spoke speak VERB VBD ROOT 8
    """)

    assert next(syntax.holders(doc[6])) == doc[2]
    assert doc[0] not in syntax.holders(doc[6])


def test_a_name_behind_of_is_no_title_of_its_own_last_part() -> None:
    doc = tree("""
    the the DET DT det 1
    mother mother NOUN NN ROOT 1
    of of ADP IN case 3
    Ana Ana PROPN NNP nmod 1 PERSON
    Ruiz Ruiz PROPN NNP flat 3 PERSON
    """)

    assert not tuple(syntax.holders(doc[1]))


def test_his_in_a_conjunct_is_the_person_that_it_is_joined_to() -> None:
    doc = tree("""
    Kofi Kofi PROPN NNP nsubj 1 PERSON
    met meet VERB VBD ROOT 1
    Omar Omar PROPN NNP obj 1 PERSON
    and and CCONJ CC cc 5
    his his PRON PRP$ nmod:poss 5
    wife wife NOUN NN conj 2
    """)

    assert syntax.fillers(doc[5], "possessor") == (doc[2],)


def test_what_two_participles_tell_of_one_noun_is_told_of_it_by_both() -> None:
    doc = tree("""
    a a DET DT det 1
    bank bank NOUN NN ROOT 1
    founded found VERB VBN acl 1
    in in ADP IN case 4
    Oslo Oslo PROPN NNP obl 2 GPE
    and and CCONJ CC cc 6
    based base VERB VBN conj 2
    in in ADP IN case 8
    Rome Rome PROPN NNP obl 6 GPE
    """)

    assert syntax.fillers(doc[6], "head") == (doc[1],)


def test_whose_name_follows_a_title_at_once_bears_it_and_nobody_else() -> None:
    doc = tree("""
    Kofi Kofi PROPN NNP nsubj 1 PERSON
    beat beat VERB VBD ROOT 1
    candidate candidate NOUN NN appos 0
    Ana Ana PROPN NNP obj 1 PERSON
    Ruiz Ruiz PROPN NNP flat 3 PERSON
    """)

    assert tuple(syntax.holders(doc[2])) == (doc[3],)


def test_a_participle_behind_a_pause_is_said_of_the_body_before_it_too() -> None:
    doc = tree("""
    the the DET DT det 1
    head head NOUN NN ROOT 1
    of of ADP IN case 3
    Acme Acme PROPN NNP nmod 1 ORG
    , , PUNCT , punct 5
    based base VERB VBN acl 1
    in in ADP IN case 7
    Oslo Oslo PROPN NNP obl 5 GPE
    """)

    assert doc[3] in syntax.fillers(doc[5], "head")


def test_as_tells_who_made_a_career_not_what_was_made_of_it() -> None:
    doc = tree("""
    Ida Ida PROPN NNP nsubj 1 PERSON
    spent spend VERB VBD ROOT 1
    years year NOUN NNS obj 1
    as as ADP IN case 5
    a a DET DT det 5
    judge judge NOUN NN obl 1
    """)

    assert tuple(syntax.holders(doc[5])) == (doc[0],)


def test_of_whose_brother_a_clause_tells_that_hangs_beside_him() -> None:
    doc = tree("""
Ana Ana PROPN NNP nsubj 11 PERSON
, , PUNCT , punct 3
whose whose DET WP$ nmod:poss 3
brother brother NOUN NN appos 0
, , PUNCT , punct 5
Ali Ali PROPN NNP appos 3 PERSON
, , PUNCT , punct 5
is be AUX VBZ cop 9
the the DET DT det 9
mayor mayor NOUN NN acl:relcl 0
, , PUNCT , punct 0
left leave VERB VBD ROOT 11
""")

    assert [t.text for t in syntax.surface_subjects(doc[9])] == ["Ali"]
    assert [t.text for t in syntax.fillers(doc[3], "possessor")] == ["Ana"]
    assert next(syntax.holders(doc[3])).text == "Ali"
