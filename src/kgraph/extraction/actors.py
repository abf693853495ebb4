"""Doc and its names in, the places out where somebody or something is spoken of without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.atlas import Atlas
from kgraph.extraction.chains import chains
from kgraph.extraction.found import Found
from kgraph.extraction.names import ETHNIC, bases, class_of
from kgraph.schema import Schema

QUOTES = re.compile('[“”"]')
SHARED = frozenset({"media", "press"})
PRONOUN = frozenset({"PRON", "DET"})
INDEFINITE = frozenset({"a", "an", "some", "several", "two", "three", "another", "one", "other", "more", "many"})

Names = Mapping[int, Found]


def titled(doc: Doc, names: Names, schema: Schema) -> Iterator[Found]:
    """Titles and appositions of a name: "the president, X" and "President X" speak of X."""
    describing = _describing(schema)
    for token in doc:
        if token.tag_ not in {"NN", "NNP"} or token.i in names or _is_hyphenated(token):
            continue
        name = next((names[t.i] for t in syntax.named_by(token) if t.i in names), None)
        if name is None or name.kind != "name" or token.lemma_.lower() not in describing.get(name.types[-1], ()):
            continue
        span = syntax.noun_phrase(token)
        if token.ent_type_ in {"", "PERSON"} and _side_by_side(span, name.span):
            span = doc[span.start : min(span.end, name.span.start)] if span.start < name.span.start else span
            yield Found(span, token, "nominal", name.key, name.types, name.name)


def clustered(doc: Doc, known: Names, schema: Schema) -> Iterator[Found]:
    """Pronouns and noun phrases that coreference puts together with a name, or with each other."""
    for chain in chains(doc):
        yield from _cluster(chain.name, list(chain), known, schema)


def institutions(doc: Doc, known: Names, schema: Schema) -> Iterator[Found]:
    """What a state has one of: "the Danish finance ministry" is named by that, "the Danish government" is Denmark.

    So are the clan, the family or the administration of a named person.
    """
    words = schema.words.get("actors", {})
    kinds, governments = set(words.get("institutions", ())), set(words.get("governments", ()))
    names = _longest(known)
    for token in doc:
        free = token.i not in known and (token.pos_ in {"NOUN", "PROPN"} or _is_nominal(token))
        owner = _owner(token, known) if free else None
        if owner is None:
            continue
        span, title = syntax.noun_phrase(token), _description(token, owner)
        state = owner.key.startswith("country ")
        if state and token.lower_ in governments and title == token.lower_:
            yield Found(span, token, "nominal", owner.key, owner.types, owner.name)
        elif _is_body(owner, {title, token.lower_, token.lemma_.lower()}, kinds) or title in _followings(owner, words):
            types = _types(token, _kinds(schema).get(token.lower_, "schema:Organization"), schema)
            name = f"{_attribute(owner, names, schema)} {title}"
            yield Found(span, token, "nominal", f"{owner.key} {title}", types, name)


def _is_nominal(token: Token) -> bool:
    """Whether an adjective stands as the noun of its phrase ("the country's elite", "the military")."""
    return (
        token.pos_ == "ADJ" and not syntax.is_modifier(token) and syntax.link(token) in {"subject", "object", "oblique"}
    )


def _is_body(owner: Found, words: set[str], kinds: set[str]) -> bool:
    """Whether a state has one of these; of a region it can only be the press, which all its countries have."""
    return bool(words & (kinds if owner.key.startswith("country ") else SHARED))


def _followings(owner: Found, words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What a state or person has one of; forces of his own only a person."""
    own = words.get("commanded", ()) if "schema:Person" in owner.types else ()
    return (*words.get("followings", ()), *own)


def _longest(known: Names) -> dict[str, str]:
    """For each key the longest name that the text calls it by."""
    names = sorted((f for f in known.values() if f.kind == "name"), key=lambda f: (len(f.span.text), f.span.text))
    return {f.key: f.name or " ".join(f.span.text.split()) for f in names}


def _attribute(owner: Found, names: Mapping[str, str], schema: Schema) -> str:
    """How a body is named after its owner: "Danish", "Western", the surname of a person."""
    if owner.key.startswith("country "):
        return _adjective(owner, schema)
    return (owner.span.text if owner.kind == "name" else names.get(owner.key, owner.span.text)).split()[-1]


