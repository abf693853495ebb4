"""Two real SPARQL servers, started for the tests where they are installed: Oxigraph's own and Virtuoso."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 90.0
VIRTUOSO = """[Database]
DatabaseFile = DIR/virtuoso.db
ErrorLogFile = DIR/virtuoso.log
LockFile = DIR/virtuoso.lck
TransactionFile = DIR/virtuoso.trx
xa_persistent_file = DIR/virtuoso.pxa
[TempDatabase]
DatabaseFile = DIR/virtuoso-temp.db
TransactionFile = DIR/virtuoso-temp.trx
[Parameters]
ServerPort = SQL_PORT
NumberOfBuffers = 10000
DirsAllowed = DIR
[HTTPServer]
ServerPort = HTTP_PORT
ServerRoot = DIR
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 100000
"""


@dataclass(frozen=True)
class Endpoint:
    """A server that runs: where it is asked, where it takes updates and whole graphs, and which graph is ours."""

    query: str
    update: str
    graph_store: str
    name: str = ""


@contextmanager
def oxigraph(folder: Path) -> Iterator[Endpoint]:
    program = _installed("oxigraph", "pip install oxigraph")
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with _running([program, "serve", "--bind", f"127.0.0.1:{port}"], folder, f"{address}/query?query=ASK%7B%7D"):
        yield Endpoint(f"{address}/query", f"{address}/update", f"{address}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Endpoint]:
    program = _installed("virtuoso-t", "apt install virtuoso-opensource-7")
    sql, port = _free_port(), _free_port()
    settings = VIRTUOSO.replace("DIR", str(folder)).replace("SQL_PORT", str(sql)).replace("HTTP_PORT", str(port))
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    place = f"127.0.0.1:{port}"
    with _running(
        [program, "+foreground", "+configfile", "virtuoso.ini"], folder, f"http://{place}/sparql?query=ASK%7B%7D"
    ):
        mine = f"http://dba:dba@{place}"  # the account that every new Virtuoso has
        yield Endpoint(f"http://{place}/sparql", f"{mine}/sparql-auth", f"{mine}/sparql-graph-crud-auth", "urn:x:news")


SERVERS = {"oxigraph": oxigraph, "virtuoso": virtuoso}


def _installed(program: str, how: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed: {how}")
    return found


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _running(command: Sequence[str], folder: Path, answers: str) -> Iterator[None]:
    with (folder / "output.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(process, answers, folder / "output.log")
            yield
        finally:
            process.terminate()
            process.wait(30)


def _wait(process: subprocess.Popen[bytes], answers: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(answers, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server did not come up: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
