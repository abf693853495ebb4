"""Doc in, the places out where something is called by its name, and what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.atlas import Atlas, form
from kgraph.extraction.beside import letter_after
from kgraph.extraction.bodies import bodies
from kgraph.extraction.found import Found
from kgraph.schema import Name, Schema

TYPES = {
    "PERSON": "schema:Person", "ORG": "schema:Organization", "GPE": "schema:Place", "LOC": "schema:Place",
    "FAC": "schema:Place", "NORP": "foaf:Group", "EVENT": "sem:Event", "LAW": "schema:Legislation",
}  # fmt: skip
INSIDE = frozenset({"in", "at", "near", "around", "outside", "inside", "across", "within", "via", "into", "throughout"})
GOVERNING = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})
MOTHERS = 2  # words of a name that are more than a given name and a surname
LONGEST_CODE = 3  # letters of a name that is written in capitals anyway
COMPASS = frozenset({"central", "north", "south", "east", "west"})
LANDS = frozenset({"country", "nation", "region", "state", "bloc", "economy"})
SECURITY = "kg:SecurityService"
ETHNIC = "ethnic"
PARTY = "schema:PoliticalParty"
GOING = frozenset({"to", "from", "towards", "toward", "for"})


def named(doc: Doc, schema: Schema, atlas: Atlas) -> tuple[Found, ...]:
    """Every name of the text with the key of what it names; two names of one person or organisation share a key."""
    offices = frozenset(o.name.lower() for o in schema.offices if " " in o.name)
    spans = [
        _branch(_own(syntax.trimmed(e), offices, atlas), atlas)
        for e in doc.ents
        if (e.label_ in TYPES or ":" in e.label_) and e.text.strip()
    ]
    found = [f for s in spans for f in [_found(s, schema, atlas)] if f is not None]
    found += [p for s in spans if s.label_ == "PERSON" for p in _party(s, schema, atlas)]
    return tuple(bodies(list(_acronyms(_persons(sorted(found, key=lambda f: f.span.start)))), schema))


def _own(span: Span, offices: frozenset[str], atlas: Atlas) -> Span:
    """The span without a last word that belongs to the office after it: "White House Press" before "Secretary"."""
    if len(span) < 2 or span.label_ != "ORG" or span.end >= len(span.doc) or span.text in atlas.names:
        return span
    last, after = span[-1], span.doc[span.end]
    office = f"{last.lower_} {after.lower_}" in offices
    partisan = last.text in atlas.adjectives and any(o.endswith(f" {after.lower_}") for o in offices)
    return Span(span.doc, span.start, span.end - 1, label=span.label) if office or partisan else span


def _branch(span: Span, atlas: Atlas) -> Span:
    """The span with the place before it that tells whose branch of a party it names: "Ohio Democratic Party"."""
    known = atlas.names.get(span.text)
    if known is None or PARTY not in known.types or span.start == span.sent.start:
        return span
    before = span.doc[span.start - 1]
    place = before.ent_type_ in {"GPE", "LOC"} and before.pos_ == "PROPN" and before.head.i >= span.start
    return Span(span.doc, syntax.name_span(before).start, span.end, label=span.label) if place else span


def class_of(words: Iterable[str], schema: Schema) -> str:
    """The class that the head word of a name or description tells ("ministry"), or nothing."""
    heads = schema.words.get("entity-heads", {})
    last = {w.lower() for w in words}
    return next((c for c, known in heads.items() if last & set(known)), "")


def bases(schema: Schema, type_: str, base: str) -> tuple[str, ...]:
    """A class up to its base; the base alone if the vocabulary does not put the class under it."""
    found = schema.up(type_) if type_ in schema.classes else ()
    return found if base in found else schema.up(base)


def _found(span: Span, schema: Schema, atlas: Atlas) -> Found | None:
    text, head = _state(span, schema) or _spelt(form(span.text), atlas), span.root
    if ":" in span.label_:  # a class of the vocabulary: what a name is by the words around it
        return Found(span, head, "name", f"{span.label_} {text.casefold()}", schema.up(span.label_))
    country = _country(span, text, schema, atlas)
    if country is not None:
        own = text in atlas.names and atlas.names[text] == country
        base = "schema:Organization" if country.kind == "organisation" else "schema:Place"
        types = bases(schema, country.types[0], base)
        return Found(span, head, "name", f"{country.kind} {country.name}", types, country.name, surface=own)
    ethnic = span[0].lower_ == ETHNIC and span.root.tag_ in {"NNS", "NNPS"}
    if span.label_ == "NORP" or ethnic:
        return _people(span, text, atlas, schema)
    known = atlas.names.get(text)
    if known is not None and _agrees(known, span):
        base = "schema:Place" if known.kind in {"city", "region"} else TYPES.get(span.label_, "schema:Organization")
        base = {"event": "sem:Event", "organisation": "schema:Organization"}.get(known.kind, base)
        base = "schema:Legislation" if "schema:Legislation" in known.types else base
        return Found(span, head, "name", f"{known.kind} {known.name}", bases(schema, known.types[0], base), known.name)
    base = TYPES[span.label_]
    return Found(span, head, "name", f"{base} {text.casefold()}", bases(schema, _class(span, schema), base))


def _state(span: Span, schema: Schema) -> str:
    """The name of the state that is cut short behind a place and a comma: "Reno, Nev."."""
    doc, start = span.doc, span.start
    behind = start - 2 >= span.sent.start and doc[start - 1].text == "," and doc[start - 2].ent_type_ in {"GPE", "LOC"}
    if not behind:
        return ""
    short = dict(s.split("=") for s in schema.words.get("places", {}).get("states", ()))
    return short.get(span.text.rstrip("."), "")


def _spelt(text: str, atlas: Atlas) -> str:
    """The name as it is looked up; one in capitals ("OSLO, 3 May") with small letters, where so it is known."""
    spelt, shouted = text.title(), text.isupper() and len(text) > LONGEST_CODE
    return spelt if shouted and text not in atlas.names and spelt in atlas.names else text


def _country(span: Span, text: str, schema: Schema, atlas: Atlas) -> Name | None:
    """The state or region that a name, an adjective, a seat of power or a capital in an actor's place stands for."""
    if span.label_ == "PERSON":
        return None
    if text in atlas.names and atlas.names[text].kind == "country" and not _is_people(span, text, atlas):
        return atlas.names[text]
    if text in atlas.seats:
        return atlas.seats[text]
    if text in atlas.adjectives and not _is_people(span, text, atlas) and not _is_regional(span):
        return atlas.adjectives[text] if _is_attribute(span.root) else None
    return atlas.capitals[text] if text in atlas.capitals and acts(span, schema) else None


