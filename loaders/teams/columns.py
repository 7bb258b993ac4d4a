"""Which column of a team table gives which figure, where headings leave it open; every choice is said.

Nothing is inferred: a count that does not say what it counts is used in the sense
its heading has, with a warning that asks for a plainer one, or refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.files.cells import number, quoted
from loaders.layouts.columnheading import heading, say_of_column
from loaders.layouts.found import Found
from loaders.layouts.kinds import holds_kind, numbers_in
from loaders.problems import Problems
from loaders.teams.doubled import refuse_doubled
from loaders.teams.flowcolumns import flow_columns
from loaders.teams.fteparts import say_parts_of_fte
from loaders.teams.teamheadings import is_team_alone
from loaders.teams.unread import say_doubted
from loaders.teams.waitingnames import is_counted_within
from loaders.teams.whichfte import choose_fte
from loaders.words.vocabulary import GROUPS, plain, words_of
from model.quality import AVERAGE_TOLERANCE

# An average is rarely above this, a team's children rarely below it.
_MORE_THAN_AN_AVERAGE = 60
_SAID = ("fte_case_holding", "fte_in_post", "fte_established", "headcount", "allocated", "unallocated")


@dataclass
class Plan:
    """The column of each figure of a team table, by the figure's name in our tables.

    ``name`` is the column of the teams' names. ``includes_waiting`` says that the
    column for ``allocated`` counts waiting children too, so that they are taken off.
    """

    name: int
    figures: dict[str, int] = field(default_factory=dict)
    includes_waiting: bool = False

    @property
    def has_fte(self) -> bool:
        """Whether any column gives FTE."""
        return any(name.startswith("fte") for name in self.figures)


def plan_columns(found: Found, rows: Sequence[int], problems: Problems) -> Plan:
    """Decide the columns of a team table from its headings and, where they leave it open, its figures in ``rows``."""
    columns = found.header.columns
    plan = Plan(columns["team"] if "team" in columns else columns["area"])
    plan.figures.update({name: columns[name] for name in _SAID if name in columns})
    if "average" in columns:
        plan.figures["average_printed"] = columns["average"]
    if "team" not in columns:
        problems.add("areas_as_teams", sheet=found.sheet.name, heading=heading(found, plan.name))
    elif is_team_alone(found.header.headings.get(plan.name, "")):
        problems.add("read_as_team", sheet=found.sheet.name, heading=heading(found, plan.name))
    refuse_doubled(found, rows, problems)
    say_doubted(found, problems)
    asked = choose_fte(found, plan.figures, rows, problems)
    _choose_caseload(found, plan, rows, problems)
    _choose_waiting(found, plan, problems)
    _choose_children(found, plan, problems)
    plan.figures.update(flow_columns(found, rows, problems))
    _say_unread(found, plan, asked, problems)
    return plan


def _may_be_children(found: Found, column: int, plan: Plan) -> bool:
    """Whether a column holds whole numbers, and these give the printed averages or are said to be of no other thing."""
    if not holds_kind(found, column, "number"):
        return False
    if not all(value.is_integer() for value in numbers_in(found, column, found.rows)):
        return False
    fte = next((plan.figures[name] for name in _SAID if name.startswith("fte") and name in plan.figures), None)
    if fte is not None and _gives(found, column, fte, plan.figures["average_printed"]):
        return True
    return GROUPS["of_others"].isdisjoint(words_of(found.header.headings[column]).split())


def _gives(found: Found, children: int, fte: int, average: int) -> bool:
    """Whether every team's average is that of two columns, as nearly as it is printed."""
    told = [[number(found.cell(row, one))[0] for one in (children, fte, average)] for row in found.rows]
    known = [(whole, by, printed) for whole, by, printed in told if whole and by and printed is not None]
    return bool(known) and all(abs(whole / by - printed) <= AVERAGE_TOLERANCE for whole, by, printed in known)


