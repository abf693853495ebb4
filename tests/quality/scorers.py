"""The scorers that lie beside the gold, as modules."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType


@cache
def scorer(shared: Path, name: str) -> ModuleType:
    """The scorer of that name (`bench/NAME/score.py` in the folder of the gold)."""
    spec = importlib.util.spec_from_file_location(f"{name}_score", shared / f"bench/{name}/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
