"""A few values of a column, for a person who has to say what it is; never any of a list of people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from loaders.children.people import hold_names
from loaders.dates.months import day_words
from loaders.files.cells import Kind, number, plain_number, text
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import CHILD, DATES, PEOPLE, TEAM, WORKER
from loaders.mapping import ColumnRead
from loaders.problems import Problems
from loaders.staff.personnames import holds_name, is_named_like_person
from loaders.teams.rows import is_total
from loaders.teams.waitingnames import is_waiting
from loaders.words.identifiers import identifies
from loaders.words.missing import missing_reason
from loaders.words.vocabulary import is_case_heading, is_of_person, names_people, words_of

# Words of headings below which anything may be written, about anybody.
_FREE = {
    "child", "children", "comment", "comments", "commentary", "note", "notes", "name", "names", "remark", "remarks",
    "detail", "details", "narrative", "reason", "reasons", "longest", "who", "case", "cases",
}  # fmt: skip
# What is said of tables below whose teams, or among them, people's names stand.
_NAMING = ("list_below_teams", "child_among_teams", "person_among_teams", "row_below_total")
_SHOWN, _LONGEST, _LOOKED_AT = 3, 24, 200


def samples_of(found: Found, columns: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Up to three values of each column, as they are typed; none where a row may be a person's.

    Of a list of workers only columns of nothing but numbers are shown.
    """
    if _is_of_people(found):
        return dict.fromkeys(columns, ())
    words = found.header.table == TEAM and not _names_workers(found)
    return {column: _samples(found, column, words=words) for column in columns}


def without_names(columns: Sequence[ColumnRead], problems: Problems) -> list[ColumnRead]:
    """The columns, those of sheets that name people below their teams with no more than the numbers among samples."""
    sheets = {problem.sheet for problem in problems.of(*_NAMING)}
    return [
        replace(one, samples=tuple(filter(_is_number, one.samples))) if one.sheet in sheets else one for one in columns
    ]


def _names_workers(found: Found) -> bool:
    """Whether a column of a table of teams has the names of people in it."""
    headings = found.header.headings.items()
    return any(names_people(heading) and hold_names(found.column(column)) for column, heading in headings)


def _samples(found: Found, column: int, *, words: bool) -> tuple[str, ...]:
    cells = [found.cell(row, column) for row in found.rows[:_LOOKED_AT]]
    first = cells[: _end_of_teams(found)]
    teams = column in (found.header.columns.get("team"), found.header.columns.get("area"))
    heading = found.header.headings.get(column, "")
    if not teams and (identifies(heading, cells) or _may_name(heading, cells)):
        return ()
    if not words and not all(is_blank(cell) or _is_number(cell) for cell in cells):
        return ()
    shown: dict[str, None] = {}
    for cell in first if teams else cells:
        if not is_blank(cell) and not (isinstance(cell, str) and is_named_like_person(text(cell))):
            shown[_shown(cell)] = None
        if len(shown) == _SHOWN:
            break
    return tuple(shown)


def _end_of_teams(found: Found) -> int:
    """How many rows stand above the first blank one, total, or line of waiting children: below may be anybody."""
    columns, rows = found.header.columns, found.rows[:_LOOKED_AT]
    name = columns.get("team", columns.get("area", 0))
    for place, row in enumerate(rows):
        said = text(found.cell(row, name))
        if (place and row > rows[place - 1] + 1) or is_total(said) or is_waiting(said):
            return place
    return len(rows)


def _may_name(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether the words of a column, if it has any, may name people: by its heading, or by one of them."""
    words = [text(cell) for cell in cells if isinstance(cell, str) and not is_blank(cell) and not _is_number(cell)]
    return bool(words) and (not _FREE.isdisjoint(words_of(heading).split()) or any(map(holds_name, words)))


def _is_of_people(found: Found) -> bool:
    header = found.header
    if header.table in (CHILD, PEOPLE):
        return True
    headings = header.headings.values()
    if any(is_of_person(one) or any(is_case_heading(one, kind) for kind in ("child", "closed")) for one in headings):
        return True
    return header.table != WORKER and _repeats_names(found)


def _repeats_names(found: Found) -> bool:
    """Whether the names of the teams come again and again in a month."""
    columns = found.header.columns
    if "team" not in columns:
        return False
    dates = [columns[name] for name in DATES if name in columns]
    named = [row for row in found.rows[:_LOOKED_AT] if text(found.cell(row, columns["team"]))]
    pairs = {tuple(text(found.cell(row, column)).casefold() for column in (columns["team"], *dates)) for row in named}
    return len(pairs) * 2 <= len(named)


def _is_number(cell: Cell) -> bool:
    return number(cell)[1] in (Kind.NUMBER, Kind.TYPED) or (isinstance(cell, str) and missing_reason(cell) is not None)


def _shown(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return day_words(cell)
    told = plain_number(cell) if isinstance(cell, float) and not cell.is_integer() else text(cell)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