def _choose_caseload(found: Found, plan: Plan, rows: Sequence[int], problems: Problems) -> None:
    """A column "Caseload" is an average beside a column of children; alone, its figures must tell."""
    column = found.header.columns.get("caseload")
    if column is None:
        return
    values = numbers_in(found, column, rows)
    others = any(name in found.header.columns for name in ("allocated", "children", "active"))
    if others or any(not value.is_integer() for value in values):
        plan.figures.setdefault("average_printed", column)
    elif any(value > _MORE_THAN_AN_AVERAGE for value in values):
        _take_as_allocated(found, plan, column, problems)
    elif values:
        say_of_column("caseload_unsaid", found, column, problems)


def _choose_waiting(found: Found, plan: Plan, problems: Problems) -> None:
    """Children whom just a manager or a duty desk holds have no social worker: they wait, unless a column says who."""
    column = found.header.columns.get("held")
    if column is None:
        return
    beside = plan.figures.setdefault("unallocated", column)
    if beside == column:
        say_of_column("held_as_waiting", found, column, problems)
    else:
        say_of_column("held_beside_waiting", found, column, problems, waiting=heading(found, beside))


def _choose_children(found: Found, plan: Plan, problems: Problems) -> None:
    columns, parts = found.header.columns, found.header.parts
    if "allocated" in plan.figures:
        return
    if "active" in columns:
        _take_active(found, plan, problems, columns["active"])
    elif "children" in columns and _is_part(found, columns.get("unallocated")):
        _take_active(found, plan, problems, columns["children"])
    elif "children" in columns:
        _take_as_allocated(found, plan, columns["children"], problems)
    elif parts and "average_printed" not in plan.figures:
        names = ", ".join(quoted(found.header.headings[column]) for column in parts)
        say_of_column("types_overlap", found, parts[0], problems, names=names)


def _is_part(found: Found, column: int | None) -> bool:
    """Whether a heading says that what it counts is within the count beside it: "of which unallocated"."""
    return column is not None and is_counted_within(found.header.headings[column])


def _take_active(found: Found, plan: Plan, problems: Problems, column: int) -> None:
    """Allocated is what is left of all children when those who wait are taken off."""
    plan.figures["allocated"] = column
    plan.includes_waiting = True
    if "unallocated" in plan.figures:
        waiting = heading(found, plan.figures["unallocated"])
        say_of_column("waiting_taken_off", found, column, problems, waiting=waiting)
    else:
        say_of_column("waiting_not_told_apart", found, column, problems)


def _take_as_allocated(found: Found, plan: Plan, column: int, problems: Problems) -> None:
    plan.figures["allocated"] = column
    waiting = plan.figures.get("unallocated")
    if waiting is None:
        say_of_column("children_unsaid", found, column, problems)
    else:
        say_of_column("children_unsaid_beside_waiting", found, column, problems, waiting=heading(found, waiting))


def _say_unread(found: Found, plan: Plan, asked: Sequence[int], problems: Problems) -> None:
    """Name the columns that are not read, and warn where one that every answer needs is not there."""
    sheet, columns = found.sheet.name, found.header.columns
    beside = [columns[name] for name in ("fte", "children", "active", "workers") if name in columns]
    unread_too = {*found.header.unread, *(column for column in beside if column not in plan.figures.values())}
    names = ", ".join(quoted(found.header.headings[column]) for column in sorted(unread_too)[:12])
    unread = f" Columns not read: {names}." if names else ""
    averages = "average_printed" in plan.figures
    # Where averages are printed FTE may well be left out, but not a column that is plainly one.
    left_out = any("fte" in plain(found.header.headings[column]).split() for column in found.header.unread)
    no_fte = not plan.has_fte and "headcount" not in plan.figures and (not averages or left_out)
    no_children = "allocated" not in plan.figures and not (found.header.parts or "caseload" in columns)
    # Beside printed averages the children may well be left out, but not a column that may be theirs.
    no_children &= not averages or any(_may_be_children(found, column, plan) for column in found.header.unread)
    no_fte, no_children = no_fte and not found.part, no_children and not found.part
    if no_fte:
        problems.add("no_fte", sheet=sheet, unread=unread)
    if no_children:
        problems.add("no_children", sheet=sheet, unread=unread)
    if averages and not found.part and not (plan.has_fte and "allocated" in plan.figures):
        problems.add("averages_only")
    if not no_fte:
        say_parts_of_fte(found, plan.figures, problems, asked)
    if names and not no_fte and not no_children:
        problems.add("columns_not_read", sheet=sheet, names=names)
