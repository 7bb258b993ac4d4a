"""Any bytes at all: the sheets that are in them, or one clear refusal."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from every_row import every_row
from loading import HEADINGS, TWO, values
from made_books import ole2
from made_files import book_of
from written_book import written_book

from loaders import load
from loaders.files.book import _Panics, read_sheets
from loaders.files.reach import reach
from loaders.refusal import RefusalError

pytestmark = pytest.mark.unit

GOOD = book_of({"Feb 2013": [HEADINGS, *TWO]})
OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
SHEET = "xl/worksheets/sheet1.xml"


def rebuilt(change: Callable[[str, bytes], bytes | None], content: bytes = GOOD) -> bytes:
    """The workbook with its parts changed, or left out where the change gives nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def with_part(name: str, pattern: bytes, text: bytes) -> bytes:
    def change(part: str, xml: bytes) -> bytes:
        if part != name:
            return xml
        changed, times = re.subn(pattern, text, xml, count=1)
        assert times == 1
        return changed

    return rebuilt(change)


def zip_of(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def last_row(xml: bytes) -> bytes:
    return with_part(SHEET, rb"</sheetData>", xml + b"</sheetData>")


def refused(content: bytes, name: str = "file.xlsx") -> str:
    """The code of the one problem of a file that is refused; its tables are empty."""
    loaded = load(content, name)
    assert loaded.stopped
    assert all(table.empty for table in loaded.tables.values())
    [problem] = loaded.problems
    return problem.code


@every_row(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "other_kind"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "other_kind"),
        (b"%PDF-1.7", "other_kind"),
        (b"BM" + bytes(50), "other_kind"),
        (b"<html><table><tr><td>Team</td></tr></table></html>", "web_page"),
        (b"<?xml version='1.0'?><Workbook/>", "web_page"),
        (OLE2 + bytes(600), "damaged"),
        (ole2({"EncryptionInfo": b"", "EncryptedPackage": b"secret"}), "password"),
        (ole2({"WordDocument": b""}), "other_kind"),
        (ole2({"Something": b""}), "other_kind"),
        (b"Team,FTE,Allocated\nAsh,5,100\n", "not_a_workbook"),
        (b"PK\x03\x04", "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (zip_of("xl/workbook.bin"), "damaged"),
        (zip_of("mimetype", "content.xml"), "damaged"),
        (zip_of("word/document.xml"), "other_kind"),
        (zip_of("ppt/presentation.xml"), "other_kind"),
        (zip_of("february.xlsx"), "zipped"),
        (zip_of("readme.txt"), "other_kind"),
        (zip_of("xl/workbook.xml"), "damaged"),
        (bytes(20_000_001), "too_many_bytes"),
    ],
)
def test_what_is_no_workbook_is_refused_with_its_own_message(content: bytes, code: str) -> None:
    assert refused(content) == code


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"PK\x03\x04" + bytes(600), "minutes.docx"),
        (OLE2 + bytes(600), "minutes.DOC"),
        (b"Minutes of the meeting\n", "minutes.docx"),
        (zip_of("word/document.xml")[:60], "caseloads.xlsx"),
    ],
    # Not by their bytes: a zip has the time in it, and the tests that run side by side must have the same names.
    ids=["a zip", "an old document", "text", "half a document"],
)
def test_a_false_word_document_is_no_spreadsheet_rather_than_a_damaged_one(content: bytes, name: str) -> None:
    [found] = load(content, name).problems
    assert found.code == "other_kind"
    assert "The file is a Word document, not a spreadsheet" in found.message


@every_row("name", ["caseloads.xlsx", "caseloads.xlsm", "caseloads.xls", "caseloads.csv", "caseloads"])
def test_a_workbook_is_read_whatever_it_is_called(name: str) -> None:
    assert values(load(GOOD, name), "team") == [("Ash",), ("Elm",)]


@every_row(
    "xml",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        b"<row r='1048576'><c\nr='XFD1048576'\n><v>1</v></c></row>",
        b"<row r='1048576'><c s='>' r='XFD1048576'><v>1</v></c></row>",
        b"<row r='1048576'><c s='/' r='XFD1048576'><v>1</v></c></row>",
        b"<row r='1048576'><c r='&#88;FD1048576'><v>1</v></c></row>",
        b'<row r="4294967290"><c><v>1</v></c></row>',
        b'<row r="150000"><c r="ZZ150000"><v>1</v></c></row>',
        b'<row r="2"><c r="ZZZZZZ99999999"><v>1</v></c></row>',
    ],
)
def test_a_cell_in_the_farthest_corner_is_refused_before_anything_is_opened(xml: bytes) -> None:
    assert refused(last_row(xml)) == "far_cells"


def test_a_far_cell_that_is_only_formatted_does_no_harm() -> None:
    content = last_row(b'<row r="1048576"><c r="XFD1048576" s="0"/></row>')
    assert values(load(content, "file.xlsx"), "team") == [("Ash",), ("Elm",)]


