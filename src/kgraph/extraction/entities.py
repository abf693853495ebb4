"""Doc in, Grounding out: who and what the article speaks of, under which names, and where."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span

from kgraph.extraction import actors, syntax
from kgraph.extraction.atlas import Atlas
from kgraph.extraction.charters import charters
from kgraph.extraction.found import Found
from kgraph.extraction.grounding import Grounding
from kgraph.extraction.names import named
from kgraph.extraction.parts import parts
from kgraph.extraction.titles import described
from kgraph.model import Article, Entity, Evidence, Mention
from kgraph.schema import Schema

STEPS = (
    described, actors.titled, actors.communities, actors.clustered, charters, parts, actors.institutions,
    actors.unnamed,
)  # fmt: skip


def ground(doc: Doc, article: Article, schema: Schema) -> Grounding:
    """The entities of an article with their mentions, and which token refers to which."""
    found = list(named(doc, schema, Atlas.of(schema)))
    known = {t.i: f for f in found for t in f.span}
    for step in STEPS:
        more = list(step(doc, known, schema))
        found += more
        known |= {f.head.i: f for f in more}
    ids = {key: f"n{number}" for number, key in enumerate(dict.fromkeys(f.key for f in found), 1)}
    entities = {ids[key]: _entity(ids[key], [f for f in found if f.key == key]) for key in ids}
    mentions = sorted(
        (_mention(f, ids[f.key], article) for f in found), key=lambda m: (m.evidence.start, m.evidence.end)
    )
    wholes = {ids[f.key]: ids[f.whole] for f in found if f.whole}
    return Grounding(entities, {i: ids[f.key] for i, f in known.items()}, tuple(mentions), wholes)


def evidence(span: Span, article: Article) -> Evidence:
    """The passage that a span of the doc covers, quoted from the file."""
    start, end = span.start_char, span.end_char
    return Evidence(article.id, start, end, article.text[start:end])


def _entity(id: str, found: list[Found]) -> Entity:
    surfaces = [_surface(f) for f in found if f.kind == "name" and f.surface]
    given = next((f.name for f in found if f.name), "")
    if surfaces and found[0].key.startswith("city "):  # of a city's names, the one that the article uses
        given = Counter(surfaces).most_common(1)[0][0]
    name = given or max(surfaces or [found[0].span.text], key=lambda s: (len(s), s))
    types = Counter(f.types for f in found if f.kind == "name") or Counter(f.types for f in found)
    aliases = tuple(a for a in dict.fromkeys(surfaces) if a != name)
    best = max(types, key=lambda t: (types[t], len(t), t))
    return Entity(id, best, name, aliases, named=any(f.named for f in found))


def _surface(found: Found) -> str:
    """What the text calls it; not in capitals what is known with small letters ("OSLO, 3 May")."""
    text = " ".join(found.span.text.split())
    return found.name if text.isupper() and found.name.upper() == text else text


def _mention(found: Found, id: str, article: Article) -> Mention:
    head = found.head
    return Mention(id, found.kind, evidence(_bare(found), article), (head.idx, head.idx + len(head)))


def _bare(found: Found) -> Span:
    return syntax.trimmed(found.span) if found.kind == "name" else found.span
