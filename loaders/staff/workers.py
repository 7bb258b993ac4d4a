"""The workers of each team: one row for each worker and month, under a code."""

from __future__ import annotations

from itertools import pairwise

from loaders.dates.dating import Dating
from loaders.files.cells import flag, quoted, text, texts
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import FTE_COLUMNS
from loaders.problems import Problems
from loaders.staff.nobody import Nobody, is_vacant, nobody_of, says_vacant
from loaders.staff.personnames import forename_columns, holds_name
from loaders.staff.posttitles import title_in
from loaders.staff.pseudonym import code_for, is_code
from loaders.staff.workerrows import DOUBTED, GONE, NAMELESS, TOTAL, VACANT, WAITING, OtherRow, WorkerList, WorkerRow
from loaders.staff.workerstate import WorkerStates
from loaders.staff.workerteams import teams_beside
from loaders.staff.workerwords import ASIDE, Nameless, State, is_no_team, section_of, without_state
from loaders.teams.doubled import refuse_doubled_figures
from loaders.teams.figures import figure
from loaders.teams.rows import is_summary, is_total
from loaders.teams.sidelines import is_vacancy
from loaders.teams.unread import say_unread, unread_of

_CHILDREN = ("allocated", "children", "caseload", "active")


def read_workers(found: Found, file_name: str, problems: Problems, *, key: bytes) -> WorkerList:
    """Read one list of workers; ``key`` makes the codes that stand for their names."""
    return _List(found, key, file_name, problems).read()


