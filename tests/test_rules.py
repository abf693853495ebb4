"""Every example of every rule file, through the real pipeline."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kgraph.errors import SchemaError
from kgraph.pipeline.examples import Reading, failures, reading
from kgraph.schema import Example, Rule, Schema
from kgraph.schema.rules import read_rules

pytestmark = pytest.mark.model

SCHEMA = Schema.load()
RELATIONS = [(rule, example) for rule in SCHEMA.relations for example in rule.examples]


@cache
def reader() -> Reading:
    return reading(SCHEMA)


@pytest.mark.parametrize(("rule", "example"), RELATIONS, ids=lambda x: x.name if isinstance(x, Rule) else x.text[:50])
def test_a_relation_rule_finds_what_its_example_says(rule: Rule, example: Example) -> None:
    alone = replace(rule, examples=(example,))

    assert not list(failures((alone,), reader()))


def test_an_example_that_fails_says_what_was_seen_instead() -> None:
    positions = next(rule for rule in SCHEMA.relations if rule.name == "positions")
    wrong = Example("Kenyan President William Ruto arrived.", (("subject", "William Ruto"), ("object", "Uganda")))

    [line] = failures((replace(positions, examples=(wrong,)),), reader())

    assert line.startswith("positions.toml: “Kenyan President William Ruto arrived.” must find subject 'William Ruto'")
    assert line.endswith("saw William Ruto schema:worksFor Kenya (president) by positions")


@pytest.mark.parametrize("rule", SCHEMA.relations, ids=lambda rule: rule.name)
def test_a_relation_rule_has_three_examples_for_and_three_against(rule: Rule) -> None:
    positive = [e for e in rule.examples if e.finds is not None]

    assert len(positive) >= 3
    assert len(rule.examples) - len(positive) >= 3


def test_judged_findings_correct_what_a_rule_was_thought_to_be_worth() -> None:
    rule = next(rule for rule in SCHEMA.relations if rule.name == "positions")

    assert replace(rule, right=0, judged=0).confidence(0.8) == 0.8
    assert replace(rule, right=4, judged=16).confidence(0.8) == 0.36
    assert replace(rule, right=900, judged=1000).confidence(0.2) == 0.9


def test_counts_that_cannot_be_are_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(
        'property = "schema:owns"\nmeasured = { right = 9, judged = 8 }\n', encoding="utf-8"
    )

    with pytest.raises(SchemaError, match="counts judged findings"):
        list(read_rules(tmp_path, types={"schema:owns": None}, lists={}))
