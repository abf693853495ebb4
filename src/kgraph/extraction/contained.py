"""Grounding in, relations out that parts have to their wholes by their very names, and capitals to their states."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kgraph.extraction import syntax
from kgraph.extraction.atlas import Atlas, form
from kgraph.extraction.entities import evidence
from kgraph.extraction.grounding import Grounding
from kgraph.model import Article, Mention, Relation, Value
from kgraph.schema import Schema

PLACE, LAW = "schema:Place", "schema:Legislation"
IN, PROVISION, GOVERNING = "schema:containedInPlace", "kg:partOf", "kg:governs"
RULES = {IN: "located", PROVISION: "provision", GOVERNING: "charter"}
CONFIDENCE = 0.9
CAPITAL = {"kg:capitalOf": "capital", "schema:containedInPlace": "located"}


def contained(doc: Doc, article: Article, grounding: Grounding) -> Iterator[Relation]:
    """That "eastern Kenya" is in Kenya, an article part of its treaty, and that a charter governs its body, once for
    each mention of the part.
    """
    heads = {token.idx: token for token in doc}
    for mention in grounding.mentions:
        whole = grounding.wholes.get(mention.entity)
        property = _property(grounding, mention, whole) if whole else ""
        head = heads.get(mention.head[0])
        if whole and property and head is not None:
            value = Value("node", whole, grounding.entity(whole).name)
            passage = evidence(syntax.sentence(head), article)
            anchor = mention.head
            yield Relation(
                property, mention.entity, value, passage, anchor, rule=RULES[property], confidence=CONFIDENCE
            )


def _property(grounding: Grounding, part: Mention, whole: str) -> str:
    """How a part stands to its whole: "eastern Kenya" to Kenya, "NATO's Article 5" to NATO, "its charter" to a body."""
    own, other = set(grounding.entity(part.entity).types), set(grounding.entity(whole).types)
    if PLACE in own & other:
        return IN
    if LAW not in own:
        return ""
    return PROVISION if LAW in other or part.kind == "name" else GOVERNING


def capitals(doc: Doc, article: Article, schema: Schema, grounding: Grounding) -> Iterator[Relation]:
    """Of which state of the article a city is "the capital" without more: the one that is known to have it."""
    known, words = Atlas.of(schema).capitals, schema.words["places"]["capitals"]
    states = {e.name: id for id, e in grounding.entities.items() if "schema:Country" in e.types}
    for token in doc:
        name = _bare_capital(token, schema) if token.lower_ in words else None
        state = known.get(form(syntax.name_span(name).text)) if name is not None else None
        city = grounding.of(name) if name is not None else None
        if (
            state is None
            or city is None
            or state.name not in states
            or "schema:City" not in grounding.entity(city).types
        ):
            continue
        for property, rule in CAPITAL.items():
            value = Value("node", states[state.name], state.name)
            passage, anchor = evidence(syntax.sentence(token), article), (token.idx, token.idx + len(token))
            yield Relation(property, city, value, passage, anchor, rule=rule, confidence=CONFIDENCE)


def _bare_capital(token: Token, schema: Schema) -> Token | None:
    """The name beside "the capital" where nothing else in the phrase says of what it is, or that it is no longer."""
    before = {c.lower_ for c in token.lefts}
    whose = {"of": len(token.doc), "possessor": token.i, "compound": token.i}
    given = any(t.i < whose.get(name, 0) for name, t in syntax.functions(token))
    if "the" not in before or given or before & {*schema.modifiers["former"]} or any(map(syntax.is_name, token.lefts)):
        return None
    after = token.nbor(2 if token.nbor().text == "," else 1) if token.i + 2 < token.sent.end else token
    return next((t for t in (*syntax.named_by(token), after) if syntax.is_name(t)), None)
