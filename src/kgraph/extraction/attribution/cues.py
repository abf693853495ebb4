"""Doc in, cues out: the words that put something into somebody's mouth or mind, with whose and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.extraction.frames import Match, matches
from kgraph.extraction.grounding import Grounding
from kgraph.model import Span as Offsets
from kgraph.schema import Schema

PREPOSITION = "preposition"
UNSAID_BY = frozenset({"accusing", "attitude"})  # passives that are somebody's word all the same
FINITE = frozenset({"VBD", "VBZ", "VBP"})
CARRIED = {"noun": frozenset({"with"}), "pretext": frozenset({"on", "under"})}
HAVE = frozenset({"has", "have", "had"})
CLOSING = frozenset({"”", "’", '"', "'", "''", "»"})
Words = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying or thinking: `words` in the text, `kind` and `rule` of the frame that knows them.

    `content` and `rest` name the syntactic functions of what is said; `rest` only goes with `content`.
    """

    kind: str
    rule: str
    anchor: Token
    words: Span
    sources: tuple[Token, ...] = ()
    addressees: tuple[Token, ...] = ()
    content: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    medium: Span | None = None
    confidence: float = 0.8

    @property
    def span(self) -> Offsets:
        """The character offsets of the cue words."""
        return self.words.start_char, self.words.end_char


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with the offsets of its content."""

    cue: Cue
    content: Offsets
    hedge: str = field(default="")


def cues(doc: Doc, schema: Schema, grounding: Grounding) -> tuple[Cue, ...]:
    """The cues of a document in the order of the text; the first frame that fits a word's clause best wins."""
    words = {name: frozenset(those) for name, those in schema.words["statements"].items()}
    found = [_cue(m, words, grounding) for m in matches(doc, schema.statements, grounding)]
    found += [*_prepositions(doc, words, grounding), *_reports(doc), *_stating(doc, words)]
    heard = (
        c for c in found if _is_heard(c) and not all(_is_nobody(t, words, grounding) for t in c.sources or (c.anchor,))
    )
    said = sorted(heard, key=lambda c: (c.anchor.i, c.kind))
    return tuple(_going_on(c, said) for c in said)


def _is_nobody(token: Token, words: Words, grounding: Grounding) -> bool:
    """Whether a pronoun stands for nobody that the text tells of: "it says here", but "those close to him say"."""
    return token.lower_ in words["nobody"] and not grounding.of(token) and not any(c.i > token.i for c in token.rights)


def _going_on(cue: Cue, said: Iterable[Cue]) -> Cue:
    """A participle right behind "…, the mayor said," has the mayor for its source, wherever a parser hangs it."""
    start = cue.words.start
    if cue.anchor.tag_ != "VBG" or start < 1 or cue.words.doc[start - 1].text != ",":
        return cue
    for other in said:
        subjects = [t.i for t in other.sources]
        last = max([other.words.end - 1, *subjects])
        if last == start - 2 and other.anchor.tag_ in FINITE and other.anchor.sent == cue.anchor.sent:
            return replace(cue, sources=other.sources)
    return cue


def _cue(match: Match, words: Words, grounding: Grounding) -> Cue:
    roles = dict(match.frame.roles)
    anchor = match.anchor
    occasion = next(iter(_occasions(anchor, words)), None)
    medium = _medium(anchor, words)
    hearers = match.tokens("addressee") or _hearers(occasion, grounding)
    return Cue(
        kind=match.frame.kind,
        rule=match.rule.name,
        anchor=anchor,
        words=_cue_words(match, medium),
        sources=_named(_somebody(_sources(match, words), grounding), grounding) or _bearers(match, grounding),
        addressees=tuple(t for t in hearers if t.lower_ not in words["noises"]),
        content=roles.get("content", ()),
        rest=roles.get("rest", ()),
        medium=medium or (_medium(occasion, words) if occasion is not None else None),
        confidence=match.frame.confidence,
    )


def _occasions(verb: Token, words: Words) -> Iterator[Token]:
    """The participle that tells where or to whom: "speaking at a rally, he said", "he, talking to X, said"."""
    hosts = [verb, *(c for c in verb.children if syntax.link(c) == "subject")]
    for child in (c for host in hosts for c in host.children):
        if child.tag_ == "VBG" and child.lemma_.lower() in words["occasions"]:
            yield child


def _hearers(occasion: Token | None, grounding: Grounding) -> tuple[Token, ...]:
    if occasion is None:
        return ()
    found = (t for name, t in syntax.functions(occasion) if name in {"to", "with", "before", "object"})
    return tuple(t for t in found if _is_somebody(t, grounding) or t.pos_ == "PROPN")


def _somebody(found: tuple[Token, ...], grounding: Grounding) -> tuple[Token, ...]:
    """The sources without adjectives that mean nobody: "the Danish claim" has one, "the sincere fear" and
    "it is hard to estimate" have none.
    """
    return tuple(t for t in found if t.pos_ not in {"ADJ", "VERB", "AUX"} or grounding.of(t) is not None)


