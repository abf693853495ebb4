"""What README says works: every command and every line of Python in it runs, and every name is there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kgraph
from kgraph.cli.commands import COMMANDS, app, register

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.S)


def commands() -> list[str]:
    lines = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]
    return [
        line.removeprefix("pip install -e . && ") for line in lines if line and not line.startswith("pip install -e '")
    ]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


@pytest.mark.model
def test_every_command_of_the_readme_runs_in_its_order(place: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for command in commands():
        done = subprocess.run(
            command, shell=True, cwd=place, env=environment, capture_output=True, text=True, check=False
        )

        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


@pytest.mark.model
@pytest.mark.parametrize("code", [block for kind, block in BLOCKS if kind == "python"])
def test_every_piece_of_python_in_the_readme_runs(code: str, place: Path) -> None:
    (place / "output").mkdir(exist_ok=True)
    done = subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_the_readme_names_every_command_and_every_public_name() -> None:
    register([])
    names = {c.name or (c.callback.__name__ if c.callback else "") for c in app.registered_commands}

    assert names == COMMANDS.keys()
    assert {n for n in names if f"`kgraph {n}" not in README} == set()
    assert {n for n in kgraph.__all__ if f"kgraph.{n}" not in README} == set()


def test_the_files_that_the_readme_points_to_are_there() -> None:
    links = [x for x in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in x]

    assert [x for x in links if not (ROOT / x).exists()] == []
