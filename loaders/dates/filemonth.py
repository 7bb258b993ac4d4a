"""A month in the file's name that is not the one its figures are read as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath

from loaders.dates.datewords import said_in
from loaders.dates.months import in_cell, in_name, in_title, month_words
from loaders.dates.printed import PRINTED
from loaders.files.cells import text
from loaders.files.grid import Place, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import DATES
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable


def say_month_of_file_name(tables: Sequence[TeamTable], file_name: str, problems: Problems) -> None:
    """Warn where the file's name holds one month and all its teams are of another.

    A day in a file's name is often that on which the file was made, and a file of several months is often called by
    the month in which it was sent: of neither is anything said.
    """
    stem = PurePath(file_name).stem
    said = said_in(stem.replace("_", " "), in_name).when
    months = {month for table in tables for month in table.months}
    if said is None or said.day or len(months) != 1 or said.month in months or PRINTED.search(stem):
        return
    [used] = months
    found = next(table.found for table in tables if used in table.months)
    source, place = _source(found, used)
    words = {"said": month_words(said.month), "used": month_words(used), "source": source}
    problems.add("month_not_of_file_name", sheet=found.sheet.name, place=place, found=words["used"], words=words)


def _source(found: Found, month: dt.date) -> tuple[str, Place | None]:
    """What says the month beside the figures, nearest first, and its cell if it has one."""
    columns, sheet, header = found.header.columns, found.sheet, found.header
    column = next((columns[name] for name in DATES if name in columns), None)
    if column is not None and found.rows:
        return "the column of months says", (found.rows[0], column)
    named = None if sheet.is_text else in_name(sheet.name, sheet.among)
    if named and named.month == month:
        return "the sheet’s name says", None
    for row in sheet.filled_rows:
        for place, cell in enumerate(sheet.rows[row]):
            when = None if is_blank(cell) else in_title(text(cell)) if isinstance(cell, str) else in_cell(cell)
            if when and when.month == month:
                below = "the headings say" if row <= header.last else "a line below the figures says"
                return "the title says" if row < header.first else below, (row, place)
    return "the sheet says", None
