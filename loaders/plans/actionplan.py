"""An action plan read from a spreadsheet: the table is found by its headings, and what is not said stays blank."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.dates.months import in_cell
from loaders.files.book import read_sheets
from loaders.files.cells import quoted, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.forgetting import forget_file, forget_texts
from loaders.problem import Problem
from loaders.problems import Problems
from loaders.refusal import RefusalError
from loaders.words.vocabulary import is_childs_own
from model.action_plan import DATES, LONGEST_TEXT, Action, PlanError, checked
from model.indicators import indicators, recognised
from model.words import day_words

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_FIELDS = {word: field for field, words in _DATA["columns"].items() for word in words}
_HORIZONS = {word: horizon for horizon, words in _DATA["horizons"].items() for word in words}
_SIGNS = re.compile(r"[^a-z0-9]+")
_LOOKED_AT, _FEWEST = 40, 3
# Said once for all the actions below it; who owns an action and when it is due is said of each, or merged over them.
_CARRIED = ("ref", "horizon", "recommendation", "outcome", "how_known")
_RATING = "rating"


@dataclass(frozen=True)
class PlanRead:
    """What a file gave: the actions, none where there is an error among the problems."""

    actions: tuple[Action, ...]
    problems: list[Problem]


def load_plan(content: bytes, file_name: str) -> PlanRead:
    """Read the action plan of a workbook or a text file; one that cannot be read gives an error among the problems."""
    try:
        return _read(content, file_name, Problems())
    finally:
        # Somebody may have given a list of people: nothing that was looked up by its text stays.
        forget_texts()
        forget_file()


def _read(content: bytes, file_name: str, problems: Problems) -> PlanRead:
    found: list[Action] = []
    try:
        sheets = [sheet for sheet in read_sheets(content, file_name) if not sheet.hidden]
    except RefusalError as refusal:
        problems.add(refusal.code, sheet=refusal.sheet, words=refusal.words)
        return PlanRead((), problems.listed())
    tables = [(sheet, head) for sheet in sheets if (head := _head(sheet)) is not None]
    if not tables:
        problems.add("plan_no_table")
    for sheet, head in tables:
        found += _Table(sheet, head, problems).actions()
    if tables and not found and not problems.stopped:
        problems.add("plan_empty", sheet=tables[0][0].name)
    try:
        actions = () if problems.stopped else checked(found)
    except PlanError as error:
        problems.add("plan_refused", why=str(error))
        actions = ()
    return PlanRead(actions, problems.listed())


def _plain(cell: Cell) -> str:
    return _SIGNS.sub(" ", text(cell).casefold()).strip()


def _head(sheet: Sheet) -> int | None:
    """The row with most headings of a plan, three at least, a recommendation or an action among them."""
    best, most = None, _FEWEST - 1
    for row, cells in enumerate(sheet.rows[:_LOOKED_AT]):
        fields = {_FIELDS[word] for cell in cells if (word := _plain(cell)) in _FIELDS}
        if len(fields) > most and fields & {"recommendation", "action"}:
            best, most = row, len(fields)
    return best


class _Table:
    """The table of one sheet, from its row of headings down."""

    def __init__(self, sheet: Sheet, head: int, problems: Problems) -> None:
        self._sheet, self._head, self._problems = sheet, head, problems
        self._columns: dict[str, int] = {}
        for column, cell in enumerate(sheet.rows[head]):
            self._take(column, cell)
        self._merged = {
            (row, column): first
            for first, last in sheet.merged
            for row in range(first[0], last[0] + 1)
            for column in range(first[1], last[1] + 1)
        }

    def _take(self, column: int, cell: Cell) -> None:
        field = _FIELDS.get(_plain(cell))
        place = (self._head, column)
        if not is_blank(cell) and is_childs_own(text(cell)):
            self._problems.add("plan_of_people", sheet=self._sheet.name, place=place, heading=quoted(cell))
        elif field == _RATING:
            self._problems.add("plan_rating_typed", sheet=self._sheet.name, place=place, heading=quoted(cell))
        elif field and field not in self._columns:
            self._columns[field] = column
        elif not is_blank(cell):
            self._problems.add("plan_column_unknown", sheet=self._sheet.name, place=place, heading=quoted(cell))

    def actions(self) -> Iterator[Action]:
        """The actions of the table's rows; what is said once for several of them is carried down to each."""
        if self._problems.stopped:
            return
        above: dict[str, str] = {}
        for row in range(self._head + 1, len(self._sheet.rows)):
            said = {field: self._text(field, row) for field in self._columns}
            if horizon := self._line(row):
                above = {"horizon": horizon}
                continue
            if not any(said.values()):
                continue
            if said.get("recommendation") and said["recommendation"] != above.get("recommendation"):
                above = {"horizon": above.get("horizon", "")}
            above |= {field: said[field] for field in _CARRIED if said.get(field)}
            # A recommendation without an action of its own takes over no more than its horizon.
            to_all = _CARRIED if said.get("action") or not said.get("recommendation") else ("horizon",)
            said |= {field: above[field] for field in to_all if field in above and not said.get(field)}
            yield self._action(said, row)

    def _line(self, row: int) -> str:
        """The horizon that a row names alone, or ""."""
        cells = [cell for cell in self._sheet.rows[row] if not is_blank(cell)]
        return _HORIZONS.get(_plain(cells[0]), "") if len(cells) == 1 else ""

    def _action(self, said: Mapping[str, str], row: int) -> Action:
        texts = {field: value for field, value in said.items() if field not in (*DATES, "indicator")}
        for field, value in texts.items():
            if len(value) > LONGEST_TEXT:
                self._problems.add("plan_text_long", sheet=self._sheet.name, place=(row, self._columns[field]))
                texts[field] = value[:LONGEST_TEXT]
        horizon = texts.get("horizon", "")
        texts["horizon"] = _HORIZONS.get(_plain(horizon), horizon)
        dates = {field: self._date(field, row, texts) for field in DATES if field in self._columns}
        key = self._indicator(said, row)
        return Action(**{**texts, **dates, "indicator": key})  # type: ignore[arg-type]

    def _date(self, field: str, row: int, texts: dict[str, str]) -> dt.date | None:
        """The day of a cell, the last of its month where it has no day; one that is a horizon is taken for that."""
        cell = self._cell(field, row)
        if is_blank(cell):
            return None
        horizon, when = _HORIZONS.get(_plain(cell)), in_cell(cell)
        if horizon and field == "due":
            texts["horizon"] = texts["horizon"] or horizon
            return None
        place = (row, self._columns[field])
        if when is None:
            self._problems.add(
                "plan_date_unread", sheet=self._sheet.name, place=place, found=text(cell), value=quoted(cell)
            )
            return None
        if when.day is None:
            last = (when.month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
            self._problems.add(
                "plan_date_month", sheet=self._sheet.name, place=place, value=quoted(cell), day=day_words(last)
            )
            return last
        return when.day

    def _indicator(self, said: Mapping[str, str], row: int) -> str:
        """The key of the indicator that a row names, or whose name its measure is; "" for none."""
        typed = said.get("indicator", "")
        if found := indicator_of(typed or said.get("measure", "")):
            return found
        if typed:
            place = (row, self._columns["indicator"])
            self._problems.add("plan_indicator_unknown", sheet=self._sheet.name, place=place, value=quoted(typed))
        return ""

    def _cell(self, field: str, row: int) -> Cell:
        place = self._merged.get((row, self._columns[field]), (row, self._columns[field]))
        return self._sheet.at(*place) if place[0] > self._head else ""

    def _text(self, field: str, row: int) -> str:
        cell = self._cell(field, row)
        place: Place = (row, self._columns[field])
        if place in self._sheet.percents and isinstance(cell, float | int):
            return f"{100 * cell:g}%"
        return "" if is_blank(cell) else text(cell)


def indicator_of(name: str) -> str:
    """The key of the indicator of that name, with its unit in brackets or without; "" where it is none."""
    bare, _, unit = name.rpartition(" (")
    named = {f"{one.name} ({one.unit})": key for key, one in indicators().items()}
    if name in named:
        return named[name]
    for text_, units in ((name, ("%", "number", "FTE")), (bare, (unit.rstrip(")"),))):
        for each in units if text_ else ():
            found = recognised(text_, each)
            if found and not found.split:
                return found.indicator.key
    return ""


def named_fields() -> Sequence[str]:
    """The columns that are known, for a test that each of them is a field of an action."""
    return [field for field in _DATA["columns"] if field != _RATING]
