"""A server of ours, running in a thread of the test, and requests to it that nothing smooths over."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn
from toy import CORPUS, TEXTS

from kgraph.graph import KnowledgeGraph
from kgraph.server import Settings, application


@dataclass(frozen=True)
class Response:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Served:
    """Where the server is."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, accept: str = "", method: str = "GET", **more: Any) -> Response:
        parameters = urlencode(more.pop("params", {}), doseq=True)
        headers = {**more.pop("headers", {}), **({"Accept": accept} if accept else {})}
        return self.send(method, f"{path}?{parameters}" if parameters else path, headers, **more)

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None) -> Response:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, dict(headers))
        found = connection.getresponse()
        response = Response(found.status, {k.lower(): v for k, v in found.getheaders()}, found.read())
        connection.close()
        return response

    def post(
        self, content: str | bytes, media: str, accept: str = "", path: str = "/sparql", **headers: str
    ) -> Response:
        sent = {**({"Content-Type": media} if media else {}), **({"Accept": accept} if accept else {}), **headers}
        return self.send("POST", path, sent, content.encode() if isinstance(content, str) else content)

    def ask(self, sparql: str, accept: str = "application/sparql-results+json") -> Response:
        return self.get("/sparql", accept, params={"query": sparql})


def build(folder: Path) -> Path:
    """A build folder with the toy graph, the page of it included."""
    from kgraph.writers import write

    graph = KnowledgeGraph.from_corpus(CORPUS, path=folder / "store")
    texts = {f"{graph.base}doc/{a.id}": a.text for a in TEXTS.values()}
    write(graph, folder / "graph.html", texts=texts)
    graph.close()
    return folder


@contextmanager
def serving(settings: Settings) -> Iterator[Served]:
    """The server, up and ready until the end of the block."""
    config = uvicorn.Config(application(settings), host="127.0.0.1", port=0, log_level="error", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started and thread.is_alive() and time.monotonic() < deadline:
        time.sleep(0.05)
    try:
        yield Served(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(20)
