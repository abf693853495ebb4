"""A description in, the name right beside it out, told by the words' places alone where a parser errs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import labels
from kgraph.extraction.phrases import case_words, is_name, name_span, noun_phrase, own_case

PLACES = frozenset({"GPE", "LOC"})
NESTED = {
    "in": PLACES,
    "near": PLACES,
    "outside": PLACES,
    "at": frozenset({"ORG"}),
}  # preposition → the label of two names one of which is in the other
LISTING = frozenset({",", "and", "or", ";"})
BRACKETS = frozenset({"(", ")"})
HIS = frozenset({"his", "her"})
CONJUNCTIONS = frozenset({"and", "or", "&"})


def beside_names(token: Token) -> Iterator[Token]:
    """The name that stands right beside a description, wherever a parser has hung the two.

    "Poet X", "the poet, X,", "X, a poet,": told by the words' places alone.
    """
    if token.tag_ not in {"NN", "NNP"}:
        return
    doc, phrase = token.doc, _with_name(noun_phrase(token))
    if phrase.end < len(doc) and phrase.end - 1 == token.i and _starts_name(doc[phrase.end], {"PERSON"}):
        yield doc[phrase.end]
    if _follows_name(token, phrase):
        yield doc[phrase.start - 2]
    definite = any(c.lower_ == "the" or c.dep_ in labels.POSSESSOR for c in token.lefts)
    if definite and not case_words(token) and _before_name(phrase):
        yield doc[phrase.end + 1]


def place_after(token: Token) -> Iterator[Token]:
    """The place that a comma puts right after the name of another: "Aleppo, Syria"; not the next of a list."""
    if token.ent_type_ != "GPE":
        return
    doc, name = token.doc, name_span(token)
    end = name.end
    if end + 1 >= len(doc) or doc[end].text != "," or not _starts_name(doc[end + 1], PLACES):
        return
    second = name_span(doc[end + 1])
    root = second.root  # "Like Aleppo, Damascus grew": the second is what the sentence is about
    if root.dep_ in labels.SUBJECT and not (root.is_ancestor(token) or token.is_ancestor(root)):
        return
    listed = name.start > 1 and doc[name.start - 1].text in LISTING and is_name(doc[name.start - 2])
    following = doc[second.end : second.end + 2]
    goes_on = any(t.text in CONJUNCTIONS for t in following) or (
        len(following) == 2 and following[0].text == "," and following[1].ent_type_ in PLACES
    )
    if not (listed or (goes_on and not _is_third(doc, second.end))):
        yield second.root


def owner_before(token: Token) -> Iterator[Token]:
    """The name with "'s" right before a noun phrase that a parser has not hung under it: "Berg's son, X,"."""
    start = noun_phrase(token).start
    while start > token.sent.start and "nummod" in (token.doc[start - 1].dep_, token.doc[start - 1].head.dep_):
        start -= 1  # "Berg's ten years": a time is no part of the phrase
    ending = token.doc[start - 1] if start > token.sent.start else None
    if ending is None or ending.tag_ != "POS" or token.head.i == ending.head.i:
        return
    if ending.head.head.i == token.i:  # hung there, but as its subject: "Almaty (Kenya's biggest port)"
        yield from (owner for owner in (ending.head,) if owner.dep_ in labels.SUBJECT)
        return
    above = (
        token.head.head if token.dep_ in labels.TITLE and token.head.i > token.i else token.head
    )  # "X's President Y"
    if ending.head.dep_ in labels.SUBJECT and ending.head.head.i == above.i:
        yield ending.head


def in_brackets(token: Token) -> Iterator[Token]:
    """What the bracket right behind a name holds: "Aquila (2003)", "the lynx (Lynx lynx)"."""
    if not token.ent_type_:
        return
    doc, end = token.doc, name_span(token).end
    end += end < len(doc) and doc[end].text in {'"', "”", "''", "’"}
    if end + 1 < len(doc) and doc[end].text == "(":
        yield name_span(doc[end + 1]).root if doc[end + 1].ent_type_ not in {"", "DATE"} else doc[end + 1]


def demonym_before(token: Token) -> Iterator[Token]:
    """The demonym right before a noun that a parser hangs on a word beyond it: "the (Thai) director"."""
    i = token.i - 1
    while i > token.sent.start and token.doc[i].text in BRACKETS:
        i -= 1
    adjective = token.doc[max(i, token.sent.start)]
    if adjective.ent_type_ != "NORP" or adjective.pos_ != "ADJ" or _is_premodifier(token):
        return
    if adjective.head.i > token.i and adjective.head.i != token.head.i:
        yield adjective


def _is_premodifier(token: Token) -> bool:
    """Whether a noun only goes before another; the first of an office of two words is the office's own ("general")."""
    return token.dep_ in labels.PREMODIFIER and not (token.dep_ in labels.COMPOUND and token.head.i == token.i + 1)


