"""Teams added up from a list of their workers, where the file has no table of teams.

Only what is listed is added: the FTE and the children of the workers, and the
children that stand under "Unallocated". Vacant posts are no FTE.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from loaders.areas.totals import Total, bare_name
from loaders.children.casetypes import check_types
from loaders.files.cells import plain_number, quoted, text
from loaders.files.grid import column_letters
from loaders.problems import Problems
from loaders.staff.addedteam import TOLERANCE, AddedTeam, added_up
from loaders.staff.oddworkers import say_odd_workers
from loaders.staff.posttitles import say_other_posts
from loaders.staff.workerrows import DOUBTED, GONE, NAMELESS, TOTAL, VACANT, WAITING, OtherRow, WorkerList
from loaders.staff.workertypes import TypesOfWorkers
from loaders.staff.workerwaiting import take_waiting
from loaders.teams.bases import choose_basis
from loaders.teams.columns import Plan
from loaders.teams.figures import figure, is_empty, quiet_figure
from loaders.teams.limits import RULES
from loaders.teams.teamrow import BASES, TeamRow, fte_words
from loaders.teams.teamtable import TeamTable
from loaders.teams.waitingnames import is_waiting

# What is said of the children of a row that is no worker, but for those who plainly wait.
_CHILDREN_OF = {
    VACANT: "children_of_vacant_post",
    GONE: "children_of_gone_worker",
    DOUBTED: "children_of_no_name",
}


def teams_of(listed: WorkerList, problems: Problems) -> TeamTable:
    """The teams of one list of workers, one row for each team and month, compared with the list's own totals."""
    return _Adding(listed, problems).table()


