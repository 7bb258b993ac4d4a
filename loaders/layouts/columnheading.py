"""The heading of a column, as it is named in what is said of the column."""

from __future__ import annotations

from loaders.files.cells import quoted
from loaders.files.grid import cell_name
from loaders.layouts.found import Found
from loaders.problems import Problems


def heading(found: Found, column: int) -> str:
    """A column's heading in quotation marks with its letters: "“SW FTE” (column D)"; of a table laid flat, its cell."""
    place, sheet = (found.header.last, column), found.sheet
    where = f"cell {cell_name(*sheet.true(place))}" if place in sheet.origins else sheet.line(place)
    return f"{quoted(found.header.headings.get(column, ''))} ({where})"


def say_of_column(code: str, found: Found, column: int, problems: Problems, **words: str) -> None:
    """Say something of a column: its place is the heading’s, which is in the words."""
    place = (found.header.last, column)
    problems.add(code, sheet=found.sheet.name, place=place, heading=heading(found, column), words=words)
