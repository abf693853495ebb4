"""Rule packs: each is whole, its examples hold, and without `--pack` none of them is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kgraph.errors import SchemaError
from kgraph.pipeline.examples import Reading, failures, reading
from kgraph.schema import Rule, Schema, ontology_path, vocabularies
from kgraph.schema.packs import shipped_packs

PACKS = shipped_packs(ontology_path())
NEWS = Schema.load()
RULES = [
    (pack, rule)
    for pack in PACKS
    for rule in Schema.load(packs=(pack,)).relations
    if rule.path.parents[2].name == pack and "packs" in rule.path.parts
]


@cache
def reader(pack: str) -> Reading:
    return reading(Schema.load(packs=(pack,)))


@pytest.mark.model
@pytest.mark.parametrize(("pack", "rule"), RULES, ids=lambda x: x.name if isinstance(x, Rule) else x)
def test_a_rule_of_a_pack_finds_what_its_examples_say(pack: str, rule: Rule) -> None:
    assert not list(failures((rule,), reader(pack)))


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=lambda rule: rule.name)
def test_a_rule_of_a_pack_has_three_examples_for_and_three_against(rule: Rule) -> None:
    positive = [e for e in rule.examples if e.finds is not None]

    assert len(positive) >= 3
    assert len(rule.examples) - len(positive) >= 3


def test_the_news_rules_know_nothing_of_the_packs() -> None:
    assert not NEWS.packs
    assert not [rule for rule in NEWS.relations if "packs" in rule.path.parts]
    assert "things" not in NEWS.words


def test_a_pack_changes_the_version_that_extractions_are_kept_under() -> None:
    assert len({NEWS.version, *(Schema.load(packs=(pack,)).version for pack in PACKS)}) == len(PACKS) + 1


def test_a_pack_brings_the_packs_that_it_needs() -> None:
    assert [p.name for p in Schema.load(packs=("film",)).packs] == ["work", "film"]
    assert [p.name for p in vocabularies(("film",))][-2:] == ["work.ttl", "film.ttl"]


def test_a_folder_of_the_users_own_is_a_pack(tmp_path: Path) -> None:
    folder = tmp_path / "fairs"
    (folder / "rules/relations").mkdir(parents=True)
    (folder / "fairs.ttl").write_text(
        "@prefix kg: <https://w3id.org/kgraph/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://example.org/fairs#opens> a kg:FactProperty ; rdfs:label "opens"@en .\n',
        encoding="utf-8",
    )
    (folder / "rules/relations/opens.toml").write_text(
        'property = "https://example.org/fairs#opens"\n[[frames]]\nverbs = ["open"]\nsubject = ["subject"]\n',
        encoding="utf-8",
    )

    schema = Schema.load(packs=(folder,))

    assert schema.relations[-1].name == "fairs-opens"
    assert schema.properties["https://example.org/fairs#opens"].label == "opens"


def test_a_misspelt_pack_is_refused_with_a_suggestion() -> None:
    with pytest.raises(SchemaError, match="did you mean 'music'"):
        Schema.load(packs=("musik",))
