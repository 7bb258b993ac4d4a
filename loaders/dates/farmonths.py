"""Months that no figures can be of: those still to come, and those of long ago."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set

from loaders.dates.months import day_words, month_words
from loaders.layouts.header import DATES
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable
from model.words import months_apart

_FIRST = dt.date(1990, 1, 1)
# Next month's table may be made ready before its month begins.
_MOST_AHEAD = 1


def say_far_months(tables: Sequence[TeamTable], today: dt.date | None, problems: Problems) -> None:
    """Warn, once for each table, of months after the next one as seen from ``today``, and of months before 1990.

    Of months to come nothing is said where it is not known what day it is.
    """
    for table in tables:
        ahead = {month for month in table.months if today and months_apart(today, month) > _MOST_AHEAD}
        if today and ahead:
            _say("month_ahead", table, ahead, problems, today=day_words(today))
        if long_ago := {month for month in table.months if month < _FIRST}:
            _say("month_long_ago", table, long_ago, problems)


def _say(code: str, table: TeamTable, months: Set[dt.date], problems: Problems, today: str = "") -> None:
    columns = table.found.header.columns
    column = next((columns[name] for name in DATES if name in columns), None)
    row = table.of_months(set(months))[0].row
    first = month_words(min(months))
    words = {
        "months": first if len(months) == 1 else f"{len(months):,} months, the first of them {first}",
        "today": today,
        "where": "above the table, or in the name of the sheet or the file" if column is None else "in the cell",
    }
    place = None if column is None else (row, column)
    problems.add(code, sheet=table.found.sheet.name, place=place, found=first, words=words)