class _List:
    """One list of workers, read downwards."""

    def __init__(self, found: Found, key: bytes, file_name: str, problems: Problems) -> None:
        self._found = found
        self._key = key
        self._problems = problems
        self._dating = Dating(found, file_name, problems)
        columns = found.header.columns
        self._columns = columns
        refuse_doubled_figures(found, problems)
        fte = next((name for name in FTE_COLUMNS if name in columns), None)
        self._fte = columns[fte] if fte else None
        self._children = next((columns[name] for name in _CHILDREN if name in columns), None)
        self._list = WorkerList(found, fte=(fte, columns[fte]) if fte else None, children=self._children)
        self._lines, self._outside = teams_beside(found, problems)
        self._team = ""
        self._forenames = forename_columns(found)
        self._typed_once = self._team_is_typed_once()
        self._nobody = 0
        self._section: State | None = None
        self._no_teams: dict[str, bool] = {}
        self._nameless = Nameless()
        self._replaced = False
        self._states = WorkerStates(found, problems)
        self._vacant = self._marked_vacant()

    def _team_is_typed_once(self) -> bool:
        """Whether a team stands in the first of its rows only: nowhere is it repeated right below itself."""
        told = [self._text(row, "team").casefold() for row in self._found.rows if self._text(row, "worker")]
        return not any(one and one == other for one, other in pairwise(told))

    def _marked_vacant(self) -> set[int]:
        """The rows of which a column other than those of names, figures and dates says that the post is vacant."""
        named = {column for name, column in self._columns.items() if name not in ("role", "note")}
        beside = [column for column in self._found.header.headings if column not in named]
        told = {column: texts(self._found.column(column)) for column in beside}
        words = {said for column in told.values() for said in column if said and says_vacant(said)}
        rows = self._found.rows
        return {row for column in told.values() for row, said in zip(rows, column, strict=True) if said in words}

    def read(self) -> WorkerList:
        """The workers, once each; vacant posts, waiting children and totals are none."""
        self._list.workers = [worker for row in self._found.rows if (worker := self._row(row))]
        self._dating.finish()
        if self._replaced:
            self._problems.add("names_replaced")
        if self._nobody:
            one = self._nobody == 1
            words = {"counted": "One row" if one else f"{self._nobody:,} rows", "verb": "is" if one else "are"}
            self._problems.add("not_workers", sheet=self._found.sheet.name, words=words)
        say_unread(self._found, self._problems, set(unread_of(self._found)) - self._states.columns)
        return self._list

    def _row(self, row: int) -> WorkerRow | None:
        if row in self._lines:
            self._team, self._section = self._lines[row], None
            return None
        if self._is_section(row):
            return None
        name, team = self._text(row, "worker"), self._text(row, "team") or self._outside
        if is_total(name) or is_total(team):
            self._other(row, TOTAL, team if is_total(team) else f"{team} {name}")
            return None
        self._team = team or (self._team if self._typed_once else "")
        team = self._team
        if row in self._vacant and not (name and self._states.says_state(row)):
            self._nobody += 1
            self._other(row, VACANT, "Vacant post")
            return None
        if not name:
            self._other(row, NAMELESS, "")
            return None
        if (nobody := nobody_of(name, team)) or is_vacancy(name):
            self._nobody += 1
            # A post whose holder is away is no vacant one.
            other = GONE if is_vacancy(name) else DOUBTED if nobody is Nobody.DOUBTED else WAITING
            label = "" if holds_name(name) else name
            self._other(row, VACANT if is_vacant(name) else other, label)
            return None
        return None if self._is_none(row, name, team) else self._worker(row, name, team)

    def _worker(self, row: int, name: str, team: str) -> WorkerRow | None:
        """The worker of a row; none without a team or a month, or who is not in post."""
        when = self._dating.of(row)
        if not team:
            place = (row, self._columns.get("team", self._columns["worker"]))
            self._problems.add("worker_without_team", sheet=self._found.sheet.name, place=place)
            return None
        if when is None:
            return None
        state = self._section or self._states.of(row, when, name)
        if self._section is State.LEFT:
            self._states.say_gone(row, self._columns["worker"])
        if state in (State.LEFT, State.LATER):
            self._other(row, GONE, "")
            return None
        self._replaced = self._replaced or not is_code(name)
        self._list.days.setdefault(when.month, when.day)
        return WorkerRow(
            self._found.sheet.name,
            row,
            self._columns["worker"],
            when.month,
            team,
            code_for(self._nameless.told_apart(without_state(name), when.month), self._key),
            self._text(row, "role") or title_in(name) or None,
            self._figure(row, self._fte, "worker_fte"),
            self._asye(row),
            self._figure(row, self._children, "worker_children"),
            state if state in ASIDE else None,
        )

    def _is_section(self, row: int) -> bool:
        """Whether a row is a line such as "Leavers": those below it, up to the next line, are no workers in post."""
        cells = [cell for cell in self._found.sheet.rows[row] if not is_blank(cell)]
        if len(cells) != 1 or not isinstance(cells[0], str):
            return False
        self._section = section_of(cells[0])
        return self._section is not None

    def _is_none(self, row: int, name: str, team: str) -> bool:
        """Whether a row is a line of comparison, or its team is none: "Maternity leave"."""
        place, sheet = (row, self._columns["worker"]), self._found.sheet.name
        if is_summary(name):
            self._problems.add("summary_of_workers", sheet=sheet, place=place)
        elif self._no_team(team):
            self._problems.add("worker_in_no_team", sheet=sheet, place=place, team=quoted(team))
        else:
            return False
        return True

    def _no_team(self, team: str) -> bool:
        if team not in self._no_teams:
            self._no_teams[team] = is_no_team(team)
        return self._no_teams[team]

    def _other(self, row: int, kind: str, label: str) -> None:
        when = self._dating.of(row, needed=False)
        self._list.others.append(OtherRow(row, kind, when, "" if kind == TOTAL else self._team, label))
        if kind == TOTAL:
            self._team = ""

    def _text(self, row: int, name: str) -> str:
        column = self._columns.get(name)
        # A worker's first name may stand in a column of its own.
        columns = [*(self._forenames if name == "worker" else ()), *(() if column is None else (column,))]
        return " ".join(filter(None, (text(self._found.cell(row, one)) for one in columns)))

    def _figure(self, row: int, column: int | None, name: str) -> float | None:
        return None if column is None else figure(self._found, row, column, name, self._problems)

    def _asye(self, row: int) -> bool | None:
        column = self._columns.get("asye")
        if column is None:
            return None
        cell = self._found.cell(row, column)
        said, clear = flag(cell)
        if not clear:
            place, sheet = (row, column), self._found.sheet.name
            self._problems.add(
                "unclear_asye", sheet=sheet, place=place, found=text(cell)[:60], cell_quoted=quoted(cell)
            )
        return said