def _named(found: tuple[Token, ...], grounding: Grounding) -> tuple[Token, ...]:
    """The sources, the name beside a title for the title: "chief exec Ada Moreau" is Moreau."""
    return tuple(
        t if grounding.of(t) else next((n for n in syntax.named_by(t) if _is_named(n, grounding)), t) for t in found
    )


def _is_named(token: Token, grounding: Grounding) -> bool:
    return "schema:Person" in grounding.types(token) and grounding.entity(grounding.of(token) or "").named


def _sources(match: Match, words: Words) -> tuple[Token, ...]:
    """Who fills the speaker's role, or whom the sentence offers where a parse leaves the verb without a subject."""
    anchor = match.anchor
    found = _nearest(tuple(t for t in match.tokens("speaker") if t.i != anchor.i), anchor)
    if match.frame.kind == "view" and not found and syntax.noun_phrase(anchor)[0].lower_ in words["quantities"]:
        return (anchor,)
    aside = _aside(anchor) if found and all(t.head.i != anchor.i for t in found) else None
    if aside is not None:
        return (aside,)
    if found or not syntax.is_verbal(anchor) or syntax.is_passive(anchor) or match.frame.kind == "impersonal":
        return found
    return () if syntax.surface_subjects(anchor) else _offered(anchor)


def _bearers(match: Match, grounding: Grounding) -> tuple[Token, ...]:
    """Who comes "with the claim that …", or does it "on the pretext of …", where nobody else is told to claim it."""
    noun = match.anchor
    verb = syntax.clause_of(noun)
    if syntax.case_words(noun) not in CARRIED.get(match.frame.kind, ()) or not syntax.is_verbal(verb):
        return ()
    if match.frame.kind == "pretext":
        return () if syntax.is_passive(verb) else syntax.surface_subjects(verb)
    found = syntax.surface_subjects(verb)
    return found if found and all(_is_somebody(t, grounding) for t in found) else ()


def _nearest(found: tuple[Token, ...], anchor: Token) -> tuple[Token, ...]:
    """The subject next to the verb with what is joined to it, where a parse gives it two ("the mine, he said, was")."""
    own = [t for t in found if t.head.i == anchor.i]
    if len(own) < 2:
        return found
    best = min(own, key=lambda t: abs(t.i - anchor.i))
    return tuple(t for t in found if t in syntax.expand(best))


def _aside(verb: Token) -> Token | None:
    """Who says so in words set off by a comma, wherever a parser hangs them: "…, the regional alliance has said"."""
    doc, i = verb.doc, verb.i - 1
    while i > verb.sent.start and doc[i].pos_ in {"AUX", "ADV"}:
        i -= 1
    perfect = any(a.lower_ in HAVE for a in syntax.auxiliaries(verb))
    if verb.dep_ != "parataxis" or doc[i].pos_ != "NOUN" or not (perfect or verb.tag_ in FINITE):
        return None
    start = doc[i].left_edge.i
    return doc[i] if start > verb.sent.start and "," in {doc[start].text, doc[start - 1].text} else None


def _offered(anchor: Token) -> tuple[Token, ...]:
    """The name before a verb without a subject, the subject of a verb above it, or the name that it hangs on."""
    inverted = _inverted(anchor)
    if inverted is not None:
        return (inverted,)
    i = anchor.i - 1
    while i > anchor.sent.start and (anchor.doc[i].text == "," or anchor.doc[i].pos_ in {"AUX", "ADV"}):
        i -= 1
    bare = anchor.tag_ == "VB" and anchor.head.i == anchor.i and not syntax.auxiliaries(anchor)  # "set", "put", "read"
    if (bare or anchor.tag_ in FINITE) and anchor.doc[i].pos_ in {"PROPN", "PRON", "DET"}:
        return (syntax.name_span(anchor.doc[i]).root,)
    aside = _aside(anchor)
    if aside is not None:
        return (aside,)
    if i > 0 and anchor.doc[i].text in CLOSING:
        after = [t for n, t in syntax.functions(anchor) if n == "object" and t.i > anchor.i]
        if after:
            return tuple(after)
    for above in syntax.governors(anchor):
        subjects = syntax.surface_subjects(above)
        if subjects:
            return subjects
    head = anchor.head
    return (head,) if head.pos_ == "PROPN" and head.i < anchor.i else ()


def _inverted(verb: Token) -> Token | None:
    """Who stands right behind a verb that follows a comma, wherever a parser hangs him: "…, said police, killing"."""
    doc, start = verb.doc, verb.i + 1
    if verb.tag_ not in FINITE or doc[verb.i - 1].text not in {",", *CLOSING} or start >= len(doc):
        return None
    end = start
    while end < len(doc) and doc[end].pos_ in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"}:
        end += 1
    noun = doc[end - 1]
    if end == start or noun.pos_ not in {"NOUN", "PROPN", "PRON"} or noun.ent_type_ in {"DATE", "TIME"}:
        return None
    return noun if end >= len(doc) or doc[end].text in {",", "."} or doc[end].pos_ == "ADP" else None


