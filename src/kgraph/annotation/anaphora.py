"""Mentions in, joined mentions out: definite noun phrases and pronouns find what they take up, in reading order.

Salience after Lappin and Leass (1994): each mention adds weight by its role, and weight halves with each sentence.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.annotation.appositions import state_in
from kgraph.annotation.clusters import SPOKEN, Cluster, Clusters, Office
from kgraph.annotation.mentions import Lexicon, Mention
from kgraph.annotation.phrases import PAUSES, governor, is_owner, is_subject, negated, predicated, subject_of
from kgraph.annotation.quotations import Quotation
from kgraph.annotation.salience import TOPIC, fits_pronoun, goes_on, likelihood, weight

REACH = {"masculine": 4, "feminine": 4, "neuter": 2, "plural": 2}  # sentences back
PARALLEL = 2.0  # subjects of one sentence mostly are one
BESIDE = 6.0  # all the more where their clauses stand side by side: "Lima may agree; it has said so"
NOUN_REACH, OFFICE_REACH = 25, 2
JOINED = frozenset(("conj", "parataxis"))
PASSIVES = frozenset(("aux:pass", "auxpass", "acomp"))
THAT_CLAUSES = frozenset(("ccomp", "csubj", "csubj:pass", "csubjpass"))
CLAUSES = frozenset(("advcl", "xcomp"))
RELATIVES = frozenset(("acl:relcl", "relcl"))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the resolution of one document reads: its sentences, quotations and words."""

    doc: Doc
    clusters: Clusters
    lexicon: Lexicon
    sentences: Sequence[int]
    speakers: Mapping[int, Quotation]
    heads: Mapping[int, int]
    predicates: Mapping[int, int]
    officers: Sequence[int]

    def sentence(self, i: int) -> int:
        """The number of the sentence of the i-th mention."""
        return self.sentences[self.clusters.mentions[i].head]


def resolve(doc: Doc, clusters: Clusters, lexicon: Lexicon, quotes: Sequence[Quotation]) -> None:
    """Join each definite noun phrase and pronoun with what it takes up, where that can be told."""
    setting = Setting(
        doc=doc,
        clusters=clusters,
        lexicon=lexicon,
        sentences=sentence_numbers(doc),
        speakers={i: quote for quote in quotes for i in range(quote.start, quote.end)},
        heads={mention.head: i for i, mention in enumerate(clusters.mentions)},
        predicates=dict(predicates(doc, clusters)),
        officers=[cluster.members[0] for cluster in clusters if cluster.offices],
    )
    recent: deque[int] = deque()
    for i, mention in enumerate(clusters.mentions):
        sentence = setting.sentences[mention.head]
        while recent and setting.sentence(recent[0]) < sentence - NOUN_REACH:
            recent.popleft()
        target = antecedent(setting, i, recent)
        if target is not None:
            clusters.join(setting.predicates.get(target, target), i)
        clusters.of(i).raise_to(sentence, weight(doc[mention.head], mention))
        recent.append(i)


