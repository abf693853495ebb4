"""A dependency parse in, grammar in a reader's terms out; with `labels`, all that knows dependency labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kgraph.extraction import beside, labels, sharing
from kgraph.extraction.beside import noun_before
from kgraph.extraction.phrases import case_words, is_name, name_span, noun_phrase, own_case, sentence, subtree, trimmed
from kgraph.extraction.predicates import (
    auxiliaries,
    clause_of,
    goes_on_from,
    governors,
    held_to_account,
    is_hyphenated,
    is_infinitive,
    is_modifier,
    is_negated,
    is_passive,
    is_possessor,
    is_predicate,
    is_time,
    is_verbal,
    lemma,
    named_behind,
    object_behind,
    own_subjects,
)

__all__ = [
    "Function", "antecedent", "auxiliaries", "case_words", "clause_of", "expand", "fillers", "functions",
    "governors", "holders", "is_hyphenated", "is_modifier", "is_name", "is_negated", "is_passive", "is_possessor",
    "is_predicate", "is_verbal", "lemma", "link", "name_span", "named_by", "noun_before", "noun_phrase", "predication",
    "sentence", "subtree", "surface_subjects", "trimmed",
]  # fmt: skip

Function = tuple[str, Token]


def functions(token: Token) -> tuple[Function, ...]:
    """Who stands to a verb, noun, adjective or participle in which logical function, nearest first.

    Names: subject, object, indirect-object (passives turned round, control, relative clauses and shared conjuncts
    resolved), complement ("became president"), possessor, adjective, compound, called ("the city of X"), holder (whom
    an apposition, a title, a copula or "as" gives the noun to), within (the place after the comma in "Aleppo, Syria"),
    head (the noun a modifier belongs to), clause, aside (the verb of an adverbial clause), adverb, adverbial (a bare
    time or measure), number ("1994" before its noun), bracket (what is in brackets behind a name) and every preposition
    by its word ("according to"). Conjuncts are expanded.
    """
    found = [*_prepositions(token)]
    if is_verbal(token):
        found = [*_arguments(token), *_hyphenated(token), *found, *_borrowed(token)]
    else:
        found = [f for f in found if f[0] != "at" or not _is_bare_body(token)]
        found += [("by", maker) for maker in sharing.maker_behind(token)]
        found = [*_modifiers(token), *found, *_called(token), *_nominal_subjects(token), *_lent(token)]
    found += [("within", place) for place in beside.place_after(token)]
    found += [("number", c) for c in token.lefts if c.dep_ == "nummod"] + [
        ("bracket", t) for t in beside.in_brackets(token)
    ]
    found += [("holder", t) for t in holders(token)] if token.pos_ in {"NOUN", "PROPN", "ADJ"} else []
    found += [("outgoing", t) for t in _outgoing(token)] + [("head", noun) for noun in _heads(token)]
    found += [("clause", c) for c in token.children if c.dep_ in labels.CLAUSE and is_verbal(c)]
    found += [("aside", c) for c in token.children if is_verbal(c) and sharing.is_aside(c)]
    found += [("adverb", c) for c in token.children if c.dep_ == "advmod"]
    found += [("adverbial", c) for c in token.children if c.dep_ in labels.BARE and not own_case(c)]
    return tuple(dict.fromkeys((name, t) for name, first in found for t in _conjuncts(name, first, token)))


def fillers(token: Token, function: str) -> tuple[Token, ...]:
    """The tokens in one function of a token: fillers(sent, "object")."""
    return tuple(t for name, t in functions(token) if name == function)


def expand(token: Token) -> tuple[Token, ...]:
    """A nominal with its conjuncts ("troops" and "police" of "troops and police"); a verb alone."""
    if is_verbal(token):
        return (token,)
    found = [token]
    for one in found:
        joined = [c for c in one.rights if c.dep_ == "conj" and not is_predicate(c) and c not in found]
        found += [c for c in joined if all(left.lower_ != "not" for left in c.lefts)]  # "Lund, not Berg"
    return tuple(found)


def holders(token: Token) -> Iterator[Token]:
    """Whom a noun ("director", "capital") is said of: copula, "as", complement, apposition, title; nearest first."""
    token = beside.one_of(token)
    bearer = beside.bearer(token)
    if bearer is not None:
        yield bearer
        return
    found = list(_said_of(token)) or [t for t in _appositions(token) if t.i != token.i]
    found += beside.titled(token)
    yield from found
    shared = token.dep_ == "conj" and not is_verbal(token.head) and token.head.pos_ == "NOUN"
    joined = any(c.dep_ == "cc" for c in token.children)
    if _is_determined(token):  # "X, the minister of Y, a member of Z": the last is said of Y; "and the mayor of Z, Y"
        yield from (t for t in beside.beside_names(token) if not joined or t.i > token.i)
    if shared and not (found and _is_determined(token)):
        yield from holders(token.head)
    yield from beside.beside_names(token)


def predication(token: Token) -> Token | None:
    """The word whose truth decides whether a relation holds: a verb itself, a noun with a copula, or the verb above.

    None where the relation is only presupposed: titles, appositions, possessors and attributes.
    """
    token = beside.one_of(token)
    if token.dep_ in {"acl", "amod"} and not (is_infinitive(token) or _children(token, {"mark"})):
        return None
    if is_predicate(token):
        return token
    verb = sharing.told_by(token)
    if is_verbal(verb) and (token.dep_ in labels.PREDICATIVE | {"xcomp"} or own_case(token) == "as"):
        return verb if token.i > verb.i else None  # "As governor he did not …" takes the office for granted
    if token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"}:
        return predication(token.head)
    return verb.head if token.dep_ == "pobj" and verb.lower_ == "as" else None


def named_by(token: Token) -> Iterator[Token]:
    """The names that a title or description stands right beside: "President X", "the president, X"."""
    yield from (c for c in token.rights if c.dep_ in labels.APPOSITION)
    if token.dep_ in labels.APPOSITION:
        yield token.head
    yield from beside.titled(token)
    yield from beside.beside_names(token)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.tag_ not in labels.RELATIVE_TAGS and token.morph.get("PronType", []) != ["Rel"]:
        return token
    above = next((a for a in token.ancestors if a.dep_ in labels.RELATIVE or sharing.restricts(a)), None)
    return above.head if above is not None else beside.name_before(token)


def surface_subjects(token: Token) -> tuple[Token, ...]:
    """The grammatical subjects of a predicate, found through control, conjunction and relative clauses."""
    own = [antecedent(c) for c in own_subjects(token) if not sharing.is_behind(c, token)]
    own = own or list(beside.name_before_copula(token))
    if own or token.head.i == token.i:
        return tuple(t for first in own for t in expand(first))
    above = goes_on_from(token) if token.dep_ == "conj" else token.head
    if token.dep_ == "conj":
        return surface_subjects(above) if is_predicate(above) or is_verbal(above) else ()
    if token.dep_ in labels.RELATIVE:
        return (beside.owned_by_whose(above, token),)
    if token.dep_ in labels.ATTRIBUTIVE or (token.dep_ in labels.ADVERBIAL and above.pos_ in {"NOUN", "PROPN"}):
        return _noun_of(token)
    if token.dep_ == "xcomp" or (token.dep_ in {"ccomp", "advcl"} and is_infinitive(token)):
        return _controller(token)
    blamed = tuple(t for first in held_to_account(token) for t in expand(first))
    return blamed or (surface_subjects(above) if token.dep_ in labels.ADVERBIAL and is_predicate(above) else ())


def link(token: Token) -> str:
    """How a token hangs on its head: conjunct, relative, clause, adverbial, subject, object, oblique, modifier …"""
    return next((name for name, those in labels.LINKS if token.dep_ in those), "other")


def _conjuncts(name: str, first: Token, token: Token) -> tuple[Token, ...]:
    """The filler with its conjuncts; one "director" is said of one person only, "directors" of several.

    In "the son of X and the brother of Y" it is the brother that is joined to the son, wherever a parser hangs him.
    """
    single = name == "head" or (name == "holder" and token.tag_ not in {"NNS", "NNPS"})
    found = (first,) if single else expand(first)
    return tuple(t for t in found if t.i == first.i or not (t.i == token.i or _is_parallel(t, name)))


def _is_parallel(token: Token, name: str) -> bool:
    """Whether a conjunct opens a description of its own with the same preposition."""
    # "the son of X and brother of Y", "the son of X, brother of Y"
    opening = _is_determined(token) or is_name(token.head) or token.nbor(-1).text == ","
    return token.pos_ == "NOUN" and opening and any(n == name for n, _ in _prepositions(token))


def _is_determined(token: Token) -> bool:
    return any(c.dep_ in labels.POSSESSOR | {"det"} for c in token.lefts)


def _arguments(token: Token) -> Iterator[Function]:
    subjects, objects = surface_subjects(token), _objects(token)
    if not is_passive(token):
        yield from (("subject", t) for t in subjects)
        yield from (("object", t) for t in objects)
        yield from (("indirect-object", t) for t in _children(token, labels.INDIRECT))
        yield from (("indirect-object", c) for c in token.children if c.dep_ == "dative" and c.pos_ != "ADP")
    else:
        agents = [t for name, t in _prepositions(token) if name == "by"] or sharing.shared_agent(token)
        yield from (("subject", t) for t in agents if not is_time(t))
        yield from (("indirect-object" if objects else "object", t) for t in subjects)
        yield from (("object", t) for t in objects)
    complements = (c for c in token.children if c.dep_ in labels.PREDICATIVE | {"xcomp"} and not is_verbal(c))
    yield from (("complement", c) for c in complements if c.pos_ in {"NOUN", "PROPN", "ADJ", "PRON"})


def _objects(token: Token) -> list[Token]:
    own = [antecedent(c) for c in token.children if c.dep_ in labels.OBJECT or sharing.is_behind(c, token)]
    named = named_behind(token)
    own = [named] if named is not None and own and own[0].i > named.right_edge.i + 1 else own
    own = own or ([] if is_passive(token) else _bare_objects(token) or sharing.name_behind(token))
    if own:
        return [t for first in own for t in expand(first)]
    after = next((c for c in token.rights if c.dep_ == "conj" and is_verbal(c) and c.i - token.i <= 3), None)
    if after is not None and not is_passive(token):
        return _objects(after)
    gap = (
        token.dep_ in labels.RELATIVE
        and not is_passive(token)
        and any(c.dep_ in labels.SUBJECT for c in token.children)
    )
    if gap and not any(c.dep_ in labels.CLAUSE for c in token.children) and not _has_relative(token):
        return [token.head] if not is_time(token.head) else []
    return []


def _bare_objects(token: Token) -> list[Token]:
    """A noun right behind a verb without a preposition, even where a parser takes it for an adjunct."""
    bare = (c for c in token.rights if c.dep_ == "obl" and not own_case(c) and (is_name(c) or _is_determined(c)))
    places = {token.i + 1} | {c.i + 1 for c in token.rights if c.dep_ in labels.PARTICLE}
    taken = [t for t in [object_behind(token)] if t is not None and not is_time(t)]
    return taken or [c for c in bare if c.left_edge.i in places and not any(is_time(t) for t in (c, *c.lefts))]


def _has_relative(token: Token) -> bool:
    return any(antecedent(t).i != t.i for c in token.children for t in (c, *c.children))


def _controller(token: Token) -> tuple[Token, ...]:
    above = token.head
    if not is_verbal(above):
        return surface_subjects(above) if is_predicate(above) else _noun_of(token)
    if is_passive(above) or token.dep_ == "advcl":
        return surface_subjects(above)
    people = _children(above, labels.OBJECT | labels.INDIRECT)
    marked = [t for name, t in _prepositions(above) if name in {"on", "to", "for"} and t.i < token.i and not people]
    return tuple(people or marked or surface_subjects(above))


def _noun_of(token: Token) -> tuple[Token, ...]:
    """The subject of a clause inside a noun phrase: its noun, or whose noun it is ("their decision to leave")."""
    noun = sharing.described_noun(token)
    if not is_infinitive(token):
        first = token.left_edge
        set_off = token.tag_ == "VBG" and "," in {first.text, first.doc[first.i - 1].text}
        main = clause_of(noun) if set_off else noun  # "Ruiz passed the bank, throwing stones"
        return (surface_subjects(main) if main.i < noun.i else ()) or (noun,)
    verb = noun.head
    if is_verbal(verb) and noun.dep_ in labels.OBLIQUE | labels.OBJECT and is_passive(verb):
        return surface_subjects(verb)
    owners = _children(noun, labels.POSSESSOR)
    return tuple(owners or (surface_subjects(verb) if is_verbal(verb) and noun.dep_ in labels.OBJECT else ()))


def _prepositions(token: Token) -> Iterator[Function]:
    yield from beside.phrases_behind(token)
    for child in token.children:
        if child.dep_ in labels.OBLIQUE and own_case(child) and not beside.is_of_another(child, token):
            yield own_case(child), antecedent(child)
        elif child.dep_ in labels.OBLIQUE_CLEAR and child.pos_ in {"ADP", "SCONJ", "PART"}:
            yield from ((child.lower_, antecedent(c)) for c in child.children if c.dep_ in {"pobj", "pcomp"})


def _hyphenated(token: Token) -> Iterator[Function]:
    """The first part of a compound participle: "Norwegian" of "Norwegian-led"."""
    doc, i = token.doc, token.i
    if i >= 2 and doc[i - 1].text in {"-", "‑", "–"} and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        yield "compound", doc[i - 2]
    yield from (("compound", c) for c in token.lefts if c.dep_ in labels.COMPOUND and c.i != i - 2)


def _borrowed(token: Token) -> Iterator[Function]:
    """Prepositional phrases that a parser hangs on the object and that may be the verb's ("sent troops to Oslo")."""
    for child in token.children:
        if child.dep_ in labels.OBJECT:
            yield from ((name, t) for name, t in _prepositions(child) if name != "of")


