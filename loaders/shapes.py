"""The tables of a sheet, whatever their shape: those of other shapes are laid flat first."""

from __future__ import annotations

from loaders.across import month_tables
from loaders.found import Found, find_tables
from loaders.grid import Sheet
from loaders.header import CHILD, LONG
from loaders.longtable import long_table
from loaders.transposed import transposed_tables
from loaders.unfolded import Flat, lay_flat


def tables_of_sheet(sheet: Sheet) -> list[Found]:
    """Every table of a sheet, in flat form; one that another shape claims is not read as it stands too."""
    found = find_tables(sheet)
    if any(one.header.table == CHILD for one in found):
        # No other shape is looked for among the rows of children.
        return found
    filled = sheet.merged_fill() if sheet.merged else {}
    tables = month_tables(sheet, filled)
    if not tables:
        # The column of measures in a table with a row for each looks like the labels of one on its side.
        has_long = any(one.header.table == LONG for one in found)
        tables = _long_tables(found) if has_long else transposed_tables(sheet, filled)
    if not tables:
        return found
    kept = [one for one in found if not any(one.header.last in table.taken for table in tables)]
    return [*kept, *lay_flat(sheet, filled, tables)]


def _long_tables(found: list[Found]) -> list[Flat]:
    tables = (long_table(one) for one in found if one.header.table == LONG)
    return [table for table in tables if table]
