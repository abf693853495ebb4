"""A dependency parse in, grammar in a reader's terms out; with `labels`, all that knows dependency labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import labels
from kgraph.extraction.phrases import name_span, noun_phrase, sentence, subtree, trimmed

__all__ = [
    "Function",
    "antecedent",
    "auxiliaries",
    "case_words",
    "clause_of",
    "expand",
    "fillers",
    "functions",
    "governors",
    "holders",
    "is_negated",
    "is_passive",
    "is_predicate",
    "is_verbal",
    "lemma",
    "name_span",
    "named_by",
    "noun_phrase",
    "predication",
    "sentence",
    "subtree",
    "surface_subjects",
    "trimmed",
]  # fmt: skip

Function = tuple[str, Token]


def functions(token: Token) -> tuple[Function, ...]:
    """Who stands to a verb, noun, adjective or participle in which logical function, nearest first.

    Names: subject, object, indirect-object (passives turned round, control, relative clauses and shared conjuncts
    resolved), complement ("became president"), possessor, adjective, compound, holder (whom an apposition, a title, a
    copula or "as" gives the noun to), head (the noun a modifier belongs to), clause, adverb, adverbial (a bare time or
    measure) and every preposition by its word ("to", "according to"). Conjuncts are expanded.
    """
    found = [*_prepositions(token)]
    if is_verbal(token):
        found = [*_arguments(token), *_hyphenated(token), *found, *_borrowed(token)]
    else:
        found = [*_modifiers(token), *found, *_nominal_subjects(token)]
    found += [("holder", t) for t in holders(token)] if token.pos_ in {"NOUN", "PROPN", "ADJ"} else []
    found += [("head", noun) for noun in _heads(token)]
    found += [("clause", c) for c in token.children if c.dep_ in labels.CLAUSE and is_verbal(c)]
    found += [("adverb", c) for c in token.children if c.dep_ == "advmod"]
    found += [("adverbial", c) for c in token.children if c.dep_ in labels.BARE and not _case(c)]
    return tuple(dict.fromkeys((name, t) for name, first in found for t in _conjuncts(name, first, token)))


def fillers(token: Token, function: str) -> tuple[Token, ...]:
    """The tokens in one function of a token: fillers(sent, "object")."""
    return tuple(t for name, t in functions(token) if name == function)


def is_verbal(token: Token) -> bool:
    """Whether the token heads a verb phrase (participles used as modifiers included)."""
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in labels.AUXILIARY


def is_modifier(token: Token) -> bool:
    """Whether the word only modifies a noun to its right: compound, title, adjective or determiner."""
    return token.dep_ in labels.COMPOUND | labels.ADJECTIVE | {"det"}


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a noun or adjective with a copula."""
    return (is_verbal(token) and token.dep_ != "amod") or any(c.dep_ in labels.COPULA for c in token.children)


def is_passive(token: Token) -> bool:
    """Whether the verb form is passive, reduced relatives ("troops sent by") and shared auxiliaries included."""
    if any(c.dep_ in labels.PASSIVE for c in token.children):
        return True
    if token.tag_ != "VBN" or any(c.dep_ == "aux" for c in token.children):
        return False
    if token.dep_ == "conj" and is_verbal(token.head):
        return is_passive(token.head)
    if any(c.dep_ in labels.SUBJECT for c in token.children):
        return _is_parenthesis(token)
    return token.dep_ not in {"ROOT", "ccomp"}


def is_negated(token: Token) -> bool:
    """Whether the word itself is denied: "not", "never", "neither … nor", "no" before it, or "without" doing it."""
    for child in token.children:
        if child.dep_ == "neg" or (
            child.lower_ in labels.NEGATORS and child.dep_ in {"advmod", "cc", "det", "cc:preconj"}
        ):
            return not _not_only(child)
        if child.lower_ in labels.NO and child.dep_ == "det":
            return True
        if child.dep_ in {"mark", "case"} and child.lower_ == "without":
            return True
    return any(a.lower_ in {"cannot", "can't", "won't"} for a in auxiliaries(token))


