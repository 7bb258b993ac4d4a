"""Children by type of case in a list of workers, added up by team."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loaders.children.casetypes import type_columns
from loaders.problems import Problems
from loaders.staff.workerrows import WorkerList, WorkerRow
from loaders.teams.figures import figure


class TypesOfWorkers:
    """The columns of a list of workers that give children by type beside those allocated, and their sums."""

    def __init__(self, listed: WorkerList, problems: Problems) -> None:
        """Of a list without such columns, or without the children allocated, nothing is read."""
        self._found, self._problems = listed.found, problems
        rows = [worker.row for worker in listed.workers]
        asked = bool(listed.found.header.parts) and listed.children is not None
        self.columns: Mapping[str, int] = type_columns(listed.found, rows, problems) if asked else {}

    def of(self, workers: Iterable[WorkerRow]) -> dict[str, float | None]:
        """Children of some workers by type; ``None`` for a type that is blank for one of them.

        A blank is 0 only where the worker's other types come to just the children allocated to him or her.
        """
        if not self.columns:
            return {}
        each = [self._of_worker(worker) for worker in workers]
        return {name: _sum([row[name] for row in each]) for name in self.columns}

    def _of_worker(self, worker: WorkerRow) -> dict[str, float | None]:
        row = {name: figure(self._found, worker.row, at, name, self._problems) for name, at in self.columns.items()}
        if worker.allocated is not None and sum(value or 0 for value in row.values()) == worker.allocated:
            return {name: value or 0.0 for name, value in row.items()}
        return row


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
