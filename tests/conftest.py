"""What holds for all tests: what is imported before the first of them lives to the end, so nothing looks for waste in it."""

import gc

import pytest

gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()
