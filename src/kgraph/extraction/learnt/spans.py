"""A sentence in, the places where a name may stand out, each with the chance that the name begins and ends there.

Learnt from names that are known to be names: of the places that overlap one, it is the right one. Names that only
their edges tell ("Mad Dogs and Men") are what rules and taggers cut into pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from kgraph.extraction.learnt.weights import Weights
from kgraph.extraction.learnt.words import END, QUOTES, SMALL, START, after, before, is_capital, overlap, pos

Place = tuple[int, int]
LONGEST = 14
NEVER_FIRST = frozenset(".,;:()[]")
NEVER_LAST = frozenset(",;:([-–—/&")
ENDING = frozenset({"NOUN", "PROPN", "X", "NUM", "ADJ"})
CLOSING = frozenset({"!", "?", ")", ".", "'"})
MARKS = frozenset({",", "(", ")", ":", "-", "&", "'", ".", "!", "?", "/"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def chances(sentence: Span, weights: Weights) -> dict[Place, float]:
    """The places of possible names in a sentence, and how likely a name stands exactly there."""
    ents = places_of_names(sentence)
    return {place: weights.chances(set(features(sentence.doc, place, ents)))[1] for place in places(sentence)}


def places_of_names(sentence: Span) -> dict[Place, str]:
    """The names that are known so far, with their labels."""
    return {(e.start, e.end): e.label_ for e in sentence.ents}


def places(sentence: Span) -> Iterator[Place]:
    """Where a name may stand: from a capital, a quotation mark or the sentence's start to a word that may end one."""
    doc, first = sentence.doc, next((t.i for t in sentence if not t.is_space), sentence.start)
    for start in range(first, sentence.end):
        if not _begins(doc[start], first):
            continue
        for end in range(start + 1, min(start + LONGEST, sentence.end) + 1):
            if doc[end - 1].text in QUOTES:
                break
            if _ends(doc[end - 1], sentence.end):
                yield start, end


def _begins(token: Token, first: int) -> bool:
    doc, i = token.doc, token.i
    if token.is_space or token.text in NEVER_FIRST or token.text in QUOTES:
        return False
    if is_capital(token) or token.ent_iob_ == "B" or i == first or (i > 0 and doc[i - 1].text in QUOTES):
        return True
    behind_article = i == first + 1 and doc[first].pos_ == "DET"
    return behind_article or (token.lower_ in {"the", "a"} and i + 1 < len(doc) and is_capital(doc[i + 1]))


def _ends(token: Token, end: int) -> bool:
    doc, i = token.doc, token.i
    if token.is_space or token.text in NEVER_LAST or (token.text == "." and i + 1 == end):
        return False
    if is_capital(token) or token.pos_ in ENDING or token.text in CLOSING:
        return True
    following = doc[i + 1] if i + 1 < len(doc) else None
    return following is not None and (following.text in QUOTES or (following.pos_ == "AUX" and token.pos_ not in SMALL))


def features(doc: Doc, place: Place, ents: Mapping[Place, str]) -> Iterator[str]:
    """What tells whether a name stands exactly here: its edges, the words beside it, the names known so far."""
    span = doc[place[0] : place[1]]
    yield from _edges(span)
    yield from _inside(span)
    yield from _known(place, ents)
    yield from _tree(span)


def _edges(span: Span) -> Iterator[str]:
    last, next_, second = before(span), after(span), after(span, 2)
    left, right = last.lower_ if last is not None else START, next_.lower_ if next_ is not None else END
    capital = (last is not None and is_capital(last), next_ is not None and is_capital(next_))
    first, final = span[0], span[-1]
    yield f"pl={left}"
    yield f"pp={pos(last, START)} {capital[0]}"
    yield f"nl={right}"
    yield f"np={pos(next_, END)} {capital[1]}"
    yield f"n2={right} {second.lower_ if second is not None else END}"
    yield f"q={last is not None and last.text in QUOTES} {next_ is not None and next_.text in QUOTES}"
    yield f"start={last is None} {right}"
    yield f"startn={last is None} {capital[1]} {pos(next_, END)}"
    yield f"pn={pos(last, START)} {pos(next_, END)}"
    yield f"lnp={final.pos_} {pos(next_, END)}"
    yield f"lnl={final.pos_} {right}"
    yield f"npl={pos(next_, END)} {final.lower_}"
    yield f"pfp={pos(last, START)} {first.pos_}"


def _inside(span: Span) -> Iterator[str]:
    first, final = span[0], span[-1]
    small = [t for t in span if t.is_alpha and not is_capital(t)]
    yield f"f={first.lower_}"
    yield f"fp={first.pos_} {is_capital(first)}"
    yield f"l={final.lower_}"
    yield f"lp={final.pos_} {is_capital(final)}"
    yield f"fl={first.pos_} {final.pos_}"
    yield f"len={min(len(span), 9)}"
    yield f"small={min(sum(t.pos_ not in SMALL for t in small), 3)}"
    yield f"smalls={min(len(small), 4)}"
    yield f"second={span[1].pos_ if len(span) > 1 else ''}"
    for token in span[1:-1]:
        if token.text in MARKS:
            yield f"m={token.text}"
        if not is_capital(token):
            yield f"mp={token.pos_}"
            yield f"ml={token.lower_}"
        if token.tag_ in FINITE:
            yield f"fin={is_capital(token)}"
    if sum(t.text == "(" for t in span) != sum(t.text == ")" for t in span):
        yield "unbalanced"


def _known(place: Place, ents: Mapping[Place, str]) -> Iterator[str]:
    start, end = place
    touched = {other: label for other, label in ents.items() if overlap(place, other) and other != place}
    contained = [o for o in touched if start <= o[0] and o[1] <= end]
    around = [o for o in touched if o[0] <= start and end <= o[1]]
    crossing = [o for o in touched if o not in contained and o not in around]
    yield f"e={ents.get(place, '')}"
    yield f"cross={len(crossing)}"
    yield f"cont={min(len(contained), 3)}"
    yield f"inside={ents[around[0]] if around else ''}"
    yield from (f"has={ents[o]} {o[0] == start} {o[1] == end}" for o in contained)
    yield from (f"x={ents[o]} {o[0] < start}" for o in crossing)


def _tree(span: Span) -> Iterator[str]:
    root, next_ = span.root, after(span)
    right = next_.lower_ if next_ is not None else END
    yield f"edep={span[-1].dep_}"
    yield f"root={root.dep_} {root.i == span.end - 1}"
    yield f"rdep={root.dep_} {right}"
    yield f"roots={min(sum(not span.start <= t.head.i < span.end for t in span), 4)}"
    if root.right_edge.i < span.end and root.left_edge.i >= span.start:
        yield "subtree"
