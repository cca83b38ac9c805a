"""Files that are damaged, in disguise or made to do harm: one plain sentence each, and quickly."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import docx_builder as word
import pytest
from command import run
from docx_builder import p
from made_faults import FAULTS, Fault

from scr_lint.draft import Visibility
from scr_lint.errors import DraftError, NotADraft, NotFound
from scr_lint.readers import find_drafts, read

_SECONDS = 10  # a bound against hanging, with room for a busy machine


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.file)
def test_each_fault_is_one_plain_sentence(fault: Fault, tmp_path: Path) -> None:
    path = tmp_path / fault.file
    fault.make(path)
    started = time.perf_counter()
    with pytest.raises(fault.error) as caught:
        read(path)
    assert time.perf_counter() - started < _SECONDS
    message = caught.value.message
    assert fault.says in message
    assert message.startswith(str(path))
    assert message.count("\n") == 0
    for word_ in ("Error", "Traceback", "lxml", "zipfile", "None", "0x"):
        assert word_ not in message.replace(str(path), "")


@pytest.mark.parametrize("name", ["bomb.docx", "many-parts.docx", "billion-laughs.docx"])
def test_a_bomb_is_refused_in_little_memory(name: str, tmp_path: Path) -> None:
    (fault,) = [fault for fault in FAULTS if fault.file == name]
    fault.make(tmp_path / name)
    code = (
        "import resource, sys; from scr_lint.readers import read; from scr_lint import DraftError\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: read(sys.argv[1])\n"
        "except DraftError: pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / name], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 150 * 1024, "more than 150 MB"


def test_the_command_line_says_it_and_goes_on(tmp_path: Path) -> None:
    for fault in FAULTS:
        fault.make(tmp_path / fault.file)
    (tmp_path / "good.md").write_text("# Analysis\n\nThe worker rang.\n")
    done = run(tmp_path, "--select", "STR008", "--quiet")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    readable = [f for f in FAULTS if Path(f.file).suffix in {".docx", ".pdf", ".md", ".txt"}]
    assert len([line for line in done.stderr.splitlines() if line.strip()]) >= len(readable)


# What must not be followed


def test_parts_are_never_looked_for_outside_the_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<w:styles {word.NAMESPACES}>Karen</w:styles>")
    path = word.write(tmp_path / "draft.docx", p("The child was seen."))
    for target in (f"../../..{secret}", str(secret), f"file://{secret}"):
        _change(path, "word/_rels/document.xml.rels", "styles.xml", target)
        draft = read(path)
        assert [b.text for b in draft.blocks] == ["The child was seen."]
        _change(path, "word/_rels/document.xml.rels", target, "styles.xml")


def test_names_that_lead_out_of_the_file_write_nothing(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = word.write(inside / "draft.docx", p("The child was seen."))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../evil.xml", "x")
        archive.writestr("/etc/evil.xml", "x")
    assert [b.text for b in read(path).blocks] == ["The child was seen."]
    assert sorted(f.name for f in tmp_path.rglob("*")) == ["draft.docx", "inside"]


def test_links_and_pictures_on_the_web_are_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    link = '<w:hyperlink r:id="rIdLink"><w:r><w:t>page</w:t></w:r></w:hyperlink>'
    read(word.write(tmp_path / "a.docx", p(link), links={"rIdLink": "http://a.example/x"}))
    (tmp_path / "a.md").write_text("![x](http://a.example/x.png)\n")
    read(tmp_path / "a.md")


def test_styles_and_notes_that_go_in_circles_end(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/>'
        f'<w:link w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    note = word.note("footnote", 2, p("Note.", word.reference("footnote", 2)))
    path = word.write(
        tmp_path / "draft.docx",
        p("The child was seen.", word.reference("footnote", 2), style="A"),
        styles=styles,
        parts={"rIdFootnotes": ("footnotes", note)},
    )
    assert [b.text for b in read(path).blocks] == ["The child was seen.", "Note."]


def test_a_part_that_names_itself_ends(tmp_path: Path) -> None:
    inside = '<c:chart r:id="rIdChart"/>'
    chart = f'<?xml version="1.0"?><c:chartSpace {word.NAMESPACES}>{inside}</c:chartSpace>'
    drawing = '<w:r><w:drawing><wp:inline><c:chart r:id="rIdChart"/></wp:inline></w:drawing></w:r>'
    path = word.write(tmp_path / "draft.docx", p(drawing), parts={"rIdChart": ("chart", chart)})
    _change(path, "word/_rels/document.xml.rels", "charts/chart.xml", "document.xml")
    draft = read(path)
    assert len(draft.blocks) <= 1


@pytest.mark.parametrize(
    "source",
    [
        "[" * 20_000,
        "> " * 5_000 + "x",
        "*" * 50_000 + "x",
        "![" * 10_000 + "](" * 10_000,
        "- " * 3_000 + "x",
        "<!--" * 20_000,
        "`" * 30_000 + "x" + "`" * 29_999,
        "|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|b" * 3_000,
        "[^1]" * 2_000 + "\n\n[^1]: x[^1]\n",
        "x" * 600_000,
        "\u0301" * 100_000,
        "1." * 50_000 + " x",
        "&amp;" * 50_000,
        "---\n" + "a: b\n" * 20_000,
    ],
    ids=lambda source: source[:8].replace("\n", " "),
)
def test_markdown_made_to_be_slow_is_not(source: str, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(source, encoding="utf-8")
    started = time.perf_counter()
    with suppress(DraftError):
        read(path)
    assert time.perf_counter() - started < _SECONDS


# Paths


def test_a_folder_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "draft.docx"
    folder.mkdir()
    with pytest.raises(NotADraft, match="is a folder"):
        read(folder)
    with pytest.raises(NotFound, match="no draft in the folder"):
        list(find_drafts([folder]))
    (folder / "draft.md").mkdir()
    (folder / "real.md").write_text("Text.\n")
    assert [f.name for f in find_drafts([tmp_path])] == ["real.md"]


def test_symbolic_links(tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_text("The child was seen.\n")
    (tmp_path / "to-file.md").symlink_to(real)
    (tmp_path / "nowhere.md").symlink_to(tmp_path / "gone.md")
    (tmp_path / "itself.md").symlink_to(tmp_path / "itself.md")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert read(tmp_path / "to-file.md").words == 4
    for name in ("nowhere.md", "itself.md"):
        with pytest.raises(DraftError) as caught:
            read(tmp_path / name)
        assert str(tmp_path / name) in caught.value.message
    found = [f.relative_to(tmp_path).as_posix() for f in find_drafts([tmp_path])]
    assert found == ["itself.md", "nowhere.md", "real.md", "to-file.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(DraftError, match="a pipe or a device"):
        read(tmp_path / "pipe.md")


@pytest.mark.skipif(os.getuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("Text.\n")
    path.chmod(0)
    with pytest.raises(DraftError, match="could not be opened"):
        read(path)


def test_odd_names(tmp_path: Path) -> None:
    for name in ("Überblick – Child T’s.md", "a\nb.md", " .md", "-x.md", "x" * 200 + ".MD"):
        path = tmp_path / name
        path.write_text("The child was seen.\n")
        assert [b.visibility for b in read(path).blocks] == [Visibility.SHOWN]
    with pytest.raises(DraftError):
        read("nul\0byte.md")
    with pytest.raises(DraftError):
        read(tmp_path / ("x" * 5000 + ".md"))


def _change(path: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


# Paragraphs that a pattern could read in too many ways

_MANY_WAYS = (
    "THE BOARD ASKED FOR THIS REVIEW UNDER THE CHILDREN ACT AND WISHES TO THANK THE NSPCC AND ALL OF "
    "THE PRACTITIONERS AND MANAGERS WHO TOOK PART IN IT. " * 4,
    "NSPCC AND " + "BARROWFIELD, " * 100,
    "Ormsby, J. and Penhale, K., " * 60,
)


def test_such_paragraphs_are_linted_in_good_time(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("# Analysis\n\n" + "\n\n".join(_MANY_WAYS) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "scr_lint", "check", str(path), "--select", "ACR001,PRV001"]
    subprocess.run(command, timeout=120, capture_output=True, check=False)
