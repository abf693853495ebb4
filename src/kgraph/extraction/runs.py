"""Doc in, places of names out as their spelling tells them: capitals, quotation marks, brackets; no parse is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from kgraph.extraction.phrases import FIGURES

Place = tuple[int, int]
QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»", "``": "''"}
CLOSED = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "PRON", "AUX"})  # words that titles write small
JOINING = frozenset({
    "of", "the", "de", "la", "le", "du", "des", "del", "di", "da", "von", "van", "der", "den", "&", "'s", "’s", "-",
    "d'", "d’", "l'", "el",
})  # fmt: skip
TITLE_JOINING = JOINING | {"and", "in", "on", "to", "for", "a", "an", "at", "with", "from", "or", "vs.", "vs", "'"}
OWNING = frozenset({"his", "her", "their", "its", "'s", "’s"})
LEADING = frozenset({"ADP", "SCONJ", "ADV"})
MARKS = frozenset({"!", "?", ":", "-", "–", "'", "’", ".", "&", "/", "#", "+", "…"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST = 14


def is_capital(token: Token) -> bool:
    """Whether a token may be a word of a name: it begins with a capital or a figure, perhaps behind d' or l'."""
    bare = token.text[2:] if token.text[:2] in {"d'", "d’", "l'", "l’"} else token.text
    return bare[:1].isupper() or bare[:1].isdigit()


def is_title(doc: Doc, place: Place) -> bool:
    """Whether the words between are spelt like a name: no common word with a small letter, a capital at the start."""
    words = [t for t in doc[place[0] : place[1]] if not t.is_punct and not t.is_space]
    if not words or not is_capital(words[0]) or len(words) > LONGEST:
        return False
    small = [t for t in words if not is_capital(t) and t.pos_ not in CLOSED]
    foreign = [t for t in small if t.pos_ in {"PROPN", "X"} or t.tag_ == "FW"]
    meaning = any(t.pos_ not in CLOSED for t in words) or len(words) > 1
    return meaning and len(small) == len(foreign)


def subject(verb: Token) -> Place | None:
    """The name that fills the place of a subject: from the start of the sentence to its verb, without brackets."""
    doc, start = verb.doc, verb.sent.start
    while start < verb.i and doc[start].is_space:
        start += 1
    if start < verb.i and leads(doc[start]):
        start = next(_behind_commas(doc, start, verb.i), start)
    if start < verb.i and doc[start].text in QUOTES:
        return _between(doc, start) if start == verb.sent.start else _closed(doc, start)
    end = _cut(doc, start, verb.i)
    return (start, end) if end > start and is_title(doc, (start, end)) and not _is_pronoun(doc[start:end]) else None


def _behind_commas(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Where a title may begin behind what opens a sentence: "In 1968, X was", "Written by Y, Z, and W, X was"."""
    commas = [i for i in range(start, end) if doc[i].text == "," and i + 1 < end and is_capital(doc[i + 1])]
    for comma in commas:
        if is_title(doc, (comma + 1, _cut(doc, comma + 1, end))) and not any(
            t.text == "," for t in doc[comma + 1 : end]
        ):
            yield comma + 1


def leads(token: Token) -> bool:
    """Whether the first word opens a phrase before the subject: "In 1968, X was", "Produced by Y, X was"."""
    return token.pos_ in LEADING or token.tag_ in {"VBN", "VBG"}


