"""Tables as the sheets of a workbook: text stays text, numbers are numbers, and nothing in it is run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | None

_WIDEST, _NARROWEST = 90, 10
# In a workbook such a text stands for a character, unless its underline is written so itself.
_LIKE_A_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BOLD, _WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class SheetOf:
    """A sheet: its name, a line above its table ("" for none), the headings, the rows. ``None`` is a blank cell."""

    name: str
    above: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def workbook(sheets: Sequence[SheetOf]) -> bytes:
    """The sheets as an .xlsx file. Text that looks like a formula is text there, and stays so when it is edited."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in sheets:
        _write(book.create_sheet(each.name), each)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write(sheet: Worksheet, of: SheetOf) -> None:
    rows = [*([[of.above]] if of.above else []), of.headings, *of.rows]
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value is not None:
                _fill(sheet.cell(number, column), value)
    top = 2 if of.above else 1
    # What stands above runs over the columns beside it.
    sheet["A1"].alignment = Alignment()
    for cell in sheet[top]:
        cell.font = _BOLD
    sheet.freeze_panes = f"A{top + 1}"
    for column, heading in enumerate(of.headings, 1):
        longest = max(len(str(row[column - 1])) for row in [of.headings, *of.rows] if row[column - 1] is not None)
        letter = sheet.cell(top, column).column_letter
        sheet.column_dimensions[letter].width = min(max(longest, len(heading), _NARROWEST) + 2, _WIDEST)


def _fill(cell: Cell, value: str | int | float) -> None:
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = _LIKE_A_CHARACTER.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", value))
    # Set after the value, from which the writer would make a formula or an error.
    cell.data_type = "s"
    # As if an apostrophe had been typed before it: it does not become a formula when a person edits the cell.
    cell.quotePrefix = True
    if len(value) > _WIDEST:
        cell.alignment = _WRAPPED
