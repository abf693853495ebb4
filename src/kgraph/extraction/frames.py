"""Rules and a parsed text in, matches out: which words stand there, and who fills which role of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import labels, syntax
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.predicates import is_verbal_noun
from kgraph.extraction.topics import PLACES
from kgraph.schema import Frame, Rule

HYPHENS = frozenset({"-", "–", "‐", "‑"})
NAMES = frozenset({"ORG", "GPE", "LOC", "FAC", "LAW", "WORK_OF_ART", "PRODUCT", "MISC"})
NOMINAL = {"noun": ("NOUN", "PROPN", "ADJ", "NUM"), "adjective": ("ADJ", "VERB", "ADV", "NOUN", "PROPN")}

ANY = "any"
PARTICLES = frozenset({"in", "up", "out", "over", "off", "down", "away", "back"})
# what a tagger guesses, so that a rule whose words decide the class may overrule it
GUESSED = frozenset({
    "schema:Person", "schema:Organization", "schema:Place", "schema:Thing", "sem:Event", "schema:Legislation",
    "schema:Corporation", "schema:NewsMediaOrganization", "schema:CreativeWork",
})  # fmt: skip
Entry = tuple[tuple[str, ...], Rule, Frame]
Index = dict[tuple[str, str], list[Entry]]


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in the text: its head word, the span of its words, and the tokens that fill each role."""

    rule: Rule
    frame: Frame
    anchor: Token
    words: Span
    fillers: tuple[tuple[str, tuple[Token, ...]], ...]

    def tokens(self, role: str) -> tuple[Token, ...]:
        """The fillers of a role, () when it stays empty."""
        return dict(self.fillers).get(role, ())

    @property
    def span(self) -> tuple[int, int]:
        """The character offsets of the matched words."""
        return self.words.start_char, self.words.end_char


def matches(text: Doc | Span, rules: Iterable[Rule], grounding: Grounding) -> Iterator[Match]:
    """Every frame whose words stand in the text and whose required roles are filled, in the order of the text.

    Of the frames of one part of speech that match at one word, those with the longest wording win ("foreign minister"
    over "minister"). Words inside the name of a place or organisation match nothing.
    """
    index = _index(tuple(rules))
    found = [c for token in text for c in (*_candidates(token, index), *_by_class(token, index, grounding))]
    longest = _longest(found)
    for words, rule, frame in found:
        if longest.get((rule.name, words.end), words.start) < words.start:
            continue
        anchor = words.root if frame.pos in NOMINAL else words[0]
        fillers = _fill(anchor, words, frame, grounding)
        if fillers is not None:
            yield Match(rule, frame, anchor, words, fillers)


def _longest(found: Iterable[tuple[Span, Rule, Frame]]) -> dict[tuple[str, int], int]:
    """Per rule and last word, where the longest wording that ends there starts."""
    starts: dict[tuple[str, int], int] = {}
    for words, rule, frame in found:
        if frame.pos == "noun":
            key = (rule.name, words.end)
            starts[key] = min(words.start, starts.get(key, words.start))
    return starts


def fits(token: Token, words: Iterable[str]) -> bool:
    """Whether a token is one of the words, by its form or its lemma."""
    forms = {token.lower_, token.lemma_.lower(), syntax.lemma(token)}
    return any(w.lower() in forms for w in words)


def _is_one(token: Token, wanted: Iterable[str], phrase: Span | None) -> bool:
    text = "".join(phrase.text.lower().split(" ")) if phrase is not None else ""
    return fits(token, wanted) or any(text == w.replace(" ", "") for w in wanted)


@lru_cache(maxsize=64)
def _index(rules: tuple[Rule, ...]) -> Index:
    index: Index = {}
    for rule in rules:
        for frame in rule.frames:
            for word in frame.words:
                parts = tuple(word.lower().replace("-", " ").split())
                index.setdefault((frame.pos, parts[0]), []).append((parts, rule, frame))
    return index


def _candidates(token: Token, index: Index) -> Iterator[tuple[Span, Rule, Frame]]:
    named = token.ent_type_ in NAMES or ":" in token.ent_type_
    for pos in ("verb", "participle", "noun", "adjective"):
        keys = {token.lower_, token.lemma_.lower()} if pos in NOMINAL else {token.lemma_.lower()}
        entries = [e for key in sorted(keys) for e in index.get((pos, key), ()) if not named or e[2].within]
        found = [
            (len(words), span, rule, frame)
            for words, rule, frame in entries
            for span in _spans(token, pos, words, frame.affixes)
        ]
        longest = max((n for n, *_ in found), default=0)
        yield from dict.fromkeys((span, rule, frame) for n, span, rule, frame in found if n == longest)


