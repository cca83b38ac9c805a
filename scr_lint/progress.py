"""Says on standard error what is being done, but only once it takes more than a second."""

from __future__ import annotations

import threading
from types import TracebackType

from rich.console import Console

DELAY = 1.0


class Reporter:
    """Call it with a few words at each step; "" says that results are about to be shown.

    On a terminal the words stand beside a spinner and go away afterwards; elsewhere each step is
    a line. Nothing of the draft's text is ever shown.
    """

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._status = self._console.status("")
        self._timer: threading.Timer | None = None
        self._words = ""
        self._shown = False

    def __enter__(self) -> Reporter:
        return self

    def __call__(self, words: str) -> None:
        self._words = words
        if not words:
            self._stop()
        elif self._shown:
            self._show()
        elif self._timer is None:
            self._timer = threading.Timer(DELAY, self._show)
            self._timer.daemon = True
            self._timer.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def _show(self) -> None:
        self._shown = True
        if self._console.is_terminal:
            self._status.update(f"{self._words} …")
            self._status.start()
        else:
            self._console.print(f"scr-lint: {self._words} …", markup=False, highlight=False)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._status.stop()
        self._shown = False
