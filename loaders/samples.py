"""A few values of a column, for a person who has to say what it is; never any of a list of people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from loaders.cells import Kind, number, text
from loaders.found import Found
from loaders.grid import Cell, is_blank
from loaders.header import CHILD, DATES, TEAM, WORKER
from loaders.months import day_words
from loaders.vocabulary import is_case_heading, is_of_person, missing_reason

_SHOWN, _LONGEST, _LOOKED_AT = 3, 24, 200


def samples_of(found: Found, columns: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Up to three values of each column, as they are typed; none where a row may be a person's.

    Of a list of workers only columns of nothing but numbers are shown.
    """
    if _is_of_people(found):
        return dict.fromkeys(columns, ())
    return {column: _samples(found, column) for column in columns}


def _samples(found: Found, column: int) -> tuple[str, ...]:
    cells = (found.cell(row, column) for row in found.rows[:_LOOKED_AT])
    if found.header.table != TEAM and not all(is_blank(cell) or _is_number(cell) for cell in cells):
        return ()
    shown: dict[str, None] = {}
    for row in found.rows[:_LOOKED_AT]:
        if not is_blank(cell := found.cell(row, column)):
            shown[_shown(cell)] = None
        if len(shown) == _SHOWN:
            break
    return tuple(shown)


def _is_of_people(found: Found) -> bool:
    header = found.header
    if header.table == CHILD:
        return True
    headings = header.headings.values()
    if any(is_of_person(one) or any(is_case_heading(one, kind) for kind in ("child", "closed")) for one in headings):
        return True
    return header.table != WORKER and _repeats_names(found)


def _repeats_names(found: Found) -> bool:
    """Whether the names of the teams come again and again with no month that tells their rows apart."""
    columns = found.header.columns
    if "team" not in columns or any(name in columns for name in DATES):
        return False
    names = [told for row in found.rows[:_LOOKED_AT] if (told := text(found.cell(row, columns["team"])).casefold())]
    return len(set(names)) * 2 <= len(names)


def _is_number(cell: Cell) -> bool:
    return number(cell)[1] in (Kind.NUMBER, Kind.TYPED) or (isinstance(cell, str) and missing_reason(cell) is not None)


def _shown(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return day_words(cell)
    told = f"{round(cell, 6):g}" if isinstance(cell, float) and not cell.is_integer() else text(cell)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
