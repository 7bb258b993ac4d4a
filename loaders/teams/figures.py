"""One figure of a table: read from its cell, checked against what is possible, missing with its reason."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.dates.months import day_words
from loaders.files.cells import Kind, is_marked, number, plain_number, quoted, range_of, text
from loaders.files.decimalcommas import decimal_in
from loaders.files.formulas import shown_formula, worked_out
from loaders.files.grid import Place
from loaders.layouts.found import Found
from loaders.messages import MESSAGES
from loaders.problems import Problems
from loaders.staff.personnames import holds_name
from loaders.teams.limits import RULES, can_be
from model.case_types import CASE_TYPES
from model.tables import FLOWS

# Of these a percentage is the hundredth part: "80%" of a full-time post.
_OF_SHARES = frozenset(("worker_fte", "average_printed"))
# Figures that no answer needs: one that cannot be read stops no file.
_NEVER_NEEDED = frozenset((*FLOWS, *CASE_TYPES))

_LOOKED_AT = 200


def figures_of(found: Found, row: int, columns: Mapping[str, int], problems: Problems) -> dict[str, float | None]:
    """The figures of a row by their names, each as :func:`figure` reads it from the column that ``columns`` gives."""
    return {name: figure(found, row, column, name, problems) for name, column in columns.items()}


def figure(found: Found, row: int, column: int, name: str, problems: Problems) -> float | None:
    """The figure in a cell; ``None`` where it is missing, with the reason among the problems.

    ``name`` is that of a rule. A blank is missing without a word here: whether it
    matters depends on the row.
    """
    cells = found.sheet.rows[row]
    cell = cells[column] if column < len(cells) else ""
    if cell == "" and found.filled:
        # One merged number cannot be that of two rows; a code for a missing one can.
        cell = text(found.cell(row, column))
    if is_share(found, row, column, name):
        _Unusual(found, (row, column), name, problems).say_share()
        return None
    if type(cell) is float:
        # A sum of decimals carries a tail such as 36.400000000000006.
        value: float | None = cell if cell.is_integer() else round(cell, 6)
    elif cell == "" and (row, column) not in found.sheet.formulas and (row, column) not in found.sheet.faults:
        return None
    elif is_shared(found, row, column):
        _Unusual(found, (row, column), name, problems).say_shared()
        return None
    else:
        value = _Unusual(found, (row, column), name, problems).read()
    rule = RULES[name]
    if value is not None and not can_be(value, rule):
        _Unusual(found, (row, column), name, problems).say_impossible(value)
        return None if name in _NEVER_NEEDED else value
    return value


def is_shared(found: Found, row: int, column: int) -> bool:
    """Whether a cell shows a number only because it is merged with the one that holds it."""
    shown = found.filled.get((row, column), "")
    return found.sheet.at(row, column) == "" and number(shown)[1] in (Kind.NUMBER, Kind.TYPED, Kind.DATE)


def is_share(found: Found, row: int, column: int, name: str) -> bool:
    """Whether a cell shows a percentage where children, people or a team's FTE are to be counted."""
    if name in _OF_SHARES:
        return False
    cell, sheet = found.sheet.at(row, column), found.sheet
    if isinstance(cell, str):
        return cell.endswith("%") and number(cell)[1] is Kind.TYPED
    return bool(sheet.percents) and sheet.true((row, column)) in sheet.percents and cell != ""


def quiet_figure(found: Found, row: int, column: int) -> float | None:
    """The figure in a cell of a total row, or ``None``; nothing is said of it."""
    value, _, _ = number(found.sheet.at(row, column))
    return worked_out(found.sheet, (row, column)) if value is None else value


def is_empty(found: Found, row: int, column: int) -> bool:
    """Whether a cell holds nothing at all: no formula, no error, no code."""
    place = (row, column)
    return text(found.cell(row, column)) == "" and place not in found.sheet.formulas and place not in found.sheet.faults


