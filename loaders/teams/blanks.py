"""Cells of teams that are blank: what is not known because of them is said."""

from __future__ import annotations

from loaders.files.cells import quoted
from loaders.problems import Problems
from loaders.teams.figures import is_empty
from loaders.teams.limits import RULES
from loaders.teams.teamrow import BASES, TeamRow
from loaders.teams.teamtable import TeamTable


def say_blanks(table: TeamTable, problems: Problems) -> None:
    """A blank is never 0: where it leaves a team without an average, or its waiting children unknown, say so."""
    some_wait = any(team.figures.get("unallocated") is not None for team in table.teams)
    always = ["allocated", "unallocated"] if some_wait else ["allocated"]
    # By the basis that a team's average is taken over.
    needed: dict[str | None, list[str]] = {basis: [name, *always] for name, basis in BASES}
    # A month in which no team has its FTE has no basis.
    needed[None] = [*[name for name, _ in BASES if name in table.plan.figures][:1], *always]
    needed = {basis: [name for name in names if name in table.plan.figures] for basis, names in needed.items()}
    for team in table.teams:
        figures = team.figures
        blank = [name for name in needed[team.fte_basis] if figures.get(name) is None]
        if blank and any(value is not None for value in figures.values()):
            for name in blank:
                _say_blank(table, team, name, table.plan.figures[name], problems)


def _say_blank(table: TeamTable, team: TeamRow, name: str, column: int, problems: Problems) -> None:
    if not is_empty(table.found, team.row, column):
        return
    label, place = RULES[name].label, (team.row, column)
    code = "blank_waiting" if name == "unallocated" else "blank_figure"
    words = {"label": label, "team": quoted(team.team)}
    fte = [figure for figure, _ in BASES]
    other = next((one for one in fte if team.figures.get(one) is not None), None) if name in fte else None
    if other:
        # The FTE of other teams of the month is of the kind that is blank here.
        code, words["other"] = "blank_fte", RULES[other].label
    problems.add(code, sheet=table.found.sheet.name, place=place, words=words)