def _modifiers(token: Token) -> Iterator[Function]:
    shared = token.dep_ == "conj" and token.pos_ == "NOUN" and not _is_determined(token)
    if shared:  # "his wife and son", but not "Burma's rulers, and Suu Kyi"
        yield from (("possessor", c) for c in token.head.children if c.dep_ in labels.POSSESSOR)
    yield from (("possessor", owner) for owner in beside.owner_before(token))
    yield from (("adjective", demonym) for demonym in beside.demonym_before(token))
    above = {a.i for a in token.ancestors}
    for child in token.children:
        if above & set(range(child.i, token.i)):
            continue  # what stands before the word that this noun itself belongs to modifies another
        if child.dep_ in labels.POSSESSOR:
            yield "possessor", antecedent(beside.whose(child))
        elif child.dep_ in labels.ADJECTIVE | labels.COMPOUND or _is_bare_noun(child):
            adjective = child.ent_type_ == "NORP" or (child.dep_ in labels.ADJECTIVE and not _is_named(child))
            yield ("adjective" if adjective else "compound"), child


def _is_bare_body(token: Token) -> bool:
    """Whether a body's bare name is an object: "criticised Acme at the fair" is where it was done, not whose it is."""
    return token.ent_type_ == "ORG" and token.dep_ in labels.OBJECT and not _is_determined(token)


