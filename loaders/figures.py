"""One figure of a table: read from its cell, checked against what is possible, missing with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.cells import Kind, number, quoted
from loaders.formulas import worked_out
from loaders.grid import Cell
from loaders.header import Found
from loaders.months import day_words
from loaders.problems import Problems


@dataclass(frozen=True)
class Rule:
    """What a figure may be: what to call it, the most of it that can be, whether it is whole."""

    label: str
    most: float
    whole: bool
    unit: str


MOST_FTE, MOST_CHILDREN, MOST_AVERAGE = 500, 20_000, 200

RULES: Mapping[str, Rule] = {
    "fte_case_holding": Rule("case-holding FTE", MOST_FTE, False, "FTE"),
    "fte_in_post": Rule("FTE in post", MOST_FTE, False, "FTE"),
    "fte_established": Rule("established FTE", MOST_FTE, False, "FTE"),
    "worker_fte": Rule("FTE", 2, False, "FTE"),
    "headcount": Rule("social workers", 1_000, True, "people"),
    "allocated": Rule("children allocated", MOST_CHILDREN, True, "children"),
    "worker_children": Rule("children", 1_000, True, "children"),
    "unallocated": Rule("children waiting", MOST_CHILDREN, True, "children"),
    "average_printed": Rule("average caseload", MOST_AVERAGE, False, "children per FTE"),
}


def figure(found: Found, row: int, column: int, name: str, problems: Problems) -> float | None:
    """The figure in a cell; ``None`` where it is missing, with the reason among the problems.

    A blank is missing without a word here: whether it matters depends on the row.
    """
    cell = found.cell(row, column)
    if type(cell) is float:
        value: float | None = round(cell, 6)
    elif cell == "" and (row, column) not in found.sheet.formulas and (row, column) not in found.sheet.faults:
        return None
    else:
        value = _unusual(found, row, column, name, problems)
    if value is not None and not _possible(value, RULES[name]):
        _say_impossible(found, row, column, name, value, problems)
    return value


def quiet_figure(found: Found, row: int, column: int) -> float | None:
    """The figure in a cell of a total row, or ``None``; nothing is said of it."""
    value, _, _ = number(found.cell(row, column))
    return worked_out(found.sheet, (row, column)) if value is None else value


def _possible(value: float, rule: Rule) -> bool:
    return 0 <= value <= rule.most and (not rule.whole or value.is_integer())


def _unusual(found: Found, row: int, column: int, name: str, problems: Problems) -> float | None:
    place, sheet = (row, column), found.sheet
    if place in sheet.formulas:
        return _from_formula(found, row, column, name, problems)
    if place in sheet.faults:
        _say_fault(found, row, column, name, problems)
        return None
    cell = found.cell(row, column)
    value, kind, reason = number(cell)
    if kind is Kind.MISSING:
        problems.add(
            "note",
            "missing_code",
            f"{quoted(cell)} is read as missing ({reason}), not as a number.",
            sheet=sheet.name,
            place=place,
            found=str(cell).strip(),
            expected="a number",
            many="{n} cells of column {column}, the first at {first}, hold a code such as "
            + quoted(cell)
            + ": read as missing, not as numbers.",
        )
    elif kind is Kind.TYPED and not sheet.is_text:
        problems.add(
            "note",
            "number_as_text",
            f"{quoted(cell)} is typed as text; it is read as the number {value:,g}.",
            sheet=sheet.name,
            place=place,
            found=str(cell).strip(),
            many="{n} numbers of column {column}, the first at {first}, are typed as text; they are read as numbers.",
        )
    elif kind in (Kind.UNREADABLE, Kind.DATE):
        _say_unreadable(found, row, column, name, cell, problems)
    return value


def _from_formula(found: Found, row: int, column: int, name: str, problems: Problems) -> float | None:
    sheet, rule = found.sheet, RULES[name]
    value = worked_out(sheet, (row, column))
    formula = "=" + sheet.formulas[row, column].lstrip("=")
    if value is not None:
        problems.add(
            "note",
            "formula_worked_out",
            f"The formula {formula} has no stored result; it is worked out from its row as {value:,g}.",
            sheet=sheet.name,
            place=(row, column),
            found=formula,
            many="{n} formulas of column {column}, the first at {first}, have no stored result; they are worked out from their rows.",
        )
    elif name == "average_printed":
        _say_uncounted(found, row, column, formula, problems)
    else:
        problems.add(
            "error",
            "formula_without_value",
            f"The formula {formula} for {rule.label} has no stored result, so its number is not known. "
            "Open the file in Excel, let it calculate, save it, and upload it again.",
            sheet=sheet.name,
            place=(row, column),
            found=formula,
            expected="a number",
            to_do="Open the file in Excel and save it",
        )
    return value


def _say_uncounted(found: Found, row: int, column: int, formula: str, problems: Problems) -> None:
    problems.add(
        "note",
        "average_without_value",
        f"The formula {formula} for the average caseload has no stored result; the average is worked out from children and FTE instead.",
        sheet=found.sheet.name,
        place=(row, column),
        found=formula,
        many="{n} averages of column {column}, the first at {first}, are formulas without a stored result; averages are worked out from children and FTE instead.",
    )


def _say_fault(found: Found, row: int, column: int, name: str, problems: Problems) -> None:
    fault = found.sheet.faults[row, column]
    problems.add(
        "note" if name == "average_printed" else "warning",
        "excel_error",
        f"The cell shows the Excel error {fault}; its {RULES[name].label} is read as missing. Mend the formula, or type the number.",
        sheet=found.sheet.name,
        place=(row, column),
        found=fault,
        expected="a number",
        to_do="Mend the formula, or type the number",
        many="{n} cells of column {column}, the first at {first}, show an Excel error such as "
        + fault
        + "; they are read as missing. Mend the formulas, or type the numbers.",
    )


def _say_unreadable(found: Found, row: int, column: int, name: str, cell: Cell, problems: Problems) -> None:
    label = RULES[name].label
    if isinstance(cell, dt.date):
        shown = day_words(cell)
        message = f"The cell holds the date {shown} where {label} should be. Excel may have changed a number such as 5.2 into a date: type it again."
    else:
        shown = str(cell).strip()[:40]
        message = f"{quoted(cell)} is not a number, and not a known code for a missing one. Type {label} as a number, or leave the cell blank if it is not known."
    problems.add(
        "error",
        "not_a_number",
        message,
        sheet=found.sheet.name,
        place=(row, column),
        found=shown,
        expected="a number",
        to_do="Type a number, or leave it blank",
    )


def _say_impossible(found: Found, row: int, column: int, name: str, value: float, problems: Problems) -> None:
    rule = RULES[name]
    if value < 0:
        code, why = "negative", "cannot be below 0"
    elif value > rule.most:
        code, why = "absurd", f"is more than can be (at most {rule.most:,g} {rule.unit})"
    else:
        code, why = "not_whole", "must be a whole number"
    problems.add(
        "error",
        code,
        f"{rule.label[0].upper()}{rule.label[1:]} of {value:,g} {why}. Check the cell, and whether its heading says what it holds.",
        sheet=found.sheet.name,
        place=(row, column),
        found=f"{value:,g}",
        expected=f"{'a whole number' if rule.whole else 'a number'} from 0 to {rule.most:,g}",
        to_do="Correct the cell",
    )
