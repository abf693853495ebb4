"""The house stands: imports point down, each library stays on its floor, the modules stay small."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kgraph

SOURCE = Path(__file__).resolve().parents[1] / "src" / "kgraph"
FLOORS = {
    "model": 0, "errors": 0, "schema": 1,
    "readers": 2, "annotation": 2, "extraction": 2, "linking": 2, "graph": 2,
    "writers": 3, "checks": 3, "views": 3, "queries": 3, "comparison": 3,
    "pipeline": 4, "asking": 4, "cli": 5, "server": 5, "training": 5, "__main__": 6,
}  # fmt: skip
HOMES = {
    "spacy": {"annotation", "extraction", "training", "pipeline"},
    "rdflib": {"graph", "writers", "checks", "cli"},
    "pyoxigraph": {"schema", "graph", "writers", "checks"},
    "pyvis": {"writers"},
    "typer": {"cli"},
    "rich": {"cli", "training"},
    "starlette": {"server"},
    "uvicorn": {"cli"},
    "onnxruntime": {"annotation", "training"},
    "tokenizers": {"annotation", "training"},
    "torch": {"training"},
}
BROTHERS = {"readers", "annotation", "extraction", "linking", "graph"}
LONGEST = 400


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements under a node; going through their expressions too would take ten times as long."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        for inner in getattr(node, field, ()):
            yield inner
            yield from statements(inner)


@cache
def contents(path: Path) -> tuple[tuple[str, ...], str]:
    """What a module imports, and its docstring."""
    tree, found = ast.parse(path.read_text(encoding="utf-8")), list[str]()
    for node in statements(tree):
        if isinstance(node, ast.Import):
            found += (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.append(node.module)
    return tuple(found), ast.get_docstring(tree) or ""


def imports(path: Path) -> tuple[str, ...]:
    return contents(path)[0]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    if room(path) == "__init__":
        return
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "kgraph" or len(parts) == 1 or parts[1] == here:
            continue
        below = FLOORS[parts[1]] < FLOORS[here]
        stands_on = here in {"writers", "checks"} and parts[1] in {"views", "comparison"}
        starts = (here, parts[1]) == ("cli", "server")

        assert below or stands_on or starts, f"{path.relative_to(SOURCE)} ({here}) imports {name}"
        assert not (here in BROTHERS and parts[1] in BROTHERS)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_each_library_stays_on_its_floor(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]

        assert room(path) in HOMES.get(library, {room(path)}), f"{path.relative_to(SOURCE)} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_is_one_idea_of_at_most_400_lines_and_says_what_it_does(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert contents(path)[1], "a module opens with one sentence"


def test_importing_kgraph_loads_no_heavy_library() -> None:
    code = "import sys, kgraph; print([m for m in ('spacy', 'rdflib', 'pyvis', 'pyoxigraph') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_asking_the_graph_does_not_load_spacy() -> None:
    code = "import sys, kgraph.cli.commands, kgraph.graph, kgraph.queries; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("name", kgraph.__all__)
def test_every_public_name_can_be_had_and_says_what_it_gives(name: str) -> None:
    assert getattr(kgraph, name).__doc__
