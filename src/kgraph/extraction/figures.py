"""An event word in, its counts out: how many were killed, injured, detained, or took part, with hedge and passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.numerals import FROM, Words, numerals
from kgraph.model import Article, Evidence, Figure
from kgraph.schema import Schema

HARM = ("killed", "injured", "detained")
MONEY = frozenset("$£€¥₽₹")
BARE = frozenset(("", "CARDINAL", "QUANTITY"))  # what a counting number may be labelled
NUMBERS = frozenset({"number", "count"})  # "the number of dead"
OF_THEM = frozenset({"of them", "of whom", "of those", "of these", "of which"})
REACH = 4  # words from a number up to what it counts: "2,500-strong", "thousands of"


@dataclass(frozen=True, slots=True)
class Count:
    """A number in the text: its words, its value, what softens it, and the word for what is counted."""

    span: Span
    value: float
    hedge: str
    counted: Token


def figures(trigger: Token, kind: str, article: Article, schema: Schema) -> tuple[Figure, ...]:
    """The counts that belong to an event, in the order of the text; `kind` is its type without mode.

    "Dozens" and "thousands" are no figures. A count is given to an event only where it counts the participants of
    that event's own word: "police killed 12 and arrested 40" has one for each.
    """
    words = schema.words["figures"]
    found, there = [], list(counts(syntax.sentence(trigger), words))
    own = [c for c in there if c.span.end == trigger.i and _is_bare(c) and trigger.tag_ == "VBN"]  # "and 12 injured"
    for count in own or there:
        name = (
            _harm(trigger, words) if own else _property(trigger, count, kind, words) or _beside(trigger, count, words)
        )
        if name:
            start, end = count.span.start_char, count.span.end_char
            passage = Evidence(article.id, start, end, article.text[start:end])
            found.append(Figure(f"kg:{name}", count.value, count.hedge, passage))
    return tuple(found)


def counts(sentence: Span, words: Words) -> Iterator[Count]:
    """The numbers of a sentence that count something: dates, money, percentages, ages and ordinals are none."""
    start, found = sentence.start_char, list(numerals(sentence.text, words))
    spans = [sentence.doc.char_span(n.start + start, n.end + start, alignment_mode="expand") for n in found]
    for number, span, after in zip(found, spans, [*spans[1:], None], strict=False):
        if span is None or _is_other(span) or _is_age(span) or _is_part(span, words):
            continue
        last = after if number.bound == FROM and after is not None else span
        counted = _counted(last)
        counted = _noun_after(last) or counted if counted.pos_ == "NUM" else counted
        if not _is_unit(counted, words):
            yield Count(span, number.value, number.bound or _hedge(span, words), counted)


def _is_other(span: Span) -> bool:
    """Whether the number is part of a date, a sum of money, a percentage, an age, an ordinal or a name."""
    before = span.doc[span.start - 1] if span.start > span.sent.start else None
    after = span.doc[span.end] if span.end < span.sent.end else None
    if any(t.ent_type_ not in BARE for t in span) or (before is not None and before.text in MONEY):
        return True
    if before is not None and before.lower_ in {"aged", "article", "no.", "number", "chapter", "g", "page"}:
        return True
    alone = len(span) == 1 and span[0].lower_ == "one" and span[0].pos_ != "NUM"
    return alone or (after is not None and (after.text in {"%", "°"} or after.lower_ in {"percent", "per", "o'clock"}))


def _is_age(span: Span) -> bool:
    """Whether a bare number stands between a name and a pause: "Ida Lund, 35, was hurt"."""
    doc, start, end = span.doc, span.start, span.end
    if len(span) > 1 or not span.text.isdigit() or start - 2 < span.sent.start:
        return False
    paused = end >= len(doc) or doc[end].is_punct
    return paused and doc[start - 1].text in {",", "("} and doc[start - 2].pos_ == "PROPN"


def _is_part(span: Span, words: Words) -> bool:
    """Whether it counts only some of those counted before it, or somebody's children: "father of two"."""
    before = span.doc[max(span.start - 2, span.sent.start) : span.start]
    if span.doc[span.end : span.end + 2].text.lower() in OF_THEM:
        return True
    if len(before) and before[-1].text == "(":
        return span.end < len(span.doc) and span.doc[span.end].text != ")"
    return len(before) > 1 and before[1].lower_ == "of" and before[0].lemma_.lower() in words["parents"]


def _counted(span: Span) -> Token:
    """The noun that a number counts: the one above it, or the number itself where it stands alone ("killed 12")."""
    token = span.root
    for _ in range(REACH):
        if token.i not in range(span.start, span.end) and token.pos_ in {"NOUN", "PROPN"}:
            return token
        if token.head.i == token.i or token.head.pos_ in {"VERB", "AUX", "ADP", "SCONJ"}:
            return token
        if syntax.link(token) in {"oblique", "conjunct", "subject", "object"}:
            return token
        token = token.head
    return token


def _noun_after(span: Span) -> Token | None:
    """The plural that stands right behind a number, whatever the parser makes of a range before it."""
    for token in span.doc[span.end : min(span.end + REACH, span.sent.end)]:
        if token.tag_ in {"NNS", "NNPS"}:
            return token
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            return None
    return None


def _is_unit(counted: Token, words: Words) -> bool:
    return counted.lemma_.lower() in words["units"] or counted.lower_ in words["units"]


