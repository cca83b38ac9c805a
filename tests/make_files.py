"""Small made files, one for each place in a file where words can stand, and one for each fault.

`python tests/make_files.py FOLDER` writes them all, to open in Word and see for oneself; the tests
build them in a folder of their own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from made_docx import DOCX_PLACES
from made_faults import FAULTS
from made_text import TEXT_PLACES

PLACES = (*DOCX_PLACES, *TEXT_PLACES)


def build(folder: Path) -> None:
    """Writes all files into a folder."""
    for place in PLACES:
        place.make(folder / place.file)
    for fault in FAULTS:
        fault.make(folder / fault.file)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    build(folder)
    print(f"{len(PLACES)} places and {len(FAULTS)} faults are in {folder}")
