"""Every example of every rule of events, through the real pipeline."""

from __future__ import annotations

import pytest
from whole import SCHEMA, read

from kgraph.model import Event, Extraction
from kgraph.schema import Example, Rule

pytestmark = pytest.mark.model

EVENTS = [(rule, example) for rule in SCHEMA.events for example in rule.examples]


def describe(extraction: Extraction, event: Event) -> dict[str, str]:
    names = {e.id: " / ".join((e.name, *e.aliases)) for e in extraction.entities}
    roles: dict[str, str] = {}
    for role, entity in event.roles:
        key = role.removeprefix("schema:")
        roles[key] = f"{roles.get(key, '')} {names[entity]}".strip()
    time = f"{event.time.start}/{event.time.end}" if event.time else ""
    return {"trigger": event.trigger.quote, "type": event.type, "factuality": event.factuality, "time": time} | roles


@pytest.mark.parametrize(("rule", "example"), EVENTS, ids=lambda x: x.name if isinstance(x, Rule) else x.text[:50])
def test_an_event_rule_finds_what_its_example_says(rule: Rule, example: Example) -> None:
    extraction = read(example.text)
    found = [describe(extraction, e) for e in extraction.events if e.rule == rule.name]

    if example.finds is None:
        assert not found, f"{rule.name} must not fire in {example.text!r}; it saw {found}"
    else:
        seen = [describe(extraction, e) for e in extraction.events]
        hit = any(all(words.lower() in event.get(key, "").lower() for key, words in example.finds) for event in found)
        assert hit, f"{rule.path}: {example.text!r}; saw {seen}"


@pytest.mark.parametrize("rule", SCHEMA.events, ids=lambda rule: rule.name)
def test_an_event_rule_has_two_examples_for_and_two_against(rule: Rule) -> None:
    positive = [e for e in rule.examples if e.finds is not None]

    assert len(positive) >= 2
    assert len(rule.examples) - len(positive) >= 2
