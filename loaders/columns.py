"""Which column of a team table gives which figure, where headings leave it open; every choice is said.

Nothing is inferred: a count that does not say what it counts is used in the sense
its heading has, with a warning that asks for a plainer one, or refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.cells import number, quoted
from loaders.grid import column_letters
from loaders.header import Found
from loaders.problems import Problems

# An average is rarely above this, a team's children rarely below it.
_MORE_THAN_AN_AVERAGE = 60


@dataclass
class Plan:
    """The column of each figure of a team table, by the figure's name in our tables.

    ``includes_waiting`` says that the column for ``allocated`` counts waiting
    children too, so that they are taken off.
    """

    name: int
    figures: dict[str, int] = field(default_factory=dict)
    includes_waiting: bool = False
    fte_unsaid: bool = False


def plan_columns(found: Found, rows: Sequence[int], problems: Problems) -> Plan:
    """Decide the columns of a team table from its headings and, where they leave it open, its figures in ``rows``."""
    columns = found.header.columns
    plan = Plan(columns["team"] if "team" in columns else columns["area"])
    for name in ("fte_case_holding", "fte_in_post", "fte_established", "headcount", "allocated", "unallocated"):
        if name in columns:
            plan.figures[name] = columns[name]
    if "average" in columns:
        plan.figures["average_printed"] = columns["average"]
    _refuse_doubled(found, rows, problems)
    _choose_fte(found, plan, problems)
    _choose_workers(found, plan, rows, problems)
    _choose_caseload(found, plan, rows, problems)
    _choose_children(found, plan, problems)
    _say_unread(found, plan, problems)
    return plan


def heading(found: Found, column: int) -> str:
    """A column's heading in quotation marks with its letters: "“SW FTE” (column D)"."""
    return f"{quoted(found.header.headings.get(column, ''))} (column {column_letters(column)})"


def _values(found: Found, column: int, rows: Sequence[int]) -> list[float]:
    values = (number(found.cell(row, column))[0] for row in rows)
    return [value for value in values if value is not None]


def _refuse_doubled(found: Found, rows: Sequence[int], problems: Problems) -> None:
    """Two columns for one thing: fine if they say the same, an error if not."""
    for name, column in found.header.doubled:
        first = found.header.columns[name]
        if all(found.cell(row, first) == found.cell(row, column) for row in rows):
            continue
        problems.add(
            "error",
            "two_columns",
            f"Two columns can be read as the same thing: {heading(found, first)} and {heading(found, column)}, and they differ. "
            "Rename or delete the one that is not meant.",
            sheet=found.sheet.name,
            place=(found.header.last, column),
            to_do="Rename or delete one of the two columns",
        )


def _choose_fte(found: Found, plan: Plan, problems: Problems) -> None:
    column = found.header.columns.get("fte")
    if column is None or "fte_in_post" in plan.figures:
        return
    plan.figures["fte_in_post"] = column
    plan.fte_unsaid = "fte_case_holding" not in plan.figures
    _say_unsaid_basis(found, column, problems)


def _say_unsaid_basis(found: Found, column: int, problems: Problems) -> None:
    problems.add(
        "note",
        "fte_basis_unsaid",
        f"{quoted(found.header.headings[column])} does not say which full-time equivalent it is; it is read as FTE in post. "
        "If it counts only workers who hold cases, call the column “Case-holding FTE”.",
        to_do="Call the column “FTE in post” or “Case-holding FTE”",
    )


def _choose_workers(found: Found, plan: Plan, rows: Sequence[int], problems: Problems) -> None:
    """ "Social workers" with halves in it is FTE; whole numbers are people, and no FTE is made from them."""
    column = found.header.columns.get("workers", found.header.columns.get("worker"))
    if column is None:
        return
    fractional = any(not value.is_integer() for value in _values(found, column, rows))
    has_fte = any(name.startswith("fte") for name in plan.figures)
    if fractional and not has_fte:
        plan.figures["fte_in_post"] = column
        plan.fte_unsaid = True
        _say_unsaid_basis(found, column, problems)
        return
    if fractional or "headcount" in plan.figures:
        return
    plan.figures["headcount"] = column
    if not has_fte:
        problems.add(
            "warning",
            "people_or_fte",
            f"{heading(found, column)} does not say whether it counts people or FTE. It is read as people, so no average caseload can be worked out. "
            "If it is FTE, call it “Social workers (FTE)”.",
            sheet=found.sheet.name,
            place=(found.header.last, column),
            to_do="Call the column “Social workers (FTE)” or “Social workers (people)”",
        )


