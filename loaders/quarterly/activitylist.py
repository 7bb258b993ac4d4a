"""The headings of an activity report that is a long list: a row for each measure and period."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.files.cells import number, text
from loaders.files.grid import Sheet
from loaders.layouts.measures import measure_of
from loaders.quarterly.activityhead import COLUMNS, NOT_FIGURES, TIMES, ActivityHead, part_of, plainly
from loaders.words.missing import missing_reason
from loaders.words.vocabulary import is_case_heading, is_value_heading, meaning_of

# What the columns of figures can be; "number" is the value, whatever its unit.
FIGURES = ("numerator", "denominator", "percent", "number")
# A total stands beside what it is the sum of, and "Data" may say which part of a ratio a row is.
_NO_VALUES = frozenset({"total", "volume", "data"})
_LINES = 40
# Told at a glance: most rows of most sheets have no word for a measure.
_FIRST_WORDS = sorted({form.split()[0] for form, role in COLUMNS.items() if role == "measure"})
_HINT = re.compile(rf"\b(?:{'|'.join(_FIRST_WORDS)})", re.IGNORECASE)


def may_be_long_activity(told: str) -> bool:
    """Whether the texts of the first rows, in one, have a word for a measure."""
    return _HINT.search(told) is not None


def find_long_activity(sheet: Sheet) -> ActivityHead | None:
    """The headings of a long list, or ``None``: a measure, a quarter, month or period, and a figure; no team."""
    if not may_be_long_activity(sheet.top_told):
        return None
    for row in [row for row in sheet.filled_rows if row < _LINES + sheet.filled_rows[0]]:
        cells = {column: cell for column, cell in enumerate(sheet.rows[row]) if isinstance(cell, str) and cell}
        if len(cells) < 3 or not any(map(_HINT.search, cells.values())):
            continue
        cells = {column: text(cell) for column, cell in cells.items()}
        named: dict[str, int] = {}
        for column, heading in cells.items():
            if role := _role(heading):
                named.setdefault(role, column)
        if (
            _is_list(cells, named)
            and not _has_other_figures(sheet, row, cells, named)
            and not _is_of_teams(sheet, row, cells, named)
        ):
            return ActivityHead(sheet, row, row, named, (), {}, cells)
    return None


def _role(heading: str) -> str:
    """What a column of a long list holds."""
    plain = plainly(heading)
    if plain in TIMES:
        return TIMES[plain]
    if (part := part_of(heading) or "") in ("numerator", "denominator", "percent", "direction"):
        return part
    if (part or is_value_heading(heading)) and plain not in _NO_VALUES:
        return "number"
    return COLUMNS.get(plain, "")


def _is_list(cells: Mapping[int, str], named: Mapping[str, int]) -> bool:
    times, figures = set(TIMES.values()) & set(named), set(FIGURES) & set(named)
    if "measure" not in named or not figures or not times or (times == {"year"} and len(figures) < 2):
        return False
    others = [heading for column, heading in cells.items() if column not in named.values()]
    return not any(meaning_of(one) in ("team", "worker") or is_case_heading(one, "child") for one in others)


def _has_other_figures(sheet: Sheet, row: int, cells: Mapping[int, str], named: Mapping[str, int]) -> bool:
    """Whether numbers stand under other headings than ours, as where teams stand side by side; a target may."""
    below = [one for one in sheet.filled_rows if one > row][:_LINES]
    others = (
        column
        for column, heading in cells.items()
        if column not in named.values() and NOT_FIGURES.isdisjoint(plainly(heading).split())
    )
    return any(sum(number(sheet.at(one, column))[0] is not None for one in below) * 2 > len(below) for column in others)


def _is_of_teams(sheet: Sheet, row: int, cells: Mapping[int, str], named: Mapping[str, int]) -> bool:
    """Whether a column that may be of units of measurement has teams, or one of areas stands beside teams' measures."""
    below = [one for one in sheet.filled_rows if one > row][:_LINES]
    part = named.get("part")
    if part is not None and meaning_of(cells[part]) == "team":
        units = {text(sheet.at(one, part)) for one in below} - {""}
        return bool(units) and not any(part_of(unit) or missing_reason(unit) for unit in units)
    if not any(meaning_of(cells[column]) == "area" for column in cells if column not in named.values()):
        return False
    measures = {text(sheet.at(one, named["measure"])) for one in below} - {""}
    return sum(measure_of(one) is not None for one in measures) * 2 > len(measures)
