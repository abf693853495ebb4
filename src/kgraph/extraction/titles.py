"""Doc in, the same text out with names that only grammar tells: titles of works, rivers, species, ships.

No tagger knows that "A Man and a Horse" is a name. The words around it do: "X is a 1994 film", "the album X", "X, a
river in Peru", "“X”". Which nouns name a kind of thing, and of which class, is in the word lists of rule packs:
`things` (nouns), `thing-names` (words in the name itself: "Mount"), `thing-endings` (its last word: "Records",
"season"), `thing-deeds` and `thing-fates` (verbs of which such things are the subject, or the logical object; those in
`thing-persons` are said of persons too). Without packs nothing is done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kgraph.extraction import labels, runs, syntax
from kgraph.extraction.found import Found
from kgraph.extraction.phrases import FIGURES, noun_phrase
from kgraph.extraction.runs import Place, is_capital
from kgraph.schema import Schema

WORK, UNCLASSED = "schema:CreativeWork", "schema:Thing"
DESCRIBED = frozenset({"schema:Person", "schema:Organization"})
OTHERS = frozenset({"PERSON", "GPE", "DATE", "NORP"})  # what an apposition does not make a thing of another kind
BODIES = frozenset({"ORG", "PRODUCT"})
AWARD, TAXON = "kg:Award", "schema:Taxon"
COMMON = frozenset({TAXON})  # what has names in small letters: "the northern lynx"
PARTS = frozenset({
    "one", "two", "some", "part", "kind", "type", "form", "series", "set", "pair", "most", "each", "name",
})  # fmt: skip
BE = frozenset({"be", "become", "remain"})
MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT", "PART", "CCONJ", "SYM", "X"})
OPENING = frozenset({"DET", "PRON"})
NO_START = runs.CLOSED | {"NUM", "ADV", "VERB"}
REACH = 16
Kinds = Mapping[tuple[str, ...], str]


def entitled(doc: Doc, schema: Schema) -> Doc:
    """The Doc with such names in `doc.ents`, labelled by their class; the Doc itself where no pack seeks any."""
    kinds = kinds_of(schema, "things")
    if not kinds:
        return doc
    told = list(_told(doc, kinds, schema))
    found = _chosen([*told, *_repeated(doc, told)])
    taken = {i for start, end, _ in found for i in range(start, end)}
    ranks = _ranks(schema)
    kept = [_extended(_untitled(e, ranks), taken) for e in doc.ents if not taken & set(range(e.start, e.end))]
    known = taken | {t.i for e in kept for t in e}
    wholes = [p for p in runs.subjects(doc) if not taken & set(range(*p)) and _is_whole(doc[p[0] : p[1]], kept)]
    kept = [e for e in kept if not any(e.start < end and start < e.end for start, end in wholes)]
    known |= {i for start, end in wholes for i in range(start, end)}
    titles = _titles(schema)
    rows = [(_behind_office(doc, start, end, titles), _onward(doc, end)) for start, end in runs.unnamed(doc, known)]
    places = [*wholes, *(p for p in rows if not _is_office(doc[p[0] : p[1]], titles))]
    loose = [Span(doc, start, end, label=_loose(doc[start:end], schema)) for start, end in places]
    copy = doc.copy()
    spans = [Span(copy, s.start, s.end, label=s.label) for s in (*kept, *loose)]
    copy.ents = filter_spans([*(Span(copy, s, e, label=c) for s, e, c in found), *spans])
    return copy


def described(doc: Doc, known: Mapping[int, Found], schema: Schema) -> Iterator[Found]:
    """The nouns that take a name up: the "film" of "X is a film", and "the film" wherever it follows."""
    kinds = kinds_of(schema, "things")
    if not kinds:
        return
    told = {noun.i: place for noun, _, place in definitions(doc, kinds)}
    last: dict[str, Found] = {}
    for token in doc:
        name = known.get(token.i)
        if name is not None:
            last |= dict.fromkeys(name.types[:1], name)
            continue
        type_ = kind_at(token, kinds) if token.pos_ == "NOUN" else ""
        place = told.get(token.i) or (runs.following(token) if type_ else None)
        named = known.get(place[0]) if place is not None else _named_next(token, known) or _holder(token, known)
        bare = [t.lower_ for t in token.lefts] in (["the"], ["this"])
        named = named or (last.get(type_) if type_ and bare and token.tag_ == "NN" else None)
        if named is not None:
            yield Found(noun_phrase(token), token, "nominal", named.key, named.types)


def _is_whole(span: Span, names: Iterable[Span]) -> bool:
    """Whether the row of words in a subject's place is one name, though a tagger knows parts: "Road to Lima"."""
    inside = [e for e in names if e.start < span.end and span.start < e.end and e.label_ not in FIGURES]
    if not inside:
        return True
    taken = {i for e in inside for i in range(e.start, e.end)}
    rest = [t for t in span if t.i not in taken]
    if any(e.start < span.start or span.end < e.end or e.kb_id_ for e in inside):
        return False
    if all(t.pos_ == "DET" for t in rest):  # "The Quiet Girl", "Quiet Girls" that a tagger takes for two persons
        return all(e.label_ == "PERSON" for e in inside) and (bool(rest) or len(inside) > 1)
    colon = any(t.text == ":" for t in rest)
    persons = not colon and any(e.label_ == "PERSON" and (len(e) > 1 or e.start > span.start) for e in inside)
    joined = any(t.pos_ in runs.CLOSED and span.start < t.i < span.end - 1 for t in rest)
    return (joined or colon) and not persons and all(t.pos_ != "CCONJ" for t in rest)