def communities(doc: Doc, known: Names, schema: Schema) -> Iterator[Found]:
    """A people that lives among another: "the ethnic Danish minority" is the ethnic Danes."""
    atlas = Atlas.of(schema)
    for token in doc:
        if token.lemma_.lower() not in _words(schema, "communities") or token.i in known or token.i < 2:
            continue
        ethnic, demonym = token.nbor(-2), token.nbor(-1)
        state = atlas.adjectives.get(demonym.text)
        if ethnic.lower_ == ETHNIC and state is not None and state.people:
            name = f"{ETHNIC} {state.people[0]}"
            types = schema.up("foaf:Group")
            yield Found(syntax.noun_phrase(token), token, "nominal", f"people {name}", types, name)


def unnamed(doc: Doc, known: Names, schema: Schema) -> Iterator[Found]:
    """Specific but unnamed actors ("troops", "a senior official"); the same words are the same actor again."""
    kinds = _kinds(schema)
    for token in doc:
        if (
            token.i in known
            or token.pos_ not in {"NOUN", "PROPN", "PRON", "DET"}
            or token.ent_type_ not in {"", "NORP"}
        ):
            continue
        kind = kinds.get(token.lower_) or kinds.get(token.lemma_.lower())
        if kind is None or _is_part(token, known) or syntax.is_predicate(token) or _is_thing(token, schema):
            continue
        span = syntax.noun_phrase(token)
        first = span[0].lower_
        single = first in INDEFINITE or token.pos_ in PRONOUN
        name = plain_name(span, token)
        key = f"actor {name.casefold()}" + (f" {token.i}" if single else "")
        types = _types(token, kind, schema)
        yield Found(span, token, "nominal", key, types, name, named=False)
        counted = _quantity(token, schema)
        if counted is not None and counted.i not in known:
            yield Found(syntax.noun_phrase(counted), counted, "nominal", key, types, name, named=False)


def _quantity(token: Token, schema: Schema) -> Token | None:
    """The noun that only counts the actors after it: "thousands" of "thousands of marchers"."""
    of = syntax.case_words(token) == "of"
    above = token.head.head if token.dep_ == "pobj" else token.head
    return above if of and above.lower_ in _words(schema, "quantities") and above.i < token.i else None


def _is_thing(token: Token, schema: Schema) -> bool:
    """Whether a word that may mean a body means a thing here: "the service", but not "the border service"."""
    kinds = _words(schema, "kinds_of_service")
    if token.lemma_.lower() != "service" or not kinds:
        return False
    return not any(t.lower_ in kinds or t.lemma_.lower() in kinds for t in token.lefts)


def _is_part(token: Token, known: Names) -> bool:
    """Whether the word is a part of another's phrase: a modifier, or right before the noun whose phrase it is in."""
    after = known.get(token.i + 1)
    inside = after is not None and after.head.i == token.i + 1 and after.span.start < token.i
    return inside or syntax.is_modifier(token) or _is_hyphenated(token)


def _is_hyphenated(token: Token) -> bool:
    """Whether the word is a later part of a hyphenated one ("chief" of "editor-in-chief")."""
    return token.i > 0 and token.doc[token.i - 1].text == "-" and not token.doc[token.i - 1].whitespace_


def _kinds(schema: Schema) -> dict[str, str]:
    words = schema.words.get("actors", {})
    tables = {"organisations": "schema:Organization", "groups": "foaf:Group", "persons": "schema:Person"}
    return {word: class_ for table, class_ in tables.items() for word in words.get(table, ())}


def _types(token: Token, kind: str, schema: Schema) -> tuple[str, ...]:
    if kind == "schema:Person" and token.tag_ in {"NNS", "NNPS"}:
        return schema.up("foaf:Group")
    if kind == "schema:Organization" and token.lemma_ not in _words(schema, "unclassed"):
        return bases(schema, class_of([token.lemma_, token.lower_], schema), kind)
    return schema.up(kind)


def _describing(schema: Schema) -> dict[str, frozenset[str]]:
    """By base class, the nouns that can be said of a name of it: offices of a person, kinds of bodies and places."""
    persons = {w for o in schema.offices for w in _office_heads(o.name.lower())} | set(_words(schema, "persons"))
    heads = {w for words in schema.words.get("entity-heads", {}).values() for w in words}
    bodies = heads | set(_words(schema, "organisations"))
    places = set(schema.words.get("places", {}).get("urban", ())) | heads
    return {
        "schema:Person": frozenset(persons),
        "schema:Organization": frozenset(bodies),
        "schema:Place": frozenset(places),
    }


