"""PRV014 on real files: whatever a Word draft, a PDF or a text file holds beside its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx_builder as word
import pytest
from docx_builder import deleted, inserted, p, run
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text

from scr_lint import Finding, LintResult, lint
from scr_lint.readers import read
from scr_lint.settings import settings_from

BODY = (
    p("Analysis", style="Heading1"),
    p("Northshire Safeguarding Children Board asked for this review of Child R."),
)
Check = Callable[..., LintResult]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Writes a Word file, checks it for residue, and gives back the result."""

    def make(*body: str, name: str = "draft.docx", **parts: object) -> LintResult:
        file = word.write(tmp_path / name, *BODY, *body, **parts)  # type: ignore[arg-type]
        return residue(file)

    return make


def residue(file: Path, **settings: object) -> LintResult:
    return lint(file, settings=settings_from({"check": {"select": ["PRV014"]}, **settings}))


def only(result: LintResult) -> Finding:
    (finding,) = result.findings
    assert finding.private
    assert finding.severity == "error"
    return finding


def places(finding: Finding) -> list[str]:
    return [location.text for location in finding.locations]


def test_a_clean_file_is_clean(check: Check) -> None:
    assert check().findings == ()


def test_tracked_changes_are_one_finding_with_what_was_deleted(check: Check) -> None:
    finding = only(
        check(
            p("He lived with ", deleted("Karen Hughes"), inserted("his mother"), "."),
            p("Nobody ", deleted("at Elm Court", "B. Lead"), "asked."),
        )
    )
    assert places(finding) == ["Karen Hughes", "at Elm Court"]
    assert "3 tracked changes, by “A. Editor”, “B. Lead”" in finding.message


def test_insertions_and_changes_of_format_are_tracked_changes_too(check: Check) -> None:
    changed = '<w:rPrChange w:id="3" w:author="C. Clerk"/>'
    finding = only(check(p(inserted("New.")), p(run("Old.", changed))))
    assert "2 tracked changes, by “A. Editor”, “C. Clerk”" in finding.message
    assert places(finding) == []


def test_tracked_changes_in_a_footnote_count(check: Check) -> None:
    note = word.note("footnote", 2, deleted("Ryan"))
    result = check(
        p("So.", word.reference("footnote", 2)), parts={"rIdFootnotes": ("footnotes", note)}
    )
    assert places(only(result)) == ["Ryan"]


def test_comments_but_not_our_own(check: Check) -> None:
    ours = f'<w:comment w:id="1" w:author="scr-lint">{p("PRV001 …")}</w:comment>'
    theirs = f'<w:comment w:id="2" w:author="P. Shah">{p("Is this Ryan?")}</w:comment>'
    assert check(parts={"rIdComments": ("comments", ours)}).findings == ()
    finding = only(check(parts={"rIdComments": ("comments", ours + theirs)}))
    assert places(finding) == ["Is this Ryan?"]
    assert "by “P. Shah”" in finding.message


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
    ],
)
def test_hidden_text_and_text_in_the_colour_behind_it(check: Check, properties: str) -> None:
    finding = only(check(p("The boy ", run("(Ryan)", properties), " was seen.")))
    assert places(finding) == ["(Ryan)"]


@pytest.mark.parametrize(
    "paragraph",
    [
        p(run("Contents", '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>')),
        p(
            run("Contents", '<w:color w:val="FFFFFF"/>'),
            more='<w:shd w:val="clear" w:fill="1F3864"/>',
        ),
        word.table(word.row(word.cell(p(run("Agency", '<w:color w:val="FFFFFF"/>'))), "Action")),
        p(word.text_box(p(run("Northshire", '<w:color w:val="FFFFFF"/>')))),
        p(run("Contents", '<w:highlight w:val="black"/>')),
        p(
            run("A cover", '<w:color w:val="FFFFFF"/>'),
            '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>',
        ),
    ],
)
def test_white_on_a_colour_is_shown(check: Check, paragraph: str) -> None:
    assert check(paragraph).findings == ()


def test_the_particulars_name_a_person(check: Check) -> None:
    core = (
        "<dc:creator>Dilys Penhallow</dc:creator><cp:lastModifiedBy>nscb\\dpenhallow"
        "</cp:lastModifiedBy><cp:revision>12</cp:revision>"
    )
    app = (
        "<Application>Microsoft Office Word</Application><Company>Penhallow Associates</Company>"
        "<Manager>R. Tregear</Manager><Pages>40</Pages>"
    )
    message = only(check(core=core, app=app)).message
    for part in ("author “Dilys Penhallow”", "manager “R. Tregear”", "“Penhallow Associates”"):
        assert part in message


@pytest.mark.parametrize(
    "name",
    [
        "python-docx",
        "Microsoft Office User",
        "LibreOffice 7.4",
        "Northshire Safeguarding Children Board",
        "Northshire SCB",
        "Northshire County Council",
        "scr-lint",
        "Windows User; Microsoft Word",
    ],
)
def test_names_of_programs_and_of_the_board_are_left_alone(check: Check, name: str) -> None:
    core = f"<dc:creator>{name}</dc:creator><cp:lastModifiedBy>{name}</cp:lastModifiedBy>"
    assert check(core=core, app=f"<Company>{name}</Company>").findings == ()


def test_a_board_that_the_draft_does_not_name_gives_the_area_away(check: Check) -> None:
    assert "Westmoor" in only(check(app="<Company>Westmoor Borough Council</Company>")).message


def test_custom_properties_but_not_what_programs_count(check: Check) -> None:
    keys = {"ContentTypeId": "0x0101009F", "Order": "39500", "Checked": "true", "Owner": "Word"}
    assert check(custom=keys).findings == ()
    finding = only(check(custom={**keys, "Case reference": "LAC/R. Hughes"}))
    assert "Case reference “LAC/R. Hughes”" in finding.message
    assert "ContentTypeId" not in finding.message


def test_people_whom_word_remembers(check: Check) -> None:
    people = (
        '<?xml version="1.0"?><p:people xmlns:p="http://schemas.microsoft.com/office/word/2012/'
        'wordml"><p:person p:author="R. Tregear"/><p:person p:author="scr-lint"/></p:people>'
    )
    message = only(check(parts={"rIdPeople": ("people", people)})).message
    assert "people who edited it or commented “R. Tregear”" in message


def test_the_path_of_the_template(check: Check) -> None:
    assert check(template="Normal.dotm").findings == ()
    path = "file:///\\\\nscb-server\\users\\dpenhallow\\Report.dotx"
    assert "dpenhallow" in only(check(template=path)).message
    own = only(check(template="file:///C:\\Users\\dpenhallow\\Desktop\\Report.dotx"))
    assert "on a disk or a server" in own.suggestion


def test_embedded_files(check: Check) -> None:
    finding = only(check(parts={"rIdSheet": ("package", "not read")}))
    assert "embedded spreadsheet 1" in finding.message


def test_a_link_to_a_file_share(check: Check) -> None:
    link = '<w:hyperlink r:id="rIdLink">{}</w:hyperlink>'
    body = p("See ", link.format(run("the chronology")), ".")
    for target in (
        "file:///\\\\nscb-server\\cases\\R%20Hughes\\chronology.xlsx",
        "https://northshire.sharepoint.com/sites/scr/Shared%20Documents/chronology.xlsx",
        "http://intranet/scr",
    ):
        assert len(only(check(body, links={"rIdLink": target})).locations) == 1
    for target in ("https://www.gov.uk/x", "mailto:board@northshire.gov.uk"):
        assert check(body, links={"rIdLink": target}).findings == ()


def test_names_in_alternative_text_and_in_the_files_of_pictures(check: Check) -> None:
    assert check(p(word.picture(20, 20, "A flow chart of a referral"))).findings == ()
    assert places(only(check(p(word.picture(20, 20, "Ryan at school"))))) == ["Ryan"]
    named = word.picture(20, 20).replace('name="Picture 1"', 'name="Tyrell-house.jpg"')
    assert places(only(check(p(named)))) == ["Tyrell"]
    assert places(only(check(p(word.picture(20, 20, "The Hughes family tree"))))) == ["Hughes"]


def test_a_name_in_the_name_of_the_file_and_in_its_title(check: Check) -> None:
    assert check(name="Northshire SCR Child R v0.4 final.docx").findings == ()
    assert "“Ryan Hughes”" in only(check(name="Ryan_Hughes-SCR-v3.docx")).message
    title = "<dc:title>Review about Tyrell Bailey</dc:title>"
    assert "title names somebody: “Tyrell Bailey”" in only(check(core=title)).message


def test_names_that_settings_or_the_draft_itself_use_are_left_alone(tmp_path: Path) -> None:
    file = word.write(tmp_path / "Robin-review.docx", p("The boy is called Robin in this review."))
    assert residue(file).findings == ()
    file = word.write(tmp_path / "Tyrell review.docx", *BODY)
    assert residue(file, names={"pseudonyms": ["Tyrell"]}).findings == ()


def test_masked_output_shows_none_of_it_and_masks_no_ordinary_word(check: Check) -> None:
    masked = check(
        p("He met ", deleted("the"), deleted("Karen"), " the worker at the school."),
        core="<dc:creator>Dilys Penhallow</dc:creator>",
    ).masked()
    text = masked.to_json() + repr(masked.draft.properties)
    assert "Karen" not in text.partition('"findings": [')[2]
    assert "Penhallow" not in text
    assert "He met the worker at the school." in [b.text for b in masked.draft.blocks]


def test_a_pdf_with_an_author_a_comment_and_an_attachment(tmp_path: Path) -> None:
    example = Path(__file__).parent.parent / "examples" / "practice-review.pdf"
    writer = PdfWriter(clone_from=PdfReader(example))
    writer.add_metadata({"/Author": "Dilys Penhallow"})
    for author, words in (("P. Shah", "Is this Ryan?"), ("scr-lint", "PRV001")):
        note = Text(rect=(10, 10, 30, 30), text=words, title_bar=author)
        writer.add_annotation(0, note)
    writer.add_attachment("chronology.txt", b"x")
    file = tmp_path / "draft.pdf"
    writer.write(file)
    found = {f.message.split(":")[0]: places(f) for f in residue(file).findings}
    assert found == {
        "The file says who made it": [],
        "The file holds comments.": ["Is this Ryan?"],
        "There are files inside the file": [],
    }


@pytest.mark.parametrize(
    ("program", "advice"),
    [
        ("Microsoft® Word 2016", "the Word document"),
        ("Acrobat PDFMaker 24 for Word", "the Word document"),
        ("Adobe InDesign 19.4 (Macintosh)", "the document that it was made from"),
    ],
)
def test_advice_names_word_only_where_word_made_the_pdf(
    tmp_path: Path, program: str, advice: str
) -> None:
    example = Path(__file__).parent.parent / "examples" / "practice-review.pdf"
    writer = PdfWriter(clone_from=PdfReader(example))
    writer.xmp_metadata = None
    writer.add_metadata({"/Author": "Dilys Penhallow", "/Creator": program})
    writer.write(tmp_path / "draft.pdf")
    assert only(residue(tmp_path / "draft.pdf")).suggestion == (
        f"Take it out of {advice} and make the PDF again from that."
    )


def test_a_signature_whose_owner_is_named_in_print_gives_nobody_away(check: Check) -> None:
    signed = p(word.picture(20, 20, "Signature of Ryan Hughes"))
    assert places(only(check(signed))) == ["Ryan Hughes"]
    assert check(signed, p("Ryan Hughes, Independent Chair")).findings == ()


def test_every_point_of_the_guidance_is_named_in_the_help(tmp_path: Path) -> None:
    from scr_lint.discovery import find_rule

    text = " ".join(find_rule("PRV014").explanation())
    for point in ("metadata", "mark-up", "hidden content", "embedded objects", "redaction"):
        assert point in text
    assert "Needs a person" in text


def test_plain_text_can_only_lead_to_a_server(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text("Papers: \\\\nscb-server\\cases\\R\\plan.docx\n\nNobody asked.\n")
    assert places(only(residue(file))) == ["\\\\nscb-server\\cases\\R\\plan.docx"]
    assert read(file).properties == {}
