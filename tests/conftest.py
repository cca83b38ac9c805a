"""Which files of tests take minutes: they run with `-m slow`."""

from __future__ import annotations

import pytest

SLOW = {
    "test_hostile_files",
    "test_html",
    "test_ignoring",
    "test_document_residue",
    "test_notebook",
    "test_places",
    "test_reader_properties",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.stem in SLOW:
            item.add_marker(pytest.mark.slow)
