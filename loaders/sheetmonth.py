"""The month of a sheet's figures where the file does not surely say it: asked about, and said by a person.

Such an answer is of this file only. Next month's is of another month, and is asked about again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from loaders.dates.months import month_words
from loaders.dates.titlemonths import title_month
from loaders.dates.yearsgiven import latest_of, months_of, with_years
from loaders.files.grid import Sheet
from loaders.layouts.found import title_lines
from loaders.mapping import MappingError
from loaders.problems import Problems

# What is said where nothing gives a month, or one of several, and where the one that is taken may be another.
_OPEN = ("no_month", "no_month_of_children", "titles_disagree")
_DOUBTFUL = ("month_from_printing", "month_from_day_in_file_name", "titles_differ", "title_short_year")
_LINES = 25
_GIVEN = ("month_given", "years_given")
_MONTH = re.compile(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True)
class SheetMonth:
    """The month of a sheet's figures, such as "2024-10", as a person said it, or the likeliest until one does.

    "" is one that is not known; ``left_out`` says that the sheet is not to be read at all. What is ``asked`` and
    ``must`` be answered keeps the file from being kept. A sheet that is ``alone`` in its file cannot be left out.
    ``latest`` is the number, 10 for October, of the latest of months that stand there without their year: the month
    is then that one, and what is said holds for every sheet with the same months.
    """

    sheet: str
    month: str = ""
    left_out: bool = False
    how: Literal["asked", "decided"] = "decided"
    must: bool = False
    alone: bool = False
    latest: int = 0

    @property
    def first_day(self) -> dt.date | None:
        """The month as its first day."""
        return dt.date.fromisoformat(f"{self.month}-01") if self.month else None


def with_given(sheets: Sequence[Sheet], given: Sequence[SheetMonth], problems: Problems) -> list[Sheet]:
    """The sheets that are to be read, each with the month that a person gave it."""
    said = {one.sheet: one for one in reversed(given)}
    of_years = _with_same_months(sheets, given)
    kept = []
    for sheet in sheets:
        answer = said.get(sheet.name)
        if answer and answer.left_out:
            problems.add("sheet_left_out", sheet=sheet.name)
        elif latest := of_years.get(sheet.name):
            problems.add("years_given", sheet=sheet.name, month=month_words(latest))
            kept.append(with_years(sheet, latest))
        else:
            is_month = answer and answer.month and not answer.latest
            kept.append(replace(sheet, month=answer.first_day) if answer and is_month else sheet)
    return kept


def _with_same_months(sheets: Sequence[Sheet], given: Sequence[SheetMonth]) -> dict[str, dt.date]:
    """By sheet the latest of its months without a year, where it was said of that sheet, or of one with the same."""
    said = {one.sheet: one for one in reversed(given) if one.latest and one.first_day}
    months = {sheet.name: months_of(sheet) for sheet in sheets} if said else {}
    found: dict[str, dt.date] = {}
    for name, one in said.items():
        own, day = months.get(name, []), one.first_day
        if day and latest_of(own) == one.latest == day.month:
            found.update({other: day for other, its in months.items() if its == own})
    return found


def months_asked(sheets: Sequence[Sheet], given: Sequence[SheetMonth], problems: Problems) -> list[SheetMonth]:
    """The months that people gave and that counted, and those that are to be asked about."""
    found = {one.sheet: replace(one, how="decided") for one in reversed(given) if one.left_out}
    counted = {problem.sheet for problem in problems.of(*_GIVEN)}
    found.update({one.sheet: replace(one, how="decided") for one in reversed(given) if one.sheet in counted})
    for problem in problems.of(*_OPEN, *_DOUBTFUL):
        must = problem.code in _OPEN
        if problem.sheet:
            found.setdefault(problem.sheet, SheetMonth(problem.sheet, problem.month[:7], how="asked", must=must))
    found.update({one.sheet: one for one in _of_years(sheets, problems) if one.sheet not in found})
    if not found:
        return []
    likely = _elsewhere([sheet for sheet in sheets if sheet.name not in found])
    found = {
        name: replace(one, month=likely) if one.must and not (one.month or one.latest) else one
        for name, one in found.items()
    }
    alone = len(sheets) == 1
    return [replace(found[one.name], alone=alone) for one in sheets if one.name in found]


def _of_years(sheets: Sequence[Sheet], problems: Problems) -> Iterator[SheetMonth]:
    """The first sheet of those with the same months without a year, where these are in their order."""
    named = {problem.sheet for problem in problems.of("month_without_year")}
    asked: list[list[int]] = []
    for sheet in sheets if named else []:
        months = months_of(sheet) if sheet.name in named else []
        if (latest := latest_of(months)) and months not in asked:
            asked.append(months)
            yield SheetMonth(sheet.name, how="asked", must=True, latest=latest)


def _elsewhere(sheets: Sequence[Sheet]) -> str:
    """The one month that the first lines of other sheets name, such as a cover; "" for none, or several."""
    shown = [sheet for sheet in sheets if not sheet.hidden]
    named = [title_month(title_lines(sheet, sheet.filled_rows[:_LINES])).when for sheet in shown]
    months = {when.month for when in named if when}
    return months.pop().isoformat()[:7] if len(months) == 1 else ""


def months_from_json(told: Any) -> tuple[SheetMonth, ...]:
    """The months in what was read from JSON: a list of {"sheet", "month"}, or {"sheet", "left_out": true}.

    Those without either are passed over, so that the list that ``--json`` prints can be filled in and given back.
    Raises :class:`MappingError` for anything else.
    """
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise MappingError("The months of a mapping are a list of sheets, each with its month.")
    given = tuple(_given(one) for one in told)
    return tuple(one for one in given if one.month or one.left_out)


def _given(told: Mapping[str, Any]) -> SheetMonth:
    sheet, month, left_out = told.get("sheet"), told.get("month", ""), told.get("left_out", False)
    latest = told.get("latest", 0)
    if (
        not isinstance(sheet, str)
        or not isinstance(left_out, bool)
        or not isinstance(month, str)
        or type(latest) is not int
    ):
        raise MappingError("Each month of a mapping has a sheet and a month, both of them text.")
    if month and not _MONTH.fullmatch(month):
        raise MappingError(f"“{month}” is no month such as 2024-10.")
    return SheetMonth(sheet, month, left_out, latest=latest)


def to_json(one: SheetMonth) -> dict[str, Any]:
    """As JSON-ready values."""
    return {**vars(one)}
