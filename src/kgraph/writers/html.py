"""A graph in, one HTML page out: drawn by pyvis, everything inside the file, no request to any network."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kgraph import views
from kgraph.comparison import Contradiction, disputes
from kgraph.graph import KnowledgeGraph
from kgraph.views import Edge, Node, Picture
from kgraph.writers.dossier import core, dossier, strengths
from kgraph.writers.positions import positions

PAGE = Path(__file__).parent / "page"
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY = "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
TEXTS = "SELECT ?doc ?text { ?doc nif:isString ?text } ORDER BY ?doc"
SHAPES = {
    "person": "dot",
    "organization": "square",
    "country": "hexagon",
    "place": "triangleDown",
    "group": "triangle",
    "event": "diamond",
    "thing": "star",
}
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write(graph: KnowledgeGraph, path: Path, *, texts: Mapping[str, str] | None = None) -> None:
    """Writes the graph as a page that a browser opens without a network.

    `texts` are the articles' texts by IRI, to read each sentence where it stands; without them the page has those
    that the graph holds, or no more of an article than the sentences quoted from it.
    """
    held = {str(i): str(text) for i, text in graph.rows(TEXTS)} if texts is None else texts
    path.write_text(page(views.picture(graph), held, disputes(graph)), encoding="utf-8", newline="\n")


def page(picture: Picture, texts: Mapping[str, str] | None = None, against: Sequence[Contradiction] = ()) -> str:
    """The page of a picture; all data are in it as JSON, which the page's own script shows as text.

    `against` is what the sources disagree about.
    """
    html = str(_network(picture).generate_html())
    html = html.replace("%BOOK%", as_json(dossier(picture, texts, against)), 1)
    return html.replace("%POLICY%", _policy(html), 1)


def as_json(value: object) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be written
    return re.sub("[<>&\u2028\u2029]", lambda m: ESCAPES[m[0]], text)


def _network(picture: Picture) -> Any:
    from pyvis.network import Network  # half a second to import; only this format needs it

    network = Network(directed=True, cdn_resources="in_line")
    network.set_template_dir([str(PAGE), network.template_dir], "page.html")
    network.templateEnv = _templates(*network.template_dir)
    network.options = {"physics": {"enabled": False}}
    number = {n.id: i for i, n in enumerate(picture.nodes)}
    ends = [(e.source, e.target) for e in picture.edges]
    places = positions([n.id for n in picture.nodes], ends, core(picture))
    weight = strengths(picture)
    most = max([40.0, *weight.values()])
    for node in picture.nodes:
        x, y = places[node.id]
        network.add_node(number[node.id], x=x, y=y, **_drawn_node(node, weight[node.id], most))
    for i, edge in enumerate(picture.edges):
        network.add_edge(number[edge.source], number[edge.target], id=i, **_drawn_edge(edge))
    return network


@cache  # what templates are compiled to serves every page of a process
def _templates(*folders: str) -> Any:
    from jinja2 import Environment, FileSystemLoader  # comes with pyvis

    made = Environment(loader=FileSystemLoader(folders))
    made.filters["tojson"] = as_json
    return made


def _drawn_node(node: Node, weight: float, most: float) -> dict[str, Any]:
    size = 7 + 18 * math.sqrt(weight / most)
    small = 0.6 if node.kind == "event" else 1.0
    return {
        "label": node.label or "(no name)",
        "group": node.kind if node.kind in SHAPES else "thing",
        "shape": SHAPES.get(node.kind, SHAPES["thing"]),
        "size": round(max(size * small, 6), 1),
        "weight": round(weight, 1),
    }


def _drawn_edge(edge: Edge) -> dict[str, Any]:
    return {"label": edge.label, "line": _line(edge), "width": round(1 + 0.7 * min(max(edge.support - 1, 0), 5), 1)}


def _line(edge: Edge) -> str:
    """How the edge is drawn: what is disputed is said first."""
    if edge.contradicted:
        return "contradicted"
    if edge.asserted:
        return "stated"
    return "denied" if edge.denied else "attributed" if edge.attributed else "uncertain"


def _policy(html: str) -> str:
    """A content security policy under which no script runs but the page's own."""
    digests = (hashlib.sha256(body.encode("utf-8")).digest() for body in SCRIPT.findall(html))
    return POLICY.format(scripts=" ".join(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests))