def common(verb: Token) -> Place | None:
    """A name in small letters in the place of a subject, with an article at most: "the northern lynx (Lynx lynx)"."""
    doc, start = verb.doc, verb.sent.start
    start += doc[start].lower_ in {"the", "a", "an"}
    end = _cut(doc, start, verb.i)
    plain = all(t.pos_ in {"ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "X", "PART"} for t in doc[start:end])
    return (start, end) if start < end <= start + 5 and plain and doc[end - 1].pos_ in {"NOUN", "PROPN", "X"} else None


def _is_pronoun(words: Iterable[Token]) -> bool:
    return all(t.pos_ in {"PRON", "DET", "ADV"} for t in words)


def _cut(doc: Doc, start: int, end: int) -> int:
    """Where a name ends before what is added to it: "X (born 1950)", "X, also called Y,", "X or Y"."""
    for i in range(start + 1, end):
        if doc[i].text in {"(", "["} or (doc[i].lower_ == "or" and doc[i].pos_ == "CCONJ" and i + 1 < end):
            return i
        if doc[i].text in {",", "–", "—", ";"} and i + 1 < len(doc) and not is_capital(doc[i + 1]):
            return i
    return end


def ending(doc: Doc, end: int, least: int) -> Place | None:
    """The name right before a place: the "X" of "the novel of X, a"; brackets between are passed over."""
    if end > least and doc[end - 1].text == ")":
        end = next((i for i in range(end - 1, least, -1) if doc[i].text == "("), end)
    if end > least and doc[end - 1].text in QUOTES.values():
        return next((p for p in quoted(doc) if p[1] == end - 1), None)
    start = end
    while start > least and (is_capital(doc[start - 1]) or (doc[start - 1].lower_ in JOINING and start < end)):
        start -= 1
    while start < end and not is_capital(doc[start]):
        start += 1
    return (start, end) if start < end and is_title(doc, (start, end)) else None


def following(noun: Token) -> Place | None:
    """The name right behind the noun that says what it is: "the film X", "her album, “X”"."""
    doc, i = noun.doc, noun.i + 1
    if i + 1 < len(doc) and doc[i].text in {",", ":"} and (doc[i + 1].text in QUOTES or _is_single(noun)):
        i += 1
    if i >= noun.sent.end:
        return None
    if doc[i].text in QUOTES:
        return _closed(doc, i)
    if not is_capital(doc[i]) or doc[i].text[:1].isdigit() or doc[i].ent_type_ in {"DATE", "NORP"}:
        return None
    if noun.pos_ == "PROPN" and noun.text[:1].isupper():
        return None
    end = _run(doc, i, noun.sent.end, TITLE_JOINING)
    person = doc[i].ent_type_ == "PERSON" and noun.tag_ in {"NNS"}
    return None if person or not is_title(doc, (i, end)) else (i, end)


def _is_single(noun: Token) -> bool:
    """Whether somebody has one such thing only, whose name may stand behind a comma: "her second album, X"."""
    words = [t.lower_ for t in noun.doc[max(noun.i - 4, noun.sent.start) : noun.i]]
    return bool(OWNING & set(words)) or any(w.endswith("'s") for w in words)


def _run(doc: Doc, start: int, end: int, joining: Collection[str]) -> int:
    """The end of a row of capitalised words that small words may join, up to where another name is known to begin."""
    i = last = start
    while i < end and i - start < LONGEST:
        token = doc[i]
        if is_capital(token):
            known = token.ent_iob_ == "B" and token.ent_type_ in {"PERSON", "DATE", "ORG", "NORP", "GPE"}
            if i > start and known and doc[i - 1].lower_ in {"and", "with", "from", "in", "to", "at", "or", "on", "by"}:
                break
            last = i + 1
        elif token.text in MARKS and i + 1 < end and (is_capital(doc[i + 1]) or token.text in {"!", "?"}):
            last = i + 1 if token.text in {"!", "?"} and not _ends(doc, i) else last
        elif token.pos_ == "X" or token.tag_ == "FW":
            last = i + 1
        elif token.lower_ not in joining:
            break
        i += 1
    return last


def _ends(doc: Doc, i: int) -> bool:
    return i + 1 >= len(doc) or bool(doc[i + 1].is_sent_start)


def quoted(doc: Doc) -> Iterator[Place]:
    """What stands between quotation marks and is spelt like a title."""
    for token in doc:
        place = _closed(doc, token.i) if token.text in QUOTES else None
        if place is not None:
            yield place


def _between(doc: Doc, opening: int) -> Place | None:
    """What stands between two marks at the head of a sentence, whatever its spelling: "Quelque part" of a song."""
    end = _mark(doc, opening)
    if end is None or end == opening + 1 or not is_capital(doc[opening + 1]):
        return None
    return opening + 1, end - (doc[end - 1].text == "," and end > opening + 2)


def _mark(doc: Doc, opening: int) -> int | None:
    """Where the quotation closes that opens at a mark."""
    closing = QUOTES[doc[opening].text]
    return next((i for i in range(opening + 1, min(opening + LONGEST + 3, len(doc))) if doc[i].text == closing), None)


def _closed(doc: Doc, opening: int) -> Place | None:
    end = _mark(doc, opening)
    if end is None or end == opening + 1 or doc[end - 1].text in {".", ","}:
        return None if end is None or end <= opening + 2 else _capitals(doc, (opening + 1, end - 1))
    return _capitals(doc, (opening + 1, end))


def _capitals(doc: Doc, place: Place) -> Place | None:
    """The place if most of its words have capitals: a quoted title, not quoted speech."""
    words = [t for t in doc[place[0] : place[1]] if t.is_alpha and t.pos_ not in CLOSED]
    small = [t for t in words if not is_capital(t)]
    begins = is_capital(doc[place[0]])
    return place if begins and len(small) * 3 <= len(words) and len(doc[place[0] : place[1]]) <= LONGEST else None


def capitalised(doc: Doc) -> Iterator[Place]:
    """Every row of capitalised words with the words that join them, within what is known as one name or none."""
    i = 0
    while i < len(doc):
        token = doc[i]
        if not is_capital(token) or token.text[:1].isdigit() or token.ent_type_ in FIGURES:
            i += 1
            continue
        end = _run(doc, i, token.sent.end, JOINING | {"for"})
        links = [k for k in range(i, end) if doc[k].lower_ == "for"]
        if links:  # "the Award for Best Actor in a Leading Role"
            end = _run(doc, i, token.sent.end, JOINING | {"for", "in", "on", "a", "or"})
            links = [k for k in range(i, end) if doc[k].lower_ == "for"]
        end = links[1] if len(links) > 1 else end
        yield i, max(end, i + 1)
        i = max(end, i + 1)


def unnamed(doc: Doc, known: Collection[int]) -> Iterator[Place]:
    """The rows of capitalised words that nothing has named yet; what only opens a sentence is none."""
    i = 0
    while i < len(doc):
        token = doc[i]
        opens = token.pos_ == "PROPN" or (token.pos_ in {"ADJ", "NOUN", "X"} and not _begins(token))
        opens = opens or is_binomial(doc, i)
        if i in known or not opens or not is_capital(token) or token.ent_type_ in FIGURES or token.text[:1].isdigit():
            i += 1
            continue
        end = i + 1 + is_binomial(doc, i)
        while end < token.sent.end and end not in known and _goes_on(doc, end, known):
            end += 1
        yield i, end
        i = end


def is_binomial(doc: Doc, i: int) -> bool:
    """Whether a scientific name of two words stands here: "(Lynx borealis)", or two words that no dictionary has."""
    if i + 1 >= len(doc) or not (
        doc[i].is_alpha and is_capital(doc[i]) and doc[i + 1].is_alpha and doc[i + 1].is_lower
    ):
        return False
    inside = i > 0 and i + 2 < len(doc) and doc[i - 1].text == "(" and doc[i + 2].text == ")"
    return inside or all(t.tag_ == "FW" or t.pos_ in {"X", "PROPN"} for t in doc[i : i + 2])


def _begins(token: Token) -> bool:
    """Whether the word has its capital because a sentence or a quotation begins with it."""
    return token.i == 0 or bool(token.is_sent_start) or token.doc[token.i - 1].text in {*QUOTES, ":", ".", "("}


def subjects(doc: Doc) -> Iterator[Place]:
    """The names of several words in the place of the subject of each sentence, before its first verb."""
    for sentence in doc.sents:
        verb = next((t for t in sentence if t.pos_ in {"VERB", "AUX"} and t.tag_ in FINITE and not is_capital(t)), None)
        place = subject(verb) if verb is not None else None
        if place is not None and place[1] - place[0] > 1 and place[1] == verb_start(doc, place[1], verb):
            yield place


def verb_start(doc: Doc, end: int, verb: Token | None) -> int:
    """Where the words that only go with a verb begin: the "later" of "X later won"; `end` at the earliest."""
    at = verb.i if verb is not None else end
    while at > end and doc[at - 1].pos_ in {"ADV", "PUNCT"}:
        at -= 1
    return at


def _goes_on(doc: Doc, i: int, known: Collection[int]) -> bool:
    token = doc[i]
    if is_capital(token):
        return token.pos_ in {"PROPN", "NUM", "NOUN", "X"} and token.ent_type_ not in {"DATE"}
    nexts = [t for t in doc[i + 1 : i + 3] if t.sent.start == token.sent.start]
    if nexts and nexts[0].lower_ in JOINING and not is_capital(nexts[0]):  # "Night of the Living Dead"
        nexts = nexts[1:]
    joined = bool(nexts) and is_capital(nexts[0]) and nexts[0].i not in known
    return joined and (token.lower_ in JOINING or token.text in {"/", "-"})
