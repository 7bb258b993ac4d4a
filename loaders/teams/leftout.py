"""Columns of numbers beside the teams that are left out, and may well be what a table lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.files.cells import Kind, number, quoted
from loaders.files.grid import cell_name, is_blank
from loaders.layouts.found import Found
from loaders.layouts.kinds import holds_kind
from loaders.mapping import ColumnRead
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import GROUPS, words_of

_OF_COLUMNS = word_lists(__file__, "columns")
_VACANT, _WITHOUT, _WORKERS = (_OF_COLUMNS[kind] for kind in ("vacant", "without", "workers"))
_NUMBERS = (Kind.NUMBER, Kind.TYPED)
# Where a table has more columns of other things, none of them is likelier than another.
_MOST_ASKED = 3


def say_left_out(tables: Sequence[TeamTable], columns: Sequence[ColumnRead], problems: Problems) -> None:
    """Warn of vacancies, and of counts that may be the children waiting where no column gives these.

    Of what a person has said of a column, nothing is asked again.
    """
    answered = {(one.sheet, one.cell) for one in columns if one.how in ("decided", "remembered")}
    asked = {(one.sheet, one.cell) for one in columns} - answered
    for table in tables:
        found = table.found
        _say_vacancies(table, problems)
        if not _lacks_waiting(table):
            continue
        unknown = [one for one in _counts(found) if (found.sheet.name, _cell(found, one)) in asked]
        for column in unknown if len(unknown) <= _MOST_ASKED else ():
            _say("count_not_understood", found, column, problems)


def _say_vacancies(table: TeamTable, problems: Problems) -> None:
    if {"fte_established", "fte_in_post"} <= table.plan.figures.keys():
        return
    # Where averages are taken over posts, a share of vacant ones says that they come out too low.
    shares = {"rate", "percent"} if {"fte_in_post", "fte_case_holding"}.isdisjoint(table.plan.figures) else set()
    for column in table.found.header.unread:
        words = _words(table.found, column)
        counted = (GROUPS["not_counted"] - shares).isdisjoint(words) and not _VACANT.isdisjoint(words)
        if counted and holds_kind(table.found, column, "number"):
            _say("vacancies_not_read", table.found, column, problems)


def _lacks_waiting(table: TeamTable) -> bool:
    """Whether children and their social workers are given, but nobody who waits; if more is lacking, that is said."""
    plan, columns = table.plan, table.found.header.columns
    given = {*plan.figures, *columns} & {"unallocated", "service_unallocated", "held"}
    waits = plan.includes_waiting or bool(table.waiting) or bool(given)
    return not (waits or table.found.part) and "allocated" in plan.figures and plan.has_fte


def _counts(found: Found) -> Iterator[int]:
    """The columns that are not read, hold whole numbers only, and do not say that they are of another thing."""
    for column in found.header.unread:
        cells = [cell for cell in found.column(column) if not is_blank(cell)]
        words = set(_words(found, column))
        # "No social worker" is of children, "Support workers" of staff.
        said = GROUPS["of_others"].isdisjoint(words - _WORKERS if words & _WITHOUT else words)
        if said and any(map(_is_count, cells)) and all(map(_is_count, cells)):
            yield column


def _is_count(cell: object) -> bool:
    value, kind, _ = number(cell)  # type: ignore[arg-type]
    return kind in _NUMBERS and value is not None and value >= 0 and value.is_integer()


def _words(found: Found, column: int) -> list[str]:
    return words_of(found.header.headings[column]).split()


def _cell(found: Found, column: int) -> str:
    return cell_name(*found.sheet.true((found.header.last, column)))


def _say(code: str, found: Found, column: int, problems: Problems) -> None:
    told = found.header.headings[column]
    words = {"heading": f"{quoted(told)} (cell {_cell(found, column)})"}
    place = (found.header.last, column)
    problems.add(code, sheet=found.sheet.name, place=place, found=told[:60], words=words)
