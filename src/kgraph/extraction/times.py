"""Doc and Article in, Times out: when the text says something was, and which event an expression belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.dates import (
    UNKNOWN,
    Bounds,
    Calendar,
    Expression,
    Setting,
    days_of_a_year,
    expressions,
    resolve,
)
from kgraph.model import Article, Evidence, Time
from kgraph.schema import Schema

FIRST_YEAR, LAST_YEAR = 1000, 2100
MONTH, DAY = len("2000-01"), len("2000-01-01")
# How an expression is tied to an event: on it, by place or a verb that only says that it took place, from the clause
# above, from a clause that says what happened at the same time.
OWN, LENT, INHERITED, SHARED = 0, 1, 2, 3
NOT_TIMES = frozenset({"duration"})
NEAR = 7  # words between a verb and a date that is right behind it
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP"})
Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """One expression in its sentence: what the grammar saw, where, and what it says."""

    expression: Expression
    span: Span
    bounds: Bounds = UNKNOWN


def times(doc: Doc, article: Article, schema: Schema, *, yearless: bool = False) -> Iterator[Time]:
    """The expressions of date in the article, left to right, as first and last day, month or year.

    A point in time has start equal to end; "since 1999" has no end, "until May 2020" no start. What cannot be known
    (a weekday in an article without a date, "the next day" after nothing) has neither: no date is ever made up.
    Durations ("five days") and bare counts are not times. With `yearless` a day of an unknown year is "--05-17".
    """
    words, book = schema.words["time"], Calendar.of(schema)
    for read in readings(doc, article, schema, book):
        dates = [one for one in read if one.expression.kind not in NOT_TIMES]
        dates = [
            replace(one, bounds=days_of_a_year(one.expression, book)) if yearless and not any(one.bounds) else one
            for one in dates
        ]
        yield from (_time(span, bounds, article) for span, bounds in _opened(_joined(dates, words), words))


def readings(doc: Doc, article: Article, schema: Schema, book: Calendar) -> Iterator[list[Told]]:
    """The expressions of each sentence with what they say, read against the publication and what was told before."""
    words, told, year, published = schema.words["time"], "", "", publication(article)
    for sentence in doc.sents:
        # without a day of publication a year holds to the end of its paragraph: "In May 1985 … On 3 June …"
        year = year if any(a < sentence.start_char < b for a, b in article.ranges) else ""
        read = []
        found = list(_dates(sentence, book, words))
        for one in found:
            setting = Setting(published, told, _year(one, found, words) or year, _direction(one.span, words))
            bounds = resolve(one.expression, setting, book)
            year = bounds[1][:4] if published is None and len(bounds[1]) >= MONTH else year
            told = bounds[1] if len(bounds[1]) >= MONTH else told
            read.append(Told(one.expression, one.span, bounds))
        yield read


def time_for(
    trigger: Token, found: Sequence[Time], schema: Schema, *, triggers: Collection[int] = (), inherit: bool = True
) -> Time | None:
    """The time that the trigger's own clause or noun phrase gives it, never another clause's.

    `triggers` are the places of all event words of the document: a date belongs to the first of them above it. With
    `inherit` a conjunct or an infinitive takes the date of the clause that it completes ("rolled in in 1968 to crush").
    """
    words = schema.words["time"]
    ranked = []
    for time in found:
        span = trigger.doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
        if span is None or span.sent.start != trigger.sent.start or span.start <= trigger.i < span.end:
            continue
        rank = _rank(span, trigger, {*triggers, trigger.i}, words)
        if rank is not None and (inherit or rank < INHERITED):
            ranked.append((rank, abs(span.start - trigger.i), span.start, _at_end(time, span, trigger)))
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def _at_end(time: Time, span: Span, trigger: Token) -> Time:
    """The time itself; its end for what is told of it with "when": "ruled from 2015 to 2019, when X succeeded him"."""
    after = [t.lower_ for t in span.doc[span.end : span.end + 2] if t.text != ","][:1]
    ended = time.start and time.end and time.start != time.end and trigger.i > span.end and after == ["when"]
    return replace(time, start=time.end) if ended else time


def publication(article: Article) -> date | None:
    """The day of publication, None where only a month or nothing is known."""
    return date.fromisoformat(article.published[:DAY]) if len(article.published) >= DAY else None


def _time(span: Span, bounds: Bounds, article: Article) -> Time:
    start, end = span.start_char, span.end_char
    return Time(*bounds, Evidence(article.id, start, end, article.text[start:end]))


def _dates(sentence: Span, book: Calendar, words: Words) -> Iterator[Told]:
    text = sentence.text
    for found in expressions(text, book):
        offset = sentence.start_char
        span = sentence.doc.char_span(found.start + offset, found.end + offset, alignment_mode="expand")
        if span is not None and _is_date(found, span, words):
            yield Told(found, span)


def _is_date(found: Expression, span: Span, words: Words) -> bool:
    """Whether the words are meant as a date: "may", "March" the verb, and bare numbers of four digits often are not."""
    if found.kind == "year":
        return "third" in found.parts or _is_year(found, span, words)
    if found.kind == "month" and not {"year", "shift"} & found.parts.keys():
        named = next((t for t in span if t.lower_.rstrip(".") == found.parts["month"].rstrip(".")), None)
        whole = found.parts["month"] in words["months"]
        return named is not None and whole and named.text[:1].isupper() and named.pos_ not in {"VERB", "AUX"}
    if found.kind == "weekday":
        return any(t.text[:1].isupper() for t in span)
    return True


def _is_year(found: Expression, span: Span, words: Words) -> bool:
    if not FIRST_YEAR <= int(found.parts["year"]) <= LAST_YEAR:
        return False
    doc, year = span.doc, span[-1]
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and (after.lower_ in words["after_count"] or after.text in {"%", "-"}):
        return False
    counted = after is not None and (after.tag_ == "NNS" or year.head.i == after.i) and after.pos_ == "NOUN"
    if counted and (before is None or before.pos_ not in {"DET", "PRON", "PART"}):
        return False
    if year.ent_type_ == "DATE" or (before is not None and before.text in {"(", "’", "'s", "’s", "/"}):
        return True
    return before is not None and (before.lower_ in words["before_year"] or before.pos_ == "DET")


def _year(one: Told, found: Sequence[Told], words: Words) -> str:
    """The year told nearest in the same sentence; it goes before the year of publication."""
    near = sorted(found, key=lambda f: abs(f.span.start - one.span.start))
    return next((f.expression.parts["year"] for f in near if _sets_year(f, words)), "")


def _sets_year(told: Told, words: Words) -> bool:
    """Whether a year is told that days and months beside it fall into: "in 1968", "3 May 2020", not "since 1999"."""
    if "year" not in told.expression.parts:
        return False
    before = told.span.doc[told.span.start - 1].lower_ if told.span.start else ""
    return "month" in told.expression.parts or before in words["in_year"]


def _direction(span: Span, words: Words) -> int:
    """1 where the clause of the date lies ahead ("will meet on Friday", "talks planned for May"), -1 in the past."""
    ahead = set(words["ahead"])
    token = span.root
    for _ in range(len(span.sent)):
        helpers = [
            *syntax.auxiliaries(token),
            *(c for c in token.children if c.pos_ in {"ADJ", "VERB"} and c.i < token.i),
        ]
        if token.i not in range(span.start, span.end) and ahead & {h.lower_ for h in (token, *helpers)}:
            return 1
        if syntax.is_predicate(token):
            break
        token = token.head
    forms = (token, *syntax.auxiliaries(token))
    infinitive = any(t.morph.get("VerbForm", []) == ["Inf"] for t in forms)
    if infinitive and ahead & {token.head.lower_, token.head.lemma_.lower()}:
        return 1
    if span.root.head.i != token.i or infinitive:
        return 0
    return -1 if any("Past" in t.morph.get("Tense", []) for t in forms) else 0


def _joined(read: Sequence[Told], words: Words) -> Iterator[tuple[Span, Bounds]]:
    """Ranges made one: "between 1988 and 1992", "from Monday to Friday"."""
    i = 0
    while i < len(read):
        first, second = read[i], read[i + 1] if i + 1 < len(read) else None
        if second is not None and _is_range(first.span, second.span, words):
            span = first.span.doc[first.span.start : second.span.end]
            yield span, (first.bounds[0], second.bounds[1])
            i += 2
            continue
        yield first.span, first.bounds
        i += 1


def _is_range(first: Span, second: Span, words: Words) -> bool:
    doc = first.doc
    between = doc[first.end : second.start].text.strip().lower()
    opened = first.start > 0 and doc[first.start - 1].lower_ in words["range_openers"]
    return between in words["range_joiners"] and (opened or not between.isalpha())


def _opened(spans: Iterator[tuple[Span, Bounds]], words: Words) -> Iterator[tuple[Span, Bounds]]:
    """Bounds with one end left open by "since", "until" and the like before the expression."""
    for span, (start, end) in spans:
        before = span.doc[max(span.sent.start, span.start - 2) : span.start].text.lower().split()
        heads = {" ".join(before[-n:]) for n in (1, 2)} if not _is_owner(span) else set()
        if start != end and heads & set(words["range_openers"]):
            yield span, (start, end)
        elif heads & set(words["since"]):
            yield span, (start, "")
        elif heads & set(words["until"]):
            yield span, ("", end)
        else:
            yield span, (start, end)


def _is_owner(span: Span) -> bool:
    """Whether a date says of which time the noun behind it is, whose preposition stands before: "by Friday's storm"."""
    after = span.doc[span.end : span.end + 1].text
    return span[-1].tag_ == "POS" or span.text.endswith(("'s", "’s")) or after in {"'s", "’s"}


def _rank(span: Span, trigger: Token, triggers: Collection[int], words: Words) -> int | None:
    owner = trigger if _is_told_with(span, trigger) else _owner(span, triggers)
    owner = _ahead(owner, span, words) or owner
    if owner is None:
        return None
    if owner.i == trigger.i:
        return OWN
    if _is_right_behind(span, trigger, owner, triggers) or (owner.i not in triggers and _lends(owner, trigger, words)):
        return LENT
    if _completes(trigger, owner, span, triggers, words):
        return INHERITED
    return SHARED if _at_once(trigger, owner, words) else None


def _ahead(noun: Token | None, span: Span, words: Words) -> Token | None:
    """The verb, where it lies ahead of its object and so has the date behind: "will discuss the raid on Friday"."""
    if noun is None or noun.pos_ != "NOUN" or span.start < noun.i or syntax.link(noun) != "object":
        return None
    known = any("Def" in c.morph.get("Definite", []) for c in noun.lefts)
    verb = noun.head
    return verb if known and set(words["ahead"]) & {t.lower_ for t in syntax.auxiliaries(verb)} else None


def _is_told_with(span: Span, trigger: Token) -> bool:
    """Whether the date opens the clause of the trigger: "in May 1985, when rebels took the city"."""
    doc, i = span.doc, span.end
    i += i < len(doc) and doc[i].text == ","
    if i >= span.sent.end or doc[i].lower_ != "when" or trigger.i < i:
        return False
    return syntax.clause_of(doc[i].head).i == trigger.i


def _is_right_behind(span: Span, trigger: Token, owner: Token, triggers: Collection[int]) -> bool:
    """Whether nothing but the trigger's object is between it and the date, which a parser hangs on a word beyond.

    "The arrest of Ruiz on 5 May": after a noun that the word beyond does not govern, or only as an adjunct.
    """
    between = [t for t in span.doc[trigger.i + 1 : span.start] if not t.is_space] if trigger.i < span.start else []
    if not between or len(between) > NEAR or trigger.i < owner.i < span.start:
        return False
    last, *others = reversed(between)
    free = all(t.pos_ in PHRASE and t.i not in triggers and trigger.is_ancestor(t) for t in others)
    adjunct = syntax.link(trigger) in {"oblique", "conjunct"}
    loose = syntax.is_verbal(trigger) or adjunct or not owner.is_ancestor(trigger)
    return loose and free and last.tag_ == "IN" and not trigger.is_ancestor(owner)


def _at_once(trigger: Token, owner: Token, words: Words) -> bool:
    """Whether what the date is of was at the time of the main clause: "As news came on Monday, the army withdrew",
    "In a speech on Monday, the queen thanked the army", "The army fled when rebels came in 1985".
    """
    if owner.head.i != trigger.i:
        return False
    if syntax.link(owner) == "oblique":
        return owner.i < trigger.i and syntax.case_words(owner) in words["inside"]
    marks = {c.lower_ for c in owner.lefts} & set(words["at_once"])
    earlier = any(a.lower_ == "had" for a in syntax.auxiliaries(trigger))
    after = owner.i > trigger.i and "when" in marks and not earlier
    return syntax.link(owner) == "adverbial" and (after or (bool(marks) and owner.i < trigger.i))


def _owner(span: Span, triggers: Collection[int]) -> Token | None:
    """What a date says the time of: the first event word or predicate above it, or the main verb it is put before."""
    token = span.root
    opening = span.start - span.sent.start <= 1 and token.head.i not in triggers  # "The next day units arrived"
    if _is_premodifier(span) and not syntax.is_predicate(token.head) and not opening:
        return token.head if token.head.i in triggers else None
    noun = syntax.noun_before(token)
    if noun is not None and noun.i in triggers:
        return noun
    while token.head.i != token.i:
        token = token.head
        if token.i in triggers or syntax.is_predicate(token) or syntax.link(token) == "relative":
            return token
    main: Token = span.sent.root
    return main if _is_fronted(span) else None


def _is_premodifier(span: Span) -> bool:
    alone = not any(c.pos_ == "ADP" and c.i < span.start for t in span for c in t.children)
    before = span.doc[span.start - 1] if span.start > span.sent.start else None
    if before is not None and before.tag_ == "IN" and before.head.i != span.root.head.i:
        return False  # "On Monday police …", whatever the parser makes of it
    return alone and span.root.head.i == span.end and span.root.head.pos_ in {"NOUN", "PROPN"}


def _is_fronted(span: Span) -> bool:
    after = span.doc[span.end] if span.end < span.sent.end else None
    return span.start - span.sent.start <= 2 and after is not None and (after.text == "," or after.pos_ != "ADP")


def _lends(verb: Token, trigger: Token, words: Words) -> bool:
    """Whether the verb says no more of the trigger than that it took place: "the request came on Wednesday"."""
    if verb.lemma_.lower() not in words["occurrence"]:
        return False
    arguments = {t.i for name, t in syntax.functions(verb) if name in {"subject", "object"}}
    return trigger.i in arguments


def _completes(trigger: Token, owner: Token, span: Span, triggers: Collection[int], words: Words) -> bool:
    """Whether the trigger shares the time of another verb: its infinitive, or a conjunct behind a date before both."""
    before_both = span.end <= min(owner.i, trigger.i)
    if trigger.head.i == owner.i and trigger.i > owner.i:
        form = "".join(trigger.morph.get("VerbForm", []))
        completed = owner.lemma_.lower() in words["completed"]
        if form == "Inf":
            return completed or owner.i in triggers
        going_on = form in {"Ger", "Part"} and syntax.link(trigger) == "clause"
        return (going_on and completed) or (before_both and syntax.link(trigger) == "conjunct")
    return before_both and owner.head.i == trigger.i and syntax.link(owner) == "conjunct"
