"""Makes the example authority's workbook: ``python -m data.example``.

The same numbers come out on every run.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from data import activity
from data.case_types import case_types
from data.movements import Movement, movements
from data.sheets import FLOW_COLUMNS, SHEETS, Value, add_table, add_text, save
from data.story import KIND, MONTHS, RECONSTRUCTED, RESTRUCTURE, MonthRow, story

FILE = Path(__file__).with_name("example.xlsx")

ABOUT = (
    "Headroom: the example authority",
    "",
    "This workbook shows what Headroom does. It is not any council's own record. Six fieldwork teams, 24 months, "
    "March 2011 to February 2013.",
    "",
    "What is published: Stockton-on-Tees Borough Council, Cabinet report of 13 June 2013, “Ofsted inspection of child "
    "protection”, prints the average caseload of each team on 3 September 2012 (19.9, 31.1, 31.1, 26.3, 29.3 and 23.1 "
    "children per social worker) and on 20 February 2013 (24.9, 33.2, 33.2, 35.7, 33.6 and 32.3), the children in the "
    "service (1,194 and 1,370), and those of them waiting for a social worker (0 and 76).",
    "",
    "What is a reconstruction: the report does not publish FTE by team, and it cannot be recovered from the averages: "
    "many tables give the same ones. September 2012 and February 2013 here show one such table (reconstruction B: the "
    "averages are of the children with a social worker). Both months are marked “reconstruction”.",
    "",
    "What is made up: every other month, and in all months the established posts, the social workers in post, the "
    "numbers of people, each worker's hours and children, who joined, left or was away sick, the children by type of "
    "case, and those whose cases started and closed. No worker here is a real person.",
    "",
    "Children starting and closing: made up so that they add up. The children counted a month before, less those whose "
    "cases closed, plus those whose cases started, are the children counted, those who wait included.",
    "",
    "Restructure: the six teams began on 3 September 2012. The months before it use their names for made-up figures.",
    "",
    "Children waiting: known for the whole service only, as in the report: by team it is blank. Blank is not 0.",
    "",
    "Full-time equivalent (FTE): no agency workers in this example, so in post and case-holding are the same.",
    "",
    "Newly qualified (ASYE): workers in their first 12 months, who carry about 7 children for a colleague's 10.",
    "",
    "Activity 2012-13: the quarterly report in the layout of Appendix 2, with the values that the report prints for "
    "the year. Values that it does not print are blank.",
)

RECONSTRUCTION_NOTE = (
    "Children and FTE by team are a reconstruction (B) from the published averages; "
    "the report does not publish FTE by team"
)
RESTRUCTURE_NOTE = "The six teams began on 3 September 2012; months before and after it are not like for like"
DETAILS_NOTE = (
    "Established posts, social workers in post, numbers of people and workers, types of case, and all who came, went "
    "or were away are made up"
)
MADE_UP_NOTE = "Every figure of this month is made up"
BEFORE_NOTE = MADE_UP_NOTE + "; the six teams began only on 3 September 2012"


def workbook() -> Workbook:
    """The whole example workbook, not yet saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    months = story()
    add_text(book, "About", ABOUT)
    rows: dict[str, list[tuple[Value, ...]]] = {
        "Team caseload": [
            row
            for month, moved, types in zip(months, movements(months), case_types(months), strict=True)
            for row in _team_rows(month, moved, types)
        ],
        # What came and went is known by team.
        "Service": [(month.month, month.as_at, month.waiting, *_NOTHING_MORE) for month in months],
        "Workers": [row for month in months for row in _worker_rows(month)],
        "Month notes": [(month, mark, note) for month in MONTHS for mark, note in notes(month)],
    }
    for title, columns in SHEETS.items():
        sheet = add_table(book, title, columns, rows[title])
        sheet.auto_filter.ref = sheet.dimensions
    add_table(book, "Activity 2012-13", activity.COLUMNS, activity.rows())
    return book


def notes(month: date) -> list[tuple[str, str]]:
    """What has to be known about the month: its marks and their notes."""
    if month not in RECONSTRUCTED:
        return [("made up", BEFORE_NOTE if month < RESTRUCTURE else MADE_UP_NOTE)]
    marks = [("restructure", RESTRUCTURE_NOTE)] if month == RESTRUCTURE else []
    return [*marks, ("reconstruction", RECONSTRUCTION_NOTE), ("note", DETAILS_NOTE)]


def write(path: Path = FILE) -> None:
    """Write the example workbook to the path."""
    save(workbook(), path)


_NOTHING_MORE: tuple[Value, ...] = (None,) * len(FLOW_COLUMNS)


def _team_rows(
    month: MonthRow, moved: tuple[Movement, ...], types: tuple[tuple[int, ...], ...]
) -> list[tuple[Value, ...]]:
    return [
        (
            month.month,
            month.as_at,
            row.team,
            row.area,
            KIND,
            row.established,
            row.fte,  # in post: the example has no agency workers
            row.fte,
            len(row.workers),
            row.allocated,
            None,  # waiting is known for the service only
            move.starts,
            move.closures,
            move.leavers,
            move.joiners,
            move.sick,
            move.maternity,
            *by_type,
        )
        for row, move, by_type in zip(month.teams, moved, types, strict=True)
    ]


def _worker_rows(month: MonthRow) -> list[tuple[Value, ...]]:
    return [
        (month.month, row.team, worker.code, worker.title, worker.fte, "Yes" if worker.asye else "No", worker.children)
        for row in month.teams
        for worker in row.workers
    ]


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
