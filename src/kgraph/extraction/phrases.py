"""A token or span in, the words that belong together out: names, noun phrases, sentences."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import labels

HYPHENS = frozenset({"-", "–", "‐", "‑"})
PLACED = frozenset({"GPE", "LOC", "ORG", "FAC"})
FIGURES = labels.TIMES | {"MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"}  # entities that no name stands for


def is_name(token: Token) -> bool:
    """Whether a token is part of a name, not of a date, an amount or a number."""
    return bool(token.ent_type_) and token.ent_type_ not in FIGURES


def sentence(token: Token) -> Span:
    """The sentence of a token without white space at its ends."""
    start, end = token.sent.start, token.sent.end
    while start < end - 1 and token.doc[start].is_space:
        start += 1
    while end > start + 1 and token.doc[end - 1].is_space:
        end -= 1
    return token.doc[start:end]


def name_span(token: Token) -> Span:
    """The name that a token is part of, without article, title or possessive 's."""
    inside = [e for e in token.doc.ents if e.start <= token.i < e.end]
    if inside:
        return trimmed(inside[0])
    start = end = token.i
    while start > token.sent.start and token.doc[start - 1].pos_ == "PROPN":
        start -= 1
    while end + 1 < token.sent.end and token.doc[end + 1].pos_ == "PROPN":
        end += 1
    return token.doc[start : end + 1]


def trimmed(span: Span) -> Span:
    """The span without determiners, possessive endings, punctuation and white space at its edges."""
    start, end = span.start, span.end
    if ":" in span.label_:  # a title keeps its article
        return span
    while start < end - 1 and (span.doc[start].pos_ in {"DET", "PUNCT", "SPACE"} or span.doc[start].is_space):
        start += 1
    while end > start + 1 and (_is_ending(span.doc[end - 1]) or span.doc[end - 1].is_space):
        end -= 1
    return Span(span.doc, start, end, label=span.label)


def noun_phrase(token: Token) -> Span:
    """The noun phrase that a noun heads, from the determiner to the end of its post-modifiers.

    Appositions, conjuncts, relative clauses and its own preposition are not part of it.
    """
    start = token.i
    for child in reversed(list(token.lefts)):
        modifier = child.dep_ in labels.PREMODIFIER or _is_hyphenated_on(child)
        if not modifier or _is_time(child) or _outside(child, token):
            break
        start = _left_edge(child)
    parts = (c for c in token.rights if c.dep_ in labels.NAME_PART | {"punct:hyph", "fixed"} or _is_hyphenated_to(c))
    end = max([token.i, *(_right_end(c) for c in parts)])
    for child in token.rights:
        if child.dep_ in labels.POSTMODIFIER and child.i > end and not _gap(token.doc, end, child.left_edge.i + 1):
            end = _right_end(child)
    while start < token.i and token.doc[start].pos_ in {"PUNCT", "SPACE", "CCONJ"}:
        start += 1
    while end > token.i and token.doc[end].pos_ in {"PUNCT", "SPACE", "CCONJ"}:
        end -= 1
    return token.doc[start : end + 1]


def _left_edge(token: Token) -> int:
    """Where the words under a token begin, without those that a parser hangs there from beyond another verb."""
    start: int = token.left_edge.i
    beyond = any(t.pos_ == "VERB" and not token.is_ancestor(t) for t in token.doc[start : token.i])
    return token.i if beyond else start


def subtree(token: Token) -> Span:
    """Everything that a token governs, as one span."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def _is_hyphenated_to(token: Token) -> bool:
    """Whether a word is the last part of what its head begins: "chief" of "editor-in-chief", however it hangs there."""
    between = token.doc[token.head.i : token.i]
    return 2 <= len(between) <= 5 and between[-1].text in HYPHENS and not any(t.whitespace_ for t in between)


def _is_hyphenated_on(token: Token) -> bool:
    """Whether a word only goes before the hyphen of a compound: "in" of "editor-in-chief"."""
    following = token.doc[token.i + 1 : token.i + 3]
    return len(following) == 2 and following[0].text in HYPHENS and not (token.whitespace_ or following[0].whitespace_)


def _takes_case(part: Token, name: Token) -> bool:
    inside = name.ent_iob_ == "I" and part.ent_type_ == name.ent_type_ and part.dep_ in labels.COMPOUND
    return part.dep_ in labels.DESCRIBING or (inside and part.i + 1 == name.i)


def _is_ending(token: Token) -> bool:
    return token.tag_ == "POS" or token.lower_ in {"'s", "’s"} or (token.is_punct and token.text not in {")", "."})


def _is_time(token: Token) -> bool:
    return any(t.ent_type_ in labels.TIMES for t in token.subtree)


def _outside(child: Token, noun: Token) -> bool:
    return child.dep_ == "advmod" and any(c.dep_ in labels.COPULA for c in noun.children)


def _right_end(token: Token) -> int:
    ends = [token.i]
    for child in token.rights:
        if (
            child.ent_type_ == "PERSON"
            and token.ent_type_ in PLACED
            and _gap(token.doc, token.i, child.left_edge.i + 1)
        ):
            continue  # "the mayor of Segou, Omar Ali"
        if child.dep_ in labels.POSTMODIFIER | labels.NAME_PART | {
            "obj",
            "pobj",
            "nummod",
            "fixed",
            "pcomp",
            "conj",
            "advmod",
        }:
            ends.append(_right_end(child))
    return max(ends)


def _gap(doc: Doc, end: int, start: int) -> bool:
    return any(doc[i].text in {",", "(", "–", "—", ";", ":"} for i in range(end + 1, start))


def case_words(token: Token) -> str:
    """The preposition before a noun in lower case ("according to"), or nothing."""
    return own_case(token) or (token.head.lower_ if token.dep_ == "pobj" else "")


def own_case(token: Token) -> str:
    """The preposition that a parser in UD hangs under a noun, or nothing."""
    # "of club owner X": a parser may hang the preposition on the description before the name
    # and on the first part of a name: "to West Berlin"
    hosts = [token, *(c for c in token.lefts if token.pos_ == "PROPN" and _takes_case(c, token))]
    words = [
        c for host in hosts for c in host.lefts if c.dep_ == "case" and c.tag_ != "POS" and not _is_hyphenated_on(c)
    ]
    words = words or _astray(token)
    whole = sorted({t.i: t for w in words for t in (w, *(f for f in w.children if f.dep_ == "fixed"))}.items())
    return " ".join(t.lower_ for _, t in whole)


def _astray(token: Token) -> list[Token]:
    """A preposition right before the phrase that a parser hangs on the noun above: "years on Acme's board"."""
    i = token.left_edge.i - 1
    while i > token.head.i and token.doc[i].is_space:
        i -= 1
    before = token.doc[max(i, 0)]
    return [before] if before.i > before.head.i == token.head.i and before.dep_ == "case" else []
