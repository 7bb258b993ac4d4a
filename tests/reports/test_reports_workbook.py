"""Tables as a workbook: numbers are numbers, text is text, and nothing in it is run."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from every_row import every_row
from openpyxl import load_workbook

from reports.workbook import SheetOf, workbook

pytestmark = pytest.mark.unit


@every_row("text", ["=1+1", '=HYPERLINK("http://a")', "+1", "-1", "@SUM(A1)", "#REF!", "\t=1", "12", "_x0041_"])
def test_text_that_a_spreadsheet_would_run_is_only_text(text):
    content = workbook([SheetOf("One", "", (text,), [[text]])])
    with ZipFile(BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet and b't="e"' not in sheet
    cell = load_workbook(BytesIO(content))["One"]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value.replace("_x005F_", "_") == text


def test_sheets_have_their_line_headings_and_rows_and_missing_is_blank():
    sheets = [
        SheetOf("A", "Pounds.", ("Month", "£"), [["May 2013", 12.5], ["June 2013", None]]),
        SheetOf("B", "", ("X",), []),
    ]
    book = load_workbook(BytesIO(workbook(sheets)))
    assert book.sheetnames == ["A", "B"]
    rows = [[cell.value for cell in row] for row in book["A"].rows]
    assert rows == [["Pounds.", None], ["Month", "£"], ["May 2013", 12.5], ["June 2013", None]]
    assert book["A"].freeze_panes == "A3" and book["B"].freeze_panes == "A2"
