"""An event in, the words of its sentence out that a label can take over."""

from __future__ import annotations

import re

from kgraph.linking.triggers import around
from kgraph.model import Event

LONGEST = 9  # words that a label takes over behind the trigger
SHORTEST = 6  # … and before it
HELPER = re.compile(
    r"(?:is|are|was|were|has|have|had|do|does|did|could|would|should|ca|wo)n['’]t|be|has|have|had|is|are|was|were|been|being|\w+ly|also",
    re.I,
)
# Closed classes of English: where a label may not go on, and on what it may not end.
BREAK = re.compile(
    r"that|which|who|whom|whose|what|whatever|why|how|when|where|as|while|and|but|because|after|before|although|though|so|or|if|whether|"
    r"despite|just|now|then|yesterday|today|tomorrow|anytime|soon|again|already|may|might|will|would|can|could|shall|"
    r"should|must|has|have|had|is|are|was|were|it|them|him|her|he|she|they|this|these|those|i|we|you|us|our|my|your|there",
    re.I,
)
PREPOSITION = re.compile(
    r"to|for|on|in|at|with|from|of|by|against|over|into|about|through|under|between|across|upon|since|until", re.I
)
ARTICLE = re.compile(r"the|an?|all|any|some|both", re.I)
LOOSE = re.compile(
    rf"(?:{PREPOSITION.pattern}|{ARTICLE.pattern}|using|not|also|been|being|even|no|more|most|very)", re.I
)
TIME = re.compile(
    r"\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December"
)


def said_after(event: Event) -> str:
    """The words that go with the trigger, as they stand: "appealed" → "to the council for more boats".

    They end where a clause, an aside or another sentence begins, or a pronoun would be left without its noun.
    """
    _, after = around(event)
    words: list[str] = []
    for word in re.findall(r"[\w'’$€£%,.:;()“”\"‘–—-]+", after):
        plain = word.strip("“‘,.:;)”’\"'")
        if not plain or not plain[0].isalnum() or BREAK.fullmatch(plain) or len(words) == LONGEST:
            break
        words.append(plain)
        if word.rstrip("”’\"'")[-1:] in ",.:;)" or word[-1] in ",.:;)" or word[0] == "(":
            break
    return " ".join(_whole(words, after))


def said_before(event: Event) -> str:
    """The words that the trigger is said of, as they stand right before it and its auxiliaries: "three data lines".

    "" where something else may come between them, or where they are a pronoun.
    """
    before, _ = around(event)
    said = before.split()
    while said and HELPER.fullmatch(said[-1]):
        said.pop()
    words: list[str] = []
    for word in reversed(said):
        if BREAK.fullmatch(word) or PREPOSITION.fullmatch(word) or word[-1] in ',.:;)”"' or len(words) == SHORTEST:
            break
        words.insert(0, word.strip("“‘(\"'"))
        if ARTICLE.fullmatch(word):
            return " ".join(words[1:])
    return " ".join(words) if len(words) < SHORTEST else ""


def said_aim(event: Event) -> str:
    """What somebody is asked to do, where the words behind the trigger say it: "to send troops to Oslo"; else ""."""
    _, after = around(event)
    found = re.search(
        r"^(?:[^,.;:()“”\"]{0,60}?)\s(to\s+(?!the\b|an?\b)[a-z]+(?:\s+[\w'’%$€£-]+(?:[.,]\d+)*){0,7})", after
    )
    words: list[str] = []
    for word in found[1].split() if found else ():
        if words and BREAK.fullmatch(word):
            break
        words.append(word)
    while words and LOOSE.fullmatch(words[-1]):
        words.pop()
    return " ".join(words) if len(words) > 1 and words != ["to", "do"] else ""  # "asked to do so"


def _whole(words: list[str], after: str) -> list[str]:
    """The words up to the last that can end a phrase, without an infinitive or a time."""
    for i, word in enumerate(words[:-1]):
        later = words[i + 1]
        if i and word.lower() == "to" and later[0].islower() and not ARTICLE.fullmatch(later):
            words = words[:i]
            break
        if PREPOSITION.fullmatch(word) and TIME.match(later):
            words = words[:i]
            break
    if len(words) == LONGEST and re.search(rf"{re.escape(words[-1])}\s+[\w’'-]", after):
        words = _shortened(words)
    while words and LOOSE.fullmatch(words[-1]):
        words = words[:-1]
    return words


def _shortened(words: list[str]) -> list[str]:
    """The words before the last preposition: what follows it is cut off somewhere."""
    cuts = [i for i, w in enumerate(words) if PREPOSITION.fullmatch(w)]
    return words[: cuts[-1]] if cuts and cuts[-1] else []