def predicates(doc: Doc, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """(what is said of a subject by "be", the subject): what takes the one up takes up the other."""
    heads = {mention.head: i for i, mention in enumerate(clusters.mentions)}
    for i, mention in enumerate(clusters.mentions):
        subject = predicated(doc[mention.head]) if mention.kind == "nominal" else None
        if subject is not None and subject.i in heads and not negated(doc[mention.head]):
            yield i, heads[subject.i]


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence, those of white space not counted."""
    numbers, number = [], 0
    for token in doc:
        number += bool(token.is_sent_start) and not token.is_space
        numbers.append(number)
    return numbers


def antecedent(setting: Setting, i: int, recent: Iterable[int]) -> int | None:
    """An earlier mention of what the i-th mention takes up, None when it takes up nothing or that cannot be told."""
    mention = setting.clusters.mentions[i]
    if mention.kind == "name" or mention.table == "demonstrative" or resolved(setting, i):
        return None  # "this" mostly takes up what a sentence says
    if mention.kind == "nominal":
        return noun_antecedent(setting, i, recent)
    if mention.table in SPOKEN:
        return speaking(setting, i, recent)
    if setting.doc[mention.head].text.casefold() in setting.lexicon.tables["reflexive"]:
        return reflexive(setting, i)
    if mention.table == "neuter" and empty(setting, setting.doc[mention.head]):
        return None
    return pronoun_antecedent(setting, i, recent)


def resolved(setting: Setting, i: int) -> bool:
    """Whether the i-th mention is joined with more than the "I" of a quotation whose speaker it is."""
    mentions = setting.clusters.mentions
    return any(k != i and mentions[k].table not in SPOKEN for k in setting.clusters.of(i).members)


def speaking(setting: Setting, i: int, recent: Iterable[int]) -> int | None:
    """Who "I" is: the speaker of the quotation; "we" only takes up another "we" of the same quotation."""
    mention = setting.clusters.mentions[i]
    quote = setting.speakers.get(mention.head)
    if mention.table == "speaker" and quote is not None and quote.speaker is not None:
        return setting.heads.get(quote.speaker)
    same = (j for j in reversed([*recent]) if setting.clusters.mentions[j].table == mention.table)
    return next((j for j in same if setting.speakers.get(setting.clusters.mentions[j].head) == quote), None)


def reflexive(setting: Setting, i: int) -> int | None:
    """The subject of the verb that a reflexive pronoun belongs to."""
    verb = governor(setting.doc[setting.clusters.mentions[i].head])
    subject = verb.head if verb.dep_ == "acl" else subject_of(verb)
    return setting.heads.get(subject.i) if subject is not None else None


def empty(setting: Setting, it: Token) -> bool:
    """Whether "it" means nothing: "it seems", "it is clear that", "it is hard to"."""
    verb = it.head
    said = [child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in ("ADJ", "NOUN")]
    if any(later(one) & THAT_CLAUSES for one in said):  # "made it clear that", "it remains a question whether"
        return True
    if not is_subject(it):
        return False
    if verb.lemma_.casefold() in setting.lexicon.tables["empty_verbs"] or cleft(verb):
        return True
    passive = any(child.dep_ in PASSIVES for child in verb.children)
    if later(verb) & THAT_CLAUSES and (passive or said or verb.pos_ == "ADJ"):
        return True
    return verb.pos_ == "ADJ" and bool(later(verb) & CLAUSES)


def later(predicate: Token) -> set[str]:
    """The labels of what depends on a predicate after it."""
    return {child.dep_ for child in predicate.children if child.i > predicate.i}


def cleft(predicate: Token) -> bool:
    """Whether "it is" only brings a name forward: "it is Obi who decides"; else names have no clause with "that"."""
    clauses = (child for child in predicate.children if child.dep_ in RELATIVES and child.i > predicate.i)
    marked = any(word.text.casefold() in ("that", "who") for clause in clauses for word in clause.lefts)
    return marked and (predicate.pos_ == "PROPN" or any(c.text.casefold() == "only" for c in predicate.lefts))


def pronoun_antecedent(setting: Setting, i: int, recent: Iterable[int]) -> int | None:
    """The most salient thing before a pronoun that it can stand for."""
    mention = setting.clusters.mentions[i]
    sentence = setting.sentences[mention.head]
    barred = barred_clusters(setting, i)
    best: tuple[float, int] | None = None
    for j in recent:
        cluster = setting.clusters.of(j)
        far = sentence - setting.sentence(j) > REACH[mention.table]
        if far or any(cluster is other for other in barred) or not before(setting, j, mention):
            continue
        if fits_pronoun(mention, cluster):
            score = cluster.salience(sentence) * fitness(setting, i, j), j
            best = max(best, score) if best else score
    return best[1] if best else None


def fitness(setting: Setting, i: int, j: int) -> float:
    """How apt the thing of the j-th mention is for the i-th, a pronoun, beside its salience."""
    mentions, doc = setting.clusters.mentions, setting.doc
    head, other, cluster = doc[mentions[i].head], doc[mentions[j].head], setting.clusters.of(j)
    factor = likelihood(mentions[i], cluster, other)
    if goes_on(head, other) or is_said_to_be(setting, head, j):
        return factor * TOPIC
    if is_subject(head) and is_subject(other) and setting.sentence(i) == setting.sentence(j):
        return factor * (BESIDE if head.head.dep_ in JOINED and head.head.head == other.head else PARALLEL)
    return factor


def is_said_to_be(setting: Setting, pronoun: Token, j: int) -> bool:
    """Whether a pronoun is said to be what the name of the j-th mention names: "it was the only union that"."""
    noun, other = pronoun.head, setting.clusters.mentions[j]
    near = other.kind == "name" and setting.doc[other.head].sent == pronoun.sent
    if noun.pos_ != "NOUN" or not (is_subject(pronoun) or pronoun.dep_ == "expl") or not near:
        return False
    kinds = setting.lexicon.nouns.get(noun.lemma_.casefold(), frozenset())
    types = setting.clusters.of(j).types | {other.label}
    return any(KINDS.get(kind) in types for kind in kinds)


def before(setting: Setting, j: int, mention: Mention) -> bool:
    """Whether the j-th mention ends before the pronoun, so that the pronoun is not a part of it."""
    return setting.clusters.mentions[j].end <= mention.start


def barred_clusters(setting: Setting, i: int) -> list[Cluster]:
    """What the i-th mention, a pronoun, cannot be: the subject of its own verb, or the speaker of its quotation.

    Nor can what it says of itself in a quotation tell who it is.
    """
    doc, clusters = setting.doc, setting.clusters
    head = doc[clusters.mentions[i].head]
    barred = [clusters.of(i)]
    quote = setting.speakers.get(head.i)
    if quote is not None and quote.speaker is not None and quote.speaker in setting.heads:
        barred.append(clusters.of(setting.heads[quote.speaker]))
    if not is_owner(head) and not is_subject(head):
        verb = governor(head)
        subjects = [child.i for child in verb.children if is_subject(child)]
        barred += [clusters.of(setting.heads[s]) for s in subjects if s in setting.heads]
    return barred


def noun_antecedent(setting: Setting, i: int, recent: Iterable[int]) -> int | None:
    """The most salient thing before a definite noun phrase that the phrase can take up."""
    mention = setting.clusters.mentions[i]
    owner = owner_of(setting, mention)
    if owner is not None:
        return owned_alike(setting, mention, owner, recent)
    if not definite(setting, mention):
        return None
    found = office_holder(setting, i, recent) if mention.office else None
    if found is not None or (mention.office and mention.number == "s"):
        return characterised(setting, i, recent) if found is None else found
    sentence = setting.sentences[mention.head]
    best: tuple[float, int] | None = None
    for j in recent:
        other = setting.clusters.mentions[j]
        if not before(setting, j, mention) or setting.clusters.of(j) is setting.clusters.of(i):
            continue
        if takes_up(setting, mention, setting.clusters.of(j), other):
            score = setting.clusters.of(j).salience(sentence), j
            best = max(best, score) if best else score
    return best[1] if best else characterised(setting, i, recent)


def characterised(setting: Setting, i: int, recent: Iterable[int]) -> int | None:
    """The one named subject of the sentence before, where "the diplomat" or "the Malian envoy" goes on about him."""
    mention = setting.clusters.mentions[i]
    if mention.noun not in setting.lexicon.tables["characterising"] or mention.number != "s":
        return None
    if not is_subject(setting.doc[mention.head]) or trailing(setting.doc, mention):
        return None
    sentence, state = setting.sentence(i), state_in(setting.clusters.mentions, i)
    near = [j for j in recent if setting.sentence(j) == sentence - 1 and before(setting, j, mention)]
    subjects = [j for j in near if is_subject(setting.doc[setting.clusters.mentions[j].head])]
    persons = {setting.clusters.of(j).members[0]: j for j in subjects if can_be(setting, mention, state, j)}
    return next(iter(persons.values())) if len(persons) == 1 else None


def can_be(setting: Setting, mention: Mention, state: str, j: int) -> bool:
    """Whether the j-th mention speaks of somebody with a name whom a noun phrase of a state may be about."""
    cluster = setting.clusters.of(j)
    named = any(setting.clusters.mentions[m].kind == "name" for m in cluster.members)
    states = not state or cluster.states <= {state}
    return named and states and "PERSON" in cluster.labels and len(cluster.genders | {mention.gender} - {""}) < 2


def owned_alike(setting: Setting, mention: Mention, owner: int, recent: Iterable[int]) -> int | None:
    """The last thing of the same noun and the same owner: "her brother" … "her brother"."""
    for j in reversed([*recent]):
        other = setting.clusters.mentions[j]
        if other.kind == "nominal" and (other.noun, other.number) == (mention.noun, mention.number):
            theirs = owner_of(setting, other)
            if theirs is not None and setting.clusters.of(theirs) is setting.clusters.of(owner):
                return j
    return None


def owner_of(setting: Setting, mention: Mention) -> int | None:
    """The pronoun or person that owns what a noun phrase speaks of: "her" in "her death", "Obi" in "Obi's death"."""
    for child in setting.doc[mention.head].lefts:
        owner = setting.heads.get(child.i) if is_owner(child) else None
        if owner is not None:
            known = setting.clusters.mentions[owner]
            return owner if known.kind == "pronoun" or known.person else None
    return None


def definite(setting: Setting, mention: Mention) -> bool:
    """Whether the noun phrase speaks of something already spoken of, as far as its form tells."""
    words = setting.doc[mention.start : mention.end]
    if mention.office and mention.number == "s":
        first = words[0].text.casefold()
        return first not in setting.lexicon.tables["indefinite"] and words[0].pos_ != "PRON"
    return words[0].text.casefold() in setting.lexicon.tables["definite"]


def office_holder(setting: Setting, i: int, recent: Iterable[int]) -> int | None:
    """Who holds the office that a noun phrase names, by what the article has said so far."""
    mention = setting.clusters.mentions[i]
    wanted = Office(mention.office, state_in(setting.clusters.mentions, i), mention.former)
    sentence = setting.sentence(i)
    officers = (setting.clusters.of(j) for j in setting.officers if j < i)
    holders = [c for c in officers if any(same_office(wanted, office) for office in c.offices)]
    article = setting.doc[mention.start].text.casefold() in setting.lexicon.tables["definite"]
    if not holders and article and is_subject(setting.doc[mention.head]) and not mention.former:
        near = (setting.clusters.of(j) for j in recent if sentence - setting.sentence(j) < OFFICE_REACH)
        holders = [c for c in near if may_hold(wanted, mention, c, setting.clusters)]
    return max(holders, key=lambda c: (c.salience(sentence), c.members[0])).members[0] if holders else None


def same_office(wanted: Office, held: Office) -> bool:
    """Whether an office said to be held can be the one that is spoken of."""
    states = wanted.state == held.state or not (wanted.state and held.state)
    asked, known = plain_office(wanted.words), plain_office(held.words)
    words = asked in (known, known[-1:])
    return words and states and wanted.former == held.former


def plain_office(words: Sequence[str]) -> tuple[str, ...]:
    """The words of an office in one order: "minister of the interior" is the "interior minister"."""
    plain = [word for word in words if word not in ("-", "the")]
    cut = plain.index("of") if "of" in plain else len(plain)
    return (*plain[cut + 1 :], *plain[:cut])


def may_hold(wanted: Office, mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether somebody named may hold an office that nobody is said to hold: no office and no other state is his."""
    named = any(clusters.mentions[m].kind == "name" for m in cluster.members)
    able = "PERSON" in cluster.labels and not cluster.offices and len(cluster.genders | {mention.gender} - {""}) < 2
    return named and able and (not wanted.state or cluster.states <= {wanted.state})


def takes_up(setting: Setting, mention: Mention, cluster: Cluster, other: Mention) -> bool:
    """Whether a definite noun phrase can take up a cluster, by its noun and its modifiers."""
    if (mention.number == "p" and cluster.numbers != {"p"}) or (mention.number == "s" and cluster.numbers == {"p"}):
        return False
    modifiers = set(modifiers_of(setting.doc, mention))
    if other.kind == "nominal" and other.noun == mention.noun:
        return modifiers <= set(modifiers_of(setting.doc, other)) and not trailing(setting.doc, mention)
    plain = not modifiers & setting.lexicon.tables["contrasting"] and not trailing(setting.doc, mention)
    if not plain or mention.number == "p" or cluster.people or other.kind != "name" or mention.person:
        return False
    return mention.noun in cluster.nouns or kind_fits(setting, mention, cluster, other)


def kind_fits(setting: Setting, mention: Mention, cluster: Cluster, other: Mention) -> bool:
    """Whether the noun is a word for the kind of thing that the name names."""
    words = setting.doc[other.start : other.end]
    first, last = words[0].text.casefold(), words[-1].text.casefold()
    named = last in setting.lexicon.tables["name_ends"]  # "Cyclone Ada", but "Government Palace"
    if len(words) > 1 and mention.noun in (last, "" if named else first):
        return True
    kinds = setting.lexicon.nouns.get(mention.noun, frozenset())
    if "country" in kinds:
        return bool(cluster.state)
    types = cluster.types or ({told_class(setting, mention, other)} if other.label == "ORG" else set())
    return any(KINDS.get(kind) in types | {other.label} for kind in kinds)


def told_class(setting: Setting, mention: Mention, name: Mention) -> str:
    """What the last word of a body's name tells that it is; "the company" is one whose name tells nothing."""
    words = setting.doc[name.start : name.end].text.split()
    cut = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))
    told = setting.lexicon.classes.get(words[max(cut - 1, 0)].casefold(), "")
    bare = mention.noun in setting.lexicon.tables["firms"] and not any(modifiers_of(setting.doc, mention))
    return "schema:Corporation" if not told and bare and not words[0].isupper() else told


# What a name must be for a noun to take it up: an entity label or a class of the vocabulary.
KINDS: Mapping[str, str] = {
    "city": "schema:City",
    "region": "LOC",
    "organisation": "ORG",
    "alliance": "kg:Alliance",
    "company": "schema:Corporation",
    "party": "schema:PoliticalParty",
    "media": "schema:NewsMediaOrganization",
    "university": "schema:CollegeOrUniversity",
    "charity": "schema:NGO",
    "international": "kg:InternationalOrganization",
    "ministry": "kg:Ministry",
    "court": "kg:Court",
    "parliament": "kg:Parliament",
    "law": "LAW",
}


def modifiers_of(doc: Doc, mention: Mention) -> Iterator[str]:
    """The adjectives and nouns before the head of a noun phrase, in lower case."""
    for token in doc[mention.start : mention.head]:
        if token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB"):
            yield token.text.casefold()


def trailing(doc: Doc, mention: Mention) -> bool:
    """Whether modifiers follow the head without a pause, which then mostly tell what is new."""
    return mention.end > mention.head + 1 and doc[mention.head + 1].text not in PAUSES
