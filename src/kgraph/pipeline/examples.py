"""Rules in, a line for each example sentence that its rule does not live up to out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgraph.model import Article, Extraction, Relation
from kgraph.schema import Example, Rule, Schema

Reading = Callable[[str], Extraction]


def reading(schema: Schema, model: str | None = None) -> Reading:
    """A function that reads one sentence by rules alone, as if it were an article of its own."""
    # two seconds to import; only this needs them here
    from kgraph.annotation import load_pipeline
    from kgraph.extraction import extract

    nlp = load_pipeline(model)

    def read(text: str) -> Extraction:
        article = Article(path="example.txt", text=text, ranges=((0, len(text)),), published="2022-01-10")
        return extract(nlp(text), article, schema, guessing=False)

    return read


def failures(rules: tuple[Rule, ...], read: Reading) -> Iterator[str]:
    """For each example of a relation rule that fails: the file, the sentence, and what was seen there instead."""
    for rule in rules:
        for example in rule.examples:
            extraction = read(example.text)
            if not holds(rule, example, extraction):
                yield f"{rule.path.name}: “{example.text}” {_wanted(example)}; saw {_seen(extraction)}"


def holds(rule: Rule, example: Example, extraction: Extraction) -> bool:
    """Whether a rule finds what its example says, or stays silent where it says so."""
    found = [r for r in extraction.relations if r.rule == rule.name]
    if example.finds is None:
        return not found
    return any(_fits(extraction, r, dict(example.finds)) for r in found)


def _fits(extraction: Extraction, relation: Relation, wanted: dict[str, str]) -> bool:
    value = relation.object
    known = {"subject": _names(extraction, relation.subject)}
    known["object"] = _names(extraction, value.value) if value.kind == "node" else {value.value}
    rest = {k: {str(getattr(relation, k))} for k in ("role", "start", "end", "factuality", "hedge")}
    return all(_plain(v) in (known | rest).get(k, ()) for k, v in wanted.items())


def _names(extraction: Extraction, id: str) -> set[str]:
    entity = next(e for e in extraction.entities if e.id == id)
    return {_plain(name) for name in (entity.name, *entity.aliases)}


def _plain(text: str) -> str:
    return text.replace("’", "'").removeprefix("the ").removeprefix("The ")


def _wanted(example: Example) -> str:
    if example.finds is None:
        return "must find nothing"
    return "must find " + ", ".join(f"{role} {words!r}" for role, words in example.finds)


def _seen(extraction: Extraction) -> str:
    lines = [_line(extraction, r) for r in extraction.relations]
    if lines:
        return "; ".join(lines)
    return "no relation; it knows " + (", ".join(e.name for e in extraction.entities) or "nobody")


def _line(extraction: Extraction, relation: Relation) -> str:
    names = {e.id: e.name for e in extraction.entities}
    other = names.get(relation.object.value, relation.object.value)
    marks = [relation.role, relation.factuality]
    note = ", ".join(m for m in marks if m)
    return f"{names[relation.subject]} {relation.property} {other}{f' ({note})' if note else ''} by {relation.rule}"
