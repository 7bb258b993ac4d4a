"""Who is away, in lists of workers: by post title over all teams, and by team. Counts and FTE, and no row of anybody.

By title and team it would often be one person, known by both to be sick: the two are never put together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import WORKER
from loaders.staff.vacantposts import NOT_SAID
from loaders.staff.workerrows import WorkerList, WorkerRow
from loaders.staff.workerstate import state_columns
from loaders.staff.workerwords import IS_AWAY, State, reasons_in
from model.worker_tables import FEWEST_FOR_A_REASON, LEAVE, NOT_KEPT, SICK

_REASONS = {State.SICK: SICK, State.AWAY: LEAVE}
_OF_TEAMS = {State.SICK: "away_sickness", State.AWAY: "away_maternity"}

Key = tuple[dt.date, str]
_Told = frozenset[State]


@dataclass(frozen=True, slots=True)
class AwayPosts:
    """Those of one title who are away for one reason in a month; ``fte`` is ``None`` where one of them has none."""

    month: dt.date
    role: str
    reason: str
    people: int
    fte: float | None


def away_posts(lists: Sequence[WorkerList]) -> list[AwayPosts]:
    """Who is away by month, title and reason; 0 where the lists tell of that reason and nobody is, else no row.

    Of a title that so few hold that everybody would know who is meant the reason is not kept.
    """
    called: dict[Key, str] = {}
    holders: dict[Key, set[str]] = {}
    for worker in (worker for listed in lists for worker in listed.workers):
        called.setdefault(_by_title(worker), worker.role or NOT_SAID)
        holders.setdefault(_by_title(worker), set()).add(worker.worker)
    found: dict[Key, dict[State, list[WorkerRow]]] = {}
    for key, reason, gone in _away(lists, _by_title):
        found.setdefault(key, {})[reason] = gone
    return [
        AwayPosts(key[0], called[key], reason, len(gone), _sum(gone))
        for key, away in found.items()
        for reason, gone in _kept(away, len(holders[key]))
    ]


def _kept(away: Mapping[State, list[WorkerRow]], holders: int) -> Iterator[tuple[str, list[WorkerRow]]]:
    """Who is away of a title by the reasons that are kept; of few holders in all, if the lists tell of every reason."""
    gone = [worker for workers in away.values() for worker in workers]
    if holders >= FEWEST_FOR_A_REASON or not gone:
        yield from ((_REASONS[reason], workers) for reason, workers in away.items())
    elif away.keys() == _REASONS.keys():
        yield NOT_KEPT, gone


def away_by_team(lists: Sequence[WorkerList]) -> dict[str, dict[Key, float | None]]:
    """By column of the clean table, the FTE away of each month and team (small letters) that the lists tell of."""
    found: dict[str, dict[Key, float | None]] = {}
    for key, reason, gone in _away(lists, lambda worker: (worker.month, worker.team.casefold())):
        found.setdefault(_OF_TEAMS[reason], {})[key] = _sum(gone)
    return found


def _by_title(worker: WorkerRow) -> Key:
    return worker.month, (worker.role or NOT_SAID).casefold()


def _away(
    lists: Sequence[WorkerList], key_of: Callable[[WorkerRow], Key]
) -> Iterator[tuple[Key, State, list[WorkerRow]]]:
    """Who is away, by key and reason, of the keys all of whose workers stand in lists that tell of that reason."""
    told = [_reasons_told(listed, anywhere=_is_anyone_away(lists)) for listed in lists]
    if not any(told):
        return
    groups: dict[Key, list[tuple[WorkerRow, _Told]]] = {}
    for listed, reasons in zip(lists, told, strict=True):
        for worker in listed.workers:
            groups.setdefault(key_of(worker), []).append((worker, reasons))
    for key, group in groups.items():
        for reason in _REASONS:
            if all(reason in reasons for _, reasons in group):
                yield key, reason, [worker for worker, _ in group if worker.aside is reason]


def _is_anyone_away(lists: Sequence[WorkerList]) -> bool:
    return any(worker.aside in IS_AWAY for listed in lists for worker in listed.workers)


def _reasons_told(listed: WorkerList, *, anywhere: bool) -> _Told:
    """Of which reasons a list tells who is away and, by saying nothing, who is not.

    A column "Off sick" tells of sickness alone. One of states ("In post") does not tell of anybody away unless it, or
    another list of the file, names somebody who is.
    """
    found = listed.found
    if found.header.table != WORKER:
        return frozenset()
    kinds = state_columns(found)
    columns = [column for column, kind in kinds.items() if kind == "away" and _holds_anything(found, column)]
    named = [reasons_in(found.header.headings[column]) for column in columns]
    away = frozenset(worker.aside for worker in listed.workers if worker.aside in IS_AWAY)
    if named and all(len(reasons) == 1 for reasons in named):
        return frozenset().union(*named, away)
    return IS_AWAY if named or away or (anywhere and "status" in kinds.values()) else frozenset()


def _holds_anything(found: Found, column: int) -> bool:
    return any(not is_blank(cell) for cell in found.column(column))


def _sum(workers: Sequence[WorkerRow]) -> float | None:
    known = [worker.fte for worker in workers if worker.fte is not None]
    return round(sum(known), 6) if len(known) == len(workers) else None
