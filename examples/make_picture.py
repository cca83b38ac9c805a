"""Makes docs/terminal.svg, the picture of the terminal result in the README, from an example.

python examples/make_picture.py
"""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

from rich.console import Console

from scr_lint import lint
from scr_lint.settings import settings_from
from scr_lint.writers.terminal import print_result

HERE = Path(__file__).parent
PICTURE = HERE.parent / "docs" / "terminal.svg"
#: Enough rules to show the form, few enough for one picture.
SHOWN = settings_from({"check": {"select": ["PRV002", "REC001", "FND002", "TON001", "REC008"]}})


def main() -> None:
    """Lints the example with a handful of rules and exports what the terminal shows."""
    with contextlib.chdir(HERE):
        result = lint("practice-review.docx", settings=SHOWN)
    console = Console(record=True, width=104, file=io.StringIO(), force_terminal=True)
    print_result(console, result)
    svg = console.export_svg(title="scr-lint practice-review.docx", unique_id="scr-lint")
    # The font is asked for by name only: a picture must not load anything.
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
