"""Parsed words in, the same words as the encoder is to read them once more out: verbs that it takes for nouns.

"The fleet numbers forty ships" is so rare beside "the numbers" that a network learns only the noun; it reads "the
fleet includes forty ships" as it is meant, and the tree is the same. So it is with "state media reports the king left".
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

MEANT = {"numbers": "includes", "totals": "includes", "number": "include", "total": "include"}
REPORTING = {"reports": "says", "report": "say"}
RARE = MEANT.keys() | REPORTING.keys()
PRESS = frozenset((  # what reports, in one word before the verb
    "media", "press", "radio", "television", "tv", "daily", "newspaper", "newspapers", "paper", "agency", "broadcaster",
    "outlet", "outlets", "broadcasters",
))  # fmt: skip
OPENING = frozenset(("DET", "PROPN", "PRON", "NUM", "NOUN", "ADJ", "SCONJ"))
FINITE = frozenset(("VERB", "AUX"))
ONE, REACH = frozenset(("a", "an", "this", "another", "one")), 4
DAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
NAMING = frozenset(("NOUN", "PROPN", "PRON"))
COLLECTIVE = frozenset(
    ("people", "men", "women", "police", "dead", "wounded", "injured", "which", "that", "who", "they")
)
SOFT = frozenset((  # closed classes that stand before a number
    "about", "around", "over", "under", "up", "to", "at", "least", "most", "more", "less", "fewer", "than", "as",
    "many", "some", "an", "just", "only", "well", "close", "almost", "nearly", "roughly", "approximately", "barely",
))  # fmt: skip
SOFTENERS = 4
LARGE = frozenset(("dozens", "hundreds", "thousands", "millions"))


def reread(words: Sequence[str], kinds: Sequence[str]) -> tuple[list[str], list[int]]:
    """The words with those replaced that may be verbs of number or report and were not read so, and where these stand.

    `kinds` are the parts of speech; one of the rare verbs that heads no clause has none.
    """
    places = [i for i, word in enumerate(words) if word in MEANT and _may_count(words, kinds, i)]
    places += [i for i, word in enumerate(words) if word in REPORTING and _may_report(words, kinds, i)]
    meant = MEANT | REPORTING
    return [meant[word] if i in places else word for i, word in enumerate(words)], sorted(places)


def _may_report(words: Sequence[str], kinds: Sequence[str], i: int) -> bool:
    """Whether the i-th word stands between a part of the press and a clause, and was taken for no verb."""
    if not i or kinds[i] == "VERB" or words[i - 1].lower() not in PRESS or i + 2 >= len(words):
        return False
    if words[i] == "report" and ONE.intersection(w.lower() for w in words[max(0, i - REACH) : i]):
        return False  # "a media report that appeared"
    opens = kinds[i + 1] in OPENING and words[i + 1] not in DAYS
    return opens and any(kind in FINITE for kind in kinds[i + 2 :])


def _may_count(words: Sequence[str], kinds: Sequence[str], i: int) -> bool:
    """Whether the i-th word stands between what can be counted and a number, and was taken for no verb."""
    if not i or kinds[i] == "VERB" or not _agrees(words[i - 1], kinds[i - 1], words[i]):
        return False
    after = range(i + 1, len(words))
    start = next((k for k in after if words[k].lower() not in SOFT), len(words))
    end = next((k for k in range(start, len(words)) if kinds[k] != "NUM" and words[k] not in LARGE), len(words))
    if start == end or start - i > SOFTENERS:
        return False
    return start > i + 1 or (end < len(words) and kinds[end] in ("NOUN", "ADJ"))


def _agrees(subject: str, kind: str, verb: str) -> bool:
    """Whether a word can be the subject right before a verb in the singular or the plural."""
    if subject.lower() in COLLECTIVE:
        return kind != "VERB"
    return kind in NAMING and (verb.endswith("s") or subject.endswith("s"))


def is_clause(heads: np.ndarray, deps: Sequence[str], i: int) -> bool:
    """Whether the i-th word has a subject before it and something behind it that depends on it."""
    below = np.flatnonzero(heads == i).tolist()
    return any(k < i and deps[k].startswith("nsubj") for k in below) and any(k > i for k in below)
