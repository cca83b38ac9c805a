"""Writes Word files part by part, so that a test shows exactly what Word would have stored."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{OFFICE}/relationships",
        "m": f"{OFFICE}/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
  <w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>
  <w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
"""


def run(text: str, properties: str = "") -> str:
    """A run of text; `properties` is what stands in its w:rPr."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def bold(text: str) -> str:
    """A run in bold."""
    return run(text, "<w:b/>")


def p(*content: str, style: str = "", number: tuple[int, int] | None = None, more: str = "") -> str:
    """A paragraph of text or ready-made runs; `number` is (numId, ilvl), `more` goes in w:pPr."""
    properties = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if number is not None:
        list_id, level = number
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    runs = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{runs}</w:p>"


def field(instruction: str, result: str) -> str:
    """A field as Word writes it: instruction and last result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def deleted(text: str, author: str = "A. Editor") -> str:
    """A tracked deletion."""
    return (
        f'<w:del w:id="9" w:author={quoteattr(author)}><w:r>'
        f'<w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'
    )


def inserted(text: str, author: str = "A. Editor") -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="8" w:author={quoteattr(author)}>{run(text)}</w:ins>'


def cell(*content: str, properties: str = "") -> str:
    """A table cell of paragraphs (plain text becomes one)."""
    inside = "".join(
        c if c.startswith("<w:p>") or c.startswith("<w:tbl") else p(c) for c in content
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    inside = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def level(at: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list: Word's pattern ("%1.%2") and number format."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def lists(*definitions: str | tuple[str, ...], more: str = "") -> str:
    """The numbering part: list 1 has the levels of the first definition, and so on."""
    levels = ["".join(d) for d in definitions]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{inside}</w:abstractNum>'
        for at, inside in enumerate(levels, 1)
    )
    concrete = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(1, len(levels) + 1)
    )
    return abstract + concrete + more


def text_box(*paragraphs: str) -> str:
    """A run with a text box, as Word writes it: a new form, and an old one to fall back on."""
    inside = "".join(c if c.startswith("<w:") else p(c) for c in paragraphs)
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(width_mm: float, height_mm: float, description: str = "") -> str:
    """A run with a picture of a size."""
    extent = f'<wp:extent cx="{int(width_mm * 36000)}" cy="{int(height_mm * 36000)}"/>'
    return (
        f"<w:r><w:drawing><wp:inline>{extent}"
        f'<wp:docPr id="1" name="Picture 1" descr={quoteattr(description)}/>'
        '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def reference(kind: str, id_: int) -> str:
    """The mark of a footnote or endnote."""
    return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'


def note(kind: str, id_: int, *content: str) -> str:
    """A footnote or endnote."""
    inside = "".join(c if c.startswith("<w:p>") else p(c) for c in content)
    return f'<w:{kind} w:id="{id_}">{inside}</w:{kind}>'


def write(
    path: Path,
    *body: str,
    styles: str = STYLES,
    numbering: str = "",
    parts: dict[str, tuple[str, str]] | None = None,
    links: dict[str, str] | None = None,
    core: str = "",
    app: str = "",
    custom: dict[str, str] | None = None,
    template: str = "",
    document: str | None = None,
) -> Path:
    """A .docx with this body.

    `parts` are further parts by relationship id: ("header", what its root element holds); a
    content that begins with "<?xml" stands as it is. `links` are hyperlinks by relationship id.
    `core` and `app` are elements of the properties, `custom` properties that somebody added, and
    `template` is where the template lies.
    """
    roots = {
        "styles": ("styles", "styles"),
        "numbering": ("numbering", "numbering"),
        "header": ("hdr", "header"),
        "footer": ("ftr", "footer"),
        "footnotes": ("footnotes", "footnotes"),
        "endnotes": ("endnotes", "endnotes"),
        "comments": ("comments", "comments"),
        "settings": ("settings", "settings"),
    }
    found = {"rIdStyles": ("styles", styles), "rIdLists": ("numbering", numbering)} | (parts or {})
    relations, files = "", {}
    for id_, (kind, content) in found.items():
        folder = {"chart": "charts/", "diagramData": "diagrams/", "package": "embeddings/"}
        ending = "xlsx" if kind == "package" else "xml"
        another = id_[-1] if any(f"{kind}.xml" in name for name in files) else ""
        name = f"{folder.get(kind, '')}{kind}{another}.{ending}"
        if kind in roots:
            content = f"<w:{roots[kind][0]} {NAMESPACES}>{content}</w:{roots[kind][0]}>"
        files[f"word/{name}"] = content
        relations += (
            f'<Relationship Id="{id_}" Type="{OFFICE}/relationships/{kind}" Target="{name}"/>'
        )
    for id_, target in (links or {}).items():
        relations += (
            f'<Relationship Id="{id_}" Type="{OFFICE}/relationships/hyperlink" '
            f'Target={quoteattr(target)} TargetMode="External"/>'
        )
    package = "http://schemas.openxmlformats.org/package/2006"
    root_relations = (
        f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" '
        'Target="word/document.xml"/>'
    )
    if core:
        root_relations += (
            f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
        )
        files["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        )
    if app:
        root_relations += (
            f'<Relationship Id="rId3" Type="{OFFICE}/relationships/extended-properties" '
            'Target="docProps/app.xml"/>'
        )
        files["docProps/app.xml"] = (
            f'<Properties xmlns="{OFFICE}/extended-properties">{app}</Properties>'
        )
    if custom:
        root_relations += (
            f'<Relationship Id="rId4" Type="{OFFICE}/relationships/custom-properties" '
            'Target="docProps/custom.xml"/>'
        )
        files["docProps/custom.xml"] = (
            f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
            + "".join(
                f"<property name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr>"
                "</property>"
                for name, value in custom.items()
            )
            + "</Properties>"
        )
    if template:
        files["word/settings.xml"] = f"<w:settings {NAMESPACES}/>"
        relations += (
            f'<Relationship Id="rIdSettings" Type="{OFFICE}/relationships/settings" '
            'Target="settings.xml"/>'
        )
        files["word/_rels/settings.xml.rels"] = (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/relationships/attachedTemplate" Target={quoteattr(template)} '
            'TargetMode="External"/></Relationships>'
        )
    files["word/document.xml"] = document or (
        f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"
    )
    for name, inside in (
        ("_rels/.rels", root_relations),
        ("word/_rels/document.xml.rels", relations),
    ):
        files[name] = f'<Relationships xmlns="{package}/relationships">{inside}</Relationships>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(name, content)
    return path
