"""Extractions and event clusters in, the extractions with the year put to days that were told without one out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kgraph.linking.deeds import Cluster
from kgraph.linking.times import FULL, same_news
from kgraph.model import Event, Extraction, Time

YEARLESS, RELATIVE = "--", "--y"
TURN = (12, 15)
HALF_A_YEAR = 183


def dated(extractions: Sequence[Extraction], clusters: Iterable[Cluster]) -> tuple[Extraction, ...]:
    """The extractions with every "--05-17" read as the day nearest to the news that the article shares with dated ones.

    An article without a date that tells of the same events as one that has one is of the same days. Where it shares
    nothing, or the day is no day, the year stays unknown and the day is left out.
    """
    days = _days(clusters)
    return tuple(replace(x, events=tuple(_settled(e, days.get(x.article, "")) for e in x.events)) for x in extractions)


def _days(clusters: Iterable[Cluster]) -> Mapping[str, str]:
    """Undated article → the day of news that most of the events have which it shares with dated articles."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster in clusters:
        news = {day for d in cluster.deeds for day in d.span if _is_news(day, d.article.published)}
        for article in {d.article_id for d in cluster.deeds if not d.article.published}:
            votes[article].update(news)
    return {article: min(told, key=lambda day: (-told[day], day)) for article, told in votes.items() if told}


def _is_news(day: str, published: str) -> bool:
    return FULL.fullmatch(day) is not None and FULL.fullmatch(published) is not None and same_news(day, published)


def _settled(event: Event, near: str) -> Event:
    settled = (_dated(time, near) for time in event.also)
    time = _dated(event.time, near) if event.time is not None else None
    return replace(event, time=time, also=tuple(t for t in settled if t is not None))


def _dated(time: Time, near: str) -> Time | None:
    """The time with its year, None where nobody knows it."""
    if YEARLESS not in (time.start[:2], time.end[:2]):
        return time
    start, end = (_nearest(day, near) if day.startswith(YEARLESS) else day for day in (time.start, time.end))
    return Time(start, end, time.evidence) if start or end else None


def _nearest(day: str, near: str) -> str:
    """The day of that month in the year in which it is nearest, or the year told from that day; "" if there is none."""
    if not near:
        return ""
    today = date.fromisoformat(near)
    if day.startswith(RELATIVE):  # news of the last days of a year may be told in the next
        return f"{today.year + int(day.removeprefix(RELATIVE)):04}" if (today.month, today.day) < TURN else ""
    found = [f"{today.year + n:04}{day[1:]}" for n in (-1, 0, 1)]
    days = [d for d in found if _is_day(d) and abs((date.fromisoformat(d) - today).days) <= HALF_A_YEAR]
    return min(days, key=lambda d: abs((date.fromisoformat(d) - today).days), default="")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
