"""What to ask about the columns of a file: of two for one thing, one that leaves it open, one that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.dates.periods import month_in
from loaders.files.cells import Kind, number, quoted
from loaders.files.grid import place_of
from loaders.layouts.header import CHILDREN_COLUMNS, FTE_COLUMNS
from loaders.mapping import ColumnRead, label_of
from loaders.messages import MESSAGES, Message
from loaders.problem import Problem
from loaders.problems import Problems
from loaders.samples import without_names

# Where no column gives what is needed, any column of numbers that is not read may be it.
_NEEDED = ("no_fte", "no_children", "waiting_not_told_apart")
_ANSWERED = ("decided", "remembered")
# What a column of teams in a list of workers is read as where no heading says that it is one.
_MAY_BE_TEAM = ("", "kind", "area")


def with_questions(columns: Sequence[ColumnRead], problems: Problems) -> list[ColumnRead]:
    """The columns, those that the problems leave open with their question; samples that may name people are gone."""
    asked: dict[tuple[str, str, int], Message] = {}
    columns = without_names(columns, problems)
    for problem in problems.listed():
        told = MESSAGES[problem.code]
        if told.question:
            # Figures that changed places in one file do so in no other: what was said of that one is asked again.
            answered = ("decided",) if problem.code == "columns_swapped" else _ANSWERED
            for column in _meant(columns, problem):
                if told.severity == "error" or column.how not in answered:
                    asked.setdefault(column.key, told)
    return [
        replace(column, question=_asked(asked[column.key], column), must=asked[column.key].must)
        if column.key in asked
        else column
        for column in columns
    ]


def _asked(told: Message, column: ColumnRead) -> str:
    return told.question.format(label=label_of(column.field))


def say_likeness(columns: Sequence[ColumnRead], problems: Problems) -> None:
    """Name every heading that was read by its likeness, with what it is read as and how alike the two are."""
    for column in columns:
        if column.how == "likeness":
            words = {
                "heading": quoted(column.heading), "label": label_of(column.field), "percent": str(column.percent)
            }  # fmt: skip
            place = place_of(column.cell)
            problems.add("read_by_likeness", sheet=column.sheet, place=place, found=column.heading[:60], words=words)


def _meant(columns: Sequence[ColumnRead], problem: Problem) -> Iterator[ColumnRead]:
    """The columns that the answer to a problem can lie in."""
    if problem.code == "no_teams":
        # What is known is not asked again: a table of known figures lacks its teams.
        yield from (column for column in columns if not column.field)
        return
    there = [column for column in columns if column.sheet == problem.sheet]
    if problem.code in ("no_month", "no_team_name"):
        yield from _by_values(columns, problem)
        return
    if problem.code == "worker_without_team":
        if all(column.field != "team" for column in there):
            yield from (column for column in there if column.field in _MAY_BE_TEAM and _may_name(column))
        return
    if problem.code == "child_level":
        yield from _of_one_list(columns, there)
        return
    named = next((column for column in there if column.cell == problem.cell), None)
    if named and problem.code in ("two_columns", "two_flows"):
        yield from (column for column in there if column.field == named.field)
    elif named and problem.code == "columns_swapped":
        yield from (column for column in there if column.field in (*FTE_COLUMNS, *CHILDREN_COLUMNS))
    elif named:
        yield named
    if problem.code in _NEEDED:
        yield from (column for column in there if not column.field and _is_of_numbers(column))


def _by_values(columns: Sequence[ColumnRead], problem: Problem) -> Iterator[ColumnRead]:
    """The columns that are not read and may be of months, or of names, by what stands in them."""
    for column in columns:
        likely = _is_dated if problem.code == "no_month" else _may_name
        if problem.sheet in ("", None, column.sheet) and not (column.field or column.fixed) and likely(column):
            yield column


def _may_name(column: ColumnRead) -> bool:
    return not (column.fixed or _is_dated(column) or _is_of_numbers(column))


def _is_dated(column: ColumnRead) -> bool:
    return bool(column.samples) and all(month_in(one) is not None for one in column.samples)


def _of_one_list(columns: Sequence[ColumnRead], there: Sequence[ColumnRead]) -> Iterator[ColumnRead]:
    """The columns of the only list of children that may be its team or its worker, where one of these is not known."""
    lists = {column.sheet for column in columns if column.fixed}
    if len(lists) == 1 and not {"team", "worker"} <= {column.field for column in there}:
        yield from (column for column in there if not column.field and not column.fixed)


def _is_of_numbers(column: ColumnRead) -> bool:
    return bool(column.samples) and all(number(one)[1] in (Kind.NUMBER, Kind.TYPED) for one in column.samples)