def _named_next(token: Token, known: Mapping[int, Found]) -> Found | None:
    """The person or body whose name stands right behind the noun that describes it: "singer X", "the band X"."""
    after = known.get(token.i + 1) if token.tag_ == "NN" and token.i + 1 < len(token.doc) else None
    fits = after is not None and after.kind == "name" and after.span.start == token.i + 1
    return after if fits and after is not None and set(after.types) & DESCRIBED else None


def _holder(token: Token, known: Mapping[int, Found]) -> Found | None:
    """Who is called something: X for the "player" of "X is a player who", so that what the player does X does."""
    if token.dep_ == "conj" and token.tag_ == "NN" and token.head.tag_ == "NN" and token.head.i < token.i:
        return _holder(token.head, known)
    if token.tag_ != "NN" or not any(c.lower_ in {"a", "an"} for c in token.lefts) or syntax.is_negated(token):
        return None
    copular = any(c.lemma_ == "be" for c in token.lefts)
    subject = next(iter(syntax.surface_subjects(token)), None) if copular else None
    named = known.get(subject.i) if subject is not None else None
    return named if named is not None and named.kind == "name" and named.named else None


@lru_cache(maxsize=64)
def kinds_of(schema: Schema, stem: str) -> Kinds:
    """The words of a list by class, turned round: words → class; of several classes the last pack's."""
    tables = schema.words.get(stem, {})
    return {tuple(word.lower().replace("-", " - ").split()): type_ for type_, words in tables.items() for word in words}


