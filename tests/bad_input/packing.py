"""Packed files for the catalogue, made with the standard library alone."""

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(members: dict[str, bytes | str]) -> bytes:
    """A zip of these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def paragraph(words: str) -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def word_file(body: str, declared: str = "", **parts: bytes | str) -> bytes:
    """A Word document. parts: other members, their names with __ for a slash and _ for a dot at the end."""
    document = f'<?xml version="1.0"?>{declared}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{name.replace('__', '/').replace('_', '.')}": part for name, part in parts.items()}
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **others})


def cell(reference: str, words: str, formula: str = "") -> str:
    """A cell of a sheet; with a formula it has no saved value."""
    if formula:
        return f'<c r="{reference}"><f>{formula}</f></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t>{words}</t></is></c>'


def sheet(*rows: list[str]) -> str:
    """A sheet of rows of cells."""
    numbered = "".join(f'<row r="{number}">{"".join(row)}</row>' for number, row in enumerate(rows, start=1))
    return f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{numbered}</sheetData></worksheet>'


def workbook(*sheets: str, **parts: str) -> bytes:
    """A workbook of these sheets."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = "".join(
        f'<sheet name="s{number}" sheetId="{number}" r:id="r{number}"/>' for number in range(1, len(sheets) + 1)
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{relation}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    if "sharedStrings" in parts:
        relations += f'<Relationship Id="r0" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        **{f"xl/worksheets/sheet{number}.xml": one for number, one in enumerate(sheets, start=1)},
        **{f"xl/{name}.xml": part for name, part in parts.items()},
    }
    return packed(members)