def auxiliaries(token: Token) -> tuple[Token, ...]:
    """The auxiliaries of a predicate, copula included; those of a first conjunct serve the ones after it."""
    own = tuple(c for c in token.children if c.dep_ in labels.AUXILIARY)
    if own or token.dep_ != "conj" or not is_predicate(token.head):
        return own
    return auxiliaries(token.head) if not any(c.dep_ in labels.SUBJECT for c in token.children) else ()


def lemma(token: Token) -> str:
    """The lemma in lower case, with its particle: "set up"."""
    particle = next((c.lower_ for c in token.children if c.dep_ in labels.PARTICLE), "")
    return f"{token.lemma_.lower()} {particle}".strip()


def clause_of(token: Token) -> Token:
    """The predicate of the clause that the token stands in (itself, if it is one)."""
    while not is_predicate(token) and token.head.i != token.i:
        token = token.head
    return token


def governors(token: Token) -> Iterator[Token]:
    """The predicates above a token, innermost first: what it is said, hoped, denied or done in order to."""
    while token.head.i != token.i:
        token = token.head
        if is_predicate(token):
            yield token


def expand(token: Token) -> tuple[Token, ...]:
    """A nominal with its conjuncts ("troops" and "police" of "troops and police"); a verb alone."""
    if is_verbal(token):
        return (token,)
    found = [token]
    for one in found:
        found += [c for c in one.rights if c.dep_ == "conj" and not is_predicate(c) and c not in found]
    return tuple(found)


def holders(token: Token) -> Iterator[Token]:
    """Whom a noun ("director", "capital") is said of: apposition, title, copula, "as", complement; nearest first."""
    yield from (t for t in _appositions(token) if t.i != token.i)
    yield from _titled(token)
    yield from _said_of(token)
    if token.dep_ == "conj" and not is_verbal(token.head) and token.head.pos_ == "NOUN":
        yield from holders(token.head)
    yield from _beside(token)


def predication(token: Token) -> Token | None:
    """The word whose truth decides whether a relation holds: a verb itself, a noun with a copula, or the verb above.

    None where the relation is only presupposed: titles, appositions, possessors and attributes.
    """
    if is_predicate(token):
        return token
    verb = token.head
    if is_verbal(verb) and (token.dep_ in labels.PREDICATIVE | {"xcomp"} or _case(token) == "as"):
        return verb
    if token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"}:
        return predication(token.head)
    return verb.head if token.dep_ == "pobj" and verb.lower_ == "as" else None


def named_by(token: Token) -> Iterator[Token]:
    """The names that a title or description stands right beside: "President X", "the president, X"."""
    yield from (c for c in token.rights if c.dep_ in labels.APPOSITION)
    if token.dep_ in labels.APPOSITION:
        yield token.head
    yield from _titled(token)
    yield from _beside(token)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.tag_ not in labels.RELATIVE_TAGS and token.morph.get("PronType", []) != ["Rel"]:
        return token
    above = next((a for a in token.ancestors if a.dep_ in labels.RELATIVE), None)
    return above.head if above is not None else token


def surface_subjects(token: Token) -> tuple[Token, ...]:
    """The grammatical subjects of a predicate, found through control, conjunction and relative clauses."""
    own = [antecedent(c) for c in token.children if c.dep_ in labels.SUBJECT]
    if own or token.head.i == token.i:
        return tuple(t for first in own for t in expand(first))
    above = token.head
    if token.dep_ == "conj":
        return surface_subjects(above) if is_predicate(above) or is_verbal(above) else ()
    if token.dep_ in labels.RELATIVE:
        return (above,)
    if token.dep_ in labels.ATTRIBUTIVE or (token.dep_ in labels.ADVERBIAL and above.pos_ in {"NOUN", "PROPN"}):
        return _noun_of(token)
    if token.dep_ == "xcomp" or (token.dep_ in {"ccomp", "advcl"} and _is_infinitive(token)):
        return _controller(token)
    return surface_subjects(above) if token.dep_ in labels.ADVERBIAL and is_predicate(above) else ()


def link(token: Token) -> str:
    """How a token hangs on its head: conjunct, relative, clause, adverbial, subject, object, oblique, modifier …"""
    return next((name for name, those in labels.LINKS if token.dep_ in those), "other")