def _lent(token: Token) -> Iterator[Function]:
    """What another word has for this one too: "president and director of Acme", "President Silva of Peru"."""
    for part in (t for name in beside.titled(token) for t in name_span(name)):
        yield from _prepositions(part)
    if token.dep_ == "conj" and token.head.pos_ == "NOUN" and not (_is_determined(token) or any(_prepositions(token))):
        yield from ((name, t) for name, t in _prepositions(token.head) if t.i > token.i)  # "the founder and head of"
    second = next((c for c in token.rights if c.dep_ == "conj" and c.pos_ == "NOUN"), None)
    if second is not None and not _is_determined(second) and not any(_prepositions(token)):
        yield from _prepositions(second)


def _is_bare_noun(token: Token) -> bool:
    return token.dep_ in {"nmod", "nmod:unmarked", "obl:npmod"} and not own_case(token)


def _is_named(token: Token) -> bool:
    return token.ent_type_ in {"PERSON", "ORG", "GPE"}


def _called(token: Token) -> Iterator[Function]:
    """The name that "of" gives a single thing: "the city of X"; "of" may as well say whose or which part."""
    named = any(c.dep_ in labels.COMPOUND and is_name(c) for c in token.lefts)
    if token.tag_ in {"NN", "NNP"} and not named:
        yield from (("called", t) for name, t in _prepositions(token) if name == "of" and is_name(t))


