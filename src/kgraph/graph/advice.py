"""A query in, remarks on it out: misspelt terms with what was meant, and the pattern that leaves it unanswered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.graph.ask import ask, tokens
from kgraph.graph.names import OWN_NAMES, hint, names, resolve

SILENT = frozenset(("xsd", "fn", "afn", "math"))  # datatypes and functions: no nodes of a graph
COMPARED = ("=", "!=", "<", ">", "<=", ">=")
PATIENCE = 5.0  # seconds for one step of the search for what empties a query
_DECLARED = re.compile(r"(?is)\bPREFIX\s+([\w.-]*):\s*<([^<>]*)>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a query's pattern: its SPARQL, and what it is: triple, values, filter, union or other."""

    sparql: str
    kind: str


def advice(store: ox.Store, sparql: str, prefixes: Mapping[str, str]) -> tuple[str, ...]:
    """What is odd about a query; see KnowledgeGraph.advice."""
    known = {**prefixes, **{m[1]: m[2] for m in _DECLARED.finditer(sparql)}}
    found = list(misspelt(store, sparql, known))
    try:
        if _is_empty(ask(store, sparql, prefixes, timeout=PATIENCE, limit=1)):
            found += emptied(store, sparql, known)
    except QueryError:
        pass  # asking it raises the same, with what would have worked
    return tuple(dict.fromkeys(found))


