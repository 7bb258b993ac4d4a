"""What is counted of a list of children: how many each worker of a team has, who waits, and what was left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from loaders.areas.totals import Total
from loaders.problems import Problems
from loaders.staff.workerrows import WorkerRow


@dataclass
class CountedTeam:
    """What is counted of one team in one month: its children who wait, and those of each worker, by code.

    The code is "" where the list names no worker.
    """

    month: dt.date
    day: dt.date | None
    name: str
    row: int
    waiting: int = 0
    workers: dict[str, int] = field(default_factory=dict)


@dataclass
class Counts:
    """What is counted of the whole list.

    ``apart`` has, by month, the first row and the number of children who wait with no team; ``named`` says that
    workers have names in the list. Of rows that count nobody only the number is kept.
    """

    teams: dict[tuple[dt.date, str], CountedTeam] = field(default_factory=dict)
    apart: dict[dt.date, tuple[int, int]] = field(default_factory=dict)
    lines: int = 0
    closed: int = 0
    later: int = 0
    repeated: int = 0
    named: bool = False

    def waiting_apart(self) -> list[Total]:
        """The children who wait with no team, month by month."""
        return [
            Total(row, "unallocated", month, {"unallocated": float(number)})
            for month, (row, number) in self.apart.items()
        ]

    def workers(self, sheet: str, column: int) -> list[WorkerRow]:
        """A row for each worker of each team and month; ``column`` is that of the workers."""
        return [
            WorkerRow(sheet, team.row, column, team.month, team.name, code, None, None, None, float(number))
            for team in self.teams.values()
            for code, number in team.workers.items()
            if code
        ]

    def say(self, sheet: str, team: int, problems: Problems) -> None:
        """Say that children were counted, and which rows count nobody; ``team`` is the column of the teams."""
        problems.add("children_counted", sheet=sheet)
        problems.add("no_fte_of_children", sheet=sheet)
        left_out = {"lines_below_list": self.lines, "closed_not_counted": self.closed, "opened_later": self.later}
        for code, number in {**left_out, "children_repeated": self.repeated}.items():
            if number:
                one = {"rows": "1 row", "are": "is", "name": "names"}
                words = one if number == 1 else {"rows": f"{number:,} rows", "are": "are", "name": "name"}
                problems.add(code, sheet=sheet, words=words)
        if self.apart and not self.teams:
            problems.add("no_child_has_team", sheet=sheet, place=(min(row for row, _ in self.apart.values()), team))
        if self.named:
            problems.add("names_replaced")