def _office_heads(name: str) -> set[str]:
    """The words that may head an office: "minister" of "minister of defence", both of "attorney general"."""
    words = name.replace("-", " ").split()
    linked = next((i for i, w in enumerate(words) if w in {"of", "in", "to", "at", "without"}), 0)
    return {words[linked - 1], words[-1]} if words[-1] in {"general", "chief"} or not linked else {words[linked - 1]}


def _words(schema: Schema, table: str) -> tuple[str, ...]:
    return schema.words.get("actors", {}).get(table, ())


def _side_by_side(one: Span, other: Span) -> bool:
    """Whether nothing but a comma or bracket stands between a description and a name, or the name ends the phrase."""
    first, second = (one, other) if one.start <= other.start else (other, one)
    between = one.doc[min(first.end, second.start) : second.start]
    return first.end >= second.start or (len(between) <= 2 and all(t.is_punct or t.is_space for t in between))


def _cluster(label: str, spans: list[Span], known: Names, schema: Schema) -> Iterator[Found]:
    heads = [(span, span.root) for span in spans]
    name = next((known[h.i] for s, h in heads if h.i in known and known[h.i].named and known[h.i].kind == "name"), None)
    name = name or next((known[h.i] for s, h in heads if h.i in known), None)
    if name is None:
        name = _new(label, heads, schema)
    if name is None:
        return
    for span, head in heads:
        if head.i not in known:
            kind = "pronoun" if head.pos_ in PRONOUN else "nominal"
            yield Found(
                span, head, "pronoun" if kind == "pronoun" else "nominal", name.key, name.types, name.name, name.named
            )


def _new(label: str, heads: list[tuple[Span, Token]], schema: Schema) -> Found | None:
    kinds = _kinds(schema)
    for span, head in heads:
        kind = kinds.get(head.lower_) or kinds.get(head.lemma_.lower())
        if kind is not None and head.pos_ == "NOUN":
            return Found(span, head, "nominal", label, _types(head, kind, schema), plain_name(span, head), named=False)
    return None


def _owner(token: Token, known: Names) -> Found | None:
    """The state or person whose a body is, told by a possessor, adjective or compound."""
    functions = syntax.functions(token)
    near = (known[t.i] for name, t in functions if name in {"possessor", "adjective", "compound"} and t.i in known)
    return next((f for f in near if f.key.startswith(("country ", "region ")) or "schema:Person" in f.types), None)


def _description(token: Token, owner: Found) -> str:
    """The words of the phrase up to its head without article and country: "finance ministry"."""
    span = syntax.noun_phrase(token)
    words = [t for t in span if t.i <= token.i and t.i not in range(owner.span.start, owner.span.end)]
    return " ".join(
        t.lower_
        for t in words
        if t.pos_ not in {"DET", "PART", "PUNCT", "PRON", "ADV", "SCONJ"} and not t.is_space and t.lower_ != "own"
    )


def _adjective(country: Found, schema: Schema) -> str:
    known = next((n for n in schema.names if n.kind == "country" and n.name == country.name), None)
    return known.adjectives[0] if known is not None and known.adjectives else country.name


def plain_name(span: Span, head: Token) -> str:
    """The words of a phrase up to its head, without article, number and possessive pronoun."""
    skipped = {"DET", "PUNCT", "SPACE", "PRON", "NUM", "ADV", "PART", "CCONJ", "SYM"}
    bracket = next((t.i + 1 for t in reversed(list(span)) if t.text == ")" and t.i < head.i), span.start)
    words = span.doc[bracket : span.end]
    counted = max((t.i + 1 for t in words if t.pos_ == "NUM" and t.i < head.i), default=span.start)
    words = span.doc[max(counted, words.start) : span.end]  # "up to 1,000 people"
    start = next((t.i for t in words if t.pos_ not in skipped and t.lower_ not in INDEFINITE | {"own"}), head.i)
    end = head.i + 1
    while end + 1 < span.end and span.doc[end].text == "-":
        end += 2
    text = " ".join(QUOTES.sub("", span.doc[min(start, head.i) : end].text).split())
    first = span.doc[min(start, head.i)]
    common = first.is_sent_start or first.lower_ in INDEFINITE
    return text[:1].lower() + text[1:] if common and first.ent_type_ in {"", "CARDINAL"} else text