def _is_regional(span: Span) -> bool:
    """Whether a state's adjective only says in which part of the world it is: "the Central African country"."""
    after = span.doc[span.end : span.end + 1]
    return len(span) > 1 and span[0].lower_ in COMPASS and any(t.lemma_.lower() in LANDS for t in after)


def _party(person: Span, schema: Schema, atlas: Atlas) -> Iterator[Found]:
    """The party that a letter in the bracket after a politician's name stands for."""
    letter = letter_after(person)
    if letter is None:
        return
    for party, letters in schema.words.get("parties", {}).items():
        if letter.text in letters and party in atlas.names:
            known = atlas.names[party]
            span = letter.doc[letter.i : letter.i + 1]
            types = bases(schema, known.types[0], "schema:Organization")
            yield Found(span, letter, "name", f"{known.kind} {known.name}", types, known.name, surface=False)


def _is_attribute(token: Token) -> bool:
    """Whether a nationality word goes with a noun; alone it is a language ("speaks Danish") or a person."""
    argument = syntax.link(token) in {"subject", "object", "oblique", "clause"}
    return syntax.is_modifier(token) or syntax.link(token) == "conjunct" or (token.pos_ == "ADJ" and not argument)


def _is_people(span: Span, text: str, atlas: Atlas) -> bool:
    plural = span.root.tag_ in {"NNS", "NNPS"} or (
        span.root.pos_ == "NOUN" and span.root.dep_ not in {"amod", "compound"}
    )
    return text in atlas.people and plural


