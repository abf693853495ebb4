"""Jobs in, replies out, in processes of their own: only a process can be stopped in the middle of a query."""

from __future__ import annotations

import multiprocessing
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.server.jobs import Job, Reply, do, open_graph

Stamp = tuple[int, ...]
START = 60.0  # seconds for a process to come up
_SPAWN = multiprocessing.get_context("spawn")  # a fork would copy the threads' locks


class LateError(KgraphError):
    """A job took longer than it may; its process has been ended."""


class BusyError(KgraphError):
    """All workers were at work for as long as a caller waits."""


class FailedError(KgraphError):
    """A worker could not do a job: its process ended, or the graph cannot be opened."""


class Worker:
    """One process with the graph open; `ask` is for one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.process: multiprocessing.process.BaseProcess | None = None
        self.pipe: Connection | None = None

    def ask(self, job: Job, stamp: Stamp, timeout: float) -> Reply:
        """The reply; raises LateError or FailedError, after which the next job gets a new process."""
        pipe = self._pipe()
        try:
            pipe.send((job, stamp))
            if not pipe.poll(timeout):
                raise LateError(f"no answer within {timeout:g} s; ask for less, with a LIMIT or a narrower pattern")
            reply = pipe.recv()
        except (EOFError, OSError) as error:
            raise FailedError(
                "the process at work on it ended, most likely for want of memory; ask for less"
            ) from error
        except LateError:
            self.stop()
            raise
        if isinstance(reply, Exception):
            raise reply
        return reply  # type: ignore[no-any-return]  # what a pipe gives has no type

    def stop(self) -> None:
        """Ends the process, whatever it is at."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
        if self.pipe is not None:
            self.pipe.close()
        self.process = self.pipe = None

    def _pipe(self) -> Connection:
        if self.process is not None and not self.process.is_alive():
            self.stop()
        if self.pipe is None:
            self.pipe, theirs = _SPAWN.Pipe()
            self.process = _SPAWN.Process(target=work, args=(self.path, theirs), daemon=True)
            self.process.start()
            theirs.close()
            if not self.pipe.poll(START):
                self.stop()
                raise FailedError("a worker did not come up")
            self.pipe.recv()
        return self.pipe


class Workers:
    """Some workers on one graph; a new build, or an update, is seen by the next job."""

    def __init__(self, path: Path, count: int = 2) -> None:
        self.path = path
        self.all = tuple(Worker(path) for _ in range(count))
        self.free: queue.LifoQueue[Worker] = queue.LifoQueue()  # the one last used is warm
        for worker in self.all:
            self.free.put(worker)
        self.updates = 0
        self.writing = threading.Lock()

    def ask(self, job: Job, timeout: float) -> Reply:
        """The reply of the first worker that is free; raises BusyError if none is in time."""
        started = time.monotonic()
        try:
            worker = self.free.get(timeout=timeout)
        except queue.Empty as error:
            raise BusyError("the server is busy; try again in a moment") from error
        try:
            return worker.ask(job, self.stamp(), max(timeout - (time.monotonic() - started), 0.1))
        finally:
            self.free.put(worker)

    def update(self, job: Job, timeout: float) -> Reply:
        """The reply to an update, done by a process of its own that alone opens the store for writing."""
        with self.writing, _once(Worker(self.path)) as worker:
            reply = worker.ask(job, WRITABLE, timeout)
            self.updates += not reply.error
            return reply

    def stamp(self) -> Stamp:
        """What differs when the graph has changed."""
        where = self.path / "store" / "CURRENT" if self.path.is_dir() else self.path
        try:
            found = where.stat()
        except OSError:
            return (self.updates,)
        return (found.st_ino, found.st_mtime_ns, self.updates)

    def close(self) -> None:
        """Ends all processes."""
        for worker in self.all:
            worker.stop()


WRITABLE: Stamp = ()


def work(path: Path, pipe: Connection) -> None:
    """What a worker's process does: a job after the other until its pipe is closed."""
    pipe.send("ready")
    graph, seen = None, None
    while True:
        try:
            job, stamp = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            if graph is None or stamp != seen:
                graph, seen = open_graph(path, writable=stamp == WRITABLE), stamp
            reply: Reply | FailedError = do(graph, job)
        except Exception as error:  # whatever it is, the one who asked is to hear of it
            reply = FailedError(str(error) if isinstance(error, KgraphError) else f"{type(error).__name__}: {error}")
        pipe.send(reply)


@contextmanager
def _once(worker: Worker) -> Iterator[Worker]:
    try:
        yield worker
    finally:
        worker.stop()
