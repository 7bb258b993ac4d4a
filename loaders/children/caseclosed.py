"""Which children of a list had no open case on the day of the list, by all the columns that say so.

What a cell holds is a child's: only its place is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.children.casestate import (
    State,
    by_end,
    by_flag,
    by_reason,
    by_status,
    is_opened_after,
    is_opening_heading,
)
from loaders.children.casetypes import is_type_heading
from loaders.dates.months import When
from loaders.files.cells import quoted, text
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.words.vocabulary import is_case_heading, words_of

_OF_CLOSING = {
    "open", "close", "closed", "closing", "closure", "end", "ended", "ending", "ceased", "cease", "current", "live",
    "active", "inactive", "archived",
}  # fmt: skip
# What such a word says of these is not whether the case is open: "Current school", "Plan end date", "Days open".
_OF_ANOTHER = {
    "address", "age", "carer", "category", "court", "days", "duration", "education", "episode", "gp", "health",
    "legal", "length", "location", "manager", "months", "need", "order", "placement", "plan", "postcode", "provider",
    "risk", "school", "setting", "supervisor", "time", "type", "visit", "weeks", "years",
}  # fmt: skip


class Closing:
    """The columns of a list of children that say whether a case is open, and what they say of a row."""

    def __init__(self, found: Found) -> None:
        """Of the headings of a list; a column of nothing but blanks says nothing of any row."""
        self._found = found
        headings = found.header.headings
        filled = [column for column in headings if not all(map(is_blank, found.column(column)))]
        kinds = ("closed", "marked", "status", "open", "reason")
        of_kind = {kind: [one for one in filled if is_case_heading(headings[one], kind)] for kind in kinds}
        dated, self._marked, self._status, self._flags, self._reasons = of_kind.values()
        self._ended = sorted({*dated, *self._marked})
        opening = [column for column, heading in headings.items() if is_opening_heading(heading)]
        self._opened = [*opening, *self._flags]
        self.columns: set[int] = {*self._opened, *(one for columns in of_kind.values() for one in columns)}

    def is_closed(self, row: int) -> bool:
        """Whether a status or a no below "Open" says that a case is closed, whatever the day."""
        return any(state is State.CLOSED for _, _, state in self._by_words(row))

    def is_ended(self, row: int, when: When) -> bool:
        """Whether a case was closed up to the day of the list."""
        cells = [self._found.dated(row, column) for column in self._ended]
        if any(self._end(column, when, cell) is State.CLOSED for column, cell in zip(self._ended, cells, strict=True)):
            return True
        if any(is_opened_after(cell, when) for cell in cells):
            # The day of closure is after that of the list, so the reason for it was not known then.
            return False
        return any(by_reason(self._found.cell(row, column)) is State.CLOSED for column in self._reasons)

    def is_opened_after(self, row: int, when: When) -> bool:
        """Whether a case was opened after the day of the list."""
        return any(is_opened_after(self._found.dated(row, column), when) for column in self._opened)

    def say_unclear(self, row: int, when: When, problems: Problems) -> None:
        """Warn of the cells of a child counted that say neither."""
        for code, column, state in self._by_words(row):
            if state is State.UNCLEAR:
                problems.add(code, sheet=self._found.sheet.name, place=(row, column))
        for column in self._ended:
            if self._end(column, when, self._found.dated(row, column)) is State.UNCLEAR:
                problems.add("closing_unclear", sheet=self._found.sheet.name, place=(row, column))

    def _by_words(self, row: int) -> Iterator[tuple[str, int, State]]:
        for column in self._status:
            yield "status_unclear", column, by_status(text(self._found.cell(row, column)))
        for column in self._flags:
            yield "open_unclear", column, by_flag(self._found.dated(row, column))

    def _end(self, column: int, when: When, cell: Cell) -> State:
        told = text(cell).casefold()
        # Below "Closed" a 1 is a yes; below "Date closed" it is no day.
        if column in self._marked and told in ("1", "x"):
            # A cross may stand for a yes.
            return State.CLOSED if told == "1" else State.UNCLEAR
        return by_end(cell, when)

    def say_other_columns(self, read: Iterable[int], problems: Problems) -> None:
        """Warn of each column that may say that cases are closed, and of which nothing is known but its heading."""
        found = self._found
        for column in sorted(set(found.header.headings) - self.columns - set(read)):
            heading = found.header.headings[column]
            words = set(words_of(heading).split())
            told = not words.isdisjoint(_OF_CLOSING) and words.isdisjoint(_OF_ANOTHER) and not is_type_heading(heading)
            if told and not all(map(is_blank, found.column(column))):
                place = (found.header.last, column)
                problems.add("closing_not_read", sheet=found.sheet.name, place=place, heading=quoted(heading))
