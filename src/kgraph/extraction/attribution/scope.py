"""Words that name a source beside a clause in ("…, according to X", "…, X said"), the stretch they bear on out."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kgraph.extraction import labels, syntax
from kgraph.model import Span

EDGES = frozenset(",;:.–—-―… \n\t\xa0")
DASHES = frozenset({"–", "—", "--", "―"})
TURNS = frozenset({"but", "and", "while", "whereas", "yet", "though", "although"})
JOINING = TURNS | {"or", "so", "because", "that"}
LOOSE = frozenset({"PUNCT", "SPACE", "CCONJ", "ADV", "SYM"})
CLOSING = frozenset({"”", "’", '"', "'", "''", "»"})
Range = tuple[int, int]


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """The offsets without white space and punctuation at the edges, quotation marks kept."""
    text = doc.text
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return (start, end) if start < end else None


def around(host: Token, phrase: Range, told: frozenset[int]) -> Span | None:
    """What a phrase or clause beside `host`, its predicate, bears on; `phrase` and the result leave each other out.

    At the start or the end of a sentence it is the whole of it with what is coordinated there; a coordinated clause
    that has a source of its own (its verb stands in `told`) stays out. Between commas it is the clause around it,
    without a later "but" or "and" with a subject of its own.
    """
    doc, (first, last) = host.doc, phrase
    sentence = syntax.sentence(host)
    start, end = min(sentence.start, first), max(sentence.end, last)
    if not any(t.pos_ not in LOOSE for t in doc[start:first]):
        return _text(doc, last, until(doc, last, end, told))
    if _opens_clause(doc, first, last, end):
        return _text(doc, last, min(_clause_end(host, last, end), until(doc, last, end, told)))
    if _closes(doc, last, end):
        return _text(doc, _since(doc, start, first), first)
    return _between(host, phrase, (start, end), told)


def _text(doc: Doc, start: int, end: int) -> Span | None:
    return trimmed(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) if start < end else None


def _opens_clause(doc: Doc, first: int, last: int, end: int) -> bool:
    """Whether the phrase stands right behind the word that joins its clause on: ", but according to X the …"."""
    joined = doc[first - 1].lower_ in JOINING and doc[first - 1].pos_ in {"CCONJ", "SCONJ"}
    return joined and any(t.pos_ not in LOOSE for t in doc[last:end])


def _clause_end(host: Token, last: int, end: int) -> int:
    return min(host.right_edge.i + 1, end) if host.i >= last else end


def _closes(doc: Doc, last: int, end: int) -> bool:
    """Whether nothing but a time follows in the sentence."""
    return all(t.pos_ in {"PUNCT", "SPACE", "ADP"} or t.ent_type_ in labels.TIMES for t in doc[last:end])


def until(doc: Doc, start: int, end: int, told: frozenset[int]) -> int:
    """Where a later clause with a source of its own begins: "…, although his rival said …"."""
    turns = [i for i, verb in _turns(doc, start, end, ()) if verb.i in told]
    stops = [i for i in range(start + 1, end - 1) if _ends_sentence(doc, i)]
    return min([*turns, *stops], default=end)


def _since(doc: Doc, start: int, end: int) -> int:
    """Where what is told ends on begins: behind a semicolon, an open bracket, or a full stop that a parse overlooks."""
    for i in range(end - 1, start, -1):
        if _ends_sentence(doc, i) and i + 1 < end:
            return i + 2 if doc[i + 1].text in CLOSING and doc[i + 1].whitespace_ else i + 1
        if doc[i].text == ";" or (doc[i].text == "(" and ")" not in {t.text for t in doc[i:end]}):
            return i + 1
    return start


def _ends_sentence(doc: Doc, i: int) -> bool:
    """Whether a full stop stands before a space and a capital or an opening mark, wherever a parse ends a sentence."""
    after = doc[min(i + 1, len(doc) - 1)]
    if doc[i].text not in {".", "?", "!"} or not doc[i].whitespace_:
        return False
    return after.is_quote or after.text in {"''", "``"} or after.text[:1].isupper()


def _turns(
    doc: Doc, start: int, end: int, pauses: tuple[str, ...] = (",", ";", *sorted(DASHES))
) -> Iterator[tuple[int, Token]]:
    """Where a coordinated clause with a subject of its own begins behind a pause, if one is asked for, and its verb."""
    for i in range(start + 1, end - 1):
        if doc[i].lower_ not in TURNS or (pauses and doc[i - 1].text not in pauses) or doc[i + 1].lower_ == "that":
            continue
        verb = syntax.clause_of(doc[i])
        if not pauses and doc[i].head.i != verb.i:
            continue
        if verb.i > i and any(start <= s.i and s.i > i for s in _own_subjects(verb)):
            yield i, verb


def _own_subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if syntax.link(c) == "subject"]


def _between(host: Token, phrase: Range, limits: Range, told: frozenset[int]) -> Span | None:
    """The clause around a phrase that stands inside a sentence."""
    doc, (first, last), (start, end) = host.doc, phrase, limits
    host = _reaching(host, phrase)
    if host.i < first and not any(syntax.is_predicate(t) and not first <= t.i < last for t in host.ancestors):
        left, right = _since(doc, start, first), end if _is_enclosed(doc, first, last) else first
    else:
        left = max(min(host.left_edge.i, first), start)
        right = max((t.i + 1 for t in _behind(host, last)), default=first)
    right = min([right, *(i for i, _ in _turns(doc, last, end)), *_remarks(doc, phrase, end, told)])
    while right > first and doc[right - 1].pos_ in {"CCONJ", "PUNCT"} and doc[right - 1].text not in CLOSING:
        right -= 1
    return _text(doc, left, right if right > last else first)


def _reaching(host: Token, phrase: Range) -> Token:
    """The predicate itself where its clause goes on behind the phrase, else the one above it that stands before it."""
    while not _behind(host, phrase[1]):
        above = next(syntax.governors(host), host)
        if above.i == host.i or above.i >= phrase[0]:
            return host
        host = above
    return host


def _is_enclosed(doc: Doc, first: int, last: int) -> bool:
    """Whether the sentence goes on behind the phrase: "…, he said, …"; what follows “…,” he said, is the writer's."""
    before = doc[first - 1 : first] if first else doc[:0]
    quoted = first > 1 and {doc[first - 1].text, doc[first - 2].text} & CLOSING
    return before.text in {",", *DASHES} and doc[last].text in {",", *DASHES} and not quoted


