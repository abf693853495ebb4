"""Parts of a comparison in, words to read out: the same in the terminal, in Markdown, in CSV and on a page."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.comparison import Cell, Chain, Column, Contradiction, Figure, Quantity, Row, Stance, name
from kgraph.graph import Passage

SIGNS: dict[Stance, str] = {"asserts": "✓", "denies": "✗", "attributes": "”", "hedges": "~", "silent": "·"}
MEANINGS: dict[Stance, str] = {
    "asserts": "states it as true",
    "denies": "says that it is not so",
    "attributes": "gives it as somebody's word",
    "hedges": "only as possible, expected or in doubt",
    "silent": "does not speak of it",
}
TITLES = {
    "agreement": ("What the outlets agree and disagree on", "disputed facts first, then those most outlets speak of"),
    "contradictions": ("Contradictions", "both sides in their own words"),
    "figures": ("Figures", "every value of a quantity; a hedge widens it"),
    "alone": ("What each outlet alone says", "copies count with their original"),
    "left-out": ("What each outlet leaves out", "facts that two or more others speak of"),
    "chains": ("What rests on somebody's word", "no outlet states it itself; one unnamed source first"),
}


def stance(cell: Cell) -> str:
    """How an outlet stands to a fact: "asserts", "attributes to Ada Moreau", "denies (Moreau), also asserts"."""
    words: str = cell.stance
    if cell.voices:
        voices = ", ".join(cell.voices)
        words += f" to {voices}" if cell.stance == "attributes" else f" ({voices})"
    return f"{words}, also {', '.join(cell.also)}" if cell.also else words


def source(passage: Passage) -> str:
    """Where a passage stands: outlet, date, file and offset."""
    return ", ".join(x for x in (name(passage), passage.date, f"{passage.path}:{passage.start}") if x)


def sentence(passage: Passage) -> str:
    """The quote on one line."""
    return " ".join(passage.quote.split())


def notes(passage: Passage) -> str:
    """What limits the statement: whose word, denied or doubted, hedged."""
    parts = (
        f"says {passage.speaker}" if passage.speaker else "",
        {"": "", "negative": "denied"}.get(passage.factuality, passage.factuality),
        f"“{passage.hedge}”" if passage.hedge else "",
    )
    return "; ".join(p for p in parts if p)


def detail(row: Row, before: Row | None) -> str:
    """What a row says of the event of the row before it ("is done by: Russia"), "" where it starts anew."""
    told = not row.event and before is not None and row.triple[0] == before.triple[0]
    return row.label.partition(" · ")[2] if told else ""


def heading(found: Contradiction) -> str:
    """What a contradiction is about: the subject, and the relation if both sides speak of the same."""
    return f"{found.subject} {found.name}".strip()


def repeated(outlets: Sequence[str]) -> str:
    """Which outlets only repeat a side: "repeated by Herald"; "" if there are none."""
    return f"repeated by {', '.join(outlets)}" if outlets else ""


def number(value: float) -> str:
    """A number to read: 2,500 or 3.5."""
    return f"{value:,.0f}" if value.is_integer() else f"{value:,}"


def spread(quantity: Quantity) -> str:
    """The smallest and largest value, and how many times one is the other."""
    low, high = quantity.spread
    if low == high:
        return number(low)
    times = f" (×{high / low:.2g})" if low > 0 else ""
    return f"{number(low)} to {number(high)}{times}"


def verdict(quantity: Quantity) -> str:
    """What is to be said of a quantity whose values do not go together, else ""."""
    if quantity.agree:
        return ""
    return "rises from day to day" if quantity.rises else "not compatible"


def reach(figure: Figure) -> str:
    """What the value can mean with its hedge: "2,250 to 2,750", "more than 400", or the number."""
    if figure.least == figure.most:
        return number(figure.value)
    if figure.most == float("inf"):
        return f"{number(figure.least)} or more"
    if figure.least == float("-inf"):
        return f"up to {number(figure.most)}"
    return f"{number(round(figure.least, 6))} to {number(round(figure.most, 6))}"


def chain(found: Chain) -> str:
    """The chain from the outlet to the source: "Courier ← Jon Tell ← an official (unnamed)"."""
    return " ← ".join(v.name + (" (unnamed)" if v.unnamed else "") for v in found.voices)


def restating(column: Column) -> str:
    """The name of a column, and what it restates."""
    return column.name + (f" (restates {', '.join(column.copy_of)})" if column.copy_of else "")


def shared(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The facts for a matrix to read: those that more than one origin speaks of, or that are disputed."""
    return tuple(r for r in rows if r.disputed or r.told_by > 1)
