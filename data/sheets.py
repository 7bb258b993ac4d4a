"""How the shipped workbooks look: their sheets and columns, and a file that is the same each time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | Decimal | date | None

MONTH_FORMAT = "mmm-yy"
DAY_FORMAT = "d mmmm yyyy"
FTE_FORMAT = "0.0#"

HEADER_FILL = "12436D"
HEADER_TEXT = "FFFFFF"
_SAME_TIME = datetime(2013, 6, 13)


@dataclass(frozen=True)
class SheetColumn:
    """One column of a sheet: its header, number format, width in characters, what it means, whether it is needed."""

    header: str
    format: str = "General"
    width: int = 14
    meaning: str = ""
    needed: bool = False


_MONTH = SheetColumn("Month", MONTH_FORMAT, 10, "The month the figures describe, as its first day: 01/09/2024", True)
_AS_AT = SheetColumn("As at", DAY_FORMAT, 19, "The day on which the children and workers were counted")
_TEAM = SheetColumn("Team", width=16, meaning="The team's name, written the same way every month", needed=True)

# What came and went, by team or else for the service.
FLOW_COLUMNS = (
    SheetColumn("Children starting", "#,##0", 12, "Children whose cases started in the month"),
    SheetColumn("Children closing", "#,##0", 12, "Children whose cases closed in the month"),
    SheetColumn("Leavers (FTE)", FTE_FORMAT, 10, "Full-time equivalent of the social workers who left in the month"),
    SheetColumn("Starters (FTE)", FTE_FORMAT, 10, "Full-time equivalent of the social workers who joined in the month"),
    SheetColumn(
        "Away sick (FTE)", FTE_FORMAT, 10, "Full-time equivalent of the social workers in post who were away sick"
    ),
    SheetColumn(
        "On maternity leave (FTE)",
        FTE_FORMAT,
        14,
        "Full-time equivalent of the social workers in post who were on maternity, paternity, adoption or parental "
        "leave. No names, please",
    ),
)

_ONE_TYPE = "Each allocated child in one type, the one of the highest status, so that the types come to all of them"

# Of the children allocated, by type of case.
TYPE_COLUMNS = (
    SheetColumn("Children looked after", "#,##0", 12, f"Looked-after children. {_ONE_TYPE}"),
    SheetColumn("PLO cases", "#,##0", 10, "Children in or before care proceedings (Public Law Outline)"),
    SheetColumn("Child protection plans", "#,##0", 12, "Children with a child protection plan"),
    SheetColumn("Children in need", "#,##0", 12, "Children in need, without those of the other types"),
    SheetColumn("Assessments", "#,##0", 13, "Children in assessment, with no plan yet"),
    SheetColumn("Care leavers", "#,##0", 10, "Care leavers with a named social worker"),
)

SHEETS: dict[str, tuple[SheetColumn, ...]] = {
    "Team caseload": (
        _MONTH,
        _AS_AT,
        _TEAM,
        SheetColumn("Area", width=12, meaning="The area or locality that the team belongs to"),
        SheetColumn("Kind of team", width=18, meaning="Teams of different kinds can have different optimum caseloads"),
        SheetColumn("Established FTE", FTE_FORMAT, 13, "Full-time equivalent of the social worker posts in the budget"),
        SheetColumn(
            "In post FTE", FTE_FORMAT, 11, "Full-time equivalent of the social workers employed in those posts"
        ),
        SheetColumn(
            "Case-holding FTE",
            FTE_FORMAT,
            13,
            "Full-time equivalent of the social workers who hold cases, agency workers included. The average caseload "
            "is taken over it; if it is blank throughout, over in post, and else over established",
            True,
        ),
        SheetColumn(
            "Social workers (people)", "0", 14, "The same social workers counted as people, for the span of control"
        ),
        SheetColumn(
            "Children allocated", "#,##0", 12, "Children with a named social worker; each child counts once", True
        ),
        SheetColumn(
            "Children waiting",
            "#,##0",
            12,
            "Children in the team without a named social worker. Leave it blank if not known: blank is not 0",
        ),
        *FLOW_COLUMNS,
        *TYPE_COLUMNS,
    ),
    "Service": (
        _MONTH,
        _AS_AT,
        SheetColumn(
            "Children waiting in the service",
            "#,##0",
            18,
            "All children without a named social worker, those counted by team included. "
            "Needed only if it is not known by team",
        ),
        *FLOW_COLUMNS,
    ),
    "Workers": (
        _MONTH,
        _TEAM,
        SheetColumn(
            "Worker",
            width=12,
            meaning="A code that stands for the worker, such as N1-01. No names, please",
            needed=True,
        ),
        SheetColumn("Post title", width=22, meaning="Such as Social Worker or Senior Practitioner"),
        SheetColumn("FTE", FTE_FORMAT, 8, "The worker's hours as a part of full time: 1 is full time"),
        SheetColumn(
            "Newly qualified (ASYE)",
            width=16,
            meaning="Yes for a worker in the assessed and supported year in employment",
        ),
        SheetColumn("Children", "#,##0", 10, "Children allocated to the worker"),
    ),
    "Month notes": (
        _MONTH,
        SheetColumn("Mark", width=16, meaning="What kind of note it is", needed=True),
        SheetColumn(
            "Note", width=110, meaning="What a reader of that month's figures has to know, in a sentence", needed=True
        ),
    ),
}


def add_table(
    workbook: Workbook, title: str, columns: Sequence[SheetColumn], rows: Iterable[Sequence[Value]]
) -> Worksheet:
    """A new sheet with a styled header row and the rows under it; formats are the columns'."""
    sheet = workbook.create_sheet(title)
    sheet.append([column.header for column in columns])
    style_header(sheet, 1, len(columns))
    sheet.row_dimensions[1].height = 45  # three lines of a wrapped header
    for number, column in enumerate(columns, 1):
        letter = sheet.column_dimensions[get_column_letter(number)]
        letter.width, letter.number_format = column.width, column.format
    for row in rows:
        sheet.append([float(value) if isinstance(value, Decimal) else value for value in row])
        for cell, column in zip(sheet[sheet.max_row], columns, strict=True):
            cell.number_format = column.format
    sheet.freeze_panes = "A2"
    return sheet


def add_text(workbook: Workbook, title: str, lines: Iterable[str]) -> Worksheet:
    """A new sheet of wrapped text, one line a row, its first line as a heading."""
    sheet = workbook.create_sheet(title)
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(lines, 1):
        cell = sheet.cell(number, 1, line or None)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=16, color=HEADER_FILL)
    sheet.sheet_view.showGridLines = False
    return sheet


def style_header(sheet: Worksheet, row: int, width: int) -> None:
    """Bold white on the palette's dark blue, wrapped, for the first cells of a row."""
    for cell in sheet[row][:width]:
        cell.font = Font(bold=True, color=HEADER_TEXT)
        cell.fill = PatternFill("solid", start_color=HEADER_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def save(workbook: Workbook, path: Path) -> None:
    """Write the workbook without the time of writing in it, so that a second run changes nothing."""
    workbook.properties.creator = "Headroom"
    workbook.properties.created = _SAME_TIME
    written = BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + _stamp(), part)
            target.writestr(zipfile.ZipInfo(name, (2013, 6, 13, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)


def _stamp() -> bytes:
    return _SAME_TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