def _nominal_subjects(token: Token) -> Iterator[Function]:
    """The subject of a copula, or of the light verb whose object the noun is."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        yield from (("subject", t) for t in surface_subjects(token) if is_predicate(token))
        return
    verb = token.head
    affected = token.dep_ in labels.OBJECT | {"nsubj:pass", "nsubjpass"} or token in _bare_objects(verb)
    object_ = affected and verb.lemma_.lower() in labels.LIGHT
    seated = token.dep_ in labels.OBLIQUE and verb.lemma_.lower() in labels.SEATED
    taken_over = token.dep_ in labels.OBLIQUE and own_case(token) == "over" and verb.lemma_.lower() in labels.LIGHT
    if not (object_ or seated or taken_over):
        return
    yield from (("subject", t) for name, t in _arguments(verb) if name == "subject" and t.i != token.i)
    yield from (("indirect-object", t) for name, t in _arguments(verb) if name == "indirect-object")
    if object_:
        yield from _prepositions(verb)


def _heads(token: Token) -> Iterator[Token]:
    if token.pos_ == "ADJ" and token.dep_ in {"amod", "advmod"} and token.head.i < token.i:
        yield from (t for t in [token.nbor(-1)] if t.pos_ in {"NOUN", "PROPN"})  # "the village closest to X"
    elif token.dep_ in labels.ATTRIBUTIVE | labels.COMPOUND:
        yield token.head
        yield from beside.body_before(token)
    elif token.dep_ == "conj" and token.tag_ == "VBN" and token.head.dep_ in {"acl", "acl:relcl"}:
        yield token.head.head  # "a bank founded in Oslo and based in Rome"


def _appositions(token: Token) -> Iterator[Token]:
    if token.dep_ in labels.APPOSITION and not beside.is_whose(token):
        yield beside.nearest_body(token, token.head)
    todo = [token]
    for noun in todo:
        yield from (c for c in noun.rights if c.dep_ in labels.APPOSITION or beside.is_set_off(c))
        onward = (c for c in noun.rights if c.dep_ in {"nmod", "conj", "pobj", "prep"} and len(todo) < 8)
        todo += [c for c in onward if c.dep_ != "conj" or not _is_determined(c)]


def _said_of(token: Token) -> Iterator[Token]:
    if any(c.dep_ in labels.COPULA for c in token.children):
        yield from surface_subjects(token)
    verb = sharing.told_by(token)
    if token.dep_ in labels.PREDICATIVE | {"xcomp"} and not is_verbal(token) and is_verbal(verb):
        yield from _affected(verb)
    if token.dep_ in labels.OBLIQUE and own_case(token) == "as" and is_verbal(verb):
        own = verb.lemma_.lower() in labels.CAREER and not any(is_name(t) for t in _objects(verb))
        taken_over = [t for name, t in _arguments(verb) if name == "subject" and verb.lemma_ in labels.SUCCEEDING]
        yield from taken_over or (surface_subjects(verb) if token.i < verb.i or own else _affected(verb))
    if token.dep_ == "pobj" and verb.lower_ == "as" and is_verbal(verb.head):
        yield from _affected(verb.head)


def _affected(verb: Token) -> tuple[Token, ...]:
    """The logical object of a verb, or its subject: who is made, or becomes, what the complement says."""
    arguments = tuple(_arguments(verb))
    objects = tuple(t for name, t in arguments if name == "object")
    return objects or tuple(t for name, t in arguments if name == "subject")


def _outgoing(token: Token) -> list[Token]:
    """Who held the office that another takes over: "succeeded X as director"."""
    taken_over = own_case(token) == "as" and token.head.lemma_ in labels.SUCCEEDING and is_verbal(token.head)
    return [t for name, t in _arguments(token.head) if name == "object"] if taken_over else []


def _children(token: Token, labels: Iterable[str]) -> list[Token]:
    return [t for c in token.children if c.dep_ in labels for t in expand(antecedent(c))]