@dataclass(frozen=True)
class _Unusual:
    """A cell that holds something else than a plain number that can be."""

    found: Found
    place: Place
    name: str
    problems: Problems

    def read(self) -> float | None:
        """What the cell gives, having said why it is unusual."""
        sheet = self.found.sheet
        if self.place in sheet.formulas:
            return self._from_formula()
        if self.place in sheet.faults:
            fault = sheet.faults[self.place]
            code = "average_with_error" if self.name == "average_printed" else "excel_error"
            self._say(code, fault, fault=fault)
            return None
        return self._from_cell()

    def _from_cell(self) -> float | None:
        cell = self.found.cell(*self.place)
        value, kind, reason = number(cell)
        shown = text(cell)[:60]
        if kind is Kind.UNREADABLE and (decimal := self._with_comma()) is not None:
            return decimal
        if kind is Kind.UNREADABLE and (between := range_of(shown)):
            self._say("missing_code", shown, cell_quoted=quoted(cell), reason=f"suppressed, {between}")
        elif kind is Kind.MISSING:
            self._say("missing_code", shown, cell_quoted=quoted(cell), reason=reason)
        elif kind is Kind.TYPED and is_marked(cell):
            self._say("number_marked", shown, cell_quoted=quoted(cell), value=plain_number(value))
        elif kind is Kind.TYPED and not self.found.sheet.is_text:
            self._say("number_as_text", shown, cell_quoted=quoted(cell), value=plain_number(value))
        elif kind is Kind.DATE and isinstance(cell, dt.date):
            self._say("date_for_number", shown, day=day_words(cell))
        elif kind is Kind.UNREADABLE and self.name not in _NEVER_NEEDED and self._stands_among_words():
            # The words of a column may be people's names: none is shown.
            heading = self.found.header.headings.get(self.place[1], "")
            words = {"label": RULES[self.name].label, "heading": quoted(heading)}
            place = (self.found.header.last, self.place[1])
            self.problems.add("words_for_numbers", sheet=self.found.sheet.name, place=place, words=words)
        elif kind is Kind.UNREADABLE and holds_name(text(cell)):
            self._say("name_for_number", "")
        elif kind is Kind.UNREADABLE:
            self._say("not_a_number", shown, cell_quoted=quoted(cell))
        return value

    def _with_comma(self) -> float | None:
        """The number of a text with a comma before its decimals, said once a column."""
        row, column = self.place
        cells = self.found.column(column)[:_LOOKED_AT]
        value = decimal_in(self.found.cell(row, column), cells)
        if value is not None:
            several = zip(self.found.rows, cells, strict=False)
            first = next((at for at, cell in several if decimal_in(cell, cells) is not None), row)
            self.problems.add("decimal_comma", sheet=self.found.sheet.name, place=(first, column))
        return value

    def _stands_among_words(self) -> bool:
        """Whether the column holds more words than numbers, and not just one."""
        kinds = [number(self.found.cell(row, self.place[1]))[1] for row in self.found.rows[:_LOOKED_AT]]
        words = kinds.count(Kind.UNREADABLE)
        return words > max(1, len(kinds) - words - kinds.count(Kind.BLANK))

    def _from_formula(self) -> float | None:
        value = worked_out(self.found.sheet, self.place)
        formula = shown_formula(self.found.sheet, self.place)
        if value is not None:
            self._say("formula_worked_out", formula, formula=formula, value=plain_number(value))
        elif self.name == "average_printed":
            self._say("average_without_value", formula, formula=formula)
        else:
            self._say("formula_without_value", formula, formula=formula)
        return value

    def say_impossible(self, value: float) -> None:
        """Say that the number cannot be: below 0, too many, or not whole."""
        rule = RULES[self.name]
        if not math.isfinite(value):
            shown = "NaN" if math.isnan(value) else "a number without end"
            self._say("not_a_number", shown, cell_quoted=quoted(shown))
            return
        code = "negative" if value < 0 else "absurd" if value > rule.most else "not_whole"
        start = rule.label[0].upper() + rule.label[1:]
        self._say(
            code,
            plain_number(value),
            label_start=start,
            value=plain_number(value),
            most=plain_number(rule.most),
            unit=rule.unit,
        )

    def say_share(self) -> None:
        """Say that a percentage stands where something is to be counted."""
        cell = self.found.sheet.at(*self.place)
        shown = text(cell) if isinstance(cell, str) else f"{plain_number((number(cell)[0] or 0) * 100)}%"
        self._say("percent_for_number", shown, cell_quoted=quoted(shown))

    def say_shared(self) -> None:
        """Say that the number is that of the cell which this one is merged with."""
        shown = self.found.cell(*self.place)
        code = "merged_average" if self.name == "average_printed" else "merged_figure"
        self._say(code, text(shown)[:60], cell_quoted=quoted(shown))

    def _say(self, code: str, shown: str, **words: str) -> None:
        sheet, label = self.found.sheet.name, RULES[self.name].label
        if self.name in _NEVER_NEEDED and MESSAGES[code].severity == "error":
            # It is never needed, so that it stops no file; what stands there may be the name of who left.
            self.problems.add("flow_not_read", sheet=sheet, place=self.place, label=label)
            return
        self.problems.add(code, sheet=sheet, place=self.place, found=shown, words={"label": label, **words})