def kind_at(token: Token, kinds: Kinds) -> str:
    """The class that a noun names as the head of its phrase: "film", but not in "film score"; "" for none."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and (after.pos_ == "NOUN" or (after.text == "-" and not token.whitespace_)):
        return ""
    words = [t.lower_ for t in token.doc[max(token.i - 2, 0) : token.i]]
    for last in dict.fromkeys((token.lower_, token.lemma_.lower())):
        tails = [(*words[-n:], last) for n in range(len(words), 0, -1)]
        found = next((kinds[t] for t in (*tails, (last,)) if t in kinds), "")
        if found:
            return found
    return ""


def definitions(doc: Doc, kinds: Kinds) -> Iterator[tuple[Token, str, Place]]:
    """Each kind noun that is said of a name, its class, and where the name stands: "X is a film", "X, a film"."""
    for token in doc:
        type_ = kind_at(token, kinds) if token.pos_ in {"NOUN", "PROPN", "X"} else ""
        if not type_:
            continue
        first = _opening(token)
        before = first - 1
        if before <= token.sent.start:
            continue
        if doc[before].lemma_.lower() in BE and doc[before].pos_ in {"AUX", "VERB"}:
            place = runs.subject(doc[before]) or (runs.common(doc[before]) if type_ in COMMON else None)
        elif doc[before].text in {",", "–", "-"} and doc[first].pos_ in OPENING:
            place = runs.ending(doc, before, token.sent.start)
            place = None if place is None or doc[place[0]].ent_type_ in OTHERS else place
        else:
            place = None
        if place is not None:
            yield token, type_, place


def _opening(noun: Token) -> int:
    """Where the phrase of a noun begins, told by its words alone: "one of the first silent films"."""
    i = noun.i
    while i - 1 > noun.sent.start and noun.i - i < REACH and (_modifies(noun.doc[i - 1]) or _hyphened(noun.doc[i])):
        i -= 1
        if noun.doc[i].pos_ in OPENING and noun.doc[i - 1].lower_ != "of":
            break
    return i


def _hyphened(token: Token) -> bool:
    """Whether a hyphen ties the word before to this one: the "up" of "stand-up", the "off" of "one-off"."""
    return token.text == "-" and not token.doc[token.i - 1].whitespace_


def _modifies(token: Token) -> bool:
    if token.is_space:
        return True
    if token.pos_ == "PUNCT":
        return token.text in {"-", ",", '"', "“", "”", "/", "–", "'", "(", ")"}
    participle = token.pos_ == "VERB" and token.tag_ in {"VBN", "VBG", "VBD"}
    part = token.lower_ == "of" and token.i > 0 and token.doc[token.i - 1].lower_ in PARTS
    return token.pos_ in MODIFYING | OPENING or participle or part


def _told(doc: Doc, kinds: Kinds, schema: Schema) -> Iterator[tuple[int, int, str]]:
    for _, type_, (start, end) in definitions(doc, kinds):
        yield start, end, type_
    for token in doc:
        type_ = kind_at(token, kinds) if token.pos_ in {"NOUN", "PROPN"} else ""
        place = runs.following(token) if type_ else None
        if place is not None:
            yield *place, type_
    yield from ((start, end, WORK) for start, end in runs.quoted(doc))
    if COMMON & set(kinds.values()):
        yield from ((start, end, TAXON) for start, end in _before_binomials(doc))
    yield from _by_ending(doc, kinds_of(schema, "thing-endings"))
    yield from _by_name(doc, schema)
    yield from _by_verb(doc, schema)


def _before_binomials(doc: Doc) -> Iterator[Place]:
    """The names, mostly in small letters, that open a sentence and have a scientific one in brackets behind."""
    for token in doc:
        opening = token.i - 1
        if opening > token.sent.start and doc[opening].text == "(" and runs.is_binomial(doc, token.i):
            place = runs.common(doc[opening])
            yield from [place] if place is not None else []


def _by_ending(doc: Doc, endings: Kinds) -> Iterator[tuple[int, int, str]]:
    """Names by their last word, common or not: "the 2011 Northland rugby season", "Northland University Press"."""
    for token in doc:
        type_ = endings.get((token.lower_,), "") if token.pos_ in {"NOUN", "PROPN"} and _is_last(token) else ""
        start, common = token.i, not is_capital(token)
        person = token.ent_type_ == "PERSON"
        while type_ and start > token.sent.start and _belongs(doc[start - 1], common=common or person):
            start -= 1
        while start < token.i and (
            not is_capital(doc[start]) or doc[start].pos_ in (runs.CLOSED if common else NO_START)
        ):
            start += 1
        if token.i - start > common:
            yield start, token.i + 1, type_


def _belongs(token: Token, *, common: bool) -> bool:
    """Whether a word may be part of a name before its last word, which is a common noun or not."""
    if token.ent_type_ == "PERSON" and not common:
        return False
    small = token.pos_ in {"NOUN", "PROPN", "ADJ", "PART", "NUM"} or token.text == "-"
    return is_capital(token) or token.lower_ in {"&", "of"} or (common and small)


def _is_last(token: Token) -> bool:
    """Whether no word with a capital follows."""
    after = token.doc[token.i + 1 : token.i + 2]
    return not any(t.pos_ == "PROPN" and is_capital(t) for t in after)


def _by_verb(doc: Doc, schema: Schema) -> Iterator[tuple[int, int, str]]:
    """Names at the head of a sentence by what they do or what is done to them: "X stars", "X was directed by"."""
    deeds, fates = kinds_of(schema, "thing-deeds"), kinds_of(schema, "thing-fates")
    personal = schema.words.get("thing-persons", {}).get("verbs", ())
    for token in doc:
        passive = token.tag_ == "VBN" and any(c.lemma_ == "be" for c in token.lefts)
        type_ = (fates if passive else deeds).get((token.lemma_.lower(),), "") if token.pos_ == "VERB" else ""
        place = _subject_of(token) if type_ else None
        if place is not None and (
            _decides(token, personal, passive=passive) or not _is_person(doc[place[0] : place[1]])
        ):
            yield *place, type_


def _subject_of(verb: Token) -> Place | None:
    """The name in the place of a verb's subject, or of the subject of what it is joined to: "X won and was filmed"."""
    first = min([verb.i, *(c.i for c in verb.lefts if c.pos_ == "AUX")])
    own = runs.subject(verb.doc[first])
    if own is not None or verb.dep_ != "conj" or any(c.dep_ in labels.SUBJECT for c in verb.children):
        return own
    main = next((t for t in verb.sent if t.tag_ in runs.FINITE and t.pos_ in {"VERB", "AUX"}), verb)
    return runs.subject(main) if main.i < first and verb.head in {verb.sent.root, main} else None


def _is_person(span: Span) -> bool:
    return any(t.ent_type_ in {"PERSON", "NORP"} for t in span[:1])


def _ranks(schema: Schema) -> frozenset[str]:
    return frozenset(word.lower() for word in schema.words.get("ranks", {}).get("ranks", ()))


def _untitled(name: Span, ranks: Collection[str]) -> Span:
    """A person's name without the rank before it: "Aluf Noam Berg"."""
    ranked = name.label_ == "PERSON" and len(name) > 1 and name[0].lower_ in ranks
    return Span(name.doc, name.start + 1, name.end, label=name.label) if ranked else name


