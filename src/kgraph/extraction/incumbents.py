"""Relations and titles in, the positions out whose state stands elsewhere in the article: "President Ali"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.entities import evidence
from kgraph.extraction.factuality import factuality
from kgraph.extraction.frames import Match, matches
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.roles import FORMER, role_name
from kgraph.model import Article, Relation, Value
from kgraph.schema import Schema

PLACES = frozenset({"city", "region"})
WHERE = "where"
AGAIN, BARE, AHEAD = "again", "bare", "ahead"
CONTEXTUAL = frozenset({AGAIN, BARE, AHEAD})
WORKS, NATIONALITY = "schema:worksFor", "schema:nationality"
ROW = frozenset({"kg:predecessorOf", "kg:successorOf"})
MOST = 0.7  # the share of all names of states that makes an article one about a state
HALF = 0.5  # the share below which no state is what an article is about, whatever its sentence names
BACK = 2  # sentences before a title in which its bearer is looked for
OFTEN = 3  # how often it has to be named for that
NEAR = 3  # how much a state named in the sentence of the title counts


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A title whose state follows from the article; `shared` if a state has several such officers at a time."""

    match: Match
    person: str
    state: str
    office: str
    former: bool = False
    shared: bool = False


@dataclass(frozen=True)
class Scene:
    """What the state of a title follows from: the article, its entities, and what was found in it so far."""

    doc: Doc
    article: Article
    grounding: Grounding
    found: Sequence[Relation]
    countries: frozenset[str]
    parts: Mapping[str, str]

    @cached_property
    def states(self) -> Counter[str]:
        """How often each state is named, by whatever word, in the headline twice as much; its parts count for it."""
        entities = self.grounding.entities
        own = {entity.name: id for id, entity in entities.items() if entity.name in self.countries}
        headline = self.article.ranges[0][1] if len(self.article.ranges) > 1 else 0
        counts: Counter[str] = Counter()
        for mention in self.grounding.mentions:
            name = entities[mention.entity].name
            state = own.get(self.parts.get(name, name)) if mention.kind == "name" else None
            if state is not None:
                counts[state] += 1 + (mention.evidence.start < headline)
        return counts

    def is_state(self, entity: str) -> bool:
        """Whether an entity is a country."""
        return entity in self.grounding.entities and self.grounding.entities[entity].name in self.countries

    def told(self, *properties: str) -> Iterator[Relation]:
        """The relations between two entities with one of the properties that the article states as true."""
        for relation in self.found:
            true = not relation.factuality and not relation.statement and relation.object.kind == "node"
            if relation.property in properties and true:
                yield relation


def incumbents(
    doc: Doc, article: Article, schema: Schema, grounding: Grounding, found: Sequence[Relation]
) -> Iterator[Relation]:
    """The positions of state whose holder and state stand in two places of the article."""
    rules = [rule for rule in schema.relations if any(f.kind in CONTEXTUAL for f in rule.frames)]
    taken = {r.anchor for r in found if r.property == WORKS}
    countries = frozenset(n.name for n in schema.names if n.kind == "country")
    codes = {n.country: n.name for n in schema.names if n.kind == "country" and not n.former}
    inner = (n for n in schema.names if n.kind in PLACES and n.country in codes and n.name not in countries)
    scene = Scene(doc, article, grounding, found, countries, {n.name: codes[n.country] for n in inner})
    held = [m for m in matches(doc, rules, grounding) if m.frame.kind in CONTEXTUAL and m.span not in taken]
    places = [m for m in held if syntax.predication(m.anchor) is None]
    again = [c for m in places if m.frame.kind == AGAIN for c in _again(m, scene)]
    bare = [c for m in places if m.frame.kind == BARE and _is_bare(m, schema) for c in _bare(m, scene, schema)]
    again += [c for m in places if m.frame.kind == AHEAD for c in _ahead(m, scene)]
    bare = [c for c in bare if not any((c.person, c.office) == (a.person, a.office) for a in again)]
    told = [_relation(c, scene, schema) for c in (*_agreeing(again, scene), *_agreeing(bare, scene))]
    yield from told
    scene = replace(scene, found=(*found, *told))
    under = [c for m in held if m.frame.kind == BARE for c in _under(m, scene, schema)]
    yield from (_relation(c, scene, schema) for c in _agreeing(under, scene))


def _agreeing(candidates: Sequence[_Candidate], scene: Scene) -> Iterator[_Candidate]:
    """Those of whom nothing in the article says otherwise: a person has one state, and a state one such officer."""
    told = {(r.subject, word, r.object.value) for r in scene.told(WORKS) for word in r.role.split()}
    told |= {(c.person, c.office, c.state) for c in candidates if not c.former}
    for one in candidates:
        other_state = any(p == one.person and o == one.office and s != one.state for p, o, s in told)
        other_person = any(p != one.person and o == one.office and s == one.state for p, o, s in told)
        if not other_state and (one.former or one.shared or not other_person):
            yield one


