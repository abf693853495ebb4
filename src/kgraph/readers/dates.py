"""A line in, the date it gives out: ISO 8601, cut to what the line really says."""

from __future__ import annotations

import re

from kgraph.readers.lexicon import Lexicon, any_of, fold

LONGEST_LINE = 90
TOKEN = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|[^\w\s]")
YEAR = re.compile(r"(?<!\d)(?:1[6-9]|2[01])\d\d(?!\d)")
ISO = re.compile(r"(?<!\d)((?:1[6-9]|2[01])\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
CLOCK = re.compile(r"(?<!\d)@?\s*\d{1,2}[:.]\d\d(?::\d\d)?(?!\d)\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)


def is_date(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says nothing but a date: "Published: Sunday 9 January 2022 at 10:59"."""
    if len(text) > LONGEST_LINE or not YEAR.search(text):
        return False
    if ISO.match(text) and " " not in text.strip():
        return True
    known = lexicon.words["dates.months"] | lexicon.words["dates.days"] | lexicon.words["dates.around"]
    words = [t.rstrip(".") for t in TOKEN.findall(fold(text)) if t[0].isalpha()]
    if not all(word in known for word in words):
        return False
    return bool(ISO.search(text) or NUMERIC.search(text)) or any(w in lexicon.words["dates.months"] for w in words)


def published(text: str, lexicon: Lexicon) -> str:
    """The date that a line of metadata gives, as far as it gives it: "2022-01-09", "2022-01", "2022", or ""."""
    if iso := ISO.search(text):
        return "-".join(part for part in iso.groups() if part)
    if numeric := NUMERIC.search(text):
        return _numeric(int(numeric[1]), int(numeric[3]), numeric[4], dotted=numeric[2] == ".")
    later = any_of(lexicon.words["dates.later"])
    parts = re.split(rf"\b(?:{later})", text, flags=re.IGNORECASE)  # "3 March 2024, updated 2 hours ago"
    return next((date for part in parts if (date := _worded(part, lexicon))), "")


def _numeric(first: int, second: int, year: str, *, dotted: bool) -> str:
    if 1 <= second <= 12 and 1 <= first <= 31 and (dotted or first == second or first > 12):
        return f"{year}-{second:02}-{first:02}"
    if 1 <= first <= 12 < second <= 31:
        return f"{year}-{first:02}-{second:02}"
    return year  # day and month cannot be told apart, and a guess would be wrong half the time


def _worded(text: str, lexicon: Lexicon) -> str:
    from dateparser.date import DateDataParser  # slow to import, and many files have no date line

    year = YEAR.search(text)
    if not year:
        return ""
    known = lexicon.words["dates.months"] | lexicon.words["dates.days"]
    tokens = [t.rstrip(".") for t in TOKEN.findall(fold(CLOCK.sub(" ", text)))]
    dated = " ".join(t for t in tokens if t[0].isdigit() or t in known)
    parser = DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["year"]})
    found = parser.get_date_data(dated)
    if not found.date_obj or str(found.date_obj.year) != year[0]:
        return year[0]
    return str(found.date_obj.date().isoformat()[: {"day": 10, "month": 7}.get(found.period, 4)])