def case_words(token: Token) -> str:
    """The preposition before a noun in lower case ("according to"), or nothing."""
    return _case(token) or (token.head.lower_ if token.dep_ == "pobj" else "")


def _is_parenthesis(token: Token) -> bool:
    """Whether a participle opens a phrase between commas or brackets, perhaps after an adverb: ", once called"."""
    before = [t for t in token.doc[max(token.i - 2, token.sent.start) : token.i] if t.pos_ != "ADV"]
    return bool(before) and before[-1].text in labels.PAUSES


def _conjuncts(name: str, first: Token, token: Token) -> tuple[Token, ...]:
    """The filler with its conjuncts; one "director" is said of one person only, "directors" of several."""
    single = name == "head" or (name == "holder" and token.tag_ not in {"NNS", "NNPS"})
    return (first,) if single else expand(first)


def _arguments(token: Token) -> Iterator[Function]:
    subjects, objects = surface_subjects(token), _objects(token)
    if not is_passive(token):
        yield from (("subject", t) for t in subjects)
        yield from (("object", t) for t in objects)
        yield from (("indirect-object", t) for t in _children(token, labels.INDIRECT))
        yield from (("indirect-object", c) for c in token.children if c.dep_ == "dative" and c.pos_ != "ADP")
    else:
        yield from (("subject", t) for name, t in _prepositions(token) if name == "by" and not _is_time(t))
        yield from (("indirect-object" if objects else "object", t) for t in subjects)
        yield from (("object", t) for t in objects)
    complements = (c for c in token.children if c.dep_ in labels.PREDICATIVE | {"xcomp"} and not is_verbal(c))
    yield from (("complement", c) for c in complements if c.pos_ in {"NOUN", "PROPN", "ADJ", "PRON"})


def _objects(token: Token) -> list[Token]:
    own = [antecedent(c) for c in token.children if c.dep_ in labels.OBJECT]
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
        return [token.head] if not _is_time(token.head) else []
    return []


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
    noun = token.head
    if not _is_infinitive(token):
        return (noun,)
    verb = noun.head
    if is_verbal(verb) and noun.dep_ in labels.OBLIQUE | labels.OBJECT and is_passive(verb):
        return surface_subjects(verb)
    owners = _children(noun, labels.POSSESSOR)
    return tuple(owners or (surface_subjects(verb) if is_verbal(verb) and noun.dep_ in labels.OBJECT else ()))


def _prepositions(token: Token) -> Iterator[Function]:
    for child in token.children:
        if child.dep_ in labels.OBLIQUE and _case(child):
            yield _case(child), antecedent(child)
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
    for child in token.children:
        if child.dep_ in labels.POSSESSOR:
            yield "possessor", child
        elif child.dep_ in labels.ADJECTIVE:
            yield ("compound" if child.ent_type_ in {"PERSON", "ORG", "GPE"} else "adjective"), child
        elif child.dep_ in labels.COMPOUND or (
            child.dep_ in {"nmod", "nmod:unmarked", "obl:npmod"} and not _case(child)
        ):
            yield "compound", child


