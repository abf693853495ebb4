"""The names data: complete where it promises to be, and no name that belongs to two things unawares."""

import tomllib
from collections import Counter, defaultdict
from functools import cache
from typing import Any

import pytest

from kgraph.schema import Schema, ontology_path

UNITED_NATIONS = """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CR
CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR
IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MC MN ME MA MZ MM NA NR
NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR MD RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO
ZA SS ES LK SD SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW
"""
FILES = {"cities": "city", "regions": "region", "organisations": "organisation", "outlets": "outlet", "events": "event"}
OFFICE_KINDS = {
    "head-of-state", "head-of-government", "minister", "legislator", "diplomat", "military", "company", "media",
    "academic", "religious", "party", "official", "honorific",
}  # fmt: skip


@cache
def read(stem: str) -> dict[str, Any]:
    return tomllib.loads((ontology_path() / "names" / f"{stem}.toml").read_text(encoding="utf-8"))


def entries(stem: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(stem)[FILES[stem]]
    return found


def words(entry: dict[str, Any], *keys: str) -> set[str]:
    return {entry["name"], *(w for key in keys for w in entry.get(key, ()))}


def shared(owned: list[set[str]]) -> list[str]:
    return sorted(name for name, n in Counter(n for names in owned for n in names).items() if n > 1)


def states() -> dict[str, dict[str, Any]]:
    return {c: e for c, e in read("countries").items() if not e.get("territory")}


def test_all_members_of_the_united_nations_are_known() -> None:
    members = set(UNITED_NATIONS.split())
    assert len(members) == 193

    assert members <= set(states())


@pytest.mark.parametrize("code", ["XK", "TW", "PS", "VA", "HK"])
def test_states_and_territories_beside_the_members_are_known(code: str) -> None:
    assert code in read("countries")


def test_every_state_has_an_adjective_a_people_a_region_and_a_capital() -> None:
    lacking = [
        code for code, e in states().items() if not (e["adjectives"] and e["people"] and e["region"] and e["capital"])
    ]

    assert lacking == ["VA"]  # the city is the state


def test_country_codes_are_distinct_and_well_formed() -> None:
    threes = [e["iso3"] for e in read("countries").values()]

    assert all(len(c) == 2 and c.isupper() for c in read("countries"))
    assert all(len(c) == 3 and c.isupper() for c in threes)
    assert shared([{c} for c in threes]) == []


def test_the_region_of_every_country_is_a_known_region() -> None:
    regions = {n for e in entries("regions") for n in words(e, "aliases")}
    both = [*read("countries").values(), *read("former-countries").values()]

    assert {e["region"] for e in both} - regions == set()


def test_no_name_belongs_to_two_countries_unless_both_say_so() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for code, entry in read("countries").items():
        for name in words(entry, "aliases", "adjectives", "people", "metonyms"):
            owners[name].append(code)
    doubled = {n: codes for n, codes in owners.items() if len(codes) > 1}
    admitted = {n: c for n, c in doubled.items() if all(n in read("countries")[x].get("ambiguous", ()) for x in c)}

    assert doubled == admitted


def test_a_capital_is_no_metonym_and_no_alias_of_its_country() -> None:
    wrong = [
        code
        for code, e in read("countries").items()
        for capital in [e["capital"], *e.get("capital_aliases", ())]
        if capital and capital in {*e["aliases"], *e.get("metonyms", ())}
    ]

    assert wrong == []


def test_former_states_say_when_they_were() -> None:
    assert all(e["former"] is True and e["from"] < e["until"] for e in read("former-countries").values())


@pytest.mark.parametrize(
    ("stem", "least"), [("cities", 300), ("regions", 200), ("organisations", 150), ("outlets", 200), ("events", 60)]
)
def test_there_are_enough_of_each_kind(stem: str, least: int) -> None:
    assert len(entries(stem)) >= least


def test_at_least_150_international_organisations_or_ngos_stand_apart_from_companies() -> None:
    kinds = {"kg:Alliance", "kg:InternationalOrganization", "schema:NGO", "kg:Court", "schema:ResearchOrganization"}

    assert sum(bool(kinds.intersection(e["types"])) for e in entries("organisations")) >= 150


@pytest.mark.parametrize("stem", FILES)
def test_no_name_belongs_to_two_entries_of_a_file(stem: str) -> None:
    assert shared([words(e, "aliases", "acronyms") for e in entries(stem)]) == []


def test_no_outlet_bears_the_name_of_another_organisation() -> None:
    outlets = {n for e in entries("outlets") for n in words(e, "aliases")}
    others = {n for e in entries("organisations") for n in words(e, "aliases", "acronyms")}

    assert outlets & others == set()


@pytest.mark.parametrize("word", ["Time", "Sun", "The Sun", "Mirror", "Focus", "Fortune", "Nature", "Standard", "Post"])
def test_no_outlet_is_listed_under_an_everyday_word(word: str) -> None:
    listed = {n for e in entries("outlets") for n in e.get("aliases", [])} | {
        e["name"] for e in entries("outlets") if not e["name"].startswith("The ")
    }

    assert word not in listed


@pytest.mark.parametrize("stem", ["cities", "outlets", "regions"])
def test_every_country_code_is_the_code_of_a_country(stem: str) -> None:
    assert {e["country"] for e in entries(stem) if "country" in e} - set(read("countries")) == set()


def test_every_type_is_a_class_of_the_vocabulary() -> None:
    schema = Schema.load()

    assert {t for name in schema.names for t in name.types} - set(schema.classes) == set()


def test_every_event_type_is_in_the_vocabulary_and_every_date_is_partial_iso() -> None:
    types = Schema.load().event_types

    assert [e["name"] for e in entries("events") if e["type"] and e["type"] not in types] == []
    assert [
        e["name"] for e in entries("events") if [len(p) for p in e["date"].split("-")] not in ([4], [4, 2], [4, 2, 2])
    ] == []


def test_offices_are_distinct_and_of_a_known_kind() -> None:
    offices = read("offices")["office"]

    assert len(offices) >= 150
    assert shared([{o["name"]} for o in offices]) == []
    assert {o["kind"] for o in offices} == OFFICE_KINDS
    assert {o["gender"] for o in offices} == {"", "f", "m"}


@pytest.mark.parametrize("sense", ["former", "acting", "elect"])
def test_modifiers_of_offices_have_words(sense: str) -> None:
    assert read("offices")["modifiers"][sense]


def test_given_names_are_borne_by_one_sex_only_and_sorted() -> None:
    table = read("given-names")

    assert set(table["female"]) & set(table["male"]) == set()
    assert all(len(names) >= 300 and names == sorted(set(names)) for names in table.values())


@pytest.mark.parametrize("stem", FILES)
def test_names_have_no_stray_spaces(stem: str) -> None:
    named = [n for e in entries(stem) for n in words(e, "aliases", "acronyms", "adjectives")]

    assert [n for n in named if n != " ".join(n.split()) or not n] == []


def test_no_two_kinds_of_things_share_a_name() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for name in Schema.load().names:
        for word in (name.name, *name.aliases, *name.acronyms, *name.metonyms):
            owners[word].add(name.name)

    assert {word: known for word, known in sorted(owners.items()) if len(known) > 1} == {}
