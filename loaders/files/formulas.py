"""Formulas that a file holds without their result: worked out where that is plain, never guessed.

Plain is a SUM of, or + and − between, cells of the formula's own row that hold
numbers. A blank among them is not plain: blank is never 0.
"""

from __future__ import annotations

import re

from loaders.files.cells import quoted
from loaders.files.grid import Place, Sheet, column_number

_REFERENCE = r"\$?([A-Z]{1,3})\$?(\d+)"
_RANGE = re.compile(rf"{_REFERENCE}(?::{_REFERENCE})?")
_TERM = re.compile(rf"([+-]?)(?:SUM\(([^()]*)\)|{_REFERENCE}|(\d+(?:\.\d+)?))")


def worked_out(sheet: Sheet, place: Place) -> float | None:
    """The result of the formula at a place, or ``None`` where any part of it is not plain."""
    formula = sheet.formulas.get(place, "").replace(" ", "").upper().lstrip("=")
    if not formula:
        return None
    total, end = 0.0, 0
    while end < len(formula):
        term = _TERM.match(formula, end)
        if term is None or (end and not term.group(1)):
            return None
        value = _value(sheet, sheet.true(place)[0], term)
        if value is None:
            return None
        total += -value if term.group(1) == "-" else value
        end = term.end()
    return round(total, 6)


def shown_formula(sheet: Sheet, place: Place) -> str:
    """A formula as it is shown in a message, or the words for one that the cell does not tell."""
    formula = sheet.formulas.get(place, "").lstrip("=")
    return quoted(f"={formula}") if formula else "in this cell"


def _value(sheet: Sheet, row: int, term: re.Match[str]) -> float | None:
    _, summed, letters, number, constant = term.groups()
    if summed is not None:
        return _sum(sheet, row, summed)
    if letters:
        return _number(sheet, row, letters, number)
    return float(constant)


def _sum(sheet: Sheet, row: int, arguments: str) -> float | None:
    total = 0.0
    for argument in arguments.split(","):
        found = _RANGE.fullmatch(argument)
        if found is None:
            return None
        first, first_row, last, last_row = found.groups()
        if {int(first_row), int(last_row or first_row)} != {row + 1}:
            return None
        # Excel takes D2:B2 for B2:D2.
        left, right = sorted((column_number(first), column_number(last or first)))
        for column in range(left, right + 1):
            cell = sheet.at(row, column)
            if type(cell) is not float and type(cell) is not int:
                return None
            total += cell
    return total


def _number(sheet: Sheet, row: int, letters: str, number: str) -> float | None:
    cell = sheet.at(row, column_number(letters))
    if int(number) != row + 1 or (type(cell) is not float and type(cell) is not int):
        return None
    return float(cell)
