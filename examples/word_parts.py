"""The XML of a Word file that holds no text of a draft: small pieces, styles, lists, settings."""

from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

TEXT_WIDTH = 9070  # A4 less its margins, in twentieths of a point
TAB = "<w:r><w:tab/></w:r>"
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table")
FOLLOWING = {
    "Title": "Subtitle",
    "Heading1": "NumberedParagraph",
    "Heading2": "NumberedParagraph",
    "Heading3": "Normal",
}
GREY = '<w:color w:val="595959"/>'


def run(content: str, properties: str = "") -> str:
    """A run that holds ready XML."""
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{content}</w:r>"


def text_run(text: str, properties: str = "") -> str:
    """A run of plain text; nothing at all for empty text."""
    return run(f'<w:t xml:space="preserve">{escape(text)}</w:t>', properties) if text else ""


def field_start(instruction: str) -> str:
    """The opening of a field; its shown result and FIELD_END follow."""
    code = f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'
    begin, separate = (run(f'<w:fldChar w:fldCharType="{k}"/>') for k in ("begin", "separate"))
    return begin + run(code) + separate


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a named style; `content` is ready XML."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def style(style_id: str, name: str, *properties: str, **options: str) -> str:
    """A style; `properties` are its paragraph's and then its run's, `options` its relations.

    The options are `based` and `following` (other styles), `kind`, and `table` for ready XML.
    """
    kind, following = options.get("kind", "paragraph"), options.get("following")
    default = ' w:default="1"' if name in DEFAULTS else ""
    based = "" if default else f'<w:basedOn w:val="{options.get("based", "Normal")}"/>'
    holders = zip(("pPr", "rPr"), properties, strict=False)
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{default}><w:name w:val="{name}"/>{based}'
        + (f'<w:next w:val="{following}"/>' if following else "")
        + "<w:qFormat/>"
        + "".join(f"<w:{tag}>{content}</w:{tag}>" for tag, content in holders if content)
        + options.get("table", "")
        + "</w:style>"
    )


