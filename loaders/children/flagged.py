"""Lists of children that name no worker: who of them is allocated is said by a column of its own, "Allocated? Y/N".

Only the places of cells are told, never what is in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from loaders.children.allocation import Held, kind_of, said_below
from loaders.dates.months import When
from loaders.files.cells import flag, quoted, text
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.personnames import is_named_like_person

_KINDS = ("allocated", "unallocated")


def flag_columns(found: Found) -> dict[int, str]:
    """The columns that say by themselves whether a child is allocated, and how; none that may name a worker."""
    kinds = {column: kind_of(heading) or "" for column, heading in found.header.headings.items()}
    team = found.header.columns.get("team")
    return {
        column: kind
        for column, kind in kinds.items()
        if kind in _KINDS and column != team and _says(kind, Counter(found.column(column)))
    }


def _says(kind: str, cells: Mapping[Cell, int]) -> bool:
    """Whether cells say of children that they are allocated or wait, most of them plainly, and name nobody.

    ``cells`` has how often each of them stands there.
    """
    told = {cell: number for cell, number in cells.items() if not is_blank(cell)}
    plainly = [cell for cell in told if said_below(kind, cell) not in (Held.UNCLEAR, Held.NOT_SAID)]
    some = sum(told[cell] for cell in plainly) * 2 > sum(told.values())
    return some and not any(is_named_like_person(text(cell)) for cell in told)


def is_of_flags(found: Found, column: int) -> bool:
    """Whether a column that may name workers says no more than yes or no of each child."""
    if kind_of(found.header.headings[column]) not in _KINDS:
        return False
    return all(is_blank(cell) or flag(cell)[0] is not None for cell in found.column(column))


class Flagged:
    """The columns of a list without workers that say who is allocated, and what they say of a row."""

    def __init__(self, found: Found) -> None:
        """Of the headings of a list; the first such column counts."""
        self._found = found
        kinds = flag_columns(found)
        self._column, self._kind = min(kinds.items())
        self.columns: set[int] = set(kinds)

    def waits(self, row: int, team: str, when: When, problems: Problems) -> bool:
        """Whether a child waits; what is not clear is said. A blank is read as no."""
        cell = self._found.cell(row, self._column)
        if is_blank(cell):
            return self._kind == "allocated"
        held = said_below(self._kind, cell)
        if held in (Held.UNCLEAR, Held.NOT_SAID):
            place = (row, self._column)
            problems.add("flag_unclear", sheet=self._found.sheet.name, place=place)
            return True
        return held in (Held.BY_NOBODY, Held.BY_DESK)

    def worker(self, row: int) -> str:
        """Nobody is named."""
        return ""

    def say_other_columns(self, read: set[int], problems: Problems) -> None:
        """Say by which column the children were told apart."""
        place = (self._found.header.last, self._column)
        heading = quoted(self._found.header.headings[self._column])
        problems.add("allocated_by_column", sheet=self._found.sheet.name, place=place, heading=heading)