def bearer(title: Token) -> Token | None:
    """The person whose name follows a title at once: "Green Party candidate Ana Ruiz", and nobody else's."""
    doc, i = title.doc, title.i + 1
    follows = i < title.sent.end and title.tag_ in {"NN", "NNP"} and _starts_name(doc[i], {"PERSON"})
    return name_span(doc[i]).root if follows and not title.ent_type_ else None


def titled(token: Token) -> Iterator[Token]:
    """The name that a title stands before, whichever of the two the parser takes for the head."""
    if token.dep_ in labels.TITLE and token.head.i > token.i and token.head.pos_ == "PROPN":
        yield token.head
    yield from (c for c in token.rights if c.dep_ in labels.NAME_PART and c.pos_ == "PROPN")
    behind = [r for r in token.rights if r.dep_ == "nmod"]
    yield from (r for r in behind if is_name(r) and not own_case(r))  # "the capital, Oslo", hung as what has no case
    parts = (c for r in behind for c in r.rights if c.dep_ in labels.NAME_PART)
    yield from (c for c in parts if c.ent_iob_ == "B")  # "the minister of Italy Ana Ruiz", not "the son of Ana Ruiz"


def name_before(pronoun: Token) -> Token:
    """The name that "whose" stands right behind, where no clause hangs on it: "Ana Holm, whose brother, Ali, is"."""
    i = pronoun.i - 1 - (pronoun.nbor(-1).text == "," if pronoun.i else 0)
    named = pronoun.lower_ == "whose" and i >= pronoun.sent.start and is_name(pronoun.doc[i])
    return name_span(pronoun.doc[i]).root if named else pronoun


def is_of_another(phrase: Token, name: Token) -> bool:
    """Whether a phrase behind a person's name is that of another person named between: "Ali Holm and Ana of Acme"."""
    between = name.doc[name_span(name).end : phrase.left_edge.i] if name.ent_type_ == "PERSON" else ()
    return any(t.ent_type_ == "PERSON" and t.dep_ == "conj" for t in between)


def is_set_off(name: Token) -> bool:
    """Whether a person's name of which a parser knows no more stands between commas: "a spokesman, Col. Ali Holm,"."""
    if name.dep_ != "dep" or name.ent_type_ != "PERSON" or name.right_edge.i + 1 >= len(name.doc):
        return False
    opened = "," in {name.left_edge.text, name.left_edge.nbor(-1).text}
    return opened and name.right_edge.nbor().text in {",", "."}


def is_whose(noun: Token) -> bool:
    """Whether a noun is that of "whose", and so another's: "Ana Holm, whose brother"."""
    return any(c.lower_ == "whose" for c in noun.lefts)


def owned_by_whose(noun: Token, predicate: Token) -> Token:
    """Of whom a relative clause tells: of "whose brother" (or his name) where a parser hangs him beside the noun."""
    own = (c for c in noun.rights if c.dep_ in labels.APPOSITION and c.i < predicate.i and is_whose(c))
    other = next(own, None)
    if other is None:
        return noun
    return next((c for c in other.rights if c.dep_ in labels.APPOSITION and is_name(c)), other)


