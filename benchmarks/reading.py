"""How long reading takes, beside pdfplumber's `extract_words` and beside a whole check.

    python benchmarks/reading.py FILE_OR_FOLDER …

Prints processor seconds for each file in one run: reading it, pdfplumber's words over the same
pages (PDF), a whole check of it, and the two ratios. The model is loaded before any clock starts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from scr_lint import DraftError, lint, lint_text
from scr_lint.readers import SUFFIXES, read


def seconds(work: Callable[[], object]) -> float:
    """Processor time that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def plumb(path: Path) -> None:
    """pdfplumber's words of all pages."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words()
            page.close()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    paths = [
        file
        for path in parser.parse_args().paths
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
        if file.suffix.lower() in SUFFIXES
    ]
    lint_text("Training should be refreshed by 14 March 2013 for Karen Whitlock.")
    print("reading  pdfplumber  ratio   check  share  file")
    for path in paths:
        try:
            reading = seconds(lambda path=path: read(path))  # type: ignore[misc]
        except DraftError as error:
            print(f"not read: {error}")
            continue
        other = seconds(lambda path=path: plumb(path)) if path.suffix == ".pdf" else 0.0  # type: ignore[misc]
        whole = seconds(lambda path=path: lint(path))  # type: ignore[misc]
        ratio = f"{reading / other:.2f}" if other else "-"
        print(
            f"{reading:7.2f}  {other:10.2f}  {ratio:>5}  {whole:6.2f}  {reading / whole:5.1%}  "
            f"{path.name}"
        )


if __name__ == "__main__":
    main()
