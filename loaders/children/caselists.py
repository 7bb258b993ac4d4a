"""Which lists of children of a file are counted: one alone, or one of each month."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.children.caselist import count_children, worker_column
from loaders.children.flagged import flag_columns
from loaders.dates.months import in_name
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.workerrows import WorkerList
from loaders.teams.teamtable import TeamTable


def can_be_counted(found: Found) -> bool:
    """Whether a list says of each child which team has it, and which worker or whether any."""
    return "team" in found.header.columns and (worker_column(found) is not None or bool(flag_columns(found)))


def counted_lists(
    found: Sequence[Found], file_name: str, problems: Problems, *, key: bytes
) -> list[tuple[TeamTable, WorkerList]]:
    """The one list of children of a file, or the one of each month, counted.

    Several lists of a month are not: a child can be in each of them.
    """
    if not found or not all(map(can_be_counted, found)):
        return []
    months = {when.month for one in found if (when := in_name(one.sheet.name, one.sheet.among))}
    if len(found) > 1 and len(months) < len(found):
        return []
    return [count_children(one, file_name, problems, key=key) for one in found]