class _Adding:
    """Adds one list up."""

    def __init__(self, listed: WorkerList, problems: Problems) -> None:
        self._listed = listed
        self._found = listed.found
        self._problems = problems
        self._teams: dict[tuple[dt.date, str], AddedTeam] = {}
        self._apart: list[Total] = []
        self._types = TypesOfWorkers(listed, problems)
        columns = self._found.header.columns
        self._name = columns.get("team", columns["worker"])

    def table(self) -> TeamTable:
        """The team table."""
        plan = self._plan()
        for worker in self._listed.workers:
            self._team(worker.month, worker.team, worker.row).workers.append(worker)
        for other in self._listed.others:
            self._take(other)
        take_waiting(self._found, self._in_order(), self._listed.children, self._problems)
        self._say_nameless()
        self._say_blanks()
        for other in self._listed.others:
            if other.kind == TOTAL:
                self._compare(other)
        table = TeamTable(self._found, plan, [self._row(team) for team in self._in_order()], [], self._apart)
        choose_basis(table.teams)
        check_types(table, self._problems)
        self._say_added(table)
        say_other_posts(self._listed, self._problems)
        say_odd_workers(self._listed, self._problems)
        return table

    def _team(self, month: dt.date, name: str, row: int) -> AddedTeam:
        team = self._teams.setdefault((month, name.casefold()), AddedTeam(month, name, row))
        team.row = min(team.row, row)
        return team

    def _in_order(self) -> list[AddedTeam]:
        return sorted(self._teams.values(), key=lambda team: team.row)

    def _plan(self) -> Plan:
        plan, listed, header = Plan(self._name), self._listed, self._found.header
        sheet = self._found.sheet.name
        if listed.fte:
            plan.figures["fte_in_post" if listed.fte[0] == "fte" else listed.fte[0]] = listed.fte[1]
        else:
            self._problems.add("no_fte", sheet=sheet, unread="")
        if listed.children is not None:
            plan.figures["allocated"] = plan.figures["unallocated"] = listed.children
            plan.figures.update(self._types.columns)
        elif header.parts:
            names = ", ".join(quoted(header.headings[column]) for column in header.parts)
            heading = f"{quoted(header.headings[header.parts[0]])} (column {column_letters(header.parts[0])})"
            place = (header.last, header.parts[0])
            self._problems.add("types_overlap", sheet=sheet, place=place, names=names, heading=heading)
        else:
            self._problems.add("no_children", sheet=sheet, unread="")
        return plan

    def _take(self, other: OtherRow) -> None:
        """A row that is no worker: children who wait, a vacant post, or figures that nobody's name stands before."""
        if other.kind not in (WAITING, *_CHILDREN_OF):
            return
        children = self._waiting(other)
        month = other.when.month if other.when else None
        if not other.team or is_waiting(other.team) or month is None:
            self._apart.append(Total(other.row, other.label, month, {"unallocated": children}))
            return
        team = self._team(month, other.team, other.row)
        if other.kind == WAITING:
            team.waiting.append(children)
            team.lists_waiting = True
        else:
            team.vacant_fte += self._quiet(other.row, self._fte_column()) or 0
            if children:
                team.waiting.append(children)
                code = _CHILDREN_OF[other.kind]
                self._say(code, other.row, self._listed.children, children=plain_number(children))

    def _waiting(self, other: OtherRow) -> float | None:
        """The children of a row that is no worker, in the column of children or else in that of those who wait."""
        column, children = self._found.header.columns.get("unallocated"), self._listed.children
        if column is None or (children is not None and not is_empty(self._found, other.row, children)):
            column = children
        return None if column is None else figure(self._found, other.row, column, "unallocated", self._problems)

    def _fte_column(self) -> int | None:
        return self._listed.fte[1] if self._listed.fte else None

    def _quiet(self, row: int, column: int | None) -> float | None:
        return None if column is None else quiet_figure(self._found, row, column)

    def _say(self, code: str, row: int, column: int | None, **words: str) -> None:
        place = (row, self._name if column is None else column)
        self._problems.add(code, sheet=self._found.sheet.name, place=place, words=words)

    def _say_nameless(self) -> None:
        """Figures that nobody's name stands before are the sums of their teams, if all are; else they are named."""
        columns = [column for column in (self._fte_column(), self._listed.children) if column is not None]
        nameless = [
            other
            for other in self._listed.others
            if other.kind == NAMELESS and any(not is_empty(self._found, other.row, column) for column in columns)
        ]
        # What is the same as one worker's figures is a sum only beside others.
        sums = [self._isadded_up(other) for other in nameless]
        if not (all(sums) and max(sums, default=0) > 1):
            for other in nameless:
                self._say("no_worker_name", other.row, self._found.header.columns["worker"])

    def _isadded_up(self, other: OtherRow) -> int:
        """Of how many workers of its team a row is the sum, those who wait and vacant posts counted or not."""
        own = [team for team in self._in_order() if team.name.casefold() == other.team.casefold()]
        own = [team for team in own if team.row < other.row and (not other.when or other.when.month == team.month)]
        if not own:
            return 0
        fte, children = (self._quiet(other.row, column) for column in (self._fte_column(), self._listed.children))
        return own[-1].is_summed_by(fte, children)

    def _say_blanks(self) -> None:
        """A worker's blank is never 0: it leaves the team's sum unknown."""
        for worker in self._listed.workers:
            for column, name in ((self._fte_column(), "fte_in_post"), (self._listed.children, "allocated")):
                if column is not None and is_empty(self._found, worker.row, column):
                    self._say("blank_of_worker", worker.row, column, team=quoted(worker.team), label=RULES[name].label)

    def _compare(self, other: OtherRow) -> None:
        """A total may count the waiting children and the vacant posts or not."""
        groups = list(self._stands_for(other))
        if not groups:
            return
        fte, children = (self._quiet(other.row, column) for column in (self._fte_column(), self._listed.children))
        added = [(added_up(group, "fte"), sum(team.vacant_fte for team in group)) for group in groups]
        self._check(other.row, self._fte_column(), "fte_in_post", fte, added)
        apart = [sum(value or 0 for team in group for value in team.waiting) for group in groups]
        known = [added_up(group, "allocated") for group in groups]
        self._check(other.row, self._listed.children, "allocated", children, list(zip(known, apart, strict=True)))
        if len(groups[0]) == 1 and children is not None and children == known[0] and not apart[0]:
            groups[0][0].agrees_without_waiting = True

    def _stands_for(self, other: OtherRow) -> Iterator[Sequence[AddedTeam]]:
        """The teams that a total may stand for, the likeliest first."""
        above = [team for team in self._in_order() if team.row < other.row]
        if other.when:
            above = [team for team in above if team.month == other.when.month]
        whose = bare_name(other.label)
        named = [
            team for team in above if bare_name(team.name) == whose or team.name.casefold() in other.label.casefold()
        ]
        totals = [row.row for row in self._listed.others if row.kind == TOTAL and row.row < other.row]
        since = [team for team in above if team.row > max(totals, default=-1)]
        yield from (group for group in (named[-1:] if whose else [], since, above) if group)

    def _check(
        self,
        row: int,
        column: int | None,
        name: str,
        printed: float | None,
        added: Sequence[tuple[float | None, float]],
    ) -> None:
        known = [(value, more) for value, more in added if value is not None]
        if printed is None or column is None or not known:
            return
        if any(abs(printed - value - extra) <= TOLERANCE for value, more in known for extra in (0, more)):
            return
        value = known[0][0] + (known[0][1] if name == "allocated" else 0)
        self._say(
            "total_disagrees", row, column, label=RULES[name].label, value=plain_number(printed),
            sum=plain_number(value), difference=plain_number(abs(printed - value)),
            direction="high" if printed > value else "low",
        )  # fmt: skip

    def _row(self, team: AddedTeam) -> TeamRow:
        listed = self._listed
        some_wait = any(other.lists_waiting for other in self._teams.values() if other.month == team.month)
        unallocated = team.unallocated
        if not team.waiting and (some_wait or team.agrees_without_waiting) and listed.children is not None:
            # The list names those who wait, or its total leaves no room for them.
            unallocated = 0.0
        figures = {
            "headcount": float(len({worker.worker for worker in team.workers})),
            "allocated": team.added("allocated"),
            "unallocated": unallocated,
            **self._types.of(team.workers),
        }
        if listed.fte:
            figures["fte_in_post" if listed.fte[0] == "fte" else listed.fte[0]] = team.added("fte")
        area, kind = (self._word(team, name) for name in ("area", "kind"))
        day = listed.days.get(team.month)
        return TeamRow(self._found.sheet.name, team.row, team.month, day, team.name, area, kind, figures)

    def _word(self, team: AddedTeam, name: str) -> str | None:
        column = self._found.header.columns.get(name)
        return None if column is None else text(self._found.cell(team.row, column)) or None

    def _say_added(self, table: TeamTable) -> None:
        """Note that teams were added up, and over which FTE."""
        basis = next((basis for name, basis in BASES if name in table.plan.figures), None)
        heading = quoted(self._found.header.headings[self._listed.fte[1]]) if self._listed.fte else ""
        words = f" FTE is the sum of {heading}, read as {fte_words(basis)}." if basis else ""
        self._problems.add("teams_from_workers", sheet=self._found.sheet.name, words={"basis_words": words})
        if table.teams and all(team.figures.get("unallocated") is None for team in table.teams):
            self._problems.add("waiting_not_listed", sheet=self._found.sheet.name)
