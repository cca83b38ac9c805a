"""What is installed is all there is: no package or term list is left out."""

from __future__ import annotations

import tomllib
from importlib.metadata import version
from pathlib import Path

import scr_lint

ROOT = Path(__file__).parent.parent
SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_folder_of_code_is_packaged() -> None:
    engine = {p.parent.relative_to(ROOT) for p in (ROOT / "scr_lint").rglob("__init__.py")}
    rules = {p.parent.relative_to(ROOT) for p in (ROOT / "rules").rglob("__init__.py")}
    names = {".".join(p.parts) for p in engine} | {"scr_lint." + ".".join(p.parts) for p in rules}
    names.add("scr_lint.corpora")  # of which only the page of scores is packaged
    assert set(SETUP["tool"]["setuptools"]["packages"]) == names


def test_catalogue_is_the_one_made_from_the_rules() -> None:
    from scr_lint.catalogue import catalogue

    assert (ROOT / "rules" / "README.md").read_text(encoding="utf-8") == catalogue()


def test_version_is_the_installed_one() -> None:
    assert scr_lint.__version__ == version("scr-lint")
