"""Rows of months side by side: the headings of tables that go across the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from loaders.dates.baremonths import FEWEST_OF_TEAMS, bare_months, is_bare_month, years_above
from loaders.dates.periods import is_period, month_in
from loaders.dates.printed import PRINTED
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.measures import measure_of
from loaders.teams.teamheadings import is_team_alone, team_alone, team_beside_hub
from loaders.words.vocabulary import meaning_of

_MOST_ROWS = 5_000
_LONGEST_MONTH = 30
# 1 January 1990, as Excel counts days: no lower number is a month.
_LOWEST = 32_874
_FIRST_NUMBER, _LAST_NUMBER = 199001, 209912
_NUMBERS = (int, float)
_WORDS = ("team", "area", "kind", "measure")


@dataclass(frozen=True)
class MonthHeading:
    """A row of months: ``row``, and ``last`` if the measures stand below the months.

    ``columns`` has the place of the month of each column of figures, ``measures``
    that of its measure, where each column has its own; ``words`` the columns of
    words left of them, ``name`` that of the names. ``years`` has the place of each
    month's year, where a row of years stands above months without. ``corner`` is
    the place of the name of the one team below, where it stands beside the months.
    """

    row: int
    last: int
    columns: Mapping[int, Place]
    measures: Mapping[int, Place]
    words: Mapping[str, int]
    name: int
    years: Mapping[int, Place] = field(default_factory=dict)
    corner: Place | None = None

    @property
    def first(self) -> int:
        """The row of the years, or else that of the months."""
        return self.row - bool(self.years)


def month_headings(sheet: Sheet) -> Iterator[MonthHeading]:
    """The rows of months of a sheet, downwards."""
    # In most tables no cell is a month, or the first of every row: neither is looked at cell by cell.
    told = {cell for cell in sheet.distinct if not isinstance(cell, _NUMBERS) and _may_be_month(cell)}
    numbers = {cell for cell in sheet.distinct if isinstance(cell, _NUMBERS) and cell >= _LOWEST and month_in(cell)}
    if not any(sheet.columns_with(told | numbers)):
        # Months that stand in the first column only are no heading.
        return
    for row in sheet.filled_rows[:_MOST_ROWS]:
        cells = sheet.rows[row]
        if (cells and cells[0] in told) or (told.isdisjoint(cells) and numbers.isdisjoint(cells)):
            continue
        months = [column for column, cell in enumerate(cells) if _is_month(cell)]
        # A quarter among months is a sum or an average of them.
        months = [column for column in months if not is_period(cells[column])] or months
        bare = [] if months else _bare_months(sheet, row)
        if (months or bare) and (months or bare)[0]:
            years = years_above(sheet, row, bare) if bare else {}
            heading = _heading(sheet, row, months or bare, years)
            if heading:
                yield replace(heading, years=_years(heading, years))


def _years(heading: MonthHeading, years: Mapping[int, Place]) -> dict[int, Place]:
    return {column: years[month] for column, (_, month) in heading.columns.items() if years}


def _may_be_month(cell: Cell) -> bool:
    return _is_month(cell) or (type(cell) is str and is_bare_month(cell))


def _bare_months(sheet: Sheet, row: int) -> list[int]:
    """The columns of months without their years, of which two are a heading beside one for the team."""
    columns = bare_months(sheet.rows[row], FEWEST_OF_TEAMS)
    of_teams = columns and any(_names_team(sheet, near, columns[0]) for near in (row, row + 1))
    return columns if of_teams else bare_months(sheet.rows[row])


def _is_month(cell: Cell) -> bool:
    """Whether a cell is a month as a heading has it: a date or a text, or a number such as 201204."""
    kind = type(cell)
    if kind is float:
        return _FIRST_NUMBER <= cell <= _LAST_NUMBER and month_in(cell) is not None  # type: ignore[operator]
    if kind is str:
        return is_month_text(cell)
    return kind is not bool and month_in(cell) is not None


@lru_cache(maxsize=20_000)
def is_month_text(cell: str) -> bool:
    """Whether a text is a month."""
    return 0 < len(cell) <= _LONGEST_MONTH and any(map(str.isdigit, cell)) and month_in(cell) is not None


def _heading(sheet: Sheet, row: int, months: Sequence[int], years: Mapping[int, Place]) -> MonthHeading | None:
    """The row as a heading, unless what stands beside its months says that it is something else."""
    if len(months) < 2 and not any(_names_team(sheet, near, months[0]) for near in (row, row + 1)):
        return None
    if len(months) == 1 and any(PRINTED.search(text(cell)) for cell in sheet.rows[row][: months[0]]):
        # "Printed", and the day beside it.
        return None
    cells = [sheet.at(row, column) for column in months]
    distinct = {when.month if (when := month_in(cell)) else text(cell).casefold() for cell in cells}
    upper = row - 1 - bool(years)
    above, below = _measures_in(sheet, upper, months[0]), _measures_in(sheet, row + 1, months[0])
    if len(distinct) < len(months) and not above:
        return None
    if not (above or below) and _are_names(sheet, row + 1, months):
        # Each month stands over several teams, whose names are the heading.
        return None
    last = row + 1 if below and not above else row
    if last > row and any(_is_figure(cell) for column, cell in enumerate(sheet.rows[row]) if column not in months):
        # A row of figures, below which the headings of its own table are repeated.
        return None
    words = _words(sheet, last, months[0])
    if words is None or (len(months) < 2 and "team" not in words[0]):
        return None
    places = below if last > row else months
    columns = {column: (row, max(month for month in months if month <= column)) for column in places}
    measures = {}
    for column in columns:
        if near := [place for place in (below if last > row else above) if place <= column]:
            measures[column] = (last if last > row else upper, near[-1])
    return MonthHeading(row, last, columns, measures, *words)


def is_line(sheet: Sheet, row: int) -> bool:
    """Whether a row is one text and no more, such as the quarter over the months below it."""
    cells = [cell for cell in sheet.rows[row] if not is_blank(cell)]
    return len(cells) == 1 and not _is_figure(cells[0])


def _are_names(sheet: Sheet, row: int, months: Sequence[int]) -> bool:
    """Whether names stand side by side in a row, more of them than there are months above."""
    cells = [cell for cell in sheet.rows[row][months[0] :] if not is_blank(cell)] if row < len(sheet.rows) else []
    names = [cell for cell in cells if isinstance(cell, str) and number(cell)[1] is Kind.UNREADABLE]
    return len(names) > len(months) and len(names) == len(cells) and not any(map(_is_month, names))


def _is_figure(cell: Cell) -> bool:
    """Whether a cell is a number, in a text file too."""
    return number(cell)[1] in (Kind.NUMBER, Kind.TYPED)


def _names_team(sheet: Sheet, row: int, before: int) -> bool:
    """Whether a heading for the team stands left of a column, without which one month alone is no heading."""
    cells = sheet.rows[row][:before] if row < len(sheet.rows) else ()
    return any(isinstance(cell, str) and (meaning_of(cell) == "team" or is_team_alone(cell)) for cell in cells)


def _measures_in(sheet: Sheet, row: int, first: int) -> list[int]:
    """The columns in which a row names measures side by side; none unless there are several and nothing else."""
    if not 0 <= row < len(sheet.rows):
        return []
    cells = [(column, cell) for column, cell in enumerate(sheet.rows[row]) if column >= first and not is_blank(cell)]
    if len(cells) < 2 or not all(isinstance(cell, str) for _, cell in cells):
        return []
    known = [column for column, cell in cells if measure_of(text(cell))]
    return [column for column, _ in cells] if len(known) * 2 > len(cells) else []


def _words(sheet: Sheet, row: int, before: int) -> tuple[dict[str, int], int] | None:
    """The columns of words left of the months, and that of the names; ``None`` if they are those of another table."""
    left = [(column, cell) for column, cell in enumerate(sheet.rows[row][:before]) if not is_blank(cell)]
    if not all(isinstance(cell, str) for _, cell in left):
        return None
    said = {column: text(cell) for column, cell in left}
    words = {name: column for column, heading in said.items() if (name := meaning_of(heading)) in _WORDS and name}
    if "team" not in words and (team := team_alone(said)) is not None:
        words = {name: column for name, column in words.items() if column != team} | {"team": team}
    elif "team" in words and (team := team_beside_hub(said, words["team"])) is not None:
        words = {"area": words["team"], **words, "team": team}
    figures = [column for column, heading in said.items() if column not in words.values() and measure_of(heading)]
    if (figures and len(said) > 1) or (len(said) > 1 and not words):
        return None
    first = next(iter(said), before - 1)
    return words, words.get("team", words.get("area", first))
