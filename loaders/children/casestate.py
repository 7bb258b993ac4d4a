"""What one cell of a list of children says of a case: open or closed on the day of the list.

What a cell holds is a child's: it is looked at here, and never told.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from enum import Enum

from loaders.dates.months import When, in_cell
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.words.missing import missing_reason
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import words_of

_MANAGER = re.compile(patterns(__file__, "managers")["manager"])


class State(Enum):
    """What a cell says of a case."""

    OPEN = "open"
    CLOSED = "closed"
    UNCLEAR = "unclear"


_CASES = patterns(__file__, "cases")
_CLOSED, _OPEN = re.compile(_CASES["closed"]), re.compile(_CASES["open"])
_STILL = re.compile(rf"\b{patterns(__file__, 'still')['still']}\b")
_NOT_OPEN = re.compile(rf"\b{patterns(__file__, 'not_open')['not_open']}\b")
_STILL_OPEN = re.compile(patterns(__file__, "no_reason")["still_open"])
_DAYS, _OPENINGS = word_lists(__file__, "days"), word_lists(__file__, "dates")["opening"]
# What stands for no day at all: Excel's 0, and the ends of time of databases.
_FILLER = re.compile(r"(?<!\d)(?:1899|1900|1901|2099|2999|9999)(?!\d)")
_FIRST_YEAR, _LAST_YEAR, _LAST_FILLER, _FIRST_FILLER = 1902, 2098, 366, 73050


def is_opening_heading(heading: str) -> bool:
    """Whether a column has the day on which each case was opened."""
    return words_of(heading) in _OPENINGS


def by_status(said: str) -> State:
    """What a status says, by its first words; a blank, or a code for a missing one, says nothing against "open".

    >>> by_status("Closed - NFA"), by_status("Not closed"), by_status("Stepped down to CIN")
    (<State.CLOSED: 'closed'>, <State.OPEN: 'open'>, <State.UNCLEAR: 'unclear'>)
    """
    words = words_of(said)
    # "C" is closed here, and a code for a missing figure elsewhere.
    if _CLOSED.fullmatch(words) and not _STILL.search(_NOT_OPEN.sub("", words)):
        return State.CLOSED
    return State.OPEN if not words or missing_reason(said) or _OPEN.fullmatch(words) else State.UNCLEAR


def by_flag(cell: Cell) -> State:
    """What a cell below "Open?" says: a yes, a day or a word for open; a blank among them says nothing.

    >>> by_flag("Y"), by_flag("No"), by_flag("")
    (<State.OPEN: 'open'>, <State.CLOSED: 'closed'>, <State.UNCLEAR: 'unclear'>)
    """
    words = words_of(text(cell))
    if words in _DAYS["day"] or words == "1" or in_cell(cell):
        return State.OPEN
    if words in {"n", "no", "false", "0"}:
        return State.CLOSED
    return by_status(text(cell)) if words and not missing_reason(text(cell)) else State.UNCLEAR


def by_reason(cell: Cell) -> State:
    """What a cell below "Reason for closure" says: whatever stands there, but for a word for none, is of a closed case.

    >>> by_reason("Moved away"), by_reason("N/A"), by_reason("Still open")
    (<State.CLOSED: 'closed'>, <State.OPEN: 'open'>, <State.OPEN: 'open'>)
    """
    words = words_of(text(cell))
    return State.OPEN if _is_no_day(cell) or not words or _STILL_OPEN.fullmatch(words) else State.CLOSED


def by_end(cell: Cell, when: When) -> State:
    """What a cell below "Date closed" says on the day of a list: only a day up to then closes a case."""
    words = words_of(text(cell))
    if words in _DAYS["day"] or words == "c":
        return State.CLOSED
    if _is_no_day(cell):
        return State.OPEN
    ended = in_cell(cell)
    if ended:
        return State.OPEN if _is_after(ended, when) else State.CLOSED
    return by_status(text(cell)) if words and isinstance(cell, str) else State.UNCLEAR


def is_opened_after(cell: Cell, when: When) -> bool:
    """Whether a case was opened after the day of a list."""
    opened = None if _is_no_day(cell) else in_cell(cell)
    return opened is not None and _is_after(opened, when)


def _is_no_day(cell: Cell) -> bool:
    if is_blank(cell) or cell is False:
        return True
    if isinstance(cell, dt.date):
        return not _FIRST_YEAR <= cell.year <= _LAST_YEAR
    value, kind, _ = number(cell)
    if value is not None and kind in (Kind.NUMBER, Kind.TYPED):
        # A serial number of Excel's, of before 1901 or after 2099; 202405 is a month.
        return value <= _LAST_FILLER or (value >= _FIRST_FILLER and in_cell(cell) is None)
    said = text(cell)
    return missing_reason(said) is not None or words_of(said) in _DAYS["no_day"] or _FILLER.search(said) is not None


def _is_after(one: When, when: When) -> bool:
    """Whether a day, or a month without one, is after the day of the list, or the end of its month."""
    last = calendar.monthrange(when.month.year, when.month.month)[1]
    return (one.day or one.month) > (when.day or when.month.replace(day=last))


def manager_columns(found: Found) -> list[int]:
    """The columns that name the manager of a child's team: a case whose worker is that manager has no social worker."""
    headings = found.header.headings.items()
    return [column for column, heading in headings if _MANAGER.fullmatch(words_of(heading)) is not None]
