"""Requests of the SPARQL 1.1 Protocol and the Graph Store Protocol in, responses out."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kgraph.graph.wire import gives_graph
from kgraph.server import requests
from kgraph.server.jobs import Job, Reply
from kgraph.server.negotiation import GRAPH, ROWS, choose, content_type
from kgraph.server.requests import Operation, RefusedError
from kgraph.server.settings import Settings
from kgraph.server.workers import Workers

VARY = {"Vary": "Accept"}
DESCRIBED = {**GRAPH, "text/html": "html"}


async def endpoint(request: Request) -> Response:
    """The SPARQL endpoint: a query's answer, an update's, or the description of the service."""
    settings: Settings = request.app.state.settings
    if request.method == "POST":
        operation = await requests.of_body(request, settings.max_body)
        return await (_update if operation.kind == "update" else _query)(request, operation)
    found = requests.of_address(request)
    return await (_describe(request) if found is None else _query(request, found))


async def store(request: Request) -> Response:
    """The Graph Store Protocol, to read: the default graph, or a named one."""
    pairs = request.query_params.multi_items()
    names = {k for k, _ in pairs} & {"default", "graph"}
    if len(names) != 1:
        raise RefusedError(400, "say which graph: ?default, or ?graph= and its IRI")
    name = "" if names == {"default"} else requests.single(pairs, "graph")
    if names == {"graph"} and not urlsplit(name).scheme:
        raise RefusedError(400, f"{name!r} is no absolute IRI of a graph")
    media = accepted(request, GRAPH)
    reply = await ask(request, Job("triples", {"form": GRAPH[media], "name": name}))
    return Response(reply.body, headers={**VARY, "Content-Type": content_type(media)})


async def ask(request: Request, job: Job) -> Reply:
    """A worker's reply to a job; refuses with what was wrong if it could not be done."""
    settings: Settings = request.app.state.settings
    workers: Workers = request.app.state.workers
    reply = await run_sync(workers.update if job.name == "update" else workers.ask, job, settings.timeout)
    if reply.error:
        raise RefusedError(404 if reply.missing else 400, reply.error)
    return reply


def accepted(request: Request, offered: Mapping[str, str]) -> str:
    """The media type to answer in; refuses if the client wants none that there is."""
    media = choose(",".join(request.headers.getlist("accept")), offered)
    if media is None:
        raise RefusedError(406, f"there is {', '.join(offered)}", **VARY)
    return media


async def _query(request: Request, operation: Operation) -> Response:
    settings: Settings = request.app.state.settings
    offered = GRAPH if gives_graph(operation.sparql) else ROWS
    media = accepted(request, offered)
    values = {
        "sparql": operation.sparql,
        "form": offered[media],
        "limit": settings.max_rows,
        "default": operation.default,
        "named": operation.named,
    }
    reply = await ask(request, Job("query", values))
    headers = {**VARY, "Content-Type": content_type(media)}
    return Response(reply.body, headers=headers if reply.complete else {**headers, "Kgraph-Complete": "false"})


async def _update(request: Request, operation: Operation) -> Response:
    settings: Settings = request.app.state.settings
    if not settings.update:
        raise RefusedError(403, "this server only answers; `kgraph serve --update` takes updates")
    origin = request.headers.get("origin", "")
    if origin and not settings.cors and urlsplit(origin).netloc != request.headers.get("host"):
        raise RefusedError(403, f"a page of {origin} may not change the graph")
    if operation.default or operation.named:
        raise RefusedError(400, "say in the update which graphs it is on: USING or WITH")
    await ask(request, Job("update", {"sparql": operation.sparql}))
    return Response(status_code=204)


async def _describe(request: Request) -> Response:
    settings: Settings = request.app.state.settings
    media = accepted(request, DESCRIBED)
    if media == "text/html":
        return RedirectResponse(request.url_for("start"), status_code=303, headers=VARY)
    endpoint = str(request.url.replace(query="", fragment=""))
    reply = await ask(
        request, Job("service", {"form": GRAPH[media], "endpoint": endpoint, "may_update": settings.update})
    )
    return Response(reply.body, headers={**VARY, "Content-Type": content_type(media)})