def _by_class(token: Token, index: Index, grounding: Grounding) -> Iterator[tuple[Span, Rule, Frame]]:
    """Frames that name a class instead of words ("any schema:Person") match the head of every name of that class."""
    id = grounding.of(token)
    if id is None or not syntax.is_name(token) or syntax.name_span(token).root.i != token.i:
        return
    for type_ in grounding.entity(id).types:
        for words, rule, frame in index.get(("noun", ANY), ()):
            if words == (ANY, type_.lower()):
                yield syntax.name_span(token), rule, frame


def _spans(token: Token, pos: str, words: tuple[str, ...], affixes: tuple[str, ...]) -> Iterator[Span]:
    if pos in NOMINAL:
        span = _phrase(token, words, affixes)
        inside = token.i > 0 and pos == "noun" and _continues(token, affixes)
        nominal = span is not None and (span.root.pos_ in NOMINAL[pos] or is_verbal_noun(span.root))
        if span is not None and nominal and not inside:
            yield span
    elif _is_form(token, pos) and _has_rest(token, words[1:]):
        yield token.doc[token.i : token.i + 1]


def _is_form(token: Token, pos: str) -> bool:
    if pos == "participle":
        return token.tag_ in {"VBN", "VBG", "VBD", "JJ"} and not any(a.pos_ == "AUX" for a in token.children)
    return syntax.is_verbal(token) and (token.dep_ != "amod" or token.tag_ == "VBN")


def _has_rest(token: Token, rest: tuple[str, ...]) -> bool:
    """Whether the words after the verb are there: its particle, a preposition, or a fixed object ("take part").

    The preposition of a day is not the verb's: who is fired on Monday is not fired on.
    """
    particle = syntax.lemma(token).partition(" ")[2]
    if particle and particle not in rest:
        return False
    if not rest:
        return True
    own = ((name, t) for name, t in syntax.functions(token) if t.ent_type_ not in labels.TIMES)
    found = {particle} | {name for name, t in own if not (name == "in" and _is_later(t, token))}
    found |= {c.left_edge.lower_ for c in token.rights if syntax.link(c) in {"clause", "adverbial"}}  # of leaving
    near = list(token.doc[token.i + 1 : min(token.i + 6, token.sent.end)])
    near = [t for t in near if t.head.i in {token.i, t.head.head.i} and t.head.ent_type_ not in labels.TIMES]
    found |= {form for t in near for form in (t.lower_, t.lemma_.lower())}
    return all(w in found for w in rest)


def _is_later(filler: Token, verb: Token) -> bool:
    """Whether an "in" stands away from its verb, and so is no part of it: "gave him a report in May", not "gave in"."""
    return not any(t.lower_ == "in" for t in verb.doc[verb.i + 1 : min(verb.i + 2, filler.i)])


def _phrase(token: Token, words: tuple[str, ...], affixes: tuple[str, ...] = ()) -> Span | None:
    """The span from the token on that reads as the words, whatever hyphens stand between them, and a suffix."""
    doc, i = token.doc, token.i
    for number, word in enumerate(words):
        while number and i < len(doc) and doc[i].text in HYPHENS:
            i += 1
        if i >= token.sent.end or word not in {doc[i].lower_, doc[i].lemma_.lower()}:
            return None
        i += 1
    suffixed = i + 1 < token.sent.end and doc[i].text in HYPHENS and doc[i + 1].lower_ in affixes
    return doc[token.i : i + 2 if suffixed else i]


def _continues(token: Token, affixes: tuple[str, ...]) -> bool:
    """Whether the word is the second part of a hyphenated one ("Russian-led", "co-founder" keep their own entries)."""
    doc, i = token.doc, token.i
    hyphenated = i > 1 and doc[i - 1].text in HYPHENS and not doc[i - 1].whitespace_
    return hyphenated and doc[i - 2].lower_ not in affixes