@every_row(
    ("xml", "expected"),
    [
        (b"<a/>", (0, 0)),
        (b'<s><row r="3"><c r="B3"><v>1</v></c><c r="D3" s="1"/></row></s>', (3, 2)),
        (b'<s><row r="3"><c r="B3" s="1" t="s"><v>1</v></c></row><row r="9"/></s>', (3, 2)),
        (b"<s><row><c/><c><v>1</v></c></row><row><c><v>1</v></c></row></s>", (2, 2)),
        (b'<x:s xmlns:x="u"><x:row r="7"><x:c><x:is/></x:c></x:row></x:s>', (7, 1)),
    ],
)
def test_how_far_a_sheet_reaches_is_known_from_its_xml(xml: bytes, expected: tuple[int, int]) -> None:
    assert reach(xml) == expected


@pytest.mark.parametrize(
    "content",
    [
        with_part(SHEET, rb"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
        with_part("xl/styles.xml", rb'<cellXfs count="\d+"', b'<cellXfs count="99999999999"'),
        rebuilt(lambda name, xml: xml.decode().encode("utf-16") if name == SHEET else xml),
    ],
)
def test_a_workbook_built_to_break_a_reader_is_refused(content: bytes) -> None:
    assert refused(content) == "unsafe"


def test_a_workbook_that_unpacks_to_far_too_much_is_refused() -> None:
    content = with_part(SHEET, rb"</worksheet>", b"</worksheet>" + b" " * 61_000_000)
    assert len(content) < 200_000
    assert refused(content) == "too_large"


def test_one_long_text_shown_in_very_many_cells_is_refused() -> None:
    text = b"<sst><si><t>" + b"x" * 1_000_000 + b"</t></si></sst>"
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(4, 1000))
    content = last_row(cells)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**parts, "xl/sharedStrings.xml": text}.items():
            archive.writestr(name, part)
    assert refused(out.getvalue()) == "unsafe"


@pytest.mark.parametrize("missing", [SHEET, "xl/_rels/workbook.xml.rels"])
def test_a_workbook_with_a_part_missing_is_refused(missing: str) -> None:
    assert refused(rebuilt(lambda name, xml: None if name == missing else xml)) == "damaged"


def test_a_changed_part_is_noticed() -> None:
    place = GOOD.index(SHEET.encode()) + len(SHEET) + 40
    content = GOOD[:place] + bytes([GOOD[place] ^ 1]) + GOOD[place + 1 :]
    assert refused(content) == "damaged"


def test_a_panic_of_the_reader_is_a_refusal_and_nothing_else_is_swallowed() -> None:
    class PanicException(BaseException):
        pass

    with pytest.raises(RefusalError), _Panics():
        raise PanicException
    with pytest.raises(KeyboardInterrupt), _Panics():
        raise KeyboardInterrupt


@pytest.mark.parametrize("many", [2, 3, 6])
def test_the_sheets_of_a_large_workbook_are_read_as_those_of_a_small_one(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a workbook of several sheets, each unlike the others, one of them hidden
    rows = {f"Sheet {n}": [HEADINGS, *TWO[:1] * n] for n in range(many)}
    content = written_book(rows, hidden=["Sheet 1"])
    small = read_sheets(content, "file.xlsx")
    # When it counts as large
    monkeypatch.setattr("loaders.files.book._LARGE", 0)
    # Then its sheets are the same, in the same order
    assert read_sheets(content, "file.xlsx") == small
    assert [len(sheet.rows) for sheet in small] == [n + 1 for n in range(many)]


def test_a_large_workbook_with_one_broken_sheet_is_refused_whichever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given large workbooks, one of whose sheets is cut short in its cells
    monkeypatch.setattr("loaders.files.book._LARGE", 0)
    content = written_book({f"Sheet {n}": [HEADINGS, *TWO] for n in range(4)})
    for broken in range(1, 5):
        name = f"xl/worksheets/sheet{broken}.xml"
        cut = rebuilt(lambda part, xml, name=name: xml[: xml.rfind(b"</c>")] if part == name else xml, content)
        # When it is read, then it is refused, as a small one is
        with pytest.raises(RefusalError) as refused:
            read_sheets(cut, "file.xlsx")
        assert refused.value.code == "damaged"


def test_cells_stand_in_their_true_places() -> None:
    # Given a sheet whose first filled cell is C3, one merged range, and a hidden sheet
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["C3"], sheet["D4"], sheet["E5"] = "here", "=SUM(A1:B1)", "#REF!"
    sheet.merge_cells("C3:C4")
    book.create_sheet("Away").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    # When it is read
    first, away = read_sheets(out.getvalue(), "file.xlsx")
    # Then each is where it was
    assert first.at(2, 2) == "here"
    assert first.merged_fill() == {(2, 2): "here", (3, 2): "here"}
    assert first.formulas == {(3, 3): "SUM(A1:B1)"}
    assert first.faults == {(4, 4): "#REF!"}
    assert first.at(99, 99) == ""
    assert (first.hidden, away.hidden) == (False, True)
