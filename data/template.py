"""Makes the blank workbook to fill in: ``python -m data.template``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.sheets import SHEETS, TYPE_COLUMNS, add_table, add_text, save, style_header
from model.kinds import KINDS
from model.tables import MONTH_MARKS

FILE = Path(__file__).with_name("template.xlsx")

# Rows that the checks reach: 60 teams for two years, with room to spare.
LAST_ROW = 5000

# What the drop-downs offer. The kinds are suggestions: another can be typed.
LISTS: dict[str, tuple[str, ...]] = {
    "Kind of team": KINDS,
    "Mark": MONTH_MARKS,
    "Newly qualified (ASYE)": ("Yes", "No"),
}

_OF_TYPES = frozenset(column.header for column in TYPE_COLUMNS)

STEPS = (
    "Headroom: a month's caseloads to fill in",
    "",
    "1.  Open the sheet “Team caseload”. Type one row for each team and month; months can stand under one another.",
    "2.  Month: type the first day of the month, such as 01/09/2024. It shows as Sep-24.",
    "3.  Fill in the columns that are needed (see the list below). Leave a cell blank where a figure is not known: "
    "blank is not 0. Type 0 only where there are none.",
    "4.  Do not add a row of totals: Headroom adds up the teams.",
    "5.  If the children waiting, or what came and went, are known only for the whole service, type them on the sheet "
    "“Service”.",
    "6.  The sheet “Workers” is optional. Use codes, not names. Workers should add up to their team's figures.",
    "7.  The sheet “Month notes” is optional: what a reader has to know about a month, such as a restructure.",
    "8.  Save the file as an Excel workbook, and add it on Headroom's upload page. Nothing is kept until you have seen "
    "what would change and said yes.",
    "",
)


def workbook() -> Workbook:
    """The blank template, not yet saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _describe_columns(add_text(book, "Instructions", STEPS))
    for title, columns in SHEETS.items():
        add_table(book, title, columns, [])
    _add_lists(book)
    for title, columns in SHEETS.items():
        for number, column in enumerate(columns):
            check = _check(column.header)
            if check is not None:
                letter = chr(ord("A") + number)
                check.add(f"{letter}2:{letter}{LAST_ROW}")
                book[title].add_data_validation(check)
    return book


def write(path: Path = FILE) -> None:
    """Write the blank template to the path."""
    save(workbook(), path)


def _describe_columns(sheet: Worksheet) -> None:
    """The list of all columns: the sheet and column, what it means, and whether it is needed."""
    sheet.append(["What each column means", "Needed?"])
    style_header(sheet, sheet.max_row, 2)
    sheet.column_dimensions["B"].width = 12
    for title, columns in SHEETS.items():
        for column in columns:
            sheet.append([f"{title} – {column.header}: {column.meaning}", "needed" if column.needed else "optional"])
            sheet.cell(sheet.max_row, 1).alignment = Alignment(wrap_text=True, vertical="top")
            sheet.cell(sheet.max_row, 2).font = Font(bold=column.needed)


def _add_lists(book: Workbook) -> None:
    sheet = book.create_sheet("Lists")
    sheet.sheet_state = "hidden"
    for number, (name, choices) in enumerate(LISTS.items(), 1):
        for row, text in enumerate((name, *choices), 1):
            sheet.cell(row, number, text)


def _check(header: str) -> DataValidation | None:
    """The check on the cells under a header, or nothing where any text will do."""
    if header in LISTS:
        return _choice(header)
    if header == "Month":
        return _custom(
            "AND(ISNUMBER(A2),DAY(A2)=1,A2>=32874)",
            "Type the first day of the month, such as 01/09/2024. It then shows as Sep-24.",
        )
    if header == "As at":
        return _number("date", 32874, "Type the day of the count as a date, such as 30/09/2024.")
    if "FTE" in header:
        return _number("decimal", 0, "Type a number, 0 or more, such as 7.5. Blank means not known.")
    if header.startswith(("Children", "Social workers")) or header in _OF_TYPES:
        return _number("whole", 0, "Type a whole number, 0 or more. Blank means not known.")
    return None


def _choice(header: str) -> DataValidation:
    """A drop-down from the hidden sheet of lists; of the kinds of team, another may be typed."""
    letter = chr(ord("A") + list(LISTS).index(header))
    check = DataValidation("list", formula1=f"Lists!${letter}$2:${letter}${len(LISTS[header]) + 1}", allow_blank=True)
    check.showDropDown = False  # in the file format, true hides the arrow
    if header == "Kind of team":
        check.errorStyle = "information"
        return _say(check, header, "This kind is not in the list. It is kept as you typed it.")
    return _say(check, header, f"Choose one from the list: {_listed(LISTS[header])}.")


def _custom(formula: str, message: str) -> DataValidation:
    return _say(DataValidation("custom", formula1=formula, allow_blank=True), "Month", message)


def _number(kind: str, least: int, message: str) -> DataValidation:
    check = DataValidation(kind, operator="greaterThanOrEqual", formula1=str(least), allow_blank=True)
    return _say(check, "Please check", message)


def _say(check: DataValidation, title: str, message: str) -> DataValidation:
    check.showErrorMessage, check.errorTitle, check.error = True, title, message
    return check


def _listed(choices: Sequence[str]) -> str:
    return ", ".join(choices[:-1]) + f" or {choices[-1]}"


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
