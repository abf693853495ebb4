"""A match of an event rule in, its participants out: who and what fills the roles, and where it happens."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from kgraph.extraction import syntax
from kgraph.extraction.frames import Match
from kgraph.extraction.grounding import Grounding
from kgraph.schema import Schema

Roles = tuple[tuple[str, str], ...]
ROLES = ("agent", "object", "recipient", "instrument", "participant", "location")
PLACE, PERSON, EVENT = "schema:Place", "schema:Person", "sem:Event"
REQUEST = "REQUEST"
SENDERS = frozenset({"schema:Country", "schema:Organization"})
UNDERGOING = frozenset({"schema:object", "schema:recipient"})
CAUSES = frozenset({"at", "over", "about"})
OF_CHAIN = 3
HARMING = frozenset({"when", "as", "after"})
LATER = frozenset({"then", "later", "eventually", "finally", "there", "afterwards"})


def participants(
    match: Match, kind: str, grounding: Grounding, schema: Schema, triggers: Collection[int] = frozenset()
) -> Roles:
    """Role and entity of all that take part, each entity in one role, the first that the frame names; places last.

    `kind` is the type of the event with its mode; `triggers` are the places of all event words of the document.
    """
    found: dict[str, str] = {}
    for role, tokens in _fillers(match, schema):
        for token in tokens:
            if token.i in triggers and syntax.case_words(token) in CAUSES:
                continue  # "in protest at the killing of Lund"
            for entity in _entities(token, grounding, schema):
                if role == "object" or EVENT not in grounding.entity(entity).types:
                    found.setdefault(entity, f"schema:{role}")
            for sender in _senders(token, grounding, schema) if role == "agent" else ():
                found.setdefault(sender, f"schema:{role}")
    undergoing = tuple(e for e, role in found.items() if role in UNDERGOING)
    placed = _places(match, kind, undergoing, grounding, schema, triggers)
    pairs = {(role, entity) for entity, role in found.items()} | {("schema:location", place) for place in placed}
    order = {entity: i for i, entity in enumerate((*found, *placed))}
    return tuple(sorted(pairs, key=lambda p: (ROLES.index(p[0].removeprefix("schema:")), order[p[1]])))


def _fillers(match: Match, schema: Schema) -> list[tuple[str, tuple[Token, ...]]]:
    """The tokens of each role; those that take part in it where the frame leaves the agent open."""
    loose = _is_content(match.anchor, schema)
    filled = [(role, tokens) for role, tokens in match.fillers if role in ROLES and not (loose and role == "agent")]
    roles, token = {role for role, _ in filled}, match.anchor
    asked = _asked(token, schema) if match.rule.type == REQUEST and not syntax.is_verbal(token) else ()
    if asked and "recipient" not in roles:
        filled.append(("recipient", asked))
    if "agent" not in roles and not asked:
        filled.append(("agent", _split_off(token) if syntax.is_verbal(token) else _taking_part(token, schema)))
    those = _among(token)
    return [("object", those), *(f for f in filled if f[0] != "object")] if those else filled


def _asked(noun: Token, schema: Schema) -> tuple[Token, ...]:
    """Who approves or turns down what the noun asks for: of whom it is asked ("the league granted his request")."""
    verb = noun.head
    answers = verb.lemma_.lower() in schema.words["events"]["answering"] and syntax.is_verbal(verb)
    return syntax.fillers(verb, "subject") if answers and noun in syntax.fillers(verb, "object") else ()


def _split_off(verb: Token) -> tuple[Token, ...]:
    """The subject that a parser hangs on an auxiliary set apart ("Mali has not 'invaded' Togo")."""
    return () if syntax.is_passive(verb) else tuple(s for a in syntax.auxiliaries(verb) for s in _subjects(a))


def _subjects(helper: Token) -> tuple[Token, ...]:
    return tuple(t for c in helper.children if syntax.link(c) == "subject" for t in syntax.expand(c))


def _is_content(verb: Token, schema: Schema) -> bool:
    """Whether an infinitive says what a noun is about that its subject only judges: "praised the decision to leave"."""
    noun = verb.head
    if syntax.link(verb) != "clause" or syntax.link(noun) != "object" or syntax.is_verbal(noun):
        return False
    owned = any(syntax.is_possessor(c) for c in noun.children)
    return not owned and noun.head.lemma_.lower() in schema.words["events"]["judging"]


def _taking_part(noun: Token, schema: Schema) -> tuple[Token, ...]:
    """Who takes part in what the noun names: "they took part in no fighting", "guards joined the raid".

    Who "did not take part in the fighting" does not fight, though others do.
    """
    verb = noun.head
    if (
        syntax.is_verbal(verb)
        and syntax.is_negated(verb)
        and any("Def" in c.morph.get("Definite", []) for c in noun.lefts)
    ):
        return ()
    words = {syntax.lemma(verb), verb.lemma_.lower()}
    if syntax.link(noun) == "oblique" and syntax.case_words(noun) == "in":
        words |= {f"{verb.lemma_.lower()} {t.lemma_.lower()}" for t in syntax.fillers(verb, "object")}
        if noun.i < verb.i and noun.lemma_.lower() in schema.words["events"]["speeches"]:
            return syntax.surface_subjects(verb)  # "In a speech on Monday, the queen thanked the army"
    elif syntax.link(noun) != "object":
        return ()
    return syntax.surface_subjects(verb) if words & set(schema.words["events"]["taking_part"]) else ()


def _among(participle: Token) -> tuple[Token, ...]:
    """Whom "among those detained is the mayor" says that it was done to."""
    those = participle.head
    behind = syntax.link(participle) in {"clause", "relative", "modifier"} and participle.i > those.i
    if not behind or syntax.case_words(those) != "among":
        return ()
    above = those.head
    named = tuple(t for t in above.subtree if syntax.link(t) == "apposition" and t.ent_type_ == "PERSON")
    if named and above.pos_ == "NOUN":
        return named  # "… is the former head of the bank, Ana Ruiz"
    if any(c.lemma_ == "be" for c in (*above.children, *those.rights)):
        return tuple(t for t in (above, *syntax.surface_subjects(above)) if t.i not in {those.i, participle.i})
    return tuple(t for t in syntax.surface_subjects(above) if t.i != those.i)


def _entities(token: Token, grounding: Grounding, schema: Schema) -> tuple[str, ...]:
    """The entities of a filler: those whose names stand behind it ("two towns, Kidal and Gao"), or its own."""
    own = grounding.of(token)
    if own is None or not grounding.entity(own).named:
        beside = (t for c in token.rights if syntax.link(c) == "apposition" for t in syntax.expand(c))
        named = tuple(e for t in beside if (e := grounding.of(t)) is not None and grounding.entity(e).named)
        if named and (own is None or token.tag_ in {"NNS", "NNPS"}):
            return named
    states = _governed(token, grounding, schema)
    entity = _entity(token, grounding, schema)
    return states or (() if entity is None else (entity,))


def _governed(token: Token, grounding: Grounding, schema: Schema) -> tuple[str, ...]:
    """The states that "the governments of Ghana and Togo" are."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in schema.words["actors"]["governments"]:
        return ()
    found = (grounding.of(t) for t in syntax.fillers(token, "of") if "schema:Country" in grounding.types(t))
    return tuple(e for e in found if e is not None)


