"""Requests of a browser in, pages out: to ask on, the graph, dossiers, the sources compared."""

from __future__ import annotations

import json
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response

from kgraph.queries import named_queries
from kgraph.server import requests
from kgraph.server.jobs import Job
from kgraph.server.protocol import ask
from kgraph.server.requests import RefusedError
from kgraph.server.settings import Settings

START = Path(__file__).parent / "page" / "query.html"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


async def start(_: Request) -> Response:
    """The page to ask on."""
    return HTMLResponse(START.read_text(encoding="utf-8"), headers={"Content-Security-Policy": POLICY})


async def entity(request: Request) -> Response:
    """The dossier of ?name=."""
    name = requests.single(request.query_params.multi_items(), "name")
    if not name:
        raise RefusedError(400, "say of what: ?name=")
    return HTMLResponse((await ask(request, Job("entity", {"name": name}))).body)


async def graph(request: Request) -> Response:
    """The page of the whole graph: the one that a build wrote, which holds the articles' texts, or one made now."""
    settings: Settings = request.app.state.settings
    built = settings.graph / "graph.html"
    if not settings.update and built.is_file():
        return FileResponse(built.resolve(), media_type="text/html; charset=utf-8")
    return HTMLResponse((await ask(request, Job("picture"))).body)


async def compare(request: Request) -> Response:
    """The sources held against each other."""
    return HTMLResponse((await ask(request, Job("comparison"))).body)


async def queries(request: Request) -> Response:
    """The named queries and the prefixes, for the page."""
    settings: Settings = request.app.state.settings
    about = json.loads((await ask(request, Job("about"))).body)
    listed = [
        {
            "name": q.name,
            "question": q.question,
            "sparql": q.sparql,
            "takes": [{"name": p.name, "default": p.default, "about": p.about} for p in q.parameters],
        }
        for q in named_queries().values()
    ]
    return JSONResponse({**about, "queries": listed, "rows": settings.max_rows, "update": settings.update})


async def filled(request: Request) -> Response:
    """A named query with the address's values put in."""
    values = dict(request.query_params)
    reply = await ask(request, Job("filled", {"name": request.path_params["name"], "values": values}))
    return PlainTextResponse(reply.body)


async def advice(request: Request) -> Response:
    """What is odd about the query in the body."""
    settings: Settings = request.app.state.settings
    content = await requests.body(request, settings.max_body)
    reply = await ask(request, Job("advice", {"sparql": content.decode("utf-8", "replace")}))
    return Response(reply.body, media_type="application/json")