def _remarks(doc: Doc, phrase: Range, end: int, told: frozenset[int]) -> Iterator[int]:
    """Where something else begins: "…, he said, adding that …", "…, he said on Friday, as he left", "…, a record"."""
    for token in doc[phrase[1] : end]:
        if token.tag_ == "VBG" and token.i in told and doc[token.i - 1].text == ",":
            yield token.i
        elif phrase[0] <= token.head.i < phrase[1] and (
            (syntax.link(token) == "adverbial" and _own_subjects(token)) or _is_added(token)
        ):
            yield token.left_edge.i


def _is_added(noun: Token) -> bool:
    """Whether a noun is added behind a comma: "…, the bank said on Monday, a record"."""
    first = next((t for t in noun.subtree if not t.is_punct), noun)
    return noun.pos_ == "NOUN" and noun.doc[first.i - 1].text == ","


def _behind(host: Token, last: int) -> list[Token]:
    """What stands behind the phrase and belongs to the clause, coordinated verbs without a subject included."""
    found = [host] if host.i >= last else []
    for child in host.children:
        if child.right_edge.i < last or child.is_punct or (syntax.link(child) == "conjunct" and _own_subjects(child)):
            continue
        if child.i >= last:
            found += [t for t in child.subtree if t.i >= last]
        elif syntax.link(child) != "other":  # what the phrase hangs on goes on behind it
            found += _behind(child, last)
    return found
