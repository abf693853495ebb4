"""Doc and Article in, TIMEX3 values out: dates, clock times, durations, sets and vague references (ISO-TimeML)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from spacy.tokens import Doc

from kgraph.extraction.dates import Calendar
from kgraph.extraction.times import Told, publication, readings
from kgraph.model import Article
from kgraph.schema import Schema

Value = tuple[str, str]  # type and value
DAY = len("2000-01-01")
FULL = re.compile(r"\d{4}-\d\d-\d\d")
NOON, MONTHS_OF_QUARTER, SATURDAY = 12, 3, 6
# Wordings that no event is dated by, and so are no Time; where both match, they go before those of `dates`.
GRAMMAR = (
    ("clock", r"(?:(?:ABOUT)_)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?:_?(?P<half>[ap]\.?m)\b\.?)?(?:_(?P<zone>ZONES))?"),
    ("clock", r"(?:(?:ABOUT)_)?(?P<hour>\d{1,2})_?(?P<half>[ap]\.?m)\b\.?(?:_(?P<zone>ZONES))?"),
    ("clock", r"(?P<hour>\d\d)(?P<minute>\d\d)_(?P<zone>ZONES)"),
    (
        "quarter",
        r"(?:the_)?(?:(?P<shift>SHIFT)_year_?[’']s_)?(?P<nth>first|second|third|fourth)(?:-|_)(?:fiscal_)?quarter"
        r"(?:_of_(?P<year>\d{4})|_of_(?P<shifted>SHIFT)_year)?",
    ),
    ("quarter", r"(?:the_)?(?P<shift>SHIFT|latest)_quarter|the_quarter"),
    ("time_of_year", r"(?:the_)?(?P<shift>SHIFT)_(?P<season>SEASONS)"),
    ("time_of_year", r"(?:in_|the_|early_|late_)*(?P<season>SEASONS)_(?:of_)?(?P<year>\d{4})"),
    (
        "span",
        r"(?:(?:ABOUT)_)?(?:the_)?(?:(?:SHIFT|first|following)_)?(?:(?:ABOUT)_)?(?:an?_)?"
        r"(?P<number>(?:(?:NUMBER)(?:-|_))?(?:NUMBER)|\d{1,3}|VAGUE|single)(?:(?:-|_)(?:(?:more|full|consecutive|whole|straight|trading)_)?)"
        r"(?P<unit>UNITS|quarters?)(?:(?:-|_)long)?(?!(?:-|_)(?:olds?|ago)\b)",
    ),
    ("span", r"the_(?P<shift>past|last|next|coming)_(?P<unit>decade|century)"),
    ("span", r"(?P<unit>years|months|weeks|days|hours|minutes|seconds|decades)(?:-|_)long"),
    ("span", r"(?:for|in|within|over|last)_(?P<unit>years|months|weeks|days|hours|minutes|decades)"),
    ("compared", r"(?:(?:a|the)(?:-|_))?year(?:-|_)(?:ago|earlier)(?:_(?:quarter|period))?"),
    ("set", r"(?:every|each)_(?P<unit>UNITS)|(?P<rate>RATES)"),
    ("weekend", r"(?:over_|at_)?the_weekend"),
    ("present", r"PRESENT_REFS"),
    ("past", r"PAST_REFS"),
    ("future", r"FUTURE_REFS"),
    ("told_day", r"the_day"),
)


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time: offsets, DATE, TIME, DURATION or SET, and its value as TIMEX3 writes it."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class _Read:
    """What a value goes by: the expression, the day of publication, the last day and the last quarter told."""

    told: Told
    published: date | None
    words: Mapping[str, tuple[str, ...]]
    day: str = ""
    quarter: str = ""

    @property
    def parts(self) -> Mapping[str, str]:
        """The parts of the expression by name."""
        return self.told.expression.parts

    def number(self, table: str, word: str) -> str:
        """What the table gives for a word, plural or not; "" for nothing."""
        pairs = dict(pair.split("=") for pair in self.words[table])
        return pairs.get(word) or pairs.get(word.removesuffix("s")) or pairs.get(f"{word[:-3]}y", "")


def timex(doc: Doc, article: Article, schema: Schema) -> Iterator[Timex]:
    """Every expression of time in an article, left to right, with its TIMEX3 value.

    What the text does not settle has X for each digit that is unknown ("XXXX-WXX-5" for a Friday without a date).
    """
    book = Calendar.of(schema, GRAMMAR)
    published, words, day, quarter = publication(article), schema.words["time"], "", ""
    for told in chain.from_iterable(readings(doc, article, schema, book)):
        value = VALUES[told.expression.kind](_Read(told, published, words, day, quarter), book)
        if value is None:
            continue
        yield Timex(told.span.start_char, told.span.end_char, *value)
        day = value[1][:DAY] if FULL.match(value[1]) else day
        quarter = value[1] if told.expression.kind == "quarter" else quarter


def _date(read: _Read, book: Calendar) -> Value | None:
    """The point in time of a resolved expression, by the calendar unit that it names."""
    start, end = read.told.bounds
    text = read.told.span.text.lower()
    part = next((p for word in text.split() if (p := read.number("parts_of_day", word))), "")
    if not start:
        return _unsettled(read, book)
    if len(start) == DAY and start != end and read.told.expression.kind == "period":
        year, week, _ = date.fromisoformat(start).isocalendar()
        return "DATE", f"{year}-W{week:02}" + ("-WE" if "weekend" in text else "")
    if read.told.expression.kind == "decade":
        return "DATE", start[:3]
    return ("TIME", f"{start}T{part}") if part and len(start) == DAY else ("DATE", start)


def _unsettled(read: _Read, book: Calendar) -> Value | None:
    parts = read.parts
    if "weekday" in parts:
        return "DATE", f"XXXX-WXX-{book.weekdays[parts['weekday']] + 1}"
    if "month" in parts and parts["month"] in book.months:
        day = f"-{int(parts['day']):02}" if "day" in parts else ""
        return "DATE", f"XXXX-{book.months[parts['month']]:02}{day}"
    return None


def _century(read: _Read, _: Calendar) -> Value:
    return "DATE", f"{int(read.parts['century']) - 1:02}"


def _ago(read: _Read, book: Calendar) -> Value | None:
    start, _ = read.told.bounds
    number, unit = read.parts["number"], read.parts["unit"].removesuffix("s")
    if not start or read.published is None:
        return ("DATE", "PAST_REF") if number in read.words["vague"] else None
    if unit == "week":
        count = book.numbers.get(number) or int(number)
        return "DATE", date.fromordinal(read.published.toordinal() - 7 * count).isoformat()
    return "DATE", start


def _clock(read: _Read, _: Calendar) -> Value:
    hour = int(read.parts["hour"]) % NOON if "half" in read.parts else int(read.parts["hour"])
    hour += NOON if read.parts.get("half", "").startswith("p") else 0
    day = read.day or (read.published.isoformat() if read.published else "XXXX-XX-XX")
    zone = "Z" if read.parts.get("zone") in {"utc", "gmt"} else ""
    return "TIME", f"{day}T{hour:02}:{read.parts.get('minute', '00')}{zone}"


def _quarter(read: _Read, book: Calendar) -> Value | None:
    """The quarter named: by its number the last one that has begun, "the quarter" the one told last."""
    parts, today = read.parts, read.published
    if "nth" not in parts and "shift" not in parts and read.quarter:
        return "DATE", read.quarter
    if today is None and "year" not in parts:
        return None
    now = (today.month - 1) // MONTHS_OF_QUARTER + 1 if today else 0
    if "nth" not in parts:
        shift = book.shifts.get(parts.get("shift", ""), -1)
        year, rest = divmod((today.year if today else 0) * 4 + now - 1 + shift, 4)
        return "DATE", f"{year}-Q{rest + 1}"
    nth = _ordinal(parts["nth"])
    shifted = parts.get("shift") or parts.get("shifted")
    if "year" in parts:
        return "DATE", f"{parts['year']}-Q{nth}"
    year = (today.year if today else 0) + (book.shifts.get(shifted, 0) if shifted else -(nth > now))
    return "DATE", f"{year}-Q{nth}"


def _ordinal(ordinal: str) -> int:
    return ("first", "second", "third", "fourth").index(ordinal) + 1


def _season(read: _Read, book: Calendar) -> Value | None:
    season = read.number("parts_of_year", read.parts["season"])
    if "year" in read.parts:
        return "DATE", f"{read.parts['year']}-{season}"
    if read.published is None:
        return "DATE", f"XXXX-{season}"
    return "DATE", f"{read.published.year + book.shifts[read.parts['shift']]}-{season}"


def _span(read: _Read, book: Calendar) -> Value | None:
    """A length of time: "P5D", "PT2H"; of no certain number "PXD"."""
    unit, said = read.parts["unit"], read.parts.get("number", "")
    said = "1" if "shift" in read.parts else said
    letter, times = read.number("lengths", unit), int(read.number("multiples", unit) or 1)
    if letter == "WE":
        return "DURATION", "P2D" if said in {"a", "the"} else "PXD"
    number = sum(book.numbers.get(word, 0) for word in said.replace("-", " ").split()) or (said.isdigit() and int(said))
    number = {"single": 1, "a couple of": 2}.get(said, number)
    clock = letter.startswith("T")
    return "DURATION", f"P{'T' if clock else ''}{number * times if number else 'X'}{letter[-1]}"


def _compared(read: _Read, _: Calendar) -> Value | None:
    """The same quarter or the year before: "a year earlier"."""
    if read.quarter[:4].isdigit():
        return "DATE", f"{int(read.quarter[:4]) - 1}{read.quarter[4:]}"
    return ("DATE", str(read.published.year - 1)) if read.published else None


def _set(read: _Read, _: Calendar) -> Value | None:
    if "rate" in read.parts:
        return "SET", read.number("rates", read.parts["rate"])
    letter = read.number("lengths", read.parts["unit"])
    return "SET", f"P{'T' if letter.startswith('T') else ''}1{letter[-1]}"


def _told_day(read: _Read, _: Calendar) -> Value | None:
    """ "The day" without more is the last one told, at first that of publication."""
    doc, end = read.told.span.doc, read.told.span.end
    if end < len(doc) and (
        doc[end].pos_ in {"ADP", "SCONJ", "PRON", "NOUN", "PROPN"} or doc[end].lower_ in {"before", "after"}
    ):
        return None
    day = read.day or (read.published.isoformat() if read.published else "")
    return ("DATE", day) if day else None


def _weekend(read: _Read, _: Calendar) -> Value | None:
    if read.published is None:
        return None
    year, week, weekday = read.published.isocalendar()
    day = read.published.toordinal() - (7 if weekday < SATURDAY else 0)
    year, week, _day = date.fromordinal(day).isocalendar()
    return "DATE", f"{year}-W{week:02}-WE"


def _present(*_: object) -> Value:
    return "DATE", "PRESENT_REF"


def _past(*_: object) -> Value:
    return "DATE", "PAST_REF"


def _future(*_: object) -> Value:
    return "DATE", "FUTURE_REF"


def _none(*_: object) -> None:
    """What another wording of the grammar says better."""


VALUES: Mapping[str, Callable[[_Read, Calendar], Value | None]] = {
    **dict.fromkeys(
        ("iso", "dotted", "slashed", "date", "month", "decade", "years", "year", "weekday", "away", "told", "period"),
        _date,
    ),
    "century": _century,
    "ago": _ago,
    "clock": _clock,
    "quarter": _quarter,
    "time_of_year": _season,
    "season": _date,
    "span": _span,
    "duration": _none,
    "compared": _compared,
    "weekend": _weekend,
    "set": _set,
    "present": _present,
    "past": _past,
    "future": _future,
    "told_day": _told_day,
}
