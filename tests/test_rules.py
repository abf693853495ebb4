"""Every example of every rule file, through the real pipeline."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from kgraph.annotation import load_pipeline
from kgraph.extraction import extract
from kgraph.model import Article, Extraction, Relation
from kgraph.schema import Example, Rule, Schema

pytestmark = pytest.mark.model

SCHEMA = Schema.load()
RELATIONS = [(rule, example) for rule in SCHEMA.relations for example in rule.examples]


@cache
def pipeline() -> Language:
    return load_pipeline()


def read(text: str) -> Extraction:
    article = Article(path="example.txt", text=text, ranges=((0, len(text)),), published="2022-01-10")
    return extract(pipeline()(text), article, SCHEMA)


def names(extraction: Extraction, id: str) -> set[str]:
    entity = next(e for e in extraction.entities if e.id == id)
    return {plain(entity.name), *map(plain, entity.aliases)}


def plain(text: str) -> str:
    return text.replace("’", "'").removeprefix("the ").removeprefix("The ")


def describe(extraction: Extraction, relation: Relation) -> dict[str, str]:
    found = {"subject": sorted(names(extraction, relation.subject))[-1], "object": relation.object.value}
    if relation.object.kind == "node":
        found["object"] = sorted(names(extraction, relation.object.value))[-1]
    return found | {k: v for k in ("role", "start", "end", "factuality") if (v := getattr(relation, k))}


def fits(extraction: Extraction, relation: Relation, wanted: dict[str, str]) -> bool:
    value = relation.object.value
    known = {"subject": names(extraction, relation.subject)}
    known["object"] = names(extraction, value) if relation.object.kind == "node" else {value}
    rest = {k: {getattr(relation, k)} for k in ("role", "start", "end", "factuality")}
    return all(plain(v) in (known | rest)[k] for k, v in wanted.items())


@pytest.mark.parametrize(("rule", "example"), RELATIONS, ids=lambda x: x.name if isinstance(x, Rule) else x.text[:50])
def test_a_relation_rule_finds_what_its_example_says(rule: Rule, example: Example) -> None:
    extraction = read(example.text)
    found = [r for r in extraction.relations if r.rule == rule.name]
    seen = [describe(extraction, r) | {"rule": r.rule} for r in extraction.relations]

    if example.finds is None:
        assert not found, f"{rule.name} must not fire in {example.text!r}; it saw {seen}"
    else:
        assert any(fits(extraction, r, dict(example.finds)) for r in found), (
            f"{rule.path}: {example.text!r}; saw {seen}"
        )


@pytest.mark.parametrize("rule", SCHEMA.relations, ids=lambda rule: rule.name)
def test_a_relation_rule_has_three_examples_for_and_three_against(rule: Rule) -> None:
    positive = [e for e in rule.examples if e.finds is not None]

    assert len(positive) >= 3
    assert len(rule.examples) - len(positive) >= 3
