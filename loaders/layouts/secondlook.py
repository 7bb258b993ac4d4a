"""A second look for a sheet's tables, with headings put as what they mean; the figures stay those of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.found import Found
from loaders.layouts.shapes import tables_of_sheet
from loaders.words.vocabulary import is_named, named


def look_again(
    sheet: Sheet, told: Mapping[Place, str], fields: Mapping[Place, str], *, everywhere: bool
) -> list[Found]:
    """The tables of a sheet once the headings at some places are these fields, "" for none of ours.

    ``told`` has the heading at each place, those that stay as they are too. ``everywhere`` is for sheets where one
    measure stands in many cells: each cell with the same text is then that field.
    """
    cells: dict[Place, str] = {
        place: named(field, settled=told[place] != text(sheet.at(*place))) for place, field in fields.items()
    }
    if everywhere:
        meant = {told[place]: cell for place, cell in cells.items() if told[place] == text(sheet.at(*place))}
        cells.update({place: meant[said] for place, said in _texts(sheet) if said in meant})
    rows = [list(row) for row in sheet.rows]
    for (row, column), cell in cells.items():
        rows[row].extend([""] * (column + 1 - len(rows[row])))
        rows[row][column] = cell
    return [_restored(one, sheet, told) for one in tables_of_sheet(replace(sheet, rows=rows))]


def _texts(sheet: Sheet) -> Iterator[tuple[Place, str]]:
    for row in sheet.filled_rows:
        for column, cell in enumerate(sheet.rows[row]):
            if isinstance(cell, str) and not is_blank(cell):
                yield (row, column), text(cell)


def _restored(found: Found, original: Sheet, told: Mapping[Place, str]) -> Found:
    """A table of the second look, with the sheet's own texts in it."""
    height = len(original.rows)
    whole = found.sheet
    flat = [
        [_own(whole, original, (row, column), cell) for column, cell in enumerate(cells)]
        for row, cells in enumerate(whole.rows[height:], start=height)
    ]
    headings = {
        column: _heading(found, column, heading, original, told) for column, heading in found.header.headings.items()
    }
    return replace(
        found,
        sheet=replace(whole, rows=[*original.rows, *flat]),
        filled=original.merged_fill() if found.filled else {},
        titles=[title for title in found.titles if not is_named(title)],
        header=replace(found.header, headings=headings),
    )


def _own(whole: Sheet, original: Sheet, place: Place, cell: Cell) -> Cell:
    return original.at(*whole.true(place)) if is_named(cell) else cell


def _heading(found: Found, column: int, heading: str, original: Sheet, told: Mapping[Place, str]) -> str:
    if not is_named(heading):
        return heading
    place = found.sheet.true((found.header.last, column))
    return told[place] if place in told else text(original.at(*place))
