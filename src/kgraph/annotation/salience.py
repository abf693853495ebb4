"""Mentions and clusters in, numbers out: how present a thing is, and how apt it is for a pronoun.

Salience after Lappin and Leass (1994): each mention adds weight by its role, and weight halves with each sentence.
"""

from __future__ import annotations

from spacy.tokens import Token

from kgraph.annotation.clusters import Cluster
from kgraph.annotation.mentions import Mention
from kgraph.annotation.phrases import is_object, is_owner, is_subject

PRESENCE, SUBJECT, OBJECT, OWNER, INNER = 100.0, 80.0, 50.0, 30.0, -60.0
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
