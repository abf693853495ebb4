"""What a query is told: terms that are misspelt, what leaves it without an answer, and when it takes too long."""

from importlib.util import find_spec

import pytest
import toy

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph, Rows


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS)


@pytest.mark.parametrize(
    ("sparql", "advice"),
    [
        ("SELECT ?x { ?x schema:workFor ?y }", "did you mean schema:worksFor?"),
        ("SELECT ?x { ?x sem:eventType et:PROTTEST-strike }", "did you mean et:PROTEST-strike?"),
        ("SELECT ?x { ?x a schema:Persn }", "did you mean schema:Person?"),
        ("SELECT ?x { id:moreau schema:worksFor ?x }", "did you mean id:ada-moreau?"),
        ("SELECT (COUNT(?x) AS ?n) { ?x a schema:Persn }", "did you mean schema:Person?"),
    ],
)
def test_a_misspelt_term_gets_the_one_that_was_meant(graph: KnowledgeGraph, sparql: str, advice: str) -> None:
    assert any(line.endswith(advice) for line in graph.advice(sparql))


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?x { ?x a schema:Person }",
        'SELECT ?x { ?x schema:startDate "1998-03-03"^^xsd:date }',
        "PREFIX s: <https://schema.org/> SELECT ?x { ?x a s:Person }",
        'SELECT ?x { ?x rdfs:label "schema:nothing" } # schema:nothing',
    ],
)
def test_a_query_that_is_fine_gets_no_misspelt_term(graph: KnowledgeGraph, sparql: str) -> None:
    assert not [line for line in graph.advice(sparql) if "did you mean schema" in line]


def test_the_pattern_that_empties_a_query_is_named(graph: KnowledgeGraph) -> None:
    lines = graph.advice("SELECT ?l { ?x a schema:Person ; rdfs:label ?l ; schema:worksFor id:selm }")

    assert lines == ("no answer: nothing in the graph matches ?x schema:worksFor id:selm",)


def test_a_pattern_that_matches_alone_but_not_with_the_others_is_told_apart(graph: KnowledgeGraph) -> None:
    lines = graph.advice("SELECT ?x { ?x a schema:Country . ?x schema:foundingDate ?d }")

    assert lines == ("no answer: ?x schema:foundingDate ?d has matches, but none that fit what stands before it",)


def test_a_filter_that_leaves_nothing_is_named(graph: KnowledgeGraph) -> None:
    lines = graph.advice('SELECT ?x { ?x schema:startDate ?d FILTER (STR(?d) > "2050" && STR(?d) != "x") }')

    assert lines == ('no answer: FILTER (STR(?d) > "2050") leaves none of the matches',)


def test_an_empty_union_is_named_with_both_sides(graph: KnowledgeGraph) -> None:
    lines = graph.advice("SELECT ?x { { ?x schema:spouse ?y } UNION { ?x schema:sibling ?y } }")

    assert any("UNION" in line and "schema:sibling ?y" in line for line in lines)


def test_an_optional_part_is_never_blamed(graph: KnowledgeGraph) -> None:
    lines = graph.advice("SELECT ?x { ?x schema:worksFor id:selm OPTIONAL { ?x schema:worksFor id:orvania } }")

    assert lines == ("no answer: nothing in the graph matches ?x schema:worksFor id:selm",)


def test_an_unknown_name_in_a_query_gets_the_closest_names(graph: KnowledgeGraph) -> None:
    lines = graph.advice('SELECT ?c { VALUES ?n { "Ada Moraeu" } ?x schema:name ?n . ?c schema:author ?x }')

    assert "nothing in the graph is called 'Ada Moraeu'; did you mean 'Ada Moreau' or 'Moreau'?" in lines


@pytest.mark.parametrize(
    "sparql", ["SELECT ?x {", "nonsense", "SELECT ?x { SERVICE <http://x.example/> { ?x ?p ?o } }"]
)
def test_advice_on_a_broken_query_raises_nothing(graph: KnowledgeGraph, sparql: str) -> None:
    assert isinstance(graph.advice(sparql), tuple)


def test_a_query_that_takes_too_long_is_given_up(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"no answer within 0\.05 s"):
        graph.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", timeout=0.05)


def test_a_query_in_time_is_answered_and_its_errors_are_raised_in_a_thread_too(graph: KnowledgeGraph) -> None:
    assert graph.query("ASK { ?x a schema:Person }", timeout=20) is True
    with pytest.raises(QueryError, match="line 1"):
        graph.query("ASK { ?x a }", timeout=20)


def test_a_limit_cuts_rows_and_says_so(graph: KnowledgeGraph) -> None:
    rows = graph.query("SELECT ?x { ?x ?p ?o }", limit=3)
    whole = graph.query("SELECT ?x { ?x a schema:Country }", limit=3)

    assert isinstance(rows, Rows) and isinstance(whole, Rows)
    assert (len(rows), rows.complete) == (3, False)
    assert whole.complete


def test_a_limit_cuts_a_constructed_graph(graph: KnowledgeGraph) -> None:
    built = graph.query("CONSTRUCT { ?x rdfs:label ?l } { ?x rdfs:label ?l }", limit=2)

    assert len(built) == 2  # type: ignore[arg-type]


def test_markdown_escapes_what_would_end_a_cell(graph: KnowledgeGraph) -> None:
    rows = graph.rows("SELECT ?a { VALUES ?a { 'x|y\\nz' } }")

    assert rows.serialize("markdown") == "| a |\n| --- |\n| x\\|y z |\n"


def test_a_notebook_shows_rows_and_graph_with_everything_escaped(graph: KnowledgeGraph) -> None:
    shown = graph.rows("SELECT ?a { VALUES ?a { '<script>' } }")._repr_html_()

    assert "&lt;script&gt;" in shown and "<script>" not in shown
    assert "<td>3</td><td>articles</td>" in graph._repr_html_()


def test_to_pandas_gives_a_frame_or_says_what_to_install(graph: KnowledgeGraph) -> None:
    rows = graph.rows("SELECT ?x ?l { ?x a schema:Person ; rdfs:label ?l }")
    if find_spec("pandas") is None:
        with pytest.raises(QueryError, match="pip install pandas"):
            rows.to_pandas()
    else:
        assert list(rows.to_pandas().columns) == ["x", "l"]
