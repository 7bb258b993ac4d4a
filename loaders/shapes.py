"""The tables of a sheet, whatever their shape: those of other shapes are laid flat first."""

from __future__ import annotations

from loaders.across import month_tables
from loaders.found import Found, find_tables
from loaders.grid import Sheet
from loaders.transposed import transposed_tables
from loaders.unfolded import lay_flat


def tables_of_sheet(sheet: Sheet) -> list[Found]:
    """Every table of a sheet, in flat form; one that another shape claims is not read as it stands too."""
    found = find_tables(sheet)
    filled = sheet.merged_fill() if sheet.merged else {}
    tables = month_tables(sheet, filled) or transposed_tables(sheet, filled)
    if not tables:
        return found
    kept = [one for one in found if not any(one.header.last in table.taken for table in tables)]
    return [*kept, *lay_flat(sheet, filled, tables)]
