"""Workers of a list of whom it is told how they were counted: who is away, holds no cases, or has more than anybody."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.files.cells import plain_number, quoted
from loaders.problems import Problems
from loaders.staff.workerrows import WorkerList, WorkerRow
from loaders.staff.workerwords import State

# With overtime somebody has a little more than one FTE; nobody has more children than the second.
_MOST_FTE, _MOST_CHILDREN = 1.2, 60
_ASIDE = {State.SICK: "worker_away", State.AWAY: "worker_away", State.WITHOUT_CASES: "worker_without_cases"}


def say_odd_workers(listed: WorkerList, problems: Problems) -> None:
    """Warn of workers who are away or hold no cases and whose FTE is counted, and of figures that nobody has."""
    fte, children = listed.fte[1] if listed.fte else 0, listed.children or 0
    # Who stands in two teams may have all the FTE in one of them.
    whole = {(worker.month, worker.worker) for worker in listed.workers if worker.fte}
    for worker in listed.workers:
        for code, of_fte in _odd(worker, elsewhere=(worker.month, worker.worker) in whole):
            words = {
                "fte": plain_number(worker.fte),
                "children": plain_number(worker.allocated),
                "team": quoted(worker.team),
            }
            place = (worker.row, fte if of_fte else children)
            problems.add(
                code, sheet=worker.sheet, place=place, found=words["fte" if of_fte else "children"], words=words
            )


def _odd(worker: WorkerRow, *, elsewhere: bool) -> Iterator[tuple[str, bool]]:
    if worker.aside and worker.fte:
        yield _ASIDE[worker.aside], True
    if worker.fte == 0 and worker.allocated and not elsewhere:
        yield "worker_without_fte", True
    if (worker.fte or 0) > _MOST_FTE:
        yield "worker_over_full_time", True
    if (worker.allocated or 0) > _MOST_CHILDREN:
        yield "worker_many_children", False
