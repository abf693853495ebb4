"""Accept headers of all kinds, and the type that each gets."""

import pytest

from kgraph.server.negotiation import GRAPH, ROWS, choose

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("text/*", "text/xml"),
        ("text/csv, application/json;q=0.5", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv;q=0.1, */*;q=0.2", JSON),
        (f"{JSON};q=0, */*", "application/json"),
        ("application/xml;q=1.5", "application/xml"),
        ("text/csv;q=much", None),
        ("image/png, text/html", None),
        ("text/csv;header=present;q=0.4, text/tab-separated-values;q=0.3", "text/csv"),
    ],
)
def test_a_table_comes_as_the_header_wants_it(accept: str, chosen: str | None) -> None:
    assert choose(accept, ROWS) == chosen


def test_a_graph_comes_as_turtle_unless_something_else_is_wanted() -> None:
    assert choose("", GRAPH) == "text/turtle"
    assert choose("application/ld+json, text/turtle;q=0.9", GRAPH) == "application/ld+json"
