"""What holds of every draft and of every damaged file, tried on drafts that nobody thought of."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count, pairwise
from pathlib import Path

import docx_builder as word
import pytest
from docx_builder import p, row, run, table
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scr_lint import lint
from scr_lint.draft import Draft, Kind, Visibility
from scr_lint.errors import DraftError
from scr_lint.readers import read
from scr_lint.readers.clean import clean
from scr_lint.settings import settings_from
from scr_lint.structure.sections import with_structure

EXAMPLES = Path(__file__).parent.parent / "examples"
_SECONDS = 10
_SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    f'<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="{36 - 4 * level}"/></w:rPr></w:style>'
    for level in (1, 2, 3)
) + (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:before="120" w:after="120"/></w:pPr></w:style>'
)
_LISTS = word.lists(
    (word.level(0, "%1"), word.level(1, "%1.%2")),
    word.level(0, "•", "bullet"),
    word.level(0, "Finding %1:"),
)

# Random drafts

_LETTERS = "abcdefghijklmnopqrstuvwxyzàéîöüßñçøåŵŷ"
_ODD = ("e\u0301", "w\u0302", "o\u0308", "\u00ad", "\u200b", "ﬁ", "😀", "Ж", "字")
_word = st.builds(
    "".join,
    st.lists(st.one_of(st.sampled_from(_LETTERS), st.sampled_from(_ODD)), min_size=1, max_size=8),
).filter(lambda text: clean(text)[0] != "")
_JOINS = (" ", " ", " ", "\u00a0", " – ", ", ", "’s ", " “so” ", "-", "\u2009", "  ")


@st.composite
def _words(draw: st.DrawFn, most: int = 12) -> str:
    text = "Worda" + draw(_word)
    for part in draw(st.lists(_word, max_size=most - 1)):
        text += draw(st.sampled_from(_JOINS)) + part
    return text


@dataclass(frozen=True)
class Item:
    """One thing in a random draft; `rows` are a table's, `note` a footnote's."""

    kind: str
    text: str = ""
    level: int = 1
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    cuts: tuple[int, ...] = field(default=())


@st.composite
def _item(draw: st.DrawFn) -> Item:
    kind = draw(st.sampled_from(("heading", "numbered", "bullet", "finding", "plain", "table")))
    if kind == "table":
        width = draw(st.integers(2, 3))
        cells = st.tuples(*[_words(most=4)] * width)
        return Item(kind, rows=tuple(draw(st.lists(cells, min_size=2, max_size=3))))
    if kind == "heading":
        return Item(kind, draw(_words(most=6)), level=draw(st.integers(1, 3)))
    text = draw(_words()) + draw(st.sampled_from(("", ".", "?", "…", ".”")))
    note = draw(st.one_of(st.just(""), _words(most=5)))
    cuts = tuple(sorted(draw(st.lists(st.integers(0, len(text)), max_size=3))))
    return Item(kind, text, note=note, cuts=cuts)


_drafts = st.lists(_item(), min_size=1, max_size=12)


def _runs(item: Item) -> list[str]:
    """The text in several runs, as Word leaves it after editing."""
    places = [0, *item.cuts, len(item.text)]
    looks = ("", "<w:b/>", "<w:i/>", "")
    return [
        run(item.text[start:end], looks[at % 4])
        for at, (start, end) in enumerate(pairwise(places))
        if item.text[start:end]
    ]


def _write_docx(path: Path, items: list[Item]) -> Path:
    body: list[str] = []
    notes: list[str] = []
    lists = {"numbered": (1, 0), "bullet": (2, 0), "finding": (3, 0)}
    for item in items:
        if item.kind == "heading":
            body.append(p(item.text, style=f"Heading{item.level}"))
        elif item.kind == "table":
            body.append(table(*(row(*cells) for cells in item.rows)))
        else:
            runs = _runs(item)
            if item.note:
                notes.append(word.note("footnote", len(notes) + 1, item.note))
                runs.append(word.reference("footnote", len(notes)))
            body.append(p(*runs, number=lists.get(item.kind)))
    return word.write(
        path,
        *body,
        styles=_STYLES,
        numbering=_LISTS,
        parts={"rIdFootnotes": ("footnotes", "".join(notes))} if notes else None,
    )


def _expected(items: list[Item]) -> list[tuple[str, str, str]]:
    """What a reader has to give: the kind of thing, its number, its words."""
    found: list[tuple[str, str, str]] = []
    numbers, findings, notes = count(1), count(1), count(1)
    for item in items:
        if item.kind == "table":
            found += [("cell", "", clean(text)[0]) for cells in item.rows for text in cells]
            continue
        number = ""
        if item.kind == "numbered":
            number = str(next(numbers))
        elif item.kind == "bullet":
            number = "•"
        elif item.kind == "finding":
            number = f"Finding {next(findings)}:"
        found.append((item.kind, number, clean(item.text)[0]))
        if item.note:
            found.append(("footnote", str(next(notes)), clean(item.note)[0]))
    return found


_KINDS = {
    Kind.HEADING: {"heading"},
    Kind.CELL: {"cell"},
    Kind.FOOTNOTE: {"footnote"},
    Kind.LIST_ITEM: {"bullet", "numbered"},
    Kind.PARAGRAPH: {"plain", "finding", "numbered"},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("random")


@_SETTINGS
@given(items=_drafts)
def test_a_random_draft_reads_back_from_word(items: list[Item], folder: Path) -> None:
    draft = with_structure(read(_write_docx(folder / "draft.docx", items)))
    expected = _expected(items)
    assert [(b.number, b.text) for b in draft.blocks] == [(n, text) for _, n, text in expected]
    for block, (kind, _, _) in zip(draft.blocks, expected, strict=True):
        # a short line all in bold, with a number or without
        bold = block.kind is Kind.HEADING and kind in {"plain", "numbered"}
        assert bold or kind in _KINDS[block.kind]
        assert block.visibility is Visibility.SHOWN
    titles = [(s.level, s.title) for s in draft.sections if s.heading is not None]
    wanted = [(i.level, clean(i.text)[0]) for i in items if i.kind == "heading"]
    assert [t for t in titles if t in wanted] == wanted
    _assert_places_are_true(draft)


def _assert_places_are_true(draft: Draft) -> None:
    for block in draft.blocks:
        if block.offsets is not None:
            assert len(block.offsets) == len(block.text)
            assert list(block.offsets) == sorted(block.offsets)


def _as_pdf(file: Path) -> Path:
    """The PDF that LibreOffice makes of a Word file, with tags as Word makes it."""
    profile = f"-env:UserInstallation=file://{file.parent}/office"
    tags = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = ["soffice", profile, "--headless", "--convert-to", tags, "--outdir", file.parent]
    subprocess.run([*command, file], check=True, capture_output=True, timeout=120)
    return file.with_suffix(".pdf")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_random_draft_reads_back_from_pdf(tmp_path: Path) -> None:
    chance = random.Random(14)

    def words(most: int) -> str:
        made = ("".join(chance.choices(_LETTERS, k=chance.randint(3, 9))) for _ in range(most))
        return f"Word{' '.join(made)}"

    kinds = ("heading", "numbered", "bullet", "plain", "plain", "plain")
    items = [Item("heading", words(3))]
    for _ in range(60):
        kind = chance.choice(kinds) if items[-1].kind != "heading" else "plain"
        text = words(3) if kind == "heading" else f"{words(chance.randint(8, 60))}."
        items.append(Item(kind, text, level=chance.randint(1, 2)))
    draft = with_structure(read(_as_pdf(_write_docx(tmp_path / "draft.docx", items))))
    expected = _expected(items)
    assert [(b.number, b.text) for b in draft.blocks] == [(n, text) for _, n, text in expected]
    headings = [b.text for b in draft.blocks if b.kind is Kind.HEADING]
    assert headings == [text for kind, _, text in expected if kind == "heading"]


def _write_markdown(path: Path, items: list[Item]) -> Path:
    lines: list[str] = []
    notes: list[str] = []
    for item in items:
        if item.kind == "heading":
            lines += ["#" * item.level + f" {item.text}", ""]
        elif item.kind == "table":
            first, *rest = (f"| {' | '.join(cells)} |" for cells in item.rows)
            lines += [first, "|" + "---|" * len(item.rows[0]), *rest, ""]
        else:
            mark = f"[^{len(notes) + 1}]" if item.note else ""
            notes += [f"[^{len(notes) + 1}]: {item.note}", ""] if item.note else []
            lines += [f"{'- ' if item.kind == 'bullet' else ''}{item.text}{mark}", ""]
    path.write_text("\n".join([*lines, *notes]), encoding="utf-8")
    return path


@_SETTINGS
@given(items=_drafts)
def test_a_random_draft_reads_back_from_markdown(items: list[Item], folder: Path) -> None:
    draft = read(_write_markdown(folder / "draft.md", items))
    assert [b.text for b in draft.blocks] == [text for _, _, text in _expected(items)]
    source = (folder / "draft.md").read_text(encoding="utf-8").split("\n")
    for block in draft.blocks:
        rest = "\n".join(source[(block.line or 1) - 1 :])
        places = block.offsets or range(len(block.text))
        assert clean("".join(rest[at] for at in dict.fromkeys(places)))[0][:5] == block.text[:5]


# Damaged files


def _good_docx(path: Path) -> Path:
    comment = f'<w:comment w:id="1" w:author="P. Shah">{p("Is this right?")}</w:comment>'
    return word.write(
        path,
        p("Analysis", style="Heading1"),
        p("The child was seen. ", word.deleted("Karen"), word.reference("footnote", 2)),
        parts={
            "rIdFootnotes": ("footnotes", word.note("footnote", 2, "A note.")),
            "rIdComments": ("comments", comment),
            "rIda": ("header", p("Draft 3")),
        },
        core="<dc:creator>K. Hughes</dc:creator>",
        app="<Company>Board</Company>",
    )


def _good_text(path: Path) -> Path:
    path.write_text("# Analysis\n\n- “So”, she said\n\n| a | b |\n|---|---|\n| c | d |\n" * 20)
    return path


def _good_pdf(path: Path) -> Path:
    shutil.copy(EXAMPLES / "practice-review.pdf", path)
    return path


_MAKERS: dict[str, Callable[[Path], Path]] = {
    ".docx": _good_docx,
    ".md": _good_text,
    ".txt": _good_text,
    ".pdf": _good_pdf,
}


@pytest.fixture(scope="module")
def good(folder: Path) -> dict[str, bytes]:
    """A good file of each format."""
    return {ending: make(folder / f"good{ending}").read_bytes() for ending, make in _MAKERS.items()}


def _try_to_read(path: Path, data: bytes) -> Draft | None:
    """The draft, or None where the reader says why not; any other error is a failure."""
    path.write_bytes(data)
    started = time.perf_counter()
    try:
        return read(path)
    except DraftError as error:
        assert error.message.startswith(str(path))
        return None
    finally:
        assert time.perf_counter() - started < _SECONDS


_HEADS = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\xd0\xcf\x11\xe0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"# ",
)


@_SETTINGS
@given(
    ending=st.sampled_from(sorted(_MAKERS)),
    head=st.sampled_from(_HEADS),
    body=st.binary(max_size=2000),
)
@example(ending=".md", head=b"", body=b"---\nx:\n---")
@example(ending=".txt", head=b"\xff\xfe", body=b"\x00")
def test_random_bytes_are_read_or_refused(
    ending: str, head: bytes, body: bytes, folder: Path
) -> None:
    draft = _try_to_read(folder / f"random{ending}", head + body)
    if ending == ".docx":
        assert draft is None


@_SETTINGS
@given(text=st.text(max_size=400), ending=st.sampled_from((".md", ".txt")))
@example(text="\r\r\n\x0b\x0c\x1c\x85\u2028# x", ending=".md")
@example(text="| a\n|-\n| [x](<", ending=".md")
@example(text="[^a]: [^a]\n[^a]", ending=".md")
@example(text="<!-- scr-lint: ignore", ending=".md")
@example(text="<!-- scr-lint: ignore X y -->", ending=".md")
def test_random_text_is_read(text: str, ending: str, folder: Path) -> None:
    data = text.encode("utf-8", errors="replace")
    draft = _try_to_read(folder / f"text{ending}", data)
    if draft is None:
        return
    _assert_places_are_true(draft)
    with_structure(draft)
    if ending == ".txt":
        letters = [c for c in clean(data.decode())[0] if c.isalpha()]
        assert [c for b in draft.blocks for c in b.number + b.text if c.isalpha()] == letters


@_SETTINGS
@given(ending=st.sampled_from((".docx", ".pdf")), share=st.floats(0, 1, exclude_max=True))
def test_half_a_file_never_looks_whole(
    ending: str, share: float, good: dict[str, bytes], folder: Path
) -> None:
    data = good[ending].rstrip()
    assert _try_to_read(folder / f"cut{ending}", data[: int(len(data) * share)]) is None


@settings(_SETTINGS, max_examples=250)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_in_a_word_file_is_harmless_or_said(
    place: float, bit: int, good: dict[str, bytes], folder: Path
) -> None:
    data = bytearray(good[".docx"])
    data[int(len(data) * place)] ^= 1 << bit
    draft = _try_to_read(folder / "flipped.docx", bytes(data))
    whole = read(folder / "good.docx")
    if draft is not None and not draft.unread:
        assert (draft.blocks, draft.properties) == (whole.blocks, whole.properties)


@settings(_SETTINGS, max_examples=40)
@given(
    ending=st.sampled_from((".pdf", ".md", ".txt")),
    places=st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=30),
    bit=st.integers(0, 7),
)
def test_flipped_bits_elsewhere_are_read_or_refused(
    ending: str, places: list[float], bit: int, good: dict[str, bytes], folder: Path
) -> None:
    data = bytearray(good[ending])
    for place in places:
        data[int(len(data) * place)] ^= 1 << bit
    _try_to_read(folder / f"flipped{ending}", bytes(data))


# The same text in every format

_PARAGRAPHS = (
    ("heading", "Analysis"),
    ("plain", "The worker should have known that the plan was TBC."),
    ("plain", "With hindsight it was obvious that MASH had the wrong address, [insert date]."),
    ("bullet", "The nurse failed to see the bruise, as XX later confirmed."),
    ("plain", "The boy’s café visit – on a “good” day – was re\u00adcorded by the MASH team."),
    ("heading", "Recommendations"),
    ("plain", "Training on neglect should be refreshed. The child put herself at risk."),
    ("bullet", "All agencies should be mindful of the voice of the child."),
)
_SAME_RULES = ["TON001", "TON003", "STR008", "ACR001", "REC001", "REC002", "REC004", "PLN001"]


def _findings(path: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    result = lint(path, settings=settings_from({"check": {"select": _SAME_RULES}}))
    return sorted(
        (f.rule, f.message, tuple(sorted(loc.text for loc in f.locations))) for f in result.findings
    )


def _write_plain(path: Path, items: list[Item]) -> Path:
    marks = {"heading": "{}\n===", "bullet": "- {}"}
    parts = [marks.get(item.kind, "{}").format(item.text) for item in items]
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path


def test_the_same_text_gives_the_same_findings_in_every_format(tmp_path: Path) -> None:
    items = [Item(kind, text) for kind, text in _PARAGRAPHS]
    as_word = _write_docx(tmp_path / "draft.docx", items)
    files = [
        as_word,
        _write_markdown(tmp_path / "draft.md", items),
        _write_plain(tmp_path / "draft.txt", items),
    ]
    if shutil.which("soffice"):
        files.append(_as_pdf(as_word))
    first, *others = map(_findings, files)
    assert len({rule for rule, _, _ in first}) >= 4
    for other in others:
        assert other == first
