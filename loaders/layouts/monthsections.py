"""The sections of a table with its months side by side: words left of its measures, over them, or over its title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.monthhead import MonthHeading
from loaders.layouts.sections import sections_of
from loaders.words.groups import is_changing


class MonthSections:
    """What the cells about a block make of its measures; ``filled`` is what merged ranges show."""

    def __init__(self, sheet: Sheet, filled: Mapping[Place, Cell], heading: MonthHeading, after: int) -> None:
        """``after`` is the last row of the block above."""
        self._sheet = sheet
        self._filled = filled
        self._heading = heading
        self._after = after

    def of_rows(self, rows: Sequence[int], measures: int, *, by_row: bool) -> dict[int, str]:
        """The section of each row, whose measures stand in one column; ``by_row`` where lines of their own name it."""
        own = sections_of(self._sheet, rows, measures, beside=False) if by_row else {}
        beside = [self._carried(rows, column) for column in self._columns(measures)]
        return {row: " ".join(filter(None, (*(each.get(row) for each in beside), own.get(row)))) for row in rows}

    def _columns(self, measures: int) -> Iterable[int]:
        heading = self._heading
        known = {heading.name, measures, *heading.words.values()}
        return [column for column in range(min(heading.columns)) if column not in known]

    def _carried(self, rows: Iterable[int], column: int) -> dict[int, str]:
        """A column's words, each as far as the next; below a heading of its own only those that are surely sections."""
        headed = bool(self._said(self._heading.last, column))
        found: dict[int, str] = {}
        last = ""
        for row in rows:
            last = self._said(row, column) or last
            if last and (not headed or is_changing(last)):
                found[row] = last
        return found

    def over(self, measure: Place) -> str:
        """What stands over a measure that stands over or under the months."""
        row = measure[0] - 1 if measure[0] < self._heading.row else self._heading.row - 1
        if row <= self._after:
            return ""
        first = min(self._heading.columns)
        told = {column: self._said(row, column) for column in range(first, len(self._sheet.rows[row]))}
        texts = {said for said in told.values() if said}
        nearest = next((told[column] for column in range(measure[1], first - 1, -1) if told.get(column)), "")
        # One line over them all may as well be a title.
        return nearest if len(texts) > 1 or is_changing(nearest) else ""

    def over_title(self, title: Place) -> str:
        """The lines directly above a block's title, or below it, that can only be sections."""
        last = self._heading.row - 1
        start = min(title[0], last + 1)
        above = self._lines(range(start - 1, self._after, -1))
        below = self._lines(range(start + 1, last + 1))
        return " ".join(filter(is_changing, (*above, *below)))

    def _lines(self, rows: Iterable[int]) -> list[str]:
        """The lines of one cell, as far as the first row of none or several."""
        lines: list[str] = []
        for row in rows:
            cells = [cell for cell in self._sheet.rows[row] if not is_blank(cell)]
            if len(cells) != 1 or not isinstance(cells[0], str):
                break
            lines.append(text(cells[0]))
        return lines

    def _said(self, row: int, column: int) -> str:
        value = self._sheet.at(row, column)
        shown = self._filled.get((row, column), value) if value == "" else value
        return text(shown) if isinstance(shown, str) else ""
