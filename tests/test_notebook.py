"""The example notebook runs from top to bottom."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parent.parent / "examples" / "editorial_review.ipynb"


@pytest.fixture(scope="module")
def executed() -> nbformat.NotebookNode:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    folder = {"metadata": {"path": str(NOTEBOOK.parent)}}
    return NotebookClient(notebook, timeout=180, resources=folder).execute()


def test_result_shows_itself_as_a_table(executed: nbformat.NotebookNode) -> None:
    shown = [o.data for c in executed.cells for o in c.get("outputs", []) if "data" in o]
    assert any("<table" in data.get("text/html", "") for data in shown)
    assert any("image/png" in data for data in shown)


def test_notebook_is_kept_without_outputs() -> None:
    kept = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.get("outputs") for cell in kept.cells)
