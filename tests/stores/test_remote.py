"""The same graph in other people's stores: it gets there whole and answers as the embedded one does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from servers import SERVERS, Endpoint
from toy import CORPUS

from kgraph.errors import QueryError, StoreError
from kgraph.graph import KnowledgeGraph, Rows
from kgraph.graph.remote import Remote
from kgraph.queries import named_queries

pytestmark = pytest.mark.slow
# what these queries take is in the toy, so that each has rows to compare
VALUES = {"who": "Ada Moreau", "one": "Ada Moreau", "other": "Harbour League", "outlet": "Selm Herald", "place": "Selm"}
SPARQL_1_2 = {"view-rdf12"}  # only Oxigraph speaks it


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(CORPUS)


@pytest.fixture(scope="module", params=SERVERS)
def endpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture(scope="module")
def there(endpoint: Endpoint, graph: KnowledgeGraph) -> Remote:
    Remote(endpoint.update, endpoint.name).push(graph, replace=True)
    return Remote(endpoint.query, endpoint.name)


def count(remote: Remote) -> int:
    found = remote.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(found, Rows)
    return int(str(next(iter(found))[0]))


def test_every_triple_arrives(there: Remote, graph: KnowledgeGraph) -> None:
    assert count(there) == len(graph)


@pytest.mark.parametrize("name", [n for n in named_queries() if n not in SPARQL_1_2])
def test_a_named_query_has_the_same_rows_there_and_here(name: str, there: Remote, graph: KnowledgeGraph) -> None:
    query = named_queries()[name]
    sparql = query.fill(**{p.name: VALUES[p.name] for p in query.parameters if p.name in VALUES})
    here, found = graph.query(sparql), there.query(sparql)

    if isinstance(here, Rows):
        assert isinstance(found, Rows)
        assert sorted(map(repr, found)) == sorted(map(repr, here))
    elif isinstance(here, bool):
        assert found is here
    else:
        assert not isinstance(found, Rows | bool)
        assert here.isomorphic(found)


@pytest.mark.parametrize("name", ["moreau", "the league", "Jon Tell", "id:ada-moreau"])
def test_names_are_understood_there_as_here(name: str, there: Remote, graph: KnowledgeGraph) -> None:
    assert there.best_name(name) == graph.best_name(name)


def test_a_graph_put_there_twice_is_there_once(endpoint: Endpoint, there: Remote, graph: KnowledgeGraph) -> None:
    for _ in range(2):
        assert Remote(endpoint.graph_store, endpoint.name).put(graph, replace=True) == len(graph)

    assert count(there) == len(graph)


def test_letters_beyond_ascii_arrive(endpoint: Endpoint) -> None:
    import pyoxigraph as ox

    words = 'Зана́йт “é” 🦭 \\ " \n\t end'
    small = KnowledgeGraph(ox.Store())
    small.store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal(words)))
    Remote(endpoint.update, "urn:x:letters").push(small, replace=True)
    found = Remote(endpoint.query, "urn:x:letters").query("SELECT ?o { <urn:a> <urn:b> ?o }")

    assert isinstance(found, Rows)
    assert list(found) == [(words,)]


def test_what_the_server_finds_wrong_is_said(there: Remote) -> None:
    with pytest.raises(QueryError, match="400"):
        there.query("SELECT ?x { ?x ?y }")


def test_an_endpoint_that_is_not_there_is_an_error_of_ours(graph: KnowledgeGraph) -> None:
    with pytest.raises(StoreError, match="no answer"):
        Remote("http://127.0.0.1:9/update").push(graph)


def test_what_is_no_address_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(StoreError, match="no address of an endpoint"):
        Remote("file:///etc/hosts").push(graph)
