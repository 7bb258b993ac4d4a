"""Makes the blank activity report to fill in: ``python -m data.report_template``. Its rows are the indicators.

The numerator and denominator of a percentage are asked for, never the percentage: Headroom works it out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from data.sheets import SheetColumn, Value, add_table, add_text, save
from model.indicators import Indicator, indicators

FILE = Path(__file__).with_name("report_template.xlsx")
SHEET = "Activity"
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
COLUMNS = (
    SheetColumn("Block", width=12),
    SheetColumn("Measure", width=58),
    SheetColumn("Agency", width=14),
    SheetColumn("Outcome", width=18),
    SheetColumn("Part", width=20),
    SheetColumn("Previous year", "#,##0.##", 10),
    *(SheetColumn(quarter, "#,##0.##", 10) for quarter in QUARTERS),
    SheetColumn("Source", width=40),
)
STEPS = (
    "Headroom: the activity and performance report to fill in",
    "",
    f"1.  Rename the sheet “{SHEET}” to the financial year that it is of, such as Activity 2024-25.",
    "2.  Type the figures of each quarter; Q1 is April to June. Leave a cell blank where a figure is not known, not 0.",
    "3.  Of a percentage type the numerator and the denominator. Headroom works the percentage out, and the year too.",
    "4.  Referrals by agency: a row for each agency and outcome. Copy the row and type them in their columns.",
    "5.  Rows can be left out, added, or called as you call them: most of the names that councils use are known.",
    "6.  The workforce is not asked for: it comes from the months of team caseloads.",
    "7.  No names of children or families, please. Save the file and add it on Headroom’s upload page.",
)


def rows() -> Iterator[tuple[Value, ...]]:
    """A row for each part of each indicator that people report; the figures are blank."""
    for one in indicators().values():
        if not one.from_caseload and one.part_of is None:
            for part in _parts(one):
                # What is given apart needs a place for it.
                apart = one.split_by == "agency"
                filled = ("Police" if apart else None, "Assessment" if apart else None)
                yield one.block, one.name, *filled, part, *(None,) * (1 + len(QUARTERS)), one.source


def _parts(one: Indicator) -> tuple[str, ...]:
    if not one.is_ratio:
        return ("number",)
    return ("numerator", "denominator") if one.unit == "%" else (one.unit,)


def workbook() -> Workbook:
    """The blank report, not yet saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_text(book, "Instructions", STEPS)
    add_table(book, SHEET, COLUMNS, rows())
    return book


def write(path: Path = FILE) -> None:
    """Write the blank report to the path."""
    save(workbook(), path)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
