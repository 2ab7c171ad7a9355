"""Word documents."""

from .case import CANARY, PROSE, loads, refused
from .packing import WORD, packed, paragraph, word_file

GOOD = word_file(paragraph("The river was wide.") + paragraph(PROSE) + paragraph("And slow."))
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('boxtext')}</w:txbxContent></w:pict></w:r><w:r><w:t>aroundtext</w:t></w:r></w:p>"
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('celltext')}</w:tc></w:tr></w:tbl>"
TRACKED = "<w:p><w:r><w:t>Kept </w:t></w:r><w:ins><w:r><w:t>inserted </w:t></w:r></w:ins><w:del><w:r><w:delText>deleted </w:delText></w:r></w:del><w:r><w:t>words.</w:t></w:r></w:p>"
DEEP = "<w:tbl><w:tr><w:tc>" * 3000 + paragraph("celltext") + "</w:tc></w:tr></w:tbl>" * 3000
TEMPLATE = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>'


def canary(system: str) -> bytes:
    return word_file(paragraph("Here &x; there."), f'<!DOCTYPE d [<!ENTITY x SYSTEM "{system}">]>')


CASES = (
    loads("docx_ok.docx", lambda: GOOD, "The river was wide.", "lower floor", "And slow."),
    refused("docx_xxe_file.docx", lambda: canary(f"file:///tmp/{CANARY}"), "no word processor writes"),
    refused("docx_xxe_http.docx", lambda: canary("http://127.0.0.1:9/x"), "no word processor writes"),
    refused("docx_param_entity.docx", lambda: word_file(paragraph("Words."), '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'), "no word processor"),
    loads("docx_giant_media.docx", lambda: word_file(paragraph(PROSE), media__image1_png=b"\0" * 200_000_000), "The river was wide"),
    refused("docx_xml_bomb.docx", lambda: word_file(paragraph("A" * 150_000_000)), "unpacks to more than"),
    loads("docx_many_paragraphs.docx", lambda: word_file(paragraph("word") * 100_000), "word"),
    refused("docx_deep_tables.docx", lambda: word_file(DEEP), "nested too deep"),
    loads("docx_table_and_textbox.docx", lambda: word_file(TABLE + BOX + paragraph("bodytext")), "celltext aroundtext boxtext bodytext"),
    loads("docx_tracked.docx", lambda: word_file(TRACKED), "Kept inserted words.", lacks=("deleted",)),
    loads("docx_remote_template.docx", lambda: word_file(paragraph(PROSE), _rels__settings_xml_rels=TEMPLATE), "The river was wide"),
    loads("docx_footnote.docx", lambda: word_file('<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
          footnotes_xml=f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{paragraph("notetext")}</w:footnote></w:footnotes>'), "notetext"),
    refused("docx_truncated.docx", lambda: GOOD[:300], "damaged or cut off"),
    refused("docx_not_zip.docx", lambda: PROSE.encode(), "is no Word file"),
    refused("docx_empty_body.docx", lambda: word_file(""), "no words"),
    refused("docx_bad_xml.docx", lambda: word_file("<w:p><w:r>"), "damaged"),
    refused("docx_is_odt.docx", lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument"),
    refused("docx_is_xlsx.docx", lambda: packed({"xl/workbook.xml": "<x/>"}), "Excel"),
    refused("docx_old_doc.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "old Word file"),
    refused("docx_empty.docx", lambda: b"", "is empty"),
)  # fmt: skip