def _cue_words(match: Match, medium: Span | None) -> Span:
    """The verb with its auxiliaries and particle, and the medium behind it ("has said", "wrote on Twitter")."""
    doc, start, end = match.words.doc, match.words.start, match.words.end
    anchor = match.anchor
    if syntax.is_verbal(anchor):
        mine = {c.i for c in (*syntax.auxiliaries(anchor), *anchor.children) if c.pos_ in {"AUX", "PART", "ADV"}}
        mine -= {c.i for c in anchor.children if c.lower_ == "to"}
        while start - 1 in mine:
            start -= 1
        for word in (w for f in match.frame.words for w in f.split()[1:]):
            if end < len(doc) and doc[end].lower_ == word:
                end += 1
    if medium is not None and medium.start == end and len(medium) <= 4:
        end = medium.end
    return doc[start:end]


def _medium(anchor: Token, words: Words) -> Span | None:
    for name, token in syntax.functions(anchor):
        near = anchor.i in {token.head.i, token.head.head.i}
        if name in {"in", "on", "at", "during", "via", "through"} and near and token.lemma_.lower() in words["media"]:
            phrase = syntax.noun_phrase(token)
            start = phrase.start
            while (
                start > anchor.sent.start
                and anchor.doc[start - 1].head.i == token.i
                and anchor.doc[start - 1].pos_ == "ADP"
            ):
                start -= 1
            return anchor.doc[start : phrase.end]
    return None


def _reports(doc: Doc) -> Iterator[Cue]:
    """ "…, local radio reports.", where a tagger takes the verb for a noun."""
    for token in doc[2:]:
        closing = token.i + 1 == len(doc) or doc[token.i + 1].is_space or doc[token.i + 1].text == "."
        if token.lower_ != "reports" or token.pos_ != "NOUN" or not closing:
            continue
        start = token.i - 1
        while start > token.sent.start and start < doc[start].head.i <= token.i and not doc[start].is_punct:
            start -= 1
        if doc[start].text == "," and start < token.i - 1 and doc[token.i - 1].pos_ in {"NOUN", "PROPN"}:
            yield Cue("reports", "according-to", token, doc[token.i : token.i + 1], (doc[token.i - 1],))


def _stating(doc: Doc, words: Words) -> Iterator[Cue]:
    """ "Article 9 of its charter, which states that …", where a parser hangs the clause on the verb before it."""
    for token in doc:
        first = token.left_edge
        hung = token.dep_ == "advcl:relcl" and first.i > 1 and token.lemma_.lower() in words["stating"]
        if not hung or not {t.lower_ for t in doc[first.i : first.i + 2]} & {"which"}:
            continue
        before = next((t for t in reversed(doc[: first.i]) if not t.is_punct), first)
        nouns = [before, *before.ancestors]
        source = next((t for t in reversed(nouns) if t.i < first.i and t.lemma_.lower() in words["clauses"]), None)
        if source is not None:
            content = ("clause", "object")
            yield Cue("saying", "saying", token, doc[token.i : token.i + 1], (source,), content=content)


def _prepositions(doc: Doc, words: Words, grounding: Grounding) -> Iterator[Cue]:
    """ "According to the ministry", "per the ministry"."""
    for token in doc:
        if token.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}:
            continue
        case = next((s for s in words["sources"] if f"{syntax.case_words(token)} ".startswith(f"{s} ")), "")
        if case and (case not in words.get("rates", ()) or _is_somebody(token, grounding)):
            start = next(i for i in range(token.i, -1, -1) if doc[i].lower_ == case.split()[0])
            yield Cue(PREPOSITION, "according-to", token, doc[start : start + len(case.split())], syntax.expand(token))


def _is_somebody(token: Token, grounding: Grounding) -> bool:
    return bool(set(grounding.types(token)) & {"schema:Person", "schema:Organization", "foaf:Group"})


def _is_heard(cue: Cue) -> bool:
    """Whether the frame's words stand in the construction that its kind asks for."""
    if cue.kind == "impersonal":
        return syntax.is_passive(cue.anchor) and not any(n == "by" for n, _ in syntax.functions(cue.anchor))
    if cue.kind == "view":
        return bool(cue.sources) and syntax.case_words(cue.anchor).partition(" ")[0] in {"in", "to", "by"}
    if cue.kind == "asking" and _is_asked(cue.anchor):
        return False
    if cue.kind == "pretext":
        return syntax.case_words(cue.anchor) in CARRIED["pretext"]
    if cue.sources or not syntax.is_verbal(cue.anchor):
        return bool(cue.sources) or cue.kind != "thinking"  # "it is hard to be sure": nobody in particular
    return cue.kind in UNSAID_BY and bool(syntax.auxiliaries(cue.anchor)) and syntax.is_passive(cue.anchor)


def _is_asked(verb: Token) -> bool:
    """Whether a participle tells what somebody was asked before he speaks: "Asked whether she was ill, she said"."""
    first = verb.sent.start
    while verb.doc[first].is_space or verb.doc[first].pos_ in {"CCONJ", "SCONJ", "PUNCT"}:
        first += 1
    return verb.i == first and verb.tag_ in {"VBN", "VBD"}
