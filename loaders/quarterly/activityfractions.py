"""Percentages typed without a sign: fractions, 0.95 for 95%, or hundredths, decided row by row and said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from loaders.files.cells import plain_number, quoted
from loaders.files.grid import Sheet
from loaders.problems import Problems
from loaders.quarterly.activityfigure import Figure
from loaders.quarterly.activityhead import Figures
from loaders.quarterly.activityrows import Measure
from model.ratio import is_given_by, ratio

# Beside percentages of this size and more, one below 1 is a fraction; beside smaller ones it may be that small.
_LARGE = 10


@dataclass(frozen=True)
class Row:
    """A measure's percentages: the parts of it that give them, and their numerators and denominators, "" for none."""

    measure: Measure
    printed: str
    numerator: str
    denominator: str

    @property
    def plain(self) -> dict[Figures, Figure]:
        """The percentages that no sign and no format shows to be hundredths."""
        return {
            column: figure
            for (column, part), figure in self.measure.figures.items()
            if part == self.printed and figure.value is not None and not figure.is_percent
        }

    def given(self, column: Figures) -> bool | None:
        """Whether the ratio gives the figure as a fraction, not as hundredths; ``None`` if it gives neither."""
        # Number and percentage may stand in columns of their own.
        of_period = [one for one, _ in self.measure.figures if (one.period, one.year) == (column.period, column.year)]
        parts = [self.measure.figure(of_period, part) for part in (self.numerator, self.denominator)]
        parts.append(self.measure.figures[column, self.printed])
        above, below, printed = (part.value if part else None for part in parts)
        if above is None or below is None or printed is None or (value := ratio(above, below)) is None:
            return None
        if is_given_by(printed, value):
            return False
        return True if is_given_by(round(printed * 100, 6), value) else None


def mend_row(row: Row, sheet: Sheet, problems: Problems, *, ones: bool = False) -> bool:
    """Make hundredths of the fractions among a row of percentages, and say how each was decided; whether there are any.

    The ratio decides where it gives one of the two readings; else the row does. ``ones`` takes a row of nothing but 0
    and 1 for fractions too, as all rows of its sheet that tell are.
    """
    plain = row.plain
    given = {column: row.given(column) for column in plain}
    unsaid = [column for column in plain if given[column] is None]
    fractions = [column for column in plain if given[column]]
    for column in fractions:
        _say("activity_fraction_given", row, plain[column], sheet, problems)
    values = [figure.value or 0 for (_, part), figure in row.measure.figures.items() if part == row.printed]
    # What a ratio says of one quarter holds for those of its row that have none.
    by_ratio = False in given.values()
    if unsaid and not by_ratio and max(values) <= 1 and any(0 < value < 1 or (ones and value == 1) for value in values):
        _say("activity_fractions", row, plain[unsaid[0]], sheet, problems)
        fractions += unsaid
    elif not ones and not by_ratio:
        fractions += _among(row, {column: plain[column] for column in unsaid}, sheet, problems)
    for column in fractions:
        row.measure.figures[column, row.printed] = replace(plain[column].times(100), is_percent=True)
    return bool(fractions)


def _among(row: Row, figures: Mapping[Figures, Figure], sheet: Sheet, problems: Problems) -> list[Figures]:
    """The columns of the figures below 1 that are fractions in a row of others; each is said with its cell."""
    of_row = [figure.value or 0 for (_, part), figure in row.measure.figures.items() if part == row.printed]
    large = [value for value in of_row if value > 1]
    if not large:
        return []
    small = [column for column, figure in figures.items() if 0 < (figure.value or 0) < 1]
    is_fraction = min(large) >= _LARGE
    for column in small:
        code = "activity_fraction_among" if is_fraction else "activity_small_percentage"
        _say(code, row, figures[column], sheet, problems, other=plain_number(min(large)))
    return small if is_fraction else []


def _say(code: str, row: Row, figure: Figure, sheet: Sheet, problems: Problems, other: str = "") -> None:
    value = figure.value or 0
    words = {
        "measure": quoted(row.measure.name),
        "value": plain_number(value),
        "read": f"{plain_number(figure.times(100).value)}%",
        "other": other,
    }
    problems.add(code, sheet=sheet.name, place=figure.place, found=plain_number(value), words=words)