def _hedge(span: Span, words: Words) -> str:
    """The longest run of hedging words right before a number."""
    before = [t.lower_ for t in span.doc[max(span.sent.start, span.start - 3) : span.start]]
    runs = (" ".join(before[-n:]) for n in range(len(before), 0, -1))
    return next((run for run in runs if run in words["hedges"]), "")


def _is_bare(count: Count) -> bool:
    return count.counted.i in range(count.span.start, count.span.end)


def _harm(trigger: Token, words: Words) -> str:
    lemmas = {trigger.lemma_.lower(), trigger.lower_, syntax.lemma(trigger)}
    lemmas |= {t.lower_ for t in syntax.fillers(trigger, "of")} if trigger.lower_ in NUMBERS else set()
    return next((name for name in HARM if lemmas & set(words[name])), "")


def _beside(trigger: Token, count: Count, words: Words) -> str:
    """What a bare number beside a verb of harm counts that goes on from the trigger: "killed 12, injuring 40"."""
    verb = count.span.root.head
    if not _is_bare(count) or verb.i == trigger.i or not (_harm(trigger, words) and syntax.is_verbal(verb)):
        return ""
    joined = verb.head.i == trigger.i and syntax.link(verb) in {"conjunct", "adverbial"}
    return _harm(verb, words) if joined and count.span.root.i > verb.i else ""


def _property(trigger: Token, count: Count, kind: str, words: Words) -> str:
    harm = _harm(trigger, words)
    harm = harm or (HARM[0] if kind == "DIE" and trigger.lemma_.lower() not in words["leaving"] else "")
    sizable = {count.counted.lemma_.lower(), count.counted.lower_} & set(words["size"])
    if not _counts_for(trigger, count):
        return _through_verb(trigger, count, harm, words) or (
            "size" if sizable and _is_drawn(trigger, count, words) else ""
        )
    if harm:
        dies = trigger.lemma_.lower() in words["dying"] and count.counted.i < trigger.i
        return harm if dies or _suffers(trigger, count) else ""
    if trigger.lemma_.lower() in words["leaving"]:
        return _left_as(count, words)
    return "size" if sizable and kind in words["sized"] else ""


def _through_verb(trigger: Token, count: Count, harm: str, words: Words) -> str:
    """What the clause says of the event's victims: "the toll rose to 120", "the blast left 14 people dead"."""
    verb, link = trigger.head, syntax.link(trigger)
    put = link == "object" and verb.lemma_.lower() in words["putting"]
    if not syntax.is_verbal(verb) or not (put or link == "subject"):
        return ""
    if harm and (put or verb.lemma_.lower() in words["reaching"]):
        ends = [t for one in (verb, trigger) for case in ("to", "at") for t in syntax.fillers(one, case)]
        return harm if count.span.root in ends or count.counted in ends else ""
    left = verb.lemma_.lower() in words["leaving"] and _is_under(count, verb)
    return _left_as(count, words) if left else _done_by(verb, count, words)


def _done_by(verb: Token, count: Count, words: Words) -> str:
    """What an event does to people: "the blast killed 14"."""
    if syntax.is_passive(verb) or count.counted not in syntax.fillers(verb, "object"):
        return ""
    people = {count.counted.lemma_.lower(), count.counted.lower_} & set(words["size"])
    harm = next((name for name in HARM if {verb.lemma_.lower(), syntax.lemma(verb)} & set(words[name])), "")
    return harm if people or count.counted.i in {t.i for t in count.span} else ""


def _left_as(count: Count, words: Words) -> str:
    """In what state the counted were left: "left 14 people dead"."""
    after = count.span.doc[max(t.i for t in (count.counted, *count.span)) + 1 :][:1]
    return next((name for t in after for name in HARM if t.lower_ in words[name]), "")


def _is_drawn(trigger: Token, count: Count, words: Words) -> bool:
    """Whether the count is of those whom the event brings together: "the rally drew 4,000 people"."""
    verb = trigger.head
    drawing = syntax.link(trigger) == "subject" and syntax.is_verbal(verb) and not syntax.is_passive(verb)
    return drawing and verb.lemma_.lower() in words["drawing"] and count.counted in syntax.fillers(verb, "object")


def _is_under(count: Count, verb: Token) -> bool:
    return any(verb.i == a.i for a in count.counted.ancestors) and not any(
        syntax.is_predicate(a) for a in count.counted.ancestors if a.i > verb.i
    )


def _counts_for(trigger: Token, count: Count) -> bool:
    """Whether the counted noun is the event word itself or stands in one of its functions."""
    inside = {t.i for t in count.span} | {count.counted.i}
    if trigger.i in inside:
        return True
    arguments = {t.i for _, t in syntax.functions(trigger)}
    token = count.counted
    for _ in range(REACH):
        if token.i in arguments or token.i == trigger.i or arguments & inside:
            return True
        inside_phrase = syntax.link(token) in {"oblique", "modifier", "apposition"} and token.head.i != token.i
        if syntax.is_predicate(token) or not inside_phrase:
            return False
        token = token.head
        if token.i != trigger.i and syntax.is_verbal(token):
            return False
    return False


def _suffers(trigger: Token, count: Count) -> bool:
    """Whether the counted ones are those harmed, not those who do it: "two gunmen killed 12"."""
    if not syntax.is_verbal(trigger):
        return True
    inside = {t.i for t in count.span} | {count.counted.i}
    roles = {name for name, t in syntax.functions(trigger) if t.i in inside}
    objects = syntax.fillers(trigger, "object")
    return "object" in roles or (not objects and "subject" in roles) or "head" in roles
