"""A matched relation and the dates of the article in, whether the sentence tells it as over out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.frames import Match, fits
from kgraph.extraction.roles import FORMER
from kgraph.extraction.times import publication, time_for
from kgraph.model import Article, Time
from kgraph.schema import Schema

YEAR = len("2000")
UNDER, USED, OUTGOING = "under", "used", "outgoing"
Words = Mapping[str, tuple[str, ...]]


def former(role: str, match: Match, told: Sequence[Time], article: Article, schema: Schema) -> str:
    """The name of the position, with "former" where the sentence tells the relation as over.

    "Who worked for Reuters", "served as mayor", "was director in 2003", "once led the party", "left the party".
    """
    words = schema.words["past"]
    named = role or next(iter(words.get(match.rule.type, ())), "")
    if not named or named.startswith((FORMER, "late ")) or not _is_over(match, told, article, schema):
        return role
    return f"{FORMER} {named}"


def _is_over(match: Match, told: Sequence[Time], article: Article, schema: Schema) -> bool:
    through = syntax.predication(match.anchor)
    if through is None:
        return match.frame.pos == "noun" and _then_before(match.anchor)
    if OUTGOING in dict(match.frame.roles)["subject"]:  # "replaced him as director"
        return True
    if _is_given_up(through, match, schema.words["past"]):
        return not syntax.is_negated(through)
    return _is_past(through) and not _is_reported(through) and _was(through, match, told, article, schema)


def _is_given_up(through: Token, match: Match, words: Words) -> bool:
    """ "Resigned as director", "left the party", "used to work for Acme"."""
    return _is_left(through, match, words) or (through.head.lower_ == USED and syntax.link(through) == "clause")


def _is_left(through: Token, match: Match, words: Words) -> bool:
    return fits(through, words["leaving"]) and (through.i < match.anchor.i or match.frame.pos == "verb")


def _was(through: Token, match: Match, told: Sequence[Time], article: Article, schema: Schema) -> bool:
    """Whether a clause in the past tense tells what is over: a state, by its verb, its adverb or an earlier year."""
    words, anchor = schema.words["past"], match.anchor
    if _adverbs(through) & set(words["once"]):
        return True
    state = fits(through, words["states"])
    if not state and (through.i != anchor.i or syntax.is_verbal(anchor)):
        return False
    time, published = time_for(through, told, schema, inherit=False), publication(article)
    if time is not None and time.end and published is not None:
        return is_ago(time, schema) or int(time.end[:YEAR]) < published.year
    ago = time is not None and is_ago(time, schema)
    return ago or state or syntax.link(through) == "relative" or _is_under_somebody(through, anchor)


def is_to_be_left(match: Match, schema: Schema) -> bool:
    """Whether the words tell of an end of the relation, not of the relation: what "will leave" says lies ahead."""
    through = syntax.predication(match.anchor)
    return through is not None and _is_left(through, match, schema.words["past"])


def is_ago(time: Time, schema: Schema) -> bool:
    """Whether a date is told by its distance, so that it is no more than a point that lies back: "a decade ago"."""
    return time.evidence.quote.lower().endswith(schema.words["time"]["ago"])


def _is_past(predicate: Token) -> bool:
    """Whether it is told in the past tense; "has been" is not over."""
    finite = next(iter(syntax.auxiliaries(predicate)), predicate)
    return finite.tag_ == "VBD" or (finite.tag_ == "VBN" and finite.lower_ == "had")


def _is_reported(predicate: Token) -> bool:
    """Whether the tense may be that of the verb that reports it: "she said that he was the director"."""
    return any(t.dep_ == "ccomp" for t in (predicate, *predicate.ancestors))


def _adverbs(predicate: Token) -> set[str]:
    return {syntax.subtree(c).text.lower() for c in predicate.children if syntax.link(c) == "other"}


def _then_before(noun: Token) -> bool:
    """Whether the description is told of an earlier time: "Berg, then a minister"."""
    start = syntax.noun_phrase(noun).start
    return any(t.lower_ == "then" for t in noun.doc[max(start - 1, noun.sent.start) : start + 1])


def _is_under_somebody(predicate: Token, noun: Token) -> bool:
    """Whether it was so in somebody's time of office: "was director under President Lund"."""
    return any(t.ent_type_ == "PERSON" for one in (predicate, noun) for t in syntax.fillers(one, UNDER))