def whose(owner: Token) -> Token:
    """Whom a possessive pronoun speaks of where "and" joins its noun to a person: "Holm and his wife, Ana"."""
    first = owner.head
    while first.dep_ == "conj":
        first = first.head
    joined = owner.lower_ in HIS and first.i < owner.head.i and first.ent_type_ == "PERSON"
    return first if joined else owner


def nearest_body(token: Token, head: Token) -> Token:
    """Of two bodies, or two persons that "and" joins, the one right before an apposition.

    "The Institute at Acme, a university"; "Holm and Ruiz, the director,".
    """
    start = noun_phrase(token).start
    if start < 2 or token.doc[start - 1].text not in labels.PAUSES or start - 2 < token.sent.start:
        return head
    before = name_span(token.doc[start - 2]).root
    joined = before.ent_type_ == "PERSON" and before.dep_ == "conj" and token.tag_ in {"NN", "NNP"}
    alike = head.ent_type_ == before.ent_type_ and (before.ent_type_ == "ORG" or joined)
    return before if alike and head.is_ancestor(before) else head


def body_before(participle: Token) -> Iterator[Token]:
    """The body right before a participle that a pause sets off: "the head of Acme, based in Oslo"."""
    doc, i = participle.doc, participle.i
    if participle.tag_ == "VBN" and i - 2 >= participle.sent.start and doc[i - 1].text == ",":
        yield from (t for t in [name_span(doc[i - 2]).root] if doc[i - 2].ent_type_ == "ORG")


def name_before_copula(token: Token) -> Iterator[Token]:
    """The name right before the copula or "was" of a main predicate, where a parser gives the predicate no subject."""
    copula = next((c for c in token.lefts if c.dep_ in labels.COPULA | labels.PASSIVE), None)
    if copula is None or token.head.i != token.i or copula.i == token.sent.start:
        return
    last = token.doc[copula.i - 1]
    last = last.nbor(-1) if last.tag_ == "''" and last.i > token.sent.start else last
    before = name_span(last)
    beyond = before.root.head.i > token.i  # hung on a noun behind the verb, across it
    if is_name(before.root) and last.i + 1 == before.end and (beyond or before.start - token.sent.start <= 1):
        yield before.root


def phrases_behind(token: Token) -> Iterator[tuple[str, Token]]:
    """The phrases that are a word's by their place, wherever a parser hangs them.

    "The head of Acme, a bank": what "of" right behind a noun holds. "Born 2 May 1950 in Lyon, she was …": a name after
    a preposition behind a verb and its date, which a parser hangs on a word beyond a pause.
    """
    yield from ((own_case(c), c) for c in token.head.children if c.i > token.i and noun_before(c) == token)
    doc, i, end = token.doc, token.i + 1, token.sent.end
    while i < end and doc[i].ent_type_ == "DATE" and token.pos_ == "VERB":
        i += 1
    after = doc[i] if i < end else token
    if after.dep_ != "case" or after.head.i <= after.i or not is_name(after.head) or is_name(token):
        return
    above = after.head.head
    if above.i in {token.i, after.head.i} or (token.pos_ == "NOUN") != (after.lower_ == "of"):
        return
    if token.pos_ == "NOUN" or (token.pos_ == "VERB" and _is_beyond(after.head, above)):
        yield after.lower_, after.head


def _is_beyond(name: Token, above: Token) -> bool:
    """Whether a name hangs on a word behind it from which a pause parts it."""
    return above.i > name.i and any(t.text in labels.PAUSES | {")"} for t in name.doc[name.i + 1 : above.i])


def one_of(noun: Token) -> Token:
    """The "one" that a noun in the plural tells the kind of ("one of the founders of Acme"), else the noun itself."""
    one = noun.head
    return one if one.lower_ == "one" and noun.tag_ == "NNS" and own_case(noun) == "of" and one.i < noun.i else noun


