"""Which column of a team table gives which figure, where headings leave it open; every choice is said.

Nothing is inferred: a count that does not say what it counts is used in the sense
its heading has, with a warning that asks for a plainer one, or refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.files.cells import number, quoted
from loaders.files.grid import cell_name, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import FIGURES
from loaders.layouts.kinds import holds_kind
from loaders.problems import Problems
from loaders.teams.fteparts import say_parts_of_fte
from loaders.teams.teamheadings import is_team_alone
from loaders.teams.unread import say_doubted, without_cumulative
from loaders.teams.waitingnames import is_counted_within
from loaders.teams.whichfte import choose_fte
from loaders.words.vocabulary import GROUPS, plain, words_of
from model.quality import AVERAGE_TOLERANCE
from model.tables import FLOWS

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
    if not all(value.is_integer() for value in _values(found, column, found.rows)):
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


def flow_columns(found: Found, rows: Sequence[int], problems: Problems) -> dict[str, int]:
    """The columns of what came and went and of who was away, where they hold numbers.

    They are never needed, so that none stops the file: one with words in it, such as the names of leavers, and two
    that are read as the same thing and differ are left out, which is said. Leavers with a fraction among them are
    FTE, and else people.
    """
    columns = {name: found.header.columns[name] for name in FLOWS if name in found.header.columns}
    columns = without_cumulative(found, columns, problems)
    for name, column in _differing(found, rows):
        if name in columns:
            first = columns.pop(name)
            _say("two_flows", found, column, problems, one=heading(found, first), other=heading(found, column))
    for name, column in list(columns.items()):
        if not holds_kind(found, column, "number"):
            del columns[name]
            if any(not is_blank(cell) for cell in found.column(column)):
                _say("flow_of_words", found, column, problems)
    for name in ("leavers", "joiners"):
        if name in columns and any(not value.is_integer() for value in _values(found, columns[name], rows)):
            column = columns.pop(name)
            columns.setdefault(f"{name}_fte", column)
    return columns


def heading(found: Found, column: int) -> str:
    """A column's heading in quotation marks with its letters: "“SW FTE” (column D)"; of a table laid flat, its cell."""
    place, sheet = (found.header.last, column), found.sheet
    where = f"cell {cell_name(*sheet.true(place))}" if place in sheet.origins else sheet.line(place)
    return f"{quoted(found.header.headings.get(column, ''))} ({where})"


def _say(code: str, found: Found, column: int, problems: Problems, **words: str) -> None:
    place = (found.header.last, column)
    problems.add(code, sheet=found.sheet.name, place=place, heading=heading(found, column), words=words)


def _values(found: Found, column: int, rows: Sequence[int]) -> list[float]:
    values = (number(found.cell(row, column))[0] for row in rows)
    return [value for value in values if value is not None]


def refuse_doubled(found: Found, rows: Sequence[int], problems: Problems) -> None:
    """Two columns for one thing: fine if they say the same, an error if not. Only headings are quoted."""
    for name, column in _differing(found, rows):
        if name not in FLOWS:
            first = found.header.columns[name]
            _say("two_columns", found, column, problems, one=heading(found, first), other=heading(found, column))
    for split in found.header.splits:
        code = "split_heading" if split.is_needed(found.header.columns) else "split_left_out"
        names = ", ".join(quoted(found.header.headings[column]) for column in split.columns)
        _say(code, found, split.columns[0], problems, group=quoted(split.group), names=names)


def _differing(found: Found, rows: Sequence[int]) -> Iterator[tuple[str, int]]:
    for name, column in found.header.doubled:
        first = found.header.columns[name]
        if any(found.cell(row, first) != found.cell(row, column) for row in rows):
            yield name, column


def refuse_doubled_figures(found: Found, problems: Problems) -> None:
    """The same for a list of workers or a table of the service, in which two columns of words may well differ."""
    doubled = tuple((name, column) for name, column in found.header.doubled if name in FIGURES)
    refuse_doubled(replace(found, header=replace(found.header, doubled=doubled)), found.rows, problems)


def _choose_caseload(found: Found, plan: Plan, rows: Sequence[int], problems: Problems) -> None:
    """A column "Caseload" is an average beside a column of children; alone, its figures must tell."""
    column = found.header.columns.get("caseload")
    if column is None:
        return
    values = _values(found, column, rows)
    others = any(name in found.header.columns for name in ("allocated", "children", "active"))
    if others or any(not value.is_integer() for value in values):
        plan.figures.setdefault("average_printed", column)
    elif any(value > _MORE_THAN_AN_AVERAGE for value in values):
        _take_as_allocated(found, plan, column, problems)
    elif values:
        _say("caseload_unsaid", found, column, problems)


def _choose_waiting(found: Found, plan: Plan, problems: Problems) -> None:
    """Children whom just a manager or a duty desk holds have no social worker: they wait, unless a column says who."""
    column = found.header.columns.get("held")
    if column is None:
        return
    beside = plan.figures.setdefault("unallocated", column)
    if beside == column:
        _say("held_as_waiting", found, column, problems)
    else:
        _say("held_beside_waiting", found, column, problems, waiting=heading(found, beside))


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
        _say("types_overlap", found, parts[0], problems, names=names)


def _is_part(found: Found, column: int | None) -> bool:
    """Whether a heading says that what it counts is within the count beside it: "of which unallocated"."""
    return column is not None and is_counted_within(found.header.headings[column])


def _take_active(found: Found, plan: Plan, problems: Problems, column: int) -> None:
    """Allocated is what is left of all children when those who wait are taken off."""
    plan.figures["allocated"] = column
    plan.includes_waiting = True
    if "unallocated" in plan.figures:
        waiting = heading(found, plan.figures["unallocated"])
        _say("waiting_taken_off", found, column, problems, waiting=waiting)
    else:
        _say("waiting_not_told_apart", found, column, problems)


def _take_as_allocated(found: Found, plan: Plan, column: int, problems: Problems) -> None:
    plan.figures["allocated"] = column
    waiting = plan.figures.get("unallocated")
    if waiting is None:
        _say("children_unsaid", found, column, problems)
    else:
        _say("children_unsaid_beside_waiting", found, column, problems, waiting=heading(found, waiting))


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
