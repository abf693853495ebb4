"""Mentions and clusters in, numbers out: how present a thing is, and how apt it is for a pronoun.

Salience after Lappin and Leass (1994): each mention adds weight by its role, and weight halves with each sentence.
"""

from __future__ import annotations

from spacy.tokens import Token

from kgraph.annotation.clusters import Cluster
from kgraph.annotation.mentions import Mention
from kgraph.annotation.phrases import is_object, is_owner, is_subject

PRESENCE, SUBJECT, OBJECT, OWNER, INNER = 100.0, 80.0, 50.0, 30.0, -60.0
TOPIC = 8.0  # the topic of a sentence goes before all that its speakers are
PASSIVE_SUBJECTS = frozenset(("nsubj:pass", "nsubjpass"))
THINGS = frozenset(("ORG", "GPE", "LOC", "FAC", "EVENT", "LAW"))


def weight(head: Token, mention: Mention) -> float:
    """How much a mention makes its thing present: most as a subject, least inside another phrase."""
    if is_subject(head):
        return PRESENCE + SUBJECT
    if is_object(head):
        return PRESENCE + OBJECT
    if is_owner(head):
        return PRESENCE + OWNER
    inner = head.dep_ in ("amod", "compound", "nmod", "nn") or (mention.label == "NORP" and not mention.people)
    return PRESENCE + INNER if inner else PRESENCE


def fits_pronoun(mention: Mention, cluster: Cluster) -> bool:
    """Whether number, gender and kind allow the pronoun to stand for the cluster."""
    person = "PERSON" in cluster.labels
    if cluster.spoken:
        return False
    if mention.table in ("masculine", "feminine"):
        return person and "p" not in cluster.numbers and not cluster.genders - {mention.gender}
    if mention.table == "neuter":
        thing = bool(cluster.labels & THINGS) or bool(cluster.state) or cluster.genders == {"n"}
        return thing and not person and not cluster.people and cluster.numbers <= {"s"}
    if cluster.people or cluster.numbers == {"p"}:
        return True
    return cluster.labels == {"ORG"}


def likelihood(mention: Mention, cluster: Cluster, last: Token) -> float:
    """How apt a cluster is for a pronoun beside its salience: states and bodies before nouns, those before cities."""
    if mention.table == "plural":
        return 1.0 if cluster.people or cluster.numbers == {"p"} else 0.4
    if mention.table != "neuter" or cluster.state or "ORG" in cluster.labels:
        return 1.0
    return 0.4 if cluster.labels & THINGS and not is_subject(last) else 0.6


def goes_on(pronoun: Token, other: Token) -> bool:
    """Whether a pronoun goes on about the topic of the sentence: "the fund lost money, and the bank said it was shut".

    Who says something is its subject as often as not, but what is done to something is said of what the clause
    before was about.
    """
    said, saying = pronoun.head, pronoun.head.head
    if pronoun.dep_ not in PASSIVE_SUBJECTS or said.dep_ != "ccomp" or saying.dep_ != "conj" or not is_subject(other):
        return False
    told = other.head.head if other.head.dep_ == "ccomp" else other.head  # "the bank says that the fund lost money"
    return told == saying.head and (other.head.dep_ == "ccomp" or not has_content(told))


def has_content(verb: Token) -> bool:
    """Whether a verb has a clause for an object."""
    return any(child.dep_ == "ccomp" for child in verb.children)
