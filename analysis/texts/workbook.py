"""Reading Excel workbooks: looked at before anything is unpacked into cells."""

from __future__ import annotations

import io
import re
import zipfile

from ..errors import CorpusError
from .archive import DAMAGE, TooLarge, open_zip, unpack
from .reading import Read, ReadingChoices
from .table_rows import MOST_COLUMNS, Table, texts_of

MOST_ROWS = 200_000
MOST_SHEET_BYTES = 80_000_000
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_DIMENSION = re.compile(rb'<dimension[^>]*\bref="(?:[A-Z]{1,3}\d{1,7}:)?([A-Z]{1,3})(\d{1,7})"')
_OLD = b"\xd0\xcf\x11\xe0"


def read_workbook(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """A row of a sheet a text; the first sheet that holds anything, unless another is chosen.

    CorpusError where it is no workbook, an old or locked one, or claims more cells than are read.
    """
    if content.startswith(_OLD):
        raise CorpusError(
            f"{name} is an old Excel file or locked with a password: save it as .xlsx without a password."
        )
    packed = open_zip(name, content)
    if "xl/workbook.xml" not in packed.namelist():
        raise CorpusError(f"{name} is no Excel workbook: save it as .xlsx or .csv.")
    no_values = _look_at(name, packed)
    sheets, sheet, rows = _cells(name, content, choices.sheet)
    if not rows:
        raise CorpusError(f"{name} has no cell that holds anything: check that it is the right file.")
    header, body = rows[0], rows[1:]
    if no_values and not any(any(cell.strip() for cell in row) for row in body):
        raise CorpusError(f"{name} holds formulas whose values were not saved: open it in Excel and save it anew.")
    read = texts_of(name, Table(header, body, "xlsx", sheets=sheets, sheet=sheet), choices)
    column = next((header[place] for place in no_values if place < len(header)), "")
    if not read.drafts and column:
        raise CorpusError(
            f"{name} holds formulas without a saved value in the column “{column}”: open it in Excel and save it anew."
        )
    return read


def _look_at(name: str, packed: zipfile.ZipFile) -> list[int]:
    """The columns with formulas that have no saved value. CorpusError where the sheets are larger than is read.

    Two kilobytes can claim seventeen thousand million cells, and readers make room for all of them.
    """
    unsaved: set[int] = set()
    try:
        for part in packed.namelist():
            if part == "xl/sharedStrings.xml":
                _refuse_entities(name, unpack(packed, part, MOST_SHEET_BYTES))
            elif part.startswith("xl/worksheets/") and part.endswith(".xml"):
                unsaved |= _look_at_sheet(name, unpack(packed, part, MOST_SHEET_BYTES))
    except TooLarge as error:
        raise CorpusError(f"{name} {error}: keep the sheet with the texts only, or save it as .csv.") from None
    except (NotImplementedError, *DAMAGE) as error:
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(f"{name} is damaged or cut off: open it in Excel and save it anew.") from None
    return sorted(unsaved)


def _look_at_sheet(name: str, sheet: bytes) -> set[int]:
    _refuse_entities(name, sheet)
    last = [_place(*found) for found in (*_DIMENSION.findall(sheet[:5000]), *_REFERENCE.findall(sheet))]
    row, column = (max((place[part] for place in last), default=0) for part in (0, 1))
    if row > MOST_ROWS or column > MOST_COLUMNS:
        raise CorpusError(
            f"{name} has a cell as far as row {row:,}, column {column:,}: delete what lies beyond the table and save it anew."
        )
    return {
        _place(cell, b"1")[1] - 1
        for cell in re.findall(
            rb'<c r="([A-Z]{1,3})\d+"[^>]*>\s*<f[^>]{0,200}>[^<]{0,9000}</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>', sheet
        )
    }


def _refuse_entities(name: str, xml: bytes) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise CorpusError(f"{name} is built in a way that no spreadsheet program writes: save it anew as .xlsx.")


def _place(column: bytes, row: bytes) -> tuple[int, int]:
    """Row and column of a reference such as BC12, from 1."""
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return int(row), number


def _cells(name: str, content: bytes, asked: str) -> tuple[tuple[str, ...], str, list[list[str]]]:
    """The names of the sheets, the one read, and its rows as strings."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = tuple(workbook.sheet_names)
        found: tuple[str, list[list[str]]] = ("", [])
        for sheet in [asked] if asked in sheets else sheets:
            rows = [[_cell(value) for value in row] for row in workbook.get_sheet_by_name(sheet).to_python()]
            rows = [row for row in rows if any(cell.strip() for cell in row)]
            # A sheet with names of columns alone is taken only where no other has more.
            if rows and (len(rows) > 1 or not found[1]):
                found = (sheet, rows)
            if len(rows) > 1:
                break
        return sheets, *found
    except PasswordError:
        raise CorpusError(f"{name} is locked with a password: save it without one.") from None
    except (CalamineError, OSError, ValueError):
        raise CorpusError(f"{name} cannot be read as an Excel workbook: open it in Excel and save it anew.") from None


def _cell(value: object) -> str:
    """A cell as words: a whole number without its point, a day without its midnight."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")
