"""A line or paragraph in, the people it names as author or translator out."""

from __future__ import annotations

import re

from kgraph.readers.blocks import Block
from kgraph.readers.lexicon import Lexicon, any_of, fold

LONGEST_LINE = 120
LONGEST_BIO = 120  # words
LONGEST_UNNAMED = 8  # words
CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"  # an upper-case letter of any script that has them
WORD = rf"{CAPITAL}[^\W\d_]*(?:[’'`-][^\W\d_]+)*\.?"
SEPARATORS = re.compile(r"\s*(?:[,;&|/]|\band\b|\bwith\b)\s*")


def authors(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The people a byline names: "By Ann Lee and Bo Diaz in Oslo" → ("Ann Lee", "Bo Diaz"); () if it is none."""
    if len(text) > LONGEST_LINE:
        return ()
    rest = signed(text, lexicon)
    names = tuple(n for part in SEPARATORS.split(rest or text) if (n := _leading_name(part, lexicon)))
    if not names or (not rest and not _only_names(text, lexicon)):
        return ()
    return tuple(dict.fromkeys(names))


def is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is the name of a person and no headline in capitals: its first word is a given name."""
    return bool(authors(text, lexicon)) and text.split(maxsplit=1)[0] in lexicon.given_names


def signed(text: str, lexicon: Lexicon) -> str:
    """What follows the "By" or "Written by" that a line opens with; "" if it opens otherwise."""
    starts = any_of(lexicon.starts["bylines.starts"])
    found = re.match(rf"[-–—|•\s]*(?:{starts})[\s:]*", text[:LONGEST_LINE], re.IGNORECASE)
    return text[found.end() :] if found else ""


def is_unnamed(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says who wrote it without a name: "From our correspondent in Oslo"."""
    words = fold(text).split()
    return (
        0 < len(words) <= LONGEST_UNNAMED
        and fold(text).startswith(lexicon.starts["bylines.unnamed"])
        and any(w in lexicon.words["bylines.roles"] for w in words)
        and text[-1] not in ".?!:"
    )


def translators(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The people a translator's line names: "Translated by Ann Lee" → ("Ann Lee",)."""
    if len(text) > LONGEST_LINE:
        return ()
    for start in lexicon.starts["bylines.translated"]:
        head, _, tail = start.partition("{language}")
        found = re.match(re.escape(head) + (r"\w+" + re.escape(tail) if tail else "") + r"\s*", text, re.IGNORECASE)
        if found:
            parts = SEPARATORS.split(text[found.end() :].rstrip(". "))
            return tuple(dict.fromkeys(n for p in parts if (n := _leading_name(p, lexicon))))
    return ()


def explainer(text: str, lexicon: Lexicon) -> str:
    """The author whom a standfirst opens with: "Ann Lee explains why …", "Ann Lee on the …" → "Ann Lee"."""
    verbs, objects = any_of(lexicon.words["bylines.explaining"]), any_of(lexicon.words["bylines.explained"])
    found = re.match(rf"((?:{WORD}\s+){{1,3}}{WORD})\s+(?:(?:{verbs})\s+(?:{objects})|on)\b", text[:LONGEST_LINE])
    return " ".join(found[1].split()) if found and _is_name(found[1], lexicon) else ""


def bio(block: Block, lexicon: Lexicon, names: frozenset[str]) -> str:
    """Whom a note about the author is about ("Ann Lee is a reporter in Oslo."), "the author" if unnamed, or ""."""
    if block.words > LONGEST_BIO or block.level:
        return ""
    if block.folded.startswith(lexicon.starts["bios.starts"]):
        return "the author"
    verbs = any_of(lexicon.words["bios.verbs"])
    found = re.match(rf"((?:{WORD}\s+){{1,3}}{WORD}),?\s[^.]{{0,80}}?\b(?:{verbs})", block.text[:200])
    name = _leading_name(found[1], lexicon) if found else ""
    if not name:
        return ""
    sentence = fold(block.text[:200])
    works = re.search(rf"\b(?:{any_of(lexicon.words['bios.professions'])})", sentence)
    quoted = re.search(r"[“\"”]", block.text)
    return name if name in names or (works and not quoted) else ""


def _only_names(text: str, lexicon: Lexicon) -> bool:
    """Whether a line without "By" is nothing but names, with a place or a role behind them at most."""
    parts = SEPARATORS.split(text)
    named = [p for p in parts if _leading_name(p, lexicon)]
    return bool(_leading_name(parts[0], lexicon)) and all(
        p in named or _roles(p, lexicon) or re.fullmatch(rf"(?:in )?{WORD}(?: {WORD})?", p) for p in parts
    )


def _leading_name(text: str, lexicon: Lexicon) -> str:
    """The name that a part of a byline consists of, without place and role; "" if there is none."""
    text = re.split(rf"\s+(?:in|for|at|of|from)\s+(?:the\s+)?(?={WORD}|\d)|\s*[(<@]", text.strip(" .*_"), maxsplit=1)[0]
    if text.isupper() and len(text) > 5:
        text = text.title()
    words = text.split()
    while words and fold(words[-1]) in lexicon.words["bylines.roles"]:
        words.pop()
    while words and fold(words[0]).rstrip(".") in lexicon.words["bylines.honorifics"]:
        words.pop(0)
    name = " ".join(words)
    return name if _is_name(name, lexicon) else ""


def _is_name(text: str, lexicon: Lexicon) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5 or fold(text) in lexicon.outlets:
        return False
    particles = lexicon.words["bylines.particles"]
    common = (
        lexicon.words["english.closed"] | lexicon.words["english.function_words"] | lexicon.words["outlets.title_words"]
    )
    roles, calendar = lexicon.words["bylines.roles"], lexicon.words["dates.months"] | lexicon.words["dates.days"]
    if fold(words[0]) in lexicon.words["outlets.articles"] - {"la", "le"}:
        return False
    if sum(bool(re.fullmatch(WORD, w)) for w in words) < 2 or not re.fullmatch(WORD, words[-1]):
        return False
    if any(
        fold(w) in (common | roles | calendar) - {"may", "sun", "mar", "jun", "april", "june", "august"} for w in words
    ):
        return False
    return all((w[0].isupper() and re.fullmatch(WORD, w)) or w.casefold() in particles for w in words)


def _roles(text: str, lexicon: Lexicon) -> bool:
    return any(fold(w) in lexicon.words["bylines.roles"] for w in text.split())
