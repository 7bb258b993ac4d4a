"""What keeping a file would change, month by month and team by team."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.tables import TABLES
from store.rows import Row, Value, months_of, to_rows

Key = tuple[Value, ...]
_ByKey = dict[Key, Row]
_Months = dict[date, dict[str, _ByKey]]


@dataclass(frozen=True)
class Change:
    """One figure that would change. ``team`` is ``None`` for a figure of the whole service.

    ``field`` is a column of the clean table; ``None`` before or after is a blank.
    """

    team: str | None
    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class MonthComparison:
    """What keeping the file would do to one month.

    A new month has no changes. ``changes`` are of teams that are there before
    and after, and of the service; rows of workers and notes are only said to
    differ or not.
    """

    month: date
    is_new: bool
    is_same: bool
    changes: tuple[Change, ...] = ()
    teams_gone: tuple[str, ...] = ()
    teams_new: tuple[str, ...] = ()
    workers_differ: bool = False
    notes_differ: bool = False


def compare(kept: Mapping[str, pd.DataFrame], offered: Mapping[str, pd.DataFrame]) -> list[MonthComparison]:
    """The offered tables against the kept ones: one comparison for each offered month, ascending."""
    before, after = _by_month(kept), _by_month(offered)
    return [_compare_month(month, before.get(month), after[month]) for month in months_of(offered)]


def _by_month(tables: Mapping[str, pd.DataFrame]) -> _Months:
    """Month to table to the rest of the row's key to the row."""
    months: _Months = {}
    for name, table in TABLES.items():
        for row in to_rows(tables[name]):
            month = row["month"]
            assert isinstance(month, date)  # noqa: S101 - a clean table has it in every row
            of_month = months.setdefault(month, {each: {} for each in TABLES})
            of_month[name][tuple(row[column] for column in table.key[1:])] = row
    return months


def _compare_month(month: date, before: dict[str, _ByKey] | None, after: dict[str, _ByKey]) -> MonthComparison:
    if before is None:
        return MonthComparison(month, is_new=True, is_same=False)
    was, will_be = before["team_caseload"], after["team_caseload"]
    return MonthComparison(
        month,
        is_new=False,
        is_same=before == after,
        changes=(*_team_changes(was, will_be), *_service_changes(before, after)),
        teams_gone=tuple(str(key[0]) for key in was if key not in will_be),
        teams_new=tuple(str(key[0]) for key in will_be if key not in was),
        workers_differ=any(before[each] != after[each] for each in ("worker_caseload", "vacant_post")),
        notes_differ=before["month_note"] != after["month_note"],
    )


def _team_changes(before: _ByKey, after: _ByKey) -> Iterator[Change]:
    for key, row in after.items():
        if key in before:
            yield from _row_changes(str(key[0]), before[key], row)


def _service_changes(before: dict[str, _ByKey], after: dict[str, _ByKey]) -> Iterator[Change]:
    """A service row that is not there counts as one of blanks."""
    blank: Row = dict.fromkeys(TABLES["service_caseload"].names)
    was, will_be = (side["service_caseload"].get((), blank) for side in (before, after))
    yield from _row_changes(None, was, will_be)


def _row_changes(team: str | None, before: Row, after: Row) -> Iterator[Change]:
    for field, value in after.items():
        if field != "month" and before[field] != value:
            yield Change(team, field, before[field], value)
