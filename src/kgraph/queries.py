"""The queries folder in, named questions out, with parameters that take names instead of IRIs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.graph import KnowledgeGraph
from kgraph.schema import ontology_path

if TYPE_CHECKING:
    from kgraph.graph.remote import Remote

PARAMETER = re.compile(r"^#:\s*(?P<name>\w+)\s*=\s*(?P<default>.*?)(?:\s{2,}(?P<about>.*))?$", re.M)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a named query takes: its default, and what it is."""

    name: str
    default: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A file of the queries folder: a question, the SPARQL that answers it, and what may be put in."""

    name: str
    question: str
    sparql: str
    parameters: tuple[Parameter, ...] = ()

    def fill(self, **values: str) -> str:
        """The SPARQL with parameters put in; raises QueryError for a parameter that the query does not have."""
        text = self.sparql
        known = {p.name: p for p in self.parameters}
        for name, value in values.items():
            if name not in known:
                raise QueryError(f"query {self.name!r} has no parameter {name!r}{_known(name, known)}")
            text = _put(text, known[name], value)
        return text

    def fill_names(self, graph: KnowledgeGraph | Remote, **values: str) -> str:
        """The same, with names as people write them: a part of a name or an IRI becomes the name that is in the graph.

        Raises QueryError too for a name that several things have a part of.
        """
        meant = {k: graph.best_name(v) if k in self.takes_names else v for k, v in values.items()}
        return self.fill(**meant)

    @property
    def takes_names(self) -> frozenset[str]:
        """The parameters whose values are names of things in the graph."""
        return frozenset(p.name for p in self.parameters if f"?{p.name}_name" in self.sparql)


@cache
def named_queries(folder: Path | None = None) -> Mapping[str, NamedQuery]:
    """All named queries in the order of their files; views (CONSTRUCT) among them."""
    paths = sorted((folder or ontology_path() / "queries").glob("*.rq"))
    found = [_read(p) for p in paths]
    return {q.name: q for q in found}


def named_query(name: str) -> NamedQuery:
    """The query of that name; raises QueryError with the closest names."""
    queries = named_queries()
    if name not in queries:
        raise QueryError(f"no query is called {name!r}{_known(name, queries)}; `kgraph queries` lists them")
    return queries[name]


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    question = text.partition("\n")[0].removeprefix("#").strip()
    found = tuple(Parameter(m["name"], m["default"], m["about"] or "") for m in PARAMETER.finditer(text))
    return NamedQuery(re.sub(r"^\d+-", "", path.stem), question, text, found)


def _put(text: str, parameter: Parameter, value: str) -> str:
    """Replaces the quoted default in the VALUES line of the parameter."""
    old, new = _literal(parameter.default), _literal(value)
    pattern = re.compile(rf"(VALUES\s+\?{parameter.name}(?:_name)?\s*\{{[^}}]*?){re.escape(old)}")
    return pattern.sub(lambda m: m[1] + new, text)


def _literal(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _known(name: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; it takes {', '.join(known)}" if known else "; it takes none"
