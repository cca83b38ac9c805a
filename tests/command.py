"""Calls the command line as its users do, with what it prints and its exit code."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from unittest import mock

from scr_lint import cli


def run_process(*args: object, **env: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, which takes seconds to load the language model."""
    return subprocess.run(
        [sys.executable, "-m", "scr_lint", *map(str, args)],
        capture_output=True,
        text=True,
        env={**_clean(), **env},
        check=False,
    )


def run(*args: object, **env: str) -> subprocess.CompletedProcess[str]:
    """In this process, with the model that is loaded already."""
    call = ["scr-lint", *map(str, args)]
    out, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    code: object = 0
    with (
        mock.patch.dict(os.environ, {**_clean(), **env}, clear=True),
        mock.patch.object(sys, "argv", call),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(errors),
    ):
        try:
            cli.main()
        except SystemExit as exit_:
            code = exit_.code
    texts = []
    for stream in (out, errors):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(call, code if isinstance(code, int) else 0, *texts)


def _clean() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != "CI"}
