"""A name in, the passages behind it out: which thing is meant, and which sentences say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.graph.ask import ask
from kgraph.graph.names import fold, known, resolve
from kgraph.graph.passages import Passage, Source
from kgraph.graph.rows import Plain, Rows
from kgraph.schema import curie

ARTICLES = """
SELECT ?doc ?title ?outlet ?author ?date ?path ?original {
  ?doc a schema:Article .
  OPTIONAL { ?doc rdfs:label ?title } OPTIONAL { ?doc schema:publisher/rdfs:label ?outlet }
  OPTIONAL { ?doc schema:author/rdfs:label ?author } OPTIONAL { ?doc schema:datePublished ?date }
  OPTIONAL { ?doc dcterms:source ?path } OPTIONAL { ?doc schema:isBasedOn ?original }
} ORDER BY ?doc ?path ?author"""

FACTS = """
SELECT ?fact ?s ?p ?o ?subject ?object ?doc ?quote ?start ?end ?speaker ?cue ?factuality ?hedge ?role ?against
  ?rule ?confidence ?since ?until {
  ?fact rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; prov:wasDerivedFrom ?passage .
  ?passage nif:anchorOf ?quote ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:referenceContext ?doc .
  OPTIONAL { ?s rdfs:label ?subject } OPTIONAL { ?o rdfs:label|skos:prefLabel ?object }
  OPTIONAL { ?fact prov:wasAttributedTo ?by . OPTIONAL { ?by rdfs:label ?speaker }
             OPTIONAL { ?claim kg:content ?fact ; kg:cue ?cue } }
  OPTIONAL { ?fact kg:factuality ?factuality } OPTIONAL { ?fact kg:hedge ?hedge }
  OPTIONAL { ?fact kg:rule ?rule } OPTIONAL { ?fact nif:confidence ?confidence }
  OPTIONAL { ?fact schema:roleName ?role } OPTIONAL { ?fact kg:contradicts ?against }
  OPTIONAL { ?fact sem:hasBeginTimeStamp ?since }
  OPTIONAL { ?fact sem:hasEndTimeStamp|sem:hasLatestEndTimeStamp ?until }
  FILTER_HERE
} ORDER BY ?fact ?cue ?factuality ?hedge ?role"""

Triple = tuple[str, str, str]  # subject and property as IRIs, object as an IRI or the literal's text


def sources(store: ox.Store, prefixes: Mapping[str, str]) -> dict[str, Source]:
    """All articles by IRI."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in _rows(store, ARTICLES, prefixes).dicts():
        found.setdefault(str(row["doc"]), []).append({k: str(v) for k, v in row.items()})
    return {doc: _source(doc, rows) for doc, rows in found.items()}


def passages(store: ox.Store, prefixes: Mapping[str, str], only: str = "") -> Iterator[tuple[Triple, Passage]]:
    """Every statement with its triple and its passage, by article, place and statement; `only` is a SPARQL filter."""
    articles = sources(store, prefixes)
    found: dict[str, tuple[Triple, Passage]] = {}
    for row in _rows(store, FACTS.replace("FILTER_HERE", only), prefixes).dicts():
        fact = str(row["fact"])
        if fact not in found:
            triple = (str(row["s"]), str(row["p"]), str(row["o"]))
            found[fact] = triple, _passage(row, articles.get(str(row["doc"]), Source(str(row["doc"]), "")))
    yield from sorted(found.values(), key=lambda x: _order(x[1]))


CLAIMS = """
SELECT ?fact ?s ?p ?o ?subject ?object ?doc ?quote ?start ?end ?speaker ?cue ?rule ?confidence {
  ?fact a schema:Claim ; schema:author ?s ; kg:cue ?cue ; prov:wasDerivedFrom ?passage .
  { ?fact schema:about|schema:audience ?o } UNION { ?fact kg:content ?content . ?content rdf:subject|rdf:object ?o }
  ?passage nif:anchorOf ?quote ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:referenceContext ?doc .
  OPTIONAL { ?fact kg:rule ?rule } OPTIONAL { ?fact nif:confidence ?confidence }
  OPTIONAL { ?s rdfs:label ?subject } OPTIONAL { ?o rdfs:label ?object }
  BIND (schema:about AS ?p) BIND (?subject AS ?speaker)
  FILTER_HERE
} ORDER BY ?fact ?o"""

SHARED = """
SELECT DISTINCT ?e {
  ?one rdf:subject ?e ; rdf:object ?a . ?other rdf:subject ?e ; rdf:object ?b . ?e a sem:Event .
  FILTER (?a IN (A_HERE) && ?b IN (B_HERE))
} ORDER BY ?e"""


