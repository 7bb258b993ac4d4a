"""What keeping a file would change, month by month and team by team."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.assumptions import Settings
from model.caseload import service_month
from model.course import waiting_words
from model.tables import TABLES, TO_CHECK
from store.rows import Row, Value, months_of, to_rows

Key = tuple[Value, ...]
_ByKey = dict[Key, Row]
_Months = dict[date, dict[str, _ByKey]]


@dataclass(frozen=True)
class Change:
    """One figure that would change. ``team`` is ``None`` for a figure of the whole service.

    ``field`` is a column of the clean table; ``None`` before or after is a blank, or that the team is not there.
    Children of the whole service who wait and of whom only some are known are text: "at least 25".
    """

    team: str | None
    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class MonthComparison:
    """What keeping the file would do to one month.

    A new month has no changes. ``changes`` are of teams that are there before
    and after, of those gone or new (what they have or had), and of the service, as the pages show it; rows of workers
    and people's notes are only said to differ or not. What a file itself said wrongly is no note of anybody's.
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
    return [
        _compare_month(month, before.get(month), after[month], lambda at: (_shown(kept, at), _shown(offered, at)))
        for month in months_of(offered)
    ]


def _shown(tables: Mapping[str, pd.DataFrame], month: date) -> Row:
    """What the pages show of the whole service, whether its file gave it as such or by team."""
    service = service_month(tables, month, Settings())
    waiting: Value = waiting_words(service) if service.unallocated_is_partial else service.unallocated
    return {"as_at": service.as_at, "unallocated": waiting}


def _by_month(tables: Mapping[str, pd.DataFrame]) -> _Months:
    """Month to table to the rest of the row's key to the row."""
    months: _Months = {}
    for name, table in TABLES.items():
        for row in to_rows(tables[name]):
            month = row["month"]
            assert isinstance(month, date)  # noqa: S101 - a clean table has it in every row
            if row.get("mark") == TO_CHECK:
                continue
            of_month = months.setdefault(month, {each: {} for each in TABLES})
            of_month[name][tuple(row[column] for column in table.key[1:])] = row
    return months


def _compare_month(
    month: date,
    before: dict[str, _ByKey] | None,
    after: dict[str, _ByKey],
    shown: Callable[[date], tuple[Row, Row]],
) -> MonthComparison:
    if before is None:
        return MonthComparison(month, is_new=True, is_same=False)
    was, will_be = before["team_caseload"], after["team_caseload"]
    return MonthComparison(
        month,
        is_new=False,
        is_same=before == after,
        changes=(*_team_changes(was, will_be), *_service_changes(before, after, lambda: shown(month))),
        teams_gone=tuple(str(key[0]) for key in was if key not in will_be),
        teams_new=tuple(str(key[0]) for key in will_be if key not in was),
        workers_differ=any(before[each] != after[each] for each in ("worker_caseload", "vacant_post")),
        notes_differ=before["month_note"] != after["month_note"],
    )


def _team_changes(before: _ByKey, after: _ByKey) -> Iterator[Change]:
    for key, row in after.items():
        if key in before:
            yield from _row_changes(str(key[0]), before[key], row)
    blank: Row = dict.fromkeys(_OF_A_TEAM)
    for key in (key for key in before if key not in after):
        yield from _row_changes(str(key[0]), before[key], blank)
    for key in (key for key in after if key not in before):
        yield from _row_changes(str(key[0]), blank, {name: after[key][name] for name in _OF_A_TEAM})


# What is told of a team that comes or goes: what headline figures are worked out of.
_OF_A_TEAM = ("fte_established", "fte", "allocated", "unallocated")


def _service_changes(
    before: dict[str, _ByKey], after: dict[str, _ByKey], shown: Callable[[], tuple[Row, Row]]
) -> Iterator[Change]:
    """A service row that is not there counts as one of blanks; of what teams can give too, what is shown counts."""
    blank: Row = dict.fromkeys(TABLES["service_caseload"].names)
    was, will_be = (side["service_caseload"].get((), blank) for side in (before, after))
    if was != will_be:
        earlier, later = shown()
        yield from _row_changes(None, was | earlier, will_be | later)


def _row_changes(team: str | None, before: Row, after: Row) -> Iterator[Change]:
    for field, value in after.items():
        if field != "month" and before[field] != value:
            yield Change(team, field, before[field], value)
