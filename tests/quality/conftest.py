"""Where the hand-made gold lies: in a folder `shared` beside the repository, or where KGRAPH_SHARED says."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("the gold standard and the original articles are not in this repository (set KGRAPH_SHARED)")
    return folder
