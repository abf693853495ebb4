"""Doc in, mentions out: names, noun phrases and pronouns that may speak of the same thing, with their features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kgraph.annotation.known import key_of
from kgraph.annotation.names import NAMES
from kgraph.annotation.phrases import heads_phrase, is_expletive, phrase
from kgraph.schema import Name, Schema

Kind = Literal["name", "nominal", "pronoun"]
PRONOUN_TABLES = ("masculine", "feminine", "neuter", "plural", "speaker", "speakers")
LONGEST_TITLE = 8  # words from the determiner to the noun
LINKS = frozenset(("of", "in", "to", "for", "at", "on", "without", "-", "general", "and"))  # inside an office's words
GENDERS = {"masculine": "m", "feminine": "f", "neuter": "n"}


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
        )


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
    """All mentions in reading order, of the longer of two that start together the longer first."""
    names = [name_mention(ent, lexicon) for ent in doc.ents if ent.label_ in NAMES]
    taken = {i for ent in doc.ents for i in range(ent.start, ent.end)}
    rest = (mention for token in doc if token.i not in taken for mention in other_mentions(token, lexicon))
    titles = (mention for ent in doc.ents for mention in title_mention(ent, lexicon))
    return sorted([*names, *rest, *titles], key=lambda m: (m.start, -m.end, m.head))


def other_mentions(token: Token, lexicon: Lexicon) -> Iterator[Mention]:
    """The pronoun or noun phrase that the token is the head of, if it is one."""
    table = lexicon.pronouns.get(token.text.casefold(), "")
    if table and not is_expletive(token) and token.text != "US":
        number = "p" if table in ("plural", "speakers") else "s"
        label = "PERSON" if table in ("masculine", "feminine", "speaker") else ""
        gender = GENDERS.get(table, "")
        yield Mention(token.i, token.i + 1, token.i, "pronoun", label, number, gender, table)
    elif (
        token.pos_ in ("NOUN", "PROPN")
        and heads_phrase(token)
        and token.lemma_.casefold() not in lexicon.tables["never"]
    ):
        yield nominal(token, lexicon)


def name_mention(ent: Span, lexicon: Lexicon) -> Mention:
    """A named entity as a mention."""
    known = lexicon.known.get(ent.kb_id_)
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
    end = next((i for i in range(head.i + 1, end) if head.doc[i].ent_type_ == "PERSON" and i == head.i + 1), end)
    noun = head.lemma_.casefold()
    office, before = office_at(head, lexicon)
    gender = lexicon.offices.get(office, "") or noun_gender(noun, lexicon)
    person = bool(office) or noun in lexicon.persons or gender in ("m", "f")
    plural = head.tag_ in ("NNS", "NNPS") or "Number=Plur" in head.morph
    former = any(token.text.casefold() in lexicon.former for token in head.doc[start : max(before, start)])
    return Mention(
        start, end, head.i, "nominal", "PERSON" if person and not plural else "", "p" if plural else "s",
        gender if person else "" if plural else "n", noun=noun, office=office, former=former,
    )  # fmt: skip


def noun_gender(noun: str, lexicon: Lexicon) -> str:
    """The sex that a noun tells: "widow" → "f"."""
    if noun in lexicon.tables["female_nouns"]:
        return "f"
    return "m" if noun in lexicon.tables["male_nouns"] else ""


def office_at(head: Token, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The longest office that the head is the noun of ("prime minister", "head of state"), and where it begins."""
    if head.text.casefold() not in lexicon.office_words:
        return (), head.i
    for size in range(lexicon.longest_office, 0, -1):
        for start in range(max(head.i - size + 1, 0), head.i + 1):
            words = tuple(token.text.casefold() for token in head.doc[start : start + size])
            rest = words[head.i - start + 1 :]
            if words in lexicon.offices and (not rest or rest[0] in LINKS):
                return words, start
    return (), head.i
