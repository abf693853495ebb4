"""Doc in, mentions out: names, noun phrases and pronouns that may speak of the same thing, with their features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kgraph.annotation.known import key_of
from kgraph.annotation.names import NAMES
from kgraph.annotation.phrases import heads_phrase, is_expletive, is_owner, phrase
from kgraph.schema import Name, Schema

Kind = Literal["name", "nominal", "pronoun"]
PRONOUN_TABLES = ("masculine", "feminine", "neuter", "plural", "speaker", "speakers", "addressee", "demonstrative")
LONGEST_PHRASE = 30  # words
LONGEST_TITLE = 8  # words from the determiner to the noun
LINKS = frozenset(("of", "in", "to", "for", "at", "on", "without", "and"))  # inside an office's words
AFTER_NOUN = frozenset(("-", "general", "elect", "designate", "emeritus"))
GENDERS = {"masculine": "m", "feminine": "f", "neuter": "n", "demonstrative": "n"}


@dataclass(frozen=True)
class Lexicon:
    """The words of coreference: pronouns by table, nouns by what they take up, offices, genders of given names."""

    pronouns: Mapping[str, str]
    tables: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    offices: Mapping[tuple[str, ...], str]
    office_words: frozenset[str]
    longest_office: int
    former: frozenset[str]
    given: Mapping[str, str]
    persons: frozenset[str]
    titles: Mapping[str, str]
    known: Mapping[str, Name]
    classes: Mapping[str, str]

    @classmethod
    def of(cls, schema: Schema) -> Lexicon:
        """What the schema says."""
        words = schema.words.get("coreference", {})
        tables = {table: frozenset(entries) for table, entries in words.items()}
        nouns: dict[str, set[str]] = {}
        for table, entries in words.items():
            for noun in entries if table.endswith("_nouns") else ():
                nouns.setdefault(noun, set()).add(table.removesuffix("_nouns"))
        offices = {tuple(o.name.casefold().replace("-", " - ").split()): o.gender for o in schema.offices}
        named = schema.words.get("names", {})
        ends = (named.get(table, ()) for table in ("organisation_ends", "place_ends", "region_ends", "facility_ends"))
        tables["name_ends"] = frozenset(word.casefold() for words in ends for word in words)
        titles = dict.fromkeys(named.get("female_titles", ()), "f")
        titles |= dict.fromkeys(named.get("male_titles", ()), "m")
        return cls(
            pronouns={word: table for table in PRONOUN_TABLES for word in words.get(table, ())},
            tables=tables,
            nouns={noun: frozenset(kinds) for noun, kinds in nouns.items()},
            offices=offices,
            office_words=frozenset(word for words in offices for word in words),
            longest_office=max(map(len, offices), default=0),
            former=frozenset(schema.modifiers.get("former", ())),
            given=schema.given_names,
            persons=frozenset(schema.words.get("actors", {}).get("persons", ())),
            titles=titles,
            known={key_of(name): name for name in reversed(schema.names)},
            classes=classes_of(schema),
        )


def classes_of(schema: Schema) -> dict[str, str]:
    """For each word that tells at the end of a body's name what it is, the class: "ministry" → "kg:Ministry"."""
    heads = schema.words.get("entity-heads", {})
    forms = schema.words.get("names", {}).get("legal_forms", ())
    company = {form.casefold(): "schema:Corporation" for form in forms}
    return company | {word: type_ for type_, words in reversed([*heads.items()]) for word in words}


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that speaks of something. `label` is an entity label for names, PERSON or "" for the rest.

    `number` is s or p, `gender` m, f or n, each "" when unknown. `table` is a pronoun's, `noun` a nominal's lemma.
    `office` is the office a noun phrase names, `former` whether it is no longer held.
    """

    start: int
    end: int
    head: int
    kind: Kind
    label: str = ""
    number: str = ""
    gender: str = ""
    table: str = ""
    noun: str = ""
    office: tuple[str, ...] = ()
    former: bool = False
    known: Name | None = None
    people: bool = False

    @property
    def person(self) -> bool:
        """Whether it speaks of one human being."""
        return self.label == "PERSON"


def title_mention(ent: Span, lexicon: Lexicon) -> Iterator[Mention]:
    """The noun phrase of a title that has its own determiner before a name: "the former president" X."""
    noun = ent.doc[ent.start - 1] if ent.start else ent[0]
    if (
        ent.label_ not in ("PERSON", "ORG")
        or noun.pos_ not in ("NOUN", "PROPN")
        or noun.ent_type_
        or heads_phrase(noun)
    ):
        return
    start = title_start(noun)
    if ent.doc[start].text.casefold() in lexicon.tables["definite"]:
        yield replace(nominal(noun, lexicon), start=start, end=ent.start)


def title_start(noun: Token) -> int:
    """Where the words before a title begin: back to its determiner, over adjectives and nouns."""
    for start in range(noun.i - 1, max(noun.i - LONGEST_TITLE, 0) - 1, -1):
        token = noun.doc[start]
        if token.pos_ == "DET":
            return start
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB") and token.text != "-":
            break
    return noun.i


def mentions(doc: Doc, lexicon: Lexicon) -> list[Mention]:
    """All mentions in the order of their heads, so that an owner comes before what it owns."""
    names = [name_mention(ent, lexicon) for ent in doc.ents if ent.label_ in NAMES]
    taken = {i for ent in doc.ents for i in range(ent.start, ent.end)}
    rest = (mention for token in doc if token.i not in taken for mention in other_mentions(token, lexicon))
    titles = (mention for ent in doc.ents for mention in title_mention(ent, lexicon))
    return sorted([*names, *rest, *titles], key=lambda m: (m.head, m.start, -m.end))


def other_mentions(token: Token, lexicon: Lexicon) -> Iterator[Mention]:
    """The pronoun or noun phrase that the token is the head of, if it is one."""
    table = lexicon.pronouns.get(token.text.casefold(), "")
    if table == "demonstrative" and (token.tag_ != "DT" or token.pos_ != "PRON"):
        return
    if table and not is_expletive(token) and token.text != "US":
        number = "p" if table in ("plural", "speakers") else "" if table == "addressee" else "s"
        label = "PERSON" if table in ("masculine", "feminine", "speaker") else ""
        gender = GENDERS.get(table, "")
        yield Mention(token.i, token.i + 1, token.i, "pronoun", label, number, gender, table)
    elif token.pos_ in ("NOUN", "PROPN") and heads_phrase(token) and taken_up(token, lexicon):
        mention = nominal(token, lexicon)
        if not bare_title(token.doc, mention):
            yield mention


def taken_up(noun: Token, lexicon: Lexicon) -> bool:
    """Whether something later can take up the noun: not a time, nor a bare noun of a set phrase ("in fact")."""
    word = noun.lemma_.casefold()
    if word in lexicon.tables["never"]:
        return False
    return word not in lexicon.tables["set_phrases"] or any(
        is_owner(c) or c.pos_ in ("DET", "PRON") for c in noun.lefts
    )


def bare_title(doc: Doc, mention: Mention) -> bool:
    """Whether the noun phrase is but a title right before a name ("Kazakh President" Tokayev), which says no more."""
    title = mention.office and mention.end < len(doc) and doc[mention.end].ent_type_ == "PERSON"
    return bool(title) and not any(token.pos_ == "DET" for token in doc[mention.start : mention.head])


def name_mention(ent: Span, lexicon: Lexicon) -> Mention:
    """A named entity as a mention."""
    known = lexicon.known.get(ent.kb_id_)
    if known and " ".join(ent.text.split()) in known.metonyms:
        known = None  # the Kremlin is no country, though it stands for one
    people = ent.label_ == "NORP" and names_people(ent, known)
    gender = person_gender(ent, lexicon) if ent.label_ == "PERSON" else "" if people else "n"
    return Mention(
        ent.start, ent.end, ent.root.i, "name", ent.label_, "p" if people else "s", gender, known=known, people=people
    )  # fmt: skip


def names_people(ent: Span, known: Name | None) -> bool:
    """Whether a word of nationality means the people ("Ghanaians") and not their state ("Ghanaian")."""
    text = " ".join(ent.text.split())
    plural = ent.root.tag_ in ("NNS", "NNPS")
    return plural or (known is not None and text in known.people and text not in known.adjectives)


def person_gender(ent: Span, lexicon: Lexicon) -> str:
    """The sex that a given name or a title before the name tells."""
    given = lexicon.given.get(ent[0].text) or lexicon.given.get(ent.text.split()[0], "")
    before = ent.doc[ent.start - 1].text if ent.start else ""
    return lexicon.titles.get(before) or (given if len(ent) > 1 else "")


def nominal(head: Token, lexicon: Lexicon) -> Mention:
    """The noun phrase of a common noun as a mention."""
    start, end = phrase(head)
    end = before_person(head, end)
    if end - start > LONGEST_PHRASE:  # a parse gone wrong
        start, end = title_start(head), head.i + 1
    noun = head.lemma_.casefold()
    office, before = office_of(head, lexicon)
    if before < start:  # "secretary | general", which a parser may leave side by side
        start = min(phrase(head.doc[before])[0], before)
    gender = lexicon.offices.get(office, "") or noun_gender(noun, lexicon)
    person = bool(office) or noun in lexicon.persons or gender in ("m", "f")
    plural = head.tag_ in ("NNS", "NNPS") or "Number=Plur" in head.morph
    former = any(token.text.casefold() in lexicon.former for token in head.doc[start : max(before, start)])
    return Mention(
        start, end, head.i, "nominal", "PERSON" if person and not plural else "", "p" if plural else "s",
        gender if person else "" if plural else "n", noun=noun, office=office, former=former,
    )  # fmt: skip


def before_person(head: Token, end: int) -> int:
    """The end of a noun phrase cut before a person in it: "the envoy | Ama Owusu", "the head of X |, Obi"."""
    doc = head.doc
    for i in range(head.i + 1, end):
        if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B":
            last = i - 2 if doc[i - 1].text == "," else i - 1
            if last >= head.i and doc[last].pos_ in ("NOUN", "PROPN"):
                return last + 1
    return end


def noun_gender(noun: str, lexicon: Lexicon) -> str:
    """The sex that a noun tells: "widow" → "f"."""
    if noun in lexicon.tables["female_nouns"]:
        return "f"
    return "m" if noun in lexicon.tables["male_nouns"] else ""


def office_of(head: Token, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The longest office that the head is the noun of ("prime minister", "head of state"), and where it begins."""
    if head.text.casefold() not in lexicon.office_words:
        return (), head.i
    for start, words in office_spans(head, lexicon):
        place = head.i - start
        rest = words[place + 1 :]
        if not LINKS.intersection(words[:place]) and (not rest or rest[0] in LINKS or rest[0] in AFTER_NOUN):
            return words, start
    return (), head.i


def office_before(doc: Doc, end: int, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The longest office whose words end right before a name, and where it begins."""
    if not end or doc[end - 1].text.casefold() not in lexicon.office_words:
        return (), end
    spans = ((words, start) for start, words in office_spans(doc[end - 1], lexicon) if start + len(words) == end)
    return next(spans, ((), end))


def office_spans(token: Token, lexicon: Lexicon) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The offices whose words contain the token, longest first, with their starts."""
    for size in range(lexicon.longest_office, 0, -1):
        for start in range(max(token.i - size + 1, 0), token.i + 1):
            words = tuple(word.text.casefold() for word in token.doc[start : start + size])
            if words in lexicon.offices:
                yield start, words
