"""The unit of a row's figures: one that has no % sign among percentages is one too, and both readings are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from loaders.files.cells import plain_number, quoted
from loaders.files.grid import Sheet
from loaders.problems import Problems
from loaders.quarterly.activityfigure import Figure
from loaders.quarterly.activityhead import Figures

# A number above this beside percentages is a count.
_MOST_PERCENT = 100


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