def _entity(token: Token, grounding: Grounding, schema: Schema) -> str | None:
    """The entity of a noun, of the person it describes, of what it is a part or number of ("the west of Ghana", "tens
    of thousands of men"), or of whose arm it is ("its tanks").
    """
    named = _described(token, grounding)
    if named is not None:
        return named
    for _ in range(OF_CHAIN):
        entity = grounding.of(token)
        if entity is not None:
            return entity
        described = next((e for t in syntax.named_by(token) if (e := grounding.of(t)) is not None), None)
        if described is not None and PERSON in grounding.entity(described).types:
            return described
        owners = syntax.fillers(token, "possessor") if _is_arm(token, schema) else ()
        parts = owners or syntax.fillers(token, "of")
        if not parts:
            return None
        token = parts[0]
    return grounding.of(token)


def _senders(token: Token, grounding: Grounding, schema: Schema) -> tuple[str, ...]:
    """Whose forces they are that act: Ghana and Togo of "soldiers from Ghana and Togo"."""
    if not _is_arm(token, schema):
        return ()
    found = (grounding.of(t) for t in syntax.fillers(token, "from") if SENDERS.intersection(grounding.types(t)))
    return tuple(e for e in found if e is not None and grounding.entity(e).named)


def _is_arm(token: Token, schema: Schema) -> bool:
    words = schema.words["events"]
    return token.lemma_.lower() in {*words["troops"], *words["vehicles"], *words["weapons"], *words["police"]}


