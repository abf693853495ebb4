"""A cue in, the offsets of what it reports out: complement clause, object, or the sentence that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from kgraph.extraction import labels, syntax
from kgraph.extraction.attribution.asides import (
    ADVERBIAL,
    FINITE,
    Setting,
    behind_all,
    closing_clause,
    first_of,
    inserted,
    is_enclosed,
    is_set_behind,
)
from kgraph.extraction.attribution.cues import PREPOSITION, Cue
from kgraph.extraction.attribution.scope import CLOSING, around, trimmed, until
from kgraph.model import Span

RESUMING = frozenset({"that", "how", "what", "whether", "why"})
LINKING = frozenset({"that", "and", "but"})


def content(cue: Cue, setting: Setting) -> Span | None:
    """The offsets of what is said or thought, None where the sentence does not tell."""
    if cue.kind in {PREPOSITION, "view", "seeming", "reports"}:
        return _around(cue.sources[0] if cue.kind == "seeming" else cue.anchor, setting)
    if cue.kind == "adverb":
        return _after(cue.anchor)
    tokens = tuple(
        t for t in _complements(cue, setting) if not (t.i < cue.anchor.i and t.lemma_.lower() in setting.empty)
    )
    if len(tokens) == 1 and tokens[0].pos_ in {"PRON", "DET"} and tokens[0].left_edge.i == tokens[0].right_edge.i:
        return None
    if tokens:
        return _covering(cue, tokens, setting)
    clausal = not cue.content or "clause" in cue.content
    if cue.rule in setting.parenthetical and syntax.is_verbal(cue.anchor) and clausal:
        return inserted(cue, setting) or closing_clause(cue)
    return None


def _complements(cue: Cue, setting: Setting) -> Iterator[Token]:
    following = cue.anchor.doc[cue.words.end : cue.words.end + 2]
    if len(following) > 1 and following[0].lower_ == "so" and following[1].is_punct:  # "he says so, and …"
        return
    functions: dict[str, list[Token]] = {}
    for name, token in syntax.functions(cue.anchor):
        functions.setdefault(name, []).append(token)
    functions["clause"] = [*_clauses(cue, setting)]
    for child in cue.anchor.children:
        told_when = child.left_edge.lower_ == "as" and _has_own_subject(child)  # "was described as he left"
        if syntax.link(child) in {"clause", "adverbial"} and child.left_edge.pos_ in {"ADP", "SCONJ"} and not told_when:
            functions.setdefault(child.left_edge.lower_, []).append(child)
    for token in cue.addressees:  # "appealed to the alliance for help", where a parser has help for the alliance
        for name, t in syntax.functions(token):
            if name in {"for", "about"} and name in cue.content:
                functions.setdefault(name, []).append(t)
    taken = {t.i for t in (*cue.sources, *cue.addressees, *(cue.medium or ()))}
    for name in cue.content:
        fitting = [t for t in _along(functions, name) if t.i not in taken or name == "clause"]
        rest = [t for r in cue.rest for t in functions.get(r, ()) if t not in fitting and t.i not in taken]
        named = sum(t.head.i == cue.anchor.i for t in fitting) > 1 or any(
            c.pos_ == "ADJ" for t in fitting for c in t.rights
        )
        if fitting and (rest or named or cue.kind != "describing"):  # "called the law a gift": two objects
            yield from (said for t in fitting for said in _said_in(t))
            yield from rest
            return
    if cue.kind == "warning":
        yield from _behind_addressees(cue)


def _along(functions: Mapping[str, list[Token]], path: str) -> list[Token]:
    """The tokens at the end of a path of functions: "object>of" is what the object has after "of"."""
    first, *steps = path.split(">")
    there = functions.get(first, [])
    for step in steps:
        there = [t for one in there for t in syntax.fillers(one, step)]
    return there


def _said_in(token: Token) -> tuple[Token, ...]:
    """The clause itself behind "as saying": "was quoted as saying that the mine was shut"."""
    inner = [c for c in token.children if syntax.link(c) == "clause"]
    return tuple(inner) if inner and token.tag_ == "VBG" and token.left_edge.lower_ == "as" else (token,)


def _behind_addressees(cue: Cue) -> Iterator[Token]:
    """What a parser hangs on those who are warned of it: "warned tourists of storms", but "residents of Lagos"."""
    for token in cue.addressees:
        yield from (t for name, t in syntax.functions(token) if name in {"of", "about"} and not t.ent_type_)


def _clauses(cue: Cue, setting: Setting) -> Iterator[Token]:
    anchor = cue.anchor
    for child in anchor.children:
        link = syntax.link(child)
        plain = link == "clause" and not _is_turn(child) and not _is_set_off(child, cue)
        if (
            (plain and _is_content(child, cue))
            or (
                link == "relative"
                and child.left_edge.lower_ == "that"
                and _has_own_subject(child)
                and not _is_gapped(child, setting.taking)
            )
            or (syntax.is_verbal(anchor) and child.i > anchor.i and _is_free(child))
        ):
            yield child
    if not syntax.is_verbal(anchor):
        yield from (c for c in anchor.rights if syntax.link(c) == "apposition" and _is_that(c))
        yield from _of_light_verb(anchor)


def _is_that(clause: Token) -> bool:
    """Whether a clause that stands as an apposition is told: "two claims: that it was safe, that it was sold"."""
    return any(c.lower_ == "that" and c.pos_ == "SCONJ" for c in clause.lefts)


def _is_free(word: Token) -> bool:
    """Whether a clause hangs on its own "how" or "what": "told how they fled", but "asked for what they lost"."""
    return (
        word.tag_ in {"WRB", "WP"} and word.left_edge.i == word.i and any(syntax.is_predicate(c) for c in word.rights)
    )


def _is_content(child: Token, cue: Cue) -> bool:
    """Clauses that narrow a noun down are not its content: "the claim made in court"; nor is "the plan to leave"."""
    mark = next((t for t in child.subtree if not t.is_punct), child)
    own = mark.head.i == child.i or child.i > cue.anchor.i  # "because it was shut, they waited, he said"
    if _first_word(child) == "which" or (mark.pos_ == "SCONJ" and own and _first_word(child) in ADVERBIAL):
        return False
    if cue.kind == "noun" and not cue.sources:
        return _first_word(child) in {"that", "whether"}
    if syntax.is_verbal(cue.anchor) or any(c.pos_ in {"AUX"} for c in cue.anchor.children):
        return True
    return child.left_edge.lower_ in {"that", "to", "whether"} or any(
        c.lower_ in {"that", "to", "whether"} and c.i < child.i for c in child.children
    )


def _is_set_off(clause: Token, cue: Cue) -> bool:
    """Whether a clause behind the cue and a comma only goes with it: “…,” she said, going on to praise him."""
    doc, start = clause.doc, clause.left_edge.i
    while doc[start].is_punct and start < clause.i:
        start += 1
    if start <= cue.words.end or doc[start - 1].text != ",":
        return False
    quoted = first_of(cue) > 0 and doc[first_of(cue) - 1].text in CLOSING
    return clause.tag_ == "VBG" or doc[start].pos_ == "ADP" or quoted


def _first_word(clause: Token) -> str:
    return next((t.lower_ for t in clause.subtree if not t.is_punct), "")


def _of_light_verb(noun: Token) -> Iterator[Token]:
    """ "The claim is that …": the clause that a copula gives the noun."""
    verb = noun.head
    if syntax.link(noun) == "subject" and verb.i > noun.i and (verb.lemma_ == "be" or not syntax.is_verbal(verb)):
        if any(c.lower_ == "that" and noun.i < c.i < verb.i and c.pos_ == "SCONJ" for c in verb.children):
            yield verb
        yield from (c for c in verb.children if c.left_edge.lower_ == "that" and syntax.link(c) == "clause")


def _has_own_subject(clause: Token) -> bool:
    return any(syntax.link(c) == "subject" and c.i != clause.left_edge.i for c in clause.children)


def _is_gapped(clause: Token, taking: frozenset[str]) -> bool:
    """Whether "that" is what the verb takes: "a claim that few believe", but "the claim that few came"."""
    taken = {"object", "clause", "complement"} & {name for name, t in syntax.functions(clause) if t.head.i == clause.i}
    return clause.lemma_.lower() in taking and not taken and not syntax.is_passive(clause)


def _covering(cue: Cue, tokens: Iterable[Token], setting: Setting) -> Span | None:
    """The offsets of the subtrees of all tokens on one side of the cue, without "that" or a preposition in front."""
    anchor, doc = cue.anchor, cue.anchor.doc
    phrases = sorted((_phrase(t, cue) for t in tokens), key=lambda p: p[0])
    right = [p for p in phrases if p[0] > anchor.i]
    left = [p for p in phrases if p[0] < anchor.i]
    chosen = right or left
    if not chosen:
        return None
    beside = [t for t in tokens if t.i < anchor.i and _is_whole(t)] if not right else []
    if beside and is_set_behind(cue):
        return around(beside[0], (first_of(cue), behind_all(cue)), setting.told)
    start, end = min(p[0] for p in chosen), max(p[1] for p in chosen)
    end = until(doc, start, _with_conjuncts(anchor, end), setting.told) if right else end
    start = _after_time(doc, chosen[0][0], end, tokens) if right and start == chosen[0][0] else start
    start = _after_marks(cue, start, end)
    stray = [
        c for c in anchor.children if syntax.link(c) == "subject" and c not in cue.sources and c.i < cue.words.start
    ]
    if right and stray and syntax.is_verbal(anchor) and cue.sources and is_enclosed(cue):
        start = stray[0].left_edge.i
    return trimmed(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) if start < end else None


def _after_time(doc: Doc, start: int, end: int, clauses: Iterable[Token]) -> int:
    """Behind "on Thursday" in "said on Thursday it would close", which tells when it was said."""
    i = start
    while i < end and (doc[i].ent_type_ in labels.TIMES or (i == start and doc[i].pos_ == "ADP")):
        i += 1
    subjects = [c.left_edge.i for t in clauses for c in t.children if syntax.link(c) == "subject"]
    timed = any(t.ent_type_ in labels.TIMES for t in doc[start:i])
    return i if timed and i in subjects else start


def _is_whole(clause: Token) -> bool:
    """Whether a clause may stand alone: no "lamenting their luck"."""
    subject = any(syntax.link(c) == "subject" for c in clause.children)
    return syntax.link(clause) == "clause" and (subject or clause.tag_ in FINITE)


def _with_conjuncts(anchor: Token, end: int) -> int:
    """The end moved over what goes on with the content though it hangs on the cue: "…, and that the mine was shut"."""
    for child in anchor.rights:
        if child.i < end or syntax.link(child) not in {"conjunct", "adverbial", "apposition"}:
            continue
        if syntax.link(child) != "conjunct" and (syntax.is_predicate(child) or child.pos_ not in {"NOUN", "PROPN"}):
            continue
        words = [t.lower_ for t in child.doc[child.left_edge.i : child.i + 1] if not t.is_punct][:2]
        if child.left_edge.i <= end + 1 and (not syntax.is_predicate(child) or RESUMING & set(words)):
            end = child.right_edge.i + 1
    return end


def _phrase(token: Token, cue: Cue) -> tuple[int, int]:
    """Token offsets of a subtree, cut where the cue stands inside or behind it and where the writer takes over."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    if start <= cue.anchor.i < end:
        start, end = (start, first_of(cue)) if token.i < cue.anchor.i else (cue.anchor.i + 1, end)
        marks = [c.i for c in token.children if c.lower_ == "that" and start <= c.i < token.i]
        return (marks[0] if marks else start), end
    named = [syntax.name_span(s).end for s in cue.sources if s.i > cue.anchor.i and start <= s.i < start + 4]
    start = max([start, *named])
    turns = [c for c in token.rights if _is_turn(c) or _is_aside(c)]
    return start, min([end, *(min(c.left_edge.i, end) for c in turns)])