def misspelt(store: ox.Store, sparql: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """A warning for each term of the query that stands nowhere in the graph, with the closest that does."""
    text = _DECLARED.sub("", sparql)
    for token in tokens(text):
        prefix = token["prefix"]
        if prefix not in prefixes or prefix in SILENT:
            continue
        local = token[0].partition(":")[2].rstrip(".").replace("\\", "")
        if local and not _stands(store, prefixes[prefix] + local):
            close = (prefix == "id" and _named(store, local, prefixes)) or _closest(store, prefixes[prefix], local)
            meant = f"; did you mean {prefix}:{close}?" if close else ""
            yield f"{prefix}:{local} is nowhere in the graph{meant}"


def emptied(store: ox.Store, sparql: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Which part of its pattern leaves a query without an answer, found by asking for ever more of the parts."""
    kept: list[Piece] = []
    for piece in _pieces(sparql, prefixes):
        if _holds(store, [*kept, piece], prefixes):
            kept.append(piece)
            continue
        alone = piece.kind != "filter" and bool(kept) and _holds(store, [piece], prefixes)
        yield _blame(piece, alone)
        if any(p.kind == "values" for p in kept) or '"' in piece.sparql:
            yield from _unknown_names(store, [*kept, piece], prefixes)
        return


def _blame(piece: Piece, alone: bool) -> str:
    if piece.kind == "filter":
        return f"no answer: {piece.sparql} leaves none of the matches"
    if alone:
        return f"no answer: {piece.sparql} has matches, but none that fit what stands before it"
    return f"no answer: nothing in the graph matches {piece.sparql}"


def _unknown_names(store: ox.Store, pieces: list[Piece], prefixes: Mapping[str, str]) -> Iterator[str]:
    if not any(n.partition(":")[2] in p.sparql for p in pieces for n in (*OWN_NAMES, "rdfs:label")):
        return
    known = {label for label, _ in names(store, prefixes)}
    for piece in pieces:
        for name in re.findall(r'"((?:[^"\\]|\\.)*)"', piece.sparql):
            if name not in known:
                yield f"nothing in the graph is called {name!r}{hint(store, name, prefixes)}"


def _holds(store: ox.Store, pieces: list[Piece], prefixes: Mapping[str, str]) -> bool:
    ordered = sorted(pieces, key=lambda p: p.kind == "filter")
    text = "ASK { " + " ".join(f"{p.sparql} ." if p.kind == "triple" else p.sparql for p in ordered) + " }"
    try:
        return ask(store, text, prefixes, timeout=PATIENCE) is True
    except QueryError:
        return True  # too slow or beyond what is written out again: no reason to blame it


def _pieces(sparql: str, prefixes: Mapping[str, str]) -> Iterator[Piece]:
    """The parts of the query's pattern in the order of its algebra; nothing for a query that rdflib cannot read."""
    from rdflib import Graph
    from rdflib.plugins.sparql import prepareQuery

    scratch = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        scratch.bind(prefix, namespace, override=True)
    try:
        algebra = prepareQuery(sparql, initNs=dict(prefixes)).algebra
    except Exception:  # its parser raises whatever it meets, and Oxigraph reads more than it does
        return
    yield from _walk(algebra.p, scratch.namespace_manager)


def _walk(part: Any, spaces: Any) -> Iterator[Piece]:
    kind = getattr(part, "name", "")
    if kind == "BGP":
        for triple in part.triples:
            yield Piece(" ".join(_n3(t, spaces) for t in triple), "triple")
    elif kind == "Join":
        yield from _walk(part.p1, spaces)
        yield from _walk(part.p2, spaces)
    elif kind == "ToMultiSet":
        yield from _values(part, spaces)
    elif kind == "Union":
        sides = [" ".join(f"{p.sparql} ." for p in _walk(side, spaces)) for side in (part.p1, part.p2)]
        if all(sides):
            yield Piece(" UNION ".join(f"{{ {side} }}" for side in sides), "union")
    elif kind == "Filter":
        yield from _walk(part.p, spaces)
        yield from _filter(part.expr, spaces)
    elif kind in ("LeftJoin", "Minus"):
        yield from _walk(part.p1, spaces)
    elif "p" in (part or {}):
        yield from _walk(part.p, spaces)


def _values(part: Any, spaces: Any) -> Iterator[Piece]:
    rows = part.p.res if part.p.name == "values" else ()
    names = sorted({str(v) for row in rows for v in row})
    if names:
        cells = (" ".join(_cell(row, name, spaces) for name in names) for row in rows)
        yield Piece(f"VALUES ({' '.join('?' + n for n in names)}) {{ {' '.join(f'({c})' for c in cells)} }}", "values")


def _cell(row: Mapping[Any, Any], name: str, spaces: Any) -> str:
    term = next((t for v, t in row.items() if str(v) == name), "UNDEF")
    return "UNDEF" if term == "UNDEF" else _n3(term, spaces)


def _filter(expression: Any, spaces: Any) -> Iterator[Piece]:
    """A filter that compares, the only kind that is written out again; any other is passed over."""
    kind = getattr(expression, "name", "")
    if kind == "ConditionalAndExpression":
        for part in [expression.expr, *expression.other]:
            yield from _filter(part, spaces)
    elif getattr(expression, "name", "") == "RelationalExpression" and expression.op in (
        "=",
        "!=",
        "<",
        ">",
        "<=",
        ">=",
    ):
        sides = [_operand(x, spaces) for x in (expression.expr, expression.other)]
        if all(sides):
            yield Piece(f"FILTER ({sides[0]} {expression.op} {sides[1]})", "filter")


def _operand(value: Any, spaces: Any) -> str:
    if getattr(value, "name", "") in ("Builtin_STR", "Builtin_LCASE", "Builtin_UCASE"):
        inside = _operand(value.arg, spaces)
        return f"{value.name.removeprefix('Builtin_')}({inside})" if inside else ""
    return _n3(value, spaces) if hasattr(value, "n3") else ""


def _n3(term: Any, spaces: Any) -> str:
    return str(term.n3(spaces))


def _stands(store: ox.Store, iri: str) -> bool:
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return True
    patterns = ((node, None, None), (None, node, None), (None, None, node))
    return any(True for s, p, o in patterns for _ in store.quads_for_pattern(s, p, o, ox.DefaultGraph()))


def _named(store: ox.Store, local: str, prefixes: Mapping[str, str]) -> str:
    try:
        found = resolve(store, local.replace("-", " "), prefixes)
    except QueryError:
        return ""
    return found[0].removeprefix(prefixes["id"]) if found else ""


def _closest(store: ox.Store, namespace: str, local: str) -> str:
    found = f"SELECT DISTINCT ?x {{ {{ ?x ?p ?o }} UNION {{ ?s ?x ?o }} FILTER (STRSTARTS(STR(?x), '{namespace}')) }}"
    rows = ask(store, found, {}, timeout=PATIENCE)
    there = sorted(str(r[0]).removeprefix(namespace) for r in rows) if not isinstance(rows, bool) else []
    folded = {x.casefold(): x for x in there}
    words = [x for x in there if f"-{local.casefold()}-" in f"-{x.casefold()}-"]
    close = get_close_matches(local.casefold(), folded, n=1)
    return folded[close[0]] if close else min(words, key=lambda x: (len(x), x)) if words else ""


def _is_empty(answer: object) -> bool:
    return answer is False or (not isinstance(answer, bool) and len(answer) == 0)  # type: ignore[arg-type]