def _again(match: Match, scene: Scene) -> Iterator[_Candidate]:
    """The state in "the Kenyan president", for a person who bears that title beside the name somewhere."""
    [person] = match.tokens("subject")
    id = scene.grounding.of(person)
    definite = _is_definite(match.anchor) or bool(syntax.fillers(match.anchor, "possessor"))
    if id is None or not definite or any(syntax.is_name(t) for t in syntax.named_by(match.anchor)):
        return
    for token in match.tokens("object")[:1]:
        state = scene.grounding.of(token)
        if state is None or state == id:
            continue
        titled = any(_bears(t, id, scene) for t in _same_word(match.anchor))
        whose = syntax.is_possessor(match.anchor)  # "Lena Voss, the German chancellor's aide"
        if titled or (not whose and scene.is_state(state) and _persons_near(match.anchor, state, scene) == {id}):
            yield _Candidate(match, id, state, match.anchor.lemma_.lower())


def _ahead(match: Match, scene: Scene) -> Iterator[_Candidate]:
    """Who is named right after a title that opens a paragraph: "The Kenyan president agreed. “We are,” said X"."""
    anchor, doc = match.anchor, match.anchor.doc
    known = scene.grounding.of(anchor)
    if syntax.link(anchor) != "subject" or not _is_definite(anchor) or not _opens(anchor):
        return
    if (known and scene.grounding.entity(known).named) or _named(anchor.sent.start, anchor.sent.end, scene):
        return
    after = next((t.sent for t in doc[anchor.sent.end :] if not t.is_space), None)
    if after is None or any("\n" in t.text for t in doc[anchor.sent.end : after.start]):
        return
    people = _named(after.start, after.end, scene)
    speakers = [t for t in after if t.ent_type_ == "PERSON" and syntax.link(t) == "subject" and _is_bare_name(t)]
    if len(people) != 1 or not speakers or people & _named(0, anchor.sent.start, scene):
        return
    for token in match.tokens("object")[:1]:
        state = scene.grounding.of(token)
        if state is not None and scene.is_state(state):
            yield _Candidate(match, next(iter(people)), state, anchor.lemma_.lower())


def _opens(token: Token) -> bool:
    """Whether the sentence of a token is the first of its paragraph."""
    return token.sent.start == 0 or "\n" in token.doc[token.sent.start - 1].text or token.sent[0].is_space


def _named(start: int, end: int, scene: Scene) -> set[str]:
    """The persons with a name between two places of the text."""
    return {id for t in scene.doc[start:end] if t.ent_type_ == "PERSON" and (id := scene.grounding.of(t))}


def _is_bare_name(token: Token) -> bool:
    """Whether nothing beside a name says who it is."""
    span = syntax.name_span(token)
    after = token.doc[span.end : span.end + 2]
    described = len(after) == 2 and after[0].text == "," and after[1].pos_ in {"DET", "NOUN", "PRON", "ADJ"}
    return not described and not any(c.i < span.start and c.pos_ in {"NOUN", "PROPN", "ADJ"} for c in token.children)


def _is_definite(token: Token) -> bool:
    return any(c.lower_ == "the" for c in token.lefts)


def _persons_near(token: Token, state: str, scene: Scene) -> set[str]:
    """Who is named from two sentences before a token to its own sentence's end, but for those of another state."""
    start = token.sent.start
    for _ in range(BACK):
        start = token.doc[start - 1].sent.start if start else 0
    near = {id for t in token.doc[start : token.sent.end] if t.ent_type_ == "PERSON" and (id := scene.grounding.of(t))}
    states = {(r.subject, r.object.value) for r in scene.told(NATIONALITY, WORKS) if scene.is_state(r.object.value)}
    others = {person for person, own in states if own != state}
    return near - {person for person in others if (person, state) not in states}


def _same_word(token: Token) -> Iterator[Token]:
    return (t for t in token.doc if t.lemma_.lower() == token.lemma_.lower() and t.i != token.i)


def _bears(title: Token, person: str, scene: Scene) -> bool:
    return any(scene.grounding.of(name) == person for name in syntax.named_by(title))


def _bare(match: Match, scene: Scene, schema: Schema) -> Iterator[_Candidate]:
    office, former = match.anchor.lemma_.lower(), role_name(match, schema).startswith(FORMER)
    for token in match.tokens("subject")[:1]:
        person = scene.grounding.of(token)
        if person is None or not scene.grounding.entity(person).named or _holds(person, office, scene):
            continue
        known = _titled(match, scene, schema)
        state = _state(person, office, scene) or (
            _here(match, scene) or _about(match, person, former, scene) if known is None else known
        )
        if state:
            yield _Candidate(match, person, state, office, former, office in schema.words["offices"]["several"])


def _titled(match: Match, scene: Scene, schema: Schema) -> str | None:
    """The state whose officers alone are called so, "" where the article does not name it or parts of states have such.

    None for a title that any state may have.
    """
    title, words = match.words.text.lower(), schema.words["offices"]
    if any(title.endswith(t) for t in words["local"]):
        return ""
    of = dict(t.split("=") for t in words["titles"])
    if title not in of:
        return None
    return next((e for e in scene.states if scene.grounding.entity(e).name == of[title]), "")


