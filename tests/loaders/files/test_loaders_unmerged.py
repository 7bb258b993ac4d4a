"""Sheets without merged cells are gone through once; nothing that is read changes."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TWO
from made_files import book_of
from python_calamine import CalamineError, CalamineWorkbook

from loaders.files.archive import stored, unpacked
from loaders.files.book import read_sheets
from loaders.files.unmerged import without_merged
from loaders.refusal import RefusalError

pytestmark = pytest.mark.unit

SHEET = "xl/worksheets/sheet1.xml"
PARTS = unpacked(book_of({"Feb 2013": [HEADINGS, *TWO]}))
PLAIN = PARTS[SHEET]
WORDS = st.sampled_from(["", "Ash", "mergeCells", "</sheetData>", "<mergeCells>", "a<!--b", "x > y & z"])
CELLS = st.one_of(WORDS, st.integers(0, 500), st.floats(0, 500), st.dates(), st.booleans())


def rows_of(parts: dict[str, bytes]) -> list[list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(stored(parts)))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def zipped(sheet: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (PARTS | {SHEET: sheet}).items():
            archive.writestr(name, part)
    return out.getvalue()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=4), max_size=5), st.booleans())
def test_a_sheet_is_read_as_it_stands_merged_or_not(rows: list[list[object]], merged: bool) -> None:
    # Given any sheet, some of whose cells may be merged
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells("B2:C3")
    content = io.BytesIO()
    book.save(content)
    # When it is read
    [sheet] = read_sheets(content.getvalue(), "file.xlsx")
    # Then its cells and its merged ranges are those of the file
    [own] = rows_of(unpacked(content.getvalue()))
    assert sheet.rows == own
    assert sheet.merged == (((((1, 1), (2, 2)),)) if merged else ())


def test_without_merged_cells_the_reader_goes_through_a_sheet_once() -> None:
    # Given a sheet that is refused on the second way through it
    def cut(part: bytes) -> bytes:
        return part[: part.index(b"</sheetData>")] + b"</sheetData>&nothing"

    with pytest.raises(CalamineError, match="ill-formed"):
        rows_of(PARTS | {SHEET: cut(PLAIN)})
    # When it says above its cells that none of them are merged, then there is no second way
    assert rows_of(PARTS | {SHEET: cut(without_merged(PLAIN))}) == rows_of(PARTS)


@every_row(
    ("old", "new"),
    [
        (b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells><!-- </sheetData> -->'),
        (b"</worksheet>", b""),
        (b"</worksheet>", b"</sheet>"),
        (b"<sheetData>", b"<sheetData  >"),
        (b"<sheetData>.*</sheetData>", b"<sheetData/>"),
    ],
)
def test_any_other_part_is_left_as_it_is(old: bytes, new: bytes) -> None:
    part, times = re.subn(old, new, PLAIN, flags=re.DOTALL)
    assert times == 1
    assert without_merged(part) == part


@pytest.mark.parametrize("below", [b"</nothing>", b"&nothing", b"</worksheet>"])
def test_a_sheet_damaged_below_its_cells_is_refused(below: bytes) -> None:
    with pytest.raises(RefusalError, match="damaged"):
        read_sheets(zipped(PLAIN.replace(b"</worksheet>", below + b"</worksheet>")), "file.xlsx")
