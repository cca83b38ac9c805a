"""Findings in the margin of a copy of the author's own Word file."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.shared import RGBColor
from lxml import etree

from scr_lint import DraftError, lint
from scr_lint.settings import settings_from

EXAMPLES = Path(__file__).parent.parent / "examples"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
ONLY_TONE = settings_from({"check": {"select": ["TON001"]}})
SENTENCE = "The worker should have known that he was at risk."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Analysis", 1)
    paragraph = document.add_paragraph("The ")
    paragraph.add_run("worker should").bold = True
    run = paragraph.add_run(" have known that he was at risk.")
    run.font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "Nobody asked him, and they ought to have asked."
    file = tmp_path / "draft.docx"
    document.save(str(file))
    return file


def part(file: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(file) as package:
        return etree.fromstring(package.read(name))


def commented_words(file: Path) -> Iterator[tuple[str, str]]:
    """The words each comment stands on, and the comment's text."""
    root, comments = part(file), part(file, "word/comments.xml")
    texts = {
        c.get(f"{W}id"): "\n".join(
            "".join(t.text or "" for t in p.iter(f"{W}t")) for p in c.iter(f"{W}p")
        )
        for c in comments
    }
    open_: dict[str, str] = {}
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart":
            open_[element.get(f"{W}id")] = ""
        elif element.tag == f"{W}commentRangeEnd":
            yield open_.pop(element.get(f"{W}id")), texts[element.get(f"{W}id")]
        elif element.tag == f"{W}t":
            open_ = {key: text + (element.text or "") for key, text in open_.items()}


def plain_runs(root: etree._Element) -> list[tuple[bytes, str]]:
    """Formatting and text of the runs, with neighbours of one formatting joined."""
    runs: list[tuple[bytes, str]] = []
    for run in root.iter(f"{W}r"):
        text = "".join(t.text or "" for t in run.iter(f"{W}t"))
        properties = run.find(f"{W}rPr")
        look = b"" if properties is None else etree.tostring(properties)
        if runs and runs[-1][0] == look:
            runs[-1] = (look, runs[-1][1] + text)
        elif text:
            runs.append((look, text))
    return runs


def test_each_comment_stands_on_exactly_the_words(draft: Path, tmp_path: Path) -> None:
    result = lint(draft, settings=ONLY_TONE)
    out = tmp_path / "out.docx"
    count = result.to_word(out)
    places = [loc.text for f in result.findings for loc in f.locations]
    words = [w for w, text in commented_words(out) if "TON001" in text]
    assert sorted(words) == sorted(places)
    assert count == len(places) + 1  # and the summary


def test_formatting_and_text_stay_as_they_were(draft: Path, tmp_path: Path) -> None:
    lint(draft, settings=ONLY_TONE).to_word(tmp_path / "out.docx")
    assert plain_runs(part(tmp_path / "out.docx")) == plain_runs(part(draft))


def test_other_parts_of_the_file_are_untouched(draft: Path, tmp_path: Path) -> None:
    lint(draft, settings=ONLY_TONE).to_word(tmp_path / "out.docx")
    changed = {"word/document.xml", "word/comments.xml", "[Content_Types].xml"}
    changed.add("word/_rels/document.xml.rels")
    with zipfile.ZipFile(draft) as before, zipfile.ZipFile(tmp_path / "out.docx") as after:
        for name in set(before.namelist()) - changed:
            assert before.read(name) == after.read(name)


def test_comment_says_what_why_and_what_to_do(draft: Path, tmp_path: Path) -> None:
    lint(draft, settings=ONLY_TONE).to_word(tmp_path / "out.docx")
    text = next(t for _, t in commented_words(tmp_path / "out.docx") if "TON001" in t)
    for wanted in ("hindsight", "Why: “", "Consider: ", "reply “accept”"):
        assert wanted in text


def test_annotating_a_copy_again_replaces_our_comments_only(draft: Path, tmp_path: Path) -> None:
    document = docx.Document(str(draft))
    document.add_comment(document.paragraphs[0].runs[0], "Mine, please keep.", author="A. Reviewer")
    document.save(str(draft))
    once, twice = tmp_path / "once.docx", tmp_path / "twice.docx"
    first = lint(draft, settings=ONLY_TONE).to_word(once)
    assert lint(once, settings=ONLY_TONE).to_word(twice) == first
    comments = part(twice, "word/comments.xml")
    assert sum("Mine" in "".join(c.itertext()) for c in comments) == 1
    assert len(comments) == first + 1
    assert plain_runs(part(twice)) == plain_runs(part(draft))


