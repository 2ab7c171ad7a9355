"""Tables: CSV, workbooks, JSON lines, Parquet."""

import codecs
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

from .case import CANARY, PROSE, loads, refused
from .html_files import PAGE
from .packing import cell, sheet, workbook

YEARS = [
    "0", "-44", "20222", "circa 1990", "[1990]", "1990s", "12/03/1990", "1990-02-30", "MCMXC", "１９９０", "1990.0", "1e3", "inf", "nan", "",
    "9" * 400, "0x7c6", "19 90", "BC 44", "1990-02-28T12:00:00+14:00", "1990", "2014",
]  # fmt: skip
NAMES = [
    "<b>bold</b>", "<script>document.title='XSS'</script>", "**bold**", "$\\frac{1}{0}$", ":red[alarm]", "=1+1", "+1", "-1+1", "@name", "../../etc/passwd",
    "CON", "x" * 5000, "\u202eabc", "Null", "NA", "None", "nan", "True", "1e5", "007", "Smith", "smith", "SMITH", "Smith ", "{name}", "%s%n", "😀",
    "a, b", "__proto__", "%{x}<br>", "R&D", "[link](http://127.0.0.1:9)",
]  # fmt: skip


def rows(header: str, *lines: str, sign: str = ",") -> bytes:
    return ("\n".join([header, *lines]) + "\n").replace(",", sign).encode()


def quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


def many_sheets() -> bytes:
    sheets = [sheet()] * 300
    return workbook(*sheets, sheet([cell("A1", "title"), cell("B1", "text")], [cell("A2", "A"), cell("B2", PROSE)]))


def parquet(**columns: list) -> bytes:
    content = io.BytesIO()
    pq.write_table(pa.table(columns), content)
    return content.getvalue()


