"""The drafts being checked: one after the other, the last few kept, all in memory."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ..errors import DraftError, SettingsError
from ..linter import lint
from ..result import LintResult
from ..settings import Settings
from ..writers import html

#: Checked drafts kept at a time; the oldest is forgotten for a new one.
MOST_KEPT = 8


class State(StrEnum):
    """How far a draft has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass
class Job:
    """A draft that somebody dropped on the page, and what has become of it.

    `doing` says in a few words what is being done; `message` what went wrong.
    """

    name: str
    data: bytes
    state: State = State.WAITING
    doing: str = "waiting for its turn"
    message: str = ""
    result: LintResult | None = None
    page: str = ""

    def copy_with_findings(self) -> tuple[bytes, str]:
        """The annotated copy of a checked draft, and a name for it. Raises DraftError."""
        if self.result is None:
            raise DraftError(self.name, f"{self.name} has not been checked yet.")
        if self.result.draft.format == "pdf":
            from ..writers.pdf import annotated
        else:
            from ..writers.word import annotated
        made, _ = annotated(self.result, self.data)
        path = Path(self.name)
        return made, f"{path.stem} with findings{path.suffix}"


class Jobs:
    """All drafts of one run of the program. Several threads may ask at once; one draft at a time
    is checked."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._kept = threading.Lock()
        self._turn = threading.Lock()

    def add(self, name: str, data: bytes) -> str:
        """Takes a draft and begins to check it; its id comes back at once."""
        job = Job(name, data)
        key = secrets.token_urlsafe(12)
        with self._kept:
            self._jobs[key] = job
            finished = [k for k, j in self._jobs.items() if j.state in {State.DONE, State.FAILED}]
            for old in finished[: max(len(self._jobs) - MOST_KEPT, 0)]:
                del self._jobs[old]
        threading.Thread(target=self._check, args=(job,), daemon=True).start()
        return key

    def get(self, key: str) -> Job | None:
        """A draft by its id; None for one that is not known, or forgotten."""
        with self._kept:
            return self._jobs.get(key)

    def _check(self, job: Job) -> None:
        with self._turn:
            job.state = State.RUNNING

            def say(doing: str) -> None:
                job.doing = doing

            try:
                result = lint(job.name, data=job.data, settings=self._settings, progress=say)
                say("making the page")
                job.page = html.render(result)
                job.result = result
                job.state = State.DONE
            except (DraftError, SettingsError) as error:
                job.message, job.state = str(error), State.FAILED
            except Exception as error:
                # The page must always get an answer; no word of the draft goes into it.
                job.message = f"Something went wrong in scr-lint ({type(error).__name__})."
                job.state = State.FAILED