def _fill(
    anchor: Token, words: Span, frame: Frame, grounding: Grounding
) -> tuple[tuple[str, tuple[Token, ...]], ...] | None:
    found: dict[str, list[Token]] = {"self": [anchor]}
    for one in (anchor, *(t for t in words if t.i != anchor.i)):
        for name, token in syntax.functions(one):
            if token.i not in range(words.start, words.end):
                found.setdefault(name, []).append(token)
    found |= _by_particle(anchor, frame, found) | _by_place(anchor, words, frame, grounding)
    if not all(_stands(found, names, wanted) for names, wanted in frame.context):
        return None
    if any(_stands(found, names, wanted) for names, wanted in frame.without):
        return None
    types = dict(frame.types)
    filled = tuple(
        (role, _filler(found, names, types.get(role, ()), grounding, role in frame.decides))
        for role, names in frame.roles
    )
    missing = {role for role, tokens in filled if not tokens} | (set(frame.require) - {role for role, _ in filled})
    return None if missing & set(frame.require) else tuple((role, tokens) for role, tokens in filled if tokens)


def _by_particle(anchor: Token, frame: Frame, found: Mapping[str, list[Token]]) -> dict[str, list[Token]]:
    """The object of a verb whose particle was read as a preposition: "swore in the minister"."""
    after = anchor.doc[anchor.i + 1 : anchor.i + 2].text
    taken = after in PARTICLES and "object" not in found and f"{anchor.lemma_.lower()} {after}" in frame.words
    return {"object": [t for t in found.get(after, ()) if t.ent_type_ not in labels.TIMES]} if taken else {}


def _by_place(anchor: Token, words: Span, frame: Frame, grounding: Grounding) -> dict[str, list[Token]]:
    """The fillers that a frame asks for by their place in the sentence: "topic", "when", "behind", "behind by"."""
    asked = {n for _, names in frame.roles for n in names}
    asked |= {n for names, _ in (*frame.context, *frame.without) for n in names.split("|")}
    found = {}
    for name in sorted({n.partition(":")[0].partition(">")[0] for n in asked}):
        first, _, word = name.partition(" ")
        if first in PLACES:
            edge = words[-1] if first in {"behind", "when"} else words[0] if first == "preposition" else anchor
            found[name] = list(PLACES[first](edge, word, grounding))
    return found


def _stands(found: dict[str, list[Token]], names: str, wanted: tuple[str, ...]) -> bool:
    """Whether one of the words fills the function, one of several: "subject|object", or a path: "clause>object"."""
    return any(fits(t, wanted) for name in names.split("|") for t in _along(found, name.split(">")))


def _filler(
    found: dict[str, list[Token]], names: tuple[str, ...], types: tuple[str, ...], grounding: Grounding, decided: bool
) -> tuple[Token, ...]:
    """The fillers in the first function that has any of the wanted kind; a sentence is about one thing only."""
    for wanted in names:
        name, _, value = wanted.partition(":")
        there = _along(found, name.split(">"))
        valued = [t for t in there if _is_value(t, value, grounding)]
        fitting = [t for t in valued if _is_type(t, types, grounding) or (decided and _is_guessed(t, grounding))]
        if fitting:
            single = name in {"topic", "before"} or (name == "holder" and _is_single(found["self"][0]))
            return tuple(fitting[:1] if single else fitting)
    return ()


def _along(found: dict[str, list[Token]], path: list[str]) -> list[Token]:
    """The tokens at the end of a path of functions: "object>from" is what the object has after "from"."""
    there = found.get(path[0], [])
    for step in path[1:]:
        there = [t for one in there for t in syntax.fillers(one, step)]
    return there


def _is_single(anchor: Token) -> bool:
    """Whether a noun can be said of one only: "the director", not "directors" or "members"."""
    return anchor.tag_ in {"NN", "NNP"}


def _is_value(token: Token, value: str, grounding: Grounding) -> bool:
    if value == "name":
        id = grounding.of(token)
        return id is not None and grounding.entity(id).named
    if value == "proper":
        return syntax.is_name(token)
    if value == "date":
        return any(t.ent_type_ == "DATE" or (t.like_num and len(t.text) == 4) for t in syntax.noun_phrase(token))
    if value == "number":
        return token.like_num or any(t.like_num for t in token.children)
    return True


def _is_guessed(token: Token, grounding: Grounding) -> bool:
    """Whether the class of a name is a tagger's guess, which the words of a rule may overrule."""
    id = grounding.of(token)
    return id is not None and grounding.entity(id).named and grounding.entity(id).types[0] in GUESSED


def _is_type(token: Token, types: tuple[str, ...], grounding: Grounding) -> bool:
    """Whether a token is of one of the classes, or a number of such ("thousands of farmers"), and of none with "!"."""
    if not types:
        return True
    nouns = (token,) if grounding.of(token) else (token, *syntax.fillers(token, "of"))
    found = {t for noun in nouns for t in grounding.types(noun)}
    return bool(found & set(types)) and not any(f"!{t}" in types for t in found)
