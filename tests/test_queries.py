"""The named queries: each parses, asks something, takes its parameters, and answers alike in rdflib and Oxigraph."""

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from kgraph.errors import QueryError
from kgraph.queries import NamedQuery, named_queries, named_query
from kgraph.schema import ontology_path

SMALL = Path(__file__).parent / "data" / "small.ttl"
QUERIES = named_queries()
PLAIN = {name: q for name, q in QUERIES.items() if name != "view-rdf12"}  # RDF 1.2: Oxigraph only
VALUES = {
    "who": "Brandt", "whom": "Velmark", "where": "Velmark", "of": "League", "about": "Velmark", "one": "Brandt",
    "other": "Harbour League", "outlet": "Tarn Herald", "from": "2031-04", "to": "2032",
}  # fmt: skip
SPEAKERS = {"said": "Lind", "according-to": "Coast Post"}
LONG = {"path"}  # rdflib takes seconds for it
SILENT = {"arrests", "ties", "disputed", "path", "rests-on"}  # nobody is arrested in the small graph, and so on


def filled(query: NamedQuery) -> str:
    values = {**VALUES, "who": SPEAKERS.get(query.name, VALUES["who"])}
    return query.fill(**{p.name: values[p.name] for p in query.parameters})


@pytest.fixture(scope="module")
def rdf() -> Graph:
    return Graph().parse(SMALL).parse(ontology_path() / "kgraph.ttl")


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    for path in (SMALL, ontology_path() / "kgraph.ttl"):
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    return store


@cache  # rdflib takes longer to read a query than to answer it
def read(sparql: str) -> Query:
    return prepareQuery(sparql, initNs={})


def rows_in_rdflib(graph: Graph, sparql: str) -> int:
    result = graph.query(read(sparql))
    if result.type == "CONSTRUCT":
        return len(result.graph or ())
    return int(bool(result)) if result.type == "ASK" else len(result)


def rows_in_oxigraph(store: ox.Store, sparql: str) -> int:
    result = store.query(sparql)
    if isinstance(result, ox.QueryTriples):
        return len(set(result))
    return int(bool(result)) if isinstance(result, ox.QueryBoolean) else sum(1 for _ in result)


def test_there_are_at_least_45_questions_and_4_views() -> None:
    views = [name for name in QUERIES if name.startswith("view-")]

    assert len(QUERIES) - len(views) >= 45
    assert len(views) >= 4


def test_names_are_unique_and_numbers_too() -> None:
    stems = [p.stem for p in (ontology_path() / "queries").glob("*.rq")]
    numbers = [s.partition("-")[0] for s in stems if s[0].isdigit()]

    assert len(QUERIES) == len(stems)
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("name", QUERIES)
def test_the_first_line_is_the_question(name: str) -> None:
    first = QUERIES[name].sparql.partition("\n")[0]

    assert re.match(r"# (View: .*\.|[A-Z].*\?.*)$", first)


@pytest.mark.parametrize("name", PLAIN)
def test_it_parses_in_rdflib_without_help(name: str) -> None:
    assert read(filled(PLAIN[name])).algebra


@pytest.mark.parametrize("name", QUERIES)
def test_it_runs_in_oxigraph_without_help(name: str) -> None:
    ox.Store().query(QUERIES[name].sparql)


@pytest.mark.parametrize("name", QUERIES)
def test_every_parameter_is_explained_and_stands_in_the_query_with_its_default(name: str) -> None:
    query = QUERIES[name]

    for parameter in query.parameters:
        assert parameter.about
        assert re.search(rf'VALUES \?{parameter.name}(_name)? {{ "{re.escape(parameter.default)}" }}', query.sparql)
        assert '"?!"' in query.fill(**{parameter.name: "?!"})


@pytest.mark.parametrize("name", QUERIES)
def test_no_query_names_a_thing_by_iri(name: str) -> None:
    assert "kgraph.example" not in QUERIES[name].sparql


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.slow if n in LONG else ()) for n in PLAIN])
def test_rdflib_and_oxigraph_give_as_many_rows(name: str, rdf: Graph, store: ox.Store) -> None:
    sparql = filled(PLAIN[name])
    if name == "view-annotation":  # its new blank nodes differ from row to row, in each engine alike
        sparql = sparql[: sparql.index("CONSTRUCT")] + "SELECT * " + sparql[sparql.index("WHERE") :]

    assert rows_in_rdflib(rdf, sparql) == rows_in_oxigraph(store, sparql)


@pytest.mark.parametrize("name", [n for n in QUERIES if n not in SILENT])
def test_it_finds_something_in_a_small_graph(name: str, store: ox.Store) -> None:
    assert rows_in_oxigraph(store, filled(QUERIES[name])) > 0


def test_a_copy_does_not_count_as_a_second_source(store: ox.Store) -> None:
    result = store.query(QUERIES["corroborated"].sparql)
    assert isinstance(result, ox.QuerySolutions)
    found = {(row["subject"].value, row["object"].value) for row in result}

    assert ("Brandt asks League, 1 April 2031", "Ilsa Brandt") in found
    assert ("Harbour League", "2001") not in found


def test_a_name_with_quotes_stays_a_name(store: ox.Store) -> None:
    sparql = named_query("by-name").fill(who='x" } ?s ?p ?o . VALUES ?z { "')

    assert rows_in_oxigraph(store, sparql) == 0


def test_an_unknown_query_is_refused_with_a_suggestion() -> None:
    with pytest.raises(QueryError, match="did you mean 'positions'"):
        named_query("position")


def test_an_unknown_parameter_is_refused_with_what_would_do() -> None:
    with pytest.raises(QueryError, match="it takes who"):
        named_query("said").fill(speaker="Brandt")


@pytest.mark.model
def test_every_named_query_runs_on_a_real_build_and_most_find_something() -> None:
    seeds = Path(__file__).resolve().parents[1] / "seeds"
    if not any(seeds.glob("*.txt")):
        pytest.skip("no articles in seeds/")
    import kgraph

    graph = kgraph.build(seeds)
    found = {name: len(graph.query(q.sparql)) for name, q in PLAIN.items() if "ASK" not in q.sparql}  # type: ignore[arg-type]

    assert len([n for n in found.values() if n]) >= 30, {k for k, n in found.items() if not n}