def in_list(level: int, number_id: int = 1) -> str:
    """Membership of a list at a level."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'


def spacing(before: int, after: int, line: int = 264) -> str:
    """Space round a paragraph and between its lines."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def size(points: float, before: str = "") -> str:
    """Type size, and the run properties that must come before it."""
    return f'{before}<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def defaults() -> str:
    """Arial 11 and British English throughout."""
    fonts = "".join(f' w:{script}="Arial"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    run_properties = f"<w:rPr><w:rFonts{fonts}/>{size(11)}{language}</w:rPr>"
    return f"<w:docDefaults><w:rPrDefault>{run_properties}</w:rPrDefault></w:docDefaults>"


def table_styles() -> str:
    """A plain grid with a tinted header row."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = "".join(f'<w:{side} w:w="108" w:type="dxa"/>' for side in ("left", "right"))
    margins = f"<w:tblCellMar>{sides}</w:tblCellMar>"
    grid = (
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{margins}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto"'
        ' w:fill="DEE6E9"/></w:tcPr></w:tblStylePr>'
    )
    plain = f"<w:tblPr>{margins}</w:tblPr>"
    return style("TableNormal", "Normal Table", kind="table", table=plain) + style(
        "TableGrid", "Table Grid", kind="table", based="TableNormal", table=grid
    )


def styles(accent: str) -> str:
    """Every style the drafts use; `accent` is the colour of titles and headings."""
    colour = f'<w:color w:val="{accent}"/>'
    bold, stay = "<w:b/>" + colour, "<w:keepNext/><w:keepLines/>"
    right = f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/>'
    leader = f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/>'
    toc1 = f'<w:tabs><w:tab w:val="left" w:pos="480"/>{leader}</w:tabs>{spacing(60, 20, 240)}'
    toc2 = f'<w:tabs>{leader}</w:tabs>{spacing(0, 20, 240)}<w:ind w:left="480"/>'
    quote = spacing(60, 200) + '<w:ind w:left="1276" w:right="567"/>'
    font, character = "DefaultParagraphFont", "character"
    paragraphs = [
        ("Normal", "Normal", spacing(120, 100)),
        ("Title", "Title", spacing(3600, 240, 240), size(30, bold)),
        ("Subtitle", "Subtitle", spacing(0, 1200, 240), size(18, colour)),
        ("CoverText", "Cover Text", spacing(0, 160), size(13)),
        ("TOCHeading", "TOC Heading", stay + spacing(0, 240), size(16, bold)),
        ("TOC1", "toc 1", toc1),
        ("TOC2", "toc 2", toc2, size(10)),
        ("NumberedParagraph", "Numbered Paragraph", in_list(1) + spacing(60, 100)),
        ("ListBullet", "List Bullet", in_list(0, 2) + spacing(0, 80)),
        ("Quote", "Quote", quote, "<w:i/>"),
        ("TableText", "Table Text", spacing(50, 50, 240), size(10)),
        (
            "TableHeading",
            "Table Heading",
            "<w:keepNext/>" + spacing(50, 50, 240),
            size(10, "<w:b/>"),
        ),
        ("Header", "header", '<w:jc w:val="right"/>', size(9, GREY)),
        ("Footer", "footer", f"<w:tabs>{right}</w:tabs>", size(9, GREY)),
        ("FootnoteText", "footnote text", spacing(0, 40, 240), size(9)),
    ]
    headings = (
        (1, in_list(0), 17, (480, 200)),
        (2, "", 13, (320, 140)),
        (3, "", 11, (240, 120)),
    )
    for number, place, points, space in headings:
        outline = f'<w:outlineLvl w:val="{number - 1}"/>'
        shape = stay + place + spacing(*space) + outline
        paragraphs.append((f"Heading{number}", f"heading {number}", shape, size(points, bold)))
    raised = '<w:vertAlign w:val="superscript"/>'
    return "".join(
        (
            defaults(),
            *(style(*entry, following=FOLLOWING.get(entry[0], "")) for entry in paragraphs),
            style(font, "Default Paragraph Font", kind=character),
            style(
                "FootnoteReference", "footnote reference", "", raised, kind=character, based=font
            ),
            table_styles(),
        )
    )


def numbering() -> str:
    """One list for chapters (1) and their paragraphs (1.1), and one for bullets.

    Headings 2 and 3 stay out of the first list. At a deeper level than the paragraphs, a heading
    that opens a chapter uses up x.1; at a higher one, it starts the paragraphs again.
    """
    levels = (("%1", "Heading1"), ("%1.%2", "NumberedParagraph"))
    chapters = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="{style_id}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="709" w:hanging="709"/></w:pPr></w:lvl>'
        for index, (text, style_id) in enumerate(levels)
    )
    bullet = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="1066" w:hanging="357"/></w:pPr></w:lvl>'
    )
    return (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        f'{chapters}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )


def settings() -> str:
    """Document settings: the footnote separators, Word's current layout rules, the language."""
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:footnotePr>'
        '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>'
    )


def footnotes(notes: dict[str, str]) -> bytes:
    """The footnotes part: the two separators that Word expects, then the notes."""
    mark = run("<w:footnoteRef/>", '<w:rStyle w:val="FootnoteReference"/>')
    separators = "".join(
        f'<w:footnote w:type="{name}" w:id="{number}"><w:p>{run(f"<w:{name}/>")}</w:p></w:footnote>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    texts = "".join(
        f'<w:footnote w:id="{number}">'
        + paragraph("FootnoteText", mark + text_run(" " + text))
        + "</w:footnote>"
        for number, text in enumerate(notes.values(), 1)
    )
    root = parse_xml(f"<w:footnotes {nsdecls('w')}>{separators}{texts}</w:footnotes>")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
