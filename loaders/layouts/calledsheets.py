"""Sheets called by what their tables do not say: a sheet for each measure, "FTE" and "Allocated", or one for each team.

They are looked at only where no sheet has a table of teams by itself. What a sheet is called is put where the table
lacks it, on a copy of the sheet; every cell keeps its true place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.children.likenames import may_be_somebodys
from loaders.dates.baremonths import is_bare_month
from loaders.dates.months import in_title
from loaders.dates.periods import month_in
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.found import Found, Remark
from loaders.layouts.header import CHILDREN_COLUMNS, DATES, FIGURES, TEAM
from loaders.layouts.measures import measure_of
from loaders.layouts.shapes import tables_of_sheet
from loaders.teams.rows import is_summary, is_total
from loaders.words.phrases import patterns
from loaders.words.sheetnames import is_silent_sheet
from loaders.words.vocabulary import MEANINGS, SHEETS, meaning_of, words_of

_LINES, _FEWEST = 25, 2
_NO_NAME = re.compile(rf"{patterns(__file__, 'sheet_names')['no_name']}?\s*\d*", re.IGNORECASE)
_OF_CELLS, _ROW = re.compile(r"row \d|Cells? [A-Z]+\d"), re.compile(r"\d+")
_OF_TEAMS = "a sheet for each team"


def called_tables(sheets: Sequence[Sheet]) -> dict[str, list[Found]]:
    """The tables of teams of sheets that say by their names what the tables lack, by sheet; none where that is not so.

    One must be of children, or two or more of teams.
    """
    shown = [sheet for sheet in sheets if not (sheet.is_text or is_silent_sheet(sheet.name))]
    measures = {sheet.name: measure_of(sheet.name) for sheet in shown}
    measured = {sheet.name: found for sheet in shown if _is_read(measures[sheet.name]) and (found := _measured(sheet))}
    if any(measures[name] in CHILDREN_COLUMNS for name in measured):
        return measured
    teams = {sheet.name: name for sheet in shown if (name := _team_of(sheet))}
    if len(teams) < _FEWEST or all(measures[sheet] for sheet in teams):
        # "CIN", "CP" and "LAC" are the teams of nobody.
        return {}
    told = {
        sheet.name: found for sheet in shown if sheet.name in teams and (found := _of_team(sheet, teams[sheet.name]))
    }
    different = len({teams[sheet].casefold() for sheet in told}) == len(told)
    return told if len(told) >= _FEWEST and different else {}


def _is_read(measure: str | None) -> bool:
    return measure is not None and not MEANINGS[measure].several


def is_of_whole(sheet: Sheet) -> bool:
    """Whether a sheet beside those of teams is called as one of all of them: "Summary", "All teams"."""
    return is_total(sheet.name) or set(words_of(sheet.name).split()) <= {*SHEETS["whole"]}


def is_of_team(found: Found) -> bool:
    """Whether a table is one of a sheet for each team that stands as it is typed, so that its headings can be asked."""
    return found.shape == _OF_TEAMS


def gives_months(sheet: Sheet) -> bool:
    """Whether figures stand beside months on a sheet, and nothing says of which team or worker they are."""
    return any(_is_of_months(sheet, row) for row in sheet.filled_rows[:_LINES])


def _measured(sheet: Sheet) -> list[Found]:
    """The tables of a sheet of one measure, which it is called by."""
    found = _laid_in(_below_title(sheet, sheet.name), sheet) or _teams_in(_with_heading(sheet))
    return [_remarked(one, "measure_of_sheet") for one in found]


def _team_of(sheet: Sheet) -> str:
    """The team that a sheet is called by, or its only line of title where its name is none; "" for none."""
    name = sheet.name.strip()
    if _NO_NAME.fullmatch(name):
        lines = [text(cells[0]) for cells in _filled(sheet)[:_LINES] if len(cells) == 1 and isinstance(cells[0], str)]
        name = lines[0] if len(lines) == 1 else ""
    others = (is_summary, _is_read_as, is_bare_month, month_in, in_title, may_be_somebodys)
    return "" if not name or is_of_whole(sheet) or any(other(name) for other in others) else name


def _is_read_as(name: str) -> bool:
    """Whether a name is that of a column of ours, a type of case aside."""
    return meaning_of(name) is not None and _is_read(meaning_of(name))


def _of_team(sheet: Sheet, team: str) -> list[Found]:
    """The tables of a sheet of one team: its months one below another, or side by side above its measures."""
    found = [replace(one, shape=_OF_TEAMS) for one in _teams_in(_with_team(sheet, team)) if not one.shape]
    return [_remarked(one, "team_of_sheet") for one in found or _laid_in(_below_title(sheet, team), sheet)]


def _remarked(found: Found, code: str) -> Found:
    place = (found.header.last, min(found.header.columns.values()))
    return replace(found, remarks=(*found.remarks, Remark(code, place, {})))


def _teams_in(sheet: Sheet | None) -> list[Found]:
    """The tables of teams of a sheet that was changed."""
    found = tables_of_sheet(sheet) if sheet else []
    return [one for one in found if one.header.table == TEAM and FIGURES & one.header.columns.keys()]


def _laid_in(changed: Sheet | None, sheet: Sheet) -> list[Found]:
    """The tables that are laid flat below a sheet with a line more, put back below the sheet as it is in the file."""
    if changed is None:
        return []
    height, first = len(changed.rows), min(changed.origins)[0]
    return [
        replace(
            one,
            header=replace(
                one.header, headings={at: _as_in_file(said, first) for at, said in one.header.headings.items()}
            ),
            remarks=tuple(_remark_in_file(remark, changed, first) for remark in one.remarks),
            sheet=replace(
                one.sheet,
                rows=[*sheet.rows, [], *one.sheet.rows[height:]],
                formulas={**sheet.formulas, **_laid(one.sheet.formulas, height)},
                faults={**sheet.faults, **_laid(one.sheet.faults, height)},
                percents=sheet.percents,
                origins={place: changed.true(true) for place, true in one.sheet.origins.items()},
                lines=_all_in_file(one.sheet.lines, first),
            ),
        )
        for one in _teams_in(changed)
        if one.shape
    ]


def _remark_in_file(remark: Remark, changed: Sheet, first: int) -> Remark:
    words = {name: _as_in_file(said, first) for name, said in remark.words.items()}
    return replace(remark, place=changed.true(remark.place), words=words)


def _all_in_file(told: Mapping[int, str], first: int) -> dict[int, str]:
    return {column: _as_in_file(said, first) for column, said in told.items()}


def _as_in_file(said: str, first: int) -> str:
    """What is said of rows or cells, "row 4" or "Cells B4 to D4", with their numbers in the file."""
    if not _OF_CELLS.match(said):
        return said
    return _ROW.sub(lambda row: str(int(row[0]) - (int(row[0]) > first + 1)), said)


def _laid(told: Mapping[Place, str], height: int) -> dict[Place, str]:
    return {place: what for place, what in told.items() if place[0] >= height}


def _filled(sheet: Sheet) -> list[list[Cell]]:
    return [[cell for cell in sheet.rows[row] if not is_blank(cell)] for row in sheet.filled_rows[:_LINES]]


def _below_title(sheet: Sheet, title: str) -> Sheet | None:
    """The sheet with a line more, right above the first row with several cells, or above the years over its months."""
    rows = sheet.filled_rows[:_LINES]
    first = next((row for row, cells in zip(rows, _filled(sheet), strict=True) if len(cells) > 1), None)
    if first is None or sheet.merged:
        return None

    def below(place: Place) -> Place:
        return (place[0] + (place[0] >= first), place[1])

    places = [(row, column) for row in range(first, len(sheet.rows)) for column in range(len(sheet.rows[row]))]
    return replace(
        sheet,
        rows=[*sheet.rows[:first], [title], *sheet.rows[first:]],
        formulas={below(place): told for place, told in sheet.formulas.items()},
        faults={below(place): told for place, told in sheet.faults.items()},
        percents=frozenset(map(below, sheet.percents)),
        origins={below(place): place for place in places} | {(first, 0): (first, 0)},
    )


def _with_heading(sheet: Sheet) -> Sheet | None:
    """The sheet with its name for the heading of the only column of numbers beside a team’s; ``None`` for others."""
    for row in sheet.filled_rows[:_LINES]:
        told = {column: text(cell) for column, cell in enumerate(sheet.rows[row]) if isinstance(cell, str) and cell}
        if not any(meaning_of(heading) == "team" for heading in told.values()):
            continue
        below = [other for other in sheet.filled_rows if other > row]
        figures = [column for column in told if below and _is_of_numbers(sheet, column, below)]
        if len(figures) != 1 or measure_of(told[figures[0]]):
            return None
        cells = list(sheet.rows[row])
        cells[figures[0]] = sheet.name
        return replace(sheet, rows=[*sheet.rows[:row], cells, *sheet.rows[row + 1 :]])
    return None


def _is_of_numbers(sheet: Sheet, column: int, rows: Sequence[int]) -> bool:
    kinds = [number(sheet.at(row, column))[1] for row in rows]
    return sum(kind in (Kind.NUMBER, Kind.TYPED) for kind in kinds) * 2 > len(rows)


def _with_team(sheet: Sheet, team: str) -> Sheet | None:
    """The sheet with a column more, for the team of each row of a month; a row of another name keeps that."""
    head = next((row for row in sheet.filled_rows[:_LINES] if _is_of_months(sheet, row)), None)
    if head is None:
        return None
    width = max(map(len, sheet.rows))
    dates = next(column for column, cell in enumerate(sheet.rows[head]) if _is_dated(sheet, head, column))
    below = _below(sheet, head)
    names = {row: team if _is_month(sheet.at(row, dates)) else text(sheet.at(row, dates)) for row in below}
    others = [row for row in below if names[row] != team]
    rows = [[*cells, *[""] * (width - len(cells)), names.get(row, "")] for row, cells in enumerate(sheet.rows)]
    rows[head][width] = "Team"
    for row in others:
        # "Total" and remarks are no months, and a remark is no team.
        rows[row][dates] = ""
        rows[row][width] = names[row] if any(isinstance(cell, float) for cell in rows[row]) else ""
    if is_blank(rows[head][dates]):
        rows[head][dates] = "Month"
    return replace(sheet, rows=rows, origins={(row, width): (row, dates) for row in (head, *names)})


def _below(sheet: Sheet, head: int) -> list[int]:
    return [row for row in sheet.filled_rows if row > head]


def _is_of_months(sheet: Sheet, row: int) -> bool:
    """Whether a row has the headings of figures, and none but a column of months beside them."""
    meanings = {meaning_of(text(cell)) for cell in sheet.rows[row] if isinstance(cell, str) and not is_blank(cell)}
    if not meanings & FIGURES or {"team", "area", "worker"} & meanings:
        return False
    return any(_is_dated(sheet, row, column) for column in range(len(sheet.rows[row])))


def _is_dated(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a column with a heading of dates, or none, has months below."""
    heading = text(sheet.at(row, column))
    if heading and meaning_of(heading) not in DATES:
        return False
    below = [cell for other in _below(sheet, row) if not is_blank(cell := sheet.at(other, column))]
    return len(below) > 0 and sum(map(_is_month, below)) * 2 >= len(below)


def _is_month(cell: Cell) -> bool:
    return not isinstance(cell, float) and (
        month_in(cell) is not None or (isinstance(cell, str) and is_bare_month(cell))
    )
