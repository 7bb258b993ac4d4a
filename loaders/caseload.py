"""The team table of a sheet: one row per team and month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.cells import quoted, text
from loaders.columns import Plan, plan_columns
from loaders.dating import Dating
from loaders.figures import MOST_AVERAGE, figure
from loaders.header import Found
from loaders.problems import Problems
from loaders.rows import Row, RowKind, classify
from loaders.teamrow import TeamRow
from loaders.totals import AVERAGE_TOLERANCE, Total, is_sum_of, read_total, reconcile

# In the order in which a full-time equivalent is taken when a file gives several.
_BASES = (("fte_case_holding", "case-holding"), ("fte_in_post", "in post"), ("fte_established", "established"))


@dataclass
class TeamTable:
    """What a team table held: its teams, its totals, and its rows of children who wait with no team."""

    found: Found
    plan: Plan
    teams: list[TeamRow] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    waiting: list[Total] = field(default_factory=list)


def read_teams(found: Found, file_name: str, problems: Problems) -> TeamTable:
    """Read one team table: its teams with their month, and what its other rows say."""
    rows = classify(found)
    plan = plan_columns(found, [row.row for row in rows if row.kind is RowKind.TEAM], problems)
    table = TeamTable(found, plan)
    dating = Dating(found, file_name, problems) if rows and _holds_anything(rows) else None
    for row in rows:
        if dating:
            _read_row(table, row, dating, problems)
    if dating:
        dating.finish()
    _take_out_unnamed_total(table, problems)
    _choose_basis(table)
    _say_blanks(table, problems)
    _check_averages(table, problems)
    reconcile(found, plan, table.teams, table.totals, table.waiting, problems)
    return table


def _holds_anything(rows: Sequence[Row]) -> bool:
    return any(row.kind in (RowKind.TEAM, RowKind.EMPTY_TEAM, RowKind.WAITING) for row in rows)


def _read_row(table: TeamTable, row: Row, dating: Dating, problems: Problems) -> None:
    if row.kind in (RowKind.TEAM, RowKind.EMPTY_TEAM):
        _read_team(table, row, dating, problems)
    elif row.kind in (RowKind.TOTAL, RowKind.WAITING, RowKind.UNNAMED):
        _read_other(table, row, dating, problems)
    elif row.kind is RowKind.SUMMARY:
        problems.add(
            "note",
            "summary_row",
            f"{quoted(row.name)} is read as a line of comparison, not as a team.",
            sheet=table.found.sheet.name,
            place=(row.row, table.plan.name),
        )


def _read_team(table: TeamTable, row: Row, dating: Dating, problems: Problems) -> None:
    when = dating.of(row.row)
    figures = {
        name: figure(table.found, row.row, column, name, problems) for name, column in table.plan.figures.items()
    }
    if when is None:
        return
    if table.plan.includes_waiting:
        _take_waiting_off(table, row, figures, problems)
    area, kind = (_word(table.found, row.row, name) for name in ("area", "kind"))
    table.teams.append(TeamRow(table.found, row.row, when.month, when.day, row.name, area, kind, figures))
    if row.kind is RowKind.EMPTY_TEAM:
        problems.add(
            "warning",
            "team_without_figures",
            f"{quoted(row.name)} has no figures; the team is kept with its figures missing. Type the figures, or delete the row if it is not a team.",
            sheet=table.found.sheet.name,
            place=(row.row, table.plan.name),
            to_do="Type the figures, or delete the row",
            many="{n} rows, the first at {first}, name a team without figures; the teams are kept with their figures missing. Type the figures, or delete the rows.",
        )


def _word(found: Found, row: int, name: str) -> str | None:
    column = found.header.columns.get(name)
    if column is None or (name == "area" and "team" not in found.header.columns):
        return None
    return text(found.cell(row, column)) or None


def _take_waiting_off(table: TeamTable, row: Row, figures: dict[str, float | None], problems: Problems) -> None:
    everybody, waiting = figures.get("allocated"), figures.get("unallocated")
    figures["allocated"] = None if everybody is None or waiting is None else everybody - waiting
    if everybody is not None and waiting is not None and waiting > everybody:
        problems.add(
            "error",
            "more_waiting_than_all",
            f"{waiting:,g} children wait, which is more than the {everybody:,g} children in all. Correct one of the two cells.",
            sheet=table.found.sheet.name,
            place=(row.row, table.plan.figures["unallocated"]),
        )


def _read_other(table: TeamTable, row: Row, dating: Dating, problems: Problems) -> None:
    when = dating.of(row.row, needed=False)
    total = read_total(table.found, table.plan, row.row, row.name, when.month if when else None)
    if row.kind is RowKind.WAITING:
        if any((total.figures.get(name) or 0) > 0 for name, _ in _BASES):
            # Somebody works there: it is a team, whatever it is called.
            _read_team(table, Row(row.row, RowKind.TEAM, row.name), dating, problems)
        else:
            table.waiting.append(total)
    elif row.kind is RowKind.TOTAL or is_sum_of(total.figures, table.teams):
        table.totals.append(total)
    else:
        problems.add(
            "error",
            "no_team_name",
            "The row has figures but no team's name. Type the name, or “Total” if the row is a total, or delete the row.",
            sheet=table.found.sheet.name,
            place=(row.row, table.plan.name),
            expected="the name of a team",
            to_do="Type the team's name, or delete the row",
        )


def _take_out_unnamed_total(table: TeamTable, problems: Problems) -> None:
    """A last row that is the sum of all others, in every column, is a total by another name."""
    months = {team.month for team in table.teams}
    if len(table.teams) < 3 or len(months) != 1 or not is_sum_of(table.teams[-1].figures, table.teams[:-1]):
        return
    last = table.teams.pop()
    table.totals.append(Total(last.row, "total", last.month, last.figures))
    problems.add(
        "warning",
        "total_by_another_name",
        f"{quoted(last.team)} is exactly the sum of the teams above, so it is read as a total, not as a team. Call it “Total” if that is right.",
        sheet=table.found.sheet.name,
        place=(last.row, table.plan.name),
        to_do="Call the row “Total”",
    )


def _choose_basis(table: TeamTable) -> None:
    """Per month, the best basis that any team has; teams without it keep theirs missing: bases are never mixed."""
    by_month: dict[dt.date, list[TeamRow]] = {}
    for team in table.teams:
        by_month.setdefault(team.month, []).append(team)
    for teams in by_month.values():
        name, basis = next(
            ((name, basis) for name, basis in _BASES if any(team.figures.get(name) is not None for team in teams)),
            (None, None),
        )
        for team in teams:
            team.fte_basis = basis
            team.fte = team.figures.get(name) if name else None


def _say_blanks(table: TeamTable, problems: Problems) -> None:
    """A blank is never 0: where it leaves a team without an average, say so."""
    bases = {basis: name for name, basis in _BASES}
    for team in table.teams:
        if all(value is None for value in team.figures.values()):
            continue
        for name, label in (
            (bases.get(team.fte_basis or ""), f"{team.fte_basis} FTE"),
            ("allocated", "children allocated"),
        ):
            column = table.plan.figures.get(name) if name else None
            if (
                name
                and column is not None
                and team.figures.get(name) is None
                and _is_empty(table.found, team.row, column)
            ):
                problems.add(
                    "warning",
                    "blank_figure",
                    f"The {label} of {quoted(team.team)} is blank; it is read as not known, not as 0.",
                    sheet=table.found.sheet.name,
                    place=(team.row, column),
                    expected="a number",
                    to_do="Type the number, 0 if it is 0",
                    many="{n} cells of column {column}, the first at {first}, are blank; they are read as not known, not as 0.",
                )


def _is_empty(found: Found, row: int, column: int) -> bool:
    place = (row, column)
    return text(found.cell(row, column)) == "" and place not in found.sheet.formulas and place not in found.sheet.faults


def _check_averages(table: TeamTable, problems: Problems) -> None:
    for team in table.teams:
        children, fte, printed = team.figures.get("allocated"), team.fte, team.figures.get("average_printed")
        if children is None or not fte:
            continue
        average = children / fte
        if average > MOST_AVERAGE:
            problems.add(
                "error",
                "absurd",
                f"{children:,g} children for {fte:,g} FTE would be {average:,.0f} children per social worker, more than can be. Check both cells of {quoted(team.team)}.",
                sheet=table.found.sheet.name,
                place=(team.row, table.plan.figures["allocated"]),
                found=f"{children:,g}",
                to_do="Correct one of the two cells",
            )
        elif printed is not None and abs(printed - average) > AVERAGE_TOLERANCE:
            _say_wrong_average(table, team, printed, average, problems)


def _say_wrong_average(table: TeamTable, team: TeamRow, printed: float, average: float, problems: Problems) -> None:
    waiting = (team.figures.get("unallocated") or 0) + (team.figures.get("allocated") or 0)
    why = (
        " It seems to include children who wait."
        if team.fte and abs(waiting / team.fte - printed) <= AVERAGE_TOLERANCE
        else ""
    )
    problems.add(
        "warning",
        "average_disagrees",
        f"The average of {quoted(team.team)} is printed as {printed:,g}, but its children divided by its {team.fte_basis} FTE give {average:,.1f}.{why} The average is worked out from children and FTE.",
        sheet=table.found.sheet.name,
        place=(team.row, table.plan.figures["average_printed"]),
        found=f"{printed:,g}",
        expected=f"{average:,.1f}",
        to_do="Check the average, the children and the FTE",
        many="{n} averages of column {column}, the first at {first}, are not children divided by FTE; averages are worked out from children and FTE.",
    )
