"""Teams side by side, each over months or over figures of several kinds: what stands below their names are no teams."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.dates.periods import is_month_name, month_in
from loaders.files.cells import quoted, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.found import Remark
from loaders.teams.rows import is_summary, is_total
from loaders.words.vocabulary import GROUPS, words_of

_YEAR = range(1990, 2100)


@dataclass(frozen=True)
class BelowTeams:
    """What stands below the names of teams: the place of each column's team, and the columns that are read.

    ``dated`` says that months stand below them. ``remarks`` are what there is to say.
    """

    teams: Mapping[int, Place]
    kept: Sequence[int]
    dated: bool
    remarks: tuple[Remark, ...]


def below_teams(sheet: Sheet, filled: Mapping[Place, Cell], row: int, across: Sequence[int]) -> BelowTeams | None:
    """What a row of headings is if the row above it has the teams; ``None`` where it has names of its own.

    So it is where the same months, or words such as "Plan" and "Actual", stand below each of several names. Areas may
    have teams of the same names too, but none of these.
    """
    teams = _names_above(sheet, filled, row, across)
    said = {column: _shown(sheet, filled, (row, column)) for column in teams}
    groups: dict[Place, list[str]] = {}
    for column, place in teams.items():
        if not is_total(text(sheet.at(*place))):
            groups.setdefault(place, []).append(text(said[column]).casefold())
    if len(groups) < 2 or len({tuple(lower) for lower in groups.values()}) > 1:
        return None
    dated = [column for column in teams if _is_month(said[column])]
    counted = [column for column in teams if words_of(text(said[column])) in GROUPS["counted_beside"]]
    compared = [column for column in teams if words_of(text(said[column])) in GROUPS["compared_beside"]]
    if not (dated or counted or compared):
        return None
    if dated:
        kept = [column for column in teams if column not in compared and not is_summary(text(said[column]))]
        kept = kept if set(dated) <= {*kept} else dated
    else:
        kept = counted or list(teams)
    return BelowTeams(teams, kept, bool(dated), _left_out(row, said, kept))


def _names_above(sheet: Sheet, filled: Mapping[Place, Cell], row: int, across: Sequence[int]) -> dict[int, Place]:
    """The place of the name above each column, which goes as far as the next; none where months stand there."""
    found: dict[int, Place] = {}
    last: Place | None = None
    for column in across if row else ():
        cell = sheet.at(row - 1, column)
        if not is_blank(cell):
            if not isinstance(cell, str) or _is_month(cell):
                return {}
            last = (row - 1, column)
        if last is None:
            return {}
        found[column] = last
    return found


def _shown(sheet: Sheet, filled: Mapping[Place, Cell], place: Place) -> Cell:
    value = sheet.at(*place)
    return filled.get(place, value) if value == "" else value


def _is_month(cell: Cell) -> bool:
    """Whether a heading is a month, a day, a quarter or a year, with or without the others."""
    said = text(cell)
    return month_in(cell) is not None or is_month_name(said) or (said.isdigit() and int(said) in _YEAR)


def _left_out(row: int, said: Mapping[int, Cell], kept: Sequence[int]) -> tuple[Remark, ...]:
    left = [column for column in said if column not in kept]
    if not left:
        return ()
    names = {code: dict.fromkeys(quoted(said[one]) for one in some) for code, some in (("left", left), ("kept", kept))}
    words = {code: " and ".join(told) for code, told in names.items()}
    return (Remark("compared_below_teams", (row, left[0]), words),)
