"""The text of a judgements file in, the user's decisions about who is who out, each with its line."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from kgraph.errors import JudgementError
from kgraph.linking.names import fold

Kind = Literal["same", "different", "rename", "retype", "reject"]
BETWEEN: Mapping[str, str] = {"same": "=", "different": "|", "rename": "->", "retype": "->", "reject": ""}
EXAMPLES: Mapping[str, str] = {
    "same": "same: NAME = NAME", "different": "different: NAME | NAME", "rename": "rename: NAME -> NEW NAME",
    "retype": "retype: NAME -> Person", "reject": "reject: NAME",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: `names` are names or "id:slug"; the last of a renaming is the new name, of a retyping the class."""

    kind: Kind
    names: tuple[str, ...]
    line: int

    @property
    def entities(self) -> tuple[str, ...]:
        """The names that stand for entities of the corpus."""
        return self.names[:1] if self.kind in ("rename", "retype", "reject") else self.names


@dataclass(frozen=True, slots=True)
class Judgements:
    """All decisions of a file in its order; they do not contradict each other."""

    path: str = ""
    items: tuple[Judgement, ...] = ()

    def of(self, *kinds: Kind) -> tuple[Judgement, ...]:
        """The decisions of these kinds."""
        return tuple(j for j in self.items if j.kind in kinds)


def parse(text: str, *, path: str, classes: Iterable[str]) -> Judgements:
    """The decisions in a text, one a line; "#" begins a comment.

    `classes` are those that a retyping may name, as CURIEs. Raises JudgementError with the line of what is no
    judgement, and with both lines of two that contradict each other.
    """
    items = tuple(_judgements(text, path, {c.partition(":")[2].casefold(): c for c in sorted(classes)}))
    for kind in ("rename", "retype"):
        _refuse_two_values([j for j in items if j.kind == kind], path)
    same = [j for j in items if j.kind == "same"]
    for j in items:
        chain = _chain(j, same) if j.kind == "different" else []
        if chain:
            raise contradiction(path, j, chain)
    return Judgements(path, items)


def contradiction(path: str, apart: Judgement, chain: Sequence[Judgement]) -> JudgementError:
    """The error for names that are kept apart by one line and made one by others."""
    lines = ", ".join(f"line {j.line} ({written(j)})" for j in chain)
    return JudgementError(path, apart.line, f"{written(apart)!r} contradicts {lines}; take one of them out")


def written(judgement: Judgement) -> str:
    """The judgement as a line of the file."""
    between = BETWEEN[judgement.kind]
    return f"{judgement.kind}: " + f" {between} ".join(judgement.names)


def key(name: str) -> str:
    """What two ways of writing one reference share."""
    return name.strip().lower() if name.startswith("id:") else fold(name)


def _judgements(text: str, path: str, classes: Mapping[str, str]) -> Iterator[Judgement]:
    for number, whole in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        line = re.sub(r"(?:^|\s)#.*", "", whole).strip()
        if line:
            yield _judgement(line, number, path, classes)


def _judgement(line: str, number: int, path: str, classes: Mapping[str, str]) -> Judgement:
    word, colon, rest = line.partition(":")
    kind = next((k for k in BETWEEN if k == word.strip().lower()), None)
    if kind is None or not colon:
        close = get_close_matches(word.strip().lower(), BETWEEN, n=1)
        hint = f"did you mean {EXAMPLES[close[0]]!r}?" if close else f"write {' or '.join(EXAMPLES.values())}"
        raise JudgementError(path, number, f"{line!r} is no judgement; {hint}")
    between = BETWEEN[kind]
    names = tuple(
        " ".join(n.split()) for n in (re.split(rf"\s+{re.escape(between)}\s+", rest.strip()) if between else [rest])
    )
    wanted = {"reject": (1, 1), "rename": (2, 2), "retype": (2, 2)}.get(kind, (2, 99))
    if not wanted[0] <= len(names) <= wanted[1] or not all(names):
        raise JudgementError(path, number, f"{line!r} is not complete; write {EXAMPLES[kind]!r}")
    if kind == "retype":
        names = (names[0], _class(names[1], number, path, classes))
    return Judgement(kind, names, number)  # type: ignore[arg-type]  # `kind` is one of the literals


def _class(name: str, number: int, path: str, classes: Mapping[str, str]) -> str:
    found = classes.get(name.partition(":")[2].casefold() or name.casefold())
    if found is None:
        close = get_close_matches(name.casefold(), classes, n=1)
        hint = f"did you mean {classes[close[0]]!r}?" if close else f"known are {', '.join(sorted(classes.values()))}"
        raise JudgementError(path, number, f"{name!r} is not a class; {hint}")
    return found


def _refuse_two_values(judgements: Sequence[Judgement], path: str) -> None:
    given: dict[str, Judgement] = {}
    for j in judgements:
        first = given.setdefault(key(j.names[0]), j)
        if first.names[1] != j.names[1]:
            raise contradiction(path, j, [first])


def _chain(apart: Judgement, same: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that make two of the names one which are to be apart, in order; [] if there are none."""
    wanted = [key(n) for n in apart.names]
    for start in wanted:
        ways: dict[str, list[Judgement]] = {start: []}
        ahead = deque([start])
        while ahead:
            at = ahead.popleft()
            for j in same:
                for name in map(key, j.names) if at in map(key, j.names) else ():
                    if name not in ways:
                        ways[name] = [*ways[at], j]
                        ahead.append(name)
        for other in wanted:
            if other != start and other in ways:
                return ways[other]
    return []