def _is_aside(clause: Token) -> bool:
    """Whether a relative clause behind a comma is the writer's remark on a noun: "praised the plan, which failed"."""
    first = clause.left_edge
    before = clause.doc[first.i - 1] if first.i else first
    return syntax.link(clause) == "relative" and "," in {first.text, before.text}


def _is_turn(clause: Token) -> bool:
    """Whether a later clause is the writer's again: ", but" with a subject of its own and no "that"."""
    if syntax.link(clause) not in {"conjunct", "clause", "adverbial"} or not _has_own_subject(clause):
        return False
    words = {c.lower_ for c in clause.children if c.i < clause.i and c.pos_ in {"CCONJ", "SCONJ"}}
    above = clause.head  # "seek to cut costs and creditors look on" is no "seek to look on"
    loose = (
        clause.tag_ in FINITE
        and above.tag_ == "VB"
        and above.left_edge.lower_ == "to"
        and syntax.link(clause) == "conjunct"
    )
    return "that" not in words and (loose or "but" in words or _first_word(clause) == "but")


def _after_marks(cue: Cue, start: int, end: int) -> int:
    doc = cue.anchor.doc
    while start + 1 < end and doc[start].text == ",":
        start += 1
    names = {*cue.content, *cue.rest} - {"clause", "object", "complement"} - ({"as"} & {*cue.rest})
    if doc[start].lower_ in LINKING | names and doc[start].pos_ not in {"DET", "PRON"} and start + 1 < end:
        return start + 1
    return start


def _around(anchor: Token, setting: Setting) -> Span | None:
    """What a phrase bears on, without the phrase: "According to X, …", "…, according to X"."""
    told = next((c for c in anchor.lefts if syntax.link(c) == "clause"), None)
    if anchor.head.i == anchor.i and told is None:
        return None
    start, end = told.right_edge.i + 1 if told is not None else syntax.subtree(anchor).start, anchor.i + 1
    for child in anchor.rights:
        if syntax.link(child) not in {"adverbial", "other"} and not (
            syntax.link(child) == "conjunct" and syntax.is_predicate(child)
        ):
            end = child.right_edge.i + 1
    return around(told or syntax.clause_of(anchor.head), (start, end), setting.told)


def _after(adverb: Token) -> Span | None:
    doc = adverb.doc
    above = adverb.head
    end = above.right_edge.i + 1
    start = adverb.i + 1
    if adverb.i >= above.i:
        start, end = above.left_edge.i, adverb.i
    return trimmed(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) if start < end else None
