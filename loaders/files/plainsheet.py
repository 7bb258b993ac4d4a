"""One sheet of a workbook that Headroom wrote itself, as text: whoever asks for it judges what was changed there."""

from __future__ import annotations

import datetime as dt

from loaders.files.book import read_sheets
from loaders.files.grid import Cell
from loaders.refusal import RefusalError
from model.words import month_words

# More than such a sheet ever has.
MOST_ROWS, MOST_COLUMNS = 1000, 8


def rows_of(content: bytes, file_name: str, sheet: str) -> list[list[str]] | None:
    """The cells of the sheet of that name, row by row, as text; ``None`` where the file has none or is no workbook."""
    try:
        found = next((each for each in read_sheets(content, file_name) if each.name == sheet), None)
    except RefusalError:
        return None
    if found is None:
        return None
    return [[_text(cell) for cell in row[:MOST_COLUMNS]] for row in found.rows[:MOST_ROWS]]


def _text(cell: Cell) -> str:
    """A cell as the page would have it typed: whole numbers without a point, a date as its month."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return month_words(cell) if isinstance(cell, dt.date) else str(cell)
