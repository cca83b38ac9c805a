"""Nothing reaches for the network: neither we nor a dependency, not even on the first run."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

CHECK = """
import os, socket, sys, tempfile

os.environ["TLDEXTRACT_CACHE"] = tempfile.mkdtemp()  # what an earlier run kept must not help

def refuse(*args, **kwargs):
    raise SystemExit(f"network attempt: {args!r}")

socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse

import scr_lint
from scr_lint.evaluation.others import presidio_default

assert presidio_default().analyze("Write to jo.bloggs@northmoor.example.org.", language="en")
result = scr_lint.lint_text(
    "# Analysis\\n\\nWrite to jo.bloggs@northmoor.example or see https://northmoor.example/a. "
    "Mrs Okonkwo rang 01632 960123 about NHS number 999 123 4560 at LS14 6AB.\\n"
)
sys.exit(0 if len(result.findings) >= 2 else "nothing was found")
"""


def test_no_connection_is_attempted() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHECK], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_everything_works_with_the_network_taken_away() -> None:
    unshare = shutil.which("unshare")
    if not unshare or subprocess.run([unshare, "-n", "true"], check=False).returncode:
        pytest.skip("unshare -n is not allowed here")
    done = subprocess.run(
        [unshare, "-n", sys.executable, "-c", CHECK], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr
