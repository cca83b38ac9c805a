"""The places of a Word file: one small file for each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx_builder as word
from docx_builder import cell, deleted, field, inserted, p, row, run, table
from made_places import PLANTED, Place

from scr_lint.draft import Kind, Visibility

_METADATA, _HIDDEN, _DELETED = Visibility.METADATA, Visibility.HIDDEN, Visibility.DELETED
_IN_LINK = '<w:hyperlink r:id="rIdLink">{}</w:hyperlink>'
_DRAWING = "<w:r><w:drawing><wp:inline>{}</wp:inline></w:drawing></w:r>"
_SECTION = "<w:sectPr>{}</w:sectPr>"
_HEADER = '<w:headerReference w:type="{}" r:id="{}"/>'
_FOOTER = '<w:footerReference w:type="{}" r:id="{}"/>'


def _docx(*middle: str, **parts: object) -> Callable[[Path], Path]:
    body = (p("Before."), *middle, p("After."))
    return lambda path: word.write(path, *body, **parts)  # type: ignore[arg-type]


def _header(kind: str, used: str) -> Callable[[Path], Path]:
    reference = (_HEADER if kind == "header" else _FOOTER).format(used, "rIda")
    return _docx(_SECTION.format(reference), parts={"rIda": (kind, p(PLANTED))})


def _chart() -> tuple[str, str]:
    words = f"<c:title><a:p><a:r><a:t>{PLANTED}</a:t></a:r></a:p></c:title>"
    return "chart", f'<?xml version="1.0"?><c:chartSpace {word.NAMESPACES}>{words}</c:chartSpace>'


def _diagram() -> tuple[str, str]:
    words = f"<a:p><a:r><a:t>{PLANTED}</a:t></a:r></a:p>"
    return (
        "diagramData",
        f'<?xml version="1.0"?><dgm:dataModel {word.NAMESPACES}>{words}</dgm:dataModel>',
    )


def _comment(*content: str) -> dict[str, tuple[str, str]]:
    inside = f'<w:comment w:id="1" w:author="P. Shah">{"".join(content)}</w:comment>'
    return {"rIdComments": ("comments", inside)}


_NUMBERS = word.lists((word.level(0, "%1"), word.level(1, "%1.%2")))
_VML_BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)
_SHAPE = (
    "<w:r><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
    "</wps:wsp></wp:anchor></w:drawing></w:r>"
)
_COVER = (
    f'<?xml version="1.0"?><c:CoverPageProperties xmlns:c="urn:cover"><c:Abstract>{PLANTED}'
    "</c:Abstract></c:CoverPageProperties>"
)

DOCX_PLACES = (
    Place("paragraph.docx", _docx(p(PLANTED))),
    Place(
        "numbered paragraph.docx",
        _docx(p("x", number=(1, 0)), p(PLANTED, number=(1, 1)), numbering=_NUMBERS),
        number="1.1",
    ),
    Place("words in several runs.docx", _docx(p("the pl", run("anted ", "<w:b/>"), "words"))),
    Place(
        "heading by outline level.docx",
        _docx(p(PLANTED, more='<w:outlineLvl w:val="1"/>')),
        kind=Kind.HEADING,
    ),
    Place("tracked insertion.docx", _docx(p(inserted(PLANTED)))),
    Place(
        "insertion in a link.docx",
        _docx(p(_IN_LINK.format(inserted(PLANTED))), links={"rIdLink": "https://a.example"}),
    ),
    Place("tracked deletion.docx", _docx(p("x ", deleted(PLANTED))), seen=_DELETED),
    Place(
        "deletion of inserted text.docx",
        _docx(p("x ", f'<w:ins w:id="1">{deleted(PLANTED)}</w:ins>')),
        seen=_DELETED,
    ),
    Place(
        "moved away.docx", _docx(p("x ", f"<w:moveFrom>{run(PLANTED)}</w:moveFrom>")), seen=_DELETED
    ),
    Place("moved here.docx", _docx(p(f"<w:moveTo>{run(PLANTED)}</w:moveTo>"))),
    Place("hidden text.docx", _docx(p("x ", run(PLANTED, "<w:vanish/>"))), seen=_HIDDEN),
    Place(
        "white text.docx", _docx(p("x ", run(PLANTED, '<w:color w:val="FFFFFF"/>'))), seen=_HIDDEN
    ),
    Place(
        "black bar.docx",
        _docx(p("x ", run(PLANTED, '<w:color w:val="000000"/><w:highlight w:val="black"/>'))),
        seen=_HIDDEN,
    ),
    Place(
        "hidden paragraph in a cell.docx",
        _docx(table(row(cell("x", p(run(PLANTED, "<w:vanish/>"))), "y"))),
        seen=_HIDDEN,
        kind=Kind.CELL,
    ),
    Place("cell.docx", _docx(table(row("x", PLANTED), row("y", "z"))), kind=Kind.CELL),
    Place(
        "table in a table.docx",
        _docx(table(row(cell("x", table(row("y", PLANTED))), "z"))),
        kind=Kind.CELL,
    ),
    Place(
        "merged cells.docx",
        _docx(
            table(row(cell(PLANTED, properties='<w:gridSpan w:val="2"/>'), "x"), row("a", "b", "c"))
        ),
        kind=Kind.CELL,
    ),
    Place(
        "row in a content control.docx",
        _docx(
            f"<w:tbl><w:sdt><w:sdtContent>{row('x', PLANTED)}</w:sdtContent></w:sdt>"
            f"{row('y', 'z')}</w:tbl>"
        ),
        kind=Kind.CELL,
    ),
    Place(
        "cell in a content control.docx",
        _docx(
            "<w:tbl><w:tr><w:sdt><w:sdtContent>"
            + cell(PLANTED)
            + f"</w:sdtContent></w:sdt>{cell('x')}</w:tr>{row('y', 'z')}</w:tbl>"
        ),
        kind=Kind.CELL,
    ),
    Place(
        "content control.docx", _docx(f"<w:sdt><w:sdtContent>{p(PLANTED)}</w:sdtContent></w:sdt>")
    ),
    Place(
        "content control in a line.docx",
        _docx(p(f"<w:sdt><w:sdtContent>{run(PLANTED)}</w:sdtContent></w:sdt>")),
    ),
    Place("custom xml around text.docx", _docx(f"<w:customXml>{p(PLANTED)}</w:customXml>")),
    Place("text box.docx", _docx(p(word.text_box(PLANTED)))),
    Place("text box drawn the old way.docx", _docx(p(_VML_BOX.format(p(PLANTED))))),
    Place("text box drawn the new way.docx", _docx(p(_SHAPE.format(p(PLANTED))))),
    Place(
        "text box in a cell.docx",
        _docx(table(row(p("x", word.text_box(PLANTED)), "y"))),
        kind=Kind.CELL,
    ),
    Place("text box in a text box.docx", _docx(p(_SHAPE.format(p(_SHAPE.format(p(PLANTED))))))),
    Place(
        "text box in a header.docx",
        _docx(
            _SECTION.format(_HEADER.format("default", "rIda")),
            parts={"rIda": ("header", p(word.text_box(PLANTED)))},
        ),
        kind=Kind.HEADER,
        between=False,
    ),
    Place(
        "word art.docx",
        _docx(
            p(f'<w:r><w:pict><v:shape><v:textpath string="{PLANTED}"/></v:shape></w:pict></w:r>')
        ),
        kind=Kind.CAPTION,
    ),
    Place(
        "chart.docx",
        _docx(p(_DRAWING.format('<c:chart r:id="rIdChart"/>')), parts={"rIdChart": _chart()}),
        kind=Kind.CAPTION,
    ),
    Place(
        "diagram.docx",
        _docx(
            p(_DRAWING.format('<dgm:relIds r:dm="rIdDiagram"/>')), parts={"rIdDiagram": _diagram()}
        ),
        kind=Kind.CAPTION,
    ),
    Place(
        "footnote.docx",
        _docx(
            p("x", word.reference("footnote", 2)),
            parts={"rIdFootnotes": ("footnotes", word.note("footnote", 2, PLANTED))},
        ),
        kind=Kind.FOOTNOTE,
        number="1",
    ),
    Place(
        "endnote.docx",
        _docx(
            p("x", word.reference("endnote", 2)),
            parts={"rIdEndnotes": ("endnotes", word.note("endnote", 2, PLANTED))},
        ),
        kind=Kind.FOOTNOTE,
        number="i",
    ),
    Place(
        "table in a footnote.docx",
        _docx(
            p("x", word.reference("footnote", 2)),
            parts={
                "rIdFootnotes": (
                    "footnotes",
                    f'<w:footnote w:id="2">{table(row("y", PLANTED))}</w:footnote>',
                )
            },
        ),
        kind=Kind.FOOTNOTE,
    ),
    Place(
        "deletion in a footnote.docx",
        _docx(
            p("x", word.reference("footnote", 2)),
            parts={
                "rIdFootnotes": ("footnotes", word.note("footnote", 2, p("y ", deleted(PLANTED))))
            },
        ),
        seen=_DELETED,
        kind=Kind.FOOTNOTE,
    ),
    Place(
        "footnote nothing refers to.docx",
        _docx(parts={"rIdFootnotes": ("footnotes", word.note("footnote", 2, PLANTED))}),
        seen=_HIDDEN,
        kind=Kind.FOOTNOTE,
        between=False,
    ),
    Place("header.docx", _header("header", "default"), kind=Kind.HEADER, between=False),
    Place(
        "header of the first page.docx", _header("header", "first"), kind=Kind.HEADER, between=False
    ),
    Place("header of even pages.docx", _header("header", "even"), kind=Kind.HEADER, between=False),
    Place("footer.docx", _header("footer", "default"), kind=Kind.FOOTER, between=False),
    Place(
        "header of an earlier section.docx",
        _docx(
            p("x", more=_SECTION.format(_HEADER.format("default", "rIda"))),
            _SECTION.format(_HEADER.format("default", "rIdb")),
            parts={"rIda": ("header", p(PLANTED)), "rIdb": ("header", p("y"))},
        ),
        kind=Kind.HEADER,
        between=False,
    ),
    Place(
        "header that no section uses.docx",
        _docx(parts={"rIda": ("header", p(PLANTED))}),
        kind=Kind.HEADER,
        between=False,
    ),
    Place(
        "deletion in a header.docx",
        _docx(parts={"rIda": ("header", p("x ", deleted(PLANTED)))}),
        seen=_DELETED,
        kind=Kind.HEADER,
        between=False,
    ),
    Place(
        "comment.docx",
        _docx(parts=_comment(p(PLANTED))),
        seen=_METADATA,
        origin="comment by P. Shah",
        between=False,
    ),
    Place(
        "table in a comment.docx",
        _docx(parts=_comment(table(row("x", PLANTED)))),
        seen=_METADATA,
        origin="comment by P. Shah",
        between=False,
    ),
    Place("field result.docx", _docx(p("See ", field(" REF a ", PLANTED), "."))),
    Place(
        "field in a field.docx",
        _docx(p(field(" HYPERLINK x ", "").replace(run(""), field(" REF y ", PLANTED)))),
    ),
    Place(
        "field of one element.docx",
        _docx(p(f'<w:fldSimple w:instr=" AUTHOR ">{run(PLANTED)}</w:fldSimple>')),
    ),
    Place(
        "choice in a form.docx",
        _docx(
            p(
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
                f'<w:listEntry w:val="no"/><w:listEntry w:val="{PLANTED}"/></w:ddList></w:ffData>'
                "</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r>"
                '<w:fldChar w:fldCharType="end"/></w:r>'
            )
        ),
    ),
    Place(
        "link.docx", _docx(p(_IN_LINK.format(run(PLANTED))), links={"rIdLink": "https://a.example"})
    ),
    Place(
        "target of a link.docx",
        _docx(
            p(_IN_LINK.format(run("x"))),
            links={"rIdLink": f"file:///S:/{PLANTED.replace(' ', '%20')}.docx"},
        ),
        seen=_METADATA,
        origin="link target",
        between=False,
    ),
    Place("formula.docx", _docx(p(f"<m:oMath><m:r><m:t>{PLANTED}</m:t></m:r></m:oMath>"))),
    Place(
        "text above text.docx",
        _docx(p(f"<w:r><w:ruby><w:rubyBase>{run(PLANTED)}</w:rubyBase></w:ruby></w:r>")),
    ),
    Place(
        "description of a picture.docx",
        _docx(p("x", word.picture(20, 20, PLANTED))),
        seen=_METADATA,
        origin="alt text",
        between=False,
    ),
    Place(
        "title of a table.docx",
        _docx(table(row("x", "y"), properties=f'<w:tblCaption w:val="{PLANTED}"/>')),
        seen=_METADATA,
        origin="alt text",
        between=False,
    ),
    Place(
        "file of a picture.docx",
        _docx(p("x", word.picture(20, 20).replace("Picture 1", f"{PLANTED}.jpg"))),
        seen=_METADATA,
        origin="picture name",
        between=False,
    ),
    Place(
        "author.docx", _docx(core=f"<dc:creator>{PLANTED}</dc:creator>"), particular="core:creator"
    ),
    Place("company.docx", _docx(app=f"<Company>{PLANTED}</Company>"), particular="app:Company"),
    Place("added property.docx", _docx(custom={"Case": PLANTED}), particular="custom:Case"),
    Place(
        "template.docx",
        _docx(template=f"file:///S:/{PLANTED}.dotx"),
        particular="settings:template",
    ),
    Place(
        "form variable.docx",
        _docx(
            parts={
                "rIdSettings": (
                    "settings",
                    f'<w:docVars><w:docVar w:name="Child" w:val="{PLANTED}"/></w:docVars>',
                )
            }
        ),
        particular="variable:Child",
    ),
    Place(
        "cover page.docx",
        _docx(parts={"rIdCover": ("customXml", _COVER)}),
        particular="xml:Abstract",
    ),
)
