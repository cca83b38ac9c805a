"""The local page: from dropping a draft to reading the findings and saving the copy."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scr_lint.serve.jobs import MOST_KEPT
from scr_lint.serve.server import make_page
from scr_lint.settings import settings_from

EXAMPLES = Path(__file__).parent.parent / "examples"
# Fewer rules, so that a check takes seconds.
SETTINGS = settings_from({"check": {"select": ["STR", "REC008", "PRV016"]}})


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server, address = make_page(SETTINGS)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield address
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """The page, open; afterwards nothing may have gone wrong or outside."""
    asked, errors = [], []
    context = browser.new_context(accept_downloads=True)
    opened = context.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(address)
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []


@pytest.mark.parametrize("name", ["practice-review.docx", "practice-review.pdf"])
def test_from_a_draft_to_its_findings_and_the_copy(page: Any, tmp_path: Path, name: str) -> None:
    page.set_input_files("#file", EXAMPLES / name)
    page.wait_for_selector("#drafts .ways", timeout=120_000)
    assert "warning" in page.inner_text("#drafts .status")
    with page.expect_popup() as opened:
        page.click("text=Read the findings")
    opened.value.wait_for_load_state()
    assert "STR" in opened.value.content()
    with page.expect_download() as download:
        page.click("#drafts .ways a[download]")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name.startswith("practice-review with findings")
    if saved.suffix == ".docx":
        comments = zipfile.ZipFile(saved).read("word/comments.xml").decode()
        assert "scr-lint" in comments and "STR" in comments
    else:
        assert saved.read_bytes().startswith(b"%PDF-")


def test_a_draft_can_be_dropped_on_the_page(page: Any) -> None:
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["# Findings\\n\\nThe date is TBC."], "draft.md"));
          window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
        }"""
    )
    page.wait_for_selector("#drafts .ways", timeout=120_000)
    assert page.locator("#drafts .ways a").count() == 1  # nothing to annotate in Markdown


def test_trouble_is_said_in_one_sentence(page: Any, tmp_path: Path) -> None:
    wrong = tmp_path / "letter.docx"
    wrong.write_text("This is no Word document.")
    page.set_input_files("#file", wrong)
    page.wait_for_selector("#drafts .trouble", timeout=60_000)
    said = page.inner_text("#drafts .trouble")
    assert "letter.docx" in said and "not a Word document" in said and "Traceback" not in said


def test_the_page_is_fit_for_screen_readers(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in {"serious", "critical"}] == []


def status(address: str, **headers: str) -> int:
    """The status that a request gets."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_nobody_else_gets_in(address: str) -> None:
    root = address.rsplit("/", 2)[0]
    assert status(address) == 200
    assert status(f"{root}/") == 404
    assert status(f"{root}/guess/") == 404
    assert status(f"{root}/%C3%A9/") == 404
    assert status(f"{root}/guess/static/serve.js") == 404
    assert status(address, Host="evil.example") == 404
    assert root.startswith("http://127.0.0.1:")


def test_drafts_that_wait_are_not_forgotten(address: str) -> None:
    places = []
    for number in range(12):
        request = urllib.request.Request(
            f"{address}drafts", data=b"The date is TBC.", headers={"X-File-Name": f"{number}.md"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            places.append(json.load(answer)["progress"])
    root = address.rsplit("/", 2)[0]
    states = set()
    for _ in range(100):
        found = [status(f"{root}{place}") for place in places]
        states |= set(found[-MOST_KEPT:])
        if found[0] != 200 or len(places) <= MOST_KEPT:
            break
        time.sleep(0.1)
    assert states == {200}


def test_no_draft_is_written_to_disk(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was asked for")

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.chdir(tmp_path)
    body = b"# Findings\n\n" + b"The ward was full on every night of that year. " * 40_000
    request = urllib.request.Request(
        f"{address}drafts", data=body, headers={"X-File-Name": "large.md"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.status == 202
    assert list(tmp_path.iterdir()) == []
