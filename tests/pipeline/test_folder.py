"""A build folder: reused, replaced at one stroke, and whole whenever the process is killed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kgraph.errors import SourceError, StoreError
from kgraph.pipeline.folder import FILES, build_folder

pytestmark = pytest.mark.model

TEXTS = {
    "a.txt": "Mayor opens bridge\n\nThe mayor of Lima, Ana Silva, opened a bridge on Friday. She thanked the engineers.\n",
    "b.txt": "Union calls strike\n\nThe Dockers' Union said on Monday that 300 workers would strike in Callao.\n",
}


def write_sources(folder: Path, texts: dict[str, str] = TEXTS) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in (*FILES, "extractions.jsonl", "report.json")}


def run_build(sources: Path, out: Path, *options: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", "build", str(sources), "-o", str(out), *options]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_a_build_has_all_its_outputs_and_a_report(tmp_path: Path) -> None:
    report = build_folder(write_sources(tmp_path / "in"), tmp_path / "out")

    assert report.articles == 2 and report.fresh
    assert all((tmp_path / "out" / name).exists() for name in (*FILES, "extractions.jsonl", "store"))
    lines = (tmp_path / "out/extractions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [set(json.loads(x)) for x in lines] == [
        {"article", "entities", "mentions", "relations", "events", "statements", "descriptions"}
    ] * 2


def test_unchanged_sources_are_not_built_again(tmp_path: Path) -> None:
    sources = write_sources(tmp_path / "in")
    first = build_folder(sources, tmp_path / "out")

    again = build_folder(sources, tmp_path / "out")

    assert first.fresh and not again.fresh
    assert again.triples == first.triples


def test_a_new_article_reuses_the_extractions_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = write_sources(tmp_path / "in")
    build_folder(sources, tmp_path / "out")
    (sources / "c.txt").write_text("Rain in Quito\n\nIt rained in Quito on Sunday for six hours.\n", encoding="utf-8")
    from kgraph.pipeline import workers

    seen: list[str] = []
    extract_one = workers.extract_one
    monkeypatch.setattr(workers, "extract_one", lambda a, *m: (seen.append(a.path), extract_one(a, *m))[1])

    report = build_folder(sources, tmp_path / "out")

    assert report.articles == 3
    assert seen == ["c.txt"]
    assert len([p for p in (tmp_path / "out/.builds").iterdir() if not p.is_symlink()]) == 1


@pytest.mark.slow
def test_hash_seed_workers_and_order_of_files_change_no_byte(tmp_path: Path) -> None:
    first, second = write_sources(tmp_path / "in"), write_sources(tmp_path / "in2", dict(reversed(TEXTS.items())))

    assert run_build(first, tmp_path / "out", seed="1").returncode == 0
    assert run_build(second, tmp_path / "out2", "--workers", "2", seed="2").returncode == 0

    assert contents(tmp_path / "out") == contents(tmp_path / "out2")


@pytest.mark.slow
def test_a_killed_build_leaves_the_last_one_whole_and_the_next_one_is_the_same(tmp_path: Path) -> None:
    sources, out = write_sources(tmp_path / "in"), tmp_path / "out"
    build_folder(sources, out)
    before = contents(out)
    (sources / "c.txt").write_text("Rain in Quito\n\nIt rained in Quito on Sunday for six hours.\n", encoding="utf-8")
    whole = tmp_path / "whole"
    build_folder(sources, whole)
    chance = random.Random(7)
    for _ in range(4):
        command = [sys.executable, "-m", "kgraph", "build", str(sources), "-o", str(out)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 4.0))
        process.send_signal(signal.SIGKILL)
        process.wait()

        assert contents(out) in (before, contents(whole))

    build_folder(sources, out)
    assert contents(out) == contents(whole)


def test_sources_without_a_single_article_are_an_error_and_the_last_build_stands(tmp_path: Path) -> None:
    build_folder(write_sources(tmp_path / "in"), tmp_path / "out")
    (tmp_path / "none").mkdir()
    (tmp_path / "none/x.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")

    with pytest.raises(SourceError, match="no article"):
        build_folder(tmp_path / "none", tmp_path / "out")
    assert (tmp_path / "out/graph.ttl").is_file()


def test_a_folder_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError, match=r"file.*-o"):
        build_folder(write_sources(tmp_path / "in"), tmp_path / "file")
