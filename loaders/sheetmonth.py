"""The month of a sheet's figures where the file does not surely say it: asked about, and said by a person.

Such an answer is of this file only. Next month's is of another month, and is asked about again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from loaders.dates.titlemonths import title_month
from loaders.files.grid import Sheet
from loaders.layouts.found import title_lines
from loaders.mapping import MappingError
from loaders.problems import Problems

# What is said where nothing gives a month, or one of several, and where the one that is taken may be another.
_OPEN = ("no_month", "no_month_of_children", "titles_disagree")
_DOUBTFUL = ("month_from_printing", "month_from_day_in_file_name", "titles_differ", "title_short_year")
_LINES = 25
_GIVEN = "month_given"
_MONTH = re.compile(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True)
class SheetMonth:
    """The month of a sheet's figures, such as "2024-10", as a person said it, or the likeliest until one does.

    "" is one that is not known; ``left_out`` says that the sheet is not to be read at all. What is ``asked`` and
    ``must`` be answered keeps the file from being kept. A sheet that is ``alone`` in its file cannot be left out.
    """

    sheet: str
    month: str = ""
    left_out: bool = False
    how: Literal["asked", "decided"] = "decided"
    must: bool = False
    alone: bool = False

    @property
    def first_day(self) -> dt.date | None:
        """The month as its first day."""
        return dt.date.fromisoformat(f"{self.month}-01") if self.month else None


def with_given(sheets: Sequence[Sheet], given: Sequence[SheetMonth], problems: Problems) -> list[Sheet]:
    """The sheets that are to be read, each with the month that a person gave it."""
    said = {one.sheet: one for one in reversed(given)}
    kept = []
    for sheet in sheets:
        answer = said.get(sheet.name)
        if answer and answer.left_out:
            problems.add("sheet_left_out", sheet=sheet.name)
        else:
            kept.append(replace(sheet, month=answer.first_day) if answer and answer.month else sheet)
    return kept


def months_asked(sheets: Sequence[Sheet], given: Sequence[SheetMonth], problems: Problems) -> list[SheetMonth]:
    """The months that people gave and that counted, and those that are to be asked about."""
    found = {one.sheet: replace(one, how="decided") for one in reversed(given) if one.left_out}
    counted = {problem.sheet for problem in problems.of(_GIVEN)}
    found.update({one.sheet: replace(one, how="decided") for one in reversed(given) if one.sheet in counted})
    for problem in problems.of(*_OPEN, *_DOUBTFUL):
        must = problem.code in _OPEN
        if problem.sheet:
            found.setdefault(problem.sheet, SheetMonth(problem.sheet, problem.month[:7], how="asked", must=must))
    if not found:
        return []
    likely = _elsewhere([sheet for sheet in sheets if sheet.name not in found])
    found = {name: replace(one, month=likely) if one.must and not one.month else one for name, one in found.items()}
    alone = len(sheets) == 1
    return [replace(found[one.name], alone=alone) for one in sheets if one.name in found]


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
    if not isinstance(sheet, str) or not isinstance(left_out, bool) or not isinstance(month, str):
        raise MappingError("Each month of a mapping has a sheet and a month, both of them text.")
    if month and not _MONTH.fullmatch(month):
        raise MappingError(f"“{month}” is no month such as 2024-10.")
    return SheetMonth(sheet, month, left_out)


def to_json(one: SheetMonth) -> dict[str, Any]:
    """As JSON-ready values."""
    return {**vars(one)}
