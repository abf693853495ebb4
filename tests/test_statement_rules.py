"""Every example of every rule of statements, through the real pipeline."""

from __future__ import annotations

import pytest
from whole import SCHEMA, read

from kgraph.model import Extraction, Statement
from kgraph.schema import Example, Rule

pytestmark = pytest.mark.model

STATEMENTS = [(rule, example) for rule in SCHEMA.statements for example in rule.examples]


def describe(extraction: Extraction, said: Statement) -> dict[str, str]:
    names = {e.id: " / ".join((e.name, *e.aliases)) for e in extraction.entities}
    who = {"speaker": names.get(said.speaker, ""), "addressee": names.get(said.addressee, "")}
    return who | {"cue": said.cue.quote, "content": said.content.quote, "rule": said.rule}


@pytest.mark.parametrize(("rule", "example"), STATEMENTS, ids=lambda x: x.name if isinstance(x, Rule) else x.text[:50])
def test_a_statement_rule_finds_what_its_example_says(rule: Rule, example: Example) -> None:
    extraction = read(example.text)
    seen = [describe(extraction, s) for s in extraction.statements]
    found = [s for s in seen if s["rule"] == rule.name]

    if example.finds is None:
        assert not found, f"{rule.name} must not fire in {example.text!r}; it saw {found}"
    else:
        hit = any(all(words.lower() in s.get(key, "").lower() for key, words in example.finds) for s in found)
        assert hit, f"{rule.path}: {example.text!r}; saw {seen}"


@pytest.mark.parametrize("rule", SCHEMA.statements, ids=lambda rule: rule.name)
def test_a_statement_rule_has_three_examples_for_and_three_against(rule: Rule) -> None:
    positive = [e for e in rule.examples if e.finds is not None]

    assert len(positive) >= 3
    assert len(rule.examples) - len(positive) >= 3