HEADER = [cell("A1", "title"), cell("B1", "year"), cell("C1", "text")]
LAUGHS = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>'
CASES = (
    loads("csv_ok.csv", lambda: rows("title,author,year,text", "A,Ann,2001,The river.", "B,Bob,2002,And slow."), "The river.", "And slow.", texts=2),
    refused("csv_header_only.csv", lambda: rows("title,author,year,text"), "no row"),
    refused("csv_no_header.csv", lambda: rows(f"A,Ann,2001,{PROSE}"), "no header"),
    loads("csv_bom.csv", lambda: codecs.BOM_UTF8 + rows("title,text", "A,The river."), "The river."),
    loads("csv_semicolon.csv", lambda: rows("title,author,text", "A,Ann,The river.", sign=";"), "The river."),
    loads("csv_tab.tsv", lambda: rows("title,author,text", "A,Ann,The river.", sign="\t"), "The river."),
    loads("csv_sep_line.csv", lambda: b"sep=;\n" + rows("title,text", "A,The river.", sign=";"), "The river."),
    loads("csv_utf16.csv", lambda: "title\ttext\nA\tThe river.\n".encode("utf-16"), "The river."),
    loads("csv_cp1252.csv", lambda: "title,text\nA,The café of señor Zoë is naïve.\n".encode("cp1252"), "café of señor Zoë"),
    refused("csv_wide_1e5.csv", lambda: rows(",".join(f"c{number}" for number in range(100_000)), "x," * 99_999), "columns"),
    loads("csv_quoted_newlines.csv", lambda: b'title,text\r\nA,"The ""river""\nwas wide\r\nand slow."\r\n', 'The "river"', "and slow."),
    refused("csv_duplicate_headers.csv", lambda: rows("text,text,author,author", "One two.,Three four.,A,B"), "choose the one"),
    refused("csv_no_text_column.csv", lambda: rows("name,first,second", f"A,{PROSE},{PROSE}"), "choose the one"),
    loads("csv_years.csv", lambda: rows("year,text", *(f"{quoted(year)},The river." for year in YEARS)), "The river.", texts=len(YEARS)),
    loads("csv_evil_names.csv", lambda: rows("author;text", *(f"{quoted(name)};The river." for name in NAMES), sign=","), "The river.", texts=len(NAMES)),
    loads("csv_inf_nan.csv", lambda: rows("score,text", *(f"{score},The river." for score in ("inf", "-inf", "nan", "1e400", "1e-400", "NULL"))), "The river.", texts=6),
    loads("csv_uneven.csv", lambda: rows("title,year,text", "A,2001,The river.", "B,2002,And slow.,more", "C"), "The river.", texts=2, notice="more or fewer cells"),
    loads("csv_long_cell.csv", lambda: rows("title,text", f"A,{PROSE * 4000}"), "The river was wide"),
    loads("csv_formula.csv", lambda: rows("title,text", "=1+1,=2+2 is four words."), "=2+2 is four words."),
    refused("csv_only_commas.csv", lambda: b",,,\n,,,\n", "nothing but"),
    refused("csv_html.csv", PAGE.encode, "web page"),
    refused("csv_empty.csv", lambda: b"", "is empty"),
    refused("csv_too_many_rows.csv", lambda: rows("text", *["The river."] * 2_001), "2,000"),
    loads("xlsx_ok.xlsx", lambda: workbook(sheet(HEADER, [cell("A2", "=1+1"), cell("B2", "2001"), cell("C2", PROSE)])), "The river was wide"),
    refused("xlsx_formula_no_cache.xlsx", lambda: workbook(sheet(HEADER, [cell("A2", "A"), cell("B2", "", "2000+1"), cell("C2", "", "A1")])), "formulas without a saved value"),
    loads("xlsx_many_sheets.xlsx", many_sheets, "The river was wide"),
    refused("xlsx_far_cell.xlsx", lambda: workbook(sheet([cell("A1", "text"), cell("XFD1048576", "far")])), "as far as row 1,048,576"),
    refused("xlsx_billion_laughs.xlsx", lambda: workbook(sheet(HEADER), sharedStrings=LAUGHS), "no spreadsheet program writes"),
    refused("xlsx_xxe.xlsx", lambda: workbook(f'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///tmp/{CANARY}">]>' + sheet(HEADER)), "no spreadsheet program writes"),
    refused("xlsx_old_xls.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "old Excel file"),
    refused("xlsx_empty_sheet.xlsx", lambda: workbook(sheet()), "no cell"),
    refused("xlsx_bomb.xlsx", lambda: workbook(sheet([cell("A1", "text")], [cell("A2", "a" * 90_000_000)])), "unpacks to more than"),
    refused("xlsx_not_zip.xlsx", PROSE.encode, "xlsx_not_zip.xlsx"),
    loads("jsonl_ok.jsonl", lambda: "\n".join(json.dumps({"author": name, "text": "The river."}) for name in ("Null", "Ann")).encode(), "The river.", texts=2),
    loads("jsonl_bad_lines.jsonl", lambda: b'{"text": "The river."}\nnonsense\n[1, 2]\n{"text": "And slow."}\n', "The river.", texts=2, notice="no JSON objects"),
    loads("json_list.json", lambda: json.dumps([{"title": "A", "text": PROSE, "tags": ["x", {"y": 1}]}]).encode(), "The river was wide"),
    refused("jsonl_deep.jsonl", lambda: b"[" * 200_000, "no JSON objects"),
    refused("jsonl_words.jsonl", PROSE.encode, "no JSON objects"),
    loads("parquet_ok.parquet", lambda: parquet(author=["Ann", None], text=["The river.", "And slow."], year=[2001, None]), "The river.", texts=2),
    refused("parquet_damaged.parquet", lambda: parquet(text=["The river."])[:-20], "damaged"),
    refused("parquet_many_rows.parquet", lambda: parquet(text=["word"] * 100_000), "2,000"),
    refused("parquet_words.parquet", PROSE.encode, "no Parquet file"),
)  # fmt: skip
