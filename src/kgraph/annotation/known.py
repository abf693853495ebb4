"""Names data in, the known names of a text out: the longest match at each place, case-sensitive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token

from kgraph.schema import Name, Schema

ARTICLES = ("the", "The")
COMPASS = ("central", "north", "south", "east", "west")
LANDS = frozenset(("country", "countries", "nation", "nations", "region", "states", "bloc", "economy", "economies"))


@dataclass(frozen=True, slots=True)
class Known:
    """A known name by one of its forms: entity label, what it names, and whether the form is an acronym."""

    words: tuple[str, ...]
    label: str
    name: Name


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a document, by token offsets."""

    start: int
    end: int
    known: Known


@dataclass(frozen=True)
class Gazetteer:
    """All known names by their first word, longer ones first."""

    entries: dict[str, tuple[Known, ...]]

    @classmethod
    def of(cls, schema: Schema, nlp: Language) -> Gazetteer:
        """The names of the schema, cut into words as the pipeline cuts them."""
        cut = cutter(nlp)
        by_words: dict[tuple[str, ...], Known] = {}
        for name in schema.names:
            for form, label in forms(name):
                words = cut(form)
                if words and (words[0][:1].isupper() or len(words) == 1):  # "war in Ukraine" tells, it does not name
                    by_words.setdefault(words, Known(words, label, name))
        entries: dict[str, list[Known]] = {}
        for known in by_words.values():
            entries.setdefault(known.words[0], []).append(known)
        return cls({first: tuple(sorted(ks, key=lambda k: (-len(k.words), k.words))) for first, ks in entries.items()})

    def find(self, doc: Doc) -> Iterator[Found]:
        """Each known name of the text, left to right, the longest where several start."""
        tokens = [token for token in doc if not token.is_space]
        words = [plain(token.text) for token in tokens]
        i = 0
        while i < len(tokens):
            known = self.longest(tokens, words, i)
            if known is None:
                i += 1
                continue
            last = i + len(known.words) - 1
            yield Found(tokens[i].i, tokens[last].i + 1, known)
            i = last + 1

    def longest(self, tokens: Sequence[Token], words: Sequence[str], i: int) -> Known | None:
        """The longest known name that starts at the i-th token and stays in its paragraph."""
        for known in self.entries.get(words[i], ()):
            last = i + len(known.words) - 1
            if tuple(words[i : last + 1]) == known.words and not parted(tokens[i : last + 1]):
                return known
        return None


def parted(tokens: Sequence[Token]) -> bool:
    """Whether the end of a paragraph lies between the tokens: white space that hangs on no word."""
    between = tokens[0].doc[tokens[0].i : tokens[-1].i] if tokens else ()
    return any(token.is_space and token.head == token for token in between)


def forms(name: Name) -> Iterator[tuple[str, str]]:
    """Each way to write the name, with the label it has then."""
    own = label_of(name)
    for form in (name.name, *name.aliases, *name.acronyms):
        yield form, own
    for form in name.metonyms:
        yield form, "ORG"
    for form in (*name.adjectives, *name.people):
        yield form, "NORP"


def key_of(name: Name) -> str:
    """What the entity of a known name bears as its `kb_id_`: "country:Ghana"."""
    return f"{name.kind}:{name.name}"


def label_of(name: Name) -> str:
    """The entity label of something known."""
    if "schema:Legislation" in name.types:
        return "LAW"
    return {"country": "GPE", "city": "GPE", "region": "LOC", "event": "EVENT"}.get(name.kind, "ORG")


def cutter(nlp: Language) -> Callable[[str], tuple[str, ...]]:
    """What gives the words of a written name as the pipeline cuts them, without its article.

    Thousands of names are cut whenever a pipeline is loaded, so plain words do not go through the tokenizer: it cuts
    at white space first, and no word of letters alone unless it is a special case.
    """
    special = frozenset(nlp.tokenizer.rules or ()) if isinstance(nlp.tokenizer, Tokenizer) else None

    @cache
    def pieces(word: str) -> tuple[str, ...]:
        if special is not None and word.isalpha() and word not in special:
            return (word,)
        return tuple(plain(token.text) for token in nlp.tokenizer(word))

    def cut(form: str) -> tuple[str, ...]:
        words = tuple(piece for word in form.split() for piece in pieces(word))
        return words[1:] if words and words[0] in ARTICLES and len(words) > 1 else words

    return cut


def plain(word: str) -> str:
    """The word with typewriter apostrophes."""
    return word.replace("’", "'")


def believable(doc: Doc, found: Found) -> bool:
    """Whether the words here may be the known name, and not an ordinary word in capitals or at a sentence's start."""
    token = doc[found.start]
    if found.end < len(doc) and doc[found.end].is_currency and not doc[found.end - 1].whitespace_:
        return False  # "US$"
    if found.end - found.start > 1 or _ends_another(found, token):
        return found.end - found.start > 1 and not _is_regional(doc, found)
    if token.text.isupper() and len(token) < 6:
        return not shouted(token)
    if found.known.label == "NORP":
        return token.pos_ not in ("VERB", "ADV", "AUX")
    if found.known.name.kind in ("country", "region"):
        return token.pos_ not in ("VERB", "AUX") or not token.is_sent_start
    return token.pos_ == "PROPN"


def _is_regional(doc: Doc, found: Found) -> bool:
    """Whether a state's adjective only says in which part of the world it is: "the Central African country"."""
    after = doc[found.end : found.end + 1].text
    compass = found.known.label == "NORP" and found.known.words[0].casefold() in COMPASS
    return compass and found.known.name.name.split()[0] == found.known.words[0] and after.casefold() in LANDS


def _ends_another(found: Found, token: Token) -> bool:
    """Whether one word that is an outlet's name ends the name of another: "Pacific Wire" is no "Wire"."""
    if found.known.name.kind != "outlet" or not token.i or token.text.isupper():
        return False
    before = token.doc[token.i - 1]
    named = before.pos_ == "PROPN" and before.text.istitle()
    return named and before.ent_type_ != "PERSON" and before.text not in ARTICLES


def shouted(token: Token) -> bool:
    """Whether the token's neighbours are in capitals too, so that capitals say nothing."""
    near = [token.doc[i] for i in range(max(token.i - 3, 0), min(token.i + 4, len(token.doc))) if i != token.i]
    words = [t for t in near if t.is_alpha and len(t) > 2]
    return bool(words) and all(t.is_upper for t in words)