def _choose_caseload(found: Found, plan: Plan, rows: Sequence[int], problems: Problems) -> None:
    """ "Caseload" is an average beside a column of children; alone, its figures must tell."""
    column = found.header.columns.get("caseload")
    if column is None:
        return
    others = any(name in found.header.columns for name in ("allocated", "children", "active"))
    values = _values(found, column, rows)
    if others or any(not value.is_integer() for value in values):
        plan.figures.setdefault("average_printed", column)
    elif any(value > _MORE_THAN_AN_AVERAGE for value in values):
        _take_as_allocated(found, plan, column, problems)
    elif values:
        problems.add(
            "error",
            "caseload_unsaid",
            f"{heading(found, column)} can be a number of children or an average. Call it “Children allocated” or “Average caseload”.",
            sheet=found.sheet.name,
            place=(found.header.last, column),
            to_do="Call the column “Children allocated” or “Average caseload”",
        )


def _choose_children(found: Found, plan: Plan, problems: Problems) -> None:
    columns = found.header.columns
    if "allocated" in plan.figures:
        return
    if "active" in columns:
        _take_active(found, plan, problems)
    elif "children" in columns:
        _take_as_allocated(found, plan, columns["children"], problems)
    elif found.header.parts and "average_printed" not in plan.figures:
        named = ", ".join(quoted(found.header.headings[column]) for column in found.header.parts)
        problems.add(
            "error",
            "types_overlap",
            f"Children are given by type only ({named}). One child can be of several types, so they are not added up. "
            "Add a column “Children allocated” that counts each child once.",
            sheet=found.sheet.name,
            place=(found.header.last, found.header.parts[0]),
            expected="a column “Children allocated”",
            to_do="Add a column “Children allocated” that counts each child once",
        )


def _take_active(found: Found, plan: Plan, problems: Problems) -> None:
    """Allocated is what is left of all children when those who wait are taken off."""
    column = found.header.columns["active"]
    plan.figures["allocated"] = column
    plan.includes_waiting = True
    place = (found.header.last, column)
    if "unallocated" in plan.figures:
        waiting = heading(found, plan.figures["unallocated"])
        problems.add(
            "note",
            "waiting_taken_off",
            f"{heading(found, column)} counts waiting children too; children allocated are what is left without {waiting}.",
            sheet=found.sheet.name,
            place=place,
        )
        return
    problems.add(
        "error",
        "waiting_not_told_apart",
        f"{heading(found, column)} counts allocated and waiting children together, and no column says how many wait. "
        "Add a column “Children waiting”, or one “Children allocated”.",
        sheet=found.sheet.name,
        place=place,
        expected="a column “Children waiting”",
        to_do="Add a column “Children waiting” or “Children allocated”",
    )


def _take_as_allocated(found: Found, plan: Plan, column: int, problems: Problems) -> None:
    plan.figures["allocated"] = column
    waiting = plan.figures.get("unallocated")
    if waiting is None:
        doubt = "does not say whether children who wait for a social worker are in it. It is read as children allocated"
    else:
        doubt = (
            f"does not say whether the children in {heading(found, waiting)} are in it. They are read as not in it; "
            "if they are, averages come out too high and waiting children are counted twice"
        )
    problems.add(
        "warning",
        "children_unsaid",
        f"{heading(found, column)} {doubt}. Call it “Children allocated”, or “Children, waiting included”.",
        sheet=found.sheet.name,
        place=(found.header.last, column),
        to_do="Call the column “Children allocated” or “Children, waiting included”",
    )


def _say_unread(found: Found, plan: Plan, problems: Problems) -> None:
    """Name the columns that are not read, and warn where the one that every answer needs is not there."""
    unread = ", ".join(quoted(found.header.headings[column]) for column in found.header.unread[:12])
    passed = f" Columns not read: {unread}." if unread else ""
    if not any(name.startswith("fte") for name in plan.figures) and "headcount" not in plan.figures:
        problems.add(
            "warning",
            "no_fte",
            f"No column gives the FTE of social workers, so averages cannot be worked out. Call it “Case-holding FTE”.{passed}",
            sheet=found.sheet.name,
            expected="a column such as “Case-holding FTE”",
        )
    elif passed:
        problems.add("note", "columns_not_read", passed.strip(), sheet=found.sheet.name)