def reply(file: Path, to: str, words: str) -> None:
    """Adds a reply to the first comment that contains `to`, as Word writes one."""
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    comments = etree.fromstring(parts["word/comments.xml"])
    parent = next(c for c in comments if to in "".join(c.itertext()))
    list(parent.iter(f"{W}p"))[-1].set(f"{W14}paraId", "0A0A0A0A")
    answer = etree.SubElement(comments, f"{W}comment")
    answer.set(f"{W}id", "9001")
    answer.set(f"{W}author", "A. Reviewer")
    answer.set(f"{W}date", "2026-03-02T10:00:00Z")
    paragraph = etree.SubElement(answer, f"{W}p")
    paragraph.set(f"{W14}paraId", "0B0B0B0B")
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
    parts["word/comments.xml"] = etree.tostring(comments)
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    parts["word/commentsExtended.xml"] = (
        b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        b'<w15:commentEx w15:paraId="0A0A0A0A" w15:done="0"/>'
        b'<w15:commentEx w15:paraId="0B0B0B0B" w15:paraIdParent="0A0A0A0A" w15:done="0"/>'
        b"</w15:commentsEx>"
    )
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>",
        f'<Relationship Id="rIdEx" Type="{kind}" Target="commentsExtended.xml"/></Relationships>',
    ).encode()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_reply_that_begins_with_accept_is_an_acceptance(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    before = lint(draft, settings=ONLY_TONE)
    before.to_word(out)
    target = next(f for f in before.findings if "known" in f.locations[0].text)
    reply(out, target.id, "Accept: the procedures of 2013 said so.")
    after = lint(out, settings=ONLY_TONE)
    assert target.id not in {f.id for f in after.findings}
    assert [f.id for f in after.accepted] == [target.id]


def with_acronyms(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Analysis", 1)
    document.add_paragraph("The worker should have known, and the nurse should have known.")
    document.add_paragraph(
        "The IRO, the CIN team, the TAF lead, the YOT and the LADO did not meet."
    )
    document.add_heading("Recommendations", 1)
    document.add_paragraph("The Board should review the form.")
    file = tmp_path / "many.docx"
    document.save(str(file))
    return file


def test_places_in_one_paragraph_that_say_the_same_share_a_comment(tmp_path: Path) -> None:
    draft = with_acronyms(tmp_path)
    result = lint(draft)
    result.to_word(tmp_path / "out.docx")
    comments = list(commented_words(tmp_path / "out.docx"))
    of_rule = [(on, text) for on, text in comments if text.startswith("ACR005")]
    ((on, text),) = of_rule
    finding = next(f for f in result.findings if f.rule == "ACR005" and f.locations)
    assert on == finding.locations[0].text
    assert all(f"“{location.text}”" in text for location in finding.locations[1:])
    said = [(text.splitlines()[0], on) for on, text in comments if "[" in text]
    assert len(said) == len(set(said))


def test_every_finding_is_told_in_some_comment(tmp_path: Path) -> None:
    draft = with_acronyms(tmp_path)
    result = lint(draft)
    result.to_word(tmp_path / "out.docx")
    told = "\n".join(text for _, text in commented_words(tmp_path / "out.docx"))
    for finding in result.findings:
        assert finding.message in told
        assert not finding.locations or f"[{finding.id}]" in told


def test_findings_on_the_same_words_share_a_comment_and_are_accepted_with_it(
    tmp_path: Path,
) -> None:
    draft, out = with_acronyms(tmp_path), tmp_path / "out.docx"
    only = settings_from({"check": {"select": ["REC005", "REC006"]}})
    before = lint(draft, settings=only)
    assert before.to_word(out) == 2  # the summary, and one for both
    reply(out, "REC005", "OK, accept – the Board sets its own dates.")
    after = lint(out, settings=only)
    assert after.findings == ()
    assert after.left_out == {"in_word": 2}
    assert after.said_left_out == "Left out: 2 answered “accept” in Word."


def test_an_answer_that_names_one_point_accepts_that_one(tmp_path: Path) -> None:
    draft, out = with_acronyms(tmp_path), tmp_path / "out.docx"
    only = settings_from({"check": {"select": ["REC005", "REC006"]}})
    lint(draft, settings=only).to_word(out)
    reply(out, "REC005", "Accept REC005: the Board sets its own dates.")
    after = lint(out, settings=only)
    assert [f.rule for f in after.findings] == ["REC006"]
    assert after.left_out == {"in_word": 1}


def test_an_error_shares_its_comment_with_no_other_matter(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Recommendations", 1)
    document.add_paragraph("Training should be refreshed.")
    document.save(str(tmp_path / "draft.docx"))
    only = settings_from({"check": {"select": ["REC001", "REC005", "REC006"]}})
    lint(tmp_path / "draft.docx", settings=only).to_word(tmp_path / "out.docx")
    texts = [text for _, text in commented_words(tmp_path / "out.docx") if "REC001" in text]
    assert len(texts) == 1
    assert "REC005" not in texts[0]


def test_an_answer_that_is_not_understood_is_said_until_the_finding_is_gone(
    draft: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    before = lint(draft, settings=ONLY_TONE)
    before.to_word(out)
    reply(out, before.findings[0].id, "I don’t accept this.")
    after = lint(out, settings=ONLY_TONE)
    assert len(after.findings) == len(before.findings)
    (note,) = after.notes
    assert "1 reply to our comments was not understood" in note
    assert "“I don’t accept this.”" in note
    assert "answer with “accept” and the reason" in note
    entry = after.to_dict()
    assert entry["notes"] == [note]
    assert not any(entry["left_out"].values())
    after.to_html(tmp_path / "page.html")
    assert html.unescape(note) in html.unescape((tmp_path / "page.html").read_text("utf-8"))
    assert lint(out, settings=settings_from({"check": {"select": ["STR008"]}})).notes == ()


def test_comment_that_somebody_answered_is_never_lost(draft: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "once.docx", tmp_path / "twice.docx"
    first = lint(draft, settings=ONLY_TONE)
    first.to_word(once)
    reply(once, first.findings[0].id, "I am not sure about this one.")
    lint(once, settings=ONLY_TONE).to_word(twice)
    text = "".join(part(twice, "word/comments.xml").itertext())
    assert "I am not sure about this one." in text
    assert text.count(first.findings[0].id) == 1


def test_draft_is_never_overwritten(draft: Path) -> None:
    before = draft.read_bytes()
    with pytest.raises(DraftError, match="the draft itself"):
        lint(draft, settings=ONLY_TONE).to_word(draft)
    assert draft.read_bytes() == before


@pytest.mark.parametrize("name", ["older-form-review.docx", "practice-review.docx"])
def test_annotated_example_is_the_same_report_and_opens(name: str, tmp_path: Path) -> None:
    out = tmp_path / name
    result = lint(EXAMPLES / name)
    count = result.to_word(out)
    assert plain_runs(part(out)) == plain_runs(part(EXAMPLES / name))
    assert len(part(out, "word/comments.xml")) == count
    again = lint(out)
    assert [f.id for f in again.findings] == [f.id for f in result.findings]
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed: opening the copy was not tried")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", tmp_path, out],
        check=True,
        capture_output=True,
        timeout=180,
    )
    with zipfile.ZipFile(out.with_suffix(".odt")) as opened:
        content = opened.read("content.xml").decode()
    assert len(re.findall("<office:annotation ", content)) == count


NAMED = [
    "Karen Whitlock said that she was afraid.",
    "The nurse rang Karen Whitlock twice.",
    "Nobody asked Karen Whitlock what she needed.",
]


def with_names(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading("Analysis", 1)
    for text in NAMED:
        document.add_paragraph(text)
    document.save(str(folder / "draft.docx"))
    return folder / "draft.docx"


def test_an_answer_under_one_place_keeps_what_is_told_at_the_others(tmp_path: Path) -> None:
    only = settings_from({"check": {"select": ["PRV001"]}})
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    result = lint(with_names(tmp_path), settings=only)
    result.to_word(first)
    reply(first, result.findings[0].id, "To look at this.")
    lint(first, settings=only).to_word(second)
    told = [words for words, text in commented_words(second) if "PRV001" in text]
    assert told == ["Karen Whitlock"] * 3


def test_a_masked_copy_can_be_answered_and_shows_no_name_where_it_is_not_understood(
    tmp_path: Path,
) -> None:
    only = settings_from({"check": {"select": ["PRV001"]}})
    copy = tmp_path / "copy.docx"
    masked = lint(with_names(tmp_path), settings=only, mask=True)
    masked.to_word(copy)
    reply(copy, masked.findings[0].id, "Ask Karen Whitlock’s sister Chidinma, then decide.")
    unclear = lint(copy, settings=only, mask=True)
    (note,) = unclear.notes
    assert "1 reply to our comments was not understood" in note
    assert "Karen" not in note and "Chidinma" not in note
    assert masked.findings[0].id in note
    reply(copy, masked.findings[0].id, "Accept: she asked for her name to be used.")
    assert lint(copy, settings=only).left_out == {"in_word": 1}
    reply(copy, masked.findings[0].id, "No, do not accept: she has changed her mind.")
    found = [loc.text for f in lint(copy, settings=only).findings for loc in f.locations]
    assert "Karen Whitlock" in found