def _described(token: Token, grounding: Grounding) -> str | None:
    """The person whom a name before a noun only describes: "the arrest of Castro loyalist Ana Ruiz"."""
    if not syntax.is_name(token):
        return None
    doc, i = token.doc, syntax.name_span(token).end
    while (
        i < token.sent.end and doc[i].pos_ in {"NOUN", "PROPN"} and doc[i].text.islower() and not syntax.is_name(doc[i])
    ):
        i += 1
    if i == syntax.name_span(token).end or i >= token.sent.end or PERSON not in grounding.types(doc[i]):
        return None
    return grounding.of(doc[i]) if doc[i].text[:1].isupper() else None


def _places(
    match: Match,
    kind: str,
    undergoing: tuple[str, ...],
    grounding: Grounding,
    schema: Schema,
    triggers: Collection[int],
) -> tuple[str, ...]:
    """Where it happens: the places under the event word, and what it is done to where that is a place itself."""
    words = schema.words["events"]
    physical = {match.rule.type, kind} & set(words["placed"])
    cases = words["place_cases"] if physical else words["only_inside"]
    own = (e for e in undergoing if physical and PLACE in grounding.entity(e).types)
    around = [
        entity
        for token in syntax.subtree(match.anchor)
        if (entity := grounding.of(token)) is not None
        and PLACE in grounding.entity(entity).types
        and _place_case(token) in cases
        and _beside(token).i != match.anchor.i
        and _reaches(_beside(token), match.anchor, triggers)
        and not _is_of_speaker(token, match.anchor)
    ]
    behind = _right_behind(match.anchor) if not around else None
    if behind is not None and syntax.case_words(behind) in words["only_inside"]:
        entity = grounding.of(behind)
        around += [entity] if entity is not None and PLACE in grounding.entity(entity).types else []
    harm = _harming(match.anchor, schema) if not around else None
    if harm is not None:
        around += _around_verb(harm, harm, grounding, schema, triggers)
    verb = _staging(match.anchor, schema)
    if verb is not None and verb.i not in triggers:
        around += _around_verb(verb, match.anchor, grounding, schema, triggers)
    return tuple(dict.fromkeys((*own, *around)))


def _right_behind(noun: Token) -> Token | None:
    """What a preposition right behind an object holds, though a parser hangs it on the verb: "quell unrest in Oslo"."""
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    if syntax.is_verbal(noun) or syntax.link(noun) != "object" or not len(after) or after[0].pos_ != "ADP":
        return None
    place = after[0].head
    return place if place.head.i == noun.head.i and place.i > after[0].i else None


def _harming(verb: Token, schema: Schema) -> Token | None:
    """What it was that killed or hurt, told in a clause of its own: "nine were killed when a shell hit a market"."""
    if verb.lemma_.lower() not in schema.words["events"]["harming"]:
        return None
    clauses = (c for c in verb.rights if syntax.link(c) == "adverbial")
    return next((c for c in clauses if any(t.lower_ in HARMING for t in c.lefts)), None)


def _is_of_speaker(place: Token, trigger: Token) -> bool:
    """Whether a place behind a comma is where somebody says so: "Ruiz has quit, the ministry in Oslo said"."""
    clause = syntax.clause_of(trigger)
    verb = clause.head
    if syntax.link(clause) != "clause" or not trigger.i < verb.i:
        return False
    commas = [t.i for t in trigger.doc[trigger.i + 1 : verb.i] if t.text == ","]
    return bool(commas) and place.i > commas[-1]


def _staging(noun: Token, schema: Schema) -> Token | None:
    """The verb that says of a noun of event that it takes place or who is there: "riots broke out in Oslo"."""
    verb, link, words = noun.head, syntax.link(noun), schema.words["events"]
    told = next((c for c in noun.rights if syntax.link(c) == "relative"), None)
    if told is not None and told.lemma_.lower() in words["spreading"]:
        return told
    if syntax.is_verbal(noun) or not syntax.is_verbal(verb) or link not in {"subject", "object", "oblique"}:
        return None
    verbs = set(words["taking_place"]) if link != "oblique" else set()
    if link == "object" or syntax.case_words(noun) == "in":
        verbs |= set(words["taking_part"])
    return verb if {syntax.lemma(verb), verb.lemma_.lower()} & verbs else None


