"""An event's trigger in, its grammar out: noun or verb, word family, and the forms that a label needs."""

from __future__ import annotations

import re
from itertools import takewhile

from kgraph.model import Event

# closed classes of English after which a word that is both noun and verb is a noun
BEFORE_NOUN = re.compile(r"(?:\b(?:the|an?|this|that|these|those|his|her|its|their|our|my|of|no|any)|['’]s?)\s+$", re.I)
BEFORE_VERB = re.compile(r"\b(?:to|not|will|would|shall|should|can|could|may|might|must|do|does|did)\s+$", re.I)
GENERIC = re.compile(r"\b(?:any|all|no|such|every|past|previous|earlier|further|future|other)\s+(?:[\w-]+\s+)?$", re.I)
PAST = re.compile(r"\b(?:past|previous|previously|earlier|hitherto|formerly|never before)\b", re.I)
NOUN_ENDING = re.compile(r"(?:tion|sion|ment|ence|ance|al|age|ure|ism|ity|ing|ship)s?$")
DOUBLING = re.compile(r"[^aeiou]?[^aeiou]*[aeiou][bdgmnprt]")  # a syllable that ends in one vowel and one consonant

BEING = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s+(?:\w+ly\s+|n[’']t\s+|not\s+|also\s+)*$", re.I)


def is_noun(event: Event) -> bool:
    """Whether the trigger is used as a noun, by its form and the word before it."""
    if event.pos:
        return event.pos == "noun"
    word, lemma = event.trigger.quote.lower().split()[-1], event.lemma.lower()
    if word not in (lemma, f"{lemma}s"):
        return False
    before = _before(event)
    plural = re.search(r"[^s]s$", lemma)
    if plural or NOUN_ENDING.search(word) or BEFORE_NOUN.search(before):
        return True
    # a verb in this form has a subject before it, or one of the words that take an infinitive
    return not BEFORE_VERB.search(before) and "schema:agent" not in dict(event.roles)


def calls_back(event: Event) -> bool:
    """Whether the trigger can speak of what was told before: a noun, or a verb used as one ("the asking")."""
    return is_noun(event) or bool(BEFORE_NOUN.search(_before(event)))


def is_of_the_past(event: Event) -> bool:
    """Whether a denial is of times before those of the news: "in past crises it refused to step in"."""
    return event.factuality == "negative" and bool(PAST.search(event.evidence.quote))


def is_generic(event: Event) -> bool:
    """Whether it means no deed in particular: "any intervention", "such protests"."""
    return bool(GENERIC.search(_before(event)))


def _before(event: Event) -> str:
    return event.evidence.quote[: max(0, event.trigger.start - event.evidence.start)]


def alike(a: str, b: str) -> bool:
    """Whether two lemmas are of one word family: "deploy", "deployment"; "invade", "invasion"."""
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))))
    return a == b or (shared >= 4 and shared >= 0.6 * min(len(a), len(b)))


def third_person(lemma: str) -> str:
    """The verb as it follows "she": "call on" → "calls on", "carry" → "carries"."""
    verb, space, rest = lemma.partition(" ")
    if re.search(r"[^aeiou]y$", verb):
        verb = verb[:-1] + "ie"
    elif re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        verb += "e"
    return f"{verb}s{space}{rest}"


def gerund(lemma: str) -> str:
    """The verb as a noun: "seize" → "seizing", "ban" → "banning", "call on" → "calling on"."""
    verb, space, rest = lemma.partition(" ")
    if re.search(r"[^eoy]e$", verb):
        verb = verb[:-1]
    elif DOUBLING.fullmatch(verb):
        verb += verb[-1]
    return f"{verb}ing{space}{rest}"


def is_passive(event: Event) -> bool:
    """Whether the verb is said of whom it is done to: "was arrested", "those arrested by"."""
    before, after = around(event)
    active = event.trigger.quote.lower().endswith("ing")
    return not active and bool(BEING.search(before) or re.match(r"\s+by\b", after))


def around(event: Event) -> tuple[str, str]:
    """The sentence before the trigger, and behind it."""
    quote, start = event.evidence.quote, max(0, event.trigger.start - event.evidence.start)
    return quote[:start], quote[start + len(event.trigger.quote) :]
