"""kgraph serve, push and query --store, as processes that somebody starts."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from serving import build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built"))


def kgraph(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kgraph", *map(str, words)], capture_output=True, text=True, check=False
    )


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.slow
def test_a_served_graph_takes_another_and_is_asked_by_name_until_it_is_interrupted(
    folder: Path, tmp_path: Path
) -> None:
    port = free_port()
    empty = build(tmp_path)
    words = [sys.executable, "-m", "kgraph", "serve", "-g", str(empty), "--port", str(port), "--update"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as server:
        endpoint = f"http://127.0.0.1:{port}/sparql"
        wait(endpoint, server)
        pushed = kgraph("push", "-g", folder, "--store", endpoint, "--replace")
        asked = kgraph("query", "said", "--who", "moreau", "--store", endpoint, "-f", "csv")
        server.send_signal(signal.SIGINT)
        server.wait(30)

    assert (pushed.returncode, "sent" in pushed.stderr) == (0, True)
    assert (asked.returncode, "We shall not give in," in asked.stdout) == (0, True)


def wait(address: str, server: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail("the server did not come up")


def test_updates_to_a_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    path.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    done = kgraph("serve", "-g", path, "--update")

    assert (done.returncode, "needs a build folder" in done.stderr) == (2, True)


def test_a_store_that_is_not_there_is_an_error_of_one_line(folder: Path) -> None:
    done = kgraph("push", "-g", folder, "--store", "http://127.0.0.1:9/update")

    assert (done.returncode, "no answer" in done.stderr) == (2, True)
