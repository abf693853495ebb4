"""The scorers that lie beside the gold, as modules."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType


@cache
def relations_scorer(shared: Path) -> ModuleType:
    """The scorer of relations (`bench/relations/score.py` in the folder of the gold)."""
    spec = importlib.util.spec_from_file_location("relations_score", shared / "bench/relations/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