def noun_before(token: Token) -> Token | None:
    """The noun that a phrase with a preposition belongs to by its place, where a parser hangs both on the same head.

    "since its founding in 1999", "the League, the successor to the Union,".
    """
    nested = _is_nested(token)
    start = next((t for t in token.subtree if not (nested and t.is_punct)), token)
    if token.dep_ not in labels.OBLIQUE or start.dep_ != "case" or start.head.i != token.i:
        return None
    kinds = {"NOUN", "PROPN"} if nested else {"NOUN"}
    nouns = (c for c in token.head.children if c.pos_ in kinds and c.i < start.i)
    last = token.left_edge.i - 1
    nouns = (c for c in nouns if any(t.i == last for t in c.subtree))
    return next((noun for noun in nouns if _takes_phrase(noun, token)), None)


def _takes_phrase(noun: Token, phrase: Token) -> bool:
    """Whether a noun takes the phrase behind it: before its verb, as an apposition, or as a happening with an owner."""
    if _is_nested(phrase):
        return True
    if noun.dep_ in labels.SUBJECT:
        return phrase.i < noun.head.i
    owned = any(c.dep_ in labels.POSSESSOR for c in noun.lefts)
    happening = owned and noun.dep_ in labels.OBLIQUE and own_case(noun) in labels.TEMPORAL
    return happening or noun.dep_ in labels.APPOSITION


def _is_nested(phrase: Token) -> bool:
    """Whether it says where the name right before it is: "in Lyon in France", "at the Law School at Yale"."""
    kinds = NESTED.get(own_case(phrase))
    last = phrase.doc[max(phrase.left_edge.i - 1, 0)]
    return kinds is not None and phrase.ent_type_ in kinds and last.ent_type_ in kinds


def letter_after(name: Span) -> Token | None:
    """The single letter that opens the bracket after a name: "X (R-Fla.)", "X (D)", "X, R-Ky.,"."""
    doc, start = name.doc, name.end
    if start + 2 >= len(doc) or doc[start].text not in {"(", ","} or len(doc[start + 1]) != 1:
        return None
    after = {")", "-", "–"} if doc[start].text == "(" else {"-", "–"}
    return doc[start + 1] if doc[start + 2].text in after else None


def _is_third(doc: Doc, end: int) -> bool:
    """Whether the list goes on with one more place and then closes: "Ames, Iowa, United States."."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    third = name_span(doc[end + 1])
    return third.end >= len(doc) or doc[third.end].text in {".", ")", ";"}


def _follows_name(token: Token, phrase: Span) -> bool:
    doc, start = token.doc, phrase.start
    if start < 2 or doc[start - 1].text not in labels.PAUSES or not is_name(doc[start - 2]):
        return False
    if any(c.dep_ == "cc" for c in token.children) or start - 2 < token.sent.start:
        return False
    return token.dep_ in labels.LOOSE or (token.dep_ in labels.SUBJECT and _is_closed(phrase))


def _with_name(phrase: Span) -> Span:
    """The phrase with the name that its last noun stands right before: "the head of the broadcaster Acme"."""
    doc, end = phrase.doc, phrase.end
    if end >= phrase.sent.end or not is_name(doc[end]) or doc[end].ent_iob_ != "B" or doc[end].ent_type_ == "PERSON":
        return phrase
    name = name_span(doc[end])
    return doc[phrase.start : name.end] if doc[end - 1].pos_ == "NOUN" and end - 1 > phrase.root.i else phrase


def _before_name(phrase: Span) -> bool:
    doc, end = phrase.doc, phrase.end
    if end + 1 >= phrase.sent.end or doc[end].text not in labels.PAUSES or not _starts_name(doc[end + 1], {"PERSON"}):
        return False
    return _is_closed(name_span(doc[end + 1]))


def _starts_name(token: Token, kinds: Collection[str]) -> bool:
    return token.ent_type_ in kinds and token.ent_iob_ == "B"


def _is_closed(span: Span) -> bool:
    """Whether a pause or the sentence's end follows."""
    return span.end >= span.sent.end or span.doc[span.end].text in labels.PAUSES | {")", "."}
