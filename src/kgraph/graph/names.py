"""A name in, the things it stands for out: whole names first, then a part of one if only one thing has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.schema import expand

NAMES = ("schema:name", "rdfs:label", "schema:alternateName")
OWN_NAMES = ("schema:name", "schema:alternateName")  # of actors and places; an event or article is labelled, not named
LISTED = 6


def resolve(store: ox.Store, name: str, prefixes: Mapping[str, str]) -> tuple[str, ...]:
    """The IRIs that a name, an IRI, an `id:` or a slug stands for, best names first, case ignored.

    A part of a name will do (the last word, or any whole words) if only one thing has it; raises QueryError with the
    candidates if several have.
    """
    iri = as_iri(name, prefixes)
    if iri and any(True for _ in store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph())):
        return (iri,)
    found: dict[str, None] = {}
    for property_ in NAMES:
        same = (i for label, i in names(store, prefixes, [property_]) if fold(label) == fold(name))
        found.update(dict.fromkeys(sorted(same)))
    return tuple(found) or _by_part(store, name, prefixes)


def known(store: ox.Store, name: str, prefixes: Mapping[str, str]) -> tuple[str, ...]:
    """The same, but raises QueryError with the closest names if nothing is called so."""
    found = resolve(store, name, prefixes)
    if found:
        return found
    raise QueryError(f"nothing in the graph is called {name!r}{hint(store, name, prefixes)}")


def best_name(store: ox.Store, name: str, prefixes: Mapping[str, str]) -> str:
    """A name that queries find: the name itself if something is called so, else that of the thing it stands for."""
    if any(label == name for label, _ in names(store, prefixes, OWN_NAMES)):
        return name
    found = resolve(store, name, prefixes)
    mine = sorted(label for label, iri in names(store, prefixes, NAMES[:2]) if iri in found[:1])
    return mine[0] if mine else name


def names(store: ox.Store, prefixes: Mapping[str, str], properties: Iterable[str] = NAMES) -> Iterator[tuple[str, str]]:
    """Every name of a thing of the world, with the thing's IRI."""
    mine = prefixes["id"]
    for property_ in properties:
        for quad in store.quads_for_pattern(None, ox.NamedNode(expand(property_)), None, ox.DefaultGraph()):
            thing, name = quad.subject, quad.object
            if isinstance(thing, ox.NamedNode) and isinstance(name, ox.Literal) and thing.value.startswith(mine):
                yield name.value, thing.value


def fold(name: str) -> str:
    """A name as it is compared: case and the width of gaps do not count."""
    return " ".join(name.split()).casefold()


def hint(store: ox.Store, name: str, prefixes: Mapping[str, str]) -> str:
    """The names close to one, to append to a message; "" if there are none."""
    labels = {fold(label): label for label, _ in sorted(names(store, prefixes))}
    close = get_close_matches(fold(name), labels, n=3) or _close_words(fold(name), labels)
    return f"; did you mean {' or '.join(repr(labels[c]) for c in close)}?" if close else ""


def _close_words(name: str, labels: Iterable[str]) -> list[str]:
    words: dict[str, str] = {}
    for label in sorted(labels, key=len):
        for word in label.split():
            words.setdefault(word, label)
    close = get_close_matches(name, words, n=2, cutoff=0.75)
    return list(dict.fromkeys(words[w] for w in close))


def _by_part(store: ox.Store, name: str, prefixes: Mapping[str, str]) -> tuple[str, ...]:
    wanted = fold(name)
    if not wanted:
        return ()
    ends: dict[str, str] = {}
    parts: dict[str, str] = {}
    for label, iri in sorted(names(store, prefixes, OWN_NAMES)):
        text = fold(label)
        if text.endswith(f" {wanted}"):
            ends.setdefault(iri, label)
        elif f" {wanted} " in f" {text} ":
            parts.setdefault(iri, label)
    for found in (ends, parts):
        if len(found) > 1:
            listed = ", ".join(_told_apart(found, prefixes["id"])[:LISTED])
            raise QueryError(f"{name!r} is part of several names: {listed}; give more of the one you mean")
        if found:
            return tuple(found)
    return ()


def _told_apart(found: Mapping[str, str], start: str) -> list[str]:
    """The names, those that several things have with what else tells them apart."""
    labels = list(found.values())
    pairs = sorted((label, iri) for iri, label in found.items())
    return [repr(x) if labels.count(x) == 1 else f"{x!r} (id:{iri.removeprefix(start)})" for x, iri in pairs]


def as_iri(name: str, prefixes: Mapping[str, str]) -> str:
    """The IRI that a name is, in full, with a prefix or by its last part; "" if it cannot be one."""
    prefix, colon, local = name.partition(":")
    candidate = name if colon else prefixes["id"] + name
    if colon and prefix in prefixes:
        candidate = prefixes[prefix] + local
    try:
        return ox.NamedNode(candidate.strip("<>")).value
    except ValueError:
        return ""
