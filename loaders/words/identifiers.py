"""Columns that may say who somebody is: by a heading such as "Ref no", or by numbers that no team has that many of."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.files.cells import Kind, number
from loaders.files.grid import Cell, is_blank
from loaders.words.vocabulary import OF_PEOPLE, words_of

# Of children or FTE no single team has so many.
_MOST_OF_A_TEAM = 1_000
_NUMBERED = {"no", "nos", "number", "numbers", "num", "code", "codes", "key", "keys", "name", "names"}
_COUNTED = {"no", "nos", "number", "num", "count"}


def identifies(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether the values of a column, by its heading or by themselves, may be somebody's name, number or reference."""
    words = words_of(heading).split()
    if not OF_PEOPLE["identifiers"].isdisjoint(words):
        return True
    # "Case no" is a number that somebody has, "No. of cases" counts.
    if words and words[-1] in _NUMBERED and (len(words) == 1 or words[0] not in _COUNTED):
        return True
    told = [cell for cell in cells if not is_blank(cell)]
    return sum(map(_is_beyond_a_team, told)) * 2 > len(told)


def _is_beyond_a_team(cell: Cell) -> bool:
    value, kind, _ = number(cell)
    whole = value is not None and kind in (Kind.NUMBER, Kind.TYPED) and value.is_integer()
    return whole and value >= _MOST_OF_A_TEAM  # type: ignore[operator]
