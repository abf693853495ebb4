"""A clause of saying beside what it reports in ("…, he said, …"), its edges and the stretch it bears on out."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.extraction import labels, syntax
from kgraph.extraction.attribution.cues import Cue
from kgraph.extraction.attribution.scope import CLOSING, around, trimmed
from kgraph.model import Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
ADVERBIAL = frozenset({"after", "as", "because", "before", "since", "although", "though", "while", "until", "once"})
OPENING = frozenset({"“", "‘", '"', "'", "``", "''", "«"})
FURTHEST = 40  # words between the start of a source and its cue


@dataclass(frozen=True, slots=True)
class Setting:
    """What a cue stands among: `told`, the verbs of clauses with a source of their own, and lists of words.

    The rules in `parenthetical` may stand beside what they report, the conjunctions in `beside` open such a clause,
    the nouns in `empty` ("the last thing he wants") say nothing before their verb, the verbs in `taking` take a noun.
    """

    told: frozenset[int]
    parenthetical: frozenset[str]
    beside: frozenset[str]
    empty: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()


def inserted(cue: Cue, setting: Setting) -> Span | None:
    """The sentence that a cue is put into or beside: "…, he said", "…, as he said", "…, he said, …"."""
    anchor, first = cue.anchor, first_of(cue)
    if not _is_parenthetical(cue, setting.beside, first):
        return None
    host = anchor.head
    while not syntax.is_predicate(host) and host.head.i != host.i:
        host = host.head
    if not syntax.is_predicate(host) and host.i < first and behind_clause(cue) < syntax.sentence(anchor).end - 1:
        return None  # "Election live: Ruiz claims the seat"
    if host.tag_ == "VBG" and not syntax.surface_subjects(host):  # "lamenting their luck, they said"
        return None
    opens = first < host.i and first <= host.left_edge.i + 1
    if opens and (_mark(anchor) not in setting.beside or any(not t.is_punct for t in anchor.rights)):
        return None
    if anchor.doc[first - 1].lower_ in setting.beside and first > anchor.sent.start:
        first -= 1
        following = anchor.doc[behind_all(cue) : behind_all(cue) + 2]
        if following.text[:1] == "," and len(following) > 1 and following[1].text in OPENING:
            return None  # "he is, as she put it, “the boss”"
    return around(host, (first, behind_all(cue)), setting.told)


def closing_clause(cue: Cue) -> Span | None:
    """The clause before a comma and a cue that closes the sentence, however a parse joins the two."""
    doc, first, last = cue.anchor.doc, first_of(cue), behind_clause(cue)
    sentence = syntax.sentence(cue.anchor)
    closing = last >= sentence.end or doc[last].is_punct or doc[last].pos_ in {"ADP", "ADV"} or _is_dated(doc[last])
    if sentence[0].tag_ == "WRB" or sentence[0].pos_ == "SCONJ":  # "when the call came, he replied"
        return None
    if _mark(cue.anchor) in ADVERBIAL - {"as"}:  # "he was caught after a neighbour, Ana Ruiz, alerted the police"
        return None
    if doc[first - 1].text != "," or first <= sentence.start or not closing or cue.anchor.tag_ not in FINITE:
        return None
    predicates = (t for t in doc[sentence.start : first] if syntax.is_predicate(t) and syntax.link(t) != "relative")
    if not any(syntax.surface_subjects(t) for t in predicates):
        return None
    return trimmed(doc, sentence.start_char, doc[first - 1].idx)


def _is_parenthetical(cue: Cue, beside: frozenset[str], first: int) -> bool:
    """Whether the clause of a cue is set off in another one, and no part of what that says."""
    anchor, doc = cue.anchor, cue.anchor.doc
    before = doc[max(first - 1, 0)]
    if before.lower_ in beside:
        before = doc[max(first - 2, 0)]
    set_off = before.is_punct or before.i == anchor.sent.start or doc[first].lower_ in beside
    if (
        not set_off
        or anchor.tag_ == "VBG"
        or anchor.head.i == anchor.i
        or not cue.sources
        or doc[first].pos_ == "CCONJ"
    ):
        return False
    link = syntax.link(anchor)
    if link == "relative":
        return _is_inserted(cue)
    if link == "adverbial":
        return _mark(anchor) in beside | {""}
    if link == "conjunct":
        return not any(c.pos_ == "CCONJ" and c.i < anchor.i for c in anchor.children)
    return link == "other"


def first_of(cue: Cue) -> int:
    """The first token of the cue's own clause: its source or its words."""
    told = [s for s in cue.sources if s.sent == cue.anchor.sent]
    described = [s.head for s in told if syntax.link(s) == "apposition" and s.head.i < s.i]  # "the mayor, Ruiz, said"
    starts = [cue.words.start, *(s.left_edge.i for s in (*told, *described))]
    first = min(i for i in starts if cue.words.start - i < FURTHEST)
    while cue.anchor.doc[first].is_punct and first < cue.words.start:
        first += 1
    return first


def behind_clause(cue: Cue) -> int:
    """The token after the last of the cue's own clause."""
    ends = [cue.words.end]
    for token in (*cue.sources, *cue.addressees):
        if token.i > cue.anchor.i and token.sent == cue.anchor.sent:
            ends.append(token.right_edge.i + 1)
    return max(ends)


def behind_all(cue: Cue) -> int:
    """The token after the cue's own clause with where, when and to whom it is said."""
    last = behind_clause(cue)
    for child in cue.anchor.rights:
        near = child.left_edge.i == last and not child.left_edge.is_punct
        if near and (syntax.link(child) == "oblique" or child.pos_ in {"ADV", "NOUN", "PROPN"}):
            last = child.right_edge.i + 1
    return last


def is_enclosed(cue: Cue) -> bool:
    """Whether the words of saying stand between commas: "the mine, he said, was shut"."""
    doc, first, last = cue.anchor.doc, first_of(cue), behind_clause(cue)
    return first > 0 and last < len(doc) and doc[first - 1].text == doc[last].text == ","


def is_set_behind(cue: Cue) -> bool:
    """Whether the words of saying follow a comma: "the mine was shut, he said"."""
    first = first_of(cue)
    return first > 0 and cue.anchor.doc[first - 1].text in {",", *CLOSING}


def _is_dated(token: Token) -> bool:
    return token.ent_type_ in labels.TIMES


def _is_inserted(cue: Cue) -> bool:
    """Whether a clause taken for a relative one stands between commas with its own subject ("the mine, he said, …")."""
    doc, first = cue.anchor.doc, first_of(cue)
    return first > 0 and doc[first - 1].text == "," and all(t.head.i == cue.anchor.i for t in cue.sources)


def _mark(verb: Token) -> str:
    return next(
        (c.lower_ for c in verb.children if c.pos_ in {"SCONJ", "ADP"} and c.i < verb.i and c.head.i == verb.i), ""
    )
