"""Pipelines are loaded, or refused with what would work."""

from pathlib import Path

import pytest
import spacy

from kgraph.annotation import load_pipeline
from kgraph.annotation.loading import SHIPPED
from kgraph.errors import ModelError


def test_a_missing_pipeline_is_refused_with_what_would_work() -> None:
    with pytest.raises(ModelError, match=r"no_such_pipeline.*Leave --model out"):
        load_pipeline("no_such_pipeline")


def test_a_pipeline_without_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(ModelError, match=r"no parser \(token.dep\) and no ner"):
        load_pipeline(str(tmp_path / "blank"))


def test_the_model_is_packaged_with_its_card() -> None:
    assert {"config.cfg", "meta.json", "README.md"} <= {path.name for path in SHIPPED.iterdir()}