def _onward(doc: Doc, end: int) -> int:
    """Where a row of capitals ends if letters go on that a tagger takes for a body: the "CPC" of "Norstrad CPC"."""
    same = end < len(doc) and doc[end].ent_type_ in BODIES and doc[end].text.isupper() and doc[end].ent_iob_ == "B"
    return end + same


def _extended(name: Span, taken: Collection[int]) -> Span:
    """A body's name with the capitals or figures that go on behind it, which make it a thing: "Nordata II"."""
    doc, end = name.doc, name.end
    while end < name.sent.end and end not in taken and _goes_on(doc[end]):
        end += 1
    extended = name.label_ in BODIES and end > name.end
    return Span(doc, name.start, end, label=UNCLASSED) if extended else name


def _goes_on(token: Token) -> bool:
    figure = token.text.isdigit() and len(token.text) < 4
    roman = token.text.isupper() and token.pos_ in {"PROPN", "NUM", "NOUN", "X"}
    return not token.ent_type_ and (roman or figure)


def _decides(verb: Token, personal: Collection[str], *, passive: bool) -> bool:
    """Whether a verb says what its subject is, whatever a tagger takes it for: "X stars Y", "X was written by Y".

    Of persons such verbs are said without an object only, but for those that are theirs too ("was released").
    """
    after = verb.doc[verb.i + 1 : verb.i + 2]
    transitive = any(t.ent_type_ == "PERSON" and t.ent_iob_ == "B" for t in after)
    return (passive or transitive) and verb.lemma_.lower() not in personal


def _by_name(doc: Doc, schema: Schema) -> Iterator[tuple[int, int, str]]:
    names, titles = kinds_of(schema, "thing-names"), _titles(schema)
    for row in runs.capitalised(doc):
        start = _behind_office(doc, *row, titles)
        type_ = _named(doc[start : row[1]], names)
        links = [i for i in range(start + 1, row[1]) if doc[i].lower_ == "for" and type_ != AWARD]
        year = start > 0 and doc[start - 1].text.isdigit() and "sem:Event" in schema.up(type_)
        if type_:
            yield start - year, min([row[1], *links]), type_


def _named(span: Span, names: Kinds) -> str:
    """The class that the last or the first word of a name tells: "Prophet River", "Mount Bigo"."""
    words = [t for t in span if t.pos_ != "DET"]
    if len(words) < 2:  # "STS-7"
        first, _, number = words[0].lower_.partition("-") if words else ("", "", "")
        return names.get((first,), "") if number.isdigit() else ""
    cut = next((i for i, t in enumerate(words) if i and t.lower_ in {"for", "of"}), len(words))
    numbers = (t for t in words if not t.is_alpha)
    known = (names.get((t.lower_,), "") for t in (words[cut - 1], words[-1], words[0], *numbers))
    return next((type_ for type_ in known if type_), "")


def _titles(schema: Schema) -> frozenset[str]:
    return frozenset(word for office in schema.offices for word in office.name.lower().split())


def _behind_office(doc: Doc, start: int, end: int, titles: Collection[str]) -> int:
    """Where the name begins behind an office: "Fellow of the Royal Circle", "Leader of the Green Party"."""
    if doc[start].lower_ not in titles or start + 1 >= end or doc[start + 1].lower_ != "of":
        return start
    return next((i for i in range(start + 2, end) if is_capital(doc[i])), start)


def _is_office(span: Span, titles: Collection[str]) -> bool:
    """Whether a row of capitals is only somebody's title: "President", "Prime Minister", "Captain" before a name."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    before_name = len(span) == 1 and after is not None and after.ent_type_ == "PERSON"
    return before_name or all(t.lower_ in titles for t in span if is_capital(t))


def _loose(span: Span, schema: Schema) -> str:
    return _named(span, kinds_of(schema, "thing-names")) or UNCLASSED


def _repeated(doc: Doc, told: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The other places where a name that is told once stands again."""
    names = {tuple(t.text for t in doc[s:e]): c for s, e, c in told}
    words = [t.text for t in doc]
    return [
        (i, i + len(name), type_)
        for name, type_ in names.items()
        for i in range(len(words) - len(name) + 1)
        if words[i] == name[0] and tuple(words[i : i + len(name)]) == name
    ]


def _chosen(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of overlapping names the first told; a work of no kind gives way to one of a kind at the same place."""
    first = list(found)
    ranked = sorted(range(len(first)), key=lambda i: (first[i][2] == WORK, i))
    taken: set[int] = set()
    chosen = []
    for start, end, type_ in (first[i] for i in ranked):
        if not taken & set(range(start, end)):
            taken |= set(range(start, end))
            chosen.append((start, end, type_))
    return sorted(chosen)
