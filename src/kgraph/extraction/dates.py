"""Text in, expressions of date out, each with what it says as partial ISO dates; knows no parser and no article."""

from __future__ import annotations

import calendar as gregorian
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kgraph.extraction.numerals import pairs
from kgraph.schema import Schema

Bounds = tuple[str, str]
Words = Mapping[str, int]
Grammar = tuple[tuple[str, str], ...]
UNKNOWN: Bounds = ("", "")
SPACE = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
CENTURY = 100
LAST_DAY = 31
LISTS = (
    "units", "day_parts", "seasons", "about", "ago", "later", "vague", "ordinals", "past_refs", "present_refs",
    "future_refs", "zones",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the day of publication, the last date told, and where the verb points.

    `year` is the year that days and months without one fall into, where the text around says so. `direction` is 1
    when the clause is about the future, -1 when it is about the past, 0 when it does not say.
    """

    published: date | None = None
    told: str = ""
    year: str = ""
    direction: int = 0


@dataclass(frozen=True, slots=True)
class Expression:
    """A date in the text: offsets, the kind of wording, and its parts by name ("day", "month", "year")."""

    start: int
    end: int
    kind: str
    parts: Mapping[str, str]


@dataclass(frozen=True)
class Calendar:
    """The words of dates as numbers, and the grammar built of them."""

    months: Words
    weekdays: Words
    numbers: Words
    days: Words
    shifts: Words
    thirds: Words
    grammar: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def of(cls, schema: Schema, more: Grammar = ()) -> Calendar:
        """The calendar of `rules/words/time.toml`; `more` are kinds of wording that go before the usual ones."""
        return _calendar(schema, more)


@lru_cache(maxsize=16)
def _calendar(schema: Schema, more: Grammar) -> Calendar:
    words = schema.words["time"]
    months = _numbered(words["months"], 1) | _numbered(words["short_months"], 1) | pairs(words["other_months"])
    weekdays = _numbered(words["weekdays"])
    numbers = _numbered(words["numbers"]) | pairs(words["tens"]) | {"a": 1, "an": 1}
    days = pairs(words["days_away"]) | pairs(words["told_days"])
    shifts = {w: n for n, key in ((-1, "past"), (0, "present"), (1, "future")) for w in words[key]}
    thirds = {w: n for n, key in enumerate(("early", "middle", "late")) for w in words[key]}
    lists = {
        "MONTH": words["months"],
        "SHORT": [m for m in months if m not in words["months"]],
        "WEEKDAY": weekdays,
        "NUMBER": numbers,
        "SHIFT": shifts,
        "THIRD": thirds,
        "AWAY": pairs(words["days_away"]),
        "TOLD": pairs(words["told_days"]),
        "RATES": [rate.partition("=")[0] for rate in words["rates"]],
        **{key.upper(): words[key] for key in LISTS},
    }
    slots = {name: "|".join(sorted(map(_pattern, list_), key=len, reverse=True)) for name, list_ in lists.items()}
    grammar = tuple((kind, _compiled(pattern, slots)) for kind, pattern in (*more, *GRAMMAR))
    return Calendar(months, weekdays, numbers, days, shifts, thirds, grammar)


@dataclass(frozen=True, slots=True)
class Given:
    """What a reading goes by: the parts of the expression, what it is read against, the words."""

    parts: Mapping[str, str]
    setting: Setting
    book: Calendar


# "_" is white space, capitals are word lists; where two match, the one that starts first wins, then the longer one.
GRAMMAR = (
    ("iso", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?"),
    ("dotted", r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"),
    ("slashed", r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})"),
    (
        "date",
        r"(?:(?:WEEKDAY)(?:_(?:DAY_PARTS))?,?_)?(?:the_)?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        r"(?:(?:_?[-–—]_?|_(?:and|to|or)_)(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
        r"_(?:of_)?(?P<month>MONTH|(?:SHORT)\b\.?)(?:(?:_?,)?_(?P<year>\d{4}))?",
    ),
    (
        "date",
        r"(?:(?:WEEKDAY),?_)?(?P<month>MONTH|(?:SHORT)\b\.?)_(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[,.]\d)"
        r"(?:(?:_?[-–—]_?|_(?:and|to)_)(?P<last>\d{1,2})(?:st|nd|rd|th)?)?(?:(?:_?,)?_(?P<year>\d{4}))?",
    ),
    ("month", r"(?:(?P<third>THIRD)(?:-|_))?(?P<month>MONTH|(?:SHORT)\b\.?)(?:(?:_?,)?_(?:of_)?(?P<year>\d{4}))?"),
    ("month", r"(?P<shift>SHIFT)_(?P<month>MONTH|(?:SHORT)\b\.?)"),
    ("decade", r"(?:(?P<third>THIRD)(?:-|_|-to-late_)(?:the_)?)?(?P<decade>\d{3}0)[’']?s"),
    ("decade", r"(?:(?P<third>THIRD)(?:-|_)(?:the_)?)?[’'](?P<decade>\d0)s"),
    ("century", r"(?:(?P<third>THIRD)(?:-|_)(?:the_)?)?(?P<century>\d{1,2})(?:st|nd|rd|th)(?:-|_)century"),
    ("season", r"(?:in_|the_|early_|late_)?(?:SEASONS)_(?:of_)?(?P<year>\d{4})"),
    ("years", r"(?P<year>\d{4})[-–—/](?P<last>\d{4}|\d\d)"),
    ("year", r"(?:(?P<third>THIRD)(?:-|_))?(?P<year>\d{4})"),
    ("weekday", r"(?:(?P<shift>SHIFT)_(?:week_)?)?(?:the_)?(?P<weekday>WEEKDAY)(?:’s|'s)?(?:_(?:DAY_PARTS))?"),
    ("away", r"(?P<away>AWAY)(?:_(?:DAY_PARTS))?|this_(?:DAY_PARTS)|(?:last_night)(?P<night>)"),
    ("told", r"(?P<told>TOLD)"),
    ("period", r"(?:earlier_|later_)?(?:(?P<third>THIRD)_)?(?P<shift>SHIFT)_(?P<unit>week|weekend|month|year|decade)"),
    ("ago", r"(?:(?:ABOUT)_)?(?P<number>NUMBER|\d{1,3})_(?P<unit>UNITS)_(?:AGO)"),
    (
        "duration",
        r"(?:(?:ABOUT)_)?(?:NUMBER|\d{1,3}|few|several|many|some)(?:(?:-|_)(?:more|full|consecutive|whole|straight))?"
        r"(?:-|_)(?:UNITS)(?:(?:-|_)(?:long|old|LATER|earlier|before))?",
    ),
)


def expressions(text: str, book: Calendar) -> Iterator[Expression]:
    """The expressions of date in a text, left to right; durations and bare numbers of four digits are among them."""
    found = [
        (m.start(), -m.end(), order, kind, m)
        for order, (kind, pattern) in enumerate(book.grammar)
        for m in pattern.finditer(text)
    ]
    end = 0
    for start, last, _, kind, match in sorted(found, key=lambda f: f[:3]):
        if start < end:
            continue
        end = -last
        yield Expression(start, end, kind, {k: _plain(v) for k, v in match.groupdict().items() if v is not None})


def resolve(found: Expression, setting: Setting, book: Calendar) -> Bounds:
    """First and last day, month or year of an expression; both empty where it cannot be known."""
    read = READINGS.get(found.kind)
    if read is None:
        return UNKNOWN
    try:
        return read(Given(found.parts, setting, book))
    except (ValueError, OverflowError):  # the 31st of February, the year 0
        return UNKNOWN


def days_of_a_year(found: Expression, book: Calendar) -> Bounds:
    """First and last day of a date without a year as ISO 8601 writes them without it, "--05-17"; else both empty.

    "Last year" is "--y-1", a year told from that of the article.
    """
    if found.kind == "period" and found.parts.get("unit") == "year" and "third" not in found.parts:
        return (f"--y{book.shifts[found.parts['shift']]:+}",) * 2
    if found.kind != "date" or "year" in found.parts:
        return UNKNOWN
    month, day = book.months[found.parts["month"]], int(found.parts["day"])
    last = int(found.parts.get("last", day))
    return (f"--{month:02}-{day:02}", f"--{month:02}-{last:02}") if last <= LAST_DAY else UNKNOWN


def _numbered(words: tuple[str, ...], first: int = 0) -> dict[str, int]:
    return {word: i for i, word in enumerate(words, first)}


def _pattern(word: str) -> str:
    return re.escape(word).replace(r"\ ", "_")


def _compiled(pattern: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    for name in sorted(slots, key=len, reverse=True):
        pattern = pattern.replace(name, slots[name])
    return re.compile(rf"(?<![\w$£€.,-])(?:{pattern.replace('_', SPACE)})(?![.,]?\d|[\w%])", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(".", "").split())


def _point(text: str) -> Bounds:
    return text, text


def _read_iso(given: Given) -> Bounds:
    return _point(date(int(given.parts["year"]), int(given.parts["month"]), int(given.parts["day"])).isoformat())


def _read_slashed(given: Given) -> Bounds:
    first, second = int(given.parts["first"]), int(given.parts["second"])
    if first <= 12 and second <= 12 and first != second:  # day or month first? only the year is sure
        return _point(given.parts["year"])
    return _point(date(int(given.parts["year"]), min(first, second), max(first, second)).isoformat())


def _read_date(given: Given) -> Bounds:
    month, day = given.book.months[given.parts["month"]], int(given.parts["day"])
    year = int(given.parts["year"]) if "year" in given.parts else _year_of(month, day, given.setting)
    if not year:
        return UNKNOWN
    last = int(given.parts.get("last", day))
    return date(year, month, day).isoformat(), date(year, month, last).isoformat()


def _read_month(given: Given) -> Bounds:
    month = given.book.months[given.parts["month"]]
    if "year" in given.parts:
        return _point(f"{int(given.parts['year']):04}-{month:02}")
    if "shift" in given.parts and given.setting.published is None:
        return UNKNOWN
    year = _year_of(month, 0, given.setting, shift=given.book.shifts.get(given.parts.get("shift", "")))
    return _point(f"{year:04}-{month:02}") if year else UNKNOWN


def _read_decade(given: Given) -> Bounds:
    first = int(given.parts["decade"])
    if first < CENTURY:
        now = given.setting.published.year if given.setting.published else 2000
        first += now // CENTURY * CENTURY
        first -= CENTURY if first > now else 0
    begin, end = ((0, 3), (4, 6), (6, 9))[given.book.thirds[given.parts["third"]]] if "third" in given.parts else (0, 9)
    return f"{first + begin:04}", f"{first + end:04}"


def _read_century(given: Given) -> Bounds:
    last = int(given.parts["century"]) * CENTURY
    return f"{last - CENTURY + 1:04}", f"{last:04}"


def _read_years(given: Given) -> Bounds:
    first, last = given.parts["year"], given.parts["last"]
    last = last if len(last) == len(first) else first[: -len(last)] + last
    return (first, last) if first < last else UNKNOWN


def _read_year(given: Given) -> Bounds:
    return _point(given.parts["year"])


def _read_weekday(given: Given) -> Bounds:
    if given.setting.published is None:
        return UNKNOWN
    shift = given.book.shifts.get(given.parts.get("shift", ""), given.setting.direction)
    away = given.book.weekdays[given.parts["weekday"]] - given.setting.published.weekday()
    if shift > 0:
        today = away == 0 and "shift" not in given.parts  # "will meet on Thursday", told on that Thursday
        return _day(given.setting.published, away if away > 0 or today else away + 7)
    if "shift" in given.parts and shift < 0 and away == 0:
        away = -7
    return _day(given.setting.published, away if away <= 0 else away - 7)


def _read_away(given: Given) -> Bounds:
    if given.setting.published is None:
        return UNKNOWN
    return _day(
        given.setting.published, -1 if "night" in given.parts else given.book.days.get(given.parts.get("away", ""), 0)
    )


def _read_told(given: Given) -> Bounds:
    if len(given.setting.told) != len("2000-01-01"):
        return UNKNOWN
    return _day(date.fromisoformat(given.setting.told), given.book.days[given.parts["told"]])


def _read_period(given: Given) -> Bounds:
    if given.setting.published is None:
        return UNKNOWN
    return _period(given.setting.published, given.parts["unit"], given.book.shifts[given.parts["shift"]])


def _read_ago(given: Given) -> Bounds:
    number = given.book.numbers.get(given.parts["number"]) or (
        int(given.parts["number"]) if given.parts["number"].isdigit() else 0
    )
    unit = given.parts["unit"].removesuffix("s")
    if given.setting.published is None or not number:
        return UNKNOWN
    if unit == "day":
        return _day(given.setting.published, -number)
    return _period(given.setting.published, unit, -number)


def _period(today: date, unit: str, shift: int) -> Bounds:
    if unit == "year":
        return _point(f"{today.year + shift:04}")
    if unit == "decade":
        return (f"{today.year - 10:04}", f"{today.year:04}") if shift == -1 else UNKNOWN
    if unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        return _point(f"{months // 12:04}-{months % 12 + 1:02}")
    if unit not in {"week", "weekend"}:
        return UNKNOWN
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    first = monday + timedelta(days=5 if unit == "weekend" else 0)
    return first.isoformat(), (monday + timedelta(days=6)).isoformat()


def _day(today: date, away: int) -> Bounds:
    return _point((today + timedelta(days=away)).isoformat())


def _year_of(month: int, day: int, setting: Setting, *, shift: int | None = None) -> int:
    """The year of a day or month told without one: nearest to the publication, on the side where the verb points."""
    if setting.published is None or setting.year:
        return int(setting.year or 0)
    today, direction = setting.published, setting.direction if shift is None else shift
    here = today.replace(day=1) if not day else today
    years = [today.year + n for n in (-1, 0, 1)]
    dates = [date(y, month, min(day or 1, gregorian.monthrange(y, month)[1])) for y in years]
    sided = [d for d in dates if (d - here).days * direction >= 0]
    return min(sided, key=lambda d: abs((d - here).days)).year


READINGS: Mapping[str, Callable[[Given], Bounds]] = {
    "iso": _read_iso,
    "dotted": _read_iso,
    "slashed": _read_slashed,
    "date": _read_date,
    "month": _read_month,
    "decade": _read_decade,
    "century": _read_century,
    "season": _read_year,
    "years": _read_years,
    "year": _read_year,
    "weekday": _read_weekday,
    "away": _read_away,
    "told": _read_told,
    "period": _read_period,
    "ago": _read_ago,
}
