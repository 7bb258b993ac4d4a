"""Vacant posts in lists of workers, by title: of who was in them nothing is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.files.cells import text
from loaders.staff.nobody import says_vacant
from loaders.staff.workerrows import VACANT, WorkerList
from loaders.teams.figures import quiet_figure

# What stands where a list does not say which post it is.
NOT_SAID = "Post title not given"


@dataclass(frozen=True, slots=True)
class VacantPosts:
    """The vacant posts of one title in one team and month; ``fte`` is ``None`` where one of them has none."""

    month: dt.date
    team: str
    role: str
    posts: int
    fte: float | None


def vacant_posts(lists: Sequence[WorkerList]) -> list[VacantPosts]:
    """The vacant posts of the lists, month by month, team by team, title by title, in the order of the file."""
    found: dict[tuple[dt.date, str, str], list[float | None]] = {}
    called: dict[tuple[dt.date, str, str], tuple[dt.date, str, str]] = {}
    for month, team, role, fte in (post for listed in lists for post in _each(listed)):
        # Capitals make no other team or title.
        key = called.setdefault((month, team.casefold(), role.casefold()), (month, team, role))
        found.setdefault(key, []).append(fte)
    return [VacantPosts(*key, len(each), _sum(each)) for key, each in found.items()]


def _each(listed: WorkerList) -> Iterator[tuple[dt.date, str, str, float | None]]:
    found, role = listed.found, listed.found.header.columns.get("role")
    months = {worker.month for worker in listed.workers}
    for other in listed.others:
        if other.kind == VACANT and other.when is not None and other.team and other.when.month in months:
            said = "" if role is None else text(found.cell(other.row, role))
            # "Vacant" in the column of titles is no title.
            title = NOT_SAID if not said or says_vacant(said) else said
            fte = quiet_figure(found, other.row, listed.fte[1]) if listed.fte else None
            yield other.when.month, other.team, title, fte


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known), 6) if len(known) == len(values) else None
