"""What stands outside the rows of teams and says how many children wait: a title, a sentence, a figure beside a table.

Only what is plain is read: "Unallocated cases: 76", or that label and its number beside one another, on a sheet whose
one table of teams is of one month. All else that says so, and has a number, is named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from loaders.areas.totals import Waiting
from loaders.dates.months import month_words
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.limits import RULES, can_be
from loaders.teams.teamtable import TeamTable
from loaders.teams.waitingwords import in_line, is_of_month, is_plain, may_wait, shown
from loaders.words.sheetnames import is_activity_sheet, is_silent_sheet
from loaders.words.vocabulary import meaning_of

_NUMBERS = (Kind.NUMBER, Kind.TYPED)
_SMALL = 60
_NOT_PLAIN = "it is not plain that it is the number of children who wait in the service"
# A number beside a label that is not plain may be its year.
_YEARS = range(1990, 2100)


@dataclass(frozen=True)
class _Beside:
    """A number that stands beside a label, and where."""

    place: Place
    value: float | None


def read_waiting_lines(
    tables: Sequence[TeamTable], found: Sequence[Found], sheets: Sequence[Sheet], problems: Problems
) -> None:
    """Keep for each table what the lines of its sheet say of all who wait, and name the lines that are not read.

    ``found`` are all tables, ``sheets`` all sheets of the file: a line on one without any table is read for none.
    """
    # The tables of a sheet that are laid flat stand below it.
    whole = sorted((table.found.sheet for table in tables), key=lambda sheet: len(sheet.rows))
    of_tables = {sheet.name: sheet for sheet in whole}
    apart = _without_tables(sheets, found) if tables else []
    # What one sheet says most others say too.
    every = frozenset().union(*(sheet.distinct for sheet in (*of_tables.values(), *apart)))
    waits = {cell for cell in every if type(cell) is str and cell and may_wait(cell)}
    heads = _of_headings(found) if waits else {}
    for sheet in (*of_tables.values(), *apart) if waits else ():
        said = waits & sheet.distinct
        rows = sheet.rows_with(said, -1).difference(heads.get(sheet.name, ())) if said else set()
        own = [table for table in tables if table.found.sheet.name == sheet.name] if rows else []
        for place in _labels(sheet, sorted(rows), said, own, found) if rows else ():
            if _read_label(sheet, place, own, problems) and not own:
                break


def _without_tables(sheets: Sequence[Sheet], found: Sequence[Found]) -> list[Sheet]:
    """The small sheets that nothing is read from, but for those that are of something else by their names."""
    names = {one.sheet.name for one in found}
    small = [sheet for sheet in sheets if not sheet.hidden and len(sheet.rows) <= _SMALL]
    others = [sheet for sheet in small if sheet.name not in names]
    return [one for one in others if not (is_silent_sheet(one.name) or is_activity_sheet(one.name))]


def _of_headings(found: Sequence[Found]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for one in found:
        rows.setdefault(one.sheet.name, []).extend(range(one.header.first, one.header.last + 1))
    return rows


def _labels(
    sheet: Sheet, rows: Sequence[int], said: Set[Cell], tables: Sequence[TeamTable], found: Sequence[Found]
) -> Iterator[Place]:
    """The places of texts that say children wait, but for those that a table has read or said it does not read."""
    own = {table.found.header.last for table in tables}
    heard = {row for table in tables for row in table.heard}
    others = {row for one in found if one.sheet.name == sheet.name and one.header.last not in own for row in one.rows}
    laid = {row for row, _ in sheet.origins.values()}
    headed = {row: table.found.header.headings for table in tables for row in _rows_of(table)}
    last = min((row for row, _ in sheet.origins), default=len(sheet.rows))
    names = {table.plan.name for table in tables}
    below = {row for table in tables for row in table.found.rows if row not in headed}
    for row in rows:
        # Headings may be repeated further down.
        if any(meaning_of(text(sheet.at(row, name))) in ("team", "area") for name in names):
            continue
        if row >= last or row in others or row in heard or (laid and min(laid) <= row <= max(laid)):
            continue
        for column, cell in enumerate(sheet.rows[row]):
            if cell in said and column not in headed.get(row, ()):
                yield row, column
            if row in below and not is_blank(cell):
                # What stands after something else may be what is said of one child in a list.
                break


def _rows_of(table: TeamTable) -> Sequence[int]:
    if table.found.shape:
        return ()
    return table.even.rows if table.even else [row.row for row in table.listed] + [row.row for row in table.totals]


def _read_label(sheet: Sheet, place: Place, tables: Sequence[TeamTable], problems: Problems) -> bool:
    """Keep the number that a label has, or say why not; ``False`` where it has none."""
    label = text(sheet.at(*place))
    told, beside = in_line(label), _beside(sheet, place)
    if told.has_number:
        value, at = told.value, place
    elif beside and (is_plain(label) or beside.value not in _YEARS):
        value, at = beside.value if is_plain(label) else None, beside.place
    else:
        worded = _words_beside(sheet, place) if tables and is_plain(label) else None
        if worded:
            problems.add("waiting_in_words", sheet=sheet.name, place=worded)
        return worded is not None
    if value is None and not tables:
        return False
    months = {month for table in tables for month in table.months}
    why = _why_not(label, value, months, len(tables))
    if why or value is None:
        problems.add("waiting_line_not_read", sheet=sheet.name, place=at, words={"line": shown(label), "why": why})
        return True
    figures = {"unallocated": value, "allocated": None}
    tables[0].said.append(Waiting(at[0], label, next(iter(months)), figures, at[1]))
    return True


def _why_not(label: str, value: float | None, months: set[dt.date], tables: int) -> str:
    """Why a line is not read; "" where it is."""
    if value is None or not can_be(value, RULES["unallocated"]):
        return _NOT_PLAIN
    if not tables:
        return "no table of teams stands on its sheet"
    if tables > 1 or len(months) != 1:
        return "the sheet has more than one table or month of teams, and it does not say of which it is"
    month = next(iter(months))
    return "" if is_of_month(label, month) else f"its date is not one of {month_words(month)}, the month of the teams"


def _words_beside(sheet: Sheet, place: Place) -> Place | None:
    """The place of the first words after a label, if they hold a digit and none stands elsewhere: "about 76"."""
    row, column = place
    after = [(row, one) for one in range(column + 1, len(sheet.rows[row])) if not is_blank(sheet.at(row, one))]
    return after[0] if len(after) == 1 and any(map(str.isdigit, text(sheet.at(*after[0])))) else None


def _beside(sheet: Sheet, place: Place) -> _Beside | None:
    """The number next to a label, or the only one of its row; else one right below it, which is not read."""
    row, column = place
    filled = [(one, cell) for one, cell in enumerate(sheet.rows[row]) if not is_blank(cell)]
    numbers = [one for one, cell in filled if number(cell)[1] in _NUMBERS]
    following = [one for one, _ in filled if one > column][:1]
    texts = len(filled) - len(numbers)
    if following and following[0] in numbers:
        beside = following[0]
    elif len(numbers) == 1 and texts == 1:
        beside = numbers[0]
    else:
        below = number(sheet.at(row + 1, column))
        return _Beside((row + 1, column), None) if below[1] in _NUMBERS and not numbers else None
    return _Beside((row, beside), number(sheet.at(row, beside))[0])
