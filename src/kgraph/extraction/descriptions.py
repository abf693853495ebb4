"""Events in, descriptions out: of what kind the text says that they are, who was behind them, what set them off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.chains import chains
from kgraph.extraction.entities import evidence
from kgraph.extraction.factuality import factuality
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.happenings import by_word
from kgraph.extraction.wordings import wording
from kgraph.model import Article, Description, Event, Value
from kgraph.schema import Schema

ACTORS = frozenset({"schema:Person", "schema:Organization", "schema:Country", "foaf:Group"})
PROTEST = "PROTEST"
TABLES = frozenset({
    "opposed", "partial", "carriers", "linking", "amounting", "constituting", "taking", "instigating", "causing",
    "about",
})  # fmt: skip
IT = frozenset({"it", "this", "that"})

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Scene:
    """What descriptions are read with: `events` are the events by the place of their words, also of pronouns."""

    article: Article
    schema: Schema
    grounding: Grounding
    events: Mapping[int, Event]

    @property
    def words(self) -> Words:
        return self.schema.words["kinds"]


def descriptions(
    doc: Doc, article: Article, schema: Schema, grounding: Grounding, happened: Sequence[Event]
) -> Iterator[Description]:
    """What the article says of its events as a whole: of what kind they are, and what or who brought them about."""
    scene = _Scene(article, schema, grounding, _by_token(doc, happened))
    kinds = {w: k for k in scene.words if _is_kind(k) for w in scene.words[k]}
    verbs = {w: k.removesuffix("_verbs") for k in scene.words if k.endswith("_verbs") for w in scene.words[k]}
    seen = set()
    for token in doc:
        for found in (*_kinds(token, kinds, scene), *_brought_about(token, verbs, scene), *_over(token, scene)):
            key = found.event, found.property, found.value.value, found.evidence
            if key not in seen:
                seen.add(key)
                yield found


def _is_kind(table: str) -> bool:
    return table not in TABLES and not table.endswith(("_verbs", "_deeds"))


def _by_token(doc: Doc, happened: Sequence[Event]) -> dict[int, Event]:
    """The events by the words that tell of them, and by the pronouns and phrases that take these up."""
    found = by_word(happened, doc)
    taken_up = _pronouns(doc, found)
    for chain in chains(doc):
        last: Event | None = None
        for i in sorted(span.root.i for span in chain):
            last = found.get(i, last)
            if last is not None and i not in found:
                taken_up[i] = last
    return taken_up | found


def _pronouns(doc: Doc, found: Mapping[int, Event]) -> dict[int, Event]:
    """What "it" takes up where nobody has said what: the last noun of event before it in the paragraph."""
    taken_up = {}
    last: Event | None = None
    for token in doc:
        if token.is_space and "\n" in token.text:
            last = None
        elif token.i in found and token.pos_ == "NOUN":
            last = found[token.i]
        elif token.lower_ in IT and token.pos_ == "PRON" and last is not None:
            taken_up[token.i] = last
    return taken_up


def _kinds(token: Token, kinds: Mapping[str, str], scene: _Scene) -> Iterator[Description]:
    """The kinds that a word gives an event: "was spontaneous", "seen as an invasion", "planned riots"."""
    kind = _kind(token, kinds)
    if not kind:
        return
    for subject in _said_of(token, scene.words):
        # what is said of something that is no event ("the step") is said of what the word itself names
        event = subject if subject.i in scene.events else token
        if event.i in scene.events and not _is_same(subject, token, scene):
            yield _description(token, event, "kg:describedAs", Value("text", kind, token.text), scene)
    noun = token.head
    if (
        token.i in scene.events
        or syntax.link(token) != "modifier"
        or kind in scene.words["partial"]
        or noun.i < token.i
    ):
        return
    carried = syntax.fillers(noun, "of") if noun.lemma_.lower() in scene.words["carriers"] else (noun,)
    for event in (t for t in carried if t.i in scene.events):
        if scene.events[event.i].factuality in ("", "probable"):
            yield _made(token, event, "kg:describedAs", Value("text", kind, token.text), scene)


def _kind(token: Token, kinds: Mapping[str, str]) -> str:
    """The kind that a word stands for, alone or with the word before it ("colour revolution")."""
    forms = (token.lower_, token.lemma_.lower())
    before = f"{token.nbor(-1).lower_} " if token.i > token.sent.start else ""
    return next((kinds[w] for w in (*(before + f for f in forms if before), *forms) if w in kinds), "")


def _is_same(subject: Token, token: Token, scene: _Scene) -> bool:
    """Whether both are one event by the words already: "the occupation is an occupation"."""
    return subject.i in scene.events and token.i in scene.events and subject.lemma_.lower() == token.lemma_.lower()


def _said_of(token: Token, words: Words) -> tuple[Token, ...]:
    """What a word is said of: by a copula, by "seem", "as" or "amount to"; of a participle, what is done."""
    above, linking = token.head, words["linking"]
    if syntax.is_verbal(token) and syntax.link(token) != "modifier":
        own = syntax.fillers(token, "object") if syntax.is_passive(token) else ()
        seems = token.dep_ == "xcomp" and above.lemma_.lower() in linking
        return own or (syntax.surface_subjects(token) if seems else ())
    if syntax.is_predicate(token):
        return syntax.surface_subjects(token)
    if not syntax.is_verbal(above):
        return ()
    lemma, case = above.lemma_.lower(), syntax.case_words(token)
    if case == "as":
        return syntax.fillers(above, "object")
    if (case == "to" and lemma in words["amounting"]) or (
        lemma in words["constituting"] and syntax.link(token) == "object"
    ):
        return syntax.surface_subjects(above)
    complement = above.lemma_.lower() in linking and token in syntax.fillers(above, "complement")
    return syntax.surface_subjects(above) if complement else ()


def _brought_about(verb: Token, verbs: Mapping[str, str], scene: _Scene) -> Iterator[Description]:
    """Who or what a verb says to be behind its object: "riots inspired by exiles", "a tax sparked the protests"."""
    if not syntax.is_verbal(verb):
        return
    lemmas = {verb.lemma_.lower(), syntax.lemma(verb)}
    organised = next((verbs[w] for w in sorted(lemmas) if w in verbs), "")
    instigated, caused = lemmas & set(scene.words["instigating"]), lemmas & set(scene.words["causing"])
    if not (organised or instigated or caused):
        return
    for event in (t for t in syntax.fillers(verb, "object") if t.i in scene.events):
        if organised:
            yield _description(verb, event, "kg:describedAs", Value("text", organised, verb.text), scene)
        for cause in (t for t in syntax.fillers(verb, "subject") if not syntax.is_negated(t)):
            actor = _actor(cause, scene)
            if actor and instigated:
                yield _description(verb, event, "kg:instigatedBy", Value("node", actor, cause.text), scene)
            elif caused and not actor and cause.pos_ in {"NOUN", "PROPN"}:
                yield from _caused(verb, event, cause, scene)


def _over(token: Token, scene: _Scene) -> Iterator[Description]:
    """What a protest is about: "protests in the north over the price of bread"."""
    event = scene.events.get(token.i)
    if event is None or token.pos_ != "NOUN" or not event.type.startswith(PROTEST):
        return
    if event.factuality not in ("", "probable"):
        return
    for cause in syntax.subtree(token):
        about = cause.pos_ == "NOUN" and syntax.case_words(cause) in scene.words["about"]
        if about and not _actor(cause, scene) and _reaches(cause, token):
            yield _made(cause, token, "kg:causedBy", Value("text", wording(cause), cause.text), scene)


def _reaches(cause: Token, noun: Token) -> bool:
    """Whether nothing but nouns lies between."""
    above = cause.head
    while above.i != noun.i and above.pos_ in {"NOUN", "PROPN"}:
        above = above.head
    return above.i == noun.i


def _caused(verb: Token, event: Token, cause: Token, scene: _Scene) -> Iterator[Description]:
    if cause.pos_ == "NOUN":  # "it raised fares, a step that set off the riots": the fares are what did
        cause = next((t for t in syntax.holders(cause) if t.i < cause.i and t.pos_ == "NOUN"), cause)
    yield _description(verb, event, "kg:causedBy", Value("text", wording(cause), cause.text), scene)


def _actor(token: Token, scene: _Scene) -> str:
    """The entity of an actor that a token speaks of, "" for things and for nobody known."""
    found = scene.grounding.of(token)
    return found if found and ACTORS & set(scene.grounding.entity(found).types) else ""


def _description(anchor: Token, event: Token, name: str, value: Value, scene: _Scene) -> Description:
    """A description with the factuality of the clause that makes it."""
    verb = anchor if syntax.is_predicate(anchor) or syntax.is_verbal(anchor) else anchor.head
    said, hedge = factuality(verb, scene.schema)
    if not said and verb.i != anchor.i and syntax.is_passive(verb) and verb.lemma_.lower() in scene.words["taking"]:
        said, hedge = "probable", f"{verb.lower_} {syntax.case_words(anchor)}".strip()
    if verb.i != anchor.i and syntax.is_negated(anchor):
        said = "negative" if not said else "underspecified"
    told = scene.events[event.i].factuality
    if told and not said:  # what did not happen for certain is of no kind for certain
        said = "underspecified" if told == "negative" else told
    return replace(_made(anchor, event, name, value, scene), factuality=said, hedge=hedge)


def _made(anchor: Token, event: Token, name: str, value: Value, scene: _Scene) -> Description:
    """A description that stands or falls with the event."""
    told = scene.events[event.i]
    return Description(
        event=told.id,
        property=name,
        value=value,
        evidence=evidence(syntax.sentence(anchor), scene.article),
        anchor=(anchor.idx, anchor.idx + len(anchor)),
        factuality=told.factuality,
        hedge=told.hedge,
    )