def explain(
    store: ox.Store, prefixes: Mapping[str, str], pattern: tuple[str, str | None, str | None]
) -> tuple[Passage, ...]:
    """The passages that state the triples of a pattern of names; see KnowledgeGraph.explain."""
    subject, predicate, value = pattern
    nodes = _listed(known(store, subject, prefixes))
    tests = [f"?s IN ({nodes})" if value is not None else f"(?s IN ({nodes}) || ?o IN ({nodes}))"]
    if predicate is not None:
        tests.append(f"?p IN ({_property(store, predicate, prefixes)})")
    if value is not None:
        tests[0] = f"({tests[0]} && {_is_object(store, value, prefixes, '?o')}"
        tests[0] += f" || ?o IN ({nodes}) && {_is_object(store, value, prefixes, '?s')})"
    found = [p for _, p in passages(store, prefixes, f"FILTER ({' && '.join(tests)})")]
    if value is not None and predicate is None:
        found += _together(store, prefixes, nodes, _listed(resolve(store, value, prefixes)))
    return tuple({p.fact: p for p in sorted(found, key=_order)}.values())


def _together(store: ox.Store, prefixes: Mapping[str, str], one: str, other: str) -> Iterator[Passage]:
    """The passages on events in which both take part, and what one says about the other."""
    if not other:
        return
    events = _listed(str(r[0]) for r in _rows(store, SHARED.replace("A_HERE", one).replace("B_HERE", other), prefixes))
    if events:
        yield from (p for _, p in passages(store, prefixes, f"FILTER (?s IN ({events}) && ?o IN ({one}, {other}))"))
    articles = sources(store, prefixes)
    only = f"FILTER (?s IN ({one}) && ?o IN ({other}) || ?s IN ({other}) && ?o IN ({one}))"
    for row in _rows(store, CLAIMS.replace("FILTER_HERE", only), prefixes).dicts():
        yield _passage({**row, "role": f"{row['cue']} … about"}, articles[str(row["doc"])])


def _listed(iris: Iterable[str]) -> str:
    return ", ".join(f"<{i}>" for i in iris)


def _order(passage: Passage) -> tuple[str, str, str, int, str]:
    undated_last = passage.date or "9999"
    return undated_last, passage.path, passage.article, passage.start, passage.fact


def _is_object(store: ox.Store, value: str, prefixes: Mapping[str, str], variable: str) -> str:
    iris = _listed(resolve(store, value, prefixes))
    literal = str(ox.Literal(value))
    return f"(STR({variable}) = {literal}" + (f" || {variable} IN ({iris}))" if iris else ")")


def _property(store: ox.Store, name: str, prefixes: Mapping[str, str]) -> str:
    quads = store.quads_for_pattern(None, _node("rdf:predicate", prefixes), None, ox.DefaultGraph())
    used = {q.object.value for q in quads if isinstance(q.object, ox.NamedNode)}
    words = fold(curie(name)).partition(":")[2] or fold(name)
    hits = sorted(i for i in used if fold(curie(i)).partition(":")[2] == words.replace(" ", ""))
    if hits:
        return ", ".join(f"<{i}>" for i in hits)
    close = get_close_matches(name.partition(":")[2] or name, [curie(i).partition(":")[2] for i in sorted(used)], n=1)
    hint = f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(sorted(map(curie, used)))}"
    raise QueryError(f"no fact has the property {name!r}{hint}")


def _node(name: str, prefixes: Mapping[str, str]) -> ox.NamedNode:
    prefix, _, local = name.partition(":")
    return ox.NamedNode(prefixes[prefix] + local)


def _rows(store: ox.Store, sparql: str, prefixes: Mapping[str, str]) -> Rows:
    found = ask(store, sparql, prefixes)
    assert isinstance(found, Rows)
    return found


def _source(doc: str, rows: list[Mapping[str, str]]) -> Source:
    first = rows[0]
    return Source(
        id=doc,
        title=first.get("title", ""),
        outlet=first.get("outlet", ""),
        authors=tuple(dict.fromkeys(r["author"] for r in rows if "author" in r)),
        date=first.get("date", ""),
        path=first.get("path", ""),
        copy_of=tuple(sorted({r["original"] for r in rows if "original" in r})),
    )


def _passage(row: Mapping[str, Plain], source: Source) -> Passage:
    return Passage(
        fact=str(row["fact"]),
        article=source.id,
        subject=str(row.get("subject", row["s"])),
        property=curie(str(row["p"])),
        object=str(row.get("object", row["o"])),
        quote=str(row["quote"]),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
        outlet=source.outlet,
        title=source.title,
        author=source.author,
        date=source.date,
        path=source.path,
        speaker=str(row.get("speaker", "")),
        cue=str(row.get("cue", "")),
        factuality=str(row.get("factuality", "")).rpartition("#")[2],
        hedge=str(row.get("hedge", "")),
        role=str(row.get("role", "")),
        contradicted="against" in row,
        rule=str(row.get("rule", "")),
        confidence=float(str(row.get("confidence", 0))),
        since=str(row.get("since", "")),
        until=str(row.get("until", "")),
    )