def _under(match: Match, scene: Scene, schema: Schema) -> Iterator[_Candidate]:
    """An officer of the state of whoever appoints or has him: "swore in X as prime minister", "her minister, X"."""
    office, former = match.anchor.lemma_.lower(), role_name(match, schema).startswith(FORMER)
    verb = syntax.predication(match.anchor)
    if verb is None:
        above = syntax.fillers(match.anchor, "possessor")
    elif verb.lemma_.lower() in schema.words["offices"]["appointing"] and not factuality(verb, schema)[0]:
        above = syntax.fillers(verb, "subject") if _is_bare(match, schema) else ()
    else:
        return
    states = {_state(id, "", scene) for t in above if (id := scene.grounding.of(t)) and _rules(id, scene, schema)}
    for token in match.tokens("subject")[:1] if len(states) == 1 else ():
        person, [state] = scene.grounding.of(token), states
        if state and person and token not in above and scene.grounding.entity(person).named:
            yield _Candidate(match, person, state, office, former, office in schema.words["offices"]["several"])


def _rules(person: str, scene: Scene, schema: Schema) -> bool:
    """Whether somebody is said to head a state or its government."""
    heads = {o.name for o in schema.offices if o.kind in {"head-of-state", "head-of-government"}}
    roles = {r.role.removeprefix(FORMER).strip() for r in scene.told(WORKS) if r.subject == person}
    return bool(roles & heads)


def _holds(person: str, office: str, scene: Scene) -> bool:
    """Whether the article says of which state the person holds the office."""
    return any(r.subject == person and office in r.role.split() for r in scene.told(WORKS))


def _state(person: str, office: str, scene: Scene) -> str:
    """The state that the article gives the person: by nationality, another office, or who held the office before."""
    own = [r.object.value for r in scene.told(NATIONALITY, WORKS) if r.subject == person]
    row = {r.object.value for r in scene.told(*ROW) if r.subject == person}
    row |= {r.subject for r in scene.told(*ROW) if r.object.value == person}
    others = [r.object.value for r in scene.told(WORKS) if r.subject in row and office in r.role.split()]
    states = dict.fromkeys(s for s in (*own, *others) if scene.is_state(s))
    return next(iter(states)) if len(states) == 1 else ""


def _here(match: Match, scene: Scene) -> str:
    """The state that a clause with "where" is about, or the only one named before "the president" in the sentence."""
    anchor = match.anchor
    where = next((t for t in reversed(anchor.doc[anchor.sent.start : anchor.i]) if t.lower_ == WHERE), None)
    if where is not None and where.i - 2 > anchor.sent.start:
        state = scene.grounding.of(where.nbor(-2 if where.nbor(-1).is_punct else -1))
        return state if state is not None and scene.is_state(state) else ""
    if not _is_definite(anchor):
        return ""
    before = (t for t in anchor.doc[anchor.sent.start : match.words.start] if syntax.is_name(t))
    states = {id for t in before if (id := scene.grounding.of(t)) and scene.is_state(id)}
    most = {state for state, _ in scene.states.most_common(2)}
    return next(iter(states)) if len(states) == 1 and states <= most else ""


def _about(match: Match, person: str, former: bool, scene: Scene) -> str:
    """The state that the article is about, if nobody else holds the office there."""
    office, sentence = match.anchor.lemma_.lower(), match.anchor.sent
    counts = scene.states.copy()
    near = {id for t in sentence if syntax.is_name(t) and (id := scene.grounding.of(t)) and scene.is_state(id)}
    held = {r.object.value for r in scene.told(WORKS) if office in r.role.split() and r.subject != person}
    for state in [*counts]:
        counts[state] *= NEAR if state in near else 1
        if not former and state in held:
            del counts[state]
    total = sum(counts.values())
    best = max(sorted(counts), key=lambda s: counts[s], default="")
    often = scene.states[best] >= max(OFTEN, HALF * scene.states.total())
    return best if best and often and counts[best] >= MOST * total else ""


def _is_bare(match: Match, schema: Schema) -> bool:
    """Whether nothing in its phrase says whose title it is ("club president", "the president of the bank")."""
    doc, ours = match.words.doc, range(match.words.start, match.words.end)
    if match.words.start and doc[match.words.start - 1].is_quote:  # "King James" is no king
        return False
    if doc[match.words.end : match.words.end + 1].text in {"of", "for", "at", "in"}:
        return False
    given = ("of", "for", "at", "in", "possessor", "adjective", "compound")
    fillers = (t for one in match.words for name, t in syntax.functions(one) if name in given and t.i not in ours)
    modifiers = {w for words in schema.modifiers.values() for w in words}
    holders = {t.i for t in match.tokens("subject")}
    return all(t.lower_ in modifiers or t.i in holders for t in fillers)


def _relation(candidate: _Candidate, scene: Scene, schema: Schema) -> Relation:
    match, state = candidate.match, candidate.state
    return Relation(
        property=match.rule.type,
        subject=candidate.person,
        object=Value("node", state, scene.grounding.entity(state).name),
        evidence=evidence(syntax.sentence(match.anchor), scene.article),
        anchor=match.span,
        role=role_name(match, schema),
        rule=match.rule.name,
        confidence=match.frame.confidence,
    )
