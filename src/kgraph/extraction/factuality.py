"""An event word in, out whether the text says that it is so: negation, modals, hedges and the words it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.verdicts import is_refuted, is_rejected, is_story_discredited
from kgraph.model import Factuality
from kgraph.schema import Schema

Mark = tuple[str, str]
Words = Mapping[str, tuple[str, ...]]
VALUES: tuple[Factuality, ...] = get_args(Factuality)
# What outweighs what when several words speak; a mark "asserted" only lets the event pass for what stands above it.
WEIGHT: tuple[Factuality, ...] = ("negative", "underspecified", "possible", "future", "probable")
HEDGING = frozenset({"possible", "probable"})
QUOTES = frozenset("\"'‘’“”«»")
NOMINAL = frozenset({"subject", "object", "oblique"})


def factuality(token: Token, schema: Schema) -> tuple[Factuality, str]:
    """How the text stands to an event ("" where it asserts it) and the hedging words ("may", "almost certainly").

    Climbs from the event word over the words that govern it as far as what they say bears on it: "was not able to
    send", "denied plans for an attack", "there is no evidence of fighting". Whose word it is, is not asked here.
    """
    marks = [*_marks(token, schema.words["factuality"])]
    said = [value for value, _ in marks]
    hedge = " ".join(dict.fromkeys(text for value, text in marks if value in HEDGING and text))
    if said.count("negative") > 1:  # "did not deny the attack": neither a fact nor its denial
        return "underspecified", hedge
    if not set(said) & set(WEIGHT) and _is_doubted(token, schema.words["factuality"]):
        return "underspecified", hedge
    return next((value for value in WEIGHT if value in said), ""), hedge


def _marks(token: Token, words: Words) -> Iterator[Mark]:
    yield from _own(token, words)
    yield from _scare_quoted(token)
    node = token
    while node.head.i != node.i:
        above = node.head
        marks, goes_on = _step(node, above, words)
        yield from marks
        if not goes_on:
            return
        node = above
    if _is_asked(node, words):
        yield "underspecified", ""


def _step(node: Token, above: Token, words: Words) -> tuple[list[Mark], bool]:
    """The marks that a word gets from the one above it, and whether what stands higher still bears on it."""
    link = syntax.link(node)
    if link == "conjunct":
        return _shared(node, above), True
    cleft = link == "relative" and _is_cleft(above)
    rejected = is_rejected(node, words)
    if rejected or is_refuted(above, node, words):
        return [("negative", ""), *(_own(above, words, but=node) if rejected else ())], rejected
    if link in {"clause", "adverbial"}:
        return _over_clause(node, above, link, words)
    if link in NOMINAL:
        return _over_noun(node, above, link, words)
    if link == "modifier" and node.pos_ == "NOUN":
        marks = list(_named(above, "nouns", words))
        return ([*marks, *_own(above, words, but=node)], True) if marks else ([], False)
    return (list(_own(above, words)) if cleft else []), False


def _shared(node: Token, first: Token) -> list[Mark]:
    """What a second conjunct takes over from the first: "did not attack or even threaten"."""
    either = any(c.lower_ in {"or", "nor"} for c in node.children)
    return [("negative", "")] if either and syntax.is_negated(first) and not syntax.is_negated(node) else []


def _over_clause(node: Token, above: Token, link: str, words: Words) -> tuple[list[Mark], bool]:
    infinitive = _is_infinitive(node)
    if link == "adverbial" and set(_leading(node)) & set(words["possible_marks"]):
        return [], False  # "freed without a trial if convicted": what is denied above is not what it depends on
    # "two died, she told the court": what stands before such a verb is no order
    before = link == "clause" and not infinitive and node.i < above.i
    found = [m for m in _clause_operators(above, infinitive, words) if not (before and m[0] == "underspecified")]
    if link == "adverbial" and infinitive and not {_lemma(above), above.lower_} & set(words["taking_infinitives"]):
        found = [m for m in found if m[0] != "negative"]  # "blocked the road to demand": what for
    if link == "adverbial" and not infinitive and not set(_leading(node)) & set(words["gerund_cases"]):
        return [], False  # "left after invading", but "accused of invading"
    if link == "adverbial" and not infinitive and not found:
        return [], False
    if found or (link == "clause" and not syntax.is_verbal(above)):
        default = [("underspecified", "")] if infinitive and not found else []
        return [*found, *default, *_own(above, words, but=node)], bool(found or default)
    if infinitive:
        return [("underspecified", "")], False
    finite = any(t.morph.get("VerbForm", []) == ["Fin"] for t in (node, *syntax.auxiliaries(node)))
    return ([], False) if finite else (list(_own(above, words, but=node)), True)


def _clause_operators(above: Token, infinitive: bool, words: Words) -> Iterator[Mark]:
    if infinitive and syntax.is_passive(above) and _lemma(above) in words["probable_when_passive"]:
        yield "probable", f"{above.lower_} to"
    elif syntax.is_verbal(above):
        yield from _named(above, "over_clauses", words)
    elif syntax.is_predicate(above) and above.pos_ == "ADJ":
        yield from _named(above, "predicates", words)
    else:
        yield from _named(above, "nouns", words)


def _over_noun(node: Token, above: Token, link: str, words: Words) -> tuple[list[Mark], bool]:
    case = syntax.case_words(node)
    if not syntax.is_verbal(above) and link == "oblique":
        found = list(_named(above, "nouns", words)) if case in words["noun_cases"] else []
        passes = bool(found) or case == "of"
        return ([*found, *_own(above, words, but=node)] if found else []), passes
    keys = {f"{k} {case}".strip() for k in (_lemma(above), syntax.lemma(above))}
    found = [(value, above.lower_) for value in VALUES if value and keys & set(words.get(f"{value}_over_nouns", ()))]
    if case == "to" and not found:  # parsers take "threatened to strike" for a noun
        found = _named(above, "over_clauses", words)
    if found and link != "subject":
        return [*found, *_own(above, words, but=node)], True
    if link == "subject" and above.pos_ == "ADJ":
        return _named(above, "predicates", words), False
    if keys & set(words["light"]):
        return list(_own(above, words, but=node)), True
    return _reached(node, above, link, words), False


def _reached(node: Token, verb: Token, link: str, words: Words) -> list[Mark]:
    """The marks of a verb that reach into an argument that the text does not take for granted."""
    loose = {c.lower_ for c in node.children} & set(words["under_negation"])
    if loose and syntax.is_negated(verb):
        return [("negative", "")]
    if link == "subject" and not _is_definite(node):
        return [m for m in _own(verb, words) if m[0] in {"possible", "future"}]
    return []


def _own(token: Token, words: Words, *, but: Token | None = None) -> Iterator[Mark]:
    """The marks in a word's own phrase: negation, auxiliaries, adverbs, adjectives, conjunction, preposition.

    `but` is the argument that was climbed from: its "no" has been heard already.
    """
    yield from _denial(token, but, words)
    if _is_infinitive(token) and any(
        h.lemma_ == "be" and h.nbor().lower_ == "to" for h in syntax.auxiliaries(token)
    ):  # "are to meet on Monday"
        yield "future", ""
    for helper in syntax.auxiliaries(token):
        yield from ((value, helper.lower_) for value in VALUES if helper.lower_ in words.get(f"{value}_modals", ()))
    for child in token.children:
        for value in VALUES:
            grades = _grades(child, words) or (value == "negative" and token.pos_ == "NOUN" and child.i < token.i)
            if child.lower_ in words.get(f"{value}_adverbs", ()) and not grades:
                yield from _adverb(child, value, words)
            if child.lower_ in words.get(f"{value}_adjectives", ()) and child.i < token.i:
                yield value, child.lower_
    if syntax.link(token) == "oblique":  # "caused perhaps by a strike": the adverb before a phrase is about the phrase
        yield from (
            (value, word)
            for value in VALUES
            if value in HEDGING
            for word in _before(token)
            if word in words[f"{value}_adverbs"]
        )
    for mark in _leading(token):
        if not (mark in words.get("reached_marks", ()) and _is_told_of_the_past(token)):
            yield from ((value, mark) for value in VALUES if mark in words.get(f"{value}_marks", ()))


def _denial(token: Token, but: Token | None, words: Words) -> Iterator[Mark]:
    if _is_order(token):  # "Don't shoot!"
        yield "underspecified", ""
    elif _is_denied(token, but, words) and not _is_advised(token, words):
        yield "negative", ""


def _is_told_of_the_past(token: Token) -> bool:
    """Whether the verb that a phrase or clause goes with is in the past: "ruled until his death"."""
    verb = next((a for a in token.ancestors if syntax.is_verbal(a)), None)
    helpers = syntax.auxiliaries(verb) if verb is not None else ()
    return (
        verb is not None and "VBD" in {verb.tag_, *(h.tag_ for h in helpers)} and "MD" not in {h.tag_ for h in helpers}
    )


def _adverb(child: Token, value: str, words: Words) -> Iterator[Mark]:
    hedge = [c.lower_ for c in child.lefts if c.lower_ in words["hedges"]]
    if child.i and child.nbor(-1).lower_ in words["hedges"] and not hedge:
        hedge = [child.nbor(-1).lower_]
    if hedge or child.lower_ not in words["only_hedged"]:
        yield value, " ".join([*hedge, child.lower_])


def _grades(child: Token, words: Words) -> bool:
    """Whether "almost" belongs to the adverb after it."""
    return child.lower_ in words["hedges"] and child.nbor().pos_ == "ADV"


def _is_denied(token: Token, but: Token | None, words: Words) -> bool:
    if syntax.is_negated(token) or any(syntax.is_negated(c) for c in token.lefts if c.pos_ == "ADV"):
        return True
    if not syntax.is_predicate(token):
        return False
    arguments = [t for name, t in syntax.functions(token) if name in {"subject", "object"} and t.head.i == token.i]
    return any((t.lower_ in words["nobody"] or _has_no(t)) and t != but for t in arguments)


def _is_cleft(noun: Token) -> bool:
    """Whether a noun is set before its clause by "it is": "it was not Ruiz who paid"; but "it was not until May"."""
    it = any(c.lower_ in {"it", "this", "that"} and c.i < noun.i and c.pos_ == "PRON" for c in noun.children)
    return it and _is_definite(noun) and syntax.is_predicate(noun) and not syntax.case_words(noun)


def _is_advised(token: Token, words: Words) -> bool:
    """Whether somebody only says what should not be done: its modal says so, and nothing of whether it was."""
    return any(a.lower_ in words["underspecified_modals"] for a in syntax.auxiliaries(token))


def _is_order(token: Token) -> bool:
    """Whether somebody is told not to: "do not" with no subject, in a sentence of its own."""
    asked = token.tag_ == "VB" and any(a.lemma_ == "do" and a.i < token.i for a in syntax.auxiliaries(token))
    alone = token.head.i == token.i or syntax.link(token) in {"clause", "other"}
    return asked and alone and not _is_infinitive(token) and not syntax.surface_subjects(token)


def _has_no(token: Token) -> bool:
    return any(c.lower_ == "no" and c.i < token.i for c in token.children)


def _before(token: Token) -> list[str]:
    """The word right before a phrase."""
    start = token.left_edge.i
    return [token.doc[start - 1].lower_] if start > token.sent.start else []


def _leading(token: Token) -> list[str]:
    """The conjunction or preposition of a phrase, by itself and with the word after it ("in case of")."""
    first = [c for c in token.lefts if c.pos_ in {"SCONJ", "ADP", "ADV", "PART"} and c.lower_ != "to"]
    found = [" ".join(t.lower_ for t in (c, *c.rights)) for c in first] + [c.lower_ for c in first]
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i > token.sent.start else None
    return [*found, before.lower_] if before is not None and before.head.i == token.i else found


def _named(above: Token, kind: str, words: Words) -> list[Mark]:
    keys = {_lemma(above), syntax.lemma(above)}
    return [
        (value, above.lower_)
        for value in (*VALUES, "asserted")
        if value and keys & set(words.get(f"{value}_{kind}", ()))
    ]


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _is_infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.pos_ == "PART" and c.i < token.i for c in token.children)


def _is_definite(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or any(
        c.morph.get("Definite", []) == ["Def"] or c.morph.get("Poss", []) == ["Yes"] or c.tag_ in {"PRP$", "POS"}
        for child in noun.lefts
        for c in (child, *child.rights)
    )


def _scare_quoted(token: Token) -> Iterator[Mark]:
    doc, i = token.doc, token.i
    if 0 < i < len(doc) - 1 and doc[i - 1].text in QUOTES and doc[i + 1].text in QUOTES:
        yield "underspecified", ""


def _is_asked(root: Token, words: Words) -> bool:
    sentence = syntax.sentence(root)
    asked = any(t.text == "?" for t in sentence[-3:])
    return asked and not any(t.lower_ in words["presupposing"] for t in sentence[:3])


def _is_doubted(token: Token, words: Words) -> bool:
    """Whether an event is only part of a story that is called wrong, or of a picture that somebody draws.

    What such a story takes for granted stands all the same: "After riots had broken out, an army came".
    """
    if _is_taken_for_granted(token, words):
        return False
    return _is_pictured(token, words) or is_story_discredited(token, words)


def _is_taken_for_granted(token: Token, words: Words) -> bool:
    node = token
    while node.head.i != node.i:
        if syntax.link(node) == "relative" or set(_leading(node)) & set(words["granting_marks"]):
            return True
        node = node.head
    return False


def _is_pictured(token: Token, words: Words) -> bool:
    """Whether it is what a picture shows: "they paint a picture of rebels shelling the town"."""
    node = token
    while node.head.i != node.i:
        if syntax.link(node) == "adverbial":
            return False
        node = node.head
    drawn = {t.lemma_.lower() for name, t in syntax.functions(node) if name in {"subject", "object"}}
    return token.i > node.i and _lemma(node) in words["drawing"] and bool(drawn & set(words["pictures"]))