def acts(name: Span, schema: Schema) -> bool:
    """Whether a capital stands for its government ("Madrid refused"), not for the place ("in Madrid")."""
    token = name.root
    words = schema.words.get("places", {})
    urban, motion = set(words.get("urban", ())), set(words.get("motion", ()))
    while token.dep_ == "conj" and token.head.pos_ in {"PROPN", "NOUN"}:
        token = token.head
    case, above = syntax.case_words(token), token.head
    if _is_described(token, urban) or _is_visited(token, motion):
        return False
    if case:
        return _acts_after(case, above if token.dep_ != "pobj" else above.head, urban, motion)
    if syntax.is_predicate(above):
        if syntax.link(token) not in {"subject", "object"}:
            return False
        verb = above.lemma_.lower()
        described = {t.lemma_.lower() for t in (above, *syntax.fillers(above, "complement"))}
        return not (described & urban or verb in motion)
    if above.i > token.i and above.pos_ in {"NOUN", "PROPN"}:
        return syntax.is_possessor(token) and above.lemma_.lower() not in urban
    return syntax.is_hyphenated(name[-1]) and not _is_seat(name, set(words.get("seated", ())))


def _is_seat(name: Span, seated: set[str]) -> bool:
    """Whether a capital's compound tells where something is: "Madrid-based", not "Madrid-led"."""
    return any(t.lower_ in seated for t in name.doc[name.end : name.end + 2])


def _is_described(token: Token, nouns: set[str]) -> bool:
    """Whether one of the nouns describes the name from right beside it: "the capital, Madrid"."""
    start, end = max(token.i - 6, token.sent.start), min(token.i + 8, token.sent.end)
    beside = (t for t in token.doc[start:end] if t.lemma_.lower() in nouns)
    return any(token.i in {name.i, name.head.i} for t in beside for name in syntax.named_by(t))


def _is_visited(token: Token, motion: set[str]) -> bool:
    """Whether the words right beside a name make it a place, whatever its head: "entered Madrid", "Madrid, in the"."""
    span, doc = syntax.name_span(token), token.doc
    entered = span.start > token.sent.start and doc[span.start - 1].lemma_.lower() in motion
    after = [t.lower_ for t in doc[span.end : span.end + 2]]
    return (entered and doc[span.start - 1].pos_ == "VERB") or (after[:1] == [","] and after[1:] == ["in"])


def _acts_after(case: str, governor: Token, urban: set[str], motion: set[str]) -> bool:
    """Whether a capital after a preposition is an actor: "ties with Madrid", not "in Madrid", "flew to Madrid"."""
    if set(case.split()) & INSIDE or governor.lemma_.lower() in urban or governor.pos_ not in GOVERNING:
        return False
    return case not in GOING or not motion & {governor.lemma_.lower(), governor.lower_}


def _people(span: Span, text: str, atlas: Atlas, schema: Schema) -> Found | None:
    """A people or following ("Danes", "Muslims") as a group; an adjective or a single member is none."""
    plural = span.root.tag_ in {"NNS", "NNPS"} or (text in atlas.people and text not in atlas.adjectives)
    if not plural or span.root.dep_ in {"amod", "compound"}:
        return None
    start = span.start - 1 if span.start > span.sent.start and span[0].nbor(-1).lower_ == ETHNIC else span.start
    if span.doc[start].lower_ == ETHNIC:  # a part of another state's people: not the Danes of Denmark
        whole = Span(span.doc, start, span.end, label=span.label)
        name = f"{ETHNIC} {form(whole[1:].text)}"
        return Found(whole, span.root, "name", f"people {name}", schema.up("foaf:Group"), name)
    return Found(span, span.root, "name", f"people {text}", schema.up("foaf:Group"))


def _agrees(known: Name, span: Span) -> bool:
    shared = known.kind == "city" or (known.kind == "organisation" and span.text.isalpha())
    return known.kind != "country" and (span.label_ != "PERSON" or not shared)


