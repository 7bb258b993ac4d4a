"""The unit of a row's figures: one that has no % sign among percentages is one too, and both readings are told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loaders.files.cells import plain_number, quoted
from loaders.files.grid import Sheet
from loaders.problems import Problems
from loaders.quarterly.activityfigure import Figure
from loaders.quarterly.activityhead import Figures

# A number above this beside percentages is a count.
_MOST_PERCENT = 100
# Words of measures that are no counts and may be below 1.
_SMALL = re.compile(r"\b(?:average|mean|median|ratio|per|rate|fte|wte|score|cost|hours|weeks|£)", re.IGNORECASE)


def in_one_unit(
    read: Mapping[Figures, Figure], measure: str, sheet: Sheet, problems: Problems
) -> dict[Figures, Figure]:
    """The figures of a row that names no part, those without a sign as percentages if any has one.

    Columns that say what they hold are left as they are, and so is a row with a number that can only be a count.
    """
    bare = {column: figure for column, figure in read.items() if not column.part and figure.value is not None}
    unsigned = {column: figure for column, figure in bare.items() if not figure.is_percent}
    counts = any((figure.value or 0) > _MOST_PERCENT for figure in unsigned.values())
    if counts or len(unsigned) == len(bare):
        return dict(read)
    return {**read, **{column: _as_percentage(one, measure, sheet, problems) for column, one in unsigned.items()}}


def without_parts_of_one(
    read: Mapping[Figures, Figure], measure: str, sheet: Sheet, problems: Problems
) -> dict[Figures, Figure]:
    """The figures of a row that are at most 1 and not all whole as percentages: they cannot count anything.

    An average or a ratio can be so small, and is left as it is.
    """
    bare = {column: figure for column, figure in read.items() if not column.part and figure.value is not None}
    values = [figure.value or 0 for figure in bare.values() if not figure.is_percent]
    if len(values) < len(bare) or not values or max(values) > 1 or all(value in (0, 1) for value in values):
        return dict(read)
    if _SMALL.search(measure):
        return dict(read)
    mended = {column: replace(figure.times(100), is_percent=True) for column, figure in bare.items()}
    first = next(column for column, figure in bare.items() if figure.value not in (0, 1))
    words = {
        "measure": quoted(measure),
        "value": plain_number(bare[first].value),
        "read": f"{plain_number(mended[first].value)}%",
    }
    problems.add("activity_parts_of_one", sheet=sheet.name, place=bare[first].place, words=words)
    return {**read, **mended}


def _as_percentage(figure: Figure, measure: str, sheet: Sheet, problems: Problems) -> Figure:
    value = figure.value or 0
    # Below 1 it is more often a cell whose format was lost, 0.026 for 2.6%, than so small a percentage.
    is_fraction = 0 < value < 1
    read = replace(figure.times(100 if is_fraction else 1), is_percent=True)
    if value:
        words = {
            "measure": quoted(measure),
            "value": plain_number(value),
            "read": f"{plain_number(read.value)}%",
            "other": f"{plain_number(value)}%" if is_fraction else f"the number {plain_number(value)}",
        }
        problems.add("activity_no_sign", sheet=sheet.name, place=figure.place, found=plain_number(value), words=words)
    return read
