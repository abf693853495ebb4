"""A request in, what it asks for out: a query or an update with its dataset, as the SPARQL 1.1 Protocol has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.message import Message
from typing import Literal
from urllib.parse import parse_qsl

from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
DIRECT = {"application/sparql-query": "query", "application/sparql-update": "update"}
DATASET = {"query": ("default-graph-uri", "named-graph-uri"), "update": ("using-graph-uri", "using-named-graph-uri")}
Kind = Literal["query", "update"]
Pairs = Sequence[tuple[str, str]]


class RefusedError(Exception):
    """A request that cannot be answered: the HTTP status, why, and headers that go with it."""

    def __init__(self, status: int, reason: str, **headers: str) -> None:
        super().__init__(reason)
        self.status = status
        self.headers = headers


@dataclass(frozen=True, slots=True)
class Operation:
    """What the client wants done: a query or an update, and the graphs to do it on."""

    kind: Kind
    sparql: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def of_address(request: Request) -> Operation | None:
    """The query in the address; None if there is none, which asks for the description of the service."""
    pairs = _pairs(request.url.query.encode(), "the address")
    if not {"query", "update"} & {k for k, _ in pairs}:
        return None
    if any(k == "update" for k, _ in pairs):
        raise RefusedError(400, "an update comes by POST, not in the address")
    return _operation(pairs)


async def of_body(request: Request, most: int) -> Operation:
    """The query or update of a POST, as a form or as it is."""
    kind, charset = _content_type(request.headers.get("content-type", ""))
    if kind != FORM and kind not in DIRECT:
        known = ", ".join((FORM, *DIRECT))
        raise RefusedError(415, f"cannot read {kind or 'a body without a content type'}; send {known}")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise RefusedError(415, f"cannot read the charset {charset}; send UTF-8")
    content = await body(request, most)
    if kind == FORM:
        return _operation(_pairs(content, "the form"))
    pairs = [(DIRECT[kind], _text(content, "the body")), *_pairs(request.url.query.encode(), "the address")]
    return _operation(pairs)


async def body(request: Request, most: int) -> bytes:
    """The body of a request; refuses one that is larger, before it is read in full."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise RefusedError(413, f"the request is larger than {most:,} bytes")
        parts.append(part)
    return b"".join(parts)


def _operation(pairs: Pairs) -> Operation:
    found = [(k, v) for k, v in pairs if k in DATASET]
    if len(found) != 1:
        count = "no query" if not found else "more than one query or update"
        raise RefusedError(400, f"{count} in the request; send one")
    kind: Kind = "update" if found[0][0] == "update" else "query"
    default, named = DATASET[kind]
    wrong = next((k for k, _ in pairs for other in DATASET.values() if k in other and k not in DATASET[kind]), None)
    if wrong:
        raise RefusedError(400, f"{wrong} does not go with a {kind}")
    return Operation(kind, found[0][1], _values(pairs, default), _values(pairs, named))


def _values(pairs: Pairs, name: str) -> tuple[str, ...]:
    return tuple(v for k, v in pairs if k == name)


def _pairs(content: bytes, where: str) -> Pairs:
    try:
        return parse_qsl(content.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError:
        pass  # some clients send UTF-8 without escapes
    except ValueError as error:
        raise RefusedError(400, f"{where} cannot be read: {error}") from error
    return parse_qsl(_text(content, where), keep_blank_values=True, max_num_fields=100)


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"{where} is not UTF-8: {error}") from error


def _content_type(header: str) -> tuple[str, str]:
    message = Message()
    message["content-type"] = header or "none/none"
    return message.get_content_type() if header else "", (message.get_content_charset() or "utf-8").lower()


def single(pairs: Iterable[tuple[str, str]], name: str) -> str:
    """The one value of that name; refuses a request with several, and "" if there is none."""
    found = [v for k, v in pairs if k == name]
    if len(found) > 1:
        raise RefusedError(400, f"{name} stands in the request {len(found)} times; once is enough")
    return found[0] if found else ""