def _class(span: Span, schema: Schema) -> str:
    """What the head word of an unknown name says: "Ministry of Fisheries", "Tirana Times"."""
    if span.label_ not in {"ORG", "GPE", "LOC"}:
        return ""
    words = [t.text for t in span if not t.is_space and not t.is_punct]
    if span.label_ == "ORG" and span.text.split()[-1] in schema.words.get("names", {}).get("legal_forms", ()):
        return "schema:Corporation"
    cut = next((i for i, t in enumerate(span) if t.pos_ == "ADP"), 0)
    head = [span[cut - 1].lower_] if cut else words[-1:]
    found = class_of(head, schema)
    if found == SECURITY and not {w.lower() for w in words} & set(schema.words.get("names", {}).get("of_security", ())):
        return ""
    place = "schema:Place" in schema.up(found)
    return found if place == (span.label_ != "ORG") else ""


def _persons(found: list[Found]) -> list[Found]:
    """Surnames and shortened names get the key of the full name before them, or else of the first one after."""
    full = [f for f in found if _is_person(f) and len(_words(f)) > 1]
    result = []
    for one in found:
        fits = [f for f in full if _is_person(one) and _short_for(_words(one), _words(f))]
        before = [f for f in fits if f.span.start <= one.span.start]
        best = before[-1] if before else fits[0] if fits else one
        result.append(replace(one, key=best.key))
    return [replace(f, key=_final(f.key, result)) for f in result]


def _final(key: str, found: Iterable[Found]) -> str:
    """Follows a chain of names to its end: "Ali" is "Omar Ali" is "Omar Hassan Ali"."""
    table = {f"schema:Person {form(f.span.text).casefold()}": f.key for f in found}
    seen = {key}
    while table.get(key, key) not in seen:
        key = table[key]
        seen.add(key)
    return key


def _is_person(found: Found) -> bool:
    return found.key.startswith("schema:Person ")


def _words(found: Found) -> list[str]:
    return form(found.span.text).casefold().split()


def _short_for(short: list[str], long: list[str]) -> bool:
    """Whether one person's name is a part of another's that ends or starts alike ("Ali" of "Omar Ali")."""
    father = long[-2:-1] if len(long) > MOTHERS else []  # "Batz" of "Ana Batz Ruiz"
    if len(short) >= len(long) or short[-1] not in {long[-1], long[0], *father}:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _acronyms(found: list[Found]) -> Iterator[Found]:
    """An acronym that follows its name in brackets, and every later use of it, gets the key of the name."""
    known: dict[str, Found] = {}
    uses = Counter(f.key for f in found)
    for name, after in pairwise(found):
        between = name.span.doc[name.span.end : after.span.start].text.strip()
        foreign = uses[after.key] > 1 and _may_be_foreign(after, name)
        if between == "(" and (foreign or _is_acronym(after.span.text, name.span)):
            known.setdefault(f"{after.key}", name)
    for one in found:
        name = known.get(one.key, one)
        yield replace(one, key=name.key, types=name.types, name=name.name)


def _may_be_foreign(short: Found, name: Found) -> bool:
    """Whether an unknown acronym may have the letters of a name in another language: "People's Union (UFP)"."""
    letters = short.span.text
    unknown = short.key.startswith("schema:Organization ") and name.key.startswith("schema:Organization ")
    return unknown and letters.isalpha() and letters.isupper() and len(letters) > 2 and len(name.span) > 1


def _is_acronym(text: str, span: Span) -> bool:
    letters = iter("".join(_letters(t) for t in span if t.text[:1].isalpha()).lower())
    plain = [c for c in text.lower() if c.isalpha()]
    return len(plain) > 1 and text.isupper() and all(c in letters for c in plain)


def _letters(token: Token) -> str:
    """What a word gives to an acronym: its first letter, all letters of one that is an acronym itself ("U.S.")."""
    plain = token.text.replace(".", "")
    return plain if plain.isupper() and (len(plain) <= LONGEST_CODE) else plain[:1]
