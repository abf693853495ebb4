"""Settings in, an ASGI application out: its addresses, what goes with every answer, and its workers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kgraph.server import pages, protocol
from kgraph.server.jobs import Job
from kgraph.server.requests import RefusedError
from kgraph.server.settings import LOOPBACK, Settings
from kgraph.server.workers import START, BusyError, FailedError, LateError, Workers

FILES = Path(__file__).parent / "page"
SAFE = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-cache",  # a new build, or an update, is to be seen at once
    b"content-security-policy": b"frame-ancestors 'none'",
}
UNAVAILABLE = {LateError: 503, BusyError: 503, FailedError: 500}


def application(settings: Settings) -> Starlette:
    """The server of one graph; its workers live as long as it does."""
    workers = Workers(settings.graph, settings.workers)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        await run_sync(workers.ask, Job("about"), START)  # the first question finds it awake
        yield
        workers.close()

    app = Starlette(
        routes=[
            Route("/sparql", protocol.endpoint, methods=["GET", "POST"]),
            Route("/store", protocol.store, methods=["GET"]),
            Route("/", pages.start, methods=["GET"]),
            Route("/entity", pages.entity, methods=["GET"]),
            Route("/graph", pages.graph, methods=["GET"]),
            Route("/compare", pages.compare, methods=["GET"]),
            Route("/queries.json", pages.queries, methods=["GET"]),
            Route("/queries/{name}", pages.filled, methods=["GET"]),
            Route("/advice", pages.advice, methods=["POST"]),
            Mount("/page", StaticFiles(directory=FILES)),
        ],
        middleware=list(_middleware(settings)),
        exception_handlers={RefusedError: _refused, **dict.fromkeys(UNAVAILABLE, _unavailable)},  # type: ignore[dict-item]
        lifespan=life,
    )
    app.state.settings, app.state.workers = settings, workers
    return app


def _middleware(settings: Settings) -> list[Middleware]:
    found = [Middleware(Headers, cors=settings.cors), Middleware(Options)]
    if settings.is_local:  # else a page of the web could reach this machine by a name of its own
        found.append(Middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK), www_redirect=False))
    if settings.cors:
        allowed = ["GET", "HEAD", "POST"]
        shown = ["Kgraph-Complete"]
        found.insert(
            1,
            Middleware(
                CORSMiddleware, allow_origins=["*"], allow_methods=allowed, allow_headers=["*"], expose_headers=shown
            ),
        )
    return found


class Headers:
    """Adds to every answer what keeps a browser from doing more with it than it should."""

    def __init__(self, app: ASGIApp, *, cors: bool) -> None:
        self.app = app
        self.added = {k: v for k, v in SAFE.items() if not (cors and k == b"cross-origin-resource-policy")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {k.lower() for k, _ in message["headers"]}
                message["headers"] = [*message["headers"], *((k, v) for k, v in self.added.items() if k not in there)]
            await send(message)

        await self.app(scope, receive, with_headers)


class Options:
    """Answers OPTIONS with the methods that an address takes, which the answer to no method at all names."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and an answer of 405 back as one of 204."""
        if scope["type"] != "http" or scope["method"] != "OPTIONS":
            await self.app(scope, receive, send)
            return

        async def as_options(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 405:
                kept = [(k, v + b", OPTIONS") for k, v in message["headers"] if k.lower() == b"allow"]
                message = {**message, "status": 204, "headers": kept}
            elif message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app(scope, receive, as_options)


async def _refused(_: Request, error: RefusedError) -> Response:
    return PlainTextResponse(f"{error}\n", status_code=error.status, headers=error.headers)


async def _unavailable(_: Request, error: Exception) -> Response:
    status = UNAVAILABLE[type(error)]  # type: ignore[index]  # called for these alone
    return PlainTextResponse(f"{error}\n", status_code=status, headers={"Retry-After": "5"} if status == 503 else None)