def reached(verb: Token, grounding: Grounding, schema: Schema, triggers: Collection[int]) -> tuple[str, ...]:
    """The places that a verb of spreading names, those of a second step too: "to Oslo and then to Bergen"."""
    stops = [(e, t) for t in verb.sent if t.i > verb.i and (e := grounding.of(t)) and syntax.is_name(t)]
    later = [e for e, t in stops if PLACE in grounding.entity(e).types and _is_next(t, verb)]
    return tuple(dict.fromkeys([*_around_verb(verb, verb, grounding, schema, triggers), *later]))


def _is_next(place: Token, verb: Token) -> bool:
    """Whether "then to" stands right before a place, in what is left of the verb's own clause."""
    doc, start = place.doc, syntax.name_span(place).start
    between = doc[verb.i + 1 : start]
    opened = any(syntax.link(t) == "subject" for t in between)
    words = [t.lower_ for t in between if not t.is_space]
    return not opened and words[-1:] == ["to"] and bool(set(words[-4:-1]) & LATER)


def _around_verb(
    verb: Token, noun: Token, grounding: Grounding, schema: Schema, triggers: Collection[int]
) -> list[str]:
    """The places that the verb of a noun of event names: "spread to Oslo", "rocked Oslo", "was held in Oslo"."""
    words, found = schema.words["events"], []
    spreading = verb.lemma_.lower() in words["spreading"]
    for token in syntax.subtree(verb):
        entity = grounding.of(token)
        if entity is None or PLACE not in grounding.entity(entity).types or token.i in range(noun.left_edge.i, noun.i):
            continue
        case = _place_case(token)
        direct = spreading and any(t.i == _whole(token).i for t in syntax.fillers(verb, "object"))
        if direct or (case in words["place_cases" if spreading else "only_inside"] and _reaches(token, verb, triggers)):
            found.append(entity)
    return found


def _whole(place: Token) -> Token:
    """The noun of what a place's name is the name or a part of: "village" in "the village of Velmo"."""
    while syntax.case_words(place) == "of" and place.head.pos_ in {"NOUN", "PROPN"}:
        place = place.head
    return place


def _beside(place: Token) -> Token:
    """The noun that a place's name stands beside, itself where it stands alone: "centres" in "centres of the unrest –
    Kano and the capital, Abuja"; a noun of event is never another word for a place.
    """
    place = place.head if _is_apposed(place) and syntax.link(place.head) == "conjunct" else place
    while syntax.link(place) == "conjunct":
        listed = place.head if place.head.pos_ == "PROPN" else _listed(place)
        if listed is None:
            break
        place = listed
    return place.head if _is_apposed(place) else place


def _listed(place: Token) -> Token | None:
    """The name before "and" in a list of places, where a parser joins the next to the noun that they stand beside."""
    beside = (c for c in place.head.rights if _is_apposed(c) and c.i < place.i)
    return next((c for c in beside if syntax.is_name(c)), None)


def _is_apposed(token: Token) -> bool:
    """Whether a name stands in apposition, also where a parser hangs it loosely: "the capital, Abuja"."""
    if syntax.link(token) == "apposition":
        return True
    bare = syntax.is_name(token) and syntax.link(token) == "oblique" and not syntax.case_words(token)
    start = syntax.name_span(token).start
    before = token.doc[max(start - 1, 0)]
    return bare and before.text == "," and before.i > token.head.i and token.head.pos_ == "NOUN"


def _place_case(token: Token) -> str:
    """The preposition of a place, through its parts, conjuncts and names ("in the west of Ghana and Mali")."""
    while token.head.pos_ in {"NOUN", "PROPN"}:
        case = syntax.case_words(token)
        if case != "of" and (case or not (syntax.link(token) == "conjunct" or _is_apposed(token))):
            break
        token = token.head
    return syntax.case_words(token)


def _reaches(token: Token, trigger: Token, triggers: Collection[int]) -> bool:
    """Whether no clause and no other event lies between a place and the event word."""
    above = token.head
    while above.i != trigger.i:
        if above.i in triggers or syntax.is_predicate(above) or above.head.i == above.i:
            return False
        above = above.head
    return True