def _nominal_subjects(token: Token) -> Iterator[Function]:
    """The subject of a copula, or of the light verb whose object the noun is."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        yield from (("subject", t) for t in surface_subjects(token) if is_predicate(token))
        return
    verb = token.head
    object_ = token.dep_ in labels.OBJECT | {"nsubj:pass", "nsubjpass"} and verb.lemma_.lower() in labels.LIGHT
    if not object_ and not (token.dep_ in labels.OBLIQUE and verb.lemma_.lower() in labels.SEATED):
        return
    yield from (("subject", t) for name, t in _arguments(verb) if name == "subject" and t.i != token.i)
    yield from (("indirect-object", t) for name, t in _arguments(verb) if name == "indirect-object")
    if object_:
        yield from _prepositions(verb)


def _heads(token: Token) -> Iterator[Token]:
    if token.dep_ in labels.ATTRIBUTIVE | labels.COMPOUND:
        yield token.head


def _appositions(token: Token) -> Iterator[Token]:
    if token.dep_ in labels.APPOSITION:
        yield token.head
    todo = [token]
    for noun in todo:
        yield from (c for c in noun.rights if c.dep_ in labels.APPOSITION)
        todo += [c for c in noun.rights if c.dep_ in {"nmod", "conj", "pobj", "prep"} and len(todo) < 8]


def _titled(token: Token) -> Iterator[Token]:
    """The name that a title stands before, whichever of the two the parser takes for the head."""
    if token.dep_ in labels.TITLE and token.head.i > token.i and token.head.pos_ == "PROPN":
        yield token.head
    yield from (c for c in token.rights if c.dep_ in labels.NAME_PART and c.pos_ == "PROPN")
    yield from (
        c for r in token.rights for c in r.children if r.dep_ == "nmod" and c.dep_ in labels.NAME_PART and c.i > token.i
    )


def _said_of(token: Token) -> Iterator[Token]:
    if any(c.dep_ in labels.COPULA for c in token.children):
        yield from surface_subjects(token)
    verb = token.head
    if token.dep_ in labels.PREDICATIVE | {"xcomp"} and not is_verbal(token) and is_verbal(verb):
        yield from _affected(verb)
    if token.dep_ in labels.OBLIQUE and _case(token) == "as" and is_verbal(verb):
        yield from _affected(verb)
    if token.dep_ == "pobj" and verb.lower_ == "as" and is_verbal(verb.head):
        yield from _affected(verb.head)


def _affected(verb: Token) -> tuple[Token, ...]:
    """The logical object of a verb, or its subject: who is made, or becomes, what the complement says."""
    arguments = tuple(_arguments(verb))
    objects = tuple(t for name, t in arguments if name == "object")
    return objects or tuple(t for name, t in arguments if name == "subject")


def _beside(token: Token) -> Iterator[Token]:
    """The name that stands right beside a description, wherever a parser has hung the two.

    "Poet X", "the poet, X,", "X, a poet,": told by the words' places alone.
    """
    if token.tag_ not in {"NN", "NNP"}:
        return
    doc, phrase = token.doc, noun_phrase(token)
    if phrase.end < len(doc) and phrase.end - 1 == token.i and _starts_name(doc[phrase.end], {"PERSON"}):
        yield doc[phrase.end]
    if _follows_name(token, phrase):
        yield doc[phrase.start - 2]
    definite = any(c.lower_ == "the" or c.dep_ in labels.POSSESSOR for c in token.lefts)
    if definite and not case_words(token) and _before_name(phrase):
        yield doc[phrase.end + 1]


def _follows_name(token: Token, phrase: Span) -> bool:
    doc, start = token.doc, phrase.start
    if start < 2 or doc[start - 1].text not in labels.PAUSES or not doc[start - 2].ent_type_:
        return False
    if any(c.dep_ == "cc" for c in token.children) or start - 2 < token.sent.start:
        return False
    return token.dep_ in labels.LOOSE or (token.dep_ in labels.SUBJECT and _is_closed(phrase))


def _before_name(phrase: Span) -> bool:
    doc, end = phrase.doc, phrase.end
    if end + 1 >= phrase.sent.end or doc[end].text not in labels.PAUSES or not _starts_name(doc[end + 1], {"PERSON"}):
        return False
    return _is_closed(name_span(doc[end + 1]))


def _starts_name(token: Token, kinds: set[str]) -> bool:
    return token.ent_type_ in kinds and token.ent_iob_ == "B"


def _is_closed(span: Span) -> bool:
    """Whether a pause or the sentence's end follows."""
    return span.end >= span.sent.end or span.doc[span.end].text in labels.PAUSES | {")", "."}


def _children(token: Token, labels: Iterable[str]) -> list[Token]:
    return [t for c in token.children if c.dep_ in labels for t in expand(antecedent(c))]


def _case(token: Token) -> str:
    words = [c for c in token.children if c.dep_ == "case" and c.tag_ != "POS" and c.i < token.i]
    whole = sorted({t.i: t for w in words for t in (w, *(f for f in w.children if f.dep_ == "fixed"))}.items())
    return " ".join(t.lower_ for _, t in whole)


def _is_infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in token.children)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or (token.like_num and len(token.text) == 4)


def _not_only(token: Token) -> bool:
    following: Doc = token.doc
    return token.i + 1 < len(following) and following[token.i + 1].lower_ in {"only", "just", "merely"}
